import { type AccountId, type StopId } from '#shared/contracts/ids';
import { found, notFound } from '#shared/kit/domainError';
import { type Route } from '../../domain/route';
import { type DeliveryDeps } from '../deps';

/** The route of this courier that visits the stop, as it is now. */
export async function ownRouteOf(deps: DeliveryDeps, stopId: StopId, courier: AccountId): Promise<Route> {
  const { route } = found(await deps.store.routes.findByStop(stopId));
  if (route.courier.accountId !== courier) throw notFound();
  return route;
}
