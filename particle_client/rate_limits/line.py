"""Who waits for which window, in the order of arrival."""

from __future__ import annotations

import threading
from bisect import bisect_left, insort
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .windows import Window

__all__ = ["Line", "Turn"]


class Turn:
    """One request's place in the line; it has none before it had to wait."""

    __slots__ = ("give_up_at", "number", "window")

    def __init__(self) -> None:
        self.number: int | None = None
        self.window: Window | None = None
        """The window that it waits for."""
        self.give_up_at = 0.0


class Line:
    """Numbers those who wait, so that a newcomer doesn't take their place."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._numbers = count()
        self._waiting: dict[Window, list[int]] = {}

    def ahead(self, windows: Sequence[Window], turn: Turn) -> list[int]:
        """Tell for each window how many wait there that came before."""
        if not self._waiting:
            return [0] * len(windows)
        with self._lock:
            return [self._before(self._waiting.get(window), turn) for window in windows]

    @staticmethod
    def _before(numbers: list[int] | None, turn: Turn) -> int:
        if numbers is None:
            return 0
        return len(numbers) if turn.number is None else bisect_left(numbers, turn.number)

    def wait(self, turn: Turn, window: Window) -> None:
        """Let one wait for a window, at the place that its arrival gives it."""
        with self._lock:
            if turn.number is None:
                turn.number = next(self._numbers)
            if turn.window == window:
                return
            self._remove(turn)
            insort(self._waiting.setdefault(window, []), turn.number)
            turn.window = window

    def leave(self, turn: Turn) -> None:
        """End the waiting, successful or not."""
        if turn.window is not None:
            with self._lock:
                self._remove(turn)

    def _remove(self, turn: Turn) -> None:
        if turn.window is None or turn.number is None:
            return
        numbers = self._waiting[turn.window]
        del numbers[bisect_left(numbers, turn.number)]
        if not numbers:
            del self._waiting[turn.window]
        turn.window = None
