"""Event streams: they connect, notice a dead connection, and connect again by themselves.

All decisions are in `stream_state.py`; here is the waiting, with threads and with asyncio.
"""

from __future__ import annotations

import asyncio
import inspect
import threading
import time
import warnings
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol, Self

from .errors import ParticleError, StreamClosedError
from .stream_state import Gap, StreamOptions, StreamState, StreamTimeoutError

if TYPE_CHECKING:
    from collections.abc import (
        AsyncIterator,
        Awaitable,
        Callable,
        Iterator,
        Mapping,
    )
    from types import TracebackType
    from typing import Unpack

    from .events import Event

__all__ = [
    "AsyncEventStream",
    "AsyncStreamResponse",
    "EventStream",
    "Gap",
    "StreamOptions",
    "StreamResponse",
    "StreamTimeoutError",
]

# Longer than any connection lives, and too long for the system calls that take a timeout.
_FOREVER = 20 * 86400.0

# Bytes that the async stream may have read before the user asks for them.
_READ_AHEAD = 65536


class StreamResponse(Protocol):
    """What the sync stream needs of an answer."""

    @property
    def status_code(self) -> int: ...
    @property
    def headers(self) -> Mapping[str, str]: ...
    def iter_bytes(self) -> Iterator[bytes]: ...
    def set_read_timeout(self, seconds: float | None) -> None:
        """Limit how long each later read may wait."""

    def interrupt(self) -> None:
        """End a read that another thread is blocked in. Called from any thread, at any time."""

    def close(self) -> None: ...


class AsyncStreamResponse(Protocol):
    """What the async stream needs of an answer."""

    @property
    def status_code(self) -> int: ...
    @property
    def headers(self) -> Mapping[str, str]: ...
    def aiter_bytes(self) -> AsyncIterator[bytes]: ...
    def set_read_timeout(self, seconds: float | None) -> None: ...
    async def aclose(self) -> None:
        """Stop the stream for good, and wait until its connection is closed."""
        self.close()
        task = self._task
        # Called by one of the user's functions: the task itself is about to find it out.
        if task is not None and task is not asyncio.current_task():
            await asyncio.wait((task,))

    async def __aenter__(self) -> Self:
        try:
            return await self.connect()
        except BaseException:
            await self.aclose()
            raise

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc_value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()

    # --- working --------------------------------------------------------------------------------

    async def _wait(self, ready: Callable[[StreamState], bool]) -> bool:
        """Wait until the state is as asked; False when the stream is closed."""
        state = self._state
        while not self._closed:
            if ready(state):
                return True
            if self._error is not None:
                error, self._error = self._error, None
                raise error
            task = self._task
            if task is None or task.done():
                if state.failure is not None:
                    raise state.failure
                self._loop = asyncio.get_running_loop()
                self._task = self._loop.create_task(self._work())
            elif task is asyncio.current_task():
                raise RuntimeError("An event stream can't be read by its own on_… functions.")
            await self._next_news()
        return False

    async def _next_news(self) -> None:
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiters.append(waiter)
        self._ahead = 0
        if self._demand is not None and not self._demand.done():
            self._demand.set_result(None)
        try:
            await waiter
        except asyncio.CancelledError:
            with suppress(ValueError):
                self._waiters.remove(waiter)
            raise

    def _wake(self) -> None:
        """Let all who wait look at the state again."""
        waiters, self._waiters = self._waiters, []
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)

    async def _work(self) -> None:
        """What the task does, until the stream is closed or has failed."""
        try:
            while not self._closed and not await self._step():
                pass
        finally:
            if self._closed:
                self._state.pending.clear()
            try:
                await self._drop()
            finally:
                self._wake()

    async def _step(self) -> bool:
        """Do what is next. True when the stream has failed, and nothing is left to be done."""
        state = self._state
        if state.pending or not self._waiters:
            # Only reading may run ahead of the user: all else happens in its order.
            self._wake()
            if self._response is None or state.notices or self._ahead >= _READ_AHEAD:
                await self._demanded()
            else:
                await self._read()
            return False
        try:
            if state.notices:
                function, arguments = state.notices.popleft()
                result = function(*arguments)
                if inspect.isawaitable(result):
                    await result
                self._wake()
            elif state.failure is not None:
                return True
            elif self._response is not None:
                await self._read()
            elif (delay := state.wait()) is not None:
                await self._sleep(delay)
                state.waited()
            else:
                await self._connect()
        except Exception as error:  # of the user's functions: for who waits
            self._error = error
            self._wake()
        return False

    async def _demanded(self) -> None:
        """Wait until somebody waits."""
        self._demand = asyncio.get_running_loop().create_future()
        try:
            await self._demand
        finally:
            self._demand = None

    async def _connect(self) -> None:
        state = self._state
        timeout = state.attempt()
        if timeout is None:
            return
        try:
            response = await self._open(state.resume_after, timeout)
        except ParticleError as error:
            state.connect_failed(error)
            return
        if not state.accept(response.status_code, response.headers):
            await response.aclose()
            return
        self._response = response
        self._chunks = response.aiter_bytes()
        self._read_timeout = None
        self._wake()

    async def _read(self) -> None:
        """Read until enough events are pending, or something else is to be done."""
        state, response, chunks = self._state, self._response, self._chunks
        assert response is not None
        assert chunks is not None
        pending = state.pending
        while True:
            timeout = state.read_timeout()
            if timeout is None:
                return
            if timeout != self._read_timeout:
                self._read_timeout = timeout
                response.set_read_timeout(timeout if timeout < _FOREVER else None)
            try:
                chunk = await chunks.__anext__()
            except StopAsyncIteration:
                await self._drop()
                state.lost(None)
                return
            except Exception as error:
                await self._drop()
                state.lost(error)
                return
            if self._closed:
                return
            self._ahead += len(chunk)
            state.receive(chunk)
            if state.failure is not None:
                return
            if pending and self._waiters:
                self._wake()
            if self._ahead >= _READ_AHEAD and (pending or not self._waiters):
                return

    async def _drop(self) -> None:
        """Close the connection."""
        response, self._response = self._response, None
        chunks, self._chunks = self._chunks, None
        self._state.connected = False
        if response is None:
            return
        with suppress(Exception):  # it is of no use any more, whatever is wrong with it
            try:
                close_chunks = getattr(chunks, "aclose", None)
                if close_chunks is not None:
                    await close_chunks()
            finally:
                await response.aclose()

    def _stop(self) -> None:
        task = self._task
        if task is not None and task is not asyncio.current_task():
            task.cancel()


def _has_events(state: StreamState) -> bool:
    return bool(state.pending)


def _has_events_or_gap(state: StreamState) -> bool:
    return bool(state.pending) or state.gap is not None


def _is_connected(state: StreamState) -> bool:
    return state.connected and not state.notices


def _matches(event: Event, name: str | None, where: Callable[[Event], object] | None) -> bool:
    return (name is None or event.name == name) and (where is None or bool(where(event)))


def _not_come(name: str | None, timeout: float | None) -> str:
    what = "No event" if name is None else f"No such event {name!r}"
    return f"{what} has come within {timeout:g} s." if timeout is not None else f"{what} has come."


def _closed_before(name: str | None) -> str:
    what = "an event" if name is None else f"event {name!r}"
    return f"The event stream was closed before {what} came."
