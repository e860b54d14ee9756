"""Waiting for threads; `async_waiting.py` has the same names for tasks."""

from __future__ import annotations

from threading import Lock, Semaphore
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Limiter", "Lock", "in_thread"]

T = TypeVar("T")


class Limiter:
    """Lets so many threads through at a time."""

    def __init__(self, total: int) -> None:
        self._semaphore = Semaphore(total)

    def acquire(self, timeout: float | None) -> bool:
        """Wait until fewer are through; False when that took too long."""
        return self._semaphore.acquire(timeout=timeout)

    def release(self) -> None:
        """Let another one through."""
        self._semaphore.release()


def in_thread(function: Callable[[], T]) -> T:
    """Call a function: this is a thread."""
    return function()
