import { type Connection } from 'mongoose';
import { type JWK } from 'jose';
import { isDuplicateKey } from '#shared/kit/mongo/duplicateKey';
import { defineModel, modelOn, nativeOn } from '#shared/kit/mongo/models';

/** A pair of keys for one period of time; `_id` is the `kid` that tokens name. */
export type SigningKey = { _id: string; period: number; privateKey: JWK; publicKey: JWK };

const signingKeyModel = defineModel<SigningKey>({
  name: 'SigningKey',
  collection: 'signing_keys',
  fields: {
    _id: { type: String, required: true },
    period: { type: Number, required: true },
    privateKey: { type: Object, required: true },
    publicKey: { type: Object, required: true },
  },
  indexes: [[{ period: 1 }, { unique: true }]],
});

export type SigningKeyStore = ReturnType<typeof signingKeyStore>;

export function signingKeyStore(connection: Connection) {
  modelOn(connection, signingKeyModel);
  const keys = nativeOn(connection, signingKeyModel);
  return {
    /** Keeps a key unless its period has one: of two processes that start at once, one wins and both use its key. */
    async offer(key: SigningKey): Promise<void> {
      try {
        await keys.insertOne(key);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },
    between: (first: number, last: number) =>
      keys
        .find({ period: { $gte: first, $lte: last } })
        .sort({ period: 1 })
        .toArray(),
    /** Takes back every key there is; answers how many. */
    removeAll: async (): Promise<number> => (await keys.deleteMany({})).deletedCount,
    async removeBefore(period: number): Promise<void> {
      await keys.deleteMany({ period: { $lt: period } });
    },
  };
}
