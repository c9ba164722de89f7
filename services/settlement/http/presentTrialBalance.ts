import { cny } from '#shared/contracts/money';
import { type TrialBalance } from '#shared/contracts/settlement/ledger';
import { type z } from '#shared/contracts/zod';
import { type AccountSum } from '../storage/ledger/ledgerStore';
import { presentAccounts } from './presentAccounts';

export const presentTrialBalance = (accounts: readonly AccountSum[]): z.input<typeof TrialBalance> => ({
  accounts: presentAccounts(accounts),
  sum: cny(accounts.reduce((sum, { fen }) => sum + fen, 0)),
});
