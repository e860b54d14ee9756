"""The relay: follows event streams, and writes what comes into Redis."""

from __future__ import annotations

import json
import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import KW_ONLY, InitVar, dataclass, field
from functools import partial
from math import ceil, inf
from typing import Any

from ..base.checks import check_more_than_0
from ..base.errors import ConfigurationError, ParticleError
from ..events.stream import EventStream
from .entries import WINDOW, Entries, Entry, append_command, gap_entries
from .keys import REDIS_ERRORS, Keys, Redis, connect, new_id
from .process import span
from .scripts import COVER
from .status import read_status

_log = logging.getLogger("particle_client.relay")

_BEAT = 0.1  # seconds: what a relay that has just connected has is safe after two of these
_LOOK_EVERY = 60.0  # seconds
_FORGET = 86_400.0  # seconds after which the status doesn't show a dead relay any more
_CLAIM = 5.0  # seconds without a sign of life after which a relay counts as dead
_PAUSE = 0.01  # seconds: what comes one by one is written together
_LAST_CHANCE = 10.0  # seconds to write what has come, once stopped
_RESEND = 2.0  # seconds for which Redis may lose what it has confirmed, in a crash for example
_MOST_IN_HAND = 5000  # entries


@dataclass(slots=True)
class _Source:
    """An event stream, and its present connection."""

    name: str
    new: deque[Entry]
    """What came, and isn't in hand yet. When it is full, the oldest goes."""
    stream: EventStream = field(init=False)
    entries: Entries = field(init=False)
    received: int = 0
    taken: int = 0
    """How many were taken in hand."""
    newest_taken: str = ""
    others_wrote: deque[bytes] = field(default_factory=lambda: deque(maxlen=1000))  # keys
    came: float = 0.0
    """When something had come last, as it was when all that had come was in hand."""
    since: float = 0.0
    """When the connection was made; 0 before the first."""
    known: float = -1.0
    """The `since` of the last connection before which all is written, or lost: its own is, too."""
    reason: Exception | str = "no relay was running"
    """Why there was no connection before."""

    @property
    def is_taken(self) -> bool:
        """Whether all that has come is in hand, or written."""
        return self.stream._buffer.empty and self.stream.events == self.received and not self.new


