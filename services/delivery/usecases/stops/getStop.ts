import { type StopId } from '#shared/contracts/ids';
import { found, notFound } from '#shared/kit/domainError';
import { type AccountCaller, holds } from '#shared/kit/http/caller';
import { type DeliveryDeps } from '../deps';
import { seeStops, type SeenStop } from '../routes/seeRoute';

/** One stop, for its courier, the leader of its point, and operators. */
export async function getStop(deps: DeliveryDeps, id: StopId, caller: AccountCaller): Promise<SeenStop> {
  const stored = found(await deps.store.routes.findByStop(id));
  const stop = found(stored.route.stops.find(({ stopId }) => stopId === id));
  const isTheirs =
    holds(caller, 'operator') ||
    stored.route.courier.accountId === caller.accountId ||
    (await deps.store.points.find(stop.pickupPointId))?.leader?.accountId === caller.accountId;
  if (!isTheirs) throw notFound();
  return found((await seeStops(deps, stored, [stop]))[0]);
}
