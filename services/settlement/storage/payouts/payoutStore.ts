import { type Connection, type mongo } from 'mongoose';
import { type Page } from '#shared/contracts/common';
import { type AccountId, type PayoutFileId, PayoutId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { isDuplicateKey } from '#shared/kit/mongo/duplicateKey';
import { nativeOn } from '#shared/kit/mongo/models';
import { byId, byNumber, byTime, pageByKey, type PageWish } from '#shared/kit/mongo/pages';
import { Overloaded } from '#shared/kit/batch/overloaded';
import { type Payout, type PayoutStatus } from '../../domain/payouts/payout';
import { PayoutModel, type StoredPayout, toPayout, toStored, type WaitingFor } from './payoutModel';

/** A payout whose money the ledger may still count to the leader. */
export type Reserved = Pick<Payout, 'id' | 'number' | 'fen' | 'version'>;

const oldestFirst = [byTime('askedAt', 'rising'), byId('_id', PayoutId, 'rising')] as const;
const maxTries = 20;

/** Payouts: each is one document that changes in guarded writes. */
export class PayoutStore {
  readonly #payouts: mongo.Collection<StoredPayout>;

  constructor(connection: Connection) {
    this.#payouts = nativeOn(connection, PayoutModel);
  }

  /** Adds a payout; false when the account has one of this number or id already. */
  async insert(payout: Payout): Promise<boolean> {
    try {
      await this.#payouts.insertOne(toStored(payout, payout.askedAt));
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  async find(id: PayoutId): Promise<Payout | undefined> {
    const stored = await this.#payouts.findOne({ _id: id });
    return stored ? toPayout(stored) : undefined;
  }

  /** The newest payout of an account. */
  async newest(accountId: AccountId): Promise<Payout | undefined> {
    const [stored] = await this.#payouts.find({ accountId }).sort({ number: -1 }).limit(1).toArray();
    return stored ? toPayout(stored) : undefined;
  }

  /**
   * Changes a payout in one guarded write; what `change` throws changes nothing, and the same payout given back neither.
   * @throws {Refused} NOT_FOUND
   */
  async change(id: PayoutId, now: Date, change: (payout: Payout) => Payout): Promise<Payout> {
    for (let tries = 0; tries < maxTries; tries += 1) {
      const payout = found(await this.find(id));
      const next = change(payout);
      if (next === payout) return payout;
      const { matchedCount } = await this.#payouts.replaceOne(
        { _id: id, version: payout.version },
        toStored(next, now),
      );
      if (matchedCount === 1) return next;
    }
    throw new Overloaded(`read and write the payout ${id}`, maxTries);
  }

  /** The entries of this version are posted. @param lookAt when to look at it again; absent: there is nothing to do by itself */
  async posted({ id, version, status }: Payout, lookAt?: Date): Promise<void> {
    await this.#payouts.updateOne({ _id: id, version }, [
      { $set: { reserved: status === 'due', ...(lookAt === undefined ? {} : { lookAt }) } },
      ...(lookAt === undefined ? [{ $unset: 'lookAt' }] : []),
    ]);
  }

  /** Whoever looked at it failed: others come first now. */
  async lookLater({ id, version }: Payout, lookAt: Date): Promise<void> {
    await this.#payouts.updateOne({ _id: id, version, lookAt: { $exists: true } }, { $set: { lookAt } });
  }

  /** Payouts that somebody has to look at, the longest waiting first. */
  async due(now: Date, limit: number): Promise<Payout[]> {
    const stored = await this.#payouts
      .find({ lookAt: { $lte: now } })
      .sort({ lookAt: 1 })
      .limit(limit)
      .toArray();
    return stored.map(toPayout);
  }

  /** Of an account, by number. */
  async reserved(accountId: AccountId): Promise<Reserved[]> {
    const stored = await this.#payouts
      .find({ accountId, reserved: true })
      .project<Pick<StoredPayout, '_id' | 'number' | 'fen' | 'version'>>({ number: 1, fen: 1, version: 1 })
      .sort({ number: 1 })
      .toArray();
    return stored.map(({ _id, ...rest }) => ({ ...rest, id: _id }));
  }

  /** What an account asked for on a day, in fen. */
  askedOn(accountId: AccountId, day: string): Promise<number> {
    return this.#sum({ accountId, day }, { accountId: 1, day: 1, fen: 1 });
  }

  /** What an account's payouts of a status come to, in fen. */
  sum(accountId: AccountId, status: PayoutStatus): Promise<number> {
    return this.#sum({ accountId, status }, { accountId: 1, status: 1, fen: 1 });
  }

  async #sum(filter: mongo.Filter<StoredPayout>, hint: mongo.IndexSpecification): Promise<number> {
    const [sums] = await this.#payouts
      .aggregate<{ fen: number }>([{ $match: filter }, { $group: { _id: null, fen: { $sum: '$fen' } } }], {
        hint: hint as mongo.Hint,
      })
      .toArray();
    return sums?.fen ?? 0;
  }

  /** Of an account, newest first. */
  list(accountId: AccountId, wish: PageWish): Promise<Page<Payout>> {
    return pageByKey({
      order: [byNumber('number', 'falling')],
      wish,
      find: (beyond) => this.#payouts.find({ accountId, ...beyond }),
      present: toPayout,
    });
  }

  /** Oldest first. */
  listWaiting(
    {
      waitingFor,
      fileId,
    }: { readonly waitingFor?: WaitingFor | undefined; readonly fileId?: PayoutFileId | undefined },
    wish: PageWish,
  ): Promise<Page<Payout>> {
    const filter = {
      ...(waitingFor === undefined ? {} : { waits: waitingFor }),
      ...(fileId === undefined ? {} : { files: fileId }),
    };
    return pageByKey({
      order: oldestFirst,
      wish,
      find: (beyond) => this.#payouts.find({ ...filter, ...beyond }),
      present: toPayout,
    });
  }

  /** All payouts of a file, oldest first. */
  async ofFile(fileId: PayoutFileId): Promise<Payout[]> {
    const stored = await this.#payouts.find({ files: fileId }).sort({ askedAt: 1, _id: 1 }).toArray();
    return stored.map(toPayout);
  }

  /** Every payout, for adding everything up anew. */
  async *all(): AsyncGenerator<Payout> {
    for await (const stored of this.#payouts.find().sort({ _id: 1 })) yield toPayout(stored);
  }
}
