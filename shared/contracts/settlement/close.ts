import { Instant, page, pageQuery } from '../common';
import { endpoint } from '../endpoint';
import { AccountId, DifferenceId, OrderId, RefundId } from '../ids';
import { SignedMoney } from '../money';
import { PaymentProviderName } from '../orders/paymentViews';
import { z } from '../zod';

/** Waiting for the provider; nothing differs; something differs and is open; everything that differed is decided. */
export const CloseState = z.enum(['waiting', 'agrees', 'differs', 'resolved']);
export type CloseState = z.infer<typeof CloseState>;

/** Why a close waits: the provider has not made its statement, or cannot be asked. */
export const CloseWaiting = z.enum(['no_statement_yet', 'provider_away']);
export type CloseWaiting = z.infer<typeof CloseWaiting>;

export const DifferenceKind = z.enum([
  /** Our ledger has it, the provider's statement has not. */
  'missing_at_provider',
  /** The provider's statement has it, our ledger has not. */
  'missing_with_us',
  'other_amount',
  /** Both have it, on different days: a payment around midnight, a refund that took a night. */
  'other_day',
  /** What lies with the provider is more, or less, than all movements explain. */
  'balance',
]);
export type DifferenceKind = z.infer<typeof DifferenceKind>;

/** What an operator best does about it. */
export const DifferenceSuggestion = z.enum([
  'nothing',
  'wait_for_next_day',
  'ask_provider',
  'look_at_order',
  'book_it',
  'take_back',
  'look_at_days_before',
]);
export type DifferenceSuggestion = z.infer<typeof DifferenceSuggestion>;

/** `explained`: by itself, as another day is; `gone`: a later comparison found none any more. */
export const DifferenceState = z.enum(['open', 'explained', 'resolved', 'gone']);
export type DifferenceState = z.infer<typeof DifferenceState>;

/** A day of a provider, from midnight to midnight in Beijing's time. */
export const CloseDay = z.iso.date();

const DaySumsView = z.object({ taken: SignedMoney, returned: SignedMoney, other: SignedMoney });

export const DayCloseView = z
  .object({
    provider: PaymentProviderName,
    day: CloseDay,
    state: CloseState,
    waiting: CloseWaiting.optional(),
    /** What our ledger says moved at the provider, without its fees. */
    ours: DaySumsView,
    /** What the provider's own statement says; nothing before it was read. */
    theirs: DaySumsView,
    /** What the provider kept, as its statement says; posted to the ledger. */
    fees: SignedMoney,
    /** What lay there at the end of the day. The provider's figure is there where it tells one. */
    oursClosing: SignedMoney,
    theirsClosing: SignedMoney.optional(),
    differences: z.object({ open: z.int(), explained: z.int(), resolved: z.int() }),
    comparedAt: Instant.optional(),
  })
  .meta({ id: 'DayClose' });
export type DayCloseView = z.infer<typeof DayCloseView>;

/** What adjustments may be booked against: never an account of a person. */
export const AdjustmentAccount = z.enum([
  'platform:adjustments',
  'platform:provider_fees',
  'platform:revenue',
  'platform:subsidy',
  'bank:payouts',
  'provider:stripe',
  'provider:wechatpay',
  'provider:alipay',
]);

const SideView = z.object({ amount: SignedMoney, at: Instant });

export const DifferenceView = z
  .object({
    differenceId: DifferenceId,
    provider: PaymentProviderName,
    day: CloseDay,
    kind: DifferenceKind,
    suggestion: DifferenceSuggestion,
    state: DifferenceState,
    /** What each side says; absent: nothing. Plus: the provider took it. */
    ours: SideView.optional(),
    theirs: SideView.optional(),
    /** What the provider says more than we do, less what was adjusted. */
    remaining: SignedMoney,
    orderId: OrderId.optional(),
    refundId: RefundId.optional(),
    payoutId: z.string().optional(),
    /** The provider's number and words for what is none of ours. */
    rowId: z.string().optional(),
    words: z.string().optional(),
    resolutions: z.array(
      z.object({ by: AccountId, at: Instant, note: z.string(), adjusted: SignedMoney.optional() }),
    ),
    foundAt: Instant,
  })
  .meta({ id: 'Difference' });
export type DifferenceView = z.infer<typeof DifferenceView>;

/** How the money stands that lies with one provider. */
const ProviderMoney = z.object({ provider: PaymentProviderName, balance: SignedMoney, open: z.int() });

