import { type CityRules } from '#shared/contracts/cityRules';
import { type StopId } from '#shared/contracts/ids';
import { etasOf, type Sighting } from '../../domain/etas';
import { type Route } from '../../domain/route';
import { type DeliveryDeps } from '../deps';

export type LiveRoute = {
  readonly etas: ReadonlyMap<StopId, Date>;
  readonly seen: Sighting | undefined;
  /** Of its city. */
  readonly rules: CityRules;
};

/** Where the courier of a route is and when they will be where. */
export async function liveRoute(
  { store, cityOf, now }: Pick<DeliveryDeps, 'store' | 'cityOf' | 'now'>,
  route: Route,
  known?: Sighting,
): Promise<LiveRoute> {
  const { rules } = await cityOf(route.cityId);
  const seen =
    known ?? (route.status === 'under_way' ? await store.routes.sighting(route.routeId) : undefined);
  return { seen, rules, etas: etasOf(route, seen, rules, now()) };
}
