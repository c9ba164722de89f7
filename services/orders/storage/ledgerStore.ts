import { type Connection, type mongo } from 'mongoose';
import { type Page } from '#shared/contracts/common';
import { type AccountId, type CycleId, LedgerEntryId, type OrderId } from '#shared/contracts/ids';
import { isDuplicateKey } from '#shared/kit/mongo/duplicateKey';
import { derivedId } from '#shared/kit/ids';
import { nativeOn } from '#shared/kit/mongo/models';
import { leaderAccount, type LedgerEntry } from '../domain/ledger';
import { sumOf } from '../domain/refund';
import { LedgerBalances } from './ledgerBalances';
import { cycleSumsIndex, LedgerEntryModel, type StoredEntry, toEntry } from './ledgerEntryModel';
import { newestFirst, pageByKey, type PageWish } from '#shared/kit/mongo/pages';

/** The ledger: entries are added, never changed, and each is balanced in itself. Their sums are kept beside them. */
export class LedgerStore {
  readonly #entries: mongo.Collection<StoredEntry>;
  readonly #balances: LedgerBalances;

  constructor(mongo: Connection) {
    this.#entries = nativeOn(mongo, LedgerEntryModel);
    this.#balances = new LedgerBalances(mongo, this.#entries);
  }

  async ofOrder(orderId: OrderId): Promise<LedgerEntry[]> {
    return (await this.#entries.find({ orderId }).toArray()).map(toEntry);
  }

  /**
   * Adds entries, and brings up the balances of their leaders.
   * @returns false when a line has one of this sequence already; the others are added.
   */
  async post(entries: readonly Omit<LedgerEntry, 'entryId'>[]): Promise<boolean> {
    const added = await Promise.all(entries.map((entry) => this.#insert(entry)));
    const leaders = new Set(entries.map(({ leaderAccountId }) => leaderAccountId));
    await Promise.all([...leaders].map((leader) => this.#balances.bringUp(leader)));
    return added.every(Boolean);
  }

  async #insert(entry: Omit<LedgerEntry, 'entryId'>): Promise<boolean> {
    const _id: LedgerEntryId = derivedId('led', entry.orderId, entry.lineId, String(entry.sequence));
    try {
      await this.#entries.insertOne({ _id, ...entry, postingsFen: sumOf(entry.postings) });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  /** A leader's entries, newest first. */
  list(leaderAccountId: AccountId, wish: PageWish): Promise<Page<LedgerEntry>> {
    return pageByKey({
      order: newestFirst('postedAt', LedgerEntryId),
      wish,
      find: (beyond) => this.#entries.find({ leaderAccountId, ...beyond }),
      present: toEntry,
    });
  }

  /**
   * What a leader has earned in fen: in all, and what can be withdrawn at `now`. Of the entries only those are read whose claim window
   * is open: a week's, however long somebody has been a leader.
   */
  async balance(leader: AccountId, now: Date): Promise<{ totalFen: number; withdrawableFen: number }> {
    for (;;) {
      const { version, sums } = await this.#balances.bringUp(leader);
      const pendingFen = await this.#pendingFen(leader, now);
      // Entries that came in between would count as pending only.
      if ((await this.#balances.bringUp(leader)).version !== version) continue;
      const totalFen = sums.find(({ account }) => account === leaderAccount(leader))?.fen ?? 0;
      return { totalFen, withdrawableFen: totalFen - pendingFen };
    }
  }

  async #pendingFen(leaderAccountId: AccountId, now: Date): Promise<number> {
    const [sums] = await this.#entries
      .aggregate<{ fen: number }>([
        { $match: { leaderAccountId, withdrawableFrom: { $gt: now } } },
        { $group: { _id: null, fen: { $sum: '$fen' } } },
      ])
      .toArray();
    return sums?.fen ?? 0;
  }

  /** The balance of each account, by all postings. */
  accounts(): Promise<{ account: string; fen: number; entries: number }[]> {
    return this.#balances.accounts();
  }

  /** Adds all balances up anew from the entries. */
  async rebuild(): Promise<void> {
    await this.#balances.beginAnew();
    await this.#balances.accounts();
  }

  /** Of one cycle: what leaders got, and the sum of all postings. Only entries whose sum nobody kept are read. */
  async ofCycle(cycleId: CycleId): Promise<{ commissionFen: number; postingsFen: number }> {
    await this.#entries.updateMany({ cycleId, postingsFen: { $exists: false } }, [
      { $set: { postingsFen: { $sum: '$postings.fen' } } },
    ]);
    const [sums] = await this.#entries
      .aggregate<{ commissionFen: number; postingsFen: number }>(
        [
          { $match: { cycleId } },
          {
            $group: { _id: null, commissionFen: { $sum: '$fen' }, postingsFen: { $sum: '$postingsFen' } },
          },
        ],
        { hint: cycleSumsIndex },
      )
      .toArray();
    return { commissionFen: sums?.commissionFen ?? 0, postingsFen: sums?.postingsFen ?? 0 };
  }
}
