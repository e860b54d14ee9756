"""The relay: follows event streams, and writes what comes into Redis."""

from __future__ import annotations

import json
import logging
import os
import socket
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import inf
from secrets import token_hex
from typing import Any

from redis.backoff import ExponentialBackoff

from ..base.checks import check_more_than_0
from ..base.errors import ConfigurationError, ParticleError
from ..events.stream import EventStream
from .entries import WINDOW, Entries, Target
from .keys import DEFAULT_PARTITIONS, REDIS_ERRORS, Keys, Redis, connect
from .outbox import Outbox
from .scripts import COVER
from .status import read_status

_log = logging.getLogger("particle_client.relay")

_BEAT = 1.0  # seconds
_CLAIM = 5.0  # seconds without a sign of life after which a relay counts as dead
_HOLD = 10.0  # seconds in which those who were connected before write first
_LINGER = 0.005  # seconds: what comes one by one is written together
_FEW = 100  # entries
_IDLE = 0.1  # seconds
_LAST_CHANCE = 10.0  # seconds to write what has come, once stopped


@dataclass(slots=True)
class _Source:
    """An event stream, and its present connection."""

    name: str
    stream: EventStream
    entries: Entries
    connection: str = ""
    since: float = 0.0
    """When the connection was made."""
    newest: float = 0.0
    """When the newest event came that was taken from the stream."""
    decided: bool = False
    """Whether it is known if there was a gap before this connection."""
    reason: str = "no relay was running"
    """Why there was no connection before."""


