"""Sockets under the HTTP library, for tasks.

They are used themselves, under asyncio and trio alike, because asyncio's transports drop what has
come as soon as a write fails, and so lose early responses (early.py). Doing without the transports
takes less time, too.
"""

from __future__ import annotations

import asyncio
import errno
import socket
import ssl
import sys
import weakref
from functools import partial
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any

import httpcore

from .early import CLOSED, ENDED, LARGE, READ_SIZE, WOULD_BLOCK, Arrived, as_httpcore
from .read_size import ReadSize
from .waits import AsyncioWaits, trio_waits

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["AsyncNetwork", "make_async_network"]

# After so many reads or writes that didn't have to wait, other tasks get their turn.
_TURNS = 16
_HAPPY_EYEBALLS_DELAY = 0.25


def make_async_network(loop: object) -> AsyncNetwork | None:
    """Give the backend for an event loop; None for one that httpcore's own is for.

    Args:
        loop: asyncio's event loop; None under trio.
    """
    if sys.platform == "win32" and isinstance(loop, asyncio.ProactorEventLoop):
        return None  # it can't wait for sockets
    return AsyncNetwork(trio_waits if loop is None else AsyncioWaits)


class AsyncNetwork(httpcore.AsyncNetworkBackend):
    """Connects for tasks."""

    def __init__(self, waits: Any) -> None:
        self.sockets: weakref.WeakSet[socket.socket] = weakref.WeakSet()
        self._streams: weakref.WeakSet[_AsyncStream] = weakref.WeakSet()
        self._waits = waits
        self._closed = False

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to the address that answers first (RFC 8305)."""
        import anyio

        with as_httpcore(httpcore.ConnectTimeout, httpcore.ConnectError):
            with anyio.fail_after(timeout):
                addresses = await _addresses(host, port)
                connected = await self._race(addresses)
            if self._closed:
                connected.close()
                raise httpcore.ConnectError(CLOSED)
            connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        stream = _AsyncStream(connected, self._waits(connected))
        self.sockets.add(connected)
        self._streams.add(stream)
        return stream

    def close(self) -> None:
        """Close all connections; who waits for one gets an error."""
        self._closed = True
        for stream in list(self._streams):
            stream.close()

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        import anyio

        await anyio.sleep(seconds)

    async def _race(self, addresses: list[tuple[Any, ...]]) -> socket.socket:
        """Try each address a moment after the one before, or when that one failed."""
        if len(addresses) == 1:
            return await self._connect(addresses[0])
        import anyio

        winners: list[socket.socket] = []
        errors: list[OSError] = []

        async def attempt(address: tuple[Any, ...], over: anyio.Event) -> None:
            try:
                winners.append(await self._connect(address))
                group.cancel_scope.cancel()
            except OSError as error:
                errors.append(error)
            finally:
                over.set()

        try:
            async with anyio.create_task_group() as group:
                for address in addresses:
                    over = anyio.Event()
                    group.start_soon(attempt, address, over)
                    with anyio.move_on_after(_HAPPY_EYEBALLS_DELAY):
                        await over.wait()
        except BaseException:
            for winner in winners:
                winner.close()
            raise
        for loser in winners[1:]:
            loser.close()
        if not winners:
            raise errors[0]
        return winners[0]

    async def _connect(self, address: tuple[Any, ...]) -> socket.socket:
        family, kind, protocol, _, where = address
        sock = socket.socket(family, kind, protocol)
        try:
            sock.setblocking(False)
            code = sock.connect_ex(where)
            if code in _CONNECTING:
                await self._waits(sock).wait(False, True, None)
                code = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
            if code:
                raise OSError(code, f"{errno.errorcode.get(code, code)}: {where[0]} {where[1]}")
        except BaseException:
            sock.close()
            raise
        return sock


_CONNECTING = (errno.EINPROGRESS, errno.EWOULDBLOCK, getattr(errno, "WSAEWOULDBLOCK", -1))


async def _addresses(host: str, port: int) -> list[tuple[Any, ...]]:
    """Give the addresses of a host, IPv6 and IPv4 in turns."""
    try:
        version = ip_address(host).version
    except ValueError:
        pass
    else:
        family = socket.AF_INET6 if version == 6 else socket.AF_INET
        where = (host, port, 0, 0) if version == 6 else (host, port)
        return [(family, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", where)]
    import anyio

    found: list[Any] = list(await anyio.getaddrinfo(host, port, type=socket.SOCK_STREAM))
    first = [address for address in found if address[0] == found[0][0]]
    others = [address for address in found if address[0] != found[0][0]]
    mixed: list[Any] = []
    while first or others:
        mixed += first[:1] + others[:1]
        first, others = first[1:], others[1:]
    return mixed


class _AsyncStream(httpcore.AsyncNetworkStream):
    """A TCP connection."""

    def __init__(self, sock: socket.socket, waits: Any) -> None:
        self._socket = sock
        self._waits = waits
        self._arrived = Arrived()
        self._read_size = ReadSize()
        self._turns = 0

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        if self._arrived.data:
            return self._arrived.take(max_bytes)
        size = self._read_size.of(max_bytes)
        with as_httpcore(httpcore.ReadTimeout, httpcore.ReadError):
            received = await self.receive(size, timeout)
        self._read_size.came(len(received), size)
        return received

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        look = partial(_look, self, self._arrived) if len(buffer) >= LARGE else None
        with as_httpcore(httpcore.WriteTimeout, httpcore.WriteError):
            await self.send(buffer, timeout, look)

    async def receive(self, most: int, timeout: float | None) -> bytes:
        """Read, with the system's errors."""
        while True:
            try:
                received = self._socket.recv(most)
            except WOULD_BLOCK:
                self._turns = 0
                await self._waits.wait(True, False, timeout)
            else:
                await self._count_turn()
                return received

    async def send(self, buffer: bytes, timeout: float | None, look: Any) -> None:
        """Write, with the system's errors.

        Args:
            look: Looks at what has come; gives whether it is to be called again.
        """
        left = memoryview(buffer)
        while left:
            watch = look is not None and look()
            try:
                left = left[self._socket.send(left) :]
            except WOULD_BLOCK:
                self._turns = 0
                await self._waits.wait(watch, True, timeout)
            else:
                await self._count_turn()

    def receive_now(self) -> bytes | None:
        """Read what has come; None if nothing has."""
        try:
            return self._socket.recv(READ_SIZE)
        except WOULD_BLOCK:
            return None

    async def _count_turn(self) -> None:
        self._turns += 1
        if self._turns >= _TURNS:
            self._turns = 0
            await self._waits.pause()

    async def aclose(self) -> None:
        self.close()

    def close(self) -> None:
        """Close the socket, at once."""
        if self._socket.fileno() >= 0:
            self._waits.close()
            self._socket.close()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.AsyncNetworkStream:
        return await _start_tls(self, ssl_context, server_hostname, timeout)

    def get_extra_info(self, info: str) -> Any:
        if info == "socket":
            return self._socket
        if info == "is_readable":
            return _is_readable(self._socket)
        if info == "client_addr":
            return self._socket.getsockname()
        if info == "server_addr":
            return self._socket.getpeername()
        return None


