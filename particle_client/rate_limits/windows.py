"""Counting requests in moving windows, within this process."""

from __future__ import annotations

import threading
from collections import deque
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["Blocked", "LocalWindows", "Window", "Windows"]


class Window(NamedTuple):
    """A limit as it is counted."""

    name: str
    key: str
    """Who shares the count."""
    amount: int
    seconds: int


class Blocked(NamedTuple):
    """The window that stands in the way, and for how many seconds, as far as can be told."""

    window: Window
    seconds: float


class Windows(Protocol):
    """Where requests are counted."""

    def take(self, windows: Sequence[Window], ahead: Sequence[int]) -> Blocked | None:
        """Count a request in all windows, or say which one is full.

        Args:
            ahead: For each window, how many wait already: their places are not for this one.
        """
        ...


class LocalWindows:
    """Exact moving windows: the times of the last `amount` requests, by the monotonic clock.

    All windows of a request are checked and taken in one step. Safe in threads and tasks.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._times: dict[tuple[str, str], deque[float]] = {}

    def take(self, windows: Sequence[Window], ahead: Sequence[int]) -> Blocked | None:
        with self._lock:
            now = self._clock()
            blocked: Blocked | None = None
            taken: list[deque[float]] = []
            for window, before in zip(windows, ahead, strict=True):
                times = self._times.get((window.name, window.key))
                if times is None:
                    times = deque[float](maxlen=window.amount)
                    self._times[window.name, window.key] = times
                taken.append(times)
                wait = _wait(times, window, before, now)
                if wait > 0 and (blocked is None or wait > blocked.seconds):
                    blocked = Blocked(window, wait)
            if blocked is None:
                for times in taken:
                    times.append(now)  # drops the oldest, which has left the window
            return blocked


def _wait(times: deque[float], window: Window, before: int, now: float) -> float:
    """Give the seconds until there is a place after `before` others have taken theirs."""
    index = len(times) + before - window.amount
    if index < 0:
        return 0.0
    if not times:  # more wait than there are places, and none is taken yet
        return float(window.seconds)
    rounds, index = divmod(index, window.amount)
    free_at = times[min(index, len(times) - 1)] + window.seconds * (rounds + 1)
    return free_at - now
