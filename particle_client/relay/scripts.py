"""What Redis does in one step each. All keys of a script are in one slot of a cluster."""

from __future__ import annotations

APPEND = """
-- Append events that weren't written yet. Return how many are there now, and how many were written.
-- KEYS: stream, digests of what was written of a second (one key for each second)
-- ARGV: '0' to write nothing that is new, seconds to remember digests, traceparent, maximum length,
--   oldest ID to keep; of each event: its second's key, digest, which of the equal ones it is,
--   name, JSON
local stream, done, written = KEYS[1], 0, 0
for i = 6, #ARGV, 5 do
  local seen, digest, number = KEYS[tonumber(ARGV[i])], ARGV[i + 1], tonumber(ARGV[i + 2])
  if number > tonumber(redis.call('HGET', seen, digest) or 0) then
    if ARGV[1] == '0' then
      break
    end
    redis.call('HSET', seen, digest, number)
    local fields = {'name', ARGV[i + 3], 'json', ARGV[i + 4], 'key', digest .. '-' .. number}
    if ARGV[3] ~= '' then
      fields[7], fields[8] = 'traceparent', ARGV[3]
    end
    redis.call('XADD', stream, '*', unpack(fields))
    written = written + 1
  end
  done = done + 1
end
for i = 2, written > 0 and #KEYS or 0 do
  redis.call('EXPIRE', KEYS[i], ARGV[2])
end
for i, limit in pairs({[4] = 'MAXLEN', [5] = 'MINID'}) do
  if written > 0 and ARGV[i] ~= '' then
    redis.call('XTRIM', stream, limit, '~', ARGV[i])
  end
end
return {done, written}
"""

COVER = """
-- Note up to when a connection has brought everything, and find when no relay was connected.
-- Return whether what comes before the connection is written or lost, and the ends of a gap.
-- KEYS: coverage of an event stream: up to when it goes, and when the claim of each relay ends
-- ARGV: relay, seconds since it connected ('' when it isn't), up to when it has written everything,
--   whether what comes before its connection is known ('1') to be written or lost, seconds for
--   which it claims to be connected
local time = redis.call('TIME')
local now, fields, others = time[1] + time[2] / 1000000, redis.call('HGETALL', KEYS[1]), 0
local covered = tonumber(redis.call('HGET', KEYS[1], 'until') or 0)
for i = 1, #fields, 2 do
  if fields[i] == 'relay/' .. ARGV[1] or fields[i] ~= 'until' and tonumber(fields[i + 1]) < now then
    redis.call('HDEL', KEYS[1], fields[i])
  elseif fields[i] ~= 'until' then
    others = others + 1
  end
end
local known, from, to = ARGV[4] == '1', '', ''
if ARGV[2] ~= '' then
  local since = now - ARGV[2]
  if not known and covered < since then
    if others > 0 then  -- what comes over their connections will tell
      return {0, '', ''}
    elseif covered > 0 then
      from, to = string.format('%.3f', covered), string.format('%.3f', since)
    end
  end
  known = true
  redis.call('HSET', KEYS[1], 'relay/' .. ARGV[1], string.format('%.3f', now + ARGV[5]))
end
if known and tonumber(ARGV[3]) > covered then
  redis.call('HSET', KEYS[1], 'until', ARGV[3])
end
return {known and 1 or 0, from, to}
"""

REGISTER = """
-- Note that a worker is alive, and return all that are.
-- KEYS: workers. ARGV: worker, milliseconds that it counts as alive, or 0
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
local workers = redis.call('ZRANGE', KEYS[1], 0, -1)
table.sort(workers)
return workers
"""

READ = """
-- Take the lock of a partition, or make it last longer, and read. Return how many times it was
-- delivered, and entries: one that was delivered before, and not acknowledged, or else new ones.
-- KEYS: lock, stream
-- ARGV: worker, group, milliseconds that the lock lasts, how many to read; 0 to give the lock back
local stream, group, holder = KEYS[2], ARGV[2], redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then
  return false
elseif ARGV[4] == '0' then
  redis.call('DEL', KEYS[1])
  return false
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[3])
if redis.call('XPENDING', stream, group)[1] == 0 then
  local read = redis.call(
    'XREADGROUP', 'GROUP', group, 'relay', 'COUNT', ARGV[4], 'STREAMS', stream, '>')
  return {1, read and read[1][2] or {}}
end
local entries = redis.call('XAUTOCLAIM', stream, group, 'relay', 0, '0-0', 'COUNT', 1)[2]
local id = entries[1] and entries[1][1]
return {id and redis.call('XPENDING', stream, group, id, id, 1)[1][4] or 1, entries}
"""
