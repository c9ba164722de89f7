import { endpoint } from '../endpoint';
import { CycleId } from '../ids';
import { Money, SignedMoney } from '../money';
import { z } from '../zod';

/** Accounts and what they stand at; accounts of people stand together, as `leader:*`. */
const Accounts = z.array(z.object({ account: z.string(), balance: SignedMoney, entries: z.int() }));

export const TrialBalance = z
  .object({
    accounts: Accounts,
    /** Always zero: every entry is balanced. */
    sum: SignedMoney,
  })
  .meta({ id: 'TrialBalance' });

/** What the ledger says of the orders of one cycle, with the checks that must hold. */
export const CycleLedger = z
  .object({
    cycleId: CycleId,
    accounts: Accounts,
    /** Taken by providers, and returned by them. */
    captured: Money,
    returned: Money,
    commission: SignedMoney,
    checks: z.array(z.object({ name: z.string(), holds: z.boolean(), detail: z.string() })),
  })
  .meta({ id: 'CycleLedger' });

export const ledgerApi = {
  getTrialBalance: endpoint({
    id: 'settlement.getTrialBalance',
    service: 'settlement',
    method: 'get',
    path: '/ledger/trial-balance',
    access: ['operator'],
    summary: 'The balance of every account of the ledger and their sum, which is zero.',
    reply: TrialBalance,
  }),
  rebuildLedgerBalances: endpoint({
    id: 'settlement.rebuildLedgerBalances',
    service: 'settlement',
    method: 'post',
    path: '/ledger/rebuild',
    access: ['operator'],
    rights: 'fresh',
    summary: 'Adds all balances up anew from the entries of the ledger, and answers the trial balance.',
    reply: TrialBalance,
    status: 200,
    idempotency: 'natural',
  }),
  getCycleLedger: endpoint({
    id: 'settlement.getCycleLedger',
    service: 'settlement',
    method: 'get',
    path: '/ledger/cycles/:cycleId',
    access: ['operator'],
    summary: 'What the ledger says of the orders of one cycle, and whether it is what orders say.',
    params: z.strictObject({ cycleId: CycleId }),
    reply: CycleLedger,
  }),
};
