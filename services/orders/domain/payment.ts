import { type PaymentId } from '#shared/contracts/ids';
import {
  type PaymentMethod,
  type PaymentProviderName,
  type PaymentStep,
} from '#shared/contracts/orders/paymentViews';
import { type PaymentWish } from '#shared/contracts/orders/payments';

/**
 * One try to pay. The last of an order is the one that may still take money:
 * `asked` (the provider may or may not know it yet) → `open` → money, `declined`, or `giving_up` → `given_up`.
 * From `giving_up` on an order no longer becomes paid by it, unless the money turns out to be there already.
 */
export type PaymentAttempt = {
  readonly paymentId: PaymentId;
  /** Who is asked for the money, from the first moment on: nobody else knows its intent. */
  readonly provider: PaymentProviderName;
  readonly wish: PaymentWish;
  /** The person as the provider was told, where it must be. */
  readonly payer?: string;
  /** Of the request that began it. */
  readonly fingerprint: string;
  readonly begunAt: Date;
} & (
  | { readonly state: 'asked' }
  | {
      readonly state: 'open';
      readonly intentId: string;
      readonly step: PaymentStep;
      /** When the step is asked for anew, because it ends soon after. */
      readonly renewAt?: Date;
      /** Until somebody pays or declines on its page, as far as is known: the provider knows nothing of it, so that nothing can be closed. */
      readonly pageOnly?: true;
    }
  | { readonly state: 'declined'; readonly intentId?: string; readonly declineCode: string }
  | {
      readonly state: 'giving_up';
      readonly intentId?: string;
      /**
       * Why nobody can be paying it: the shopper was told no way to, or the provider had heard of nobody on its page when it was asked
       * last.
       */
      readonly unseen?: 'by_shopper' | 'by_provider';
    }
  | {
      readonly state: 'given_up';
      readonly intentId?: string;
      /**
       * When it is closed again: nothing could be closed at the provider while somebody may have its page open, or the provider could
       * not be asked when it was set aside.
       */
      readonly closeAgainAt?: Date;
    }
  | { readonly state: 'paid'; readonly intentId: string }
);

export const intentOf = (attempt: PaymentAttempt): string | undefined =>
  'intentId' in attempt ? attempt.intentId : undefined;

/** Whether the provider may still take money for it. */
export const mayTakeMoney = ({ state }: PaymentAttempt): boolean =>
  state === 'asked' || state === 'open' || state === 'declined' || state === 'giving_up';

/**
 * Whether it may be left without asking the provider, and closed when the provider can be asked again: nobody can be paying it where
 * nobody was told how, what a card reserves is taken by us alone, and what is a page only could not be closed anyway.
 */
export const canBeSetAside = (attempt: PaymentAttempt): boolean =>
  attempt.state === 'asked' ||
  attempt.wish.method === 'card' ||
  (attempt.state === 'open' && attempt.pageOnly === true) ||
  (attempt.state === 'giving_up' && attempt.unseen !== undefined);

type GivingUp = Pick<Extract<PaymentAttempt, { readonly state: 'giving_up' }>, 'state' | 'unseen'>;

/**
 * What an attempt becomes that is being given up, whose provider says `outcome` of it now. What lets it be set aside stays known: the
 * provider may be away when it is told to close.
 */
export function givingUp(attempt: PaymentAttempt, outcome: PaymentOutcome): GivingUp {
  const isUntold =
    attempt.state === 'asked' || (attempt.state === 'giving_up' && attempt.unseen === 'by_shopper');
  if (isUntold) return { state: 'giving_up', unseen: 'by_shopper' };
  return outcome.kind === 'waiting' && outcome.pageOnly
    ? { state: 'giving_up', unseen: 'by_provider' }
    : { state: 'giving_up' };
}

type Paid = {
  readonly paymentId: PaymentId;
  readonly provider: PaymentProviderName;
  readonly method: PaymentMethod;
  readonly intentId: string;
  /** What the shopper paid: reserved on a card, taken from a wallet. */
  readonly paidFen: number;
  /** Whether the provider was told that the goods are there; absent where it does not want to know. */
  readonly handover?: 'owed' | 'told' | 'refused';
};

/** Money in, as it stands. Only cards are `authorised` and `capturing`: wallets are taken at once. */
export type Payment = Paid &
  (
    | { readonly state: 'authorised' }
    /** Decided to take so much (nothing: to let go), not known yet whether it happened. */
    | { readonly state: 'capturing'; readonly captureFen: number; readonly since: Date }
    | { readonly state: 'captured'; readonly capturedFen: number; readonly capturedAt: Date }
    /** Let go before anything was taken. */
    | { readonly state: 'released'; readonly releasedAt: Date }
  );

export type PaymentIn<S extends Payment['state']> = Extract<Payment, { readonly state: S }>;

export const paidPart = ({ paymentId, provider, method, intentId, paidFen, handover }: Payment): Paid => ({
  paymentId,
  provider,
  method,
  intentId,
  paidFen,
  ...(handover && { handover }),
});

/** What the provider says about an intent, in our words. */
export type PaymentOutcome =
  /** Without a step: the shopper goes on as was told when it began. */
  | {
      readonly kind: 'waiting';
      readonly step?: PaymentStep;
      /** When the step is asked for anew, because it ends soon after. */
      readonly renewAt?: Date;
      /** There is a page, and the provider hears of it only when somebody pays or declines there. */
      readonly pageOnly?: true;
    }
  /** The bank or wallet works on it: it can neither be given up nor counted on. */
  | { readonly kind: 'processing' }
  | { readonly kind: 'declined'; readonly declineCode: string }
  | { readonly kind: 'authorised'; readonly fen: number }
  | { readonly kind: 'captured'; readonly fen: number }
  /** `pageOpen`: nothing was there to be closed, and whoever has the page open can pay until the attempt's time is over. */
  | { readonly kind: 'cancelled'; readonly pageOpen?: true };

/** An intent of a provider. Ids of intents are unique within it. */
export type Intent = {
  readonly provider: PaymentProviderName;
  readonly intentId: string;
  readonly paymentId: PaymentId | undefined;
  readonly amountFen: number;
  readonly outcome: PaymentOutcome;
};

/** Whether `intent` is what `payment` was paid by. */
export const isOf = (
  payment: Pick<Payment, 'provider' | 'intentId'>,
  intent: Pick<Intent, 'provider' | 'intentId'>,
): boolean => payment.provider === intent.provider && payment.intentId === intent.intentId;

/** Whether money of the shopper is reserved or taken. */
export const hasMoney = (
  outcome: PaymentOutcome,
): outcome is Extract<PaymentOutcome, { kind: 'authorised' | 'captured' }> =>
  outcome.kind === 'authorised' || outcome.kind === 'captured';
