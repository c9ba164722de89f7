import { type StopId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { assertStopCan, StopActionNotAllowed } from '../../domain/lifecycle';
import { type FailedStop, type Stop } from '../../domain/route';
import { type DeliveryDeps } from '../deps';
import { event } from '../event';
import { changeRoute, withStop } from '../routes/changeRoute';
import { namesOf } from './visit';

/** The goods of a failed visit go back for good; orders gives everybody their money back. Told again, nothing changes. */
export async function sendStopBack(
  deps: DeliveryDeps,
  stopId: StopId,
  { note }: { readonly note?: string | undefined },
): Promise<void> {
  const { route } = found(await deps.store.routes.findByStop(stopId));
  const now = deps.now();
  await changeRoute(deps, route.routeId, ({ route: current }) => {
    const stop = found(current.stops.find((one) => one.stopId === stopId));
    if (stop.status === 'failed' && stop.resolution?.kind === 'sent_back') return {};
    assertUnresolved('sendBack', stop);
    const resolution = { kind: 'sent_back', at: now, ...(note === undefined ? {} : { note }) } as const;
    const data = { ...namesOf(current, stop), sentBackAt: now.toISOString() };
    return {
      next: withStop(current, { ...stop, resolution }),
      events: [event('delivery.stop_sent_back.v1', route.routeId, data, { now })],
    };
  });
}

/** @throws {StopActionNotAllowed} unless it failed and nobody has decided about it. */
export function assertUnresolved(action: 'tryAgain' | 'sendBack', stop: Stop): asserts stop is FailedStop {
  assertStopCan(action, stop);
  if (stop.resolution) throw new StopActionNotAllowed(action, stop.resolution.kind);
}