@dataclass(eq=False, repr=False)
class Relay:
    """Follows event streams, and appends each event to Redis once, whoever else does.

        with Particle() as particle:
            fleet = particle.product("my-product-v100")
            relay = Relay("redis://localhost", {"product/my-product-v100": fleet.events.stream})
            relay.run()

    Any number of relays may do so for the same streams: what all of them get is written once, in
    the order in which it came, and nothing is missing as long as one of them is connected.

    Args:
        redis: A URL, or a client of redis-py.
        sources: The event streams: functions that open them, by a name. Relays that follow the same
            stream must give it the same name.
        name: What the keys in Redis begin with.
        partitions: Over how many streams of Redis the devices are spread: the most workers that can
            share the work of a group. Fixed when the relay runs for the first time; default 16.
        max_entries: How many entries Redis keeps, about; None for no limit.
        max_age: Seconds for which Redis keeps entries, about; None for no limit.
        max_buffer: How many events may wait for Redis; then the oldest go, which a gap tells of.

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
            raise ConfigurationError("a relay needs an event stream: account, product or org")
        self._keys = Keys(self.name)
        self._redis = connect(redis)
        self._sources = [self._open(*source) for source in sources.items()]
        self._spread = 0  # over how many partitions, once that is known
        self._in_hand: list[Entry] = []  # what is sent until Redis has confirmed it
        # What was confirmed lately: when, what, and the newest entry of each partition by then.
        self._sent = deque[tuple[float, list[Entry], dict[int, bytes]]]()
        self._stopped = threading.Event()
        self._failure: Exception | None = None  # what has ended a stream
        self._failures, self._worked = 0, time.time()  # of Redis, since it worked, and when
        self._awake = inf  # when this did anything
        self._next_beat = self._next_look = 0.0
        self._counts = dict.fromkeys(("received", "written", "duplicates", "dropped"), 0)
        self._lately = deque([(time.monotonic(), 0)], 10)  # how many had been received at a time

    def run(self) -> None:
        """Follow the streams until `stop` is called, and write what has come by then.

        Raises:
            ParticleError: A stream has ended for good: the token isn't valid, for example.
            ConfigurationError: The relay in Redis has another number of partitions.
        """
        try:
            while not self._stopped.is_set():
                self._go_round()
        finally:
            for source in self._sources:
                source.stream.close()
                source.known = source.since
        give_up_at = time.monotonic() + _LAST_CHANCE
        while self._buffered() and time.monotonic() < give_up_at:
            self._go_round()
        self._next_beat = 0.0
        self._go_round()
        if self._buffered():
            _log.error("Stopped, with %d that could not be written", self._buffered())
        if self._failure is not None:
            raise self._failure

    def stop(self) -> None:
        """Let `run` end. Safe from any thread and signal handler."""
        self._stopped.set()

    def status(self) -> dict[str, Any]:
        """Return what is going on, as plain data: all relays of this name, partitions, groups."""
        return read_status(self._redis, self.name)

    def _open(self, name: str, open_stream: Callable[..., EventStream]) -> _Source:
        def on_connect() -> None:
            # What the last connection has brought is written before, if it may be, and can be.
            while source.new and source.known == source.since and not self._failures:
                time.sleep(_PAUSE)
            source.entries, source.since = Entries(self._spread), time.monotonic()  # in this order
            self._next_beat = 0.0
            _log.info("%s: connected", name)

        source = _Source(name, deque(maxlen=self.max_buffer))
        on_disconnect = partial(setattr, source, "reason")
        source.stream = open_stream(on_connect=on_connect, on_disconnect=on_disconnect)
        return source

    def _begin(self) -> None:
        """Follow the streams, once it is known how many partitions there are."""
        config = self._keys.of("config")
        self._redis.hsetnx(config, "partitions", self.partitions or 16)
        found = self._redis.hget(config, "partitions")
        self._spread = self._keys.check_partitions(found, self.partitions)
        for source in self._sources:
            threading.Thread(target=self._follow, args=(source,), daemon=True).start()

    def _follow(self, source: _Source) -> None:
        """Take what comes over a stream, in a thread of its own."""
        try:
            for event in source.stream:
                # When Redis works, but not as fast, it is better to read no further.
                while len(source.new) > self.max_buffer // 2 and not self._failures:
                    time.sleep(_PAUSE)
                source.new.append(source.entries.of_event(event))
                source.received += 1
        except Exception as error:
            self._failure = error
        finally:
            self._stopped.set()

    def _go_round(self) -> None:
        """Write what there is, and wait a moment for more."""
        before, self._awake = self._awake, time.monotonic()
        if self._awake - before > WINDOW / 2:  # what it has may be forgotten in Redis
            raise ParticleError(f"The relay stood still for {self._awake - before:.0f} s.")
        try:
            if not self._spread:
                self._begin()
            if is_due := time.monotonic() >= self._next_beat:
                self._next_beat = time.monotonic() + _BEAT
                self._beat()
            self._flush(verify=is_due)
            self._failures = 0
        except REDIS_ERRORS as error:
            self._failures += 1
            _log.warning("Redis can't be used, %d are waiting: %s", self._buffered(), error)
        time.sleep(min(_PAUSE + self._failures / 10, 2.0))

    def _buffered(self) -> int:
        return len(self._in_hand) + sum(len(source.new) for source in self._sources)

    def _flush(self, *, verify: bool) -> None:
        """Write what there is, in one round trip; what can't be written is kept. When asked to,
        look whether Redis still has what it has confirmed lately, too."""
        for source in self._sources:
            came = source.stream._state.idle.last  # before the others, as more may come
            room = min(len(source.new), _MOST_IN_HAND - len(self._in_hand))
            new = [source.new.popleft() for _ in range(room if source.known == source.since else 0)]
            source.taken += len(new)
            source.newest_taken = new[-1].key if new else source.newest_taken
            source.came = came if source.is_taken else source.came
            self._in_hand += new
        # Of what is older, age may have removed the newest one.
        known = {part: newest for *_, each in self._sent for part, newest in each.items()}
        parts: dict[int, list[Entry]] = {part: [] for part in known if verify}
        for entry in self._in_hand:
            parts.setdefault(entry.partition, []).append(entry)
        if not parts:
            return
        with span("relay append", "PRODUCER") as traceparent:
            pipeline = self._redis.pipeline(transaction=False)
            for part, entries in parts.items():
                append = self._keys, part, entries, traceparent, known.get(part, b"")
                pipeline.execute_command(*append_command(*append))
            replies = pipeline.execute()  # if one fails, all are sent again, and written once
        written = [count for count, _ in replies]
        if min(written) < 0:
            _log.warning("Redis has lost what it had confirmed: the last seconds are sent again")
            self._in_hand = [entry for _, sent, _ in self._sent for entry in sent] + self._in_hand
            self._sent.clear()
            return
        now = time.monotonic()
        newest = {part: id for part, (_, id) in zip(parts, replies, strict=True) if parts[part]}
        self._sent.append((now, self._in_hand, newest))
        while self._sent[0][0] < now - _RESEND:
            self._sent.popleft()
        self._counts["written"] += sum(written)
        self._counts["duplicates"] += len(self._in_hand) - sum(written)
        self._in_hand = []

    def _beat(self) -> None:
        """Tell the others, and note when nobody was connected, and what was dropped."""
        seconds, microseconds = self._redis.time()
        now = time.monotonic()
        clock = seconds + microseconds / 1_000_000 - now
        for source in self._sources:
            self._cover(source, clock)
        # In this order, as more may come meanwhile.
        received = self._counts["received"] = sum(source.received for source in self._sources)
        kept = sum(source.taken + len(source.new) for source in self._sources)
        if (count := received - kept - self._counts["dropped"]) > 0:
            self._add_gap(f"relay/{self.id}", self._worked, clock + now, "Redis unavailable", count)
            self._counts["dropped"] += count
        at, before = self._lately[0]
        self._lately.append((now, received))
        said = {
            "at": round(clock + now, 3),
            "connected": {source.name: source.stream.connected for source in self._sources},
            "events_per_second": round((received - before) / (now - at), 1),
            **self._counts,
            "buffered": self._buffered(),
        }
        pipeline = self._redis.pipeline(transaction=False)
        pipeline.hset(self._keys.of("relays"), self.id, json.dumps(said))
        # Again each time: a Redis that keeps nothing may have been restarted.
        pipeline.hsetnx(self._keys.of("config"), "partitions", self._spread)
        for partition in range(self._spread):  # bounds what Redis keeps
            stream = self._keys.at(partition, "events")
            if self.max_entries is not None:
                pipeline.xtrim(stream, maxlen=ceil(self.max_entries / self._spread))
            if self.max_age is not None:
                pipeline.xtrim(stream, minid=int((clock + now - self.max_age) * 1000))
        pipeline.execute()
        self._worked = clock + now
        if now >= self._next_look:
            self._next_look = now + _LOOK_EVERY
            status = self.status()
            for group in status["groups"]:
                if group["trimmed"]:
                    _log.warning("group %(name)s is too slow: %(trimmed)d are gone", group)
            for relay in status["relays"]:
                if relay["at"] < time.time() - _FORGET:
                    self._redis.hdel(self._keys.of("relays"), relay["name"])

    def _cover(self, source: _Source, clock: float) -> None:
        """Tell up to when a stream is written, and learn whether more may be, and of a gap."""
        since, stream = source.since, source.stream
        # In this order. When the connection is gone, what it has brought may still be to write.
        is_over = not stream.connected and (source.is_taken or (stream.closed and not source.new))
        connected = "" if not since or (is_over and not self._in_hand) else time.monotonic() - since
        until, newest = (0.0, "") if self._in_hand else (clock + source.came, source.newest_taken)
        key, known = self._keys.of("coverage", source.name), int(source.known == since)
        arguments = self.id, connected, f"{until:.3f}", known, _CLAIM, newest
        known, *gap, others_wrote = self._redis.eval(COVER, 1, key, *arguments)
        source.others_wrote += others_wrote  # what of it comes here may come later
        # Who has written what has come here since, too, has written all that came before.
        if known or (since and any(key in source.entries for key in source.others_wrote)):
            source.known = since
        if gap[0]:
            self._add_gap(source.name, *map(float, gap), str(source.reason))

    def _add_gap(self, *gap: Any) -> None:
        _log.warning("events may be missing: %s", gap)
        self._in_hand += gap_entries(self._spread, *gap)
