# Generated from async_connection.py by `make generate`. Do not edit.
"""A connection of httpcore's, with what it can't do: waits end by a deadline, the read timeout can
change while a response is read, another thread can end a wait, and small chunks are joined.
"""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any

import httpcore

from ..base.unset import UNSET, Unset
from .interrupt import shut_down
from .waiting import close, connect

if TYPE_CHECKING:
    import ssl

    from .joining import ChunkJoiner

CLOSED = "The client was closed"

_READ_SIZE = 256 * 1024  # four times httpcore's, for downloads


class Connection(httpcore.NetworkBackend, httpcore.NetworkStream):
    """The network of one connection, and the stream that it is made of."""

    http: httpcore.ConnectionInterface
    deadline: float | None = None  # by the monotonic clock
    read_timeout: float | Unset | None = UNSET  # instead of the one that a request came with
    socket: Any = None
    _stream: Any = None
    _is_interrupted = False

    def __init__(self, origin: httpcore.Origin, joiner: ChunkJoiner | None) -> None:
        self.origin = origin
        self._joiner = joiner

    def connect_tcp(self, host: str, port: int, *_: Any, **options: Any) -> Connection:
        return self._use(connect(host, port, self._clamp(options["timeout"])))

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> Connection:
        arguments = ssl_context, server_hostname, self._clamp(timeout)
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
            received: bytes = self._stream.read(_READ_SIZE, self._clamp(timeout))
            if self._joiner is None:
                return received
            joined = self._joiner.feed(received)
            if joined or not received:
                return joined

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._clamp(timeout))

    def get_extra_info(self, info: str) -> Any:
        return self if info == "connection" else self._stream.get_extra_info(info)

    def interrupt(self) -> None:
        """End whatever waits for this connection, now and later. Safe from any thread."""
        self._is_interrupted = True
        shut_down(self.socket)

    def close(self) -> None:
        if self._stream is not None:
            close(self._stream)

    def _use(self, stream: httpcore.NetworkStream) -> Connection:
        self._stream = stream
        self.socket = stream.get_extra_info("socket")
        if self._is_interrupted:
            raise httpcore.ConnectError(CLOSED)
        return self

    def _clamp(self, timeout: float | None) -> float | None:
        """Return a timeout that doesn't reach beyond the deadline."""
        if self.deadline is None:
            return timeout
        remaining = max(self.deadline - monotonic(), 0.001)
        return remaining if timeout is None else min(timeout, remaining)
