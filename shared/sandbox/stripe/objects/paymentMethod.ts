import type Stripe from 'stripe';
import { cardOf } from '../cards';
import type { Billing, MethodRecord } from '../state/records';

/** A PaymentMethod in Stripe's full shape. */
export function presentMethod(method: MethodRecord): Stripe.PaymentMethod {
  return {
    id: method.id,
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: presentBilling(method.billing),
    ...details(method),
    created: method.created,
    customer: method.customer,
    customer_account: null,
    livemode: false,
    metadata: method.metadata,
    type: method.type,
  };
}

const emptyAddress = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null };

/** Billing details as on methods and charges. */
export const presentBilling = (billing: Billing) =>
  ({ ...billing, address: billing.address ?? emptyAddress }) as Stripe.Charge.BillingDetails;

function details(method: MethodRecord): Partial<Stripe.PaymentMethod> {
  switch (method.type) {
    case 'card':
      return { card: presentCard(method) };
    case 'alipay':
      return { alipay: {} };
    case 'wechat_pay':
      return { wechat_pay: {} };
  }
}

function presentCard(method: Extract<MethodRecord, { type: 'card' }>): Stripe.PaymentMethod.Card {
  const card = cardOf(method.card);
  return {
    brand: card.brand,
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'unchecked' },
    country: card.country,
    display_brand: card.brand,
    exp_month: method.expMonth,
    exp_year: method.expYear,
    fingerprint: fingerprint(card.number),
    funding: card.funding,
    generated_from: null,
    last4: card.number.slice(-4),
    networks: { available: [card.brand], preferred: null },
    regulated_status: 'unregulated',
    three_d_secure_usage: { supported: true },
    wallet: null,
  };
}

/** The same number has the same fingerprint, and does not show in it. */
export const fingerprint = (number: string) =>
  Buffer.from(number.slice(6)).toString('base64url').slice(0, 16).padEnd(16, 'x');
