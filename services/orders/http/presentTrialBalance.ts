import { cny } from '#shared/contracts/money';
import { type TrialBalance } from '#shared/contracts/orders/commissions';
import { type z } from '#shared/contracts/zod';
import { type AccountBalance } from '../usecases/commissions/getTrialBalance';

export const presentTrialBalance = (accounts: readonly AccountBalance[]): z.input<typeof TrialBalance> => ({
  accounts: accounts.map(({ account, fen, entries }) => ({ account, balance: cny(fen), entries })),
  sum: cny(accounts.reduce((sum, { fen }) => sum + fen, 0)),
});
