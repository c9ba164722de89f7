import { type CityId } from '#shared/contracts/ids';
import { type Snapshot } from '#shared/contracts/realtime';
import { cityGroups } from './cityGroups';
import { routeState } from './routeState';
import { type DeliveryDeps } from '../deps';
import { startOfToday } from './startOfToday';
import { liveRoute } from './liveRoute';
import { aroundToday } from './aroundToday';

/** A city as operators begin with it: routes that have not ended, points that hand out, cycles that moved last. */
export async function citySnapshot(
  deps: DeliveryDeps,
  cityId: CityId,
): Promise<Extract<Snapshot, { kind: 'city' }>> {
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
