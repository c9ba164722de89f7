import { type OrderView } from '../../../shared/contracts/orders/orderViews';
import { type Quote } from '../../../shared/contracts/orders/quotes';
import { type PaymentView } from '../../../shared/contracts/orders/paymentViews';
import { type OrdersWorld, until } from './world';

export const fen = (amount: number) => ({ amount, currency: 'CNY' });
export const visa = { method: 'card', paymentMethodId: 'pm_card_visa' };

/** The body of `POST /orders`: one box of apples for Wang Mei at her pickup point, unless told otherwise. */
export const anOrderWish = (changes: object = {}) => ({
  cycleId: 'cyc_20260301',
  pickupPointId: 'ppt_001',
  lines: [{ offerId: 'off_apples', quantity: 1 }],
  recipient: { name: '王梅', phone: '13800138000' },
  expectedTotal: fen(990),
  ...changes,
});

type Reply = { status: number; body: OrderView & { code: string; quote: Quote } };
type PaymentReply = { status: number; body: PaymentView & { code: string } };

/** What shoppers, their bank and operators do, on the world that `worldOf` gives at that moment. */
export function shopping(worldOf: () => Omit<OrdersWorld, 'through'>) {
  const act = {
    place: async (
      body: object = anOrderWish(),
      { who = 'acc_mei', key = worldOf().newKey() } = {},
    ): Promise<Reply> => worldOf().send('post', '/orders', who, { body, key }),
    /** A new order's id. */
    placed: async (changes: object = {}): Promise<string> =>
      (await act.place(anOrderWish(changes))).body.orderId,
    pay: async (
      orderId: string,
      body: object = visa,
      { key = worldOf().newKey(), who = 'acc_mei' } = {},
    ): Promise<PaymentReply> => worldOf().send('post', `/orders/${orderId}/payments`, who, { body, key }),
    cancel: async (orderId: string, who = 'acc_mei'): Promise<Reply> =>
      worldOf().send('post', `/orders/${orderId}/cancel`, who),
    order: async (orderId: string): Promise<OrderView> =>
      (await worldOf().send('get', `/orders/${orderId}`, 'acc_boss:operator')).body as OrderView,
    /** Asks Stripe, as the shopper's screen does. */
    payment: async (orderId: string): Promise<PaymentView> =>
      (await worldOf().send('get', `/orders/${orderId}/payment`, 'acc_mei')).body as PaymentView,
    grant: async (
      orderId: string,
      amount: number,
      { key = worldOf().newKey(), who = 'acc_boss:operator' } = {},
    ): Promise<Reply> =>
      worldOf().send('post', `/orders/${orderId}/refunds`, who, {
        key,
        body: { lines: [{ lineId: 'l1', amount: fen(amount) }] },
      }),
    /** Ids of the orders with a refund that failed. */
    failedRefunds: async (): Promise<string[]> => {
      const { body } = await worldOf().send('get', '/orders/search?refund=failed', 'acc_boss:operator');
      return (body as { items: OrderView[] }).items.map(({ orderId }) => orderId);
    },
    intentOf: async (orderId: string): Promise<string> => {
      const stored = await worldOf().stored(orderId);
      const attempts = (stored?.['attempts'] ?? []) as { intentId?: string }[];
      return attempts.at(-1)?.intentId ?? '';
    },
    /** What a person does on the page of the wallet or bank. */
    payByHand: async (orderId: string) =>
      worldOf().sandbox.control('POST', `/payment_intents/${await act.intentOf(orderId)}/pay`, {}),
    intentsOf: async (orderId: string) => {
      const intents = await worldOf().sandbox.stripe.paymentIntents.list({ limit: 100 });
      return intents.data.filter(({ metadata }) => metadata['orderId'] === orderId);
    },
    when: (orderId: string, holds: (now: OrderView) => boolean): Promise<OrderView> =>
      until(async () => {
        const now = await act.order(orderId);
        return holds(now) ? now : undefined;
      }),
    reaches: (orderId: string, status: OrderView['status']) =>
      act.when(orderId, (now) => now.status === status),
    /** When every refund of the order has succeeded. */
    settled: (orderId: string) =>
      act.when(
        orderId,
        ({ refunds }) => refunds.length > 0 && refunds.every(({ status }) => status === 'succeeded'),
      ),
  };
  return act;
}
