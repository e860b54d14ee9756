"""A task of asyncio or trio that outlives the function that started it."""

from __future__ import annotations

import sys
from contextlib import suppress
from contextvars import copy_context
from typing import TYPE_CHECKING, Any

import anyio

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable


class BackgroundTask:
    """A task that belongs to no task group, which would have to be left before its owner.

    It starts at once in the event loop of the caller, and ends by itself, when it is cancelled, or
    with the loop.

    Args:
        work: What it does. It must not raise anything.
    """

    def __init__(self, work: Callable[[], Awaitable[None]]) -> None:
        self._scope = anyio.CancelScope()
        self._ended = anyio.Event()
        trio = _running_trio()
        if trio is not None:
            trio.lowlevel.spawn_system_task(self._run, work, context=copy_context())
            self._call_soon = trio.lowlevel.current_trio_token().run_sync_soon
        else:
            import asyncio

            loop = asyncio.get_running_loop()
            self._task = loop.create_task(self._run(work))  # a loop keeps no reference
            self._call_soon = loop.call_soon_threadsafe

    async def _run(self, work: Callable[[], Awaitable[None]]) -> None:
        try:
            with self._scope:
                if not self._scope.cancel_called:
                    await work()
        finally:
            self._ended.set()

    def cancel(self) -> None:
        """Cancel it. To be called in its event loop."""
        self._scope.cancel()

    async def wait(self) -> None:
        """Wait until it has ended."""
        await self._ended.wait()

    def call_soon(self, function: Callable[[], object]) -> None:
        """Call a function in the task's event loop, if that still runs. Safe from any thread."""
        with suppress(RuntimeError):
            self._call_soon(function)


def _running_trio() -> Any:
    """Return trio if the caller runs in it.

    An asyncio program may have any trio at all, even one that another thread is just importing:
    so nothing newer than this function is used.
    """
    trio: Any = sys.modules.get("trio")
    try:
        trio.lowlevel.current_task()
    except (RuntimeError, AttributeError):
        return None
    return trio
