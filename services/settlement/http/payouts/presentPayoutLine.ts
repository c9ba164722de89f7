import { cny } from '#shared/contracts/money';
import { type PayoutLineView } from '#shared/contracts/settlement/payoutViews';
import { type z } from '#shared/contracts/zod';
import { type Entry } from '../../domain/ledger/entry';

/** One line of commission that a payout brings. @throws {Error} for an entry that is no commission */
export function presentPayoutLine({
  entryId,
  about: { orderId, lineId },
  commission,
}: Entry): z.input<typeof PayoutLineView> {
  if (!commission || orderId === undefined || lineId === undefined)
    throw new Error(`The entry ${entryId} is no commission`);
  const { title, fen, baseFen, basisPoints, withdrawableFrom } = commission;
  return {
    ...{ orderId, lineId, basisPoints },
    ...(title ? { title } : {}),
    amount: cny(fen),
    base: cny(baseFen),
    withdrawableFrom: withdrawableFrom.toISOString(),
  };
}
