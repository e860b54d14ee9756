"""The relay: follows event streams, and writes what comes into Redis."""

from __future__ import annotations

import logging
import os
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from math import inf
from secrets import token_hex
from typing import Any

from ..base.errors import ConfigurationError
from ..events.event import Event
from ..events.stream import EventStream
from ..schema.timestamps import parse_timestamp
from .coverage import Coverage
from .entries import Counts, Entry, bucket_of, digest_of, gap_entries, iso
from .keys import Keys, Redis, check_numbers, check_partitions, connect, partition_of, redis_errors
from .outbox import Outbox
from .status import RelayStatus, read_status

_log = logging.getLogger("particle_client.relay")

_BEAT = 1.0  # seconds
_LINGER = 0.005  # seconds: what comes one by one is written together
_FEW = 100  # entries
_IDLE = 0.1  # seconds
_LONGEST_PAUSE = 2.0  # seconds between attempts to write
_LAST_CHANCE = 10.0  # seconds to write what has come, once stopped

PARTITIONS = 16


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
        window: Seconds for which it is remembered what was written.
        max_buffer: Bytes that may wait for Redis; then the oldest are dropped, which is counted and
            written as a gap.
        hold: Seconds for which a relay that has just connected lets the others, which may have
            something older, write first.
        id: What this relay is called; by default a new name for each.

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
        window: int = 900,
        max_buffer: int = 64 * 1024 * 1024,
        hold: float = 10.0,
        id: str | None = None,
    ) -> None:
        check_numbers(
            {
                "partitions": partitions,
                "max_entries": max_entries,
                "max_age_seconds": max_age,
                "window_seconds": window,
                "max_buffer_bytes": max_buffer,
                "hold_seconds": hold,
            }
        )
        if not sources:
            raise ConfigurationError("a relay needs an event stream to follow")
        self.id: str = id or f"{socket.gethostname()}-{os.getpid()}-{token_hex(3)}"
        self._keys = Keys(name)
        self._redis = connect(redis)
        self._sources = dict(sources)
        self._wanted = partitions
        self._window = window
        self._hold = hold
        self._new_outbox = partial(
            Outbox,
            self._redis,
            self._keys,
            source=f"relay/{self.id}",
            max_bytes=max_buffer,
            window=window,
            max_entries=max_entries,
            max_age=max_age,
        )
        self._coverage = Coverage(self._redis, self._keys, self.id)
        self._streams: dict[str, EventStream] = {}
        self._stopped = threading.Event()
        self._failure: Exception | None = None
        self._counts: dict[str, Counts] = {}
        self._untimed = 0
        self._cutoff, self._cutoff_ends = "", 0.0
        self._started = time.time()
        self._rate_since = 0, self._started
        self.late: int = 0
        """How many events came so late that they were known to be written by another relay."""

    def run(self) -> None:
        """Follow the streams until `stop` is called, and write what has come by then.

        Raises:
            ParticleError: A stream has ended for good: the token isn't valid, for example.
            ConfigurationError: The relay in Redis has another number of partitions.
        """
        partitions = self._find_partitions()
        if partitions is None:
            return
        outbox = self._new_outbox(partitions)
        followers: list[threading.Thread] = []
        for source, open_stream in self._sources.items():
            stream = self._streams[source] = self._open(source, open_stream, outbox)
            arguments = source, stream, outbox, partitions
            followers.append(threading.Thread(target=self._follow, args=arguments, daemon=True))
        try:
            for follower in followers:
                follower.start()
            self._write(outbox, partitions)
        finally:
            self._close_streams()
        if self._failure is not None:
            raise self._failure

    def stop(self) -> None:
        """Let `run` end. Safe from any thread and signal handler."""
        self._stopped.set()

    def status(self) -> RelayStatus:
        """Return what is going on: all relays of this name, partitions, groups."""
        return read_status(self._redis, self._keys.name)

    # --- reading --------------------------------------------------------------------------------

    def _open(
        self, source: str, open_stream: Callable[..., EventStream], outbox: Outbox
    ) -> EventStream:
        reasons = ["no relay was running"]

        def on_connect() -> None:
            self._coverage.connected(source, reasons[-1])
            self._counts[source] = Counts()
            outbox.hold(self._hold)
            _log.info("%s: connected", source)

        def on_disconnect(reason: Exception) -> None:
            reasons[:] = [str(reason)]
            self._coverage.record(source, self._last(source), stands=False)
            _log.warning("%s: disconnected: %s", source, reason)

        return open_stream(on_connect=on_connect, on_disconnect=on_disconnect)

    def _follow(self, source: str, stream: EventStream, outbox: Outbox, partitions: int) -> None:
        try:
            for event in stream:
                while outbox.is_behind and not self._stopped.is_set():
                    time.sleep(_LINGER)
                entry = self._entry(source, event, partitions)
                if entry is not None:
                    outbox.add(entry)
        except Exception as error:
            self._failure = error
        finally:
            self._stopped.set()

    def _entry(self, source: str, event: Event, partitions: int) -> Entry | None:
        """Return what to write of an event; None if it was written long ago."""
        now = time.time()
        if now >= self._cutoff_ends:
            self._cutoff_ends = now + _BEAT
            self._cutoff = iso(now - 0.9 * self._window)
        fields, name = event._decoded(), event.name
        device, published_at = fields.get("coreid"), fields.get("published_at")
        device = device if isinstance(device, str) else event.device_id or ""
        if isinstance(published_at, str) and published_at:
            digest = digest_of(device, name, published_at, event.data)
            bucket, count = bucket_of(published_at), self._counts[source].add(digest)
            if published_at < self._cutoff and self._is_known(source, published_at):
                self.late += 1
                return None
        else:  # nothing tells it from others: each relay writes it
            self._untimed += 1
            digest, count = digest_of(self.id, source, self._untimed), 1
            bucket = f"untimed-{now // 60:.0f}"
        if not name.isascii():
            name = name.encode("utf-8", "replace").decode()
        return Entry(partition_of(device, partitions), bucket, digest, count, name, event.raw, now)

    def _is_known(self, source: str, published_at: str) -> bool:
        """Whether an event that comes so late, after having been forgotten, was written."""
        published = parse_timestamp(published_at)
        if published is None:
            return False
        try:
            return self._coverage.is_covered(source, published.timestamp())
        except Exception:  # Redis is away: rather twice than not at all
            return False

    def _last(self, source: str) -> float:
        """Return when something has come over a stream last."""
        stream = self._streams[source]
        return time.time() - (time.monotonic() - stream._state.idle.last)

    # --- writing --------------------------------------------------------------------------------

    def _find_partitions(self) -> int | None:
        """Return the number of partitions; None if it was stopped before Redis answered."""
        for seconds in pauses():
            try:
                self._redis.hsetnx(
                    self._keys.of("config"), "partitions", self._wanted or PARTITIONS
                )
                found = self._redis.hget(self._keys.of("config"), "partitions")
                return check_partitions(found, self._wanted, self._keys.name)
            except redis_errors() as error:
                _log.warning("Redis can't be used: %s", error)
            if self._stopped.wait(seconds):
                break
        return None

    def _write(self, outbox: Outbox, partitions: int) -> None:
        next_beat, give_up_at, delays = 0.0, inf, pauses()
        while time.monotonic() < give_up_at:
            if self._stopped.is_set() and give_up_at == inf:
                give_up_at = time.monotonic() + _LAST_CHANCE
                self._close_streams()
            try:
                is_due = time.monotonic() >= next_beat
                if is_due:
                    self._beat(outbox, partitions)
                    next_beat = time.monotonic() + _BEAT
                done = outbox.flush(verify=is_due)
                outbox.failing = False
            except redis_errors() as error:
                outbox.failing = True
                _log.warning("Redis can't be used, %d are waiting: %s", outbox.buffered, error)
                time.sleep(next(delays))
                continue
            delays = pauses()
            if give_up_at < inf and not outbox.buffered:
                return
            if (outbox.has_some.wait(_IDLE) and outbox.buffered < _FEW) or not done:
                time.sleep(_LINGER)
        _log.error("Stopped, with %d that could not be written", outbox.buffered)

    def _beat(self, outbox: Outbox, partitions: int) -> None:
        for source, stream in self._streams.items():
            if stream.connected:
                self._coverage.record(source, self._last(source), stands=True)
        for gap in self._coverage.beat(self._own_status(outbox)):
            _log.warning(
                "%s: no relay was connected from %s to %s",
                gap.source,
                iso(gap.since),
                iso(gap.until),
            )
            for entry in gap_entries(partitions, gap.source, gap.since, gap.until, gap.reason):
                outbox.add(entry)
        if not any(map(self._coverage.has_precedence, self._streams)):
            outbox.hold(0)

    def _own_status(self, outbox: Outbox) -> dict[str, Any]:
        now = time.time()
        received, at = self._rate_since
        rate = (outbox.received - received) / max(now - at, 0.001)
        self._rate_since = outbox.received, now
        return {
            "at": now,
            "since": self._started,
            "connected": {name: stream.connected for name, stream in self._streams.items()},
            "events_per_second": round(rate, 1),
            "received": outbox.received,
            "written": outbox.written,
            "duplicates": outbox.duplicates + self.late,
            "dropped": outbox.dropped,
            "buffered": outbox.buffered,
        }

    def _close_streams(self) -> None:
        for stream in self._streams.values():
            stream.close()


def pauses() -> Iterator[float]:
    """Yield the seconds between attempts to use a Redis that fails."""
    seconds = 0.05
    while True:
        yield seconds
        seconds = min(seconds * 2, _LONGEST_PAUSE)
