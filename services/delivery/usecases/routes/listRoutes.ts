import { type CityId } from '#shared/contracts/ids';
import { type RouteStatus } from '#shared/contracts/realtime';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type DeliveryDeps } from '../deps';

type Asked = PageWish & {
  readonly cityId: CityId;
  readonly pickupDate?: string | undefined;
  readonly status?: RouteStatus | undefined;
};

/** The routes of a city, the latest pickup date first. */
export const listRoutes = ({ store }: DeliveryDeps, { cityId, pickupDate, status, ...asked }: Asked) =>
  store.routes.list({ cityId, pickupDate, status }, asked);
