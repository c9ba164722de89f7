import { cny } from '#shared/contracts/money';
import { type CommissionEntryView } from '#shared/contracts/settlement/commissions';
import { type z } from '#shared/contracts/zod';
import { type Entry } from '../domain/ledger/entry';

/** @throws {Error} for an entry that is no commission: no list of commission has one */
export function presentCommissionEntry({
  entryId,
  about: { orderId, lineId },
  commission,
  at,
}: Entry): z.input<typeof CommissionEntryView> {
  if (!commission || orderId === undefined || lineId === undefined)
    throw new Error(`The entry ${entryId} is no commission`);
  const { title, skuId, fen, baseFen, basisPoints, withdrawableFrom } = commission;
  return {
    entryId,
    orderId,
    lineId,
    kind: fen > 0 ? 'accrual' : 'reversal',
    ...(title ? { title } : {}),
    ...(skuId ? { skuId } : {}),
    amount: cny(fen),
    base: cny(baseFen),
    basisPoints,
    postedAt: at.toISOString(),
    withdrawableFrom: withdrawableFrom.toISOString(),
  };
}
