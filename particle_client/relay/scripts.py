"""What Redis does in one step each, with the keys of one partition."""

APPEND = """
-- Append events that were not written yet.
-- KEYS: stream, buckets of digests
-- ARGV: newest entry known, whether others have precedence, seconds to remember digests, maximum
--   length, oldest ID to keep, traceparent; of each event: bucket, digest, count, name, JSON
local stream, known, waits = KEYS[1], ARGV[1], ARGV[2] == '1'
if known ~= '' and #redis.call('XRANGE', stream, known, known) == 0 then
  return {'lost', 0, ''}
end
local written, id = 0, false
for i = 7, #ARGV, 5 do
  local bucket, digest, count = KEYS[tonumber(ARGV[i])], ARGV[i + 1], tonumber(ARGV[i + 2])
  if count > tonumber(redis.call('HGET', bucket, digest) or 0) then
    if waits then
      return {'wait', 0, known}
    end
    redis.call('HSET', bucket, digest, count)
    local fields = {'name', ARGV[i + 3], 'json', ARGV[i + 4], 'key', digest .. '-' .. count}
    if ARGV[6] ~= '' then
      fields[7], fields[8] = 'traceparent', ARGV[6]
    end
    id = redis.call('XADD', stream, '*', unpack(fields))
    written = written + 1
  end
  waits = false
end
if written > 0 then
  for i = 2, #KEYS do
    redis.call('EXPIRE', KEYS[i], ARGV[3])
  end
  for i, limit in pairs({[4] = 'MAXLEN', [5] = 'MINID'}) do
    if ARGV[i] ~= '' then
      redis.call('XTRIM', stream, limit, '~', ARGV[i])
    end
  end
else
  local newest = redis.call('XREVRANGE', stream, '+', '-', 'COUNT', 1)
  id = newest[1] and newest[1][1] or ''
end
return {'ok', written, id}
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

LEASE = """
-- Take a lease, or make it last longer. KEYS: lease. ARGV: worker, milliseconds, whether to take it
local holder = redis.call('GET', KEYS[1])
if holder ~= ARGV[1] and (holder or ARGV[3] == '0') then
  return 0
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1
"""

READ = """
-- Acknowledge what was handled, and read what is next, if the worker has the lease.
-- KEYS: lease, stream, attempts
-- ARGV: worker, group, how many to read (0: none; -1: give the lease back), where to go on with
--   what others left (or nothing), IDs to acknowledge
local worker, group, count, stream = ARGV[1], ARGV[2], tonumber(ARGV[3]), KEYS[2]
if redis.call('GET', KEYS[1]) ~= worker then
  return {'gone', {}, ''}
end
if #ARGV > 4 then
  redis.call('XACK', stream, group, unpack(ARGV, 5))
  redis.call('HDEL', KEYS[3], unpack(ARGV, 5))
end
if count <= 0 then
  if count < 0 then
    redis.call('DEL', KEYS[1])
  end
  return {'none', {}, ''}
end
if ARGV[4] ~= '' then
  local found = redis.call('XAUTOCLAIM', stream, group, worker, 0, ARGV[4], 'COUNT', count)
  if found[1] == '0-0' then
    for _, consumer in ipairs(redis.call('XINFO', 'CONSUMERS', stream, group)) do
      if consumer[2] ~= worker then  -- it has nothing left
        redis.call('XGROUP', 'DELCONSUMER', stream, group, consumer[2])
      end
    end
  end
  return {'claimed', found[2], found[1]}
end
local read = redis.call('XREADGROUP', 'GROUP', group, worker, 'COUNT', count,
                        'STREAMS', stream, '>')
local newest = redis.call('XREVRANGE', stream, '+', '-', 'COUNT', 1)
return {'read', read and read[1][2] or {}, newest[1] and newest[1][1] or '0-0'}
"""

BURY = """
-- Move an entry to the dead letters.
-- KEYS: stream, attempts, dead letters. ARGV: group, ID, how many to keep, then fields
redis.call('XADD', KEYS[3], 'MAXLEN', '~', ARGV[3], '*', unpack(ARGV, 4))
redis.call('XACK', KEYS[1], ARGV[1], ARGV[2])
redis.call('HDEL', KEYS[2], ARGV[2])
return 1
"""
