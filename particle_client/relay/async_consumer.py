"""`AsyncRelayConsumer`: handles what relays have written, together with other workers."""

from __future__ import annotations

import logging
import os
import signal
import socket
import threading
import time
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from secrets import token_hex
from typing import Any, Literal, TypeAlias

from ..base.errors import ConfigurationError
from ..calls.async_waiting import resolve
from ..events.async_worker import AsyncWorker
from .async_turns import take_turns
from .entries import RelayEvent, RelayGap, read_entry
from .keys import (
    AsyncRedis,
    Keys,
    async_connect,
    check_numbers,
    check_partitions,
    redis_errors,
)
from .scripts import BURY, LEASE, READ, REGISTER
from .tracing import span

_log = logging.getLogger("particle_client.relay")

_ACKNOWLEDGE_EVERY = 0.5  # seconds
_LONGEST_RETRY = 5.0  # seconds
_BLOCK = 500  # milliseconds
_DEAD_LETTERS = 100_000  # that are kept in each partition

Start: TypeAlias = Literal["beginning", "end"] | datetime


@dataclass(slots=True)
class _Lease:
    """A partition that this worker has for a while."""

    partition: int
    until: float
    """When it ends, unless it is made longer, by the monotonic clock."""
    resume: str = "0-0"
    """Where to go on with what others left; empty when nothing is left."""
    newest: str = "0-0"
    handled: list[bytes] = field(default_factory=list)
    """What is still to be acknowledged."""
    acknowledged_at: float = 0.0
    leaving: bool = False
    """Whether others are to have it."""


