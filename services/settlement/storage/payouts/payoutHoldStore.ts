import { type Connection, type mongo } from 'mongoose';
import { type Page } from '#shared/contracts/common';
import { type AccountId, PayoutHoldId } from '#shared/contracts/ids';
import { isDuplicateKey } from '#shared/kit/mongo/duplicateKey';
import { defineModel, nativeOn } from '#shared/kit/mongo/models';
import { newestFirst, pageByKey, type PageWish } from '#shared/kit/mongo/pages';
import { type Hold } from '../../domain/payouts/hold';

type StoredHold = Omit<Hold, 'id'> & { _id: PayoutHoldId };

const PayoutHoldModel = defineModel<StoredHold>({
  name: 'PayoutHold',
  collection: 'payout_holds',
  indexes: [
    [{ accountId: 1, released: 1, until: 1 }],
    [{ placedAt: -1, _id: -1 }],
    [{ accountId: 1, placedAt: -1, _id: -1 }],
  ],
});

const toHold = ({ _id, ...rest }: StoredHold): Hold => ({ ...rest, id: _id });

/** What is kept back, and was. */
export class PayoutHoldStore {
  readonly #holds: mongo.Collection<StoredHold>;

  constructor(connection: Connection) {
    this.#holds = nativeOn(connection, PayoutHoldModel);
  }

  /** Adds a hold; one of this id stays as it is. */
  async insert({ id, ...rest }: Hold): Promise<void> {
    try {
      await this.#holds.insertOne({ ...rest, _id: id });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }

  async find(id: PayoutHoldId): Promise<Hold | undefined> {
    const stored = await this.#holds.findOne({ _id: id });
    return stored ? toHold(stored) : undefined;
  }

  /** Those of an account that keep something back now, the one that ends first at the front. */
  async active(accountId: AccountId, now: Date): Promise<Hold[]> {
    const stored = await this.#holds
      .find({ accountId, released: { $exists: false }, until: { $gt: now } })
      .sort({ until: 1 })
      .toArray();
    return stored.map(toHold);
  }

  /** Released once: told again, it stays as it was. */
  async release(id: PayoutHoldId, released: NonNullable<Hold['released']>): Promise<Hold | undefined> {
    await this.#holds.updateOne({ _id: id, released: { $exists: false } }, { $set: { released } });
    return this.find(id);
  }

  /** Newest first; of one account when asked. */
  list(accountId: AccountId | undefined, wish: PageWish): Promise<Page<Hold>> {
    return pageByKey({
      order: newestFirst('placedAt', PayoutHoldId),
      wish,
      find: (beyond) => this.#holds.find({ ...(accountId === undefined ? {} : { accountId }), ...beyond }),
      present: toHold,
    });
  }
}
