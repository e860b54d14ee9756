"""The event stream for asyncio and trio: see `stream.py`."""

from __future__ import annotations

import inspect
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Self

from ..base.async_only import AsyncOnly
from ..base.errors import ParticleError, StreamClosedError, StreamTimeoutError
from .base import StreamBase, closed_before, matches, not_come, not_connected, too_slow
from .checks import check_callbacks, check_timeout, check_waiting
from .state import StreamState
from .tasks import current_loop

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from types import TracebackType
    from typing import Unpack

    from .base import AsyncOpen, AsyncStreamResponse
    from .buffering import AsyncBufferedEvents, WhenFull
    from .event import Event
    from .state import Gap, StreamOptions
    from .tasks import Flag, Loop, Task

__all__ = ["AsyncEventStream"]

# Bytes that may have been read before the user asks for them.
_READ_AHEAD = 65536

# Seconds in which the HTTP library may itself say that connecting takes too long: it knows more.
_GRACE = 0.25


class AsyncEventStream(AsyncOnly, StreamBase):
    """An async iterator over events that connects, and connects again, by itself.

    ```python
    async with particle.events.stream("temperature") as events:
        async for event in events:
            print(event.device_id, event.data)
    ```

    Like `EventStream`, with asyncio or trio. Functions given as `on_…` may be async. Cancelling who
    waits for an event (`asyncio.timeout`, `trio.move_on_after`) harms neither the connection nor an
    event: the next one who asks gets it. The connection is read no further than some 256 KiB ahead
    of the loop. Belongs to one event loop.
    """

    _response: AsyncStreamResponse | None = None

    def __init__(
        self,
        open: AsyncOpen,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[object]] | None = None,
        random: Callable[[], float] | None = None,
        **options: Unpack[StreamOptions],
    ) -> None:
        check_callbacks(options, awaited=True)
        self._state = StreamState(clock=clock, random=random, **options)
        self._open = open
        self._sleep = sleep
        self._chunks: AsyncIterator[bytes] | None = None
        self._loop: Loop | None = None
        # The work is done by a task, so that cancelling who waits for an event does no harm. It
        # works only while somebody waits, but for reading a little ahead.
        self._task: Task | None = None
        self._waiters: list[Flag] = []
        self._demand: Flag | None = None  # the task waits for somebody to wait
        self._ahead = 0  # bytes read since somebody waited
        self._error: Exception | None = None  # raised by the user's functions, for who waits

    # --- for the user ---------------------------------------------------------------------------

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Event:
        pending = self._state.pending
        while True:
            try:
                return pending.popleft()
            except IndexError:
                if not await self._wait(_has_events):
                    raise StopAsyncIteration from None

    async def with_gaps(self) -> AsyncIterator[Event | Gap]:
        """Iterate over the events, with a `Gap` between them wherever the connection was lost."""
        state = self._state
        state.note_gaps()
        while await self._wait(_has_events_or_gap):
            if state.gap is not None:
                gap, state.gap = state.gap, None
                yield gap
            else:
                yield state.pending.popleft()

    async def connect(self, timeout: float | None = None) -> Self:
        """Connect, if the stream isn't connected: from then on no event is missed.

        Args:
            timeout: Seconds to try, at most.

        Raises:
            StreamTimeoutError: There was no connection in time; the `__cause__` tells why. The
                stream can try again.
            StreamClosedError: The stream was closed before.
        """
        check_timeout(timeout)
        self._check_open()
        until = None if timeout is None else time.monotonic() + timeout
        if not await self._wait(_is_connected, until) and not self._closed:
            raise StreamTimeoutError(not_connected(timeout)) from self._state.trouble
        return self

    async def wait_for(
        self,
        name: str | None = None,
        *,
        timeout: float | None = None,
        where: Callable[[Event], object] | None = None,
    ) -> Event:
        """Give the next event of this name for which `where` is true; others are passed over.

        Args:
            name: The event's whole name; any name if it is None.
            timeout: Seconds to wait at most.
            where: A function of the event.

        Raises:
            StreamTimeoutError: None came in time. The stream can still be used, and its connection
                stands if it did; else the `__cause__` tells why there is none.
            StreamClosedError: The stream was closed.
            ValueError: The name doesn't begin with the prefix of the stream, so it can't come.
        """
        check_waiting(self._prefix, name, timeout, where)
        state = self._state
        until = None if timeout is None else time.monotonic() + timeout
        while await self._wait(_has_events, until):
            event = state.pending.popleft()
            if matches(event, name, where):
                return event
        if not self._closed:
            raise StreamTimeoutError(not_come(name, timeout)) from state.trouble
        raise StreamClosedError(closed_before(name))

    def buffered(self, size: int, when_full: WhenFull = "block") -> AsyncBufferedEvents:
        """Read the stream ahead of a slow loop, in a task of its own.

        Args:
            size: How many events to hold at most.
            when_full: `block`: read no further. `drop_oldest`: give up the oldest event for each
                new one, and count it in `dropped`.
        """
        from .buffering import AsyncBufferedEvents

        return AsyncBufferedEvents(self, size, when_full)

    def close(self) -> None:
        """Stop the stream for good. Safe from any thread and task, any number of times.

        A loop over the stream ends at once. The connection is closed right after, by the event
        loop; `aclose` waits for it.
        """
        self._closed = True
        self._state.pending.clear()
        loop = self._loop
        if loop is None:
            return
        if loop.is_running_here:
            self._stop()
        # Also wakes a loop that a signal handler has interrupted while it slept.
        loop.call_from_thread(self._stop)

    async def aclose(self) -> None:
        """Stop the stream for good, and wait until its connection is closed."""
        self.close()
        task = self._task
        # One of the user's functions may call this: the task is about to see that it was closed.
        if task is not None and not task.is_current:
            await task.wait()

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

    # --- waiting for the task -------------------------------------------------------------------

    async def _wait(self, ready: Callable[[StreamState], bool], until: float | None = None) -> bool:
        """Wait until the state is as asked; False when the stream is closed or the time over."""
        state = self._state
        while not self._closed:
            if ready(state) and (state.pending or self._error is None):
                return True
            if self._error is not None:
                error, self._error = self._error, None
                raise error
            task = self._task
            if task is None or task.done:
                if state.failure is not None:
                    raise state.failure
                self._loop = current_loop()
                self._task = self._loop.start(self._work)
            elif task.is_current:
                raise RuntimeError("An event stream can't be read by its own on_… functions.")
            assert self._loop is not None
            if until is None:
                await self._next_news(self._loop)
            elif not await self._news_until(self._loop, until):
                return False
        return False

    async def _next_news(self, loop: Loop, seconds: float | None = None) -> None:
        waiter = loop.flag()
        self._waiters.append(waiter)
        self._ahead = 0
        if self._demand is not None:
            self._demand.set()
        try:
            if seconds is None:
                await waiter.wait()
            else:
                await loop.within(seconds, waiter.wait())
        finally:
            if not waiter.is_set():  # cancelled, or waited long enough
                self._waiters.remove(waiter)

    async def _news_until(self, loop: Loop, until: float) -> bool:
        seconds = until - time.monotonic()
        if seconds > 0:
            await self._next_news(loop, seconds)
        return seconds > 0

    def _wake(self) -> None:
        """Let all who wait look at the state again."""
        waiters, self._waiters = self._waiters, []
        for waiter in waiters:
            waiter.set()

    def _stop(self) -> None:  # any number of times
        if self._when_closed is not None:
            self._when_closed()
        task = self._task
        if task is not None and not task.is_current:
            task.cancel()
        self._wake()  # a task that is cancelled before it has begun does nothing

    # --- the task -------------------------------------------------------------------------------

    async def _work(self) -> None:
        """What the task does, until the stream is closed or has failed."""
        try:
            while not self._closed and not await self._step():
                pass
        except Exception as error:
            self._error = error  # never lost, and no task ends with it
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
        if self._error is not None:
            self._wake()
            await self._demanded()
            return False
        if state.pending or not self._waiters:
            # Only reading may run ahead of the user; all else happens when its turn has come.
            self._wake()
            if (
                self._response is None
                or state.notices
                or state.failure is not None
                or self._ahead >= _READ_AHEAD
            ):
                await self._demanded()
            else:
                await self._read(self._response)
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
                await self._read(self._response)
            elif (delay := state.wait()) is not None:
                assert self._loop is not None
                await (self._sleep or self._loop.sleep)(delay)
                state.waited()
            else:
                await self._connect()
        except Exception as error:  # of the user's functions
            self._error = error
        return False

    async def _demanded(self) -> None:
        """Wait until somebody waits."""
        assert self._loop is not None
        self._demand = self._loop.flag()
        try:
            await self._demand.wait()
        finally:
            self._demand = None

    async def _connect(self) -> None:
        state = self._state
        timeout = state.attempt()
        if timeout is None:
            return
        assert self._loop is not None
        try:
            response = await self._loop.within(
                timeout + _GRACE, self._open(state.resume_after, timeout)
            )
        except ParticleError as error:
            state.connect_failed(error)
            return
        if response is None:
            state.connect_failed(too_slow(timeout))
            return
        if not state.accept(response.status_code, response.headers):
            await response.aclose()
            return
        self._response = response
        self._chunks = response.aiter_bytes()
        self._read_timeout = None
        self._wake()

    async def _read(self, response: AsyncStreamResponse) -> None:
        """Read until enough events are pending, or something else is to be done."""
        state, chunks = self._state, self._chunks
        assert chunks is not None
        pending = state.pending
        while True:
            timeout = state.read_timeout()
            if timeout is None:
                return
            if timeout != self._read_timeout:
                self._limit_read(response, timeout)
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


def _has_events(state: StreamState) -> bool:
    return bool(state.pending)


def _has_events_or_gap(state: StreamState) -> bool:
    return bool(state.pending) or (state.gap is not None and not state.notices)


def _is_connected(state: StreamState) -> bool:
    # Events are a proof, too, even if their connection is gone already.
    return bool(state.pending) or (state.connected and not state.notices)
