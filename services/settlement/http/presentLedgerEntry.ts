import { type LedgerEntryView } from '#shared/contracts/settlement/ledgerEntries';
import { type Entry } from '../domain/ledger/entry';

export function presentLedgerEntry({
  entryId,
  kind,
  day,
  at,
  cityId,
  postings,
  about,
}: Entry): LedgerEntryView {
  return {
    ...{ entryId, kind, day, at: at.toISOString(), cityId },
    postings: postings.map(({ account, fen }) => ({ account, amount: { amount: fen, currency: 'CNY' } })),
    orderId: about.orderId,
    lineId: about.lineId,
    refundId: about.refundId,
    cycleId: about.cycleId,
    payoutId: about.payoutId,
    provider: about.provider,
  };
}
