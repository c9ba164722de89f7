import { type AccountId } from '#shared/contracts/ids';
import { type RouteStatus } from '#shared/contracts/realtime';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type DeliveryDeps } from '../deps';

/** The calling courier's routes, the latest pickup date first. */
export const listMyRoutes = (
  { store }: DeliveryDeps,
  courierAccountId: AccountId,
  { status, ...asked }: PageWish & { readonly status?: RouteStatus | undefined },
) => store.routes.list({ courierAccountId, status }, asked);
