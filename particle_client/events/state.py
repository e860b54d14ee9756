"""What the sync and the async event stream share: every decision, but no waiting and no I/O.

A driver (`stream.py`, `async_stream.py`) tells the state what happened and does what the state
says: wait, connect, read, call the user's functions, or raise.
"""

from __future__ import annotations

import logging
import re
import time
from collections import deque
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, TypedDict

from ..base.checks import check_number, check_type
from ..base.errors import (
    APIConnectionError,
    APITimeoutError,
    ConfigurationError,
    StreamClosedError,
    StreamFormatError,
    StreamLimitError,
    StreamReconnectError,
    StreamTimeoutError,
)
from ..base.response import ResponseDecodeError
from ..base.status_errors import APIStatusError, parse_retry_after
from .backoff import Backoff
from .checks import check_more_than_0
from .event import Event
from .heartbeat import IdleTimeout
from .sse import DEFAULT_LIMIT, EventStreamParser

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["Gap", "StreamOptions", "StreamState"]

_log = logging.getLogger("particle_client.events")

_UNSENDABLE = re.compile(r"^[ \t]|[ \t]$|[\x00-\x1f\x7f\ud800-\udfff]").search


@dataclass(frozen=True, slots=True)
class Gap:
    """A time without a connection. The cloud doesn't send again what was published meanwhile."""

    seconds: float
    """From the last byte of the old connection to the new one."""
    attempts: int
    """How many attempts it took to connect again; 1 when the first one did."""
    reason: Exception | None
    """Why the old connection ended."""
    since: datetime
    until: datetime


class StreamOptions(TypedDict, total=False):
    """What every event stream takes, by keyword."""

    idle_timeout: float | None
    """Seconds of silence after which a connection counts as dead. By default it is learned: 75
    until two heartbeats have come, then 2.5 times the longest interval of theirs, at least 15."""
    connect_timeout: float
    """Seconds that connecting may take, up to the headers of the response. Default 30."""
    reconnect_delay: float
    """Seconds before the first attempt to connect again; doubled, with jitter, after each failure.
    What the server asks for (`retry:`) replaces it. Default 1."""
    max_reconnect_delay: float
    """The longest such delay in seconds. Default 60."""
    max_reconnects: int | None
    """How many times the stream may try to connect again, in all; then it raises
    StreamReconnectError. Default: without end."""
    deadline: float | None
    """Seconds after which the stream raises StreamTimeoutError. Default: none."""
    last_event_id: str | None
    """The id after which to begin, for servers that keep events. Default: none."""
    max_line_size: int
    """Bytes that a line may have, else StreamLimitError. Default 1 MiB."""
    max_event_size: int
    """Bytes that an event may have, else StreamLimitError. Default 1 MiB."""
    on_connect: Callable[[], object] | None
    """Called when a connection stands: the first one and each later one."""
    on_disconnect: Callable[[Exception], object] | None
    """Called when a connection that stood is gone, with the reason. Not called for `close()`."""
    on_reconnect: Callable[[int, float], object] | None
    """Called when the stream is connected again, with the number of attempts that it took and the
    seconds that it was without a connection."""
    on_retry: Callable[[int, float, Exception], object] | None
    """Called before each wait for another attempt, with its number (from 1), the seconds to wait
    and the reason."""


