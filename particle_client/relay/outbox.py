"""What is on its way to Redis: held within bounds, and repeated until it is written."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from dataclasses import dataclass, field
from typing import Any

from .entries import Entry, gap_entries
from .keys import Keys, Redis
from .scripts import APPEND
from .tracing import current_traceparent, span

_log = logging.getLogger("particle_client.relay")

_MOST_AT_ONCE = 500  # entries that one script appends: Redis does nothing else meanwhile
_MOST_IN_HAND = 5000
_RESEND = 5.0
"""Seconds for which Redis may lose what it has confirmed: in a crash with `appendfsync everysec`,
or when a replica takes over."""


@dataclass(slots=True)
class _Partition:
    waiting: deque[Entry] = field(default_factory=deque)
    """In hand; they are sent again until Redis has confirmed them."""
    sent: deque[tuple[float, Entry]] = field(default_factory=deque)
    """What was confirmed lately."""
    newest: str = ""
    """The ID of the newest entry in Redis that is known."""
    hold_until: float = 0.0
    """Until when others, who may have something older, have precedence."""


class Outbox:
    """Takes entries from any thread; one thread writes them.

    Attributes:
        received, written, duplicates, dropped: How many entries there were of each kind.
        has_some: Set when there is something to write.
    """

    def __init__(
        self,
        redis: Redis,
        keys: Keys,
        partitions: int,
        *,
        relay: str,
        max_bytes: int,
        window: int,
        max_entries: int | None,
        max_age: float | None,
    ) -> None:
        self.received = self.written = self.duplicates = self.dropped = 0
        self.has_some = threading.Event()
        self._redis = redis
        self._keys = keys
        self._relay = relay
        self._max_bytes = max_bytes
        self._window = window
        self._max_length = "" if max_entries is None else -(-max_entries // partitions)
        self._max_age = max_age
        self._lock = threading.Lock()
        self._new: deque[Entry] = deque()
        self._in_hand = 0
        self._partitions = [_Partition() for _ in range(partitions)]
        self._bytes = 0
        self._untold = 0  # that were dropped, and no gap tells of them yet
        self._dropped_since = self._dropped_until = 0.0

    @property
    def buffered(self) -> int:
        """How many entries aren't written yet."""
        return len(self._new) + self._in_hand

    def add(self, entry: Entry) -> None:
        """Take an entry. When there is no room, the oldest are dropped, which a gap tells of."""
        with self._lock:
            self._new.append(entry)
            self.received += 1
            self._bytes += entry.size
            while self._bytes > self._max_bytes and self._new:
                oldest = self._new.popleft()
                self._bytes -= oldest.size
                self.dropped += 1
                if not self._untold:
                    self._dropped_since = oldest.at
                self._dropped_until = oldest.at
                self._untold += 1
        if not self.has_some.is_set():
            self.has_some.set()

    def hold(self, seconds: float) -> None:
        """Write nothing for a while that others haven't written first; 0: don't wait any more."""
        until = time.monotonic() + seconds if seconds else 0.0
        for partition in self._partitions:
            partition.hold_until = until

    def flush(self, *, verify: bool = False) -> int:
        """Write what there is, in one round trip. Return how many entries are done with.

        Args:
            verify: Whether to look in each partition whether Redis still has what it has confirmed.

        Raises:
            Exception: It couldn't be written. All of it is kept, and written by another flush.
        """
        self._take()
        now = time.monotonic()
        calls = [
            (number, partition, list(partition.waiting)[:_MOST_AT_ONCE])
            for number, partition in enumerate(self._partitions)
            if partition.waiting or (verify and partition.sent)
        ]
        if not calls:
            return 0
        before = self.written + self.duplicates
        with span("relay append", "PRODUCER", {"messaging.batch.message_count": self._in_hand}):
            pipeline = self._redis.pipeline(transaction=False)
            for number, partition, entries in calls:
                self._append(pipeline, number, partition, entries, now)
            replies = pipeline.execute(raise_on_error=False)
        failure = None
        for (_, partition, entries), reply in zip(calls, replies, strict=True):
            if isinstance(reply, Exception):
                failure = reply
            else:
                self._confirm(partition, entries, reply, now)
        if failure is not None:
            raise failure
        self._tell_of_dropped()
        return self.written + self.duplicates - before

    def _take(self) -> None:
        with self._lock:
            self.has_some.clear()
            while self._new and self._in_hand < _MOST_IN_HAND:
                entry = self._new.popleft()
                self._partitions[entry.partition].waiting.append(entry)
                self._in_hand += 1

    def _append(
        self, pipeline: Any, number: int, partition: _Partition, entries: list[Entry], now: float
    ) -> None:
        buckets: dict[str, int] = {}
        arguments: list[Any] = [
            partition.newest,
            "1" if partition.hold_until > now else "0",
            self._window,
            self._max_length,
            "" if self._max_age is None else int((time.time() - self._max_age) * 1000),
            current_traceparent(),
        ]
        for _, bucket, digest, count, name, text, _ in entries:
            arguments += (buckets.setdefault(bucket, len(buckets) + 2), digest, count, name, text)
        keys = [self._keys.stream(number), *(self._keys.seen(number, name) for name in buckets)]
        # The script itself each time: it is short, and a Redis that has forgotten it is no failure.
        pipeline.execute_command("EVAL", APPEND, len(keys), *keys, *arguments)

    def _confirm(
        self, partition: _Partition, entries: list[Entry], reply: list[Any], now: float
    ) -> None:
        state, written, newest = reply
        partition.newest = newest.decode()
        if state == b"lost":
            _log.warning("Redis has lost what it had confirmed: the last seconds are sent again")
            again = [entry for _, entry in partition.sent]
            partition.sent.clear()
            partition.waiting.extendleft(reversed(again))
            self._in_hand += len(again)
            with self._lock:
                self._bytes += sum(entry.size for entry in again)
            self.has_some.set()
        elif state == b"ok":
            if entries:
                partition.hold_until = 0.0
            for _ in entries:
                partition.waiting.popleft()
            self._in_hand -= len(entries)
            self.written += written
            self.duplicates += len(entries) - written
            with self._lock:
                self._bytes -= sum(entry.size for entry in entries)
            sent = partition.sent
            sent.extend((now, entry) for entry in entries)
            while sent and sent[0][0] < now - _RESEND:
                sent.popleft()

    def _tell_of_dropped(self) -> None:
        with self._lock:
            untold, self._untold = self._untold, 0
        if untold:
            reason = f"relay {self._relay} could not write and had no room for {untold} entries"
            _log.error("Dropped: %s", reason)
            since, until = self._dropped_since, self._dropped_until
            source = f"relay/{self._relay}"
            for entry in gap_entries(len(self._partitions), source, since, until, reason, untold):
                self.add(entry)
