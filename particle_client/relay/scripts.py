"""What Redis does in one step each. All keys of a script are in one slot of a cluster."""

from __future__ import annotations

APPEND = """
-- Append events that weren't written yet. Return how many were written (-1: Redis has lost the
-- entry that is known, and written nothing), and the newest entry.
-- KEYS: stream; of each event, what remembers that it was written, and ends in its key
-- ARGV: seconds to remember that, traceparent, an entry that is known; of each event: name, JSON
local stream, known, written = KEYS[1], ARGV[3], 0
if known ~= '' and #redis.call('XRANGE', stream, known, known) == 0 then
  return {-1, ''}
end
for i = 2, #KEYS do
  if redis.call('SET', KEYS[i], 1, 'NX', 'EX', ARGV[1]) then
    local key = string.match(KEYS[i], '[^:]+$')
    local fields = {'name', ARGV[2 * i], 'json', ARGV[2 * i + 1], 'key', key}
    if ARGV[2] ~= '' then
      fields[7], fields[8] = 'traceparent', ARGV[2]
    end
    redis.call('XADD', stream, '*', unpack(fields))
    written = written + 1
  end
end
local newest = redis.call('XREVRANGE', stream, '+', '-', 'COUNT', 1)
return {written, newest[1] and newest[1][1] or ''}
"""

COVER = """
-- Note up to when a connection has brought everything, and find when no relay was connected.
-- Return whether what comes before the connection is written or lost, the ends of a gap, and up to
-- which events others have written everything.
-- KEYS: coverage of an event stream: up to when it goes ('until'), and of each relay that is
--   connected, when its claim ends, since when it waits (0 if it doesn't), and its newest event
-- ARGV: relay, seconds since it connected ('' when it isn't), up to when it has written everything,
--   '1' if it may write, seconds for which its claim is good, the newest event that it has written
local time, fields, own = redis.call('TIME'), redis.call('HGETALL', KEYS[1]), 'relay/' .. ARGV[1]
local now, covered, older, newest = time[1] + time[2] / 1000000, 0, false, {}
local connected, known, from, to = ARGV[2] ~= '', ARGV[4] == '1', '', ''
local since = now - (connected and ARGV[2] or 0)
for i = 1, #fields, 2 do
  local ends, waits, key = string.match(fields[i + 1], '(%S+) (%S+) (%S*)')
  if fields[i] == 'until' then
    covered = tonumber(fields[i + 1])
  elseif fields[i] == own or tonumber(ends) < now then
    redis.call('HDEL', KEYS[1], fields[i])
  else
    older = older or tonumber(waits) < since
    newest[#newest + 1] = tonumber(waits) == 0 and key or nil
  end
end
if connected and not known then
  known = not older or tonumber(ARGV[2]) > 60  -- then they follow something else, or stand still
  if known and covered > 0 and covered < since then
    from, to = string.format('%.3f', covered), string.format('%.3f', since)
  end
end
if connected then
  local waits = known and 0 or since
  redis.call('HSET', KEYS[1], own, string.format('%.3f %.6f %s', now + ARGV[5], waits, ARGV[6]))
end
if ARGV[4] == '1' and tonumber(ARGV[3]) > covered then
  redis.call('HSET', KEYS[1], 'until', ARGV[3])
end
return {known and 1 or 0, from, to, newest}
"""

READ = """
-- Take the lock of a partition, or make it last longer, and read. Return how many times it was
-- delivered, and entries: one that was delivered before, and not acknowledged, or else new ones.
-- KEYS: lock, stream
-- ARGV: worker, group, milliseconds that the lock lasts, how many to read (0: give the lock back),
--   after which entry a new group begins
local stream, group, holder = KEYS[2], ARGV[2], redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then
  return {0, {}}
elseif ARGV[4] == '0' then
  redis.call('DEL', KEYS[1])
  return {0, {}}
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[3])
local pending = redis.pcall('XPENDING', stream, group)
if pending.err then  -- there is no such group yet
  redis.call('XGROUP', 'CREATE', stream, group, ARGV[5], 'MKSTREAM')
end
if pending.err or pending[1] == 0 then
  local read = redis.call(
    'XREADGROUP', 'GROUP', group, 'relay', 'COUNT', ARGV[4], 'STREAMS', stream, '>')
  return {1, read and read[1][2] or {}}
end
local entries = redis.call('XAUTOCLAIM', stream, group, 'relay', 0, '0-0', 'COUNT', 1)[2]
local id = entries[1] and entries[1][1]
return {id and redis.call('XPENDING', stream, group, id, id, 1)[1][4] or 1, entries}
"""
