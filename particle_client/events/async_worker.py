"""The task that reads an async event stream; `worker.py` has the same names for a thread."""

from __future__ import annotations

import inspect
import time
from collections.abc import Awaitable, Callable
from contextlib import aclosing, suppress
from contextvars import copy_context
from functools import partial
from typing import Any

import anyio
from anyio import CancelScope

from ..base.checks import check_function
from ..base.errors import APITimeoutError
from ..transport.async_streamed import AsyncStreamedResponse
from .timing import SHORTEST, IdleTimeout

check_callback: Callable[[str, object], None] = partial(check_function, awaited=True)

# Seconds after an idle timeout in which that is read which came while the process was paused.
_CATCHING_UP = 0.25


class AsyncWorker:
    """A task, and a way for it and for those who wait for it to tell each other of changes.

    The task belongs to no task group, which would have to be left before its owner. It ends by
    itself, when it is stopped, or with the event loop.

    Attributes:
        changes: Another object after each `notify`: who waits says which one it has seen.
        running: Whether the task runs.
        stopped: Whether `stop` was called.
    """

    def __init__(self) -> None:
        self.changes: object = object()
        self.running: bool = False
        self.stopped: bool = False
        self._changed: anyio.Event | None = None
        self._ended: anyio.Event | None = None

    def start(self, work: Callable[[], Awaitable[None]]) -> None:
        """Start the task, if it doesn't run. At its end it isn't `running`, and notifies."""
        if self.running or self.stopped:
            return
        self.running = True
        self._scope, ended = anyio.CancelScope(), anyio.Event()
        import asyncio  # takes its time to load

        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            import trio

            trio.lowlevel.spawn_system_task(self._work, work, ended, context=copy_context())
            self._call_soon: Callable[..., object]
            self._call_soon = trio.lowlevel.current_trio_token().run_sync_soon
        else:
            self._task = loop.create_task(self._work(work, ended))  # a loop keeps no reference
            self._call_soon = loop.call_soon_threadsafe
        self._ended = ended

    async def _work(self, work: Callable[[], Awaitable[None]], ended: anyio.Event) -> None:
        try:
            with self._scope:
                await work()
        finally:
            ended.set()

    def stop(self) -> None:
        """End the task and all waiting, for good. Safe from any thread and signal handler."""
        self.stopped = True
        if self._ended is not None:
            with suppress(RuntimeError):  # the event loop doesn't run any more
                self._call_soon(self._end)

    def _end(self) -> None:
        self._scope.cancel()
        self.notify()

    async def join(self) -> None:
        """Wait until the task has ended."""
        if self._ended is not None:
            await self._ended.wait()

    def notify(self) -> None:
        """Let all who wait look again."""
        self.changes = object()
        changed, self._changed = self._changed, None
        if changed is not None:
            changed.set()

    async def wait(self, seen: object, seconds: float | None = None) -> None:
        """Wait until `changes` isn't what was seen any more, at most so long."""
        if self.changes is seen:
            if self._changed is None:
                self._changed = anyio.Event()
            with anyio.move_on_after(seconds):
                await self._changed.wait()

    async def sleep(self, seconds: float) -> None:
        """Wait so long, or until the task is stopped."""
        await anyio.sleep(seconds)

    async def open(self, connect: Any, last_event_id: str | None, timeout: float) -> Any:
        """Connect."""
        return await connect(last_event_id, timeout, None)

    async def read(
        self,
        response: AsyncStreamedResponse,
        idle: IdleTimeout,
        receive: Callable[[bytes], Awaitable[bool]],
    ) -> None:
        """Pass on what comes over a connection until its end, or until `receive` returns False.

        Raises:
            APITimeoutError: Nothing came for too long.
        """
        # Cancelling a read loses what has come, and a paused process finds both: what came, and
        # that the time is over. So the time is watched from outside.
        response.set_read_timeout(None)
        failure: Exception | None = APITimeoutError(
            "The event stream: no bytes in time.", method="GET", phase="read"
        )
        async with anyio.create_task_group() as group:
            group.start_soon(self._watch, idle, group.cancel_scope)
            try:
                async with aclosing(response.aiter_bytes()) as chunks:
                    async for chunk in chunks:
                        if not await receive(chunk):
                            break
                failure = None
            except Exception as error:
                failure = error
            group.cancel_scope.cancel()
        if failure is not None:
            raise failure

    async def _watch(self, idle: IdleTimeout, scope: CancelScope) -> None:
        while True:
            since = idle.since
            left = since + idle.seconds - time.monotonic()
            if left > 0:
                # The timeout may become shorter meanwhile.
                await anyio.sleep(min(left, idle.seconds, SHORTEST))
                continue
            await anyio.sleep(min(_CATCHING_UP, idle.seconds))
            if idle.since == since:
                scope.cancel()
                return

    async def close(self, response: AsyncStreamedResponse) -> None:
        """Close a response, even if the task is cancelled."""
        with anyio.CancelScope(shield=True), suppress(Exception):
            await response.aclose()

    async def call(self, function: Callable[[], Any]) -> None:
        """Call a function of the user's, which may be async."""
        result = function()
        if inspect.isawaitable(result):
            await result
