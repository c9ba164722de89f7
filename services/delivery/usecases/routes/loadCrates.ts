import { type AccountId, type CrateId, type RouteId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { happenedAt } from '../../domain/happenedAt';
import { assertRouteCan } from '../../domain/lifecycle';
import { cratesOf, type Route, type RouteCrate } from '../../domain/route';
import { type StoredRoute } from '../../storage/routes';
import { type DeliveryDeps } from '../deps';
import { changeOwnRoute } from './changeOwnRoute';

type Asked = { readonly crateIds: readonly CrateId[]; readonly at?: string | undefined };

/** Ticks crates off as loaded; the first call begins loading. */
export function loadCrates(
  deps: DeliveryDeps,
  id: RouteId,
  courier: AccountId,
  { crateIds, at }: Asked,
): Promise<StoredRoute> {
  const loadedAt = happenedAt(at, deps.now());
  return changeOwnRoute(deps, id, courier, ({ route, leaving }) => {
    assertKnown(route, crateIds);
    const isLoaded = new Set(cratesOf(route).flatMap((crate) => (crate.loadedAt ? [crate.crateId] : [])));
    if (route.status !== 'planned' && crateIds.every((crateId) => isLoaded.has(crateId))) return {};
    assertRouteCan('load', route);
    if (leaving) throw new Refused('CHANGED_MEANWHILE', 'A stop is just being moved: try again in a moment');
    const load = (crate: RouteCrate): RouteCrate =>
      crateIds.includes(crate.crateId) && !crate.loadedAt ? { ...crate, loadedAt } : crate;
    return { next: { ...withCrates(route, load), status: 'loading' } };
  });
}

/** @throws {Refused} CRATE_UNKNOWN when one of them belongs to another route. */
export function assertKnown(route: Route, crateIds: readonly CrateId[]): void {
  const known = new Set(cratesOf(route).map(({ crateId }) => crateId));
  if (!crateIds.every((crateId) => known.has(crateId))) throw new Refused('CRATE_UNKNOWN');
}

export const withCrates = <R extends Route>(route: R, change: (crate: RouteCrate) => RouteCrate): R => ({
  ...route,
  stops: route.stops.map((stop) => ({ ...stop, crates: stop.crates.map(change) })),
});
