import { type AccountId, type OrderId, type PaymentId, type RefundId } from '#shared/contracts/ids';
import {
  type PaymentHost,
  type PaymentMethod,
  type PaymentProviderName,
} from '#shared/contracts/orders/paymentViews';
import { type StatementRowKind } from '#shared/contracts/internal/providerStatements';
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
  /** Nobody can pay after it. The same for each repetition. */
  readonly payBefore: Date;
  /** What `payerOf` answered when the attempt began. The same for each repetition. */
  readonly payer?: string;
};

/** Who begins to pay. */
export type Person = {
  readonly accountId: AccountId;
  /** The network address that they come from. */
  readonly address: string;
};

/** One try to give money back, as its order knows it. */
export type RefundRef = {
  readonly orderId: OrderId;
  readonly refundId: RefundId;
  readonly attempt: number;
  readonly intentId: string;
  readonly fen: number;
  readonly providerRefundId: string;
};

export type RefundRequest = Omit<RefundRef, 'providerRefundId'> & {
  /** What the payment took in all, in fen. */
  readonly paidFen: number;
  /** When it was first asked for: the provider forgets idempotency keys after a day. */
  readonly requestedAt: Date;
};

/** How a refund stands at the provider. */
export type ProviderRefund = {
  /** Absent when the provider refused to begin it. */
  readonly providerRefundId?: string;
  readonly refundId: RefundId | undefined;
  readonly attempt: number;
  readonly outcome:
    | { readonly kind: 'pending' }
    | { readonly kind: 'succeeded' }
    | { readonly kind: 'failed'; readonly failure: string };
};

/**
 * Something that the provider reports; only what it is about: the state is asked for when it is handled. A report must name our
 * order: where a provider gives nothing of ours back but our own numbers, the order's id is part of the number.
 */
export type ProviderEvent = {
  readonly provider: PaymentProviderName;
  /** The provider's own id of the report: each may come several times. */
  readonly eventId: string;
  /** The provider's own word for what happened, for the log. */
  readonly type: string;
  readonly subject:
    | {
        readonly kind: 'intent';
        readonly intentId: string;
        readonly orderId: OrderId;
        /** Whether it tells that the money is taken: other news of a payment that is known says nothing new. */
        readonly taken: boolean;
      }
    | ({ readonly kind: 'refund' } & Omit<RefundRef, 'intentId' | 'fen'>)
    /** Nothing of ours, or nothing that we need to hear. */
    | { readonly kind: 'nothing' };
};

/** A report as it came: signatures are over the bytes. */
export type Report = { readonly body: Buffer; readonly header: (name: string) => string | undefined };

export type Reply = { readonly status: number; readonly contentType: string; readonly body: string };

/** One movement of money on a provider's account, as its own statement tells it. Amounts in fen; what came in is plus. */
export type StatementRow = {
  /** The provider's own id of the row; unique with it. */
  readonly rowId: string;
  readonly kind: StatementRowKind;
  /** What it moved, before the fee. */
  readonly amountFen: number;
  /** What the provider keeps for it; less than nothing where it gives something of that back. */
  readonly feeFen: number;
  readonly at: Date;
  /** Whose it is, as far as our numbers are part of the row; absent: none of ours, as far as one can tell. */
  readonly intentId?: string;
  readonly orderId?: OrderId;
  readonly paymentId?: PaymentId;
  readonly refundId?: RefundId;
  readonly payoutId?: string;
  /** The provider's own words about a row that is none of the kinds that we know. */
  readonly words?: string;
};

export type StatementPage =
  /** The provider has not made it yet: ask again later. */
  | { readonly kind: 'waiting' }
  | {
      readonly kind: 'page';
      readonly rows: readonly StatementRow[];
      /** Absent: this was the last page. */
      readonly nextCursor?: string;
      /** On the last page, of a provider that tells it: what lay with it at the end of the day, in fen. */
      readonly closingFen?: number;
    };

/** How a provider reports to us. */
export type Webhook = {
  /**
   * What a report is about.
   * @throws {Refused | ZodError} WEBHOOK_REFUSED when it is not signed by the provider, too old, or for another merchant or app;
   * MALFORMED_REQUEST when it is no report.
   */
  read(report: Report): Promise<ProviderEvent>;
  /** What the provider wants to hear once a report is kept. */
  readonly taken: Reply;
};

/** That the goods of a payment are there. */
export type Handover = {
  readonly intentId: string;
  /** As `payerOf` answered. */
  readonly payer: string | undefined;
  /** Whether people collect them, or they are brought to the door. */
  readonly way: 'pickup' | 'door';
  /** Their names in Chinese. */
  readonly goods: readonly string[];
  /** When they were there; the same for each repetition. */
  readonly at: Date;
};

/**
 * Who moves the money. Each write may be repeated: it then has the same effect and the same answer.
 * @throws {Refused} PAYMENT_UNAVAILABLE from every method when the provider cannot be asked, is busy, or gives an answer that is
 * not its own.
 */
export type PaymentProvider = {
  readonly name: PaymentProviderName;
  /** The ways to pay that it does where a person is. */
  methodsIn(host: PaymentHost): readonly PaymentMethod[];
  /**
   * The person as this provider must be told, where it must be told: kept with the attempt before `begin`, since what a client
   * hands in to find it may work once only.
   * @throws {Refused} PAYER_UNKNOWN
   */
  payerOf(wish: PaymentWish, person: Person): Promise<string | undefined>;
  /** Makes the intent of one attempt to pay, confirmed where that is possible; undefined when the provider refuses it as it is. */
  begin(wish: IntentWish): Promise<Intent | undefined>;
  find(intentId: string): Promise<Intent>;
  /** Gives an intent up; where that is no longer possible the answer says what it is instead. */
  cancel(intentId: string): Promise<Intent>;
  /** Takes `fen` of an authorised intent; the rest is let go. Of one that is taken already it answers how it stands. */
  capture(orderId: OrderId, intentId: string, fen: number): Promise<Intent>;
  refund(request: RefundRequest): Promise<ProviderRefund>;
  findRefund(ref: RefundRef): Promise<ProviderRefund>;
  /** Returns all money of an intent that belongs to no order. */
  returnStray(intent: Intent): Promise<void>;
  /**
   * One page of the statement of a day (`2026-11-29`, from midnight to midnight in Beijing's time, for every provider) that is over, in
   * the order of the provider. A day without any movement has one empty page.
   * @param cursor as the page before answered it
   */
  readStatement(day: string, cursor: string | undefined): Promise<StatementPage>;
  readonly webhook: Webhook;
  /** Only of a provider that gives money free when it was told that the goods are there. */
  readonly handover?: {
    isOwed(wish: PaymentWish): boolean;
    /** Told again, it changes nothing. `refused`: the provider will never take it. */
    tell(handover: Handover): Promise<'told' | 'refused'>;
  };
};
