# Generated from async_consumer.py by `make generate`. Do not edit.
"""`RelayConsumer`: handles what relays have written, together with other workers."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import KW_ONLY, InitVar, dataclass, field
from datetime import datetime
from functools import partial
from typing import Any, Literal, TypeAlias

from ..base.checks import check_more_than_0
from ..base.errors import ConfigurationError
from ..calls.waiting import in_thread, resolve
from ..events.event import Event
from .entries import RelayGap, read_entry
from .keys import REDIS_ERRORS, Keys, Redis, connect, new_id
from .process import span, stop_on_signals
from .scripts import READ

_log = logging.getLogger("particle_client.relay")
_log_gap: Callable[[RelayGap], object] = partial(_log.warning, "events may be missing: %s")

_LONGEST_DELAY = 5.0  # seconds
_LONGEST_TURN = 1.0  # seconds
_IDLE = 100  # milliseconds
_PAUSE = 0.2  # seconds
_DEAD_LETTERS = 100_000  # that are kept in each partition

Start: TypeAlias = Literal["beginning", "end"] | datetime


@dataclass(eq=False, repr=False)
class RelayConsumer:
    """A worker that handles events, at least once each, and those of a device in order.

        consumer = RelayConsumer("redis://localhost", group="billing")
        consumer.run(handle)

    The workers of a group share the partitions. An event is acknowledged when its function has
    returned. If that raises, the event is delivered again, before those that follow it in its
    partition; what fails too often goes to the dead letters. Needs the extra `relay`.

    Args:
        redis: A URL, or a client of redis-py that doesn't decode responses.
        group: Each group gets all events.
        name: The name of the relay.
        start: Where a group begins that doesn't exist yet: with the oldest entry that is stored,
            with what comes from now on, or at a time.
        attempts: How many times an event is delivered before it is given up. One that was fetched
            together with one that killed its worker was delivered by that, too.
        retry_delay: Seconds before the second attempt; doubled for each further one, up to 5.
        batch: How many events are fetched at once.
        lease: Seconds after which the partitions of a dead worker go to others. A function that
            takes longer may see its partition handled by another worker, too.

    Raises:
        ConfigurationError: An argument can't work.
    """

    redis: InitVar[str | Redis]
    group: str
    _: KW_ONLY
    name: str = "particle"
    start: Start = "beginning"
    attempts: int = 5
    retry_delay: float = 0.1
    batch: int = 100
    lease: float = 30.0
    worker: str = field(init=False, default_factory=new_id)
    handled: int = field(init=False, default=0)
    """How many events and gaps were handled."""

    def __post_init__(self, redis: str | Redis) -> None:
        check_more_than_0("attempts", "attempts", self.attempts)
        check_more_than_0("batch", "events", self.batch)
        check_more_than_0("lease", "seconds", self.lease)
        self._keys = Keys(self.name)
        self._redis = connect(redis)
        self._owns_redis = isinstance(redis, str)
        self._begin_after = _id_before(self.start)
        self._stopping = False
        self._next_share = 0.0
        self._partitions = 0
        self._shares: dict[int, float] = {}  # partitions, and when to go on with them

    def run(
        self,
        on_event: Callable[[Event], object],
        on_gap: Callable[[RelayGap], object] | None = None,
    ) -> None:
        """Handle events until `stop` is called, or SIGTERM or SIGINT comes (in the main thread).

        What is in hand is finished then, and the partitions go to others at once.

        Args:
            on_event: Called with each event (async functions too). Events of one device come one
                after the other; those of others at the same time, if it is async.
            on_gap: Called with each time in which events may have been lost; by default it is
                logged.

        Raises:
            ConfigurationError: There is no such relay.
        """
        self._on_event, self._on_gap = on_event, on_gap or _log_gap
        with stop_on_signals(self.stop):
            try:
                while not self._stopping:
                    self._go_round()
            finally:
                with suppress(*REDIS_ERRORS):
                    for partition in list(self._shares):
                        self._read(partition, 0)
                    self._register(0)
                if self._owns_redis:
                    self._redis.close()

    def stop(self) -> None:
        """Let `run` end. Safe from any thread and signal handler."""
        self._stopping = True

    def _share(self) -> None:
        """From time to time, look which partitions this worker is to have."""
        if time.monotonic() < self._next_share:
            return
        workers = self._register(self.lease)
        for partition in range(self._partitions):
            if workers[partition % len(workers)] == self.worker:
                self._shares.setdefault(partition, 0.0)
            elif partition in self._shares:
                self._read(partition, 0)
                del self._shares[partition]
        self._next_share = time.monotonic() + self.lease / 4

    def _register(self, lease: float) -> list[str]:
        """Note that this worker is alive for so long, and return all that are."""
        seconds, microseconds = self._redis.time()
        key, now = self._keys.of("workers", self.group), seconds + microseconds / 1_000_000
        self._redis.zadd(key, {self.worker: now + lease})
        self._redis.zremrangebyscore(key, "-inf", now)
        return sorted(worker.decode() for worker in self._redis.zrange(key, 0, -1))

    def _read(self, partition: int, count: int) -> Any:
        """Read from a partition, unless another worker has it; 0: leave it to others."""
        lock = self._keys.at(partition, "lock", self.group)
        keys = lock, self._keys.at(partition, "events")
        arguments = self.worker, self.group, int(self.lease * 1000), count, self._begin_after
        return self._redis.eval(READ, 2, *keys, *arguments)

    def _go_round(self) -> None:
        """Handle some of each partition; if there is nothing, wait a moment for something."""
        try:
            if not self._partitions:
                found = self._redis.hget(self._keys.of("config"), "partitions")
                self._partitions = self._keys.check_partitions(found)
            self._share()
            turns: list[Any] = [self._turn(partition) for partition in self._shares]
            if not any(turns):
                # A cluster can't wait for several at once.
                most = 1 if hasattr(self._redis, "get_nodes") else None
                keys = [self._keys.at(share, "events") for share in self._shares or [0]][:most]
                self._redis.xread(dict.fromkeys(keys, "$"), count=1, block=_IDLE)
        except REDIS_ERRORS as error:
            _log.warning("Redis can't be used: %s", error)
            in_thread(time.sleep, _PAUSE)

    def _turn(self, partition: int) -> bool:
        """Handle some of a partition. Whether there was anything."""
        now, stream = time.monotonic(), self._keys.at(partition, "events")
        if now < self._shares[partition]:
            return False
        stop_at = now + min(self.lease / 4, _LONGEST_TURN)
        delivery, left = self._read(partition, self.batch)
        handled: list[bytes] = []
        while left and not self._stopping and time.monotonic() < stop_at:
            entry_id, fields = left.pop(0)
            entry = dict(zip(fields[::2], fields[1::2], strict=True))
            if not self._handle(partition, entry_id, entry, delivery):
                break
            handled.append(entry_id)
        if handled:
            self._redis.xack(stream, self.group, *handled)
        if left:  # is delivered again, by this worker or another; it counts from then
            claim: Any = self.group, "relay", 0, [entry_id for entry_id, _ in left]
            self._redis.xclaim(stream, *claim, retrycount=delivery - 1, justid=True)
        return bool(handled)

    def _handle(
        self, partition: int, entry_id: bytes, entry: dict[bytes, bytes], delivery: int
    ) -> bool:
        """Handle an entry. False if it is to be delivered again."""
        try:
            if delivery > self.attempts:
                raise RuntimeError("its worker died each time")
            item, traceparent = read_entry(entry), entry.get(b"traceparent", b"").decode()
            with span("relay handle", "CONSUMER", traceparent):
                if isinstance(item, Event):
                    resolve(self._on_event(item), "on_event")
                else:
                    resolve(self._on_gap(item), "on_gap")
        except Exception as error:
            _log.warning("delivery %d of %s failed", delivery, entry_id, exc_info=error)
            if delivery < self.attempts:
                delay = min(self.retry_delay * 2 ** (delivery - 1), _LONGEST_DELAY)
                self._shares[partition] = time.monotonic() + delay
                return False
            fields: dict[Any, Any] = {**entry, "entry": entry_id, "deliveries": delivery}
            fields["error"] = f"{type(error).__name__}: {error}".encode("utf-8", "replace")
            dead_letters = self._keys.at(partition, "dead", self.group)
            self._redis.xadd(dead_letters, fields, maxlen=_DEAD_LETTERS)
        self.handled += 1
        return True


def _id_before(start: Start) -> str:
    """Return the ID of the last entry that isn't wanted."""
    if isinstance(start, datetime) and start.tzinfo is not None:
        return f"{max(int(start.timestamp() * 1000) - 1, 0)}-{2**64 - 1}"
    if start not in ("beginning", "end"):
        known = "'beginning', 'end' or a datetime with a time zone"
        raise ConfigurationError(f"start must be {known}: {start!r}")
    return "$" if start == "end" else "0"
