import type Stripe from 'stripe';
import type { Decline } from '../cards';
import type { Address, IntentRecord, MethodType } from '../state/records';
import type { World } from '../world';
import { nextAction } from './nextAction';
import { presentMethod } from './paymentMethod';

/** A PaymentIntent in Stripe's full shape. */
export function presentIntent(world: World, intent: IntentRecord): Stripe.PaymentIntent {
  const { state } = intent;
  const canceled = state.status === 'canceled' ? state : null;
  return {
    id: intent.id,
    object: 'payment_intent',
    allowed_payment_method_types: intent.allowedTypes,
    amount: intent.amount,
    amount_capturable: state.status === 'requires_capture' ? intent.amount : 0,
    amount_details: { tip: {} },
    amount_received: state.status === 'succeeded' ? state.received : 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: intent.automatic && {
      allow_redirects: intent.automatic.allowRedirects,
      enabled: true,
    },
    canceled_at: canceled?.at ?? null,
    cancellation_reason: canceled?.reason ?? null,
    capture_method: intent.captureMethod,
    client_secret: intent.secret,
    confirmation_method: intent.confirmationMethod,
    created: intent.created,
    currency: intent.currency,
    customer: intent.customer,
    customer_account: null,
    description: intent.description,
    excluded_payment_method_types: null,
    last_payment_error: lastError(world, intent),
    latest_charge: intent.latestCharge,
    livemode: false,
    managed_payments: null,
    metadata: intent.metadata,
    next_action: state.status === 'requires_action' ? nextAction(world, intent) : null,
    on_behalf_of: null,
    payment_method: intent.paymentMethod,
    payment_method_configuration_details: null,
    payment_method_options: Object.fromEntries(intent.types.map((type) => [type, optionsOf(intent, type)])),
    payment_method_types: intent.types,
    payment_record: null,
    processing: null,
    receipt_email: intent.receiptEmail,
    review: null,
    setup_future_usage: intent.setupFutureUsage,
    shipping: intent.shipping && { ...intent.shipping, address: stripeAddress(intent.shipping.address) },
    source: null,
    statement_descriptor: intent.statementDescriptor,
    statement_descriptor_suffix: intent.statementDescriptorSuffix,
    status: state.status,
    transfer_data: null,
    transfer_group: intent.transferGroup,
  };
}

/** The SDK types fields as present strings where Stripe itself answers null. */
export const stripeAddress = (address: Address) => address;

function lastError(
  world: World,
  { lastError: failed }: IntentRecord,
): Stripe.PaymentIntent.LastPaymentError | null {
  if (!failed) return null;
  const method = failed.method === null ? undefined : world.store.method.get(failed.method);
  return {
    ...declineFields(failed.decline),
    type: 'card_error',
    ...(failed.charge !== null && { charge: failed.charge }),
    ...(method && { payment_method: presentMethod(method) }),
  };
}

const declineFields = ({ code, declineCode, message }: Decline) => ({
  code,
  doc_url: `https://docs.stripe.com/error-codes#${code.replaceAll('_', '-')}`,
  message,
  ...(declineCode !== undefined && { decline_code: declineCode }),
});

function optionsOf(
  intent: IntentRecord,
  type: MethodType,
): NonNullable<Stripe.PaymentIntent.PaymentMethodOptions[MethodType]> {
  switch (type) {
    case 'card':
      return {
        ...(intent.cardCaptureMethod && { capture_method: intent.cardCaptureMethod }),
        installments: null,
        mandate_options: null,
        network: null,
        request_three_d_secure: 'automatic',
      } satisfies Stripe.PaymentIntent.PaymentMethodOptions.Card;
    case 'alipay':
      return {} satisfies Stripe.PaymentIntent.PaymentMethodOptions.Alipay;
    case 'wechat_pay':
      return {
        app_id: intent.wechatAppId,
        client: intent.wechatClient,
      } satisfies Stripe.PaymentIntent.PaymentMethodOptions.WechatPay;
  }
}
