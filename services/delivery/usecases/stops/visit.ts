import { type AccountId, type StopId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { assertRouteCan } from '../../domain/lifecycle';
import { type Route, type Stop, type UnderWayRoute } from '../../domain/route';
import { type Decided, type StoredRoute } from '../../storage/routes';
import { type DeliveryDeps } from '../deps';
import { changeOwnRoute } from '../routes/changeOwnRoute';
import { ownRouteOf } from '../routes/ownRouteOf';

/** By the phone's clock; see `happenedAt`. */
export type At = { readonly at?: string | undefined };

/** Changes one stop of a route of this courier. */
export async function visit(
  deps: DeliveryDeps,
  stopId: StopId,
  courier: AccountId,
  decide: (route: Route, stop: Stop) => Decided,
): Promise<StoredRoute> {
  const { routeId } = await ownRouteOf(deps, stopId, courier);
  return changeOwnRoute(deps, routeId, courier, ({ route }) =>
    decide(route, found(route.stops.find((stop) => stop.stopId === stopId))),
  );
}

/** @throws {RouteActionNotAllowed} unless it is under way. */
export function visitable(route: Route): UnderWayRoute {
  assertRouteCan('visit', route);
  return route;
}

/** What every event about a stop names. */
export const namesOf = (route: Route, { stopId, pickupPointId }: Stop) => ({
  stopId,
  pickupPointId,
  routeId: route.routeId,
  cityId: route.cityId,
  consolidationId: route.consolidationId,
});
