import type Stripe from 'stripe';
import { cardOf } from '../cards';
import type { ChargeRecord, IntentRecord, MethodRecord } from '../state/records';
import type { World } from '../world';
import { stripeAddress } from './paymentIntent';
import { fingerprint, presentBilling } from './paymentMethod';

/** A Charge in Stripe's full shape. */
export function presentCharge(world: World, charge: ChargeRecord): Stripe.Charge {
  const intent = world.store.intent.get(charge.intent);
  const method = world.store.method.get(charge.method);
  if (!intent || !method) throw new Error(`Charge ${charge.id} lost its intent or its method`);
  const { state } = charge;
  const decline = state.kind === 'failed' ? state.decline : null;
  return {
    id: charge.id,
    object: 'charge',
    amount: charge.amount,
    amount_captured: state.kind === 'captured' ? state.amount : 0,
    amount_refunded: charge.refunded,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: state.kind === 'captured' ? state.transaction : null,
    billing_details: presentBilling(method.billing),
    calculated_statement_descriptor: intent.statementDescriptor ?? 'LINTUAN',
    captured: state.kind === 'captured',
    created: charge.created,
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: outcome(charge),
    paid: state.kind !== 'failed',
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: methodDetails(charge, intent, method),
    radar_options: {},
    receipt_email: intent.receiptEmail,
    receipt_number: null,
    receipt_url: null,
    refunded: state.kind === 'captured' && charge.refunded === state.amount,
    review: null,
    shipping: intent.shipping && { ...intent.shipping, address: stripeAddress(intent.shipping.address) },
    source: null,
    source_transfer: null,
    statement_descriptor: intent.statementDescriptor,
    statement_descriptor_suffix: intent.statementDescriptorSuffix,
    status: state.kind === 'failed' ? 'failed' : 'succeeded',
    transfer_data: null,
    transfer_group: intent.transferGroup,
  };
}

function outcome({ state }: ChargeRecord): Stripe.Charge.Outcome {
  const risk = { risk_level: 'normal', risk_score: 20 };
  if (state.kind !== 'failed')
    return {
      advice_code: null,
      network_advice_code: null,
      network_decline_code: null,
      network_status: 'approved_by_network',
      reason: null,
      ...risk,
      seller_message: 'Payment complete.',
      type: 'authorized',
    };
  return {
    advice_code: 'try_again_later',
    network_advice_code: null,
    network_decline_code: '01',
    network_status: 'declined_by_network',
    reason: state.decline.declineCode ?? state.decline.code,
    ...risk,
    seller_message: 'The bank or wallet declined the payment.',
    type: 'issuer_declined',
  };
}

function methodDetails(
  charge: ChargeRecord,
  intent: IntentRecord,
  method: MethodRecord,
): Stripe.Charge.PaymentMethodDetails {
  const transaction = charge.state.kind === 'failed' ? null : charge.id.slice(-20);
  switch (method.type) {
    case 'alipay':
      return {
        type: 'alipay',
        alipay: { buyer_id: '2088000000000000', fingerprint: null, transaction_id: transaction },
      };
    case 'wechat_pay':
      return { type: 'wechat_pay', wechat_pay: { fingerprint: null, transaction_id: transaction } };
    case 'card':
      return { type: 'card', card: cardDetails(charge, intent, method) };
  }
}

function cardDetails(
  { state, id }: ChargeRecord,
  intent: IntentRecord,
  method: Extract<MethodRecord, { type: 'card' }>,
): Stripe.Charge.PaymentMethodDetails.Card {
  const card = cardOf(method.card);
  const captureBefore = state.kind === 'authorised' || state.kind === 'captured' ? state.captureBefore : null;
  return {
    amount_authorized: state.kind === 'failed' ? null : intent.amount,
    authorization_code: state.kind === 'failed' ? null : id.slice(-6),
    brand: card.brand,
    ...(captureBefore !== null && { capture_before: captureBefore }),
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
    country: card.country,
    electronic_commerce_indicator: null,
    exp_month: method.expMonth,
    exp_year: method.expYear,
    extended_authorization: { status: 'disabled' },
    fingerprint: fingerprint(card.number),
    funding: card.funding,
    incremental_authorization: { status: 'unavailable' },
    installments: null,
    last4: card.number.slice(-4),
    mandate: null,
    multicapture: { status: 'unavailable' },
    network: card.brand,
    network_token: { used: false },
    network_transaction_id: id.slice(-15),
    overcapture: { maximum_amount_capturable: intent.amount, status: 'unavailable' },
    regulated_status: 'unregulated',
    three_d_secure: null,
    transaction_link_id: null,
    wallet: null,
  };
}
