/**
 * The memory of a Redis has a name, kept in Redis itself: the run of the server, its replication history, and a random part.
 * A restart (perhaps from an older file), a failover (perhaps to a replica that had not heard everything) or a flush changes or
 * loses it. What was published under another name may be forgotten, and is published again.
 *
 * Lua, for the beginning of a script: `memoryIn(key)` answers the name that is kept, or false when it is not of this run.
 */
export const memoryFunction = `
local function lifeOf()
  local run = string.match(redis.call('INFO', 'server'), 'run_id:(%w+)')
  local history = string.match(redis.call('INFO', 'replication'), 'master_replid:(%w+)')
  return run .. ':' .. history .. ':'
end
local function memoryIn(key)
  local kept = redis.call('GET', key)
  local life = lifeOf()
  if kept and string.sub(kept, 1, #life) == life then return kept end
  return false
end`;
