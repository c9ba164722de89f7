import { every, type Schedule } from '../schedule/every';
import { CollectionRelay } from './collectionRelay';
import { type OutboxRelayOptions } from './outboxRelayOptions';
import { type OutboxDocument } from './outboxStore';

export type OutboxRelay<Name extends string = string> = {
  /**
   * Says that a document of this collection was written, so that its events leave at once. Costs the caller nothing and never
   * fails. A document given with its `outbox` (the whole of it, as just written) is not read again.
   */
  nudge(
    collection: Name,
    document: { readonly _id: unknown; readonly outbox?: OutboxDocument['outbox'] },
  ): void;
  /** Publishes what waits now, and resolves when the bus has taken it; rejects when the bus or the database does not. */
  flush(): Promise<void>;
  /** Publishes what waits as long as `drainMs` allows, and stops. Nothing is lost: what is left stays in the documents. */
  close(): Promise<void>;
};

/** Only the death of a process loses a nudge. */
const idleFactor = 20;

/**
 * Publishes the events that writes left in the documents' outboxes and pulls them out. At least once: a process that dies between
 * the two publishes again. Per document in order. Any number of processes may relay the same collections at once.
 */
export function startOutboxRelay<C extends OutboxRelayOptions['collections']>(
  options: OutboxRelayOptions & { readonly collections: C },
): OutboxRelay<keyof C & string> {
  const { collections, log, now, pollMs = 1_000, drainMs = 5_000, turn } = options;
  const polls = new Map<string, Schedule>();
  const relays = Object.entries(collections).map(([name, collection]) => {
    const pollWithin = (ms: number) => polls.get(name)?.wake(ms);
    return [name, new CollectionRelay({ ...options, name, collection, pollWithin })] as const;
  });
  const byName = new Map<string, CollectionRelay>(relays);
  for (const [name, relay] of relays)
    polls.set(
      name,
      every({
        name: `outbox:${name}`,
        ...{ intervalMs: pollMs, idleMs: idleFactor * pollMs, now, log },
        async run() {
          await turn?.();
          return relay.poll();
        },
      }),
    );
  return {
    nudge(name, document) {
      byName.get(name)?.nudge(document);
    },
    async flush() {
      await Promise.all(relays.map(([, relay]) => relay.flush()));
    },
    async close() {
      await Promise.all([...polls.values()].map((poll) => poll.close()));
      await Promise.all(relays.map(([, relay]) => relay.close(drainMs)));
    },
  };
}
