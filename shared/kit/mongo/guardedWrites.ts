import { randomUUID } from 'node:crypto';
import { type mongo } from 'mongoose';
import { watchedWrite } from '../audit/watched';
import { gather, type Gather } from '../batch/gather';

/** One document's change; `filter` names its id and what must still be true of it. */
export type GuardedWrite<Doc extends { _id: string }> = {
  readonly filter: mongo.Filter<Doc> & { readonly _id: Doc['_id'] };
  readonly update: mongo.UpdateFilter<Doc>;
};

/** Names the command that wrote a document last, so that its author can tell which of its writes came through. */
export type WrittenBy = { readonly writtenBy?: string };

const maxBatch = 200;
const maxInFlight = 2;

/**
 * Changes of single documents, each guarded by its filter: those that come together are one command. The database only counts
 * how many matched; when not all did, the documents are asked which command wrote them.
 * @returns for each whether its guard held.
 */
export function guardedWrites<Doc extends { _id: string } & WrittenBy>(
  name: string,
  collection: mongo.Collection<Doc>,
): Gather<GuardedWrite<Doc>, boolean> {
  const writes = gather<GuardedWrite<Doc>, boolean>({
    name: `write ${name}`,
    maxBatch,
    maxInFlight,
    run: async (writes) => {
      const first = new Map<string, GuardedWrite<Doc>>();
      for (const write of writes) if (!first.has(write.filter._id)) first.set(write.filter._id, write);
      const held = await together([...first.values()]);
      const outcomes: PromiseSettledResult<boolean>[] = [];
      // A second change of one document waits for the first: its guard is about what that leaves.
      for (const write of writes) {
        const { _id } = write.filter;
        const isFirst = first.get(_id) === write;
        const done = isFirst ? held.has(_id) : (await together([write])).has(_id);
        outcomes.push({ status: 'fulfilled', value: done });
      }
      return outcomes;
    },
  });
  return {
    // The batch belongs to everybody in it; each change is told to its own action.
    add: (write) => watchedWrite(collection, [write.filter], () => writes.add(write)),
    get waiting() {
      return writes.waiting;
    },
    close: () => writes.close(),
  };

  async function together(writes: readonly GuardedWrite<Doc>[]): Promise<Set<string>> {
    const writtenBy = randomUUID();
    const ids = writes.map(({ filter }) => filter._id);
    const operations = writes.map(({ filter, update }) => ({
      updateOne: { filter, update: { ...update, $set: { ...update.$set, writtenBy } } },
    })) as unknown as mongo.AnyBulkWriteOperation<Doc>[];
    const { matchedCount } = await collection.bulkWrite(operations, { ordered: false });
    if (matchedCount === writes.length) return new Set(ids);
    if (matchedCount === 0) return new Set();
    const mine = await collection
      .find({ _id: { $in: ids }, writtenBy } as unknown as mongo.Filter<Doc>, { projection: { _id: 1 } })
      .toArray();
    return new Set(mine.map(({ _id }) => _id as string));
  }
}
