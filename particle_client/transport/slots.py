"""Who may use a connection now: so many calls at a time, the others in order of arrival.

The pools of HTTP libraries have a limit, too, but look at every waiting request whenever one begins
or ends: thousands of calls at once take minutes there. Here each costs the same.
"""

from __future__ import annotations

import threading
from collections import deque
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import anyio

__all__ = ["AsyncSlots", "Slots"]


class Slots:
    """Slots for threads."""

    def __init__(self, count: int) -> None:
        self.free = count
        self._lock = threading.Lock()
        # One lock for each thread that waits, which is released when its turn has come.
        self._waiting: deque[Any] = deque()

    def acquire(self, timeout: float | None = None) -> bool:
        """Wait for a slot; False when none came free in so many seconds."""
        with self._lock:
            if self.free:
                self.free -= 1
                return True
            turn = threading.Lock()
            turn.acquire()
            self._waiting.append(turn)
        try:
            if turn.acquire(timeout=-1 if timeout is None else timeout):
                return True
        except BaseException:
            if not self._give_up(turn):
                self.release()
            raise
        return not self._give_up(turn)

    def release(self) -> None:
        """Give a slot to who has waited longest."""
        with self._lock:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self.free += 1

    def _give_up(self, turn: Any) -> bool:
        """Wait no longer; False when the slot was given at the last moment."""
        with self._lock:
            try:
                self._waiting.remove(turn)
            except ValueError:
                return False
            return True


class AsyncSlots:
    """Slots for the tasks of one event loop, be it asyncio's or trio's."""

    def __init__(self, count: int) -> None:
        self.free = count
        # For each task that waits: what wakes it.
        self._waiting: deque[anyio.Event] = deque()

    async def acquire(self, timeout: float | None = None) -> bool:
        """Wait for a slot; False when none came free in so many seconds."""
        if self.free:
            self.free -= 1
            return True
        import anyio

        turn = anyio.Event()
        self._waiting.append(turn)
        try:
            if timeout is None:
                await turn.wait()
            else:
                with anyio.move_on_after(timeout):
                    await turn.wait()
        except BaseException:
            # Cancelled. The slot may have been given at the last moment.
            if turn.is_set():
                self.release()
            else:
                self._waiting.remove(turn)
            raise
        if turn.is_set():
            return True
        self._waiting.remove(turn)
        return False

    def release(self) -> None:
        """Give a slot to who has waited longest."""
        if self._waiting:
            self._waiting.popleft().set()
        else:
            self.free += 1
