import { Instant } from '../common';
import { OrderId, PaymentId } from '../ids';
import { Money } from '../money';
import { z } from '../zod';

export const PaymentMethod = z.enum(['card', 'alipay', 'wechat_pay']);
export type PaymentMethod = z.infer<typeof PaymentMethod>;

/** What the shopper has to do now to finish a payment. */
export const PaymentStep = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('none') }),
    /** Confirm on the client with Stripe.js, or open `pageUrl` where there is one (the sandbox's page). */
    z.object({
      kind: z.literal('confirm_card'),
      clientSecret: z.string(),
      pageUrl: z.string().optional(),
    }),
    /** Show the code, or open the page. */
    z.object({
      kind: z.literal('show_qr'),
      data: z.string(),
      imageDataUrl: z.string(),
      pageUrl: z.string(),
    }),
    /** Open the address; the app's own address where a native one is given. */
    z.object({ kind: z.literal('redirect'), url: z.string(), nativeUrl: z.string().optional() }),
  ])
  .meta({ id: 'PaymentStep' });
export type PaymentStep = z.infer<typeof PaymentStep>;

export const PaymentStatus = z.enum([
  /** Nobody began to pay. */
  'none',
  /** Begun; `step` says what the shopper has to do. */
  'waiting',
  /** The bank said no; another way can be tried. */
  'declined',
  /** Reserved on the card; taken after weighing, never more than this. */
  'authorised',
  'capturing',
  /** Taken. */
  'captured',
  /** Given up before anything was taken. */
  'released',
]);

export const PaymentView = z
  .object({
    orderId: OrderId,
    status: PaymentStatus,
    paymentId: PaymentId.optional(),
    method: PaymentMethod.optional(),
    /** What is to be authorised or charged. */
    amount: Money,
    /** What was really taken; there once `captured`. */
    captured: Money.optional(),
    step: PaymentStep,
    /** A code of the bank for a refusal: `insufficient_funds`, `expired_card`, … */
    declineCode: z.string().optional(),
    payBefore: Instant.optional(),
  })
  .meta({ id: 'Payment' });
export type PaymentView = z.infer<typeof PaymentView>;
