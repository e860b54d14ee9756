# Generated from async_connection.py by `make generate`. Do not edit.
"""A connection of httpcore's, with what it can't do.

Its waits end by an absolute deadline, its read timeout can change while a response is read, a wait
can be ended from another thread, and small chunks are joined.
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
    from collections.abc import Iterable

    from .joining import ChunkJoiner

CLOSED = "The client was closed"

_LARGEST_READ = 256 * 1024


class Connection(httpcore.NetworkBackend):
    """The network of one connection.

    Attributes:
        http: The connection as httpcore knows it.
        idle_since: When the last response was read.
        deadline: When waiting ends, by the monotonic clock.
        read_timeout: Stands in for the read timeout that a request came with.
    """

    http: httpcore.ConnectionInterface
    idle_since = 0.0
    deadline: float | None = None
    read_timeout: float | Unset | None = UNSET
    socket: Any = None
    _stream: _Stream | None = None
    _is_interrupted = False

    def __init__(self, origin: httpcore.Origin, joiner: ChunkJoiner | None) -> None:
        self.origin = origin
        self.joiner = joiner

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect. Addresses and options of this side aren't used here."""
        return self.wrap(connect(host, port, self.clamp(timeout)))

    def wrap(self, stream: httpcore.NetworkStream) -> _Stream:
        """Return a new network stream of this connection, under its limits."""
        wrapped = self._stream = _Stream(stream, self)
        self.socket = stream.get_extra_info("socket")
        if self._is_interrupted:
            raise httpcore.ConnectError(CLOSED)
        return wrapped

    def clamp(self, timeout: float | None) -> float | None:
        """Return a timeout that doesn't reach beyond the deadline."""
        if self.deadline is None:
            return timeout
        remaining = max(self.deadline - monotonic(), 0.001)
        return remaining if timeout is None else min(timeout, remaining)

    def interrupt(self) -> None:
        """End whatever waits for this connection, now and later. Safe from any thread."""
        self._is_interrupted = True
        shut_down(self.socket)

    def close(self) -> None:
        """Close the connection, whatever state it is in."""
        if self._stream is not None:
            close(self._stream)


class _Stream(httpcore.NetworkStream):
    _read_size = 0

    def __init__(self, stream: httpcore.NetworkStream, connection: Connection) -> None:
        self._stream = stream
        self._connection = connection

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        connection = self._connection
        if not isinstance(connection.read_timeout, Unset):
            timeout = connection.read_timeout
        # While more is waiting than is read, more is read at a time.
        size = max(max_bytes, self._read_size)
        while True:
            received = self._stream.read(size, connection.clamp(timeout))
            self._read_size = min(2 * size, _LARGEST_READ) if len(received) == size else 0
            if connection.joiner is None:
                return received
            joined = connection.joiner.feed(received)
            if joined or not received:
                return joined

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._connection.clamp(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        connection = self._connection
        timeout = connection.clamp(timeout)
        if self._stream.get_extra_info("ssl_object") is not None:  # TLS to a proxy
            stream = self._stream.start_tls(ssl_context, server_hostname, timeout)
        else:
            # TLS takes the socket over; a copy can be shut down while hands are shaken.
            with connection.socket.dup() as connection.socket:
                stream = self._stream.start_tls(ssl_context, server_hostname, timeout)
        return connection.wrap(stream)

    def get_extra_info(self, info: str) -> Any:
        return self._connection if info == "connection" else self._stream.get_extra_info(info)
