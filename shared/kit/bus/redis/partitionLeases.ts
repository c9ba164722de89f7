import { type RedisCommands } from './connection';
import { type BusKeys } from './stream';

/**
 * Says that we live, counts who else does, keeps the partitions that are ours and takes free ones up to a fair share.
 * One script, by the clock of Redis: no two subscribers can hold a partition, whatever their own clocks say.
 */
const renewScript = `
local me, leaseMs, partitions = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
redis.call('ZADD', KEYS[1], now + leaseMs, me)
local fair = math.ceil(partitions / redis.call('ZCARD', KEYS[1]))
local mine, free = {}, {}
for p = 0, partitions - 1 do
  local owner = redis.call('GET', KEYS[2] .. p)
  if owner == me then
    redis.call('PEXPIRE', KEYS[2] .. p, leaseMs)
    table.insert(mine, p)
  elseif not owner then
    table.insert(free, p)
  end
end
for _, p in ipairs(free) do
  if #mine >= fair then break end
  redis.call('SET', KEYS[2] .. p, me, 'PX', leaseMs)
  table.insert(mine, p)
end
return { fair, mine }`;

const releaseScript = `
for i = 2, #ARGV do
  if redis.call('GET', KEYS[1] .. ARGV[i]) == ARGV[1] then redis.call('DEL', KEYS[1] .. ARGV[i]) end
end
return 0`;

export type PartitionLeases = {
  /** The partitions that we may read, as far as we know now. */
  held(): readonly number[];
  /** Which of our times of holding the partition this is; undefined while we do not hold it. */
  term(partition: number): number | undefined;
  /** Renews; answers which partitions are newly ours, and which are more than our share. */
  renew(): Promise<{ readonly gained: readonly number[]; readonly surplus: readonly number[] }>;
  /** From now on we do not hold it, whoever else may. Call `release` when no work of it is running. */
  letGo(partition: number): void;
  release(partitions: readonly number[]): Promise<void>;
  /** Leaves the group at once, so that others need not wait until the leases run out. */
  leave(): Promise<void>;
};

/** Which partitions this subscriber of the group reads: each has one reader at a time, so its keys keep their order. */
export function partitionLeases(options: {
  readonly redis: RedisCommands;
  readonly keys: BusKeys;
  readonly group: string;
  readonly me: string;
  readonly leaseMs: number;
}): PartitionLeases {
  const { redis, keys, group, me, leaseMs } = options;
  /** Partition → term. */
  const owned = new Map<number, number>();
  const leaving = new Set<number>();
  let terms = 0;
  let validUntil = 0;
  const term = (partition: number) => (performance.now() < validUntil ? owned.get(partition) : undefined);
  const release = async (partitions: readonly number[]) => {
    await redis.eval(releaseScript, {
      keys: [keys.leases(group)],
      arguments: [me, ...partitions.map(String)],
    });
    for (const partition of partitions) leaving.delete(partition);
  };

  return {
    held: () => [...owned.keys()].filter((partition) => term(partition) !== undefined),
    term,
    async renew() {
      const askedAt = performance.now();
      const lapsed = askedAt >= validUntil;
      const [fair, mine] = (await redis.eval(renewScript, {
        keys: [keys.members(group), keys.leases(group)],
        arguments: [me, String(leaseMs), String(keys.partitions)],
      })) as [number, number[]];
      const kept = mine.filter((partition) => !leaving.has(partition));
      const gained = kept.filter((partition) => lapsed || !owned.has(partition));
      for (const partition of owned.keys()) if (!kept.includes(partition)) owned.delete(partition);
      for (const partition of gained) owned.set(partition, ++terms);
      validUntil = askedAt + leaseMs;
      return { gained, surplus: kept.slice(fair) };
    },
    letGo(partition) {
      owned.delete(partition);
      leaving.add(partition);
    },
    release,
    async leave() {
      const all = [...owned.keys(), ...leaving];
      owned.clear();
      await redis.zRem(keys.members(group), me);
      await release(all);
    },
  };
}
