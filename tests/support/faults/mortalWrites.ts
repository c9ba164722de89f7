import { mongo } from 'mongoose';

const writes = [
  'insertOne',
  'insertMany',
  'updateOne',
  'updateMany',
  'bulkWrite',
  'findOneAndUpdate',
  'replaceOne',
  'deleteOne',
  'deleteMany',
] as const;
type Write = (this: mongo.Collection, ...args: unknown[]) => Promise<unknown>;

export class Died extends Error {}

/**
 * Lets every write to the database of this test file fail from a chosen one on, as if the process were killed: before that write
 * reached the database, or after it did and before anybody heard of it.
 */
export function mortalWrites() {
  let writesLeft = Infinity;
  let reachesDatabase = false;

  beforeAll(() => {
    const collections = mongo.Collection.prototype as unknown as Record<string, Write>;
    for (const name of writes) {
      const real = collections[name]!;
      jest.spyOn(collections, name).mockImplementation(async function (this: mongo.Collection, ...args) {
        await Promise.resolve();
        writesLeft -= 1;
        if (writesLeft < (reachesDatabase ? -1 : 0)) throw new Died('dead before the write');
        const result = await real.apply(this, args);
        if (writesLeft < 0) throw new Died('dead after the write');
        return result;
      });
    }
  });
  afterAll(() => jest.restoreAllMocks());

  return {
    /**
     * Runs `work` in a process that lives for so many writes.
     * @returns whether it died
     */
    async dies(
      when: 'before' | 'after',
      livesForWrites: number,
      work: () => Promise<unknown>,
    ): Promise<boolean> {
      reachesDatabase = when === 'after';
      writesLeft = livesForWrites;
      try {
        await work();
        return writesLeft < 0;
      } catch (error) {
        if (writesLeft >= 0) throw error;
        return true;
      } finally {
        writesLeft = Infinity;
      }
    },
  };
}
