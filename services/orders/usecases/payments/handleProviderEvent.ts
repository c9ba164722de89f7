import { type ProviderEvent } from '../../clients/paymentProvider';
import { hasPayment, type Order } from '../../domain/order';
import { isOf } from '../../domain/payment';
import { type Refund } from '../../domain/refund';
import { type OrdersDeps } from '../deps';
import { recordRefund } from '../refunds/payRefunds';
import { recordIntent } from './followAttempt';

/** Brings the order that a report is about up to date. Reports about what is none of ours are passed over. */
export async function handleProviderEvent(deps: OrdersDeps, event: ProviderEvent): Promise<void> {
  const { provider, subject } = event;
  if (subject.kind === 'nothing') return;
  const order = await deps.orders.find(subject.orderId);
  if (!order) return;
  const payments = deps.payments.of(provider);
  if (subject.kind === 'intent') {
    if (isKnown(order, event)) return;
    await recordIntent(deps, order, await payments.find(subject.intentId));
  } else if (hasPayment(order) && order.facts.payment.provider === provider) {
    const refund = order.refunds.find(({ refundId }) => refundId === subject.refundId);
    if (!refund || !isOfNow(refund, subject.attempt)) return;
    const { intentId } = order.facts.payment;
    await recordRefund(
      deps,
      order,
      await payments.findRefund({ ...subject, attempt: refund.attempt, intentId, fen: refund.fen }),
    );
  }
}

/** Most reports tell what the reply to our own call told before: nothing needs to be asked. */
function isKnown(order: Order, { provider, subject }: ProviderEvent): boolean {
  if (subject.kind !== 'intent' || !hasPayment(order)) return false;
  const { payment } = order.facts;
  if (!isOf(payment, { provider, intentId: subject.intentId })) return false;
  return subject.taken ? payment.state === 'captured' : payment.state !== 'capturing';
}

/** A provider may give a later attempt back under the number of an earlier one: while the order waits, it is asked how that stands. */
const isOfNow = (refund: Refund, attempt: number): boolean =>
  attempt === refund.attempt || (attempt < refund.attempt && refund.status === 'pending');
