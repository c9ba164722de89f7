import { type AccountId, type CityId } from '#shared/contracts/ids';

/** Who brings the money: the finance team by a file for the bank, or a provider. */
export type PayoutWay = 'bank_file' | 'stripe';

/** Where the money goes. Numbers are kept whole, since banks need them, and shown to nobody but them: see `tailOf`. */
export type PayeeDetails =
  | { readonly kind: 'bank_card'; readonly holder: string; readonly bank: string; readonly number: string }
  | { readonly kind: 'stripe_account'; readonly holder: string; readonly number: string };

type Common = {
  readonly accountId: AccountId;
  readonly cityId: CityId;
  readonly details: PayeeDetails;
  readonly changedAt: Date;
  /** Rises with each change. */
  readonly version: number;
};

export type UnverifiedPayee = Common & {
  readonly state: 'unverified';
  /** Why the operator did not verify it; absent while nobody looked. */
  readonly declined?: { readonly reason: string; readonly by: AccountId; readonly at: Date };
};
export type VerifiedPayee = Common & {
  readonly state: 'verified';
  readonly verified: { readonly by: AccountId; readonly at: Date };
};

/** Where a leader is paid: verified by an operator before any money goes there; changed details need it again. */
export type Payee = UnverifiedPayee | VerifiedPayee;

export const wayTo = ({ kind }: PayeeDetails): PayoutWay => (kind === 'bank_card' ? 'bank_file' : 'stripe');

/** As much of a number as may be shown. */
export const tailOf = ({ number }: PayeeDetails): string => number.slice(-4);

export const isSameDetails = (one: PayeeDetails, other: PayeeDetails): boolean =>
  one.kind === other.kind &&
  one.holder === other.holder &&
  one.number === other.number &&
  (one.kind !== 'bank_card' || other.kind !== 'bank_card' || one.bank === other.bank);

/** With new details nothing is verified; the same ones change nothing. */
export function withDetails(
  known: Payee | undefined,
  given: Pick<Payee, 'accountId' | 'cityId' | 'details'>,
  now: Date,
): Payee {
  if (known && isSameDetails(known.details, given.details)) return known;
  const { accountId, cityId, details } = given;
  return {
    ...{ accountId, cityId, details, changedAt: now },
    version: (known?.version ?? 0) + 1,
    state: 'unverified',
  };
}

/** What an operator decided about it. */
export type Review = { readonly by: AccountId; readonly at: Date } & (
  { readonly verified: true } | { readonly verified: false; readonly reason: string }
);

export function reviewed(payee: Payee, review: Review): Payee {
  const { accountId, cityId, details, changedAt, version } = payee;
  const common = { accountId, cityId, details, changedAt, version: version + 1 };
  const { by, at } = review;
  return review.verified
    ? { ...common, state: 'verified', verified: { by, at } }
    : { ...common, state: 'unverified', declined: { reason: review.reason, by, at } };
}
