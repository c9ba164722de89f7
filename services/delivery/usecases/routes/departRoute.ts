import { type AccountId, type CrateId, type RouteId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { happenedAt } from '../../domain/happenedAt';
import { assertRouteCan } from '../../domain/lifecycle';
import { cratesOf, type RouteCrate } from '../../domain/route';
import { type StoredRoute } from '../../storage/routes';
import { type DeliveryDeps } from '../deps';
import { event } from '../event';
import { assertKnown, withCrates } from './loadCrates';
import { changeOwnRoute } from './changeOwnRoute';

type Asked = {
  readonly missing: readonly { readonly crateId: CrateId; readonly reason: string }[];
  readonly at?: string | undefined;
};

/** Leaves the warehouse: what is not loaded must be stated as missing. */
export function departRoute(
  deps: DeliveryDeps,
  id: RouteId,
  courier: AccountId,
  { missing, at }: Asked,
): Promise<StoredRoute> {
  const now = deps.now();
  const departedAt = happenedAt(at, now);
  return changeOwnRoute(deps, id, courier, ({ route }) => {
    if (route.status === 'under_way' || route.status === 'finished') return {};
    assertRouteCan('depart', route);
    assertKnown(
      route,
      missing.map(({ crateId }) => crateId),
    );
    const reasons = new Map(missing.map(({ crateId, reason }) => [crateId, reason]));
    const open = cratesOf(route).filter(({ crateId, loadedAt }) => !loadedAt && !reasons.has(crateId));
    if (open.length > 0)
      throw new Refused('CRATES_NOT_LOADED', undefined, { crateIds: open.map(({ crateId }) => crateId) });
    const state = (crate: RouteCrate): RouteCrate => {
      const reason = reasons.get(crate.crateId);
      if (reason === undefined) return crate;
      const { loadedAt: _loadedAt, ...rest } = crate;
      return { ...rest, missing: reason };
    };
    const { routeId, cityId, consolidationId } = route;
    const departed = event(
      'delivery.route_departed.v1',
      routeId,
      {
        ...{ routeId, cityId, consolidationId },
        courierAccountId: courier,
        pickupPointIds: route.stops.map(({ pickupPointId }) => pickupPointId),
        departedAt: departedAt.toISOString(),
      },
      { now },
    );
    return { next: { ...withCrates(route, state), status: 'under_way', departedAt }, events: [departed] };
  });
}
