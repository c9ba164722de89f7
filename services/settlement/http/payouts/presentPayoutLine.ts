import { cny } from '#shared/contracts/money';
import { type PayoutLineView } from '#shared/contracts/settlement/payoutViews';
import { type z } from '#shared/contracts/zod';
import { type CommissionEntry } from '../../storage/ledger/ledgerStore';

/** One line of commission that a payout brings. */
export const presentPayoutLine = ({
  about,
  commission,
}: CommissionEntry): z.input<typeof PayoutLineView> => ({
  orderId: about.orderId,
  lineId: about.lineId,
  ...(commission.title ? { title: commission.title } : {}),
  amount: cny(commission.fen),
  base: cny(commission.baseFen),
  basisPoints: commission.basisPoints,
  withdrawableFrom: commission.withdrawableFrom.toISOString(),
});
