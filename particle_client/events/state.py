"""Every decision of an event stream, sync or async, without waiting and without I/O.

The reader (`async_reader.py`) tells the state what happened, and does what the state says.
"""

from __future__ import annotations

import logging
import re
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TypeAlias

from ..base.errors import (
    APIConnectionError,
    APITimeoutError,
    StreamClosedError,
    StreamFormatError,
    StreamLimitError,
    StreamReconnectError,
)
from ..base.response import ResponseDecodeError
from ..base.status_errors import APIStatusError
from .event import Event
from .options import StreamOptions, check_options
from .sse import DEFAULT_LIMIT, EventStreamParser
from .timing import Backoff, IdleTimeout

_log = logging.getLogger("particle_client.events")

_WARN_EVERY = 60.0  # seconds, of a stream that can't connect

_is_event_stream = re.compile(r"\s*text/event-stream\s*(;|$)", re.IGNORECASE).match
_LONGEST_ID = 1024  # characters: servers refuse long headers
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


Item: TypeAlias = Event | Gap | partial[object] | Exception
"""What the loop gets, in the order in which it happened: a function of the user's is called, with
its arguments, and an exception raised."""


class StreamState:
    """The state of one event stream, over all its connections.

    Attributes:
        items: What has happened, until the loop takes it.
        failure: What ended the stream for good. All items that lead to it are there before.
        delay: Seconds to wait before the next attempt.
        last_error: Why there is no connection; None while there is one, and before the first
            attempt.
        idle: How long the connection may be silent.
        connect_timeout: Seconds that an attempt may take.
        connected: Whether there is a connection, as far as is known.
        received: How many events have come.
        connections: How many connections there have been.
        heartbeat: Whether what was received last was a heartbeat and nothing else.
    """

    def __init__(self, options: StreamOptions, path: str = "") -> None:
        check_options(options)
        self.items: deque[Item] = deque()
        self.failure: Exception | None = None
        self.delay: float = 0.0
        self.last_error: Exception | None = None
        self.idle: IdleTimeout = IdleTimeout(options.get("idle_timeout"))
        self.connect_timeout: float = options.get("connect_timeout", 30.0)
        self.connected: bool = False
        self.received: int = 0
        self.connections: int = 0
        self.heartbeat: bool = False
        self._options = options
        self._path = path
        self._next_warning = 0.0
        self._attempts = 0
        self._retries = 0
        self._backoff = Backoff(
            options.get("reconnect_delay", 1.0), options.get("max_reconnect_delay", 60.0)
        )
        self._lost_because: Exception | None = None
        self._proven = False  # the connection has brought more than a greeting
        self._new_parser = partial(
            EventStreamParser[Event],
            Event,
            max_line_size=options.get("max_line_size", DEFAULT_LIMIT),
            max_event_size=options.get("max_event_size", DEFAULT_LIMIT),
        )
        self._parser = self._new_parser(last_event_id=options.get("last_event_id") or "")

    # --- connecting -----------------------------------------------------------------------------

    @property
    def last_event_id(self) -> str:
        """The id that the stream gave last; empty when it gave none."""
        return self._parser.last_event_id

    @property
    def resume_after(self) -> str | None:
        """What to send as `Last-Event-ID`; None when no id is known, or none that can be sent."""
        value = self.last_event_id
        # As bytes a header takes all but control characters and spaces around it.
        sendable = len(value) <= _LONGEST_ID and not _UNSENDABLE(value)
        return value if value and sendable else None

    def accept(self, status_code: int, headers: Mapping[str, str]) -> bool:
        """Take a response to an attempt. False when it isn't an event stream."""
        self._attempts += 1
        content_type = headers.get("content-type") or "no content type"
        if status_code == 204:
            # The standard's way to tell clients not to come back.
            self.failure = StreamFormatError(
                "The server has no such event stream and asks not to connect again (HTTP 204)."
            )
            return False
        if status_code != 200 or not _is_event_stream(content_type):
            error = f"The server answered HTTP {status_code} with {content_type} instead of an "
            self._retry(StreamFormatError(error + "event stream (text/event-stream)."))
            return False
        now = time.monotonic()
        self.connected = True
        self.connections += 1
        self._parser = self._new_parser(last_event_id=self.last_event_id)
        self._call("on_connect")
        if self.connections > 1:
            seconds = max(now - self.idle.last, 0.0)
            until = datetime.now(UTC)
            since = until - timedelta(seconds=seconds)
            self._call("on_reconnect", self._attempts, seconds)
            self.items.append(Gap(seconds, self._attempts, self._lost_because, since, until))
            message = "Event stream %s: connected again after %.1f s, attempt %d"
            _log.info(message, self._path, seconds, self._attempts)
        self.idle.connected(now)
        self._proven = False
        self._lost_because = self.last_error = None
        self._attempts = 0
        _log.debug("Event stream %s: connected", self._path)
        return True

    def connect_failed(self, error: Exception) -> None:
        """Note that an attempt has failed."""
        self._attempts += 1
        self._retry(error)

    # --- reading --------------------------------------------------------------------------------

    def receive(self, chunks: deque[bytes]) -> None:
        """Take the first bytes. The events that they complete are added to `items`."""
        parser = self._parser.copy()
        parser.heartbeats = 0
        events: list[Event] = []
        failure: StreamLimitError | None = None
        try:
            if self.failure is None:  # else the parser can't go on
                parser.feed(chunks[0], events)
        except StreamLimitError as error:
            failure = error
        received = self.received + len(events)
        # All or nothing: a signal handler may raise wherever something is called, but not here.
        self._parser = parser
        self.items += events
        self.received = received
        del chunks[0]
        if failure is not None:
            self._disconnected(failure)
            self.failure = failure
        elif not self._proven and (events or parser.heartbeats):
            self._proven = True
            self._next_warning = 0.0
            self._backoff.reset()
        self.heartbeat = bool(parser.heartbeats) and not events
        if parser.retry is not None:
            self._backoff.set_base(parser.retry / 1000)
            parser.retry = None

    def lost(self, error: Exception | None) -> None:
        """Note that the connection is gone; None when the server ended it in good order."""
        if self.failure is not None:  # the client ended it
            return
        if error is None:
            error = StreamClosedError("The server ended the event stream.")
        elif isinstance(error, APITimeoutError):
            message = (
                f"Nothing has come over the event stream for {self.idle.seconds:.12g} s, not even "
                "a heartbeat: the connection counts as dead."
            )
            cause = error
            error = APITimeoutError(message, method=cause.method, url=cause.url, phase="read")
            error.__cause__ = cause
        self._disconnected(error)
        self._retry(error)

    def _disconnected(self, reason: Exception) -> None:
        self.connected = False
        self._lost_because = self.last_error = reason
        self._call("on_disconnect", reason)
        _log.info("Event stream %s: disconnected: %s", self._path, reason)

    # --- connecting again -----------------------------------------------------------------------

    def _retry(self, reason: Exception) -> None:
        if not _is_temporary(reason):
            self.failure = reason
            return
        self.last_error = reason
        if self._lost_because is None:
            self._lost_because = reason
        limit = self._options.get("max_reconnects")
        if limit is not None and self._retries >= limit:
            self.failure = StreamReconnectError(
                f"Gave up on the event stream: max_reconnects={limit} is used up. "
                f"The last failure: {reason}"
            )
            self.failure.__cause__ = reason
            return
        self._retries += 1
        asked = reason.retry_after if isinstance(reason, APIStatusError) else None
        self.delay = self._backoff.next(asked)
        self._call("on_retry", self._attempts + 1, self.delay, reason)
        level, now = logging.INFO, time.monotonic()
        in_vain = self._attempts or not self._proven  # it isn't only that a connection ended
        if in_vain and now >= self._next_warning:
            level, self._next_warning = logging.WARNING, now + _WARN_EVERY
        message = "Event stream %s: not connected, next attempt in %.1f s: %s"
        _log.log(level, message, self._path, self.delay, reason)

    def _call(self, name: str, *arguments: object) -> None:
        function: Callable[..., object] | None = self._options.get(name)  # type: ignore[assignment]
        if function is not None:
            self.items.append(partial(function, *arguments))


def _is_temporary(error: Exception) -> bool:
    """Whether connecting again may help."""
    if isinstance(error, APIStatusError):
        return error.status_code == 429 or error.status_code >= 500
    return isinstance(
        error, APIConnectionError | ResponseDecodeError | StreamFormatError | StreamClosedError
    )
