import { type RouteId } from '#shared/contracts/ids';
import { found, notFound } from '#shared/kit/domainError';
import { type AccountCaller, holds } from '#shared/kit/http/caller';
import { type StoredRoute } from '../../storage/routes';
import { type DeliveryDeps } from '../deps';

/** One route, for its courier and for operators. */
export async function getRoute(deps: DeliveryDeps, id: RouteId, caller: AccountCaller): Promise<StoredRoute> {
  const stored = found(await deps.store.routes.find(id));
  if (!holds(caller, 'operator') && stored.route.courier.accountId !== caller.accountId) throw notFound();
  return stored;
}
