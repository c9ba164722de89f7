import { type OrderMoney } from '#shared/contracts/events/orderMoney';
import { type LineId } from '#shared/contracts/ids';
import { cny } from '#shared/contracts/money';
import { waitOfLine } from './claims/waiting';
import { earnsCommission } from './commission';
import { hasPayment, type Order } from './order';
import { addressOf, moneyChanged, type OrderEvent } from './orderEvents';
import { type Charge, type Refund } from './refund';
import { refundedOfLine } from './refunds';

/** While a claim of a line waits, its commission does (rule 23). */
function toldWait(order: Order, lineId: LineId): Pick<OrderMoney['lines'][number], 'claim'> {
  const wait = waitOfLine(order, lineId);
  if (!wait) return {};
  const decided = wait.until ? { decidedAt: wait.until.toISOString() } : {};
  return { claim: { openedAt: wait.since.toISOString(), ...decided } };
}

/** The whole money of an order as it stands; undefined before any was taken. */
export function statementOf(order: Order): OrderMoney | undefined {
  if (!hasPayment(order) || order.facts.payment.state !== 'captured') return undefined;
  const { provider, method, paymentId, intentId, capturedFen, capturedAt } = order.facts.payment;
  const uncharged = order.refunds.filter(isUncharged);
  const unchargedFees = uncharged.reduce((sum, { deliveryFeeFen }) => sum + deliveryFeeFen, 0);
  return {
    ...addressOf(order),
    payment: {
      ...{ provider, method, paymentId, intentId },
      captured: cny(capturedFen),
      capturedAt: capturedAt.toISOString(),
    },
    deliveryFee: cny(order.amounts.deliveryFeeFen - unchargedFees),
    ...(order.feeTaxBasisPoints === undefined ? {} : { feeTaxBasisPoints: order.feeTaxBasisPoints }),
    lines: order.lines.map(({ lineId, offer, price, ordered, taxBasisPoints }) => ({
      lineId,
      skuId: offer.skuId,
      categoryId: offer.categoryId,
      title: offer.title,
      supplierId: offer.supplierId,
      quantity: ordered,
      taken: cny(price.chargedFen - refundedOfLine({ refunds: uncharged }, lineId)),
      ...(taxBasisPoints === undefined ? {} : { taxBasisPoints }),
      fresh: offer.fresh,
      commissionBasisPoints: offer.commissionBasisPoints,
      ...toldWait(order, lineId),
    })),
    refunds: order.refunds.filter((refund) => !isUncharged(refund)).map(toldRefund),
    ...collectionOf(order),
  };
}

/** What is to be told of a change from `before` to `after`: nothing, unless the money of the order stands differently. */
export function moneyEvents(before: Order, after: Order): OrderEvent[] {
  const now = statementOf(after);
  if (!now) return [];
  const { version: _now, ...says } = now;
  const { version: _before, ...said } = statementOf(before) ?? { version: 0 };
  return JSON.stringify(says) === JSON.stringify(said) ? [] : [moneyChanged(now)];
}

const isUncharged = (refund: Refund): boolean =>
  refund.status === 'succeeded' && refund.way === 'not_charged';

function toldRefund(refund: Refund): OrderMoney['refunds'][number] {
  return {
    refundId: refund.refundId,
    reason: refund.reason,
    attempt: refund.attempt,
    amount: cny(refund.fen),
    deliveryFee: cny(refund.deliveryFeeFen),
    lines: refund.lines.map(({ lineId, fen }) => ({ lineId, amount: cny(fen) })),
    decidedAt: refund.decidedAt.toISOString(),
    ...progressOf(refund),
    ...(refund.charges === undefined ? {} : { charges: refund.charges.map(toldCharge) }),
  };
}

/** Who decided it is told to nobody else. */
const toldCharge = ({ fen, at, by: _by, ...charge }: Charge) => ({
  ...charge,
  amount: cny(fen),
  at: at.toISOString(),
});

function progressOf(
  refund: Refund,
): Pick<OrderMoney['refunds'][number], 'status' | 'settledAt' | 'providerRefundId'> {
  const { providerRefundId } = { providerRefundId: undefined, ...refund };
  const named = providerRefundId === undefined ? {} : { providerRefundId };
  switch (refund.status) {
    case 'due':
    case 'requested':
    case 'pending':
      return { status: 'decided', ...named };
    case 'succeeded':
      return { status: 'returned', settledAt: refund.settledAt.toISOString(), ...named };
    case 'failed':
      return { status: 'failed', settledAt: refund.failedAt.toISOString(), ...named };
  }
}

function collectionOf(order: Order): Pick<OrderMoney, 'collectedAt' | 'leaderAccountId'> {
  if (!('collectedAt' in order.facts)) return {};
  const { collectedAt, leaderAccountId } = order.facts;
  return {
    collectedAt: collectedAt.toISOString(),
    ...(earnsCommission(order, leaderAccountId) ? { leaderAccountId } : {}),
  };
}
