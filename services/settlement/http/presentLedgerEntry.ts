import { PayoutId } from '#shared/contracts/ids';
import { type LedgerEntryView } from '#shared/contracts/settlement/ledgerEntries';
import { cny } from '#shared/kit/money';
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
    postings: postings.map(({ account, fen }) => ({ account, amount: cny(fen) })),
    orderId: about.orderId,
    lineId: about.lineId,
    refundId: about.refundId,
    cycleId: about.cycleId,
    // A provider's statement may name one that is none of ours.
    payoutId: PayoutId.safeParse(about.payoutId).data,
    provider: about.provider,
  };
}
