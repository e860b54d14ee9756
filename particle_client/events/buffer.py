"""What lies between the reader of an event stream and the loop over its events."""

from __future__ import annotations

from collections import deque
from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING, Literal, TypeAlias

from ..base.checks import check_number
from ..base.errors import ConfigurationError

if TYPE_CHECKING:
    from .state import Item, StreamState

WhenFull: TypeAlias = Literal["block", "drop_oldest"]

_READ_AHEAD = 1024 * 1024  # bytes, unless a number of events is set
_MANY = 4096  # bytes


class EventBuffer:
    """A bounded queue: some 1 MiB, or a number of items. Threads may take while another adds.

    What comes fast is parsed by the thread that takes it: two threads that work on the same events
    only hinder each other.

    Attributes:
        limited: Whether `limit` was called.
        dropped: How many events were dropped because it was full.
    """

    def __init__(self, state: StreamState) -> None:
        self.limited: bool = False
        self.dropped: int = 0
        self._state = state
        self._items = state.items
        self._chunks: deque[bytes] = deque()  # not parsed yet
        self._parsing = Lock()
        self._bytes = 0  # that have come since it was empty
        self._size = 0
        self._drops = False

    def limit(self, size: int, when_full: WhenFull) -> None:
        """Read ahead, up to so many events."""
        check_number("size", size)
        if not size >= 1:
            raise ConfigurationError(f"The buffer must hold at least one event, not {size!r}.")
        if when_full not in ("block", "drop_oldest"):
            raise ConfigurationError(
                f"when_full must be 'block' or 'drop_oldest', not {when_full!r}."
            )
        self.limited = True
        self._size = size
        self._drops = when_full == "drop_oldest"

    @property
    def empty(self) -> bool:
        """Whether nothing is left to be taken."""
        return not (self._items or self._chunks)

    @property
    def full(self) -> bool:
        """Whether nothing more is to be read for now."""
        if self.limited:
            return not self._drops and len(self._items) >= self._size
        return self._bytes >= _READ_AHEAD and not self.empty

    def add(self, chunk: bytes) -> bool:
        """Add what has come. Whether it was a heartbeat and nothing else."""
        self._bytes = len(chunk) + (0 if self.empty else self._bytes)
        self._chunks.append(chunk)
        if len(chunk) >= _MANY and not self.limited:
            return False
        self.parse()
        while self._drops and len(self._items) > self._size:
            with suppress(IndexError):  # taken meanwhile
                self._items.popleft()
                self.dropped += 1
        return self._state.heartbeat

    def first(self) -> Item | None:
        """Return the oldest item, which stays where it is; None if there is none."""
        if not self._items:
            self.parse(until_item=True)
        try:
            return self._items[0]
        except IndexError:
            return None

    def parse(self, *, until_item: bool = False) -> None:
        """Parse all that has come, or no more than it takes to have an item."""
        with self._parsing:
            while self._chunks and not (until_item and self._items):
                self._state.receive(self._chunks)