class _AsyncTLSStream(httpcore.AsyncNetworkStream):
    """TLS over a connection, be that TCP or TLS itself (an https proxy)."""

    def __init__(
        self, below: _AsyncStream | _AsyncTLSStream, context: ssl.SSLContext, host: str | None
    ) -> None:
        self._below = below
        self._incoming = ssl.MemoryBIO()
        self._outgoing = ssl.MemoryBIO()
        self._tls = context.wrap_bio(self._incoming, self._outgoing, server_hostname=host)
        self._arrived = Arrived()

    async def handshake(self, timeout: float | None) -> None:
        """Agree on keys, and check the certificate."""
        import anyio

        with anyio.fail_after(timeout):
            while True:
                try:
                    self._tls.do_handshake()
                except ssl.SSLWantReadError:
                    await self._flush(None, None)
                    await self._fill(None)
                except ssl.SSLError:
                    await self._flush(None, None)  # tells the server why
                    raise
                else:
                    await self._flush(None, None)
                    return

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        if self._arrived.data:
            return self._arrived.take(max_bytes)
        with as_httpcore(httpcore.ReadTimeout, httpcore.ReadError):
            return await self.receive(max_bytes, timeout)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        look = partial(_look, self, self._arrived) if len(buffer) >= LARGE else None
        with as_httpcore(httpcore.WriteTimeout, httpcore.WriteError):
            await self.send(buffer, timeout, look)

    async def receive(self, most: int, timeout: float | None) -> bytes:
        while True:
            try:
                return self._tls.read(most)
            except ssl.SSLWantReadError:
                await self._flush(timeout, None)
                await self._fill(timeout)
            except ENDED:
                return b""

    async def send(self, buffer: bytes, timeout: float | None, look: Any) -> None:
        left = memoryview(buffer)
        while left:
            try:
                left = left[self._tls.write(left) :]
            except ssl.SSLWantReadError:
                await self._flush(timeout, look)
                await self._fill(timeout)
        await self._flush(timeout, look)

    def receive_now(self) -> bytes | None:
        while True:
            try:
                return self._tls.read(READ_SIZE)
            except ssl.SSLWantReadError:
                received = self._below.receive_now()
                if received is None:
                    return None
                self._feed(received)
            except ENDED:
                return b""

    def _feed(self, received: bytes) -> None:
        if received:
            self._incoming.write(received)
        else:
            self._incoming.write_eof()

    async def _fill(self, timeout: float | None) -> None:
        self._feed(await self._below.receive(READ_SIZE, timeout))

    async def _flush(self, timeout: float | None, look: Any) -> None:
        if self._outgoing.pending:
            await self._below.send(self._outgoing.read(), timeout, look)

    async def aclose(self) -> None:
        self.close()

    def close(self) -> None:
        self._below.close()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.AsyncNetworkStream:
        return await _start_tls(self, ssl_context, server_hostname, timeout)

    def get_extra_info(self, info: str) -> Any:
        return self._tls if info == "ssl_object" else self._below.get_extra_info(info)


async def _start_tls(
    below: Any, context: ssl.SSLContext, host: str | None, timeout: float | None
) -> httpcore.AsyncNetworkStream:
    try:
        with as_httpcore(httpcore.ConnectTimeout, httpcore.ConnectError):
            stream = _AsyncTLSStream(below, context, host)
            await stream.handshake(timeout)
    except BaseException:
        below.close()
        raise
    return stream


def _look(stream: _AsyncStream | _AsyncTLSStream, arrived: Arrived) -> bool:
    """Look at what has come; give whether to look again."""
    while arrived.watched:
        received = stream.receive_now()
        if received is None:
            break
        arrived.look_at(received)
    return arrived.watched


def _is_readable(sock: socket.socket) -> bool:
    """Whether something has come, or the connection was closed."""
    if sock.fileno() < 0:
        return True
    try:
        sock.recv(1, socket.MSG_PEEK)
    except WOULD_BLOCK:
        return False
    except OSError:
        pass
    return True
