import { Instant, page, pageQuery } from '../common';
import { endpoint } from '../endpoint';
import { CityId, CycleId, LedgerEntryId, LineId, OrderId, PayoutId, RefundId } from '../ids';
import { SignedMoney } from '../money';
import { PaymentProviderName } from '../orders/paymentViews';
import { z } from '../zod';

/** The name of an account of the ledger: `provider:stripe`, `leader:acc_1`, `platform:revenue`, `tax:900`. */
export const LedgerAccountName = z
  .string()
  .regex(/^[a-z]+:[\w*]+$/)
  .max(80);

/** One entry of the ledger: it never changes, and its postings sum to zero. */
export const LedgerEntryView = z
  .object({
    entryId: LedgerEntryId,
    /** What happened: `capture`, `refund_returned`, `provider_fee`, `payout_sent`, … */
    kind: z.string(),
    day: z.string(),
    at: Instant,
    cityId: CityId.optional(),
    postings: z.array(z.object({ account: z.string(), amount: SignedMoney })),
    /** What it is about: each leads to the other entries about it. */
    orderId: OrderId.optional(),
    lineId: LineId.optional(),
    refundId: RefundId.optional(),
    cycleId: CycleId.optional(),
    payoutId: PayoutId.optional(),
    provider: PaymentProviderName.optional(),
  })
  .meta({ id: 'LedgerEntry' });
export type LedgerEntryView = z.infer<typeof LedgerEntryView>;

const entryList = { method: 'get', access: ['operator'], reply: page(LedgerEntryView) } as const;

export const ledgerEntriesApi = {
  listEntriesOfAccount: endpoint({
    id: 'settlement.listEntriesOfAccount',
    service: 'settlement',
    path: '/finance/ledger/accounts/:account/entries',
    ...entryList,
    summary: 'What was posted to an account of the ledger, newest first.',
    params: z.strictObject({ account: LedgerAccountName }),
    query: z.strictObject(pageQuery),
  }),
  listEntriesOfOrder: endpoint({
    id: 'settlement.listEntriesOfOrder',
    service: 'settlement',
    path: '/finance/ledger/orders/:orderId/entries',
    ...entryList,
    summary: 'The story of an order’s money: every entry about it, newest first.',
    params: z.strictObject({ orderId: OrderId }),
    query: z.strictObject(pageQuery),
  }),
  listEntriesOfPayout: endpoint({
    id: 'settlement.listEntriesOfPayout',
    service: 'settlement',
    path: '/finance/ledger/payouts/:payoutId/entries',
    ...entryList,
    summary: 'Every entry about a payout, newest first.',
    params: z.strictObject({ payoutId: PayoutId }),
    query: z.strictObject(pageQuery),
  }),
};
