# Generated from async_pool.py by `make generate`. Do not edit.
"""The pool of connections under the client that this package makes.

It takes the place of httpcore's pool, which isn't made for thousands of calls at once: whenever a
request begins or ends, that looks at all requests that wait and at all connections.

Here a call waits until fewer than `CONNECTIONS` are under way, then takes the idle connection that
was used last, or a new one. Nobody else knows of that connection until the response is read; what
goes wrong before then closes it. A request that says `Connection: close`, as event streams do, gets
a new connection and doesn't wait: it may last for hours.
"""

from __future__ import annotations

import os
import threading
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeAlias
from weakref import WeakSet

import httpcore
import httpx

from .connection import Connection
from .joining import ChunkJoiner
from .proxies import Proxies
from .waiting import Lock, Semaphore, acquire, in_thread

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterator

__all__ = ["Pool", "PoolTransport"]

CONNECTIONS = 100
"""How many calls, and how many downloads, may be under way at a time; and how many connections may
be idle."""
KEEPALIVE = 30.0
"""Seconds after which an idle connection isn't used any more."""

_Idle: TypeAlias = "list[tuple[httpcore.Origin, Connection]]"


class PoolTransport(httpx.HTTPTransport):
    """httpx's own transport over our pool.

    Tools that record or mock requests (vcrpy, pytest-httpx) replace `handle_request` of
    httpx's class. So that is inherited, and it sends to what it finds in `_pool`: the one private
    name of httpx here. A version of httpx without it can't be used.
    """

    def __init__(self, pool: Pool) -> None:
        self._pool: Any = pool


class Pool:
    """Connections for calls, downloads and streams."""

    def __init__(self, *, use_proxies: bool) -> None:
        self._closed = False
        self._calls = Semaphore(CONNECTIONS)
        self._downloads = Semaphore(CONNECTIONS)
        self._proxies = Proxies() if use_proxies else None
        self._idle: _Idle = []
        self._open: WeakSet[Connection] = WeakSet()
        self._lock = threading.Lock()
        self._tls: ssl.SSLContext | None = None
        self._loading_tls = Lock()

    def handle_request(self, request: httpcore.Request) -> httpcore.Response:
        """Send a request; the body of the response is left to be read."""
        extensions: Any = request.extensions
        semaphore = self._downloads if extensions.get("streamed") else self._calls
        alone = any(
            value == b"close" for name, value in request.headers if name.lower() == b"connection"
        )
        if not alone and not acquire(semaphore, extensions.get("timeout", {}).get("pool")):
            raise httpcore.PoolTimeout("No connection came free in time")
        body = _Body(self, request.url.origin, None if alone else semaphore)
        try:
            self._check_open()  # it may have been closed while this waited
            connection = None if alone else self._take(request.url.origin)
            body.connection = connection = connection or self._make(request.url.origin)
            connection.deadline = extensions.get("deadline")
            connection.interrupts = extensions.get("interrupt")
            connection.joiner = ChunkJoiner() if alone else None
            connection.read_timeout = Connection.read_timeout
            response = connection.http.handle_request(request)
        except BaseException:
            body.end()
            raise
        body.stream = response.stream
        return httpcore.Response(
            response.status,
            headers=response.headers,
            content=body,
            extensions=response.extensions,  # pyright: ignore
        )

    def give_back(self, origin: httpcore.Origin, connection: Connection) -> None:
        """Keep a connection that has done its work, or close it."""
        if self._closed or not connection.http.is_idle():
            connection.close()
            return
        old: _Idle = []
        now = connection.idle_since = monotonic()
        with self._lock:
            idle = self._idle
            idle.append((origin, connection))
            while len(idle) > CONNECTIONS or idle[0][1].idle_since + KEEPALIVE < now:
                old.append(idle.pop(0))
        for _, each in old:
            each.close()

    def close(self) -> None:
        """Close all connections. A call that is under way gets an error."""
        self._closed = True
        with self._lock:
            idle, self._idle = self._idle, []
            connections = list(self._open)
        for connection in connections:
            connection.interrupt()
        for _, connection in idle:
            connection.close()

    def after_fork(self) -> None:
        """Close this process's copies of its parent's connections, without a word to the server.

        What still holds their file descriptors must not close those of others later on, so the
        descriptors stay, and lead nowhere.
        """
        nowhere = os.open(os.devnull, os.O_RDWR)
        for connection in list(self._open):
            if (descriptor := connection.socket.fileno()) >= 0:
                os.dup2(nowhere, descriptor, inheritable=False)
        os.close(nowhere)

    def _check_open(self) -> None:
        if self._closed:
            raise httpcore.ConnectError("The client was closed")

    def _opened(self, connection: Connection) -> None:
        with self._lock:
            self._open.add(connection)
        self._check_open()

    def _take(self, origin: httpcore.Origin) -> Connection | None:
        """Return the idle connection that was used last."""
        while True:
            with self._lock:
                found = next((each for each in reversed(self._idle) if each[0] == origin), None)
                if found is None:
                    return None
                self._idle.remove(found)
            if not found[1].http.has_expired():
                return found[1]
            found[1].close()

    def _make(self, origin: httpcore.Origin) -> Connection:
        """Return a new connection; it connects when it gets its request."""
        connection = Connection(self._opened)
        options: dict[str, Any] = {"keepalive_expiry": KEEPALIVE, "network_backend": connection}
        scheme, host = origin.scheme.decode(), origin.host.decode()
        if scheme == "https":
            options["ssl_context"] = self._get_tls()
        elif scheme != "http":
            raise httpcore.UnsupportedProtocol(f"It must be http:// or https://, not {scheme}://")
        proxy = None if self._proxies is None else self._proxies.find(scheme, host, origin.port)
        if proxy is None:
            connection.http = httpcore.HTTPConnection(origin, **options)
            return connection
        options |= {"proxy_url": proxy.url, "proxy_auth": proxy.auth}
        if proxy.is_socks:
            connection.http = httpcore.SOCKSProxy(**options).create_connection(origin)
        else:
            if proxy.url.startswith("https:"):
                options["proxy_ssl_context"] = in_thread(httpx.create_ssl_context)
            connection.http = httpcore.HTTPProxy(**options).create_connection(origin)
        return connection

    def _get_tls(self) -> ssl.SSLContext:
        """Return the trusted certificates. Loading them takes tens of milliseconds."""
        if self._tls is None:
            with self._loading_tls:
                if self._tls is None:
                    self._tls = in_thread(httpx.create_ssl_context)
        return self._tls


class _Body:
    """The body of a response; at its end, what the request took is given back."""

    stream: Any
    connection: Connection | None = None

    def __init__(self, pool: Pool, origin: httpcore.Origin, semaphore: Semaphore | None) -> None:
        self._pool = pool
        self._origin = origin
        self._semaphore = semaphore
        self._has_ended = False

    def __iter__(self) -> Iterator[bytes]:
        try:
            for piece in self.stream:
                yield piece
        except BaseException:
            self.end()
            raise

    def close(self) -> None:
        try:
            self.stream.close()
        except BaseException:
            self.end()
            raise
        self.end(reuse=True)

    def end(self, *, reuse: bool = False) -> None:
        """Give connection and turn back."""
        if self._has_ended:
            return
        self._has_ended = True
        try:
            if self.connection is not None and reuse:
                self._pool.give_back(self._origin, self.connection)
            elif self.connection is not None:
                self.connection.close()
        finally:
            if self._semaphore is not None:
                self._semaphore.release()
