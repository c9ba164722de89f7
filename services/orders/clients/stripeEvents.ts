import type Stripe from 'stripe';
import { OrderId } from '#shared/contracts/ids';
import { type ProviderEvent } from './paymentProvider';

/** What an event of Stripe is about. Types that say nothing new about intents and refunds are about nothing. */
export function toProviderEvent(event: Stripe.Event): ProviderEvent {
  return { eventId: event.id, type: event.type, subject: subjectOf(event) };
}

function subjectOf(event: Stripe.Event): ProviderEvent['subject'] {
  switch (event.type) {
    case 'payment_intent.amount_capturable_updated':
    case 'payment_intent.succeeded':
    case 'payment_intent.payment_failed':
    case 'payment_intent.canceled':
    case 'payment_intent.processing':
      return {
        kind: 'intent',
        intentId: event.data.object.id,
        ...orderOf(event.data.object.metadata),
      };
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed':
      return {
        kind: 'refund',
        providerRefundId: event.data.object.id,
        ...orderOf(event.data.object.metadata),
      };
    default:
      return { kind: 'nothing' };
  }
}

function orderOf(metadata: Stripe.Metadata | null): { orderId?: OrderId } {
  const orderId = OrderId.safeParse(metadata?.['orderId']).data;
  return orderId === undefined ? {} : { orderId };
}
