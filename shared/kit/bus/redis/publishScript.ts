import { type EventEnvelope } from '../../../contracts/events/envelope';
import { BusOverloaded } from '../bus';
import { type RedisCommands } from './connection';
import { memoryFunction } from './memory';
import { type BusKeys, partitionOf } from './stream';

/** Redis is not the one, or not in the state, under whose memory the events were to be published. */
export class MemoryChanged extends Error {
  override readonly name = 'MemoryChanged';
  constructor() {
    super('Redis may have forgotten events: they are published again first');
  }
}

export type Placed = { readonly event: EventEnvelope; readonly partition: number; readonly entryId: string };

/**
 * ARGV: the expected memory, the bound, and for each lot of events their number and for each of them partition and text.
 * Answers the entry ids of each lot, or for a lot that is too much the number of events that wait. A stream that is not there was
 * deleted: whoever names the memory makes them all.
 */
const script = `${memoryFunction}
if memoryIn(KEYS[1]) ~= ARGV[1] then return false end
local bound, at, answers = tonumber(ARGV[2]), 3, {}
for p = 2, #KEYS do
  if redis.call('EXISTS', KEYS[p]) == 0 then return false end
end
while at <= #ARGV do
  local count = tonumber(ARGV[at])
  local more, full = {}, false
  for i = 0, count - 1 do
    local partition = tonumber(ARGV[at + 1 + 2 * i])
    more[partition] = (more[partition] or 0) + 1
  end
  for partition, added in pairs(more) do
    local waiting = redis.call('XLEN', KEYS[2 + partition])
    if waiting > 0 and waiting + added > bound then full = waiting end
  end
  if full then
    table.insert(answers, full)
  else
    local ids = {}
    for i = 0, count - 1 do
      local stream = KEYS[2 + tonumber(ARGV[at + 1 + 2 * i])]
      table.insert(ids, redis.call('XADD', stream, '*', 'event', ARGV[at + 2 + 2 * i]))
    end
    table.insert(answers, ids)
  end
  at = at + 1 + 2 * count
end
return answers`;

/**
 * Adds lots of events to the streams in one step; each lot is taken whole or refused.
 * @throws {MemoryChanged} nothing was added.
 */
export async function publishLots(
  redis: RedisCommands,
  keys: BusKeys,
  {
    memory,
    lots,
    maxLength,
  }: {
    readonly memory: string;
    readonly lots: readonly (readonly EventEnvelope[])[];
    /** Entries that a partition may hold. */
    readonly maxLength: number;
  },
): Promise<PromiseSettledResult<readonly Placed[]>[]> {
  const partitions = lots.map((events) => events.map(({ key }) => partitionOf(key, keys.partitions)));
  const answers = (await redis.eval(script, {
    keys: [keys.memory, ...keys.streams],
    arguments: [
      memory,
      String(maxLength),
      ...lots.flatMap((events, lot) => [
        String(events.length),
        ...events.flatMap((event, at) => [String(partitions[lot]?.[at]), JSON.stringify(event)]),
      ]),
    ],
  })) as (number | string[])[] | null;
  if (answers === null) throw new MemoryChanged();
  return lots.map((events, lot) => {
    const answer = answers[lot];
    if (!Array.isArray(answer)) return { status: 'rejected', reason: new BusOverloaded(answer ?? 0) };
    return {
      status: 'fulfilled',
      value: events.map((event, at) => ({
        event,
        partition: partitions[lot]?.[at] ?? 0,
        entryId: answer[at] ?? '',
      })),
    };
  });
}
