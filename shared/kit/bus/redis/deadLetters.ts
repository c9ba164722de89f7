import { type DeadLetter } from '../bus';
import { type RedisCommands } from './connection';
import { type BusKeys, entryFields, partitionOf, readEntry } from './stream';

const maxDeadLetters = 10_000;

/** The stream of the events that a group gave up on; the newest 10,000 or so are kept. */
export function deadLetterStream(redis: RedisCommands, keys: BusKeys, group: string) {
  const letterStream = keys.deadLetters(group);
  const range = async (limit: number) => {
    const entries = await redis.xRange(letterStream, '-', '+', { COUNT: limit });
    return (entries ?? []).map(({ id, message }) => ({ id, fields: message }));
  };

  return {
    /** Moves an entry here and out of the group's hands, in one step. */
    async bury(
      { partition, id, fields }: { partition: number; id: string; fields: Readonly<Record<string, string>> },
      why: Omit<DeadLetter, 'event'>,
    ): Promise<void> {
      const { reason, failedAt, attempts } = why;
      await redis
        .multi()
        .xAdd(
          letterStream,
          '*',
          {
            event: fields['event'] ?? '',
            reason: reason.slice(0, 2_000),
            failedAt,
            attempts: String(attempts),
          },
          { TRIM: { strategy: 'MAXLEN', strategyModifier: '~', threshold: maxDeadLetters } },
        )
        .xAck(keys.stream(partition), group, id)
        .exec();
    },

    async list(limit: number): Promise<DeadLetter[]> {
      return (await range(limit)).flatMap(({ id, fields }) => {
        const { reason = '', failedAt = '', attempts } = fields;
        const entry = readEntry(id, fields);
        return entry ? [{ event: entry.event, reason, failedAt, attempts: Number(attempts) }] : [];
      });
    },

    /** Puts the oldest back into the streams, for this group only; what cannot be read stays. */
    async redrive(limit: number): Promise<number> {
      const letters = await range(limit);
      if (letters.length === 0) return 0;
      let count = 0;
      const transaction = redis.multi();
      for (const { id, fields } of letters) {
        const entry = readEntry(id, fields);
        if (!entry) continue;
        const stream = keys.stream(partitionOf(entry.event.key, keys.partitions));
        transaction.xAdd(stream, '*', entryFields(entry.event, group)).xDel(letterStream, id);
        count += 1;
      }
      await transaction.exec();
      return count;
    },
  };
}