export const FinanceOverview = z
  .object({
    /** The days of these figures, the newest first: at most seven, today among them. */
    days: z.array(
      z.object({
        day: CloseDay,
        /** In less out, whatever for. */
        moved: SignedMoney,
        fees: SignedMoney,
        /** Once the day was compared: what was taken from shoppers, and what went back to them. */
        taken: SignedMoney.optional(),
        returned: SignedMoney.optional(),
      }),
    ),
    providers: z.array(ProviderMoney),
    /** Owed to others: shoppers' refunds under way, leaders, payouts under way, suppliers, couriers, tax. */
    owed: z.array(z.object({ account: z.string(), balance: SignedMoney })),
    /** The platform's own accounts. */
    own: z.array(z.object({ account: z.string(), balance: SignedMoney })),
    /** Differences that nobody decided yet. */
    openDifferences: z.int(),
  })
  .meta({ id: 'FinanceOverview' });
export type FinanceOverview = z.infer<typeof FinanceOverview>;

const dayParams = z.strictObject({ provider: PaymentProviderName, day: CloseDay });

export const closeApi = {
  getFinanceOverview: endpoint({
    id: 'settlement.getFinanceOverview',
    service: 'settlement',
    method: 'get',
    path: '/finance/overview',
    access: ['operator'],
    summary: 'Where the money stands: in and out by day, what lies with each provider, what is owed to whom.',
    reply: FinanceOverview,
  }),
  listDayCloses: endpoint({
    id: 'settlement.listDayCloses',
    service: 'settlement',
    method: 'get',
    path: '/finance/day-closes',
    access: ['operator'],
    summary: 'The comparisons with the payment providers, newest day first.',
    query: z.strictObject(pageQuery),
    reply: page(DayCloseView),
  }),
  getDayClose: endpoint({
    id: 'settlement.getDayClose',
    service: 'settlement',
    method: 'get',
    path: '/finance/day-closes/:provider/:day',
    access: ['operator'],
    summary: 'One day of one provider: what our ledger says, and what its own statement says.',
    params: dayParams,
    reply: DayCloseView,
    errors: ['NOT_FOUND', 'STATEMENT_DAY_NOT_OVER'],
  }),
  readStatementAgain: endpoint({
    id: 'settlement.readStatementAgain',
    service: 'settlement',
    method: 'post',
    path: '/finance/day-closes/:provider/:day/read',
    access: ['operator'],
    rights: 'fresh',
    idempotency: 'natural',
    summary: 'Reads the statement of a day once more and compares anew; what agrees already stays as it is.',
    params: dayParams,
    reply: DayCloseView,
    errors: ['NOT_FOUND', 'STATEMENT_DAY_NOT_OVER'],
  }),
  listDayDifferences: endpoint({
    id: 'settlement.listDayDifferences',
    service: 'settlement',
    method: 'get',
    path: '/finance/day-closes/:provider/:day/differences',
    access: ['operator'],
    summary: 'Everything in which the two sides of a day differ or differed, with what was decided about it.',
    params: dayParams,
    query: z.strictObject(pageQuery),
    reply: page(DifferenceView),
  }),
  listOpenDifferences: endpoint({
    id: 'settlement.listOpenDifferences',
    service: 'settlement',
    method: 'get',
    path: '/finance/differences',
    access: ['operator'],
    summary: 'The differences of all days that nobody decided yet, the oldest first.',
    query: z.strictObject(pageQuery),
    reply: page(DifferenceView),
  }),
  resolveDifference: endpoint({
    id: 'settlement.resolveDifference',
    service: 'settlement',
    method: 'post',
    path: '/finance/differences/:differenceId/resolution',
    access: ['operator'],
    rights: 'fresh',
    idempotency: 'required',
    summary:
      'Decides about a difference: by a note alone, or with an adjustment whose postings sum to zero and bring our side nearer.',
    params: z.strictObject({ differenceId: DifferenceId }),
    body: z.strictObject({
      /** Why it is right so; others read it. */
      note: z.string().trim().min(1).max(500),
      /** One of them on the provider's account (minus: more lies there); plus: more belongs to the account. In fen. */
      adjustment: z
        .array(
          z.strictObject({
            account: AdjustmentAccount,
            fen: z.int().min(-10_000_000_000).max(10_000_000_000),
          }),
        )
        .min(2)
        .max(6)
        .optional(),
    }),
    reply: DifferenceView,
    errors: ['NOT_FOUND', 'DIFFERENCE_NOT_OPEN', 'ADJUSTMENT_UNBALANCED', 'ADJUSTMENT_TOO_LARGE'],
  }),
};
