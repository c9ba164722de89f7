import { cny } from '#shared/contracts/money';
import { type CommissionEntryView } from '#shared/contracts/orders/commissions';
import { type z } from '#shared/contracts/zod';
import { type LedgerEntry } from '../domain/ledger';

export const presentEntry = (entry: LedgerEntry): z.input<typeof CommissionEntryView> => ({
  entryId: entry.entryId,
  orderId: entry.orderId,
  lineId: entry.lineId,
  kind: entry.kind,
  amount: cny(entry.fen),
  base: cny(entry.baseFen),
  basisPoints: entry.basisPoints,
  postedAt: entry.postedAt.toISOString(),
  withdrawableFrom: entry.withdrawableFrom.toISOString(),
});
