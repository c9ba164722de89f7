import { type LedgerEntryId } from '#shared/contracts/ids';
import { defineModel } from '#shared/kit/mongo/models';
import { type Entry } from '../../domain/ledger/entry';
import { type SumKey } from '../../domain/ledger/sums';

/** `unsummed`: the sums that do not hold it yet, unless they name it (`LedgerSums`). */
export type StoredEntry = Omit<Entry, 'entryId'> & { _id: LedgerEntryId; unsummed: readonly SumKey[] };

const partly = (field: string) => ({ partialFilterExpression: { [field]: { $exists: true } } });

export const EntryModel = defineModel<StoredEntry>({
  name: 'Entry',
  collection: 'ledger_entries',
  indexes: [
    [{ unsummed: 1 }],
    [{ 'postings.account': 1, at: -1, _id: -1 }],
    // A statement of an account over some days.
    [{ 'postings.account': 1, day: -1, _id: -1 }],
    [{ 'about.orderId': 1, at: -1, _id: -1 }, partly('about.orderId')],
    [{ 'about.payoutId': 1, at: -1, _id: -1 }, partly('about.payoutId')],
    [{ 'about.purchaseOrderId': 1, at: -1, _id: -1 }, partly('about.purchaseOrderId')],
    // A leader's commission, newest first; and what of it cannot be withdrawn yet.
    [{ 'commission.leaderAccountId': 1, at: -1, _id: -1 }, partly('commission.leaderAccountId')],
    [
      { 'commission.leaderAccountId': 1, 'commission.withdrawableFrom': 1, 'commission.fen': 1 },
      partly('commission.leaderAccountId'),
    ],
    // What a payout brings.
    [
      { 'commission.leaderAccountId': 1, 'commission.withdrawableFrom': -1, _id: -1 },
      partly('commission.leaderAccountId'),
    ],
  ],
});

export function toEntry({ _id, unsummed: _unsummed, ...rest }: StoredEntry): Entry {
  return { ...rest, entryId: _id };
}
