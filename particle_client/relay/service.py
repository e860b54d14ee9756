"""The relay: follows event streams, and writes what comes into Redis."""

from __future__ import annotations

import json
import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import KW_ONLY, InitVar, dataclass, field
from itertools import islice
from math import ceil, inf
from typing import Any

from redis.backoff import ExponentialBackoff

from ..base.checks import check_more_than_0
from ..base.errors import ConfigurationError, ParticleError
from ..events.stream import EventStream
from .entries import WINDOW, Entries, Entry, append_command, gap_entries
from .keys import DEFAULT_PARTITIONS, REDIS_ERRORS, Keys, Redis, connect, new_id
from .process import span
from .scripts import COVER
from .status import read_status

_log = logging.getLogger("particle_client.relay")

_BEAT = 0.1  # seconds: what a relay that has just connected has is safe after two of these
_LOOK_EVERY = 60.0  # seconds
_FORGET = 86_400.0  # seconds after which the status doesn't show a dead relay any more
_CLAIM = 5.0  # seconds without a sign of life after which a relay counts as dead
_LINGER = 0.005  # seconds: what comes one by one is written together
_IDLE = 0.1  # seconds
_LAST_CHANCE = 10.0  # seconds to write what has come, once stopped
_RESEND = 2.0  # seconds for which Redis may lose what it has confirmed, in a crash for example
_MOST_AT_ONCE = 500  # entries that one script appends: Redis does nothing else meanwhile
_MOST_IN_HAND = 5000  # entries


@dataclass(slots=True)
class _Source:
    """An event stream, and its present connection."""

    name: str
    stream: EventStream
    entries: Entries = field(init=False)
    new: deque[Entry] = field(default_factory=deque[Entry])
    """What came, and isn't in hand yet."""
    newest: float = 0.0
    """When the last of it came."""
    since: float = 0.0
    """When the connection was made; 0 before the first."""
    may_write: bool = False
    """Whether what comes before this connection is known to be written, or to be lost. Until then,
    nothing is written of what it has brought: the relays that were connected before do."""
    reason: str = "no relay was running"
    """Why there was no connection before."""


@dataclass(slots=True)
class _Queue:
    """What is on its way to a partition."""

    partition: int
    waiting: deque[Entry] = field(default_factory=deque[Entry])
    """Sent until Redis has confirmed it."""
    sent: deque[tuple[float, Entry]] = field(default_factory=deque[tuple[float, Entry]])
    """What was confirmed lately, and when."""
    newest: str = ""
    """The ID of the newest entry in Redis: if that is gone, so is more."""


