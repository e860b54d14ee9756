# Generated from async_connection.py by `make generate`. Do not edit.
"""A connection of httpcore's, with what it can't do: waits end by a deadline, the read timeout can
change while a response is read, another thread can end a wait, and small chunks can be joined.
"""

from __future__ import annotations

from math import inf
from queue import SimpleQueue
from typing import Any

import httpcore

from ..base.interrupt import shut_down
from ..base.request import time_left
from ..base.unset import UNSET, Unset
from .waiting import close, connect

CLOSED = "The client was closed"

_READ_SIZE = 256 * 1024  # four times httpcore's, for downloads
_WRITE_SIZE = 65536  # httpcore lets each part of it that is taken begin the timeout anew


class Connection(httpcore.NetworkBackend, httpcore.NetworkStream):
    """The network of one connection, and the stream that it is made of."""

    http: httpcore.ConnectionInterface
    deadline = inf  # by the monotonic clock
    expires_at = inf  # by the monotonic clock: it isn't used again after that
    read_timeout: float | Unset | None = UNSET  # instead of the one that a request came with
    steps: int = 1  # connecting, and TLS with a proxy and the server, before a request is sent
    is_sent: bool = False  # something of the request
    socket: Any = None
    _stream: Any = None
    _is_interrupted = False

    def __init__(self, origin: httpcore.Origin, joiner: Any) -> None:
        self.origin = origin
        self._joiner = joiner
        self._names: SimpleQueue[Any] = SimpleQueue()

    def connect_tcp(self, host: str, port: int, *_: Any, **options: Any) -> Connection:
        timeout = time_left(options["timeout"], self.deadline, httpcore.ConnectTimeout)
        return self._use(connect(host, port, timeout, self._names))

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> Connection:
        left = time_left(timeout, self.deadline, httpcore.ConnectTimeout)
        arguments = ssl_context, server_hostname, left
        if self.get_extra_info("ssl_object") is not None:  # TLS to a proxy
            return self._use(self._stream.start_tls(*arguments))
        # TLS takes the socket over; a copy can be shut down while hands are shaken.
        with self.socket.dup() as self.socket:
            stream = self._stream.start_tls(*arguments)
        return self._use(stream)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        if not isinstance(self.read_timeout, Unset):
            timeout = self.read_timeout
        while True:
            left = time_left(timeout, self.deadline, httpcore.ReadTimeout)
            received: bytes = self._stream.read(_READ_SIZE, left)
            if self._joiner is None:
                return received
            joined: bytes = self._joiner.feed(received)
            if joined or not received:
                return joined

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        for start in range(0, len(buffer), _WRITE_SIZE):
            left = time_left(timeout, self.deadline, httpcore.WriteTimeout)
            self._stream.write(buffer[start : start + _WRITE_SIZE], left)
            self.is_sent = self.steps <= 0

    def get_extra_info(self, info: str) -> Any:
        return self if info == "connection" else self._stream.get_extra_info(info)

    def interrupt(self) -> None:
        """End whatever waits for this connection, now and later. Safe from any thread."""
        self._is_interrupted = True
        self._names.put(OSError(CLOSED))
        shut_down(self.socket)

    def close(self) -> None:
        if self._stream is not None:
            close(self._stream)

    def _use(self, stream: httpcore.NetworkStream) -> Connection:
        self._stream = stream
        self.steps -= 1
        self.socket = stream.get_extra_info("socket")
        if self._is_interrupted:
            raise httpcore.ConnectError(CLOSED)
        return self
