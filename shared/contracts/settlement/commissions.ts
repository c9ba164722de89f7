import { Bilingual, Instant, page, pageQuery } from '../common';
import { endpoint } from '../endpoint';
import { AccountId, LedgerEntryId, LineId, OrderId, SkuId } from '../ids';
import { Money, SignedMoney } from '../money';
import { z } from '../zod';

/** One line of the leader's commission account. */
export const CommissionEntryView = z
  .object({
    entryId: LedgerEntryId,
    orderId: OrderId,
    lineId: LineId,
    kind: z.enum(['accrual', 'reversal']),
    /** The goods; absent where nobody kept what they were called. */
    title: Bilingual(80).optional(),
    skuId: SkuId.optional(),
    amount: SignedMoney,
    /** What the commission was computed from: net paid less refunds. */
    base: Money,
    basisPoints: z.int(),
    postedAt: Instant,
    /** When the claim window closes and the amount becomes withdrawable the next day. */
    withdrawableFrom: Instant,
  })
  .meta({ id: 'CommissionEntry' });

export const CommissionBalance = z
  .object({
    leaderAccountId: AccountId,
    /** Earned, but the claim window is still open. */
    pending: SignedMoney,
    withdrawable: SignedMoney,
    total: SignedMoney,
  })
  .meta({ id: 'CommissionBalance' });

export const commissionsApi = {
  getCommissionBalance: endpoint({
    id: 'settlement.getCommissionBalance',
    service: 'settlement',
    method: 'get',
    path: '/commissions/balance',
    access: ['leader'],
    summary: 'What I earned as a leader and was not paid yet: pending and withdrawable.',
    reply: CommissionBalance,
  }),
  listCommissionEntries: endpoint({
    id: 'settlement.listCommissionEntries',
    service: 'settlement',
    method: 'get',
    path: '/commissions/entries',
    access: ['leader'],
    summary: 'My commission, entry by entry with goods, rate and order, newest first.',
    query: z.strictObject(pageQuery),
    reply: page(CommissionEntryView),
  }),
};
