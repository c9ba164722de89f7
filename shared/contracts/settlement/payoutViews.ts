import { Bilingual, Instant, Text } from '../common';
import { AccountId, CityId, LineId, OrderId, PayoutFileId, PayoutHoldId, PayoutId } from '../ids';
import { Money, SignedMoney } from '../money';
import { z } from '../zod';

/** `due` waits for approval or its turn, `sent` is on its way, `paid` arrived. One that is returned is `due` again. */
const payoutStatuses = ['due', 'sent', 'paid'] as const;

/** 12 to 19 digits, as banks of the mainland issue them; what is typed between them is left out. */
const CardNumber = z
  .string()
  .max(40)
  .overwrite((typed) => typed.replace(/[\s-]/g, ''))
  .regex(/^[0-9]{12,19}$/, 'must be the 12 to 19 digits of a bank card');

/** Where a leader is to be paid. */
export const PayeeDetails = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('bank_card'),
      /** As the bank knows the person. */
      holder: Text(60),
      bank: Text(60),
      number: CardNumber,
    }),
    z.strictObject({
      kind: z.literal('stripe_account'),
      holder: Text(60),
      /** A connected account of the platform. */
      number: z
        .string()
        .trim()
        .regex(/^acct_[0-9A-Za-z]{4,60}$/, 'must be an account like acct_…'),
    }),
  ])
  .meta({ id: 'PayeeDetails' });

/** The same as it is shown: never the whole number. */
export const PayeeView = z
  .object({
    kind: z.enum(['bank_card', 'stripe_account']),
    holder: z.string(),
    bank: z.string().optional(),
    /** The last four characters. */
    tail: z.string(),
    state: z.enum(['unverified', 'verified']),
    /** Why the operator did not verify it. */
    declinedBecause: z.string().optional(),
    changedAt: Instant,
    version: z.int(),
  })
  .meta({ id: 'Payee' });
export type PayeeView = z.infer<typeof PayeeView>;

export const PayoutHoldView = z
  .object({
    holdId: PayoutHoldId,
    accountId: AccountId,
    amount: Money,
    reason: z.string(),
    orderId: OrderId.optional(),
    placedAt: Instant,
    /** Ends by itself then. */
    until: Instant,
    releasedAt: Instant.optional(),
  })
  .meta({ id: 'PayoutHold' });
export type PayoutHoldView = z.infer<typeof PayoutHoldView>;

/** A leader's money at a glance. */
export const PayoutOverview = z
  .object({
    /** All commission so far, less what refunds took back. */
    earned: SignedMoney,
    /** Earned, but the claim window is still open. */
    pending: SignedMoney,
    /** Earned and not paid out, the claim window over; negative: a debt that is carried. */
    withdrawable: SignedMoney,
    /** Asked for and not paid yet. */
    onItsWay: Money,
    paid: Money,
    held: Money,
    /** Those that keep something back now, the one that ends first at the front; twenty at the most. */
    holds: z.array(PayoutHoldView),
    /** What a payout would be that is asked for now; zero while there is none. */
    askable: Money,
    minimum: Money,
    /** Absent: none was given. */
    payee: PayeeView.optional(),
    /** Which ways there are to be paid here. */
    kinds: z.array(z.enum(['bank_card', 'stripe_account'])),
  })
  .meta({ id: 'PayoutOverview' });
export type PayoutOverview = z.infer<typeof PayoutOverview>;

export const PayoutStep = z.object({
  kind: z.enum(['asked', 'approved', 'sent', 'paid', 'returned']),
  at: Instant,
  amount: Money,
  /** Of a return: in the words of the bank, the provider or the operator. */
  reason: z.string().optional(),
});

export const PayoutView = z
  .object({
    payoutId: PayoutId,
    accountId: AccountId,
    cityId: CityId,
    status: z.enum(payoutStatuses),
    amount: Money,
    askedBy: z.enum(['leader', 'weekly']),
    askedAt: Instant,
    approved: z.boolean(),
    /** Who said that it may go; told to operators. */
    approvedBy: AccountId.optional(),
    /** Why it came back the last time, while it is due again. */
    returnedBecause: z.string().optional(),
    /** Whether it was given to somebody who moves the money: it is in a file, or a provider was asked. */
    begun: z.boolean(),
    /** Where it goes or went; before it is begun told to operators only, as it is verified now. */
    to: z.object({ holder: z.string(), bank: z.string().optional(), tail: z.string() }).optional(),
    fileId: PayoutFileId.optional(),
    steps: z.array(PayoutStep),
  })
  .meta({ id: 'Payout' });
export type PayoutView = z.infer<typeof PayoutView>;

/** One line of commission that a payout brings. */
export const PayoutLineView = z
  .object({
    orderId: OrderId,
    lineId: LineId,
    title: Bilingual(200).optional(),
    amount: SignedMoney,
    base: Money,
    basisPoints: z.int(),
    withdrawableFrom: Instant,
  })
  .meta({ id: 'PayoutLine' });

/** One file for the bank, and how far its payouts are. */
export const PayoutFileView = z
  .object({
    fileId: PayoutFileId,
    /** Counts the files from 1. */
    number: z.int(),
    madeAt: Instant,
    madeBy: AccountId,
    payouts: z.int(),
    total: Money,
    /** How often it was fetched: a file that is handed in twice pays twice. */
    fetched: z.int(),
    /** Of its lines: not sent yet, on their way, paid, returned. */
    open: z.int(),
    sent: z.int(),
    paid: z.int(),
    returned: z.int(),
  })
  .meta({ id: 'PayoutFile' });
export type PayoutFileView = z.infer<typeof PayoutFileView>;

export const PayeeToReview = z
  .object({ accountId: AccountId, cityId: CityId, payee: PayeeView })
  .meta({ id: 'PayeeToReview' });
