"""An async stream's tasks with trio: see `tasks.py`."""

from __future__ import annotations

from contextlib import suppress
from contextvars import copy_context
from typing import TYPE_CHECKING, Any, TypeVar

import trio

from .tasks import trio_task

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine

__all__ = ["TrioLoop"]

T = TypeVar("T")


class TrioLoop:
    """The trio run that the caller is in."""

    flag = trio.Event
    sleep = staticmethod(trio.sleep)

    def __init__(self) -> None:
        self._token = trio.lowlevel.current_trio_token()

    @property
    def is_running_here(self) -> bool:
        try:
            return trio.lowlevel.current_trio_token() is self._token
        except RuntimeError:
            return False

    def start(self, work: Callable[[], Coroutine[Any, Any, None]]) -> _TrioTask:
        return _TrioTask(work)

    def call_from_thread(self, function: Callable[[], object]) -> None:
        with suppress(trio.RunFinishedError):
            self._token.run_sync_soon(function)

    async def within(self, seconds: float, work: Awaitable[T]) -> T | None:
        with trio.move_on_after(seconds):
            return await work
        return None


class _TrioTask:
    def __init__(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        self._scope = trio.CancelScope()
        self._ended = trio.Event()
        # A task of the system's belongs to no nursery. It mustn't raise anything, and doesn't:
        # the stream hands all errors to who waits for events.
        self._task = trio.lowlevel.spawn_system_task(
            self._run, work, name="particle-event-stream", context=copy_context()
        )

    async def _run(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        try:
            with self._scope:
                await work()
        finally:
            self._ended.set()

    @property
    def done(self) -> bool:
        return self._ended.is_set()

    @property
    def is_current(self) -> bool:
        return trio_task(trio) is self._task

    def cancel(self) -> None:
        self._scope.cancel()

    async def wait(self) -> None:
        await self._ended.wait()
