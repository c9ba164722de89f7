import { Instant, page, pageQuery } from '../common';
import { endpoint } from '../endpoint';
import { AccountId, CityId, CycleId, LedgerEntryId, LineId, OrderId } from '../ids';
import { Money, SignedMoney } from '../money';
import { z } from '../zod';

/** One line of the leader's commission account. */
export const CommissionEntryView = z
  .object({
    entryId: LedgerEntryId,
    orderId: OrderId,
    lineId: LineId,
    kind: z.enum(['accrual', 'reversal']),
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

export const TrialBalance = z
  .object({
    accounts: z.array(z.object({ account: z.string(), balance: SignedMoney, entries: z.int() })),
    /** Always zero: every entry debits and credits the same amount. */
    sum: SignedMoney,
  })
  .meta({ id: 'TrialBalance' });

/** The books of one cycle: every figure computed from the orders themselves, with the checks that must hold. */
export const CycleBooks = z
  .object({
    cycleId: CycleId,
    cityId: CityId,
    orders: z.record(z.string(), z.int()),
    /** Authorised or charged for orders that were paid. */
    moneyAuthorised: Money,
    moneyCaptured: Money,
    moneyRefunded: Money,
    /** Refunds decided, not yet confirmed by the payment provider. */
    refundsPending: Money,
    /** Captured less refunded. */
    moneyKept: SignedMoney,
    /** Price of what was delivered or is still to be: what `moneyKept` must be once everything is settled. */
    goodsAndFees: Money,
    commissionAccrued: SignedMoney,
    checks: z.array(z.object({ name: z.string(), holds: z.boolean(), detail: z.string() })),
  })
  .meta({ id: 'CycleBooks' });

export const commissionsApi = {
  getCommissionBalance: endpoint({
    id: 'orders.getCommissionBalance',
    service: 'orders',
    method: 'get',
    path: '/commissions/balance',
    access: ['leader'],
    summary: 'What I earned as a leader: pending and withdrawable.',
    reply: CommissionBalance,
  }),
  listCommissionEntries: endpoint({
    id: 'orders.listCommissionEntries',
    service: 'orders',
    method: 'get',
    path: '/commissions/entries',
    access: ['leader'],
    summary: 'My commission, entry by entry, newest first.',
    query: z.strictObject(pageQuery),
    reply: page(CommissionEntryView),
  }),
  getTrialBalance: endpoint({
    id: 'orders.getTrialBalance',
    service: 'orders',
    method: 'get',
    path: '/ledger/trial-balance',
    access: ['operator'],
    summary: 'The balance of every ledger account and their sum, which is zero.',
    reply: TrialBalance,
  }),
  rebuildLedgerBalances: endpoint({
    id: 'orders.rebuildLedgerBalances',
    service: 'orders',
    method: 'post',
    path: '/ledger/rebuild',
    access: ['operator'],
    rights: 'fresh',
    summary: 'Adds all balances up anew from the entries of the ledger, and answers the trial balance.',
    reply: TrialBalance,
    status: 200,
    idempotency: 'natural',
  }),
  getCycleBooks: endpoint({
    id: 'orders.getCycleBooks',
    service: 'orders',
    method: 'get',
    path: '/books/:cycleId',
    access: ['operator'],
    summary: 'The books of one cycle: orders, money in, money back, commission, and whether they balance.',
    params: z.strictObject({ cycleId: CycleId }),
    reply: CycleBooks,
    errors: ['NOT_FOUND'],
  }),
};
