import { amendFacts, type Order, type OrderIn } from '../order';
import { type Payment } from '../payment';

type Received = OrderIn<'ready' | 'collected' | 'closed'>;

/** Whether the goods are there and the payment provider, who gives the money free only then, was not told yet. */
export const owesHandover = (order: Order): order is Received =>
  (order.status === 'ready' || order.status === 'collected' || order.status === 'closed') &&
  order.facts.payment.handover === 'owed';

export const endHandover = (order: Received, handover: 'told' | 'refused'): Order => {
  const payment: Payment = { ...order.facts.payment, handover };
  return amendFacts(order, { payment });
};
