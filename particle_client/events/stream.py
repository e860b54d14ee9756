"""The event stream: it connects, notices a dead connection, and connects again by itself.

All decisions are in `state.py`; here is the waiting. `async_stream.py` is its async twin.
"""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, Self

from ..base.errors import ParticleError, StreamClosedError, StreamTimeoutError
from .base import StreamBase, closed_before, matches, not_come, not_connected
from .checks import check_callbacks, check_timeout, check_waiting, refuse_coroutine
from .state import Gap, StreamOptions, StreamState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType
    from typing import Unpack

    from .async_stream import AsyncEventStream
    from .base import Open, StreamResponse
    from .buffering import BufferedEvents, WhenFull
    from .event import Event

__all__ = ["AsyncEventStream", "EventStream", "Gap", "StreamOptions", "StreamTimeoutError"]


def __getattr__(name: str) -> Any:
    if name == "AsyncEventStream":  # asyncio takes its time to load: only for who uses it
        from .async_stream import AsyncEventStream

        return AsyncEventStream
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


class EventStream(StreamBase):
    """An iterator over events that connects, and connects again, by itself.

    ```python
    with particle.events.stream("temperature") as events:
        for event in events:
            print(event.device_id, event.data)
    ```

    Entering `with` connects; without `with`, the first event asked for does. The loop ends when
    `close()` is called, and only then. The connection is read only when the loop asks for the next
    event. There is no thread behind it: functions given as `on_…` run in the loop's thread, and
    what they raise comes out of the loop, which can be begun again.

    Raises (from the loop, `connect` and `with`):
        APIStatusError: The cloud refuses: 401, 403, 404 and any other 4xx but 429.
        StreamLimitError: A line or an event was over its limit.
        StreamReconnectError: `max_reconnects` is used up.
        StreamTimeoutError: `deadline` is reached.
    """

    _response: StreamResponse | None = None

    def __init__(
        self,
        open: Open,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], object] | None = None,
        random: Callable[[], float] | None = None,
        **options: Unpack[StreamOptions],
    ) -> None:
        check_callbacks(options, awaited=False)
        self._state = StreamState(clock=clock, random=random, **options)
        self._open = open
        # Unlike an Event, it can't block a signal handler that closes the stream.
        self._wake: SimpleQueue[None] = SimpleQueue()
        self._sleep = sleep or self._sleep_until_closed
        self._chunks: Iterator[bytes] = iter(())
        self._interrupt: Callable[[], None] | None = None
        self._lock = threading.Lock()  # held while the stream works for some thread
        self._worker: int | None = None  # that thread

    # --- for the user ---------------------------------------------------------------------------

    def __iter__(self) -> Iterator[Event]:
        # A generator is the fastest way. It keeps nothing: leaving the loop loses no event.
        next_event = self._state.pending.popleft
        while True:
            try:
                event = next_event()
            except IndexError:
                if not self._fill():
                    return
            else:
                yield event

    def __next__(self) -> Event:
        for event in self:
            return event
        raise StopIteration

    def with_gaps(self) -> Iterator[Event | Gap]:
        """Iterate over the events, with a `Gap` between them wherever the connection was lost."""
        state = self._state
        state.note_gaps()
        while self._fill(until_gap=True):
            if state.gap is not None:
                gap, state.gap = state.gap, None
                yield gap
            else:
                with suppress(IndexError):  # emptied by another thread
                    event = state.pending.popleft()
                    yield event

    def connect(self, timeout: float | None = None) -> Self:
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
        state = self._state
        state.limit(timeout)
        try:
            self._fill(until_connected=True)
            over = state.limit_reached
        finally:
            state.limit(None)
        if over and not self._closed:
            raise StreamTimeoutError(not_connected(timeout)) from state.trouble
        return self

    def wait_for(
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
        state.limit(timeout)
        try:
            for event in self:
                if matches(event, name, where):
                    return event
        finally:
            over = state.limit_reached
            state.limit(None)
        if over and not self._closed:
            raise StreamTimeoutError(not_come(name, timeout)) from state.trouble
        raise StreamClosedError(closed_before(name))

    def buffered(self, size: int, when_full: WhenFull = "block") -> BufferedEvents:
        """Read the stream ahead of a slow loop, in a thread of its own.

        Args:
            size: How many events to hold at most.
            when_full: `block`: read no further. `drop_oldest`: give up the oldest event for each
                new one, and count it in `dropped`.
        """
        from .buffering import BufferedEvents

        return BufferedEvents(self, size, when_full)

    def close(self) -> None:
        """Stop the stream for good. Safe from any thread, any number of times.

        A loop over the stream ends at once, whether it waits for an event, for a response or for
        the next attempt to connect.
        """
        self._closed = True
        self._wake.put(None)
        self._state.pending.clear()
        interrupt = self._interrupt
        if interrupt is not None:
            interrupt()
        self._drop_if_unused()
        if self._when_closed is not None:
            self._when_closed()

    def __enter__(self) -> Self:
        try:
            return self.connect()
        except BaseException:
            self.close()
            raise

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc_value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    # --- working --------------------------------------------------------------------------------

    def _fill(self, *, until_connected: bool = False, until_gap: bool = False) -> bool:
        """Work until events are pending; False when the stream is closed or a limit reached."""
        if not self._lock.acquire(blocking=False):
            if self._worker == threading.get_ident():
                raise RuntimeError("An event stream can't be read by its own on_… functions.")
            self._lock.acquire()
        try:
            self._worker = threading.get_ident()
            return self._work(until_connected, until_gap)
        finally:
            self._worker = None
            self._lock.release()
            if self._closed:  # perhaps since the work last looked
                self._drop_if_unused()

    def _work(self, until_connected: bool, until_gap: bool) -> bool:
        state = self._state
        while not self._closed:
            if state.pending:
                return True
            if state.notices:
                function, arguments = state.notices.popleft()
                refuse_coroutine("on_…", function(*arguments))
            elif until_gap and state.gap is not None:
                return True
            elif state.limit_reached:
                return False
            elif state.failure is not None:
                self._drop()
                raise state.failure
            elif self._response is not None:
                if until_connected:
                    return True
                self._read(self._response)
            elif (delay := state.wait()) is not None:
                self._sleep(delay)
                state.waited()
            else:
                self._connect()
        state.pending.clear()
        return False

    def _sleep_until_closed(self, seconds: float) -> None:
        with suppress(Empty):
            self._wake.get(timeout=seconds)

    def _connect(self) -> None:
        state = self._state
        timeout = state.attempt()
        if timeout is None:
            return
        try:
            response = self._open(state.resume_after, timeout, self._register_interrupt)
        except ParticleError as error:
            self._interrupt = None
            if not self._closed:
                state.connect_failed(error)
            return
        if not state.accept(response.status_code, response.headers):
            self._interrupt = None
            response.close()
            return
        self._response = response
        self._chunks = response.iter_bytes()
        self._read_timeout = None
        self._register_interrupt(response.interrupt)

    def _register_interrupt(self, interrupt: Callable[[], None]) -> None:
        self._interrupt = interrupt
        if self._closed:  # by a thread that may not have seen this one
            interrupt()

    def _read(self, response: StreamResponse) -> None:
        """Read until events are pending, or something else is to be done."""
        state = self._state
        pending = state.pending
        chunks = self._chunks
        while True:
            timeout = state.read_timeout()
            if timeout is None:
                return
            if timeout != self._read_timeout:
                self._limit_read(response, timeout)
            try:
                chunk = next(chunks, None)
            except Exception as error:
                self._drop()
                if not self._closed:
                    state.lost(error)
                return
            if self._closed:
                return
            if chunk is None:
                self._drop()
                state.lost(None)
                return
            state.receive(chunk)
            if pending or state.failure is not None:
                return

    def _drop(self) -> None:
        """Close the connection. Only for who holds the lock."""
        response, self._response = self._response, None
        self._interrupt = None
        self._chunks = iter(())
        self._state.connected = False
        if response is not None:
            with suppress(Exception):  # it is of no use any more, whatever is wrong with it
                response.close()

    def _drop_if_unused(self) -> None:
        # A thread that works does it itself, when it finds the stream closed.
        if self._lock.acquire(blocking=False):
            try:
                self._drop()
            finally:
                self._lock.release()
