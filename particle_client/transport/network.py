"""Sockets under the HTTP library, for threads: httpcore's, but for how they write (early.py)."""

from __future__ import annotations

import selectors
import socket
import ssl
import threading
import weakref
from typing import TYPE_CHECKING, Any

import httpcore

from .connecting import InterruptibleBackend
from .deadline import cut
from .early import CLOSED, ENDED, LARGE, READ_SIZE, WOULD_BLOCK, Arrived, as_httpcore
from .read_size import ReadSize
from .streamed import shut_down

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Network"]


class Network(httpcore.NetworkBackend):
    """Connects for threads."""

    def __init__(self) -> None:
        self.sockets: weakref.WeakSet[socket.socket] = weakref.WeakSet()
        self._lock = threading.Lock()
        self._closed = False
        self._backend = InterruptibleBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address that answers."""
        stream = self._backend.connect_tcp(host, port, cut(timeout), local_address, socket_options)
        return self.watched(stream)

    def watched(self, stream: httpcore.NetworkStream) -> httpcore.NetworkStream:
        """Give a connection that `close` ends. ConnectError if that has been called meanwhile."""
        watched = _Stream(stream, self)
        with self._lock:
            if not self._closed:
                self.sockets.add(stream.get_extra_info("socket"))
                return watched
        stream.close()
        raise httpcore.ConnectError(CLOSED)

    def close(self) -> None:
        """End all connections; a thread that waits for one gets an error, and closes it."""
        with self._lock:
            self._closed = True
            sockets = list(self.sockets)
        for sock in sockets:
            shut_down(sock)


class _Stream(httpcore.NetworkStream):
    """A connection of httpcore's, with another way of writing."""

    def __init__(self, stream: httpcore.NetworkStream, network: Network) -> None:
        self._stream = stream
        self._network = network
        self._socket: socket.socket = stream.get_extra_info("socket")
        # TLS within TLS has no socket of its own that one could look at.
        has_tls = stream.get_extra_info("ssl_object") is not None
        self._can_watch = not has_tls or isinstance(self._socket, ssl.SSLSocket)
        self._arrived = Arrived()
        self._read_size = ReadSize()

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        if self._arrived.data:
            return self._arrived.take(max_bytes)
        size = self._read_size.of(max_bytes)
        received = self._stream.read(size, cut(timeout))
        self._read_size.came(len(received), size)
        return received

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        if len(buffer) < LARGE or not self._can_watch:
            self._stream.write(buffer, cut(timeout))
            return
        with as_httpcore(httpcore.WriteTimeout, httpcore.WriteError), memoryview(buffer) as left:
            self._socket.settimeout(0)
            self._send(left, timeout)

    def _send(self, left: memoryview, timeout: float | None) -> None:
        while left:
            self._look()
            try:
                left = left[self._socket.send(left) :]
            except WOULD_BLOCK:
                self._wait(cut(timeout))

    def _look(self) -> None:
        while self._arrived.watched:
            try:
                received = self._socket.recv(READ_SIZE)
            except WOULD_BLOCK:
                return
            except ENDED:
                received = b""
            self._arrived.look_at(received)

    def _wait(self, timeout: float | None) -> None:
        """Wait until something can be written, or has come."""
        events = selectors.EVENT_WRITE
        if self._arrived.watched:
            events |= selectors.EVENT_READ
        with selectors.DefaultSelector() as selector:
            selector.register(self._socket, events)
            if not selector.select(timeout):
                raise TimeoutError("The write operation timed out")

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, cut(timeout))
        return self._network.watched(stream)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
