import { type OrderId, type PickupPointId } from '#shared/contracts/ids';
import { type AccountCaller } from '#shared/kit/http/caller';
import { found, notFound, Refused } from '#shared/kit/domainError';
import { type Decision, type PickupCodeDoc } from '../../storage/documents';
import { type DeliveryDeps } from '../deps';
import { event } from '../event';
import { announceBoard } from '../live/announceBoard';
import { visiblePoint } from '../points/visiblePoint';

const dayMs = 24 * 3600_000;
const longestKeepMs = 7 * dayMs;

type Asked = {
  readonly kind: Decision['kind'];
  readonly keepUntil?: string | undefined;
  readonly note?: string | undefined;
};

/** What happens to an overdue order. `rescue` and `discard` end its code; orders refunds the first buyer when it hears of it. */
export async function decideOverdue(
  deps: DeliveryDeps,
  { pickupPointId, orderId }: { pickupPointId: PickupPointId; orderId: OrderId },
  caller: AccountCaller,
  { kind, keepUntil, note }: Asked,
): Promise<PickupCodeDoc> {
  const { store, now } = deps;
  await visiblePoint(deps, caller, pickupPointId);
  const code = found(await store.codes.find(orderId)) as PickupCodeDoc;
  if (code.pickupPointId !== pickupPointId) throw notFound();
  const at = now();
  const decision = { kind, at, by: caller.accountId, ...(note === undefined ? {} : { note }) };
  const until = keepUntil === undefined ? new Date(at.getTime() + dayMs) : new Date(keepUntil);
  if (kind === 'keep' && (until <= at || until.getTime() > at.getTime() + longestKeepMs))
    throw new Refused('TIME_IMPLAUSIBLE');
  const data = { orderId, pickupPointId, kind, decidedBy: caller.accountId, decidedAt: at.toISOString() };
  const after = await store.codes.act(kind === 'keep' ? 'keep' : 'giveUp', orderId, {
    guard: { version: code.version, overdueSince: { $exists: true } },
    ...(kind === 'keep'
      ? { set: { decision, collectBefore: until, touchedAt: at }, unset: ['overdueSince'] }
      : { set: { decision, touchedAt: at }, unset: ['activeDigits'] }),
    event: event('delivery.overdue_decided.v1', orderId, data, { now: at }),
  });
  if (!after || after === 'clash') return decidedBefore(found(await store.codes.find(orderId)), kind);
  deps.nudge('codes', orderId);
  announceBoard(deps, pickupPointId);
  return after;
}

/** The same decision again is no error. */
function decidedBefore(code: PickupCodeDoc, kind: Decision['kind']): PickupCodeDoc {
  if (code.decision?.kind !== kind) throw new Refused('NOT_OVERDUE');
  return code;
}
