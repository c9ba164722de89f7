import { endHandover, owesHandover } from '../../domain/handover/tell';
import { type Order } from '../../domain/order';
import { type OrdersDeps } from '../deps';

/**
 * Tells the provider of a payment that the goods are there, where it gives the money free only then.
 *
 * After a crash: the provider is asked first whether it knows, so that whoever goes on tells it once.
 * @throws {Refused} PAYMENT_UNAVAILABLE
 */
export async function tellHandover(deps: OrdersDeps, order: Order): Promise<Order> {
  if (!owesHandover(order)) return order;
  const { payment, readyAt } = order.facts;
  const { intentId } = payment;
  const told = await deps.payments.of(payment.provider).handover?.tell({
    intentId,
    payer: order.attempts.find(({ paymentId }) => paymentId === payment.paymentId)?.payer,
    way: order.fulfilment.kind,
    goods: order.lines.map(({ offer }) => offer.title.zh),
    at: readyAt,
  });
  const end = told ?? 'refused';
  if (end === 'refused')
    deps.log.error(
      { orderId: order.id, intentId },
      'a payment provider does not hear that goods were handed over',
    );
  return deps.orders.change(
    order.id,
    (now) => (owesHandover(now) ? { order: endHandover(now, end) } : undefined),
    order,
  );
}
