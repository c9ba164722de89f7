import { type EventData } from '#shared/contracts/events';
import { type OrderMoney } from '#shared/contracts/events/orderMoney';
import { type ordersEvents } from '#shared/contracts/events/orders';
import { cny } from '#shared/contracts/money';
import { type Claim, grantedFen } from './claims/claim';
import { type OrderLine } from './line';
import { type After, type Order } from './order';
import { type Refund } from './refund';

type Type = keyof typeof ordersEvents;

/** Something that happened to an order, to be told to the other services; it leaves with the write that makes it true. */
export type OrderEvent = { readonly [T in Type]: { readonly type: T; readonly data: EventData<T> } }[Type];

const event = <T extends Type>(type: T, data: EventData<T>): OrderEvent =>
  ({ type, data }) as unknown as OrderEvent;

/** What every event about an order says. */
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
  event('orders.paid.v1', {
    ...addressOf(order),
    total: cny(order.amounts.totalFen),
    initial: initialOf(order),
    fulfilment: order.fulfilment.kind,
    lines: publicLines(order.lines),
  });

export const expired = (order: After<'expire'>) => event('orders.expired.v1', addressOf(order));

export const cancelled = (order: After<'cancel'>) =>
  event('orders.cancelled.v1', { ...addressOf(order), wasPaid: order.facts.payment !== undefined });

export const failed = (order: After<'fail'>) =>
  event('orders.failed.v1', { ...addressOf(order), reason: order.facts.failedBecause });

export const consolidated = (order: After<'consolidate'>) =>
  event('orders.consolidated.v1', {
    ...addressOf(order),
    consolidationId: order.facts.consolidationId,
    lines: publicLines(order.lines),
  });

export const departed = (order: After<'depart'>) =>
  event('orders.in_transit.v1', { ...addressOf(order), departedAt: order.facts.departedAt.toISOString() });

export const ready = (order: After<'receive'>) =>
  event('orders.ready.v1', {
    ...addressOf(order),
    readyAt: order.facts.readyAt.toISOString(),
    lines: publicLines(order.lines),
  });

export const collected = (order: After<'collect'>) =>
  event('orders.collected.v1', { ...addressOf(order), collectedAt: order.facts.collectedAt.toISOString() });

export const closed = (order: After<'close'>) => event('orders.closed.v1', addressOf(order));

export const refunded = (order: Order, refund: Refund) =>
  event('orders.refunded.v1', {
    ...addressOf(order),
    refundId: refund.refundId,
    amount: cny(refund.fen),
    reason: refund.reason,
    lineIds: refund.lines.map(({ lineId }) => lineId),
  });

export const refundFailed = (order: Order, refund: Refund) =>
  event('orders.refund_failed.v1', {
    ...addressOf(order),
    refundId: refund.refundId,
    amount: cny(refund.fen),
  });

export const claimOpened = (order: Order, claim: Claim) =>
  event('orders.claim_opened.v1', {
    ...addressOf(order),
    ...aboutClaim(claim),
    asked: cny(claim.askedFen),
    waits: claim.review.length > 0,
  });

export const claimDecided = (order: Order, claim: Claim) =>
  event('orders.claim_decided.v1', {
    ...addressOf(order),
    ...aboutClaim(claim),
    granted: cny(grantedFen(claim)),
  });

const aboutClaim = ({ claimId, lineId, cause, status }: Claim) => ({ claimId, lineId, cause, status });

export const moneyChanged = (money: OrderMoney) => event('orders.money_changed.v1', money);

/** How neighbours see the person: the first character of the name, whole even where it takes two code units. */
export const initialOf = ({ onBehalfOf, recipient }: Pick<Order, 'onBehalfOf' | 'recipient'>): string =>
  Array.from((onBehalfOf ?? recipient).name)[0] ?? '';
