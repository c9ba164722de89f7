import { gather } from '../../batch/gather';
import { type RedisCommands } from './connection';
import { type BusKeys } from './stream';

/** An entry handed to this subscriber; `attempt` is the one to be made now, counted over all processes. */
export type Delivered = {
  readonly partition: number;
  readonly id: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly attempt: number;
};

type StreamReply = readonly {
  readonly name: string;
  readonly messages: readonly { readonly id: string; readonly message: Readonly<Record<string, string>> }[];
}[];

const pageSize = 100;

/** Removes names of subscribers that are gone, so that groups do not fill with them. Never one that still has entries. */
const forgetScript = `
for _, info in ipairs(redis.call('XINFO', 'CONSUMERS', KEYS[1], ARGV[1])) do
  local consumer = {}
  for i = 1, #info, 2 do consumer[info[i]] = info[i + 1] end
  if consumer.pending == 0 and consumer.idle > tonumber(ARGV[2]) then
    redis.call('XGROUP', 'DELCONSUMER', KEYS[1], ARGV[1], consumer.name)
  end
end
return 0`;

const forgetAfterMs = 600_000;

/** What one subscriber asks of its group's streams. */
export function groupStream({
  redis,
  keys,
  group,
  me,
}: {
  readonly redis: RedisCommands;
  readonly keys: BusKeys;
  readonly group: string;
  readonly me: string;
}) {
  const partitions = Array.from({ length: keys.partitions }, (_, partition) => partition);
  const byStream = new Map(partitions.map((partition) => [keys.stream(partition), partition]));

  const acks = gather<{ readonly partition: number; readonly id: string }, undefined>({
    name: `acknowledge events for ${group}`,
    maxBatch: 200,
    run: async (items) => {
      const ids = new Map<number, string[]>();
      for (const { partition, id } of items) ids.set(partition, [...(ids.get(partition) ?? []), id]);
      await Promise.all([...ids].map(([partition, some]) => redis.xAck(keys.stream(partition), group, some)));
      return items.map(() => ({ status: 'fulfilled', value: undefined }));
    },
  });

  return {
    /** A new group begins with the oldest event that is kept: services may start in any order. */
    async ensureGroup(): Promise<void> {
      await Promise.all(
        partitions.map((partition) =>
          redis
            .xGroupCreate(keys.stream(partition), group, '0', { MKSTREAM: true })
            .catch((error: unknown) => {
              if (!String(error).includes('BUSYGROUP')) throw error;
            }),
        ),
      );
    },

    /** Events that nobody of the group has had; waits up to `blockMs` for the first. `reader` is a connection of its own. */
    async readNew(
      reader: RedisCommands,
      from: readonly number[],
      { count, blockMs }: { count: number; blockMs: number },
    ): Promise<Delivered[]> {
      const streams = from.map((partition) => ({ key: keys.stream(partition), id: '>' }));
      const reply = (await reader.xReadGroup(group, me, streams, {
        COUNT: count,
        BLOCK: blockMs,
      })) as StreamReply | null;
      return (reply ?? []).flatMap(({ name, messages }) =>
        messages.map(({ id, message }) => ({
          partition: byStream.get(name) ?? 0,
          id,
          fields: message,
          attempt: 1,
        })),
      );
    },

    /**
     * Entries that were handed to somebody, not acknowledged, and are not in our hands: of subscribers that died, or whose
     * hand-over got lost on the way. In the order of the stream. XAUTOCLAIM would also claim (and count) what we have in hand.
     */
    async claimAbandoned(partition: number, isInHand: (id: string) => boolean): Promise<Delivered[]> {
      const stream = keys.stream(partition);
      const claimed: Delivered[] = [];
      for (let start = '-'; ;) {
        const page = await redis.xPendingRange(stream, group, start, '+', pageSize);
        const attempts = new Map(page.map(({ id, deliveriesCounter }) => [id, deliveriesCounter + 1]));
        const ids = page.map(({ id }) => id).filter((id) => !isInHand(id));
        const entries = ids.length === 0 ? [] : await redis.xClaim(stream, group, me, 0, ids);
        for (const entry of entries)
          if (entry)
            claimed.push({
              partition,
              id: entry.id,
              fields: entry.message,
              attempt: attempts.get(entry.id) ?? 2,
            });
        const last = page.at(-1)?.id;
        if (last === undefined || page.length < pageSize) return claimed;
        start = `(${last}`;
      }
    },

    acknowledge: (partition: number, id: string) => acks.add({ partition, id }),

    /** Notes how many attempts were made, so that a death does not forget it. */
    async countAttempt({ partition, id }: Delivered, attempt: number): Promise<void> {
      await redis.xClaimJustId(keys.stream(partition), group, me, 0, id, { RETRYCOUNT: attempt });
    },

    async forgetGone(partition: number): Promise<void> {
      await redis.eval(forgetScript, {
        keys: [keys.stream(partition)],
        arguments: [group, String(forgetAfterMs)],
      });
    },
  };
}
