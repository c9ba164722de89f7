import { type GuardedWrite } from '#shared/kit/mongo/guardedWrites';
import { type OutboxEvent } from '#shared/kit/outbox/outboxEvent';
import { type OrderStatus } from '#shared/contracts/events/orders';
import { type From, may, type OrderAction, type To, transitions } from '../domain/lifecycle';
import { waitingClaims, waitingSince } from '../domain/claims/waiting';
import { type FactsIn, type Order } from '../domain/order';
import { needsWeight } from '../domain/weighing';
import { bookedAs, bookedStill } from './orderBooking';
import { flat, type StoredOrder } from './orderModel';

const openWeights = (order: Order): number | undefined =>
  order.receipt?.outcome === 'consolidated'
    ? order.lines.filter((line) => needsWeight(order, line)).length || undefined
    : undefined;

/** Whether cutoff has the order and has not decided about it yet. */
const isUndecided = (status: OrderStatus, receipt: Order['receipt']): boolean =>
  status === transitions.consolidate.to && receipt === undefined;

type Added<A extends OrderAction> = keyof FactsIn<From<A>> extends keyof FactsIn<To<A>>
  ? Omit<FactsIn<To<A>>, keyof FactsIn<From<A>>>
  : never;

/**
 * The write by which many orders do `action` at once, as `enter` does it for one: for actions that add facts and take none away.
 * It does not look at what each order has, changes nothing of what they add to the books, and tells nobody.
 */
export function entering<A extends OrderAction>(action: A, added: Added<A>) {
  const { from, to } = transitions[action];
  const found = isUndecided(to, undefined) ? { undecided: true as const } : {};
  return {
    filter: { status: { $in: [...from] } },
    update: { $set: { status: to, ...added, ...found }, $inc: bookedStill },
  };
}

/** The one write that turns `before` into `after`, guarded by the version it was decided on. */
export function changeOf(
  before: Order,
  after: Order,
  outbox: readonly OutboxEvent[],
  attendAt: Date | undefined,
): GuardedWrite<StoredOrder> {
  if (after.version !== before.version + 1)
    throw new Error(`Order ${before.id} went from version ${before.version} to ${after.version}`);
  const set: Record<string, unknown> = {};
  const unset: Record<string, ''> = { attendFailures: '' };
  const [stored, changed] = [flat(before) as Record<string, unknown>, flat(after)];
  // What a decision left alone is the same object still: an order's lines are most of it and change least.
  for (const [field, value] of Object.entries(changed)) if (value !== stored[field]) set[field] = value;
  for (const field of Object.keys(stored)) if (!(field in changed)) unset[field] = '';
  const failedAt = after.refunds.find((refund) => refund.status === 'failed')?.failedAt;
  const found = {
    booking: bookedAs(after),
    attendAt,
    refundFailedAt: failedAt,
    claimWaitingSince: waitingClaims(after).map(waitingSince)[0],
    undecided: isUndecided(after.status, after.receipt) ? true : undefined,
    unweighed: may('receive', after) ? openWeights(after) : undefined,
  };
  for (const [field, value] of Object.entries(found))
    if (value === undefined) unset[field] = '';
    else set[field] = value;
  if (may('pay', before) && !may('pay', after)) unset['unpaidSlots'] = '';
  return {
    filter: { _id: before.id, version: before.version },
    update: {
      $set: set,
      $unset: unset,
      ...(outbox.length === 0 ? {} : { $push: { outbox: { $each: [...outbox] } } }),
    },
  };
}
