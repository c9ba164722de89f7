import { type AccountId } from '#shared/contracts/ids';
import { cny } from '#shared/contracts/money';
import { type CommissionBalance } from '#shared/contracts/orders/commissions';
import { type z } from '#shared/contracts/zod';

export const presentBalance = (
  leaderAccountId: AccountId,
  { totalFen, withdrawableFen }: { readonly totalFen: number; readonly withdrawableFen: number },
): z.input<typeof CommissionBalance> => ({
  leaderAccountId,
  pending: cny(totalFen - withdrawableFen),
  withdrawable: cny(withdrawableFen),
  total: cny(totalFen),
});