class AsyncRelayConsumer:
    """A worker that handles events, at least once each, and those of a device in order.

        consumer = AsyncRelayConsumer("redis://localhost", group="billing")
        await consumer.run(handle)

    The workers of a group share the partitions. When one comes, the others give it its share; what
    one that died left goes to the others once its leases have ended. An event is acknowledged when
    its function has returned. If that raises, it is called again after a while; what fails so too
    often goes to the dead letters. Needs the extra `relay`.

    Args:
        redis: A URL, or a client of redis-py.
        group: Each group gets all events.
        name: The name of the relay.
        start: Where a group begins that doesn't exist yet: with the oldest entry that is stored,
            with what comes from now on, or at a time.
        attempts: How many times the handling of an event is begun before it is given up.
        retry_delay: Seconds before the second attempt; doubled for each further one, up to 5.
        batch: How many events are fetched at once.
        lease: Seconds after which the partitions of a dead worker go to others.
        worker: What this worker is called; by default a new name for each.

    Raises:
        ConfigurationError: An argument can't work.
    """

    def __init__(
        self,
        redis: str | AsyncRedis,
        group: str,
        *,
        name: str = "particle",
        start: Start = "beginning",
        attempts: int = 5,
        retry_delay: float = 0.1,
        batch: int = 100,
        lease: float = 10.0,
        worker: str | None = None,
    ) -> None:
        check_numbers({"attempts": attempts, "batch_events": batch, "lease_seconds": lease})
        self.worker: str = worker or f"{socket.gethostname()}-{os.getpid()}-{token_hex(3)}"
        self.handled: int = 0
        """How many events and gaps were handled."""
        self._keys = Keys(name)
        self._redis = async_connect(redis)
        self._owns_redis = isinstance(redis, str)
        self._group = group
        self._start = _id_of(start)
        self._attempts = attempts
        self._retry_delay = retry_delay
        self._batch = batch
        self._lease = lease
        self._keeper = AsyncWorker()
        self._stopping = self._left = False
        self._partitions = 0
        self._leases: dict[int, _Lease] = {}
        self._on_event: Callable[[RelayEvent], object] = print
        self._on_gap: Callable[[RelayGap], object] = _log_gap

    # --- what users call ------------------------------------------------------------------------

    async def run(
        self,
        on_event: Callable[[RelayEvent], Awaitable[object] | object],
        on_gap: Callable[[RelayGap], Awaitable[object] | object] | None = None,
        *,
        handle_signals: bool = True,
    ) -> None:
        """Handle events until `stop` is called; then finish what is in hand, and leave the group.

        Args:
            on_event: Called with each event (async functions too). Events of one device come one
                after the other; those of others at the same time, if it is async.
            on_gap: Called with each time in which events may have been lost; by default it is
                logged.
            handle_signals: Whether SIGTERM and SIGINT stop it, in the main thread.

        Raises:
            ConfigurationError: There is no such relay.
        """
        self._on_event = on_event
        self._on_gap = on_gap or _log_gap
        before: dict[int, Any] = {}
        if handle_signals and threading.current_thread() is threading.main_thread():
            for each in (signal.SIGTERM, signal.SIGINT):
                before[each] = signal.signal(each, lambda *_: self.stop())
        try:
            await self._join()
            self._keeper.start(self._keep)
            await take_turns(self)
        finally:
            self._left = True
            while self._keeper.running:
                self._keeper.notify()
                await self._keeper.sleep(0.01)
            for number, handler in before.items():
                signal.signal(number, handler)
            with suppress(*redis_errors()):
                await self._leave()
            if self._owns_redis:
                await self._redis.aclose()

    def stop(self) -> None:
        """Let `run` end. Safe from any thread and signal handler."""
        self._stopping = True

    @property
    def stopped(self) -> bool:
        """Whether `stop` was called."""
        return self._stopping

    @property
    def partitions(self) -> list[int]:
        """The partitions that this worker has at present."""
        return list(self._leases)

    # --- sharing --------------------------------------------------------------------------------

    async def _join(self) -> None:
        """Make the group, if it doesn't exist."""
        found = await self._redis.hget(self._keys.of("config"), "partitions")
        self._partitions = check_partitions(found, None, self._keys.name)
        for partition in range(self._partitions):
            await self._create_group(partition, self._start)

    async def _create_group(self, partition: int, start: str) -> None:
        from redis.exceptions import ResponseError

        try:
            await self._redis.xgroup_create(
                self._keys.at(partition, "events"), self._group, start, mkstream=True
            )
        except ResponseError as error:
            if "BUSYGROUP" not in str(error):  # it exists
                raise

    async def _keep(self) -> None:
        """Make the leases last as long as this worker does, and take or give back its share."""
        try:
            while not self._left:
                seen = self._keeper.changes
                try:
                    await self._share()
                except redis_errors() as error:
                    _log.warning("Redis can't be used: %s", error)
                await self._keeper.wait(seen, self._lease / 4)
        finally:
            self._keeper.running = False

    async def _share(self) -> None:
        milliseconds = int(self._lease * 1000)
        found = await self._redis.eval(
            REGISTER, 1, self._keys.of("workers", self._group), self.worker, milliseconds
        )
        workers = [name.decode() for name in found]
        share, more = divmod(self._partitions, len(workers))
        rank = workers.index(self.worker)
        share += rank < more
        for lease in list(self._leases.values()):
            if not await self._take(lease.partition, lease):
                _log.warning("partition %d has gone to another worker", lease.partition)
                self._leases.pop(lease.partition, None)
        kept = [lease for lease in list(self._leases.values()) if not lease.leaving]
        for lease in kept[share:]:
            lease.leaving = True
        missing = share - len(kept)
        first = rank * self._partitions // len(workers)  # so that not all try the same ones
        for number in range(self._partitions):
            partition = (first + number) % self._partitions
            if missing <= 0 or self._stopping:
                break
            if partition not in self._leases and await self._take(partition, None):
                missing -= 1

    async def _take(self, partition: int, lease: _Lease | None) -> bool:
        """Take a lease, or make it last longer. Whether this worker has it."""
        until = time.monotonic() + 0.9 * self._lease
        key, milliseconds = self._keys.at(partition, "lease", self._group), int(self._lease * 1000)
        is_mine = bool(
            await self._redis.eval(LEASE, 1, key, self.worker, milliseconds, int(lease is None))
        )
        if is_mine and lease is None:
            self._leases[partition] = _Lease(partition, until)
        elif is_mine and lease is not None:
            lease.until = until
        return is_mine

    async def _leave(self) -> None:
        for lease in list(self._leases.values()):
            await self._give_back(lease)
        await self._redis.eval(REGISTER, 1, self._keys.of("workers", self._group), self.worker, 0)

    async def _give_back(self, lease: _Lease) -> None:
        await self._read(lease, -1)
        self._leases.pop(lease.partition, None)

    # --- handling -------------------------------------------------------------------------------

    async def turn(self, partition: int) -> bool:
        """Handle some of a partition. Whether there was anything."""
        lease = self._leases.get(partition)
        if lease is None:
            return False
        try:
            if lease.leaving:
                await self._give_back(lease)
                return True
            state, entries, more = await self._read(lease, self._batch)
            if state == b"gone":
                self._leases.pop(partition, None)
                return False
            is_claimed = state == b"claimed"
            for entry_id, fields in entries:
                if not await self._handle(lease, entry_id, fields, is_claimed):
                    lease.resume = "0-0"  # what is left of these, if it keeps the lease
                    return True
            if is_claimed:
                lease.resume = "" if more == b"0-0" else more.decode()
            elif not entries:
                lease.newest = more.decode()
            return bool(entries) or is_claimed
        except redis_errors() as error:
            _log.warning("Redis can't be used: %s", error)
            lease.resume = "0-0"  # it may have handed out what didn't arrive
            if "NOGROUP" in str(error):  # Redis has lost it: nothing is passed over
                await self._create_group(partition, "0")
            await self._keeper.sleep(0.2)
            return False

    async def wait(self, partitions: Iterable[int]) -> None:
        """Wait for something new in partitions of which all was read, half a second at most."""
        leases = [self._leases[partition] for partition in partitions if partition in self._leases]
        streams = {self._keys.at(lease.partition, "events"): lease.newest for lease in leases}
        if not streams or (len(streams) > 1 and hasattr(self._redis, "nodes_manager")):
            await self._keeper.sleep(0.05)  # a cluster can't wait for several
            return
        try:
            await self._redis.xread(streams, count=1, block=_BLOCK)
        except redis_errors():
            await self._keeper.sleep(0.2)

    async def _read(self, lease: _Lease, count: int) -> list[Any]:
        """Acknowledge what was handled, and read more if this worker still has the lease."""
        partition, handled = lease.partition, lease.handled[:1000]
        reply: list[Any] = await self._redis.eval(
            READ,
            3,
            self._keys.at(partition, "lease", self._group),
            self._keys.at(partition, "events"),
            self._keys.at(partition, "attempts", self._group),
            self.worker,
            self._group,
            count,
            lease.resume,
            *handled,
        )
        del lease.handled[: len(handled)]
        lease.acknowledged_at = time.monotonic()
        return reply

    async def _handle(
        self, lease: _Lease, entry_id: bytes, fields: list[bytes] | None, is_claimed: bool
    ) -> bool:
        """Handle an entry. False if it is to be left to others."""
        if not self._may_go_on(lease):
            return False
        if fields is not None:  # else it was trimmed before anybody got to it
            entry = dict(zip(fields[::2], fields[1::2], strict=True))
            attempt = 1
            if is_claimed:  # noted before, as it may be what its worker died of
                key = self._keys.at(lease.partition, "attempts", self._group)
                attempt = await self._redis.hincrby(key, entry_id, 1)
            error = await self._attempt(lease, entry_id, entry, attempt)
            if error is _LEFT:
                return False
            if error is not None:
                await self._bury(lease.partition, entry_id, entry, error)
        lease.handled.append(entry_id)
        self.handled += 1
        if is_claimed or time.monotonic() > lease.acknowledged_at + _ACKNOWLEDGE_EVERY:
            await self._read(lease, 0)
        return True

    async def _attempt(
        self, lease: _Lease, entry_id: bytes, entry: dict[bytes, bytes], attempt: int
    ) -> Exception | None:
        """Call the user's function until it returns. Return what it raised last, if it gives up."""
        error: Exception = RuntimeError("Its worker died while handling it, each time.")
        traceparent = entry.get(b"traceparent", b"").decode()
        while attempt <= self._attempts:
            try:
                item = read_entry(entry_id, entry)
                with span("relay handle", "CONSUMER", {"particle.key": item.key}, traceparent):
                    if isinstance(item, RelayEvent):
                        item.attempt = attempt
                        await resolve(self._on_event(item), "on_event")
                    else:
                        await resolve(self._on_gap(item), "on_gap")
                return None
            except Exception as caught:
                error = caught
            _log.warning("attempt %d to handle %s failed", attempt, entry_id, exc_info=error)
            if attempt < self._attempts:
                delay = self._retry_delay * 2 ** min(attempt - 1, 20)
                await self._keeper.sleep(min(delay, _LONGEST_RETRY))
                if not self._may_go_on(lease):
                    return _LEFT
            attempt += 1
        return error

    async def _bury(
        self, partition: int, entry_id: bytes, entry: dict[bytes, bytes], error: Exception
    ) -> None:
        """Move an entry to the dead letters."""
        keys, group = self._keys, self._group
        _log.error("%s goes to the dead letters: %r", entry_id.decode(), error)
        fields: dict[Any, Any] = {
            **entry,
            "entry": entry_id,
            "attempts": self._attempts,
            "worker": self.worker,
            "error": f"{type(error).__name__}: {error}",
        }
        arguments = [argument for pair in fields.items() for argument in pair]
        names = (
            keys.at(partition, "events"),
            keys.at(partition, "attempts", group),
            keys.at(partition, "dead", group),
        )
        await self._redis.eval(BURY, 3, *names, group, entry_id, _DEAD_LETTERS, *arguments)

    def _may_go_on(self, lease: _Lease) -> bool:
        return not (self._stopping or lease.leaving) and time.monotonic() < lease.until


_LEFT = Exception("left to others")


def _id_of(start: Start) -> str:
    """Return the ID of the last entry that isn't wanted."""
    if isinstance(start, datetime):
        if start.tzinfo is None:
            raise ValueError("start must say its time zone: datetime.now(UTC), datetime(…, UTC)")
        return f"{max(int(start.timestamp() * 1000) - 1, 0)}-{2**64 - 1}"
    if start not in ("beginning", "end"):
        raise ConfigurationError(f"start must be 'beginning', 'end' or a datetime: {start!r}")
    return "$" if start == "end" else "0"


def _log_gap(gap: RelayGap) -> None:
    _log.warning("events may be missing: %s", gap)
