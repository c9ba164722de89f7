import { type Position } from '#shared/contracts/common';
import { type AccountId, type StopId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { arrivalDoubt, type ArrivalReport } from '../../domain/arrival';
import { happenedAt, later } from '../../domain/happenedAt';
import { assertStopCan } from '../../domain/lifecycle';
import { positionOf } from '../../storage/pickupPoints';
import { type StoredRoute } from '../../storage/routes';
import { type DeliveryDeps } from '../deps';
import { event } from '../event';
import { withStop } from '../routes/changeRoute';
import { ownRouteOf } from '../routes/ownRouteOf';
import { type At, namesOf, visit, visitable } from './visit';

type Arrival = At & {
  readonly position?: Position | undefined;
  readonly positionAt?: string | undefined;
  readonly confirmedFar?: ArrivalReport['confirmed'];
};

/**
 * The courier stands at the pickup point. Whoever is far from where the point is now confirms that with a reason, which stays with the
 * stop; so does that the phone did not tell where it is.
 * @throws {Refused} ARRIVAL_FAR, TIME_IMPLAUSIBLE
 */
export async function arriveAtStop(
  deps: DeliveryDeps,
  stopId: StopId,
  courier: AccountId,
  { at, position, positionAt, confirmedFar }: Arrival,
): Promise<StoredRoute> {
  const now = deps.now();
  const happened = happenedAt(at, now);
  const report: ArrivalReport = {
    // Both by the clock of the phone.
    at: at === undefined ? now : new Date(at),
    ...{ position, confirmed: confirmedFar },
    positionAt: positionAt === undefined ? undefined : new Date(positionAt),
  };
  const { goal, allowedMetres } = await goalOf(deps, stopId, courier);
  return visit(deps, stopId, courier, (route, stop) => {
    if (stop.status === 'arrived' || stop.status === 'handed_over') return {};
    const underWay = visitable(route);
    assertStopCan('arrive', stop);
    const doubt = arrivalDoubt(report, goal, allowedMetres);
    const arrivedAt = later(happened, underWay.departedAt);
    const data = { ...namesOf(route, stop), arrivedAt: arrivedAt.toISOString() };
    const arrived = {
      ...stop,
      status: 'arrived',
      arrivedAt,
      ...(doubt ? { arrivalDoubt: doubt } : {}),
    } as const;
    return {
      next: withStop(underWay, arrived),
      events: [event('delivery.stop_arrived.v1', route.routeId, data, { now })],
    };
  });
}

/** Where the courier should be: an operator may have mended the point's position since the route was planned. */
async function goalOf(deps: DeliveryDeps, stopId: StopId, courier: AccountId) {
  const { store, cityOf } = deps;
  const route = await ownRouteOf(deps, stopId, courier);
  const stop = found(route.stops.find((one) => one.stopId === stopId));
  const point = await store.points.find(stop.pickupPointId);
  const { rules } = await cityOf(route.cityId);
  return { goal: point ? positionOf(point) : stop.position, allowedMetres: rules.arrivalMetres };
}