@dataclass(eq=False, repr=False)
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

    redis: InitVar[str | Redis]
    sources: InitVar[Mapping[str, Callable[..., EventStream]]]
    _: KW_ONLY
    name: str = "particle"
    partitions: int | None = None
    max_entries: int | None = 1_000_000
    max_age: float | None = None
    max_buffer: int = 100_000
    id: str = field(init=False, default_factory=new_id)

    def __post_init__(
        self, redis: str | Redis, sources: Mapping[str, Callable[..., EventStream]]
    ) -> None:
        units = {"max_age": "seconds", "max_entries": "entries", "max_buffer": "events"}
        for argument in ("partitions", *units):
            if (number := getattr(self, argument)) is not None:
                check_more_than_0(argument, units.get(argument, argument), number)
        if not sources:
            whose = "an account's, a product's or an organization's"
            raise ConfigurationError(f"a relay needs an event stream to follow: {whose}")
        self._keys = Keys(self.name)
        self._redis = connect(redis)
        self._sources = [self._open(*source) for source in sources.items()]
        self._lock = threading.Lock()
        self._queues: list[_Queue] = []  # by partition
        self._has_some = threading.Event()
        self._failing = False
        self._stopped = threading.Event()
        self._failure: Exception | None = None
        self._next_beat = self._next_look = 0.0
        self._counts = dict.fromkeys(("received", "written", "duplicates", "dropped"), 0)
        self._rate = 0, time.monotonic(), 0.0  # received by then, then, and per second before
        # When the first and the last came that were dropped and no gap tells of, and how many.
        self._dropped = inf, 0.0, 0

    def run(self) -> None:
        """Follow the streams until `stop` is called, and write what has come by then.

        Raises:
            ParticleError: A stream has ended for good: the token isn't valid, for example.
            ConfigurationError: The relay in Redis has another number of partitions.
        """
        try:
            self._write()
        finally:
            for source in self._sources:
                source.stream.close()
        if self._failure is not None:
            raise self._failure

    def stop(self) -> None:
        """Let `run` end. Safe from any thread and signal handler."""
        self._stopped.set()

    def status(self) -> dict[str, Any]:
        """Return what is going on, as plain data: all relays of this name, partitions, groups."""
        return read_status(self._redis, self.name)

    def _begin(self) -> None:
        """Follow the streams, once it is known how many partitions there are."""
        config = self._keys.of("config")
        self._redis.hsetnx(config, "partitions", self.partitions or DEFAULT_PARTITIONS)
        found = self._redis.hget(config, "partitions")
        partitions = self._keys.check_partitions(found, self.partitions)
        self._queues = [*map(_Queue, range(partitions))]
        for source in self._sources:
            threading.Thread(target=self._follow, args=(source,), daemon=True).start()

    def _open(self, name: str, open_stream: Callable[..., EventStream]) -> _Source:
        def on_connect() -> None:
            source.since, source.may_write = time.monotonic(), False
            source.entries = Entries(len(self._queues))
            self._next_beat = 0.0
            _log.info("%s: connected", name)

        def on_disconnect(reason: Exception) -> None:
            source.reason = str(reason)
            _log.warning("%s: disconnected: %s", name, reason)

        stream = open_stream(on_connect=on_connect, on_disconnect=on_disconnect)
        source = _Source(name, stream)
        return source

    def _follow(self, source: _Source) -> None:
        try:
            for event in source.stream:
                # When Redis works, but not as fast, it is better to read no further.
                while len(source.new) > self.max_buffer // 2 and not self._failing:
                    time.sleep(_LINGER)
                self._add(source, source.entries.of_event(event))
        except Exception as error:
            self._failure = error
        finally:
            self._stopped.set()

    def _add(self, source: _Source, entry: Entry) -> None:
        """Take an entry. When there is no room, the oldest is dropped."""
        with self._lock:
            source.new.append(entry)
            source.newest = entry.at
            self._counts["received"] += 1
            if len(source.new) > self.max_buffer:
                (first, _, count), at = self._dropped, source.new.popleft().at
                self._dropped = min(first, at), at, count + 1
                self._counts["dropped"] += 1
        if not self._has_some.is_set():
            self._has_some.set()

    def _write(self) -> None:
        """Write until all is written once the relay is stopped."""
        backoff, failures = ExponentialBackoff(cap=2.0, base=0.05), 0
        before, give_up_at = time.monotonic(), inf
        while (now := time.monotonic()) < give_up_at:
            if now - before > WINDOW / 2:  # what it has may be forgotten in Redis
                raise ParticleError(f"The relay stood still for {now - before:.0f} s. Run it anew.")
            before = now
            if self._stopped.is_set() and give_up_at == inf:
                give_up_at, self._next_beat = now + _LAST_CHANCE, 0.0
                for source in self._sources:
                    source.stream.close()
                    source.may_write = True
            try:
                if not self._queues:
                    self._begin()
                if is_due := now >= self._next_beat:
                    self._next_beat = now + _BEAT
                    self._beat()
                self._flush(verify=is_due)
                self._failing, failures = False, 0
            except REDIS_ERRORS as error:
                self._failing, failures = True, failures + 1
                _log.warning("Redis can't be used, %d are waiting: %s", self._buffered(), error)
                time.sleep(backoff.compute(failures))
            if give_up_at < inf and not self._buffered():
                return
            if self._has_some.wait(_IDLE):
                time.sleep(_LINGER)
        _log.error("Stopped, with %d that could not be written", self._buffered())

    def _buffered(self) -> int:
        return self._in_hand() + sum(len(source.new) for source in self._sources)

    def _in_hand(self) -> int:
        return sum(len(queue.waiting) for queue in self._queues)

    def _flush(self, *, verify: bool) -> None:
        """Write what there is, in one round trip; what can't be written is kept. When asked to,
        look whether Redis still has what it has confirmed lately, too."""
        self._has_some.clear()
        for source in self._sources:
            with self._lock:
                count = min(len(source.new), _MOST_IN_HAND - self._in_hand())
                new = [source.new.popleft() for _ in range(count if source.may_write else 0)]
            for entry in new:
                self._queues[entry.partition].waiting.append(entry)
        calls = [queue for queue in self._queues if queue.waiting or (verify and queue.sent)]
        if not calls:
            return
        with span("relay append", "PRODUCER"):
            pipeline = self._redis.pipeline(transaction=False)
            for queue in calls:
                some = islice(queue.waiting, _MOST_AT_ONCE)
                # Of what is older, age may have removed the newest one.
                known = queue.newest if queue.sent else ""
                pipeline.execute_command(*append_command(self._keys, queue.partition, some, known))
            replies = pipeline.execute(raise_on_error=False)
        for queue, reply in zip(calls, replies, strict=True):
            if not isinstance(reply, Exception):
                self._confirm(queue, *reply)
        if failures := [reply for reply in replies if isinstance(reply, Exception)]:
            raise failures[0]

    def _confirm(self, queue: _Queue, done: int, written: int, newest: bytes) -> None:
        """Note what has become of what was sent; done is -1 if Redis has lost something."""
        queue.newest = newest.decode()
        if done < 0:
            _log.warning("Redis has lost what it had confirmed: the last seconds are sent again")
            queue.waiting.extendleft(entry for _, entry in reversed(queue.sent))
            queue.sent.clear()
            return
        now = time.monotonic()
        queue.sent += [(now, queue.waiting.popleft()) for _ in range(done)]
        while queue.sent and queue.sent[0][0] < now - _RESEND:
            queue.sent.popleft()
        self._counts["written"] += written
        self._counts["duplicates"] += done - written

    def _beat(self) -> None:
        """Tell the others, and note when nobody was connected, and what was dropped."""
        seconds, microseconds = self._redis.time()
        now = time.monotonic()
        clock = seconds + microseconds / 1_000_000 - now
        pipeline = self._redis.pipeline(transaction=False)
        received, at, rate = self._rate
        if now > at + 1:
            rate = (self._counts["received"] - received) / (now - at)
            self._rate = self._counts["received"], now, rate
        said = {
            "at": time.time(),
            "connected": {source.name: source.stream.connected for source in self._sources},
            "events_per_second": round(rate, 1),
            **self._counts,
            "buffered": self._buffered(),
        }
        pipeline.hset(self._keys.of("relays"), self.id, json.dumps(said))
        sinces = [source.since for source in self._sources]
        for source, since in zip(self._sources, sinces, strict=True):
            connected = now - since if since and source.stream.connected else ""
            pipeline.execute_command(
                *("EVAL", COVER, 1, self._keys.of("coverage", source.name), self.id, connected),
                *(f"{clock + self._written_until(source):.3f}", int(source.may_write), _CLAIM),
            )
        for queue in self._queues:  # bounds what Redis keeps
            stream = self._keys.at(queue.partition, "events")
            if self.max_entries is not None:
                pipeline.xtrim(stream, maxlen=ceil(self.max_entries / len(self._queues)))
            if self.max_age is not None:
                pipeline.xtrim(stream, minid=int((time.time() - self.max_age) * 1000))
        _, *replies = pipeline.execute()
        for source, since, (known, *gap) in zip(self._sources, sinces, replies, strict=False):
            if since == source.since:
                source.may_write = bool(known)
            if gap[0]:
                self._add_gap(source.name, *map(float, gap), source.reason)
        with self._lock:
            (first, last, count), self._dropped = self._dropped, (inf, 0.0, 0)
        if count:
            reason = f"Redis could not be written, and there was no room for {count} more"
            self._add_gap(f"relay/{self.id}", clock + first, clock + last, reason, count)
        if now >= self._next_look:
            self._next_look = now + _LOOK_EVERY
            status = self.status()
            for group in status["groups"]:
                if group["trimmed"]:
                    _log.warning("group %(name)s is too slow: %(trimmed)d are gone", group)
            for relay in status["relays"]:
                if relay["at"] < time.time() - _FORGET:
                    self._redis.hdel(self._keys.of("relays"), relay["name"])

    def _written_until(self, source: _Source) -> float:
        """Return up to when all that came over a connection is written."""
        last = source.stream._state.idle.last
        if source.stream._state.items:  # what isn't taken yet
            last = min(last, source.newest)
        with self._lock:
            new = [entry.at for entry in islice(source.new, 1)]
        return min([last, *new, *(queue.waiting[0].at for queue in self._queues if queue.waiting)])

    def _add_gap(self, *gap: Any) -> None:
        _log.warning("events may be missing: %s", gap)
        for entry in gap_entries(len(self._queues), *gap):
            self._queues[entry.partition].waiting.append(entry)
