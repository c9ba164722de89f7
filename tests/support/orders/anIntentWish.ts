import { type IntentWish } from '../../../services/orders/clients/paymentProvider';
import { newId } from '../../../shared/kit/ids';

/** One attempt to pay 12.34 yuan, begun at `at`, within a quarter of an hour. Each is of another order. */
export const anIntentWish = (
  at: Date,
  wished: Pick<IntentWish, 'wish'> & Partial<IntentWish>,
): IntentWish => ({
  orderId: newId('ord', at),
  accountId: newId('acc', at),
  paymentId: newId('pay', at),
  amountFen: 1234,
  payBefore: new Date(at.getTime() + 15 * 60_000),
  ...wished,
});