class StreamState:
    """The state of one event stream, over all its connections.

    Attributes:
        pending: Events that have come and weren't given to the user yet.
        notices: Functions of the user to be called, with their arguments.
        failure: What ended the stream for good.
        gap: The last time without a connection, until it is taken.
        delay: Seconds to wait before the next attempt, None for no wait.
        cut_short: Whether the wait that is in progress ends at the deadline or the user's limit.
        trouble: Why there is no connection; None while there is one, and before the first attempt.
        limit_reached: Whether the user's limit (`limit`) is over; the stream itself goes on.
    """

    def __init__(
        self,
        *,
        idle_timeout: float | None = None,
        connect_timeout: float = 30.0,
        reconnect_delay: float = 1.0,
        max_reconnect_delay: float = 60.0,
        max_reconnects: int | None = None,
        deadline: float | None = None,
        last_event_id: str | None = None,
        max_line_size: int = DEFAULT_LIMIT,
        max_event_size: int = DEFAULT_LIMIT,
        on_connect: Callable[[], object] | None = None,
        on_disconnect: Callable[[Exception], object] | None = None,
        on_reconnect: Callable[[int, float], object] | None = None,
        on_retry: Callable[[int, float, Exception], object] | None = None,
        clock: Callable[[], float] = time.monotonic,
        random: Callable[[], float] | None = None,
    ) -> None:
        check_more_than_0("connect_timeout", "seconds", connect_timeout)
        check_more_than_0("reconnect_delay", "seconds", reconnect_delay)
        check_more_than_0("max_reconnect_delay", "seconds", max_reconnect_delay)
        check_more_than_0("max_line_size", "bytes", max_line_size)
        check_more_than_0("max_event_size", "bytes", max_event_size)
        if idle_timeout is not None:
            check_more_than_0("idle_timeout", "seconds", idle_timeout)
        if deadline is not None:
            check_more_than_0("deadline", "seconds", deadline)
        if max_reconnects is not None:
            check_number("max_reconnects", max_reconnects)
            if not max_reconnects >= 0:
                raise ConfigurationError(f"max_reconnects must be 0 or more: {max_reconnects!r}")
        check_type("last_event_id", last_event_id, str)
        self.pending: deque[Event] = deque()
        self.notices: deque[tuple[Callable[..., object], tuple[Any, ...]]] = deque()
        self.failure: Exception | None = None
        self.gap: Gap | None = None
        self._gaps_noted = False
        self.delay: float | None = None
        self.connected = False
        self.received = 0
        self.connections = 0
        self.attempts = 0
        self._connect_timeout = connect_timeout
        self._max_reconnects = max_reconnects
        self._retries = 0
        self._reason: Exception | None = None  # why the last connection ended
        self.trouble: Exception | None = None
        self._on_connect = on_connect
        self._on_disconnect = on_disconnect
        self._on_reconnect = on_reconnect
        self._on_retry = on_retry
        self._clock = clock
        self._idle = IdleTimeout(idle_timeout)
        self._backoff = (
            Backoff(reconnect_delay, max_reconnect_delay)
            if random is None
            else Backoff(reconnect_delay, max_reconnect_delay, random)
        )
        self._limits = (max_line_size, max_event_size)
        self._parser = self._new_parser(last_event_id or "")
        self._good = False  # the connection
        self._duration = deadline
        self._deadline: float | None = None  # when it is reached, by the clock
        self._limit: float | None = None  # when the user has waited long enough, by the clock
        self.limit_reached = False
        self.cut_short = False
        self._wait_began = 0.0
        self._in_vain = 0.0  # seconds of waiting for bytes that were cut short since the last ones

    def _new_parser(self, last_event_id: str) -> EventStreamParser[Event]:
        max_line_size, max_event_size = self._limits
        return EventStreamParser(
            Event,
            last_event_id=last_event_id,
            max_line_size=max_line_size,
            max_event_size=max_event_size,
        )

    # --- time -----------------------------------------------------------------------------------

    def limit(self, seconds: float | None) -> None:
        """Let `limit_reached` become true in so many seconds; None takes the limit back."""
        self.limit_reached = False
        self._limit = None if seconds is None else self._clock() + seconds

    def _expires(self) -> float | None:
        if self._duration is not None:  # it counts from the first use of the stream
            self._deadline = self._clock() + self._duration
            self._duration = None
        if self._limit is None or self._deadline is None:
            return self._deadline if self._limit is None else self._limit
        return min(self._limit, self._deadline)

    def _within_limits(self, now: float, seconds: float) -> float:
        """Cut a wait short at the deadline or limit. It may be of no length, then it is over."""
        expires = self._expires()
        self.cut_short = expires is not None and expires - now <= seconds
        return seconds if expires is None or not self.cut_short else max(expires - now, 0.0)

    def expired(self) -> bool:
        """Note that the deadline or limit is reached, if the last wait was cut short at it."""
        if not self.cut_short:
            return False
        self.cut_short = False
        if self._deadline is not None and (self._limit is None or self._deadline <= self._limit):
            self.failure = StreamTimeoutError("The event stream has reached its deadline.")
            self.failure.__cause__ = self.trouble
        else:
            self.limit_reached = True
        return True

    # --- connecting -----------------------------------------------------------------------------

    def attempt(self) -> float | None:
        """Begin to connect: give the seconds that it may take, None when there is no time left."""
        timeout = self._within_limits(self._clock(), self._connect_timeout)
        if timeout <= 0 and self.expired():
            return None
        self.attempts += 1
        return timeout

    @property
    def last_event_id(self) -> str:
        """The id that the stream gave last; empty when it gave none."""
        return self._parser.last_event_id

    @property
    def resume_after(self) -> str | None:
        """What to send as `Last-Event-ID`; None when no id is known, or none that can be sent."""
        value = self.last_event_id
        # As bytes a header takes all but control characters and spaces around it.
        return value if value and not _UNSENDABLE(value) else None

    def accept(self, status_code: int, headers: Mapping[str, str]) -> bool:
        """Take a response to the attempt. False when it isn't an event stream: drop it."""
        content_type = headers.get("content-type") or ""
        if status_code == 204:
            # The standard's way to tell clients not to come back.
            self.failure = StreamFormatError(
                "The server has no such event stream and asks not to connect again (HTTP 204)."
            )
            return False
        if status_code != 200 or content_type.partition(";")[0].strip().lower() != (
            "text/event-stream"
        ):
            self.connect_failed(
                StreamFormatError(
                    f"The server answered HTTP {status_code} with "
                    f"{content_type or 'no content type'} instead of an event stream "
                    "(text/event-stream)."
                )
            )
            return False
        now = self._clock()
        self.connected = True
        self.connections += 1
        self._parser = self._new_parser(self.last_event_id)
        self._notice(self._on_connect)
        if self.connections > 1:
            self._connected_again(now)
        self._idle.connected(now)
        self._in_vain = 0.0
        self._good = False
        self._reason = self.trouble = None
        self.attempts = 0
        _log.debug("Event stream: connected")
        return True

    def _connected_again(self, now: float) -> None:
        seconds = max(now - self._idle.received, 0.0)
        self._notice(self._on_reconnect, self.attempts, seconds)
        _log.info("Event stream: connected again after %.1f s, attempt %d", seconds, self.attempts)
        if self._gaps_noted:
            until = datetime.now(UTC)
            self.gap = Gap(
                seconds=seconds,
                attempts=self.attempts,
                reason=self._reason,
                since=until - timedelta(seconds=seconds),
                until=until,
            )

    def note_gaps(self) -> None:
        """From now on, fill in `gap`."""
        self._gaps_noted = True
        self.gap = None

    def connect_failed(self, error: Exception) -> None:
        """The attempt failed."""
        if not self.cut_short or not isinstance(error, APITimeoutError) or not self.expired():
            self._retry(error)

    # --- reading --------------------------------------------------------------------------------

    def read_timeout(self) -> float | None:
        """Give the seconds to wait for the next bytes; None when there is no time left."""
        idle = self._idle
        now = self._clock()
        idle.asked = now - self._in_vain
        if self._limit is None and self._deadline is None and self._duration is None:
            self.cut_short = False
            return max(idle.seconds - self._in_vain, 0.001)
        timeout = self._within_limits(now, max(idle.seconds - self._in_vain, 0.001))
        if timeout <= 0 and self.expired():
            return None
        self._wait_began = now
        return timeout

    def nothing_came(self) -> None:
        """The wait for bytes was cut short, and the connection stands."""
        # Silence is counted over several such waits.
        self._in_vain += max(self._clock() - self._wait_began, 0.0)
        self.expired()

    def receive(self, chunk: bytes) -> None:
        """Take bytes of the connection. What they complete is added to `pending`."""
        parser = self._parser
        events: list[Event] = []
        try:
            parser.feed(chunk, events)
        except StreamLimitError as error:
            self._disconnected(error)
            self.failure = error
        now = self._clock()
        if events:
            self.received += len(events)
            self.pending += events
        elif parser.heartbeats:
            self._idle.heartbeat(now)
        if not self._good and (events or parser.heartbeats):
            # More than a greeting: this connection has proved good.
            self._good = True
            self._backoff.reset()
        parser.heartbeats = 0
        if parser.retry is not None:
            self._backoff.set_base(parser.retry / 1000)
            parser.retry = None
        self._idle.received = now
        self._in_vain = 0.0

    def lost(self, error: Exception | None) -> None:
        """The connection is gone; None when the server ended it in good order."""
        if error is None:
            error = StreamClosedError("The server ended the event stream.")
        elif isinstance(error, APITimeoutError):
            if self.cut_short:
                # Only where the HTTP library can't be asked to wait without giving up.
                given_up = StreamTimeoutError(
                    "The connection was given up because the time that was set for waiting is over."
                )
                given_up.__cause__ = error
                self.expired()
                self._disconnected(given_up)
                return
            silent = APITimeoutError(
                f"Nothing has come over the event stream for {self._idle.seconds:g} s, not even a "
                "heartbeat: the connection counts as dead.",
                method=error.method,
                url=error.url,
                phase="read",
            )
            silent.__cause__ = error
            error = silent
        self._disconnected(error)
        self._retry(error)

    def _disconnected(self, reason: Exception) -> None:
        self.connected = False
        self._reason = self.trouble = reason
        self._notice(self._on_disconnect, reason)
        _log.info("Event stream: disconnected: %s", reason)

    # --- connecting again -----------------------------------------------------------------------

    def _retry(self, reason: Exception) -> None:
        if not _is_temporary(reason):
            self.failure = reason
            return
        self.trouble = reason
        if self._reason is None:
            self._reason = reason
        if self._max_reconnects is not None and self._retries >= self._max_reconnects:
            self.failure = StreamReconnectError(
                f"Gave up on the event stream: max_reconnects={self._max_reconnects} is used up. "
                f"The last failure: {reason}"
            )
            self.failure.__cause__ = reason
            return
        self._retries += 1
        self.delay = self._backoff.next(_retry_after(reason))
        self._notice(self._on_retry, self.attempts + 1, self.delay, reason)
        _log.info("Event stream: next attempt in %.1f s: %s", self.delay, reason)

    def wait(self) -> float | None:
        """Give the seconds to wait now, None for no wait."""
        if self.delay is None:
            return None
        self._wait_began = self._clock()
        return self._within_limits(self._wait_began, self.delay)

    def waited(self) -> None:
        """The wait is over."""
        if not self.expired():
            self.delay = None
        elif self.delay is not None:
            # Who asks again and again, for a short time each, doesn't put the attempt off.
            self.delay = max(self.delay - (self._clock() - self._wait_began), 0.0)

    def _notice(self, function: Callable[..., object] | None, *arguments: object) -> None:
        if function is not None:
            self.notices.append((function, arguments))


def _is_temporary(error: Exception) -> bool:
    """Whether connecting again may help."""
    if isinstance(error, APIStatusError):
        return error.status_code == 429 or error.status_code >= 500
    return isinstance(
        error, APIConnectionError | ResponseDecodeError | StreamFormatError | StreamClosedError
    )


def _retry_after(error: Exception) -> float | None:
    if not isinstance(error, APIStatusError):
        return None
    return parse_retry_after(error.headers.get("retry-after"))
