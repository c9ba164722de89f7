import { type Connection, type mongo } from 'mongoose';
import { Schema } from 'mongoose';
import { type Page } from '#shared/contracts/common';
import {
  type AccountId,
  type CityId,
  type CycleId,
  LedgerEntryId,
  type OrderId,
} from '#shared/contracts/ids';
import { isDuplicateKey } from '#shared/kit/mongo/duplicateKey';
import { derivedId } from '#shared/kit/ids';
import { defineModel, nativeOn } from '#shared/kit/mongo/models';
import { type NewEntry } from '../domain/ledger';
import { type PageWish, pageByTime } from './pages';

export type LedgerEntry = NewEntry & {
  readonly entryId: LedgerEntryId;
  readonly orderId: OrderId;
  readonly cycleId: CycleId;
  readonly cityId: CityId;
  readonly postedAt: Date;
};
type Stored = Omit<LedgerEntry, 'entryId'> & { _id: LedgerEntryId };

const required = <T>(type: T) => ({ type, required: true });

const LedgerEntryModel = defineModel<Stored>({
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
    withdrawableFrom: required(Date),
    postedAt: required(Date),
  },
  indexes: [[{ orderId: 1 }], [{ cycleId: 1 }], [{ leaderAccountId: 1, postedAt: -1, _id: -1 }]],
});

/** The ledger: entries are added, never changed, and each is balanced in itself. */
export class Ledger {
  readonly #entries: mongo.Collection<Stored>;

  constructor(mongo: Connection) {
    this.#entries = nativeOn(mongo, LedgerEntryModel);
  }

  async ofOrder(orderId: OrderId): Promise<LedgerEntry[]> {
    return (await this.#entries.find({ orderId }).toArray()).map(toEntry);
  }

  /** Adds an entry; false when the line has one of this sequence already. */
  async post(entry: Omit<LedgerEntry, 'entryId'>): Promise<boolean> {
    const _id: LedgerEntryId = derivedId('led', entry.orderId, entry.lineId, String(entry.sequence));
    try {
      await this.#entries.insertOne({ _id, ...entry });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  /** A leader's entries, newest first. */
  list(leaderAccountId: AccountId, wish: PageWish): Promise<Page<LedgerEntry>> {
    return pageByTime({
      found: (older) => this.#entries.find({ leaderAccountId, ...older }),
      time: 'postedAt',
      id: LedgerEntryId,
      wish,
      present: toEntry,
    });
  }

  /** What a leader has earned in fen: in all, and what can be withdrawn at `now`. */
  async balance(
    leaderAccountId: AccountId,
    now: Date,
  ): Promise<{ totalFen: number; withdrawableFen: number }> {
    const [sums] = await this.#entries
      .aggregate<{ totalFen: number; withdrawableFen: number }>([
        { $match: { leaderAccountId } },
        {
          $group: {
            _id: null,
            totalFen: { $sum: '$fen' },
            withdrawableFen: { $sum: { $cond: [{ $lte: ['$withdrawableFrom', now] }, '$fen', 0] } },
          },
        },
      ])
      .toArray();
    return { totalFen: sums?.totalFen ?? 0, withdrawableFen: sums?.withdrawableFen ?? 0 };
  }

  /** The balance of each account, by all postings. */
  async accounts(): Promise<{ account: string; fen: number; entries: number }[]> {
    const found = await this.#entries
      .aggregate<{ _id: string; fen: number; entries: number }>([
        { $unwind: '$postings' },
        { $group: { _id: '$postings.account', fen: { $sum: '$postings.fen' }, entries: { $sum: 1 } } },
        { $sort: { _id: 1 } },
      ])
      .toArray();
    return found.map(({ _id, fen, entries }) => ({ account: _id, fen, entries }));
  }

  /** Of one cycle: what leaders got, and the sum of all postings. */
  async ofCycle(cycleId: CycleId): Promise<{ commissionFen: number; postingsFen: number }> {
    const [sums] = await this.#entries
      .aggregate<{ commissionFen: number; postingsFen: number }>([
        { $match: { cycleId } },
        {
          $group: {
            _id: null,
            commissionFen: { $sum: '$fen' },
            postingsFen: { $sum: { $sum: '$postings.fen' } },
          },
        },
      ])
      .toArray();
    return { commissionFen: sums?.commissionFen ?? 0, postingsFen: sums?.postingsFen ?? 0 };
  }
}

function toEntry({ _id, ...rest }: Stored): LedgerEntry {
  return { ...rest, entryId: _id };
}
