import { type CityId, type PickupPointId } from '#shared/contracts/ids';
import { type Snapshot } from '#shared/contracts/realtime';
import { addDays, format, parseISO } from 'date-fns';
import { cityDateOf } from '../../domain/cityTime';
import { isBrought } from '../../domain/orderStage';
import { type GroupOrderDoc, type PickupPointDoc, type TrackedOrderDoc } from '../../storage/documents';
import { type StoredRoute } from '../../storage/routes';
import { cityGroups } from './cityGroups';
import { routeState, routeStateAt } from './routeState';
import { type DeliveryDeps } from '../deps';
import { startOfToday } from './announceRoute';
import { liveRoute } from './liveRoute';

type Of<K extends Snapshot['kind']> = Extract<Snapshot, { kind: K }>;
const maxGroupBuys = 60;

/** An order as its followers begin with it, with the part of the route that its pickup point may see. */
export async function orderSnapshot(deps: DeliveryDeps, order: TrackedOrderDoc): Promise<Of<'order'>> {
  const stored = await routeOfOrder(deps, order);
  const { _id: orderId, version, status, changedAt } = order;
  const state = { orderId, version, status, changedAt: changedAt.toISOString() };
  if (!stored) return { kind: 'order', order: state };
  const route = routeStateAt(stored, await liveRoute(deps, stored.route), order.pickupPointId);
  return { kind: 'order', order: state, route };
}

/** The route that brings the order, once there is one. */
export async function routeOfOrder(
  { store }: DeliveryDeps,
  { cycleId, pickupPointId, status }: TrackedOrderDoc,
): Promise<StoredRoute | undefined> {
  return isBrought(status) ? store.routes.ofCycleAt(cycleId, pickupPointId) : undefined;
}

/** A pickup point as its leader begins with it: from the day before to the day after, for what is late and what comes. */
export async function pickupPointSnapshot(
  deps: DeliveryDeps,
  point: PickupPointDoc,
): Promise<Of<'pickup_point'>> {
  const { store } = deps;
  const { _id: pickupPointId, cityId, boardVersion } = point;
  const [yesterday, , tomorrow] = await aroundToday(deps, cityId);
  const [group, counts, stored] = await Promise.all([
    store.followed.latestGroupOrder(pickupPointId),
    startOfToday(deps, cityId).then((since) => store.codes.counts(pickupPointId, since)),
    store.routes.atPoints([pickupPointId], { from: yesterday, to: tomorrow }),
  ]);
  const routes = await Promise.all(
    stored.map(async (one) => routeStateAt(one, await liveRoute(deps, one.route), pickupPointId)),
  );
  return {
    kind: 'pickup_point',
    ...(group ? { groupOrder: groupOrderState(group) } : {}),
    pickup: { pickupPointId, version: boardVersion, ...counts },
    routes,
  };
}

/** A whole route, for its courier and for operators. */
export async function routeSnapshot(deps: DeliveryDeps, stored: StoredRoute): Promise<Of<'route'>> {
  return { kind: 'route', route: routeState(stored, await liveRoute(deps, stored.route)) };
}

/** A city as operators begin with it: routes that have not ended, points that hand out, cycles that moved last. */
export async function citySnapshot(deps: DeliveryDeps, cityId: CityId): Promise<Of<'city'>> {
  const { store } = deps;
  const stored = await store.routes.underWay(cityId, await aroundToday(deps, cityId));
  const counts = await store.codes.countsOfCity(cityId, await startOfToday(deps, cityId));
  const points = await store.points.findMany(counts.map(({ _id }) => _id));
  const versions = new Map(points.map(({ _id, boardVersion }) => [_id, boardVersion]));
  const routes = await Promise.all(
    stored.map(async (one) => routeState(one, await liveRoute(deps, one.route))),
  );
  return {
    kind: 'city',
    routes,
    pickups: counts.map(({ _id, ...board }) => ({
      pickupPointId: _id,
      version: versions.get(_id) ?? 0,
      ...board,
    })),
    groups: (await store.groupBuys.countsOfCity(cityId)).map(cityGroups),
  };
}

/** What neighbours bought lately, oldest first as it was told, without names. */
export async function neighbourhoodSnapshot(
  { store }: DeliveryDeps,
  pickupPointId: PickupPointId,
): Promise<Of<'neighbourhood'>> {
  const [recent, groupBuys] = await Promise.all([
    store.followed.recentNeighbours(pickupPointId),
    store.groupBuys.latestAt(pickupPointId, maxGroupBuys),
  ]);
  return {
    kind: 'neighbourhood',
    recent: [...recent].reverse().map((one) => ({ pickupPointId, ...one, at: one.at.toISOString() })),
    groupBuys: groupBuys.map(({ initials, ...state }) => ({ ...state, initials: [...initials] })),
  };
}

const groupOrderState = ({ _id, ...group }: GroupOrderDoc) => ({ groupOrderId: _id, ...group });

async function aroundToday({ now, cityOf }: DeliveryDeps, cityId: CityId): Promise<[string, string, string]> {
  const today = cityDateOf(now(), (await cityOf(cityId)).timeZone);
  const shifted = (days: number) => format(addDays(parseISO(today), days), 'yyyy-MM-dd');
  return [shifted(-1), today, shifted(1)];
}
