import { type WarmCrateDecision } from '#shared/contracts/delivery/stopViews';
import { type AccountId, type CrateId, type StopId } from '#shared/contracts/ids';
import { found, Refused } from '#shared/kit/domainError';
import { type RouteCrate, type WarmCrate } from '../../domain/route';
import { type DeliveryDeps } from '../deps';
import { event } from '../event';
import { changeRoute, withStop } from '../routes/changeRoute';
import { namesOf } from './visit';

type Asked = {
  readonly stopId: StopId;
  readonly crateId: CrateId;
  readonly kind: WarmCrateDecision;
  readonly reason: string;
};

/**
 * Decides about a crate that came too warm, while the courier waits at the stop. One that is sent back counts as missing from then on:
 * nobody has to hand it over or to count it, and orders refunds its lines with the receipt. Decided the same again, nothing changes.
 * @throws {Refused} CRATE_NOT_WARM when nothing waits to be decided: the stop is handed over, failed, or the crate was never too warm
 */
export async function decideWarmCrate(
  deps: DeliveryDeps,
  by: AccountId,
  { stopId, crateId, kind, reason }: Asked,
): Promise<void> {
  const { route } = found(await deps.store.routes.findByStop(stopId));
  const now = deps.now();
  await changeRoute(deps, route.routeId, ({ route: current }) => {
    const stop = found(current.stops.find((one) => one.stopId === stopId));
    const crate = found(stop.crates.find((one) => one.crateId === crateId));
    if (crate.warm?.decision?.kind === kind && crate.warm.decision.reason === reason) return {};
    if (stop.status !== 'arrived' || !crate.warm) throw new Refused('CRATE_NOT_WARM');
    const decided = withDecision(crate, crate.warm, { kind, reason, at: now, by });
    const crates = stop.crates.map((one) => (one === crate ? decided : one));
    const data = { ...namesOf(current, stop), crateId, kind, decidedBy: by, decidedAt: now.toISOString() };
    return {
      next: withStop(current, { ...stop, crates }),
      events: [event('delivery.warm_crate_decided.v1', current.routeId, data, { now })],
    };
  });
}

function withDecision(
  { missing: _before, ...crate }: RouteCrate,
  { celsius, at }: WarmCrate,
  decision: NonNullable<WarmCrate['decision']>,
): RouteCrate {
  const sentBack = decision.kind === 'send_back' ? { missing: decision.reason } : {};
  return { ...crate, ...sentBack, warm: { celsius, at, decision } };
}
