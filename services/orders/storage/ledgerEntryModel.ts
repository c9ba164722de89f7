import { Schema } from 'mongoose';
import { type LedgerEntryId } from '#shared/contracts/ids';
import { defineModel } from '#shared/kit/mongo/models';
import { type LedgerEntry } from '../domain/ledger';

/** `summed`: see `LedgerBalances`. `postingsFen`: the sum of its postings, which is zero; earlier programs did not keep it. */
export type StoredEntry = Omit<LedgerEntry, 'entryId'> & {
  _id: LedgerEntryId;
  postingsFen?: number;
  summed?: number;
};

/** An index's name. */
export const cycleSumsIndex = 'cycle_sums';

const required = <T>(type: T) => ({ type, required: true });

export const LedgerEntryModel = defineModel<StoredEntry>({
  name: 'LedgerEntry',
  collection: 'ledger_entries',
  fields: {
    _id: required(String),
    orderId: required(String),
    lineId: required(String),
    sequence: required(Number),
    kind: required(String),
    leaderAccountId: required(String),
    cycleId: required(String),
    cityId: required(String),
    fen: required(Number),
    baseFen: required(Number),
    basisPoints: required(Number),
    postings: required([Schema.Types.Mixed]),
    postingsFen: Number,
    withdrawableFrom: required(Date),
    postedAt: required(Date),
    summed: Number,
  },
  indexes: [
    [{ orderId: 1 }],
    // Holds what the books of a cycle are added up from.
    [{ cycleId: 1, postingsFen: 1, fen: 1 }, { name: cycleSumsIndex }],
    [{ leaderAccountId: 1, postedAt: -1, _id: -1 }],
    [{ leaderAccountId: 1, withdrawableFrom: 1, fen: 1 }],
    // Which entries the balances do not hold yet.
    [{ summed: 1, leaderAccountId: 1 }],
  ],
});

export function toEntry({ _id, summed: _summed, postingsFen: _sum, ...rest }: StoredEntry): LedgerEntry {
  return { ...rest, entryId: _id };
}
