# Generated from async_network.py by `make generate`. Do not edit.
"""The network below the HTTP library: its own connections, with what it can't do.

Their waits end by an absolute deadline, their read timeout can change while a response is read, and
a wait can be ended from another thread.
"""

from __future__ import annotations

import os
import threading
from time import monotonic
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

import httpcore

from ..base.unset import UNSET, Unset
from .connecting import close, connect
from .interrupt import shut_down

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterable

    from .interrupt import Interrupt
    from .joining import ChunkJoiner

__all__ = ["CLOSED", "Connector", "Network"]

CLOSED = "The client was closed"

_LARGEST_READ = 256 * 1024


class Network:
    """The connections that a client has open."""

    def __init__(self) -> None:
        self.closed = False
        self._streams: WeakSet[_Stream] = WeakSet()
        self._lock = threading.Lock()

    def add(self, stream: _Stream) -> None:
        """Learn of a connection. ConnectError if `close` was called meanwhile."""
        with self._lock:
            self._streams.add(stream)
        if self.closed:
            raise httpcore.ConnectError(CLOSED)

    def close(self) -> None:
        """End all connections: who waits for one gets an error. Safe from any thread."""
        self.closed = True
        with self._lock:
            streams = list(self._streams)
        for stream in streams:
            stream.interrupt()

    def close_inherited(self) -> None:
        """Close this process's copies of its parent's connections, without a word to the server.

        What still holds their file descriptors must not close those of others later on, so the
        descriptors stay, and lead nowhere.
        """
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in list(self._streams):
            if (descriptor := stream.socket.fileno()) >= 0:
                os.dup2(nowhere, descriptor, inheritable=False)
        os.close(nowhere)


class Connector(httpcore.NetworkBackend):
    """Makes one connection, and keeps the limits of what it waits for.

    Attributes:
        deadline: When waiting ends, by the monotonic clock.
        read_timeout: Stands in for the read timeout that the request came with.
        interrupt: What ends waiting from another thread.
        joiner: Joins chunks.
    """

    def __init__(self, network: Network) -> None:
        self._network = network
        self._stream: _Stream | None = None
        self.joiner: ChunkJoiner | None = None
        self.begin()

    def begin(self, deadline: float | None = None, interrupt: Interrupt | None = None) -> None:
        """Take the limits of the next request."""
        self.deadline = deadline
        self.interrupt = interrupt
        self.read_timeout: float | Unset | None = UNSET

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect. Addresses and options of this side aren't used here."""
        stream = connect(host, port, self.clamp(timeout), self.interrupt)
        return self.watch(stream)

    def watch(self, stream: httpcore.NetworkStream) -> _Stream:
        """Return the connection, under the limits."""
        watched = self._stream = _Stream(stream, self)
        self._network.add(watched)
        if self.interrupt is not None:
            self.interrupt.call(watched.interrupt)
        return watched

    def clamp(self, timeout: float | None) -> float | None:
        """Return a timeout that doesn't reach beyond the deadline."""
        if self.deadline is None:
            return timeout
        remaining = max(self.deadline - monotonic(), 0.001)
        return remaining if timeout is None else min(timeout, remaining)

    def close(self) -> None:
        """Close the connection, whatever state it is in."""
        if self._stream is not None:
            close(self._stream)


class _Stream(httpcore.NetworkStream):
    """A connection."""

    def __init__(self, stream: httpcore.NetworkStream, connector: Connector) -> None:
        self._stream = stream
        self._connector = connector
        self._read_size = 0
        self.socket: Any = stream.get_extra_info("socket")

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        connector = self._connector
        if not isinstance(connector.read_timeout, Unset):
            timeout = connector.read_timeout
        # While more is waiting than is read, more is read at a time.
        size = max(max_bytes, self._read_size)
        while True:
            received = self._stream.read(size, connector.clamp(timeout))
            self._read_size = min(2 * size, _LARGEST_READ) if len(received) == size else 0
            if connector.joiner is None:
                return received
            if (joined := connector.joiner.feed(received)) or not received:
                return joined

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._connector.clamp(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        timeout = self._connector.clamp(timeout)
        if self._stream.get_extra_info("ssl_object") is not None:  # TLS to a proxy
            stream = self._stream.start_tls(ssl_context, server_hostname, timeout)
        else:
            # TLS takes the socket over; a copy can be shut down while hands are shaken.
            with self.socket.dup() as self.socket:
                stream = self._stream.start_tls(ssl_context, server_hostname, timeout)
        return self._connector.watch(stream)

    def get_extra_info(self, info: str) -> Any:
        return self._connector if info == "connector" else self._stream.get_extra_info(info)

    def interrupt(self) -> None:
        """End whatever waits for this connection. Safe from any thread."""
        shut_down(self.socket)
