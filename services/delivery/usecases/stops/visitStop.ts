import { type FailureReason } from '#shared/contracts/delivery/stopViews';
import { type AccountId, type CrateId, type PhotoId, type StopId } from '#shared/contracts/ids';
import { found, Refused } from '#shared/kit/domainError';
import { happenedAt, later } from '../../domain/happenedAt';
import { assertRouteCan, assertStopCan } from '../../domain/lifecycle';
import { isPlausible } from '../../domain/receipt';
import { type Route, type RouteCrate, type Stop, type UnderWayRoute } from '../../domain/route';
import { type Decided, type StoredRoute } from '../../storage/routes';
import { type Delivery, event } from '../delivery';
import { withStop } from '../routes/changeRoute';
import { changeOwnRoute, ownRouteOf } from '../routes/ownRoute';

type At = { readonly at?: string | undefined };
export type CountedCrate = {
  readonly crateId: CrateId;
  readonly units: number;
  readonly celsius?: number | undefined;
};

/** The courier stands at the pickup point. */
export async function arriveAtStop(
  delivery: Delivery,
  stopId: StopId,
  courier: AccountId,
  { at }: At,
): Promise<StoredRoute> {
  const now = delivery.now();
  const claimed = happenedAt(at, now);
  return visit(delivery, stopId, courier, (route, stop) => {
    if (stop.status === 'arrived' || stop.status === 'handed_over') return {};
    const underWay = visitable(route);
    assertStopCan('arrive', stop);
    const arrivedAt = later(claimed, underWay.departedAt);
    const data = { ...namesOf(route, stop), arrivedAt: arrivedAt.toISOString() };
    return {
      next: withStop(underWay, { ...stop, status: 'arrived', arrivedAt }),
      events: [event('delivery.stop_arrived.v1', route.routeId, data, { now })],
    };
  });
}

/** Puts the crates down; a loaded crate that is not named counts as empty, for the leader to see. */
export async function handOverStop(
  delivery: Delivery,
  stopId: StopId,
  courier: AccountId,
  { crates, at }: At & { readonly crates: readonly CountedCrate[] },
): Promise<StoredRoute> {
  const now = delivery.now();
  const claimed = happenedAt(at, now);
  return visit(delivery, stopId, courier, (route, stop) => {
    const counted = stop.crates.map((crate) => countedCrate(crate, crates));
    if (crates.some(({ crateId }) => !stop.crates.some((crate) => crate.crateId === crateId)))
      throw new Refused('CRATE_UNKNOWN');
    if (stop.status === 'handed_over' && sameCounts(stop.crates, counted)) return {};
    const underWay = visitable(route);
    assertStopCan('handOver', stop);
    const handedOverAt = later(claimed, stop.arrivedAt);
    const data = { ...namesOf(route, stop), handedOverAt: handedOverAt.toISOString() };
    return {
      next: withStop(underWay, { ...stop, status: 'handed_over', handedOverAt, crates: counted }),
      events: [event('delivery.stop_handed_over.v1', route.routeId, data, { now })],
    };
  });
}

/** The delivery could not happen. The photo is tied to the stop first: without the rest that harms nobody. */
export async function failStop(
  delivery: Delivery,
  stopId: StopId,
  courier: AccountId,
  { reason, note, photoId, at }: At & { reason: FailureReason; note?: string | undefined; photoId: PhotoId },
): Promise<StoredRoute> {
  const now = delivery.now();
  const claimed = happenedAt(at, now);
  const stored = found(await delivery.store.routes.find(await ownRouteOf(delivery, stopId, courier)));
  const { pickupPointId } = found(stored.route.stops.find((stop) => stop.stopId === stopId));
  const shows = { stopId, courierAccountId: courier, pickupPointId };
  if (!(await delivery.store.photos.attach(photoId, courier, shows))) throw new Refused('PHOTO_REQUIRED');
  return visit(delivery, stopId, courier, (route, stop) => {
    if (stop.status === 'failed' && stop.failure.photoId === photoId) return {};
    const underWay = visitable(route);
    assertStopCan('fail', stop);
    const failedAt = later(claimed, stop.status === 'arrived' ? stop.arrivedAt : underWay.departedAt);
    const failure = { reason, photoId, at: failedAt, ...(note === undefined ? {} : { note }) };
    const data = { ...namesOf(route, stop), reason, failedAt: failedAt.toISOString() };
    return {
      next: withStop(underWay, { ...stop, status: 'failed', failure }),
      events: [event('delivery.stop_failed.v1', route.routeId, data, { now })],
    };
  });
}

async function visit(
  delivery: Delivery,
  stopId: StopId,
  courier: AccountId,
  decide: (route: Route, stop: Stop) => Decided,
): Promise<StoredRoute> {
  const routeId = await ownRouteOf(delivery, stopId, courier);
  return changeOwnRoute(delivery, routeId, courier, ({ route }) =>
    decide(route, found(route.stops.find((stop) => stop.stopId === stopId))),
  );
}

function visitable(route: Route): UnderWayRoute {
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

function countedCrate(crate: RouteCrate, counts: readonly CountedCrate[]): RouteCrate {
  if (crate.missing !== undefined) return crate;
  const count = counts.find(({ crateId }) => crateId === crate.crateId);
  if (!count) return { ...crate, handedOver: { units: 0 } };
  if (!isPlausible(count.units, crate.units)) throw new Refused('COUNT_IMPLAUSIBLE');
  if (crate.zone === 'cold' && count.celsius === undefined) throw new Refused('TEMPERATURE_REQUIRED');
  const { units, celsius } = count;
  return { ...crate, handedOver: { units, ...(celsius === undefined ? {} : { celsius }) } };
}

const sameCounts = (before: readonly RouteCrate[], now: readonly RouteCrate[]) =>
  JSON.stringify(before.map((crate) => crate.handedOver)) ===
  JSON.stringify(now.map((crate) => crate.handedOver));
