import type Stripe from 'stripe';
import { OrderId } from '#shared/contracts/ids';
import { type ProviderEvent } from './paymentProvider';

const subjects = {
  'payment_intent.amount_capturable_updated': 'intent',
  'payment_intent.succeeded': 'intent',
  'payment_intent.payment_failed': 'intent',
  'payment_intent.canceled': 'intent',
  'payment_intent.processing': 'intent',
  'refund.created': 'refund',
  'refund.updated': 'refund',
  'refund.failed': 'refund',
} as const satisfies Partial<Record<Stripe.Event.Type, ProviderEvent['subject']['kind']>>;

/** The types that a webhook needs to be sent; the others say nothing new about intents and refunds. */
export const eventTypes = Object.keys(subjects) as readonly (keyof typeof subjects)[];

/** What an event of Stripe is about. */
export function toProviderEvent(event: Stripe.Event): ProviderEvent {
  return { eventId: event.id, type: event.type, subject: subjectOf(event) };
}

function subjectOf({ type, data }: Stripe.Event): ProviderEvent['subject'] {
  const kind = (subjects as Partial<Record<string, 'intent' | 'refund'>>)[type];
  if (kind === undefined) return { kind: 'nothing' };
  const { id, metadata } = data.object as Stripe.PaymentIntent | Stripe.Refund;
  return kind === 'intent'
    ? { kind, intentId: id, ...orderOf(metadata) }
    : { kind, providerRefundId: id, ...orderOf(metadata) };
}

function orderOf(metadata: Stripe.Metadata | null): { orderId?: OrderId } {
  const orderId = OrderId.safeParse(metadata?.['orderId']).data;
  return orderId === undefined ? {} : { orderId };
}
