import { type EventEnvelope } from '../../contracts/events/envelope';
import { gather } from '../batch/gather';

export type OutboxDocument = {
  readonly _id: unknown;
  readonly outbox?: readonly EventEnvelope[] | undefined;
};

/** What the relay needs of a collection: a driver's or a mongoose model's `collection` fits. */
export type OutboxCollection = {
  find(filter: object, options: { readonly projection: Readonly<Record<string, 1>> }): Cursor;
  bulkWrite(operations: never[], options: object): Promise<unknown>;
};

type Cursor = {
  sort(key: Readonly<Record<string, 1>>): Cursor;
  hint(key: Readonly<Record<string, 1>>): Cursor;
  limit(count: number): Cursor;
  toArray(): Promise<unknown[]>;
};

/** The index that the relay reads by. It holds only documents whose outbox is not empty, the longest waiting first. */
export const outboxIndex = { key: { 'outbox.0.occurredAt': 1 }, sparse: true } as const;

const maxBatch = 500;
const fulfilled = <R>(value: R): PromiseFulfilledResult<R> => ({ status: 'fulfilled', value });

/** The relay's three questions to a collection; what is asked at the same time is asked in one command. */
export function outboxStore(name: string, collection: OutboxCollection) {
  const reads = gather<unknown, readonly EventEnvelope[]>({
    name: `read outboxes of ${name}`,
    maxBatch,
    run: async (ids) => {
      const found = await documents(collection.find({ _id: { $in: ids } }, { projection: { outbox: 1 } }));
      const byId = new Map(found.map((one) => [String(one._id), one.outbox ?? []] as const));
      return ids.map((id) => fulfilled(byId.get(String(id)) ?? []));
    },
  });
  const pulls = gather<{ readonly id: unknown; readonly eventIds: readonly string[] }, undefined>({
    name: `pull published events of ${name}`,
    maxBatch,
    run: async (items) => {
      const operations = items.map(({ id, eventIds }) => ({
        updateOne: { filter: { _id: id }, update: { $pull: { outbox: { id: { $in: eventIds } } } } },
      }));
      // A pull that is lost means an event published twice, so it need not wait for a disk or a majority.
      await collection.bulkWrite(operations as never[], { ordered: false, writeConcern: { w: 1 } });
      return items.map(() => fulfilled(undefined));
    },
  });
  return {
    read: (id: unknown) => reads.add(id),
    pull: (id: unknown, events: readonly EventEnvelope[]) =>
      pulls.add({ id, eventIds: events.map((event) => event.id) }),
    /** Documents with events, the longest waiting first. */
    waiting: (limit: number) =>
      documents(
        collection
          .find({ 'outbox.0.occurredAt': { $exists: true } }, { projection: { outbox: 1 } })
          .sort(outboxIndex.key)
          .hint(outboxIndex.key)
          .limit(limit),
      ),
  };
}

const documents = (cursor: Cursor) => cursor.toArray() as Promise<OutboxDocument[]>;
