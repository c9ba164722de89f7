import { cny } from '#shared/contracts/money';
import { type PaymentView } from '#shared/contracts/orders/paymentViews';
import { hasPayment, type Order } from '../domain/order';
import { type Payment, type PaymentAttempt } from '../domain/payment';

/** How the payment of an order stands, and what the shopper has to do next. */
export function presentPayment(order: Order): PaymentView {
  const base = { orderId: order.id, amount: cny(order.amounts.totalFen) };
  if (hasPayment(order)) return { ...base, ...ofPayment(order.facts.payment) };
  const attempt = order.attempts.at(-1);
  return {
    ...base,
    ...(attempt ? ofAttempt(attempt) : notBegun),
    ...(order.status === 'awaiting_payment' ? { payBefore: order.facts.payBefore.toISOString() } : {}),
  };
}

type Part = Omit<PaymentView, 'orderId' | 'amount'>;
const notBegun: Part = { status: 'none', step: { kind: 'none' } };

function ofPayment(payment: Payment): Part {
  const { paymentId, method, state } = payment;
  return {
    status: state,
    paymentId,
    method,
    step: { kind: 'none' },
    ...(state === 'captured' ? { captured: cny(payment.capturedFen) } : {}),
  };
}

function ofAttempt(attempt: PaymentAttempt): Part {
  const { paymentId, wish } = attempt;
  const named = { paymentId, method: wish.method };
  switch (attempt.state) {
    case 'open':
      return { ...named, status: 'waiting', step: attempt.step };
    case 'asked':
    case 'giving_up':
    case 'paid':
      return { ...named, status: 'waiting', step: { kind: 'none' } };
    case 'declined':
      return { ...named, status: 'declined', declineCode: attempt.declineCode, step: { kind: 'none' } };
    case 'given_up':
      return notBegun;
  }
}
