import { type Connection, type mongo } from 'mongoose';
import { type Page } from '#shared/contracts/common';
import { type PaymentProviderName } from '#shared/contracts/orders/paymentViews';
import { z } from '#shared/contracts/zod';
import { insertEach } from '#shared/kit/mongo/insertEach';
import { defineModel, nativeOn } from '#shared/kit/mongo/models';
import { byId, pageByKey, type PageWish } from '#shared/kit/mongo/pages';
import { type DayClose, noDifferences, noSums } from '../../domain/close/dayClose';

/** `stripe/2026-11-29` */
type StoredClose = DayClose & { _id: string };

const DayCloseModel = defineModel<StoredClose>({
  name: 'DayClose',
  collection: 'day_closes',
  indexes: [[{ day: -1, _id: -1 }], [{ provider: 1, day: -1 }], [{ dueAt: 1 }, { sparse: true }]],
});

const closeIdOf = ({ provider, day }: Pick<DayClose, 'provider' | 'day'>): string => `${provider}/${day}`;

/** Days as they are compared with the providers' statements. Each is written by whoever read it last (`version`). */
export class DayCloseStore {
  readonly #closes: mongo.Collection<StoredClose>;

  constructor(connection: Connection) {
    this.#closes = nativeOn(connection, DayCloseModel);
  }

  /** Begins the closes of days, each due from `dueAt` on; those that are there stay as they are. */
  async begin(closes: readonly { provider: PaymentProviderName; day: string; dueAt: Date }[]): Promise<void> {
    if (closes.length === 0) return;
    const fresh = closes.map(({ provider, day, dueAt }): StoredClose => ({
      ...{ _id: closeIdOf({ provider, day }), provider, day, dueAt },
      ...{ state: 'waiting', waiting: 'no_statement_yet', reading: 0 },
      ...{ ours: noSums, theirs: noSums, feeFen: 0, oursClosingFen: 0, feePosts: [] },
      ...{ differences: noDifferences, version: 0 },
    }));
    for (const outcome of await insertEach(this.#closes, fresh))
      if (outcome.status === 'rejected') throw outcome.reason;
  }

  async find(provider: PaymentProviderName, day: string): Promise<DayClose | undefined> {
    const stored = await this.#closes.findOne({ _id: closeIdOf({ provider, day }) });
    return stored ? toClose(stored) : undefined;
  }

  /** The newest day of a provider that was begun. */
  async latest(provider: PaymentProviderName): Promise<DayClose | undefined> {
    const [stored] = await this.#closes.find({ provider }).sort({ day: -1 }).limit(1).toArray();
    return stored && toClose(stored);
  }

  /** The closes of a day and of all after it. */
  async since(day: string): Promise<DayClose[]> {
    return (await this.#closes.find({ day: { $gte: day } }).toArray()).map(toClose);
  }

  /** What is due, the longest due first. */
  async due(now: Date, limit: number): Promise<DayClose[]> {
    const found = this.#closes.find({ dueAt: { $lte: now } }).sort({ dueAt: 1 });
    return (await found.limit(limit).toArray()).map(toClose);
  }

  /** Replaces what `before` says, unless somebody else wrote meanwhile. @returns what is there now; undefined when somebody did */
  async replace(before: DayClose, after: DayClose): Promise<DayClose | undefined> {
    const _id = closeIdOf(before);
    const next = { ...after, version: before.version + 1 };
    const { modifiedCount } = await this.#closes.replaceOne({ _id, version: before.version }, next);
    return modifiedCount === 1 ? next : undefined;
  }

  /** Has a close compared, or its statement read, once more from `dueAt` on; undefined when there is none. */
  async again(
    provider: PaymentProviderName,
    day: string,
    dueAt: Date,
    what: 'compare' | 'read',
  ): Promise<DayClose | undefined> {
    const stored = await this.#closes.findOneAndUpdate(
      { _id: closeIdOf({ provider, day }) },
      {
        $set: { dueAt },
        $inc: { version: 1 },
        ...(what === 'read' ? { $unset: { readAt: 1 as const } } : {}),
      },
      { returnDocument: 'after' },
    );
    return stored ? toClose(stored) : undefined;
  }

  /** Newest day first. */
  list(wish: PageWish): Promise<Page<DayClose>> {
    return pageByKey({
      order: [byId('day', z.string().max(10), 'falling'), byId('_id', z.string().max(30), 'falling')],
      wish,
      find: (beyond) => this.#closes.find(beyond),
      present: toClose,
    });
  }

  /** Every close, for what follows from them. */
  async *all(): AsyncIterable<DayClose> {
    for await (const stored of this.#closes.find()) yield toClose(stored);
  }
}

const toClose = ({ _id, ...close }: StoredClose): DayClose => close;
