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
    waiting: deque[Entry] = field(default_factory=deque[Entry])
    """In hand; they are sent again until Redis has confirmed them."""
    sent: deque[tuple[float, Entry]] = field(default_factory=deque[tuple[float, Entry]])
    """What was confirmed lately."""
    newest: str = ""
    """The ID of the newest entry in Redis that is known."""
    hold_until: float = 0.0
    """Until when others, who may have something older, have precedence."""


class Outbox:
    """Takes entries from any thread; one thread writes them.

    Attributes:
        has_some: Set when there is something to write.
        failing: Whether Redis couldn't be written last.
        received, written, duplicates, dropped: How many entries there were of each kind.
        buffered: How many entries aren't written yet.
    """

    def __init__(
        self,
        redis: Redis,
        keys: Keys,
        partitions: int,
        *,
        source: str,
        max_bytes: int,
        window: int,
        max_entries: int | None,
        max_age: float | None,
    ) -> None:
        self.has_some = threading.Event()
        self.failing = False
        self.received = self.written = self.duplicates = self.dropped = self.buffered = 0
        self._redis = redis
        self._keys = keys
        self._source = source
        self._max_bytes = max_bytes
        self._window = window
        self._max_length = "" if max_entries is None else -(-max_entries // partitions)
        self._max_age = max_age
        self._lock = threading.Lock()
        self._new: deque[Entry] = deque()
        self._bytes = 0
        self._told = 0  # of `dropped`, what gaps tell of
        self._dropped: list[float] = []  # when the first and the last of the others came
        self._partitions = [_Partition() for _ in range(partitions)]

    def add(self, entry: Entry) -> None:
        """Take an entry. When there is no room, the oldest are dropped, which a gap tells of."""
        with self._lock:
            self._new.append(entry)
            self.received += 1
            self.buffered += 1
            self._bytes += entry.size
            while self._bytes > self._max_bytes and self._new:
                oldest = self._new.popleft()
                self.dropped += 1
                self.buffered -= 1
                self._bytes -= oldest.size
                self._dropped[1:] = [oldest.at]
        if not self.has_some.is_set():
            self.has_some.set()

    @property
    def is_behind(self) -> bool:
        """Whether so much waits for a Redis that works that it is better to read no further."""
        return self._bytes > self._max_bytes // 2 and not self.failing

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
            Exception: Not all could be written. It is kept, and written by another flush.
        """
        with self._lock:
            self.has_some.clear()
            room = _MOST_IN_HAND - (self.buffered - len(self._new))
            for _ in range(min(room, len(self._new))):
                entry = self._new.popleft()
                self._partitions[entry.partition].waiting.append(entry)
        now = time.monotonic()
        calls = [
            (number, partition, list(partition.waiting)[:_MOST_AT_ONCE])
            for number, partition in enumerate(self._partitions)
            if partition.waiting or (verify and partition.sent)
        ]
        if not calls:
            return 0
        with span("relay append", "PRODUCER", {"messaging.operation.type": "send"}):
            pipeline = self._redis.pipeline(transaction=False)
            for number, partition, entries in calls:
                self._append(pipeline, number, partition, entries, now)
            replies = pipeline.execute(raise_on_error=False)
        before = self.written + self.duplicates
        for (_, partition, entries), reply in zip(calls, replies, strict=True):
            if not isinstance(reply, Exception):
                self._confirm(partition, entries, reply, now)
        if failures := [reply for reply in replies if isinstance(reply, Exception)]:
            raise failures[0]
        self._tell_of_dropped()
        return self.written + self.duplicates - before

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
        keys = [self._keys.at(number, "events")]
        keys += (self._keys.at(number, "seen", bucket) for bucket in buckets)
        # The script itself each time: it is short, and a Redis that has forgotten it is no failure.
        pipeline.execute_command("EVAL", APPEND, len(keys), *keys, *arguments)

    def _confirm(
        self, partition: _Partition, entries: list[Entry], reply: list[Any], now: float
    ) -> None:
        state, written, newest = reply
        partition.newest = newest.decode()
        sent = partition.sent
        if state == b"lost":
            _log.warning("Redis has lost what it had confirmed: the last seconds are sent again")
            partition.waiting.extendleft(entry for _, entry in reversed(sent))
            with self._lock:
                self.buffered += len(sent)
                self._bytes += sum(entry.size for _, entry in sent)
            sent.clear()
            self.has_some.set()
        elif state == b"ok":
            if entries:
                partition.hold_until = 0.0
            for _ in entries:
                partition.waiting.popleft()
            with self._lock:
                self.buffered -= len(entries)
                self._bytes -= sum(entry.size for entry in entries)
            self.written += written
            self.duplicates += len(entries) - written
            sent.extend((now, entry) for entry in entries)
            while sent and sent[0][0] < now - _RESEND:
                sent.popleft()

    def _tell_of_dropped(self) -> None:
        """Write a gap for what was dropped, now that something can be written."""
        with self._lock:
            count, self._told = self.dropped - self._told, self.dropped
            times, self._dropped = self._dropped, []
        if count:
            reason = f"Redis could not be written, and there was no room for {count} more"
            _log.error("dropped: %s", reason)
            gap = self._source, times[0], times[-1], reason, count
            for entry in gap_entries(len(self._partitions), *gap):
                self.add(entry)
