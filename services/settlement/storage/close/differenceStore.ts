import { type Connection, type mongo } from 'mongoose';
import { type Page } from '#shared/contracts/common';
import { DifferenceId } from '#shared/contracts/ids';
import { type PaymentProviderName } from '#shared/contracts/orders/paymentViews';
import { z } from '#shared/contracts/zod';
import { insertEach } from '#shared/kit/mongo/insertEach';
import { defineModel, nativeOn } from '#shared/kit/mongo/models';
import { byId, pageByKey, type PageWish } from '#shared/kit/mongo/pages';
import { type Counts, noDifferences } from '../../domain/close/dayClose';
import { type Difference, standsOffBy } from '../../domain/close/difference';

/** `unposted`: an operator's decision is to be posted to the ledger. */
type StoredDifference = Omit<Difference, 'differenceId'> & { _id: DifferenceId; unposted?: true };

const DayText = z.string().max(10);

const DifferenceModel = defineModel<StoredDifference>({
  name: 'Difference',
  collection: 'differences',
  indexes: [
    [{ provider: 1, day: 1, _id: 1 }],
    [{ state: 1, day: 1, _id: 1 }],
    [{ unposted: 1 }, { sparse: true }],
  ],
});

/** What differed between the ledger and the providers' statements: nothing is ever taken away. */
export class DifferenceStore {
  readonly #differences: mongo.Collection<StoredDifference>;

  constructor(connection: Connection) {
    this.#differences = nativeOn(connection, DifferenceModel);
  }

  /** Keeps those that are new. */
  async add(differences: readonly Difference[]): Promise<void> {
    if (differences.length === 0) return;
    const stored = differences.map(({ differenceId, ...rest }) => ({ _id: differenceId, ...rest }));
    for (const outcome of await insertEach(this.#differences, stored))
      if (outcome.status === 'rejected') throw outcome.reason;
  }

  async find(differenceId: DifferenceId): Promise<Difference | undefined> {
    const stored = await this.#differences.findOne({ _id: differenceId });
    return stored ? toDifference(stored) : undefined;
  }

  async ofDay(provider: PaymentProviderName, day: string): Promise<Difference[]> {
    return (await this.#differences.find({ provider, day }).toArray()).map(toDifference);
  }

  /** What all differences of a provider up to a day leave unexplained of the balance, in fen; without that day's own. */
  async remainingUntil(provider: PaymentProviderName, day: string): Promise<number> {
    let sum = 0;
    for await (const stored of this.#differences.find({
      provider,
      day: { $lte: day },
      state: { $ne: 'gone' },
    }))
      if (stored.kind !== 'balance' || stored.day < day) sum += standsOffBy(toDifference(stored));
    return sum;
  }

  async countOfDay(provider: PaymentProviderName, day: string): Promise<Counts> {
    const groups = await this.#differences
      .aggregate<{ _id: keyof Counts | 'gone'; count: number }>([
        { $match: { provider, day } },
        { $group: { _id: '$state', count: { $sum: 1 } } },
      ])
      .toArray();
    return groups.reduce(
      (counts, { _id: state, count }) => (state === 'gone' ? counts : { ...counts, [state]: count }),
      noDifferences,
    );
  }

  countOpen(provider?: PaymentProviderName): Promise<number> {
    return this.#differences.countDocuments({ state: 'open', ...(provider && { provider }) });
  }

  /** Replaces what `before` says, unless somebody else wrote meanwhile. @returns whether it did */
  async replace(before: Difference, after: Difference): Promise<boolean> {
    const { differenceId: _id, ...rest } = after;
    const decided = after.resolutions.length > before.resolutions.length && after.resolutions.at(-1);
    const owes = decided !== false && decided?.postings !== undefined;
    const { modifiedCount } = await this.#differences.updateOne(
      { _id, version: before.version },
      {
        $set: { ...rest, version: before.version + 1, ...(owes ? { unposted: true as const } : {}) },
        $unset: { ...(after.ours ? {} : { ours: 1 }), ...(after.theirs ? {} : { theirs: 1 }) },
      },
    );
    return modifiedCount === 1;
  }

  /** Those with a decision that may not be in the ledger yet. */
  async unposted(limit: number): Promise<Difference[]> {
    return (await this.#differences.find({ unposted: true }).limit(limit).toArray()).map(toDifference);
  }

  /** Its decisions, as `difference` has them, are in the ledger. */
  async posted({ differenceId, version }: Difference): Promise<void> {
    await this.#differences.updateOne({ _id: differenceId, version }, { $unset: { unposted: 1 } });
  }

  /** In the order of their ids. */
  listOfDay(provider: PaymentProviderName, day: string, wish: PageWish): Promise<Page<Difference>> {
    return pageByKey({
      order: [byId('_id', DifferenceId, 'rising')],
      wish,
      find: (beyond) => this.#differences.find({ provider, day, ...beyond }),
      present: toDifference,
    });
  }

  /** The oldest day first. */
  listOpen(wish: PageWish): Promise<Page<Difference>> {
    return pageByKey({
      order: [byId('day', DayText, 'rising'), byId('_id', DifferenceId, 'rising')],
      wish,
      find: (beyond) => this.#differences.find({ $and: [{ state: 'open' }, beyond] }),
      present: toDifference,
    });
  }

  async *all(): AsyncIterable<Difference> {
    for await (const stored of this.#differences.find()) yield toDifference(stored);
  }
}

const toDifference = ({ _id, unposted: _unposted, ...rest }: StoredDifference): Difference => ({
  ...rest,
  differenceId: _id,
});
