import { type ProviderEvent } from '../../clients/paymentProvider';
import { hasPayment, type Order } from '../../domain/order';
import { type OrdersDeps } from '../deps';
import { recordRefund } from '../refunds/payRefunds';
import { recordIntent } from './followAttempt';

/** Brings the order that a report is about up to date. Reports about what is none of ours are passed over. */
export async function handleProviderEvent(deps: OrdersDeps, { type, subject }: ProviderEvent): Promise<void> {
  if (subject.kind === 'nothing' || subject.orderId === undefined) return;
  const order = await deps.orders.find(subject.orderId);
  if (!order) return;
  if (subject.kind === 'refund') {
    await recordRefund(deps, order, await deps.payments.findRefund(subject.providerRefundId));
    return;
  }
  if (isKnown(order, type, subject.intentId)) return;
  await recordIntent(deps, order, await deps.payments.find(subject.intentId));
}

/** Most reports tell what the reply to our own call told before: nothing needs to be asked. */
function isKnown(order: Order, type: string, intentId: string): boolean {
  if (!hasPayment(order) || order.facts.payment.intentId !== intentId) return false;
  const { state } = order.facts.payment;
  return type === 'payment_intent.succeeded' ? state === 'captured' : state !== 'capturing';
}
