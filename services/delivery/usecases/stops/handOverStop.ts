import { type AccountId, type CrateId, type StopId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { happenedAt, later } from '../../domain/happenedAt';
import { assertStopCan } from '../../domain/lifecycle';
import { isPlausible } from '../../domain/receipt';
import { type ArrivedStop, type RouteCrate, type UnderWayRoute } from '../../domain/route';
import { maxCelsiusOf, mustDecide } from '../../domain/warmCrates';
import { type Decided, type StoredRoute } from '../../storage/routes';
import { type DeliveryDeps } from '../deps';
import { event } from '../event';
import { withStop } from '../routes/changeRoute';
import { ownRouteOf } from '../routes/ownRouteOf';
import { type At, namesOf, visit, visitable } from './visit';

type CountedCrate = {
  readonly crateId: CrateId;
  readonly units: number;
  readonly celsius?: number | undefined;
};

type Warm = { readonly crateId: CrateId; readonly celsius: number; readonly maxCelsius: number };

/**
 * Puts the crates down; a loaded crate that is not named counts as empty, for the leader to see. A cold crate that is too warm stays with
 * the courier: that it was found so is kept for an operator to decide about, and the handover is refused.
 * @throws {Refused} CRATE_TOO_WARM, with the crates and their limits
 */
export async function handOverStop(
  deps: DeliveryDeps,
  stopId: StopId,
  courier: AccountId,
  { crates, at }: At & { readonly crates: readonly CountedCrate[] },
): Promise<StoredRoute> {
  const now = deps.now();
  const happened = happenedAt(at, now);
  const limitOf = await limitsAt(deps, stopId, courier);
  const found: { warm: readonly Warm[] } = { warm: [] };
  const after = await visit(deps, stopId, courier, (route, stop) => {
    found.warm = [];
    const counted = stop.crates.map((crate) => countedCrate(crate, crates));
    if (crates.some(({ crateId }) => !stop.crates.some((crate) => crate.crateId === crateId)))
      throw new Refused('CRATE_UNKNOWN');
    if (stop.status === 'handed_over' && sameCounts(stop.crates, counted)) return {};
    const underWay = visitable(route);
    assertStopCan('handOver', stop);
    const handedOverAt = later(happened, stop.arrivedAt);
    found.warm = counted.flatMap((crate) => {
      const maxCelsius = limitOf(crate);
      const celsius = crate.handedOver?.celsius;
      if (celsius === undefined || maxCelsius === undefined) return [];
      return mustDecide(crate.warm, celsius, maxCelsius)
        ? [{ crateId: crate.crateId, celsius, maxCelsius }]
        : [];
    });
    if (found.warm.length > 0) return foundWarm(underWay, stop, { warm: found.warm, at: handedOverAt, now });
    const data = { ...namesOf(route, stop), handedOverAt: handedOverAt.toISOString() };
    return {
      next: withStop(underWay, { ...stop, status: 'handed_over', handedOverAt, crates: counted }),
      events: [event('delivery.stop_handed_over.v1', route.routeId, data, { now })],
    };
  });
  if (found.warm.length > 0) throw new Refused('CRATE_TOO_WARM', undefined, { crates: found.warm });
  return after;
}

/** How warm each crate of the stop may be, by what is in it. */
async function limitsAt(deps: DeliveryDeps, stopId: StopId, courier: AccountId) {
  const { cityId } = await ownRouteOf(deps, stopId, courier);
  const [{ rules }, load] = await Promise.all([deps.cityOf(cityId), deps.store.plans.findLoad(stopId)]);
  return (crate: RouteCrate) =>
    maxCelsiusOf(crate, load?.crates.find(({ crateId }) => crateId === crate.crateId)?.items ?? [], rules);
}

type Found = { readonly warm: readonly Warm[]; readonly at: Date; readonly now: Date };

/** Keeps what was measured, for an operator to decide; measured again the same, nothing changes. */
function foundWarm(route: UnderWayRoute, stop: ArrivedStop, { warm, at, now }: Found): Decided {
  const isNews = ({ crateId, celsius }: Warm) => {
    const before = stop.crates.find((crate) => crate.crateId === crateId)?.warm;
    return !before || before.decision !== undefined || before.celsius !== celsius;
  };
  const news = warm.filter(isNews);
  if (news.length === 0) return {};
  const marked = stop.crates.map((crate) => {
    const one = news.find(({ crateId }) => crateId === crate.crateId);
    return one ? { ...crate, warm: { celsius: one.celsius, at } } : crate;
  });
  const events = news.map(({ crateId, celsius }) => {
    const data = { ...namesOf(route, stop), crateId, celsius, measuredAt: at.toISOString() };
    return event('delivery.crate_too_warm.v1', route.routeId, data, { now });
  });
  return { next: withStop(route, { ...stop, crates: marked }), events };
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
