import { type AccountId } from '#shared/contracts/ids';
import { cny } from '#shared/contracts/money';
import { type CommissionBalance } from '#shared/contracts/settlement/commissions';
import { type z } from '#shared/contracts/zod';

export const presentCommissionBalance = (
  leaderAccountId: AccountId,
  { totalFen, withdrawableFen }: { readonly totalFen: number; readonly withdrawableFen: number },
): z.input<typeof CommissionBalance> => ({
  leaderAccountId,
  pending: cny(totalFen - withdrawableFen),
  withdrawable: cny(withdrawableFen),
  total: cny(totalFen),
});
