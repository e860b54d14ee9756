"""Waiting for tasks; `waiting.py` has the same names for threads."""

from __future__ import annotations

import anyio
from anyio import Lock
from anyio.to_thread import run_sync as in_thread

__all__ = ["Limiter", "Lock", "in_thread"]


class Limiter:
    """Lets so many tasks through at a time."""

    def __init__(self, total: int) -> None:
        self._semaphore = anyio.Semaphore(total)

    async def acquire(self, timeout: float | None) -> bool:
        """Wait until fewer are through; False when that took too long."""
        try:
            self._semaphore.acquire_nowait()
        except anyio.WouldBlock:
            with anyio.move_on_after(timeout) as scope:
                await self._semaphore.acquire()
            return not scope.cancelled_caught
        return True

    def release(self) -> None:
        """Let another one through."""
        self._semaphore.release()
