import { type Connection, type mongo } from 'mongoose';
import { type Page } from '#shared/contracts/common';
import { AccountId } from '#shared/contracts/ids';
import { isDuplicateKey } from '#shared/kit/mongo/duplicateKey';
import { defineModel, nativeOn } from '#shared/kit/mongo/models';
import { byId, byTime, pageByKey, type PageWish } from '#shared/kit/mongo/pages';
import { type Payee, type VerifiedPayee } from '../../domain/payouts/payee';

/** `weeklyAt`: when to look whether it is the city's day to pay out. */
type StoredPayee = Omit<Payee, 'accountId'> & { _id: AccountId; toReview: boolean; weeklyAt?: Date };

const PayeeModel = defineModel<StoredPayee>({
  name: 'Payee',
  collection: 'payees',
  indexes: [[{ toReview: 1, changedAt: 1, _id: 1 }], [{ weeklyAt: 1 }, { sparse: true }]],
});

const toPayee = ({ _id, toReview: _toReview, weeklyAt: _weeklyAt, ...rest }: StoredPayee): Payee =>
  ({ ...rest, accountId: _id }) as Payee;

const toStored = ({ accountId, ...rest }: Payee): StoredPayee => ({
  ...rest,
  _id: accountId,
  toReview: rest.state === 'unverified' && !('declined' in rest),
  ...(rest.state === 'verified' ? { weeklyAt: rest.verified.at } : {}),
});

/** Where leaders are paid: one document each. */
export class PayeeStore {
  readonly #payees: mongo.Collection<StoredPayee>;

  constructor(connection: Connection) {
    this.#payees = nativeOn(connection, PayeeModel);
  }

  async find(accountId: AccountId): Promise<Payee | undefined> {
    const stored = await this.#payees.findOne({ _id: accountId });
    return stored ? toPayee(stored) : undefined;
  }

  /** Those of `accountIds` that are verified. */
  async verified(accountIds: readonly AccountId[]): Promise<Map<AccountId, VerifiedPayee>> {
    const stored = await this.#payees.find({ _id: { $in: [...accountIds] }, state: 'verified' }).toArray();
    return new Map(stored.map((one) => [one._id, toPayee(one) as VerifiedPayee]));
  }

  /** Replaces `known`, or adds the first one; false when somebody was quicker. */
  async write(next: Payee, known: Payee | undefined): Promise<boolean> {
    const stored = toStored(next);
    if (known) {
      const guard = { _id: known.accountId, version: known.version };
      return (await this.#payees.replaceOne(guard, stored)).matchedCount === 1;
    }
    try {
      await this.#payees.insertOne(stored);
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  /** Those that nobody looked at, oldest first. */
  listToReview(wish: PageWish): Promise<Page<Payee>> {
    return pageByKey({
      order: [byTime('changedAt', 'rising'), byId('_id', AccountId, 'rising')],
      wish,
      find: (beyond) => this.#payees.find({ toReview: true, ...beyond }),
      present: toPayee,
    });
  }

  /** Verified ones of which nobody looked since `weeklyAt` whether it is their day. */
  async weeklyDue(now: Date, limit: number): Promise<Payee[]> {
    const stored = await this.#payees
      .find({ weeklyAt: { $lte: now } })
      .sort({ weeklyAt: 1 })
      .limit(limit)
      .toArray();
    return stored.map(toPayee);
  }

  async lookAgain({ accountId, version }: Payee, weeklyAt: Date): Promise<void> {
    await this.#payees.updateOne(
      { _id: accountId, version, weeklyAt: { $exists: true } },
      { $set: { weeklyAt } },
    );
  }
}
