import type Stripe from 'stripe';
import { OrderId, RefundId } from '#shared/contracts/ids';
import { z } from '#shared/contracts/zod';
import { type ProviderEvent } from '../paymentProvider';

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

const Name = z.string().min(1).max(255);
/** As much of an event as we rely on: its signature says who sent it, not that it is whole. */
const Event = z.object({ id: Name, type: Name, data: z.object({ object: z.looseObject({}) }) });
const Subject = z.object({ id: Name, metadata: z.unknown() });
/** What we gave the intent and the refund along; one that has it not is none of ours. */
const OfIntent = z.object({ orderId: OrderId });
const OfRefund = z.object({
  orderId: OrderId,
  refundId: RefundId,
  attempt: z.coerce.number().int().positive(),
});

/**
 * What an event of Stripe is about.
 * @throws {ZodError} when it has not the shape of one
 */
export function toProviderEvent(event: unknown): ProviderEvent {
  const { id, type, data } = Event.parse(event);
  return { provider: 'stripe', eventId: id, type, subject: subjectOf(type, data.object) };
}

function subjectOf(type: string, object: unknown): ProviderEvent['subject'] {
  const kind = Object.hasOwn(subjects, type) ? subjects[type as keyof typeof subjects] : undefined;
  if (kind === undefined) return { kind: 'nothing' };
  const { id, metadata } = Subject.parse(object);
  if (kind === 'intent') {
    const ours = OfIntent.safeParse(metadata).data;
    return ours
      ? { kind, intentId: id, orderId: ours.orderId, taken: type === 'payment_intent.succeeded' }
      : { kind: 'nothing' };
  }
  const ours = OfRefund.safeParse(metadata).data;
  return ours ? { kind, ...ours, providerRefundId: id } : { kind: 'nothing' };
}
