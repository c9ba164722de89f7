import { type EventData } from '#shared/contracts/events';
import { type ordersEvents } from '#shared/contracts/events/orders';
import { cny } from '#shared/contracts/money';
import { type OrderLine } from './line';
import { type After, type Order } from './order';
import { type Refund } from './refund';

type Type = keyof typeof ordersEvents;

/** Something that happened to an order, to be told to the other services; it leaves with the write that makes it true. */
export type OrderFact = { readonly [T in Type]: { readonly type: T; readonly data: EventData<T> } }[Type];

const fact = <T extends Type>(type: T, data: EventData<T>): OrderFact =>
  ({ type, data }) as unknown as OrderFact;

/** What every fact about an order says. */
export const addressOf = (order: Order) => ({
  orderId: order.id,
  accountId: order.accountId,
  cityId: order.cityId,
  cycleId: order.cycleId,
  pickupPointId: order.pickupPointId,
  groupOrderId: order.groupOrderId,
  placedAt: order.placedAt.toISOString(),
  version: order.version,
});

/** Lines as neighbours see them, with the units that are to come; lines of which nothing comes are left out. */
export const publicLines = (lines: readonly OrderLine[]) =>
  lines
    .filter(({ allocated }) => allocated > 0)
    .map(({ lineId, offer, allocated }) => ({
      lineId,
      offerId: offer.offerId,
      skuId: offer.skuId,
      title: offer.title,
      quantity: allocated,
    }));

export const paid = (order: After<'pay'>) =>
  fact('orders.paid.v1', {
    ...addressOf(order),
    total: cny(order.amounts.totalFen),
    initial: initialOf(order),
    fulfilment: order.fulfilment.kind,
    lines: publicLines(order.lines),
  });

export const expired = (order: After<'expire'>) => fact('orders.expired.v1', addressOf(order));

export const cancelled = (order: After<'cancel'>) =>
  fact('orders.cancelled.v1', { ...addressOf(order), wasPaid: order.payment !== undefined });

export const failed = (order: After<'fail'>) =>
  fact('orders.failed.v1', { ...addressOf(order), reason: order.failedBecause });

export const consolidated = (order: After<'consolidate'>) =>
  fact('orders.consolidated.v1', {
    ...addressOf(order),
    consolidationId: order.consolidationId,
    lines: publicLines(order.lines),
  });

export const departed = (order: After<'depart'>) =>
  fact('orders.in_transit.v1', { ...addressOf(order), departedAt: order.departedAt.toISOString() });

export const ready = (order: After<'receive'>) =>
  fact('orders.ready.v1', {
    ...addressOf(order),
    readyAt: order.readyAt.toISOString(),
    lines: publicLines(order.lines),
  });

export const collected = (order: After<'collect'>) =>
  fact('orders.collected.v1', { ...addressOf(order), collectedAt: order.collectedAt.toISOString() });

export const closed = (order: After<'close'>) => fact('orders.closed.v1', addressOf(order));

export const refunded = (order: Order, refund: Refund) =>
  fact('orders.refunded.v1', {
    ...addressOf(order),
    refundId: refund.refundId,
    amount: cny(refund.fen),
    reason: refund.reason,
    lineIds: refund.lines.map(({ lineId }) => lineId),
  });

export const refundFailed = (order: Order, refund: Refund) =>
  fact('orders.refund_failed.v1', {
    ...addressOf(order),
    refundId: refund.refundId,
    amount: cny(refund.fen),
  });

/** How neighbours see the person: the first character of the name, whole even where it takes two code units. */
export const initialOf = ({ onBehalfOf, recipient }: Pick<Order, 'onBehalfOf' | 'recipient'>): string =>
  Array.from((onBehalfOf ?? recipient).name)[0] ?? '';
