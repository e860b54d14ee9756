"""What an async stream needs of the event loop it runs in: asyncio's, or trio's.

A stream's work outlives who waits for it, so it is done by a task that belongs to no one's nursery
or task group: with trio, by a system task. It ends when the stream is closed, or with the loop.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine

__all__ = ["Flag", "Loop", "Task", "current_loop", "trio_task"]

T = TypeVar("T")


class Flag(Protocol):
    """`asyncio.Event` and `trio.Event`: set once, and all who wait go on."""

    def set(self) -> Any: ...
    def is_set(self) -> bool: ...
    async def wait(self) -> Any: ...


class Task(Protocol):
    """A task of the stream's own."""

    @property
    def done(self) -> bool: ...
    @property
    def is_current(self) -> bool:
        """Whether the caller runs in this task."""
        ...

    def cancel(self) -> None: ...
    async def wait(self) -> None:
        """Wait until it has ended, in whatever way."""


class Loop(Protocol):
    """An event loop."""

    @property
    def is_running_here(self) -> bool:
        """Whether the caller runs in this loop."""
        ...

    def flag(self) -> Flag: ...
    def start(self, work: Callable[[], Coroutine[Any, Any, None]]) -> Task: ...
    def call_from_thread(self, function: Callable[[], object]) -> None:
        """Call a function in the loop soon. Nothing happens when the loop has ended."""

    def sleep(self, seconds: float, /) -> Awaitable[object]: ...
    async def within(self, seconds: float, work: Awaitable[T]) -> T | None:
        """Give the result of some work, or cancel it after so many seconds and give None."""


def current_loop() -> Loop:
    """Give the loop that the caller runs in."""
    trio = sys.modules.get("trio")  # who runs in it has imported it
    if trio is not None and trio_task(trio) is not None:
        from .trio_tasks import TrioLoop

        return TrioLoop()
    from .asyncio_tasks import AsyncioLoop

    return AsyncioLoop()


def trio_task(trio: Any) -> Any:
    """Give the task of trio that the caller runs in, None outside of trio's tasks.

    An asyncio program may have any trio at all, even one that is just being imported by another
    thread: so nothing newer than this function is used.
    """
    try:
        return trio.lowlevel.current_task()
    except (RuntimeError, AttributeError):
        return None
