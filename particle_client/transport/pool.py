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
from contextlib import ExitStack
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeAlias, cast
from weakref import WeakSet

import httpcore
import httpx

from ..base.unset import UNSET
from .connection import CLOSED, Connection
from .joining import ChunkJoiner
from .proxies import Proxies
from .waiting import Semaphore, acquire, in_thread

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterator

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
        self._all: WeakSet[Connection] = WeakSet()
        self._lock = threading.Lock()
        self._tls: ssl.SSLContext | None = None
        self._loading_tls = threading.Lock()

    def handle_request(self, request: httpcore.Request) -> httpcore.Response:
        """Send a request; the body of the response is left to be read."""
        extensions = cast("dict[str, Any]", request.extensions)
        origin = request.url.origin
        alone = any(
            value == b"close" for name, value in request.headers if name.lower() == b"connection"
        )
        with ExitStack() as stack:  # what is to be given back
            if not alone:
                semaphore = self._downloads if extensions.get("streamed") else self._calls
                if not acquire(semaphore, extensions.get("timeout", {}).get("pool")):
                    raise httpcore.PoolTimeout("No connection came free in time")
                stack.callback(semaphore.release)
            connection = None if alone else self._take(origin)
            if connection is None:
                connection = self._make(origin, ChunkJoiner() if alone else None)
            stack.callback(self._give_back, origin, connection)
            connection.deadline = extensions.get("deadline")
            if (interrupt := extensions.get("interrupt")) is not None:
                interrupt.call(connection.interrupt)
            response = connection.http.handle_request(request)
            return httpcore.Response(
                response.status,
                headers=response.headers,
                content=_Body(response.stream, stack.pop_all()),
                extensions=response.extensions,  # pyright: ignore
            )

    def close(self) -> None:
        """Close all connections. A call that is under way gets an error."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
            connections = list(self._all)
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
        for connection in list(self._all):
            if connection.socket is not None and connection.socket.fileno() >= 0:
                os.dup2(nowhere, connection.socket.fileno(), inheritable=False)
        os.close(nowhere)

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

    def _give_back(self, origin: httpcore.Origin, connection: Connection) -> None:
        """Keep a connection that has done its work; close one that hasn't, and old ones."""
        old = [(origin, connection)]
        connection.read_timeout = UNSET
        now = connection.idle_since = monotonic()
        with self._lock:
            idle = self._idle
            if connection.http.is_available() and not self._closed:
                idle.append(old.pop())
            while idle and (len(idle) > CONNECTIONS or idle[0][1].idle_since + KEEPALIVE < now):
                old.append(idle.pop(0))
        for _, each in old:
            each.close()

    def _make(self, origin: httpcore.Origin, joiner: ChunkJoiner | None) -> Connection:
        """Return a new connection; it connects when it gets its request."""
        connection = Connection(joiner)
        options: dict[str, Any] = {"keepalive_expiry": KEEPALIVE, "network_backend": connection}
        scheme, host = origin.scheme.decode(), origin.host.decode()
        if scheme == "https":
            options["ssl_context"] = self._tls or in_thread(self._load_tls)
        elif scheme != "http":
            raise httpcore.UnsupportedProtocol(f"It must be http:// or https://, not {scheme}://")
        proxy = None if self._proxies is None else self._proxies.find(scheme, host, origin.port)
        if proxy is None:
            connection.http = httpcore.HTTPConnection(origin, **options)
        else:
            kind: Any = httpcore.SOCKSProxy if proxy.is_socks else httpcore.HTTPProxy
            if proxy.url.startswith("https:"):
                options["proxy_ssl_context"] = in_thread(httpx.create_ssl_context)
            http = kind(proxy_url=proxy.url, proxy_auth=proxy.auth, **options)
            connection.http = http.create_connection(origin)
        with self._lock:
            self._all.add(connection)
            if self._closed:
                raise httpcore.ConnectError(CLOSED)
        return connection

    def _load_tls(self) -> ssl.SSLContext:
        """Return the trusted certificates. Loading them takes tens of milliseconds."""
        with self._loading_tls:
            if self._tls is None:
                self._tls = httpx.create_ssl_context()
        return self._tls


class _Body:
    """The body of a response; at its end, what the request took is given back."""

    def __init__(self, stream: Any, stack: ExitStack) -> None:
        self._stream = stream
        self._stack = stack

    def __iter__(self) -> Iterator[bytes]:
        pieces: Iterator[bytes] = self._stream.__iter__()
        return pieces

    def close(self) -> None:
        with self._stack:
            self._stream.close()
