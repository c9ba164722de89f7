import { amend, type OrderWithPayment } from './order';
import { paidPart, type Payment, type PaymentIn } from './payment';
import { sumOf } from './refund';
import { type Progress, endUncharged } from './refunds';

/** What is left to take of an authorised payment, in fen: what was authorised less every refund decided so far. */
export const fenToCapture = ({ facts: { payment }, refunds }: OrderWithPayment): number =>
  payment.paidFen - sumOf(refunds);

/**
 * Decides to take what is left of an authorised payment (nothing left: to let it go). Refunds that are due become part of it;
 * those decided later wait until the money is taken and are returned.
 */
export function beginCapture(order: OrderWithPayment, now: Date): Progress | undefined {
  if (order.facts.payment.state !== 'authorised') return undefined;
  const ended = endUncharged(order, now) ?? { order: amend(order, {}), events: [] };
  const captureFen = fenToCapture(order);
  const payment = { ...paidPart(order.facts.payment), state: 'capturing', captureFen, since: now } as const;
  return { ...ended, order: withPayment(ended.order as OrderWithPayment, payment) };
}

/** The provider took it (or, with nothing to take, let it go). */
export function finishCapture(
  order: OrderWithPayment,
  outcome: { readonly kind: 'captured'; readonly fen: number } | { readonly kind: 'released' },
  now: Date,
): OrderWithPayment | undefined {
  if (order.facts.payment.state !== 'capturing' && order.facts.payment.state !== 'authorised')
    return undefined;
  const paid = paidPart(order.facts.payment);
  const payment: PaymentIn<'captured' | 'released'> =
    outcome.kind === 'captured'
      ? { ...paid, state: 'captured', capturedFen: outcome.fen, capturedAt: now }
      : { ...paid, state: 'released', releasedAt: now };
  return withPayment(amend(order, {}), payment);
}

/** Within the version that `order` has already. */
const withPayment = <O extends OrderWithPayment>(order: O, payment: Payment): O => ({
  ...order,
  facts: { ...order.facts, payment },
});
