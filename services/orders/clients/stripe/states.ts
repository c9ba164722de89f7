import type Stripe from 'stripe';
import { PaymentId, RefundId } from '#shared/contracts/ids';
import { type PaymentStep } from '#shared/contracts/orders/paymentViews';
import { z } from '#shared/contracts/zod';
import { type Intent, type PaymentOutcome } from '../../domain/payment';
import { type ProviderRefund } from '../paymentProvider';

/** Where a person can pay an intent: the page for cards, or the sandbox's. */
export type PayPage = (intent: {
  readonly id: string;
  readonly clientSecret: string;
  readonly orderId: string | undefined;
}) => string | undefined;

export function toIntent(intent: Stripe.PaymentIntent, payPage: PayPage): Intent {
  return {
    provider: 'stripe',
    intentId: intent.id,
    paymentId: PaymentId.safeParse(intent.metadata['paymentId']).data,
    amountFen: intent.amount,
    outcome: outcomeOf(intent, payPage),
  };
}

/** Every state of an intent; Stripe's own type admits any text, so that a new one would go unnoticed. */
const IntentStatus = z.enum([
  'requires_payment_method',
  'requires_confirmation',
  'requires_action',
  'processing',
  'requires_capture',
  'succeeded',
  'canceled',
]);

/** Stripe's states in our words: the one place that knows them. */
function outcomeOf(intent: Stripe.PaymentIntent, payPage: PayPage): PaymentOutcome {
  switch (IntentStatus.parse(intent.status)) {
    case 'requires_payment_method':
      return intent.last_payment_error
        ? { kind: 'declined', declineCode: declineCodeOf(intent.last_payment_error) }
        : { kind: 'waiting', step: stepOf(intent, payPage) };
    case 'requires_confirmation':
    case 'requires_action':
      return { kind: 'waiting', step: stepOf(intent, payPage) };
    case 'processing':
      return { kind: 'processing' };
    case 'requires_capture':
      return { kind: 'authorised', fen: intent.amount_capturable };
    case 'succeeded':
      return { kind: 'captured', fen: intent.amount_received };
    case 'canceled':
      return { kind: 'cancelled' };
  }
}

export const declineCodeOf = (error: { decline_code?: string; code?: string }): string =>
  error.decline_code ?? error.code ?? 'declined';

function stepOf(intent: Stripe.PaymentIntent, payPage: PayPage): PaymentStep {
  const action = intent.next_action;
  const qr = action?.wechat_pay_display_qr_code;
  if (qr)
    return {
      kind: 'show_qr',
      data: qr.data,
      imageDataUrl: qr.image_data_url,
      pageUrl: qr.hosted_instructions_url,
    };
  const alipay = action?.alipay_handle_redirect;
  if (alipay?.url) return redirect(alipay.url, alipay.native_url);
  const elsewhere = action?.redirect_to_url;
  if (elsewhere?.url) return redirect(elsewhere.url, null);
  const clientSecret = intent.client_secret;
  if (clientSecret === null) return { kind: 'none' };
  const pageUrl = payPage({ id: intent.id, clientSecret, orderId: intent.metadata['orderId'] });
  return { kind: 'confirm_card', clientSecret, ...(pageUrl === undefined ? {} : { pageUrl }) };
}

const redirect = (url: string, nativeUrl: string | null): PaymentStep => ({
  kind: 'redirect',
  url,
  ...(nativeUrl === null ? {} : { nativeUrl }),
});

export function toProviderRefund(refund: Stripe.Refund): ProviderRefund {
  return {
    providerRefundId: refund.id,
    refundId: RefundId.safeParse(refund.metadata?.['refundId']).data,
    attempt: Number(refund.metadata?.['attempt'] ?? 1),
    outcome: refundOutcome(refund),
  };
}

function refundOutcome({ status, failure_reason: failure }: Stripe.Refund): ProviderRefund['outcome'] {
  switch (status) {
    case 'succeeded':
      return { kind: 'succeeded' };
    case 'failed':
    case 'canceled':
      return { kind: 'failed', failure: failure ?? status };
    // Stripe types the status as free text; whatever it adds is not settled yet.
    default:
      return { kind: 'pending' };
  }
}
