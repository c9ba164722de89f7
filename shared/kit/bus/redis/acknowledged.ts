import { randomUUID } from 'node:crypto';
import { type RedisCommands } from './connection';
import { memoryFunction } from './memory';
import { type AcknowledgedBefore } from './publishedEvents';
import { type BusKeys } from './stream';

/** A group that nobody reads in: a stream without it is not the one that was there when the memory got its name. */
const witness = 'lintuan:memory';

/**
 * KEYS: the memory's name, the streams. ARGV: a new random part, the witness, the groups that must acknowledge. Names the memory
 * anew when it is not of this run or a stream is another one; trims each stream up to what all groups have acknowledged; answers
 * the memory and those bounds.
 */
const script = `${memoryFunction}
local function groupsOf(stream)
  local found = {}
  if redis.call('EXISTS', stream) == 0 then return found end
  for _, info in ipairs(redis.call('XINFO', 'GROUPS', stream)) do
    local group = {}
    for i = 1, #info, 2 do group[info[i]] = info[i + 1] end
    found[group.name] = group
  end
  return found
end
local memory, all = memoryIn(KEYS[1]), {}
for p = 2, #KEYS do
  all[p] = groupsOf(KEYS[p])
  if not all[p][ARGV[2]] then
    memory = false
    redis.call('XGROUP', 'CREATE', KEYS[p], ARGV[2], '0', 'MKSTREAM')
  end
end
if not memory then
  memory = lifeOf() .. ARGV[1]
  redis.call('SET', KEYS[1], memory)
end
local function parts(id)
  local ms, sequence = string.match(id, '(%d+)-(%d+)')
  return tonumber(ms), tonumber(sequence)
end
local function isBefore(a, b)
  local aMs, aSequence = parts(a)
  local bMs, bSequence = parts(b)
  return aMs < bMs or (aMs == bMs and aSequence < bSequence)
end
local bounds = {}
for p = 2, #KEYS do
  local bound
  for g = 3, #ARGV do
    local group, own = all[p][ARGV[g]], '0-0'
    if group and group.pending > 0 then
      own = redis.call('XPENDING', KEYS[p], ARGV[g])[2]
    elseif group then
      local ms, sequence = string.match(group['last-delivered-id'], '(%d+)-(%d+)')
      own = ms .. '-' .. string.format('%.0f', tonumber(sequence) + 1)
    end
    if not bound or isBefore(own, bound) then bound = own end
  end
  if bound and bound ~= '0-0' and bound ~= '0-1' then redis.call('XTRIM', KEYS[p], 'MINID', bound) end
  table.insert(bounds, bound or '0-0')
end
return { memory, bounds }`;

/**
 * Looks how far every group has come in each partition, and trims the streams up to there: never what somebody has not
 * acknowledged. A group that is not there yet has acknowledged nothing.
 */
export async function acknowledgedByAll(
  redis: RedisCommands,
  keys: BusKeys,
  groups: readonly string[],
): Promise<{ readonly memory: string; readonly before: AcknowledgedBefore }> {
  const [memory, bounds] = (await redis.eval(script, {
    keys: [keys.memory, ...keys.streams],
    arguments: [randomUUID(), witness, ...groups],
  })) as [string, string[]];
  return { memory, before: bounds.map((entryId, partition) => ({ partition, entryId })) };
}
