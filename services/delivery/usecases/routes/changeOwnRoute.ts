import { type AccountId, type RouteId } from '#shared/contracts/ids';
import { notFound } from '#shared/kit/domainError';
import { type Decided, type StoredRoute } from '../../storage/routes';
import { type DeliveryDeps } from '../deps';
import { changeRoute } from './changeRoute';

/** Changes a route of this courier. */
export const changeOwnRoute = (
  deps: DeliveryDeps,
  id: RouteId,
  courier: AccountId,
  decide: (stored: StoredRoute) => Decided,
): Promise<StoredRoute> =>
  changeRoute(deps, id, (stored) => {
    if (stored.route.courier.accountId !== courier) throw notFound();
    return decide(stored);
  });
