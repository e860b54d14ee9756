"""What the sync and the async event stream have in common towards the user and the transport."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Protocol

from ..base.errors import APITimeoutError, StreamClosedError
from .checks import refuse_coroutine

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping

    from .event import Event
    from .state import StreamState

__all__ = ["AsyncOpen", "AsyncStreamResponse", "Open", "StreamBase", "StreamResponse"]

# Longer than any connection lives, and too long for the system calls that take a timeout.
_FOREVER = 20 * 86400.0


class StreamResponse(Protocol):
    """What the sync stream needs of a response."""

    @property
    def status_code(self) -> int: ...
    @property
    def headers(self) -> Mapping[str, str]: ...
    def iter_bytes(self) -> Iterator[bytes]: ...
    def set_read_timeout(self, seconds: float | None, /) -> None:
        """Limit how long each later read may wait."""

    def interrupt(self) -> None:
        """End a read that another thread is blocked in. Called from any thread, at any time."""

    def close(self) -> None: ...


class AsyncStreamResponse(Protocol):
    """What the async stream needs of a response."""

    @property
    def status_code(self) -> int: ...
    @property
    def headers(self) -> Mapping[str, str]: ...
    def aiter_bytes(self) -> AsyncIterator[bytes]: ...
    def set_read_timeout(self, seconds: float | None, /) -> None:
        """Limit how long each later read may wait."""

    async def aclose(self) -> None: ...


class Open(Protocol):
    """Connects. Raises the typed errors, also for a response with an error status.

    Takes the id to send as `Last-Event-ID`, the seconds that connecting may take, and a function
    to call with a way of interrupting it from another thread, as soon as there is one.
    """

    def __call__(
        self,
        last_event_id: str | None,
        connect_timeout: float,
        register_interrupt: Callable[[Callable[[], None]], None],
        /,
    ) -> StreamResponse: ...


class AsyncOpen(Protocol):
    """Connects. Raises the typed errors, also for a response with an error status.

    Takes the id to send as `Last-Event-ID` and the seconds that connecting may take.
    """

    def __call__(
        self, last_event_id: str | None, connect_timeout: float, /
    ) -> Awaitable[AsyncStreamResponse]: ...


class StreamBase:
    """What the user can see of both kinds of stream."""

    _state: StreamState
    _read_timeout: float | None = None
    _closed = False
    _prefix = ""  # what the names of its events begin with
    _when_closed: Callable[[], None] | None = None

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

    def __repr__(self) -> str:
        state = "connected" if self.connected else "not connected"
        if self._closed:
            state = "closed"
        return f"<{type(self).__name__} {state}, {self.events} events>"

    def __del__(self, warn: Callable[..., None] = warnings.warn) -> None:
        if getattr(self, "_response", None) is not None:
            warn(f"{self!r} was never closed: use `with`, or close() it", ResourceWarning)

    def when_closed(self, function: Callable[[], None]) -> None:
        """Call a function when the stream is closed: for what is built upon it."""
        self._when_closed = function

    def _check_open(self) -> None:
        if self._closed:
            raise StreamClosedError(
                "The stream is closed: make a new one, with another call of `events.stream(…)`."
            )

    def _limit_read(self, response: StreamResponse | AsyncStreamResponse, timeout: float) -> None:
        self._read_timeout = timeout
        response.set_read_timeout(timeout if timeout < _FOREVER else None)


def matches(event: Event, name: str | None, where: Callable[[Event], object] | None) -> bool:
    """Whether an event is the one that `wait_for` waits for."""
    if name is not None and event.name != name:
        return False
    if where is None:
        return True
    found = where(event)
    refuse_coroutine("where", found)
    return bool(found)


def not_come(name: str | None, timeout: float | None) -> str:
    """What to say when `wait_for` has waited too long."""
    what = "No such event" if name is None else f"No such event {name!r}"
    return what + (" has come." if timeout is None else f" has come within {timeout:g} s.")


def not_connected(timeout: float | None) -> str:
    """What to say when connecting has taken too long."""
    return f"The event stream couldn't be opened within {timeout or 0:g} s."


def too_slow(timeout: float) -> APITimeoutError:
    """Give the reason of an attempt that took too long in all, though something always came."""
    return APITimeoutError(
        f"The event stream: no whole response within {timeout:g} s.", method="GET", phase="connect"
    )


def closed_before(name: str | None) -> str:
    """What to say when the stream was closed under `wait_for`."""
    what = "the event" if name is None else f"event {name!r}"
    return f"The event stream was closed before {what} came."
