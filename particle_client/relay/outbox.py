"""What is on its way to Redis: held within bounds, and repeated until it is written."""

from __future__ import annotations

import threading
import time
from collections import defaultdict, deque
from dataclasses import dataclass, field
from itertools import islice

from .entries import Entry, Target
from .keys import Redis
from .tracing import span

_MOST_AT_ONCE = 500  # entries that one script appends: Redis does nothing else meanwhile
_MOST_IN_HAND = 5000


@dataclass(slots=True)
class _Queue:
    """What came over one connection for one partition; sent until Redis has confirmed it."""

    waiting: deque[Entry] = field(default_factory=deque[Entry])
    free: bool = False
    """Whether something is written that came over this connection, and so all before it, too.
    Until then, the relays that have been connected for longer write first."""


class Outbox:
    """Takes entries from any thread; one thread writes them.

    Attributes:
        hold: By connection, for how many seconds its first entries wait for others to write them.
            What came over a connection that isn't here doesn't wait.
        has_some: Set when there is something to write.
        failing: Whether Redis couldn't be written last.
        received, written, duplicates, dropped: How many entries there were of each kind.
        in_hand: How many entries are being written.
        dropped_times: When the first and the last came of those that were dropped.
    """

    def __init__(self, redis: Redis, target: Target, size: int) -> None:
        self.hold: dict[str, float] = {}
        self.has_some = threading.Event()
        self.failing = False
        self.received = self.written = self.duplicates = self.dropped = self.in_hand = 0
        self.dropped_times: list[float] = []
        self._redis = redis
        self._target = target
        self._size = size
        self._lock = threading.Lock()
        self._new: deque[Entry] = deque()
        self._queues: defaultdict[tuple[str, int], _Queue] = defaultdict(_Queue)

    @property
    def buffered(self) -> int:
        """How many entries aren't written yet."""
        return len(self._new) + self.in_hand

    @property
    def is_behind(self) -> bool:
        """Whether so much waits for a Redis that works that it is better to read no further."""
        return len(self._new) > self._size // 2 and not self.failing

    def add(self, entry: Entry) -> None:
        """Take an entry. When there is no room, the oldest is dropped."""
        with self._lock:
            self._new.append(entry)
            self.received += 1
            if len(self._new) > self._size:
                self.dropped_times[1:] = [self._new.popleft().at]
                self.dropped += 1
        if not self.has_some.is_set():
            self.has_some.set()

    def oldest(self) -> float:
        """Return when the oldest came that isn't written yet; now if there is none."""
        waiting = [queue.waiting[0].at for queue in self._queues.values() if queue.waiting]
        with self._lock:
            waiting += [entry.at for entry in islice(self._new, 1)]
        return min(waiting, default=time.monotonic())

    def flush(self) -> int:
        """Write what there is, in one round trip. Return how many entries are done with.

        Raises:
            Exception: Not all could be written. It is kept, and written by another flush.
        """
        with self._lock:
            self.has_some.clear()
            count = min(len(self._new), _MOST_IN_HAND - self.in_hand)
            new = [self._new.popleft() for _ in range(count)]
            self.in_hand += count
        for entry in new:
            self._queues[entry.connection, entry.partition].waiting.append(entry)
        batches = [
            (*key, queue, list(islice(queue.waiting, _MOST_AT_ONCE)))
            for key, queue in self._queues.items()
            if queue.waiting
        ]
        if not batches:
            return 0
        now, before = time.monotonic(), self.in_hand
        with span("relay append", "PRODUCER", {"messaging.operation.type": "send"}):
            pipeline = self._redis.pipeline(transaction=False)
            for connection, partition, queue, entries in batches:
                overdue = now - self.hold.get(connection, 0.0)
                due = sum(entry.at <= overdue for entry in entries)
                command = self._target.append(partition, entries, free=queue.free, due=due)
                pipeline.execute_command(*command)
            replies = pipeline.execute(raise_on_error=False)
        for (connection, partition, queue, _), reply in zip(batches, replies, strict=True):
            if isinstance(reply, Exception):
                continue
            done, written = reply
            for _ in range(done):
                queue.waiting.popleft()
            queue.free = queue.free or done > 0
            self.in_hand -= done
            self.written += written
            self.duplicates += done - written
            if connection not in self.hold and not queue.waiting:
                del self._queues[connection, partition]
        if failures := [reply for reply in replies if isinstance(reply, Exception)]:
            raise failures[0]
        return before - self.in_hand
