# Generated from async_stream.py by `make generate`. Do not edit.
"""The event stream that users hold.

A reader connects and reads in the background, and puts what happens into a buffer. Here is the
waiting for it: all of it in `_next`.
"""

from __future__ import annotations

import time
import warnings
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any, Self, Unpack

from ..base.errors import StreamClosedError, StreamTimeoutError
from .buffer import WhenFull
from .event import Event
from .options import StreamOptions, check_timeout, check_wait, refuse_coroutine
from .reader import StreamReader
from .state import Gap


class EventStream:
    """An iterator over events that connects, and connects again, by itself.

    ```python
    with particle.events.stream("temperature") as events:
        for event in events:
            print(event.device_id, event.data)
    ```

    Entering `with` connects; without it, the first event asked for does. The loop ends when
    the stream is closed, and only then. Functions given as `on_…` run where the loop runs, and what
    they raise comes out of the loop, which can be begun again.

    The stream is read in the background, one piece ahead of the loop; `buffered` reads further.
    Who stops waiting for an event, for whatever reason, harms neither it nor the connection: it
    goes to the next one who asks.

    Raises (from the loop, `connect` and `with`):
        APIStatusError: The cloud refuses: 401, 403, 404 and any other 4xx but 429.
        StreamLimitError: A line or an event was over its limit.
        StreamReconnectError: `max_reconnects` is used up.
        StreamTimeoutError: `deadline` is reached.
    """

    def __init__(
        self, connect: Any, prefix: str = "", path: str = "", **options: Unpack[StreamOptions]
    ) -> None:
        self._reader = StreamReader(connect, options, path)
        self._state = self._reader.state
        self._buffer = self._reader.buffer
        self._prefix = prefix  # what the names of its events begin with
        self._duration = options.get("deadline")
        # Where the next event may be taken without further ado.
        self._at_hand: deque[Any] = self._state.items if self._duration is None else deque()
        self._deadline: float | None = None  # counts from the first use of the stream
        self._closed = False

    # --- what it is like ------------------------------------------------------------------------

    @property
    def closed(self) -> bool:
        """Whether `close()` was called."""
        return self._closed

    @property
    def connected(self) -> bool:
        """Whether there is a connection, as far as is known."""
        return self._state.connected

    @property
    def events(self) -> int:
        """How many events have come."""
        return self._state.received

    @property
    def reconnects(self) -> int:
        """How many times the stream has connected again."""
        return max(self._state.connections - 1, 0)

    @property
    def last_event_id(self) -> str | None:
        """The id that the stream gave last; None when it gives none."""
        return self._state.last_event_id or None

    @property
    def dropped(self) -> int:
        """How many events were dropped because the buffer was full."""
        return self._buffer.dropped

    def __repr__(self) -> str:
        state = "connected" if self.connected else "not connected"
        if self._closed:
            state = "closed"
        return f"<{type(self).__name__} {state}, {self.events} events>"

    def __del__(self, warn: Callable[..., None] = warnings.warn) -> None:
        reader: StreamReader | None = getattr(self, "_reader", None)
        if reader is None or self._closed:
            return
        if self.connected:
            warn(f"{self!r} was never closed: use `with`, or close it", ResourceWarning)
        reader.stop()

    # --- events ---------------------------------------------------------------------------------

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Event:
        at_hand = self._at_hand
        if at_hand:  # in most cases there is one
            item: Event = at_hand[0]
            if item.__class__ is Event:  # `match` and `type()` take longer, or are a call
                del at_hand[0]  # as in `_next`
                return item
        while True:
            match found := self._next():
                case Event():
                    return found
                case None:
                    raise StopIteration
                case _:  # a gap
                    pass

    def with_gaps(self) -> Iterator[Event | Gap]:
        """Iterate over the events, with a `Gap` between them wherever the connection was lost."""
        while (item := self._next()) is not None:
            yield item

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
        if self._closed:
            raise StreamClosedError(
                "The stream is closed: make a new one, with another call of `events.stream(…)`."
            )
        too_late = f"The event stream couldn't be opened within {timeout or 0:.12g} s."
        self._next(_until(timeout), too_late, connecting=True)
        return self

    def wait_for(
        self,
        name: str | None = None,
        *,
        timeout: float | None = None,
        where: Callable[[Event], object] | None = None,
    ) -> Event:
        """Return the next event of this name for which `where` is true; others are passed over.

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
        check_wait(self._prefix, name, timeout, where)
        which = "" if name is None else f" {name!r}"
        too_late = f"No such event{which} has come within {timeout or 0:.12g} s."
        until = _until(timeout)
        while True:
            item = self._next(until, too_late)
            if item is None:
                raise StreamClosedError(f"The event stream was closed before event{which} came.")
            if isinstance(item, Event) and name in (None, item.name):
                found = where is None or where(item)
                refuse_coroutine("where", found)
                if found:
                    return item
            if timeout and until and time.monotonic() > until:  # others come faster than they go
                self._wait(None, until, too_late)

    def _next(
        self, until: float | None = None, too_late: str = "", *, connecting: bool = False
    ) -> Event | Gap | None:
        """Return the next event or gap; None when the stream is closed.

        Args:
            until: When to stop waiting, by the monotonic clock.
            too_late: What StreamTimeoutError says then.
            connecting: Whether to return None, and take nothing, as soon as there is or was a
                connection.
        """
        reader, state = self._reader, self._state
        connections = state.connections
        if self._deadline is None and self._duration is not None:
            self._deadline = time.monotonic() + self._duration
        while not self._closed:
            if self._deadline is not None and time.monotonic() > self._deadline:
                self._wait(None, None, "")  # raises, even if events come without a pause
            # Looked at before the buffer: what has led to this is in there.
            seen, failure = reader.changes, state.failure
            connected = state.connected or state.connections > connections
            # A signal handler may raise where something is called. So nothing is from when an item
            # is taken until it is returned: it would be lost. Nor do threads take turns there.
            match item := self._buffer.first():
                case Event() | Gap():
                    if connecting:  # a proof of a connection, even if that is gone already
                        return None
                    del state.items[0]
                    try:
                        if self._buffer.limited:
                            reader.read_on()
                    except BaseException:
                        state.items.appendleft(item)
                        raise
                    return item
                case None if failure is not None:
                    reader.stop()
                    raise failure
                case None if connecting and connected:
                    return None
                case None:
                    if state.failure is None:  # else it was just found, by parsing
                        reader.read_on()
                        self._wait(seen, until, too_late)
                case Exception():
                    del state.items[0]
                    raise item
                case _:
                    del state.items[0]
                    reader.call(item)
        return None

    def _wait(self, seen: object, until: float | None, too_late: str) -> None:
        """Wait for a change, up to a moment or the deadline."""
        deadline, now = self._deadline, time.monotonic()
        if deadline is not None and (until is None or deadline <= until):
            until, too_late = deadline, "The event stream has reached its deadline."
        if until is None or until > now:
            self._reader.wait(seen, None if until is None else until - now)
            return
        failure = StreamTimeoutError(too_late)
        failure.__cause__ = self._state.last_error
        if until == deadline:
            self._state.failure = failure
            self._reader.stop()
        raise failure

    def buffered(self, size: int, when_full: WhenFull = "block") -> Self:
        """Read the stream ahead of a slow loop, and return it.

        Args:
            size: How many events to hold at most.
            when_full: `block`: read no further. `drop_oldest`: drop the oldest event for each new
                one, and count it in `dropped`.
        """
        self._buffer.limit(size, when_full)
        self._at_hand = deque()  # each item that `_next` takes makes room for another one
        return self

    # --- the end --------------------------------------------------------------------------------

    def _stop(self) -> None:
        self._closed = True
        self._at_hand = deque()
        self._reader.stop()

    def close(self) -> None:
        """Stop the stream for good, and wait until its connection is closed.

        A loop over the stream ends at once, whether it waits for an event, for a response or for
        the next attempt to connect. Safe from any thread, any number of times.
        """
        self._stop()
        self._reader.join()

    def __enter__(self) -> Self:
        try:
            return self.connect()
        except BaseException:
            self.close()
            raise

    def __exit__(self, *exception: object) -> None:
        self.close()


def _until(timeout: float | None) -> float | None:
    return None if timeout is None else time.monotonic() + timeout
