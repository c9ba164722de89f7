import type Stripe from 'stripe';
import { type IntentWish } from '../paymentProvider';

type Params = Stripe.PaymentIntentCreateParams;

/**
 * What is asked of Stripe for one attempt to pay. The same attempt gives the same parameters, as its idempotency key demands.
 * The intent as a whole captures automatically, since wallets cannot be captured later; cards are captured by hand.
 */
export function intentParams(intent: IntentWish, publicUrl: string): Params {
  const { orderId, paymentId, accountId, amountFen } = intent;
  return {
    amount: amountFen,
    currency: 'cny',
    metadata: { orderId, paymentId, accountId },
    ...methodParams(intent, publicUrl),
  };
}

function methodParams({ wish, orderId }: IntentWish, publicUrl: string): Partial<Params> {
  switch (wish.method) {
    case 'card':
      return {
        allowed_payment_method_types: ['card'],
        payment_method_options: { card: { capture_method: 'manual' } },
        ...(wish.paymentMethodId === undefined
          ? {}
          : {
              payment_method: wish.paymentMethodId,
              confirm: true,
              return_url: publicUrl + (wish.returnPath ?? `/orders/${orderId}`),
            }),
      };
    case 'alipay':
      return {
        allowed_payment_method_types: ['alipay'],
        payment_method_data: { type: 'alipay' },
        confirm: true,
        return_url: publicUrl + (wish.returnPath ?? `/orders/${orderId}`),
      };
    case 'wechat_pay':
      return {
        allowed_payment_method_types: ['wechat_pay'],
        payment_method_data: { type: 'wechat_pay' },
        payment_method_options: { wechat_pay: { client: 'web' } },
        confirm: true,
      };
  }
}
