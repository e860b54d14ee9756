"""What lies between the reader of an event stream and the loop over its events."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from ..base.checks import check_number
from ..base.errors import ConfigurationError
from .event import Event

if TYPE_CHECKING:
    from collections.abc import Callable

    from .gap import Gap

__all__ = ["Callback", "EventBuffer", "Item", "WhenFull"]

WhenFull: TypeAlias = Literal["block", "drop_oldest"]


class Callback(NamedTuple):
    """A function of the user's that is to be called."""

    function: Callable[..., object]
    arguments: tuple[Any, ...]


Item: TypeAlias = "Event | Gap | Callback | Exception"
"""What the loop gets, in the order in which it happened; an exception is raised from it."""


class EventBuffer:
    """A bounded queue. Without a size, no more is read until everything in it was taken.

    Attributes:
        items: What is in it. A thread may take items while another one adds some.
        dropped: How many events were dropped because it was full.
    """

    def __init__(self) -> None:
        self.items: deque[Item] = deque()
        self.dropped = 0
        self._size: int | None = None
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
        self._size = size
        self._drops = when_full == "drop_oldest"

    @property
    def full(self) -> bool:
        """Whether nothing more is to be read for now."""
        if self._size is None:
            return bool(self.items)
        return not self._drops and len(self.items) >= self._size

    def add(self, items: list[Item]) -> list[Item]:
        """Add what there is room for, and return the rest."""
        if self._size is None:
            self.items += items
        elif self._drops:
            self.items += items
            self._drop_oldest(self._size)
        else:
            room = max(self._size - len(self.items), 0)
            self.items += items[:room]
            return items[room:]
        return []

    def _drop_oldest(self, size: int) -> None:
        kept: list[Item] = []
        while len(self.items) > size:
            try:
                item = self.items.popleft()
            except IndexError:  # taken meanwhile
                break
            if isinstance(item, Event):
                self.dropped += 1
            else:
                kept.append(item)
        self.items.extendleft(reversed(kept))
