"""What lies between the reader of an event stream and the loop over its events."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from ..base.checks import check_number
from ..base.errors import ConfigurationError
from .event import Event

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

WhenFull: TypeAlias = Literal["block", "drop_oldest"]

READ_AHEAD = 65536


@dataclass(frozen=True, slots=True)
class Gap:
    """A time without a connection. The cloud doesn't send again what was published meanwhile."""

    seconds: float
    """From the last byte of the old connection to the new one."""
    attempts: int
    """How many attempts it took to connect again; 1 when the first one did."""
    reason: Exception | None
    """Why the old connection ended."""
    since: datetime
    until: datetime


class Callback(NamedTuple):
    """A function of the user's that is to be called."""

    function: Callable[..., object]
    arguments: tuple[Any, ...]


Item: TypeAlias = Event | Gap | Callback | Exception
"""What the loop gets, in the order in which it happened; an exception is raised from it."""


class EventBuffer:
    """A bounded queue: some 64 KiB, or a number of items. Threads may take while another adds.

    Attributes:
        items: What is in it.
        read: How many bytes were read since something was added.
        limited: Whether `limit` was called.
        dropped: How many events were dropped because it was full.
    """

    def __init__(self) -> None:
        self.items: deque[Item] = deque()
        self.limited = False
        self.dropped = 0
        self._size = 0
        self._drops = False
        self.read = 0
        self._bytes = 0  # that the items were read from

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
    def full(self) -> bool:
        """Whether nothing more is to be read for now."""
        if self.limited:
            return not self._drops and len(self.items) >= self._size
        return bool(self.items) and self._bytes >= READ_AHEAD

    def add(self, items: list[Item]) -> list[Item]:
        """Add what there is room for, and return the rest."""
        room = len(items)
        if self.limited and not self._drops:
            room = max(self._size - len(self.items), 0)
        self._bytes = self.read + (self._bytes if self.items else 0)
        self.read = 0
        self.items += items[:room]
        if self._drops:
            self._drop_oldest()
        return items[room:]

    def _drop_oldest(self) -> None:
        kept: list[Item] = []
        while len(self.items) > self._size:
            try:
                item = self.items.popleft()
            except IndexError:  # taken meanwhile
                break
            if isinstance(item, Event):
                self.dropped += 1
            else:
                kept.append(item)
        self.items.extendleft(reversed(kept))
