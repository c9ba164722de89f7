import { cny } from '#shared/contracts/money';
import { type TrialBalance } from '#shared/contracts/settlement/ledger';
import { type z } from '#shared/contracts/zod';
import { type AccountSum } from '../storage/ledger/ledgerStore';

export const presentAccounts = (accounts: readonly AccountSum[]): z.input<typeof TrialBalance>['accounts'] =>
  accounts.map(({ account, fen, entries }) => ({ account, balance: cny(fen), entries }));
