"""What Redis does in one step each. All keys of a script are those of one partition."""

APPEND = """
-- Appends events that were not written yet.
-- KEYS: the stream, then buckets of digests
-- ARGV: the newest entry known, whether to wait for others, seconds to remember digests,
--       maximum length, oldest ID to keep, traceparent,
--       then for each event: number of its bucket, digest, how many times it has come, name, JSON
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
  if ARGV[4] ~= '' then
    redis.call('XTRIM', stream, 'MAXLEN', '~', ARGV[4])
  end
  if ARGV[5] ~= '' then
    redis.call('XTRIM', stream, 'MINID', '~', ARGV[5])
  end
else
  local newest = redis.call('XREVRANGE', stream, '+', '-', 'COUNT', 1)
  id = newest[1] and newest[1][1] or ''
end
return {'ok', written, id}
"""

REGISTER = """
-- Notes that a worker is alive, and returns all that are.
-- KEYS: the workers. ARGV: worker, milliseconds that it counts as alive; 0: it leaves
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
if ARGV[2] == '0' then
  redis.call('ZREM', KEYS[1], ARGV[1])
else
  redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[1])
  redis.call('PEXPIRE', KEYS[1], ARGV[2] * 2)
end
local workers = redis.call('ZRANGE', KEYS[1], 0, -1)
table.sort(workers)
return workers
"""

LEASE = """
-- Takes a lease, or makes it last longer.
-- KEYS: lease. ARGV: worker, milliseconds, whether it is to be taken
local holder = redis.call('GET', KEYS[1])
if holder ~= ARGV[1] and (holder or ARGV[3] == '0') then
  return 0
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1
"""

READ = """
-- Acknowledges what was handled, and reads what is next; only for who has the lease.
-- KEYS: lease, stream, attempts
-- ARGV: worker, group, how many to read, where to go on with what others left (or nothing),
--       whether to give the lease back, then IDs to acknowledge
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return {'gone', {}, ''}
end
local stream, group, worker = KEYS[2], ARGV[2], ARGV[1]
if #ARGV > 5 then
  redis.call('XACK', stream, group, unpack(ARGV, 6))
  redis.call('HDEL', KEYS[3], unpack(ARGV, 6))
end
if ARGV[5] == '1' then
  redis.call('DEL', KEYS[1])
end
if ARGV[3] == '0' then
  return {'ok', {}, ''}
end
if ARGV[4] ~= '' then
  local found = redis.call('XAUTOCLAIM', stream, group, worker, 0, ARGV[4], 'COUNT', ARGV[3])
  if found[1] == '0-0' then  -- nothing is left of others: they need not be known any more
    for _, consumer in ipairs(redis.call('XINFO', 'CONSUMERS', stream, group)) do
      if consumer[2] ~= worker then
        redis.call('XGROUP', 'DELCONSUMER', stream, group, consumer[2])
      end
    end
  end
  return {'claimed', found[2], found[1]}
end
local read = redis.call('XREADGROUP', 'GROUP', group, worker, 'COUNT', ARGV[3],
                        'STREAMS', stream, '>')
if read then
  return {'read', read[1][2], ''}
end
local newest = redis.call('XREVRANGE', stream, '+', '-', 'COUNT', 1)
return {'read', {}, newest[1] and newest[1][1] or '0-0'}
"""

BURY = """
-- Moves an entry to the dead letters.
-- KEYS: stream, attempts, dead letters. ARGV: group, ID, how many to keep, then fields
redis.call('XADD', KEYS[3], 'MAXLEN', '~', ARGV[3], '*', unpack(ARGV, 4))
redis.call('XACK', KEYS[1], ARGV[1], ARGV[2])
redis.call('HDEL', KEYS[2], ARGV[2])
return 1
"""
