import { type GuardedWrite } from '#shared/kit/mongo/guardedWrites';
import { type OutboxEvent } from '#shared/kit/outbox/outboxEvent';
import { type Order, type OrderIdentity } from '../domain/order';
import { isUnweighed } from '../domain/weighing';
import { type StoredOrder } from './orderModel';

/** Fields that no decision changes; `recipient` and the like change only when a person leaves. */
const fixed = {
  id: true,
  accountId: true,
  cityId: true,
  cycleId: true,
  pickupPointId: true,
  groupOrderId: true,
  fulfilment: true,
  recipient: true,
  onBehalfOf: true,
  note: true,
  placedAt: true,
  holdUntil: true,
  cutoffAt: true,
  graceUntil: true,
  pickupDate: true,
  amounts: true,
  fingerprint: true,
} as const satisfies Record<keyof OrderIdentity, true>;

const openWeights = ({ lines, receipt }: Order): number | undefined =>
  receipt?.outcome === 'consolidated' ? lines.filter(isUnweighed).length || undefined : undefined;

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
  // What a decision left alone is the same object still: an order's lines are most of it and change least.
  for (const [field, value] of Object.entries(after))
    if (!(field in fixed) && value !== before[field as keyof Order]) set[field] = value;
  for (const field of Object.keys(before)) if (!(field in fixed) && !(field in after)) unset[field] = '';
  const failedAt = after.refunds.find((refund) => refund.status === 'failed')?.failedAt;
  const isConsolidated = after.status === 'consolidated';
  const found = {
    attendAt,
    refundFailedAt: failedAt,
    unsettled: isConsolidated && !after.receipt ? true : undefined,
    unweighed: isConsolidated || after.status === 'in_transit' ? openWeights(after) : undefined,
  };
  for (const [field, value] of Object.entries(found))
    if (value === undefined) unset[field] = '';
    else set[field] = value;
  return {
    filter: { _id: before.id, version: before.version },
    update: {
      $set: set,
      $unset: unset,
      ...(outbox.length === 0 ? {} : { $push: { outbox: { $each: [...outbox] } } }),
    },
  };
}
