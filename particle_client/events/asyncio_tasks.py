"""An async stream's tasks with asyncio: see `tasks.py`."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine

__all__ = ["AsyncioLoop"]

T = TypeVar("T")


class AsyncioLoop:
    """The running event loop of asyncio."""

    flag = asyncio.Event
    sleep = staticmethod(asyncio.sleep)

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()

    @property
    def is_running_here(self) -> bool:
        try:
            return asyncio.get_running_loop() is self._loop
        except RuntimeError:
            return False

    def start(self, work: Callable[[], Coroutine[Any, Any, None]]) -> _AsyncioTask:
        return _AsyncioTask(self._loop.create_task(work()))

    def call_from_thread(self, function: Callable[[], object]) -> None:
        with suppress(RuntimeError):  # the loop is closed
            self._loop.call_soon_threadsafe(function)

    async def within(self, seconds: float, work: Awaitable[T]) -> T | None:
        limit = asyncio.timeout(seconds)
        try:
            async with limit:
                return await work
        except TimeoutError:
            if not limit.expired():
                raise
        return None


class _AsyncioTask:
    def __init__(self, task: asyncio.Task[None]) -> None:
        self._task = task

    @property
    def done(self) -> bool:
        return self._task.done()

    @property
    def is_current(self) -> bool:
        return asyncio.current_task() is self._task

    def cancel(self) -> None:
        self._task.cancel()

    async def wait(self) -> None:
        await asyncio.wait((self._task,))
