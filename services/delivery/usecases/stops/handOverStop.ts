import { type AccountId, type CrateId, type StopId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { happenedAt, later } from '../../domain/happenedAt';
import { assertStopCan } from '../../domain/lifecycle';
import { isPlausible } from '../../domain/receipt';
import { type RouteCrate } from '../../domain/route';
import { type StoredRoute } from '../../storage/routes';
import { type DeliveryDeps } from '../deps';
import { event } from '../event';
import { withStop } from '../routes/changeRoute';
import { type At, namesOf, visit, visitable } from './visit';

type CountedCrate = {
  readonly crateId: CrateId;
  readonly units: number;
  readonly celsius?: number | undefined;
};

/** Puts the crates down; a loaded crate that is not named counts as empty, for the leader to see. */
export async function handOverStop(
  deps: DeliveryDeps,
  stopId: StopId,
  courier: AccountId,
  { crates, at }: At & { readonly crates: readonly CountedCrate[] },
): Promise<StoredRoute> {
  const now = deps.now();
  const happened = happenedAt(at, now);
  return visit(deps, stopId, courier, (route, stop) => {
    const counted = stop.crates.map((crate) => countedCrate(crate, crates));
    if (crates.some(({ crateId }) => !stop.crates.some((crate) => crate.crateId === crateId)))
      throw new Refused('CRATE_UNKNOWN');
    if (stop.status === 'handed_over' && sameCounts(stop.crates, counted)) return {};
    const underWay = visitable(route);
    assertStopCan('handOver', stop);
    const handedOverAt = later(happened, stop.arrivedAt);
    const data = { ...namesOf(route, stop), handedOverAt: handedOverAt.toISOString() };
    return {
      next: withStop(underWay, { ...stop, status: 'handed_over', handedOverAt, crates: counted }),
      events: [event('delivery.stop_handed_over.v1', route.routeId, data, { now })],
    };
  });
}

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
