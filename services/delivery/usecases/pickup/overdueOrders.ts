import { type HandOut } from '#shared/contracts/delivery/pickupViews';
import { type OrderId, type PickupPointId } from '#shared/contracts/ids';
import { type AccountCaller, holds } from '#shared/kit/http/caller';
import { found, notFound, Refused } from '#shared/kit/domainError';
import { type Decision, type PickupCodeDoc } from '../../storage/documents';
import { handOutView } from '../../views/pickup';
import { type Delivery, event } from '../delivery';
import { announceBoard } from '../live/announce';

const batch = 200;
const dayMs = 24 * 3600_000;
const longestKeepMs = 7 * dayMs;

/** Finds what should have been collected by now (rule 12), and says so once for each. Any number of processes may do it. */
export async function sweepOverdue(delivery: Delivery, now: Date): Promise<void> {
  const { store } = delivery;
  for (let more = true; more;) {
    const due = await store.codes.due(now, batch);
    more = due.length === batch;
    const points = new Set<PickupPointId>();
    for (const { _id, pickupPointId, collectBefore = now } of due) {
      const data = { orderId: _id, pickupPointId, overdueSince: collectBefore.toISOString() };
      const changed = await store.codes.change(
        _id,
        { status: 'ready', overdueSince: { $exists: false } },
        {
          set: { overdueSince: collectBefore },
          event: event('delivery.order_overdue.v1', _id, data, { now }),
        },
      );
      if (!changed) continue;
      delivery.nudge('codes', _id);
      points.add(pickupPointId);
    }
    for (const pickupPointId of points) announceBoard(delivery, pickupPointId);
  }
}

type Asked = {
  readonly kind: Decision['kind'];
  readonly keepUntil?: string | undefined;
  readonly note?: string | undefined;
};

/** What happens to an overdue order. `rescue` and `discard` end its code; orders refunds the first buyer when it hears of it. */
export async function decideOverdue(
  delivery: Delivery,
  { pickupPointId, orderId }: { pickupPointId: PickupPointId; orderId: OrderId },
  caller: AccountCaller,
  { kind, keepUntil, note }: Asked,
): Promise<HandOut> {
  const { store, now } = delivery;
  const point = found(await store.points.find(pickupPointId));
  if (!holds(caller, 'operator') && point.leader?.accountId !== caller.accountId) throw notFound();
  const code = found(await store.codes.find(orderId)) as PickupCodeDoc;
  if (code.pickupPointId !== pickupPointId) throw notFound();
  const at = now();
  const decision = { kind, at, by: caller.accountId, ...(note === undefined ? {} : { note }) };
  const until = keepUntil === undefined ? new Date(at.getTime() + dayMs) : new Date(keepUntil);
  if (kind === 'keep' && (until <= at || until.getTime() > at.getTime() + longestKeepMs))
    throw new Refused('TIME_IMPLAUSIBLE');
  const data = { orderId, pickupPointId, kind, decidedBy: caller.accountId, decidedAt: at.toISOString() };
  const after = await store.codes.change(
    orderId,
    { status: 'ready', version: code.version, overdueSince: { $exists: true } },
    {
      ...(kind === 'keep'
        ? { set: { decision, collectBefore: until, touchedAt: at }, unset: ['overdueSince'] }
        : { set: { decision, status: 'void', touchedAt: at }, unset: ['activeDigits'] }),
      event: event('delivery.overdue_decided.v1', orderId, data, { now: at }),
    },
  );
  if (!after || after === 'clash') return decidedBefore(found(await store.codes.find(orderId)), kind);
  delivery.nudge('codes', orderId);
  announceBoard(delivery, pickupPointId);
  return handOutView(after);
}

/** The same decision again is no error. */
function decidedBefore(code: PickupCodeDoc, kind: Decision['kind']): HandOut {
  if (code.decision?.kind !== kind) throw new Refused('NOT_OVERDUE');
  return handOutView(code);
}
