import { type Connection } from 'mongoose';
import { type EventEnvelope } from '../../../contracts/events/envelope';
import { insertEach } from '../../mongo/insertEach';
import { defineModel, nativeOn } from '../../mongo/models';
import { type Placed } from './publishScript';
import { sortableEntry } from './stream';

type PublishedDoc = {
  readonly _id: string;
  readonly event: EventEnvelope;
  /** Of the Redis that was told: see `memory.ts`. */
  readonly memory: string;
  readonly partition: number;
  /** Sorts as the entries of the stream do. */
  readonly entry: string;
};

const definition = defineModel<PublishedDoc>({
  name: 'PublishedEvent',
  collection: 'published_events',
  fields: {
    _id: String,
    event: { type: Object, required: true },
    memory: { type: String, required: true },
    partition: { type: Number, required: true },
    entry: { type: String, required: true },
  },
  indexes: [[{ memory: 1, partition: 1, entry: 1 }]],
});

/** Everything before this entry id was acknowledged by every group, by partition. */
export type AcknowledgedBefore = readonly { readonly partition: number; readonly entryId: string }[];

export type PublishedEvents = ReturnType<typeof publishedEventsIn>;

/**
 * What a service published and not every group has acknowledged: the truth behind Redis, in the service's own database. Bounded by
 * what Redis may hold. To be called before the indexes are built.
 */
export function publishedEventsIn(mongo: Connection) {
  const collection = nativeOn(mongo, definition);
  return {
    /** Resolves when they cannot be lost any more. One that is there already stays as it is. */
    async keep(memory: string, placed: readonly Placed[]): Promise<void> {
      const documents = placed.map(({ event, partition, entryId }) => ({
        ...{ _id: event.id, event, memory, partition },
        entry: sortableEntry(entryId),
      }));
      const outcomes = await insertEach(collection, documents);
      for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason as Error;
    },

    /** Lost in a crash, this only means that they are forgotten at the next look. */
    async forget(memory: string, before: AcknowledgedBefore): Promise<void> {
      const deletions = before.map(({ partition, entryId }) => ({
        deleteMany: { filter: { memory, partition, entry: { $lt: sortableEntry(entryId) } } },
      }));
      if (deletions.length > 0)
        await collection.bulkWrite(deletions, { ordered: false, writeConcern: { w: 1 } });
    },

    /** The oldest that were published under another memory. */
    async underOtherMemory(memory: string, limit: number): Promise<readonly EventEnvelope[]> {
      const found = await collection
        .find({ memory: { $ne: memory } })
        .sort({ entry: 1 })
        .limit(limit)
        .toArray();
      return found.map(({ event }) => event);
    },

    /** They were published again. */
    async moved(memory: string, placed: readonly Placed[]): Promise<void> {
      await collection.bulkWrite(
        placed.map(({ event, partition, entryId }) => ({
          updateOne: {
            filter: { _id: event.id },
            update: { $set: { memory, partition, entry: sortableEntry(entryId) } },
          },
        })),
        { ordered: false },
      );
    },
  };
}
