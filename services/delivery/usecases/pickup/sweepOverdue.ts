import { type PickupPointId } from '#shared/contracts/ids';
import { type DeliveryDeps } from '../deps';
import { event } from '../event';
import { announceBoard } from '../live/announceBoard';

const batch = 200;

/** Finds what should have been collected by now (rule 12), and says so once for each. Any number of processes may do it. */
export async function sweepOverdue(deps: DeliveryDeps, now: Date): Promise<void> {
  const { store } = deps;
  for (let more = true; more;) {
    const due = await store.codes.due(now, batch);
    more = due.length === batch;
    const points = new Set<PickupPointId>();
    for (const { _id, pickupPointId, collectBefore = now } of due) {
      const data = { orderId: _id, pickupPointId, overdueSince: collectBefore.toISOString() };
      const changed = await store.codes.act('fallDue', _id, {
        guard: { overdueSince: { $exists: false } },
        set: { overdueSince: collectBefore },
        event: event('delivery.order_overdue.v1', _id, data, { now }),
      });
      if (!changed) continue;
      deps.nudge('codes', _id);
      points.add(pickupPointId);
    }
    for (const pickupPointId of points) announceBoard(deps, pickupPointId);
  }
}
