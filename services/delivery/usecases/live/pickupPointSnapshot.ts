import { type Snapshot } from '#shared/contracts/realtime';
import { type GroupOrderDoc, type PickupPointDoc } from '../../storage/documents';
import { routeStateAt } from './routeState';
import { type DeliveryDeps } from '../deps';
import { startOfToday } from './startOfToday';
import { liveRoute } from './liveRoute';
import { aroundToday } from './aroundToday';

/** A pickup point as its leader begins with it: from the day before to the day after, for what is late and what comes. */
export async function pickupPointSnapshot(
  deps: DeliveryDeps,
  point: PickupPointDoc,
): Promise<Extract<Snapshot, { kind: 'pickup_point' }>> {
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

const groupOrderState = ({ _id, ...group }: GroupOrderDoc) => ({ groupOrderId: _id, ...group });