class Relay:
    """Follows event streams, and appends each event to Redis once, whoever else does.

        with Particle() as particle:
            fleet = particle.product("my-product-v100")
            relay = Relay("redis://localhost", {"product/my-product-v100": fleet.events.stream})
            relay.run()

    Any number of relays may do so for the same streams: what all of them get is written once, in
    the order in which it came, and nothing is missing as long as one of them is connected. Needs
    the extra `relay`.

    Args:
        redis: A URL, or a client of redis-py.
        sources: The event streams: functions that open them, by a name. Relays that follow the same
            stream must give it the same name.
        name: What the keys in Redis begin with.
        partitions: Over how many streams of Redis the devices are spread: the most workers that can
            share the work of a group. Fixed when the relay runs for the first time; default 16.
        max_entries: How many entries Redis keeps, about; None for no limit.
        max_age: Seconds for which Redis keeps entries, about; None for no limit.
        max_buffer: How many events may wait for Redis. Then the oldest are dropped: they are
            counted, and written as a gap.

    Raises:
        ConfigurationError: An argument can't work.
    """

    def __init__(
        self,
        redis: str | Redis,
        sources: Mapping[str, Callable[..., EventStream]],
        *,
        name: str = "particle",
        partitions: int | None = None,
        max_entries: int | None = 1_000_000,
        max_age: float | None = None,
        max_buffer: int = 100_000,
    ) -> None:
        check_more_than_0("max_buffer", "events", max_buffer)
        if partitions is not None:
            check_more_than_0("partitions", "partitions", partitions)
        if not sources:
            raise ConfigurationError("a relay needs an event stream to follow")
        self.id: str = f"{socket.gethostname()}-{os.getpid()}-{token_hex(3)}"
        self._keys = Keys(name)
        self._redis = connect(redis)
        self._wanted = partitions
        self._target = Target(self._keys, max_entries, max_age)
        self._outbox = Outbox(self._redis, self._target, max_buffer)
        self._sources = [self._open(*source) for source in sources.items()]
        self._stopped = threading.Event()
        self._failure: Exception | None = None
        self._next_beat = 0.0
        self._rate_since = 0, time.monotonic()
        self._told = 0  # of what was dropped

    def run(self) -> None:
        """Follow the streams until `stop` is called, and write what has come by then.

        Raises:
            ParticleError: A stream has ended for good: the token isn't valid, for example.
            ConfigurationError: The relay in Redis has another number of partitions.
            redis.RedisError: Redis can't be used at the start. Later, it is waited for.
        """
        config = self._keys.of("config")
        self._redis.hsetnx(config, "partitions", self._wanted or DEFAULT_PARTITIONS)
        found = self._redis.hget(config, "partitions")
        self._target.partitions = self._keys.check_partitions(found, self._wanted)
        try:
            for source in self._sources:
                threading.Thread(target=self._follow, args=(source,), daemon=True).start()
            self._write()
        finally:
            self._close_streams()
        if self._failure is not None:
            raise self._failure

    def stop(self) -> None:
        """Let `run` end. Safe from any thread and signal handler."""
        self._stopped.set()

    def status(self) -> dict[str, Any]:
        """Return what is going on, as plain data: all relays of this name, partitions, groups."""
        return read_status(self._redis, self._keys.name)

    # --- reading --------------------------------------------------------------------------------

    def _open(self, name: str, open_stream: Callable[..., EventStream]) -> _Source:
        def on_connect() -> None:
            self._outbox.hold.pop(source.connection, None)
            source.connection = f"{name}/{source.stream._state.connections}"
            source.since, source.decided = time.monotonic(), False
            source.entries = self._new_entries(source.connection)
            self._outbox.hold[source.connection] = _HOLD
            self._next_beat = 0.0
            _log.info("%s: connected", name)

        def on_disconnect(reason: Exception) -> None:
            source.reason = str(reason)
            _log.warning("%s: disconnected: %s", name, reason)

        stream = open_stream(on_connect=on_connect, on_disconnect=on_disconnect)
        source = _Source(name, stream, self._new_entries(""))
        return source

    def _new_entries(self, connection: str) -> Entries:
        return Entries(connection, self._target.partitions)

    def _follow(self, source: _Source) -> None:
        try:
            for event in source.stream:
                while self._outbox.is_behind and not self._stopped.is_set():
                    time.sleep(_LINGER)
                entry = source.entries.of_event(event)
                self._outbox.add(entry)
                source.newest = entry.at
        except Exception as error:
            self._failure = error
        finally:
            self._stopped.set()

    def _close_streams(self) -> None:
        for source in self._sources:
            source.stream.close()

    # --- writing --------------------------------------------------------------------------------

    def _write(self) -> None:
        outbox, backoff, failures = self._outbox, ExponentialBackoff(cap=2.0, base=0.05), 0
        before, give_up_at = time.monotonic(), inf
        while (now := time.monotonic()) < give_up_at:
            if now - before > WINDOW / 2:  # what it has may be forgotten in Redis
                raise ParticleError(f"The relay stood still for {now - before:.0f} s. Run it anew.")
            before = now
            if self._stopped.is_set() and give_up_at == inf:
                give_up_at, self._next_beat = now + _LAST_CHANCE, 0.0
                self._close_streams()
            try:
                if now >= self._next_beat:
                    self._next_beat = now + _BEAT
                    self._beat()
                done = outbox.flush()
                outbox.failing, failures = False, 0
            except REDIS_ERRORS as error:
                outbox.failing, failures = True, failures + 1
                _log.warning("Redis can't be used, %d are waiting: %s", outbox.buffered, error)
                time.sleep(backoff.compute(failures))
                continue
            if give_up_at < inf and not outbox.buffered:
                return
            if (outbox.has_some.wait(_IDLE) and outbox.buffered < _FEW) or not done:
                time.sleep(_LINGER)
        _log.error("Stopped, with %d that could not be written", outbox.buffered)

    def _beat(self) -> None:
        """Tell the others, and note when nobody was connected, and what was dropped."""
        outbox, now = self._outbox, time.monotonic()
        pipeline = self._redis.pipeline(transaction=False)
        pipeline.hset(self._keys.of("relays"), self.id, json.dumps(self._own_status(now)))
        connections = [source.connection for source in self._sources]
        for source in self._sources:
            last = min(source.stream._state.idle.last, outbox.oldest())
            if source.stream._state.items:  # what isn't taken yet would be lost with this process
                last = min(last, source.newest)
            connected = now - source.since if source.stream.connected and source.since else ""
            pipeline.execute_command(
                *("EVAL", COVER, 1, self._keys.of("coverage", source.name)),
                *(self.id, connected, now - last, int(source.decided), _CLAIM),
            )
        _, *replies = pipeline.execute()
        for source, connection, reply in zip(self._sources, connections, replies, strict=True):
            others, decided, since, until = reply
            if connection == source.connection in outbox.hold:
                source.decided = bool(decided)
                outbox.hold[connection] = _HOLD if others else 0.0
            if since:
                gap = source.name, float(since), float(until), source.reason
                self._add_gap(source.entries, *gap)
        if outbox.dropped > self._told:
            times, outbox.dropped_times = outbox.dropped_times, []
            count, self._told = outbox.dropped - self._told, outbox.dropped
            since, until = (time.time() - now + at for at in (times[0], times[-1]))
            reason = f"Redis could not be written, and there was no room for {count} more"
            self._add_gap(self._new_entries(""), f"relay/{self.id}", since, until, reason, count)

    def _add_gap(self, entries: Entries, *gap: Any) -> None:
        _log.warning("events may be missing: %s", gap)
        for entry in entries.of_gap(*gap):
            self._outbox.add(entry)

    def _own_status(self, now: float) -> dict[str, Any]:
        outbox, (received, at) = self._outbox, self._rate_since
        self._rate_since = outbox.received, now
        return {
            "at": time.time(),
            "connected": {source.name: source.stream.connected for source in self._sources},
            "events_per_second": round((outbox.received - received) / max(now - at, 0.001), 1),
            "received": outbox.received,
            "written": outbox.written,
            "duplicates": outbox.duplicates,
            "dropped": outbox.dropped,
            "buffered": outbox.buffered,
        }
