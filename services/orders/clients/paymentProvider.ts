import { type AccountId, type OrderId, type PaymentId, type RefundId } from '#shared/contracts/ids';
import { type PaymentWish } from '#shared/contracts/orders/payments';
import { type Intent } from '../domain/payment';

/** A provider keeps idempotency keys for at least 24 hours; this stays clear of it. In ms. */
export const keysTrustedMs = 20 * 3_600_000;

export type IntentWish = {
  readonly orderId: OrderId;
  readonly accountId: AccountId;
  readonly paymentId: PaymentId;
  readonly amountFen: number;
  readonly wish: PaymentWish;
};

export type RefundRequest = {
  readonly orderId: OrderId;
  readonly refundId: RefundId;
  readonly attempt: number;
  readonly intentId: string;
  readonly fen: number;
  /** When it was first asked for: the provider forgets idempotency keys after a day. */
  readonly requestedAt: Date;
};

/** How a refund stands at the provider. */
export type ProviderRefund = {
  /** Absent when the provider refused to begin it. */
  readonly providerRefundId?: string;
  readonly orderId: OrderId | undefined;
  readonly refundId: RefundId | undefined;
  readonly attempt: number;
  readonly outcome:
    | { readonly kind: 'pending' }
    | { readonly kind: 'succeeded' }
    | { readonly kind: 'failed'; readonly failure: string };
};

/** Something that the provider reports; only what it is about: the state is asked for when it is handled. */
export type ProviderEvent = {
  readonly eventId: string;
  readonly type: string;
  readonly subject:
    | { readonly kind: 'intent'; readonly intentId: string; readonly orderId?: OrderId }
    | { readonly kind: 'refund'; readonly providerRefundId: string; readonly orderId?: OrderId }
    | { readonly kind: 'nothing' };
};

/**
 * Who moves the money. Each write may be repeated: it then has the same effect and the same answer.
 * @throws {Refused} PAYMENT_UNAVAILABLE from every method when the provider cannot be asked or is busy.
 */
export type PaymentProvider = {
  /** Makes the intent of one attempt to pay, confirmed where that is possible; undefined when the provider refuses it as it is. */
  begin(wish: IntentWish): Promise<Intent | undefined>;
  find(intentId: string): Promise<Intent>;
  /** Gives an intent up; where that is no longer possible the answer says what it is instead. */
  cancel(intentId: string): Promise<Intent>;
  /** Takes `fen` of an authorised intent; the rest is let go. */
  capture(orderId: OrderId, intentId: string, fen: number): Promise<Intent>;
  refund(request: RefundRequest): Promise<ProviderRefund>;
  findRefund(providerRefundId: string): Promise<ProviderRefund>;
  /** Returns all money of an intent that belongs to no order. */
  returnStray(intent: Intent): Promise<void>;
  /** @throws {Refused | ZodError} WEBHOOK_REFUSED when the bytes are not signed by the provider; MALFORMED_REQUEST when they are no report. */
  readEvent(body: Buffer, signature: string): ProviderEvent;
};
