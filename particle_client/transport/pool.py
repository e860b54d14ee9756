# Generated from async_pool.py by `make generate`. Do not edit.
"""The pool of connections under the client that this package makes.

It takes the place of httpcore's pool, and uses its connections. httpcore's own pool isn't made for
thousands of calls at once: whenever a request begins or ends, it looks at all requests that wait
and at all connections.

Here a call waits until fewer than `CONNECTIONS` are under way, then takes the idle connection that
was used last, or a new one. Nobody else knows of that connection until the response is read; what
goes wrong before then closes it. A request that says `Connection: close`, as event streams do, gets
a new connection and doesn't wait: it may last for hours.
"""

from __future__ import annotations

import threading
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeAlias

import httpcore
import httpx

from .joining import ChunkJoiner
from .network import CLOSED, Connector, Network
from .proxies import Proxies, check_socks
from .waiting import Limiter, Lock, in_thread

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterator

__all__ = ["Pool", "PoolTransport"]

CONNECTIONS = 100
"""How many calls, and how many downloads, may be under way at a time; and how many connections may
be idle."""
KEEPALIVE = 30.0
"""Seconds after which an idle connection isn't used any more."""

_Origin: TypeAlias = "tuple[bytes, bytes, int]"


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
        self.network = Network()
        self._calls = Limiter(CONNECTIONS)
        self._downloads = Limiter(CONNECTIONS)
        self._proxies = Proxies() if use_proxies else None
        self._idle: list[_Connection] = []
        self._lock = threading.Lock()
        self._tls: ssl.SSLContext | None = None
        self._loading_tls = Lock()

    def handle_request(self, request: httpcore.Request) -> httpcore.Response:
        """Send a request; the body of the response is left to be read."""
        extensions: dict[str, Any] = request.extensions  # pyright: ignore
        limiter = None
        if (b"connection", b"close") not in (
            (name.lower(), value) for name, value in request.headers
        ):
            limiter = self._downloads if extensions.get("streamed") else self._calls
            if not limiter.acquire(extensions.get("timeout", {}).get("pool")):
                raise httpcore.PoolTimeout("No connection came free in time")
        body = _Body(self, limiter)
        try:
            if self.network.closed:  # while this waited
                raise httpcore.ConnectError(CLOSED)
            connection = None if limiter is None else self._take(request.url.origin)
            if connection is None:
                connection = self._make(request.url.origin)
            if limiter is None:
                connection.connector.joiner = ChunkJoiner()
            body.connection = connection
            connection.connector.begin(extensions.get("deadline"), extensions.get("interrupt"))
            response = connection.http.handle_request(request)
        except BaseException:
            body.end()
            raise
        body.stream = response.stream
        return httpcore.Response(
            status=response.status,
            headers=response.headers,
            content=body,
            extensions=response.extensions,  # pyright: ignore
        )

    def give_back(self, connection: _Connection) -> None:
        """Keep a connection that has done its work, or close it."""
        old: list[_Connection] = []
        if self.network.closed or not connection.http.is_idle():
            old.append(connection)
        else:
            now = connection.idle_since = monotonic()
            with self._lock:
                idle = self._idle
                idle.append(connection)
                while len(idle) > CONNECTIONS or idle[0].idle_since + KEEPALIVE < now:
                    old.append(idle.pop(0))
        for each in old:
            each.connector.close()

    def close(self) -> None:
        """Close all connections. A call that is under way gets an error."""
        self.network.close()
        with self._lock:
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.connector.close()

    def _take(self, origin: httpcore.Origin) -> _Connection | None:
        """Return the idle connection that was used last."""
        key = _key(origin)
        while True:
            with self._lock:
                found = next((each for each in reversed(self._idle) if each.key == key), None)
                if found is None:
                    return None
                self._idle.remove(found)
            if not found.http.has_expired():
                return found
            found.connector.close()

    def _make(self, origin: httpcore.Origin) -> _Connection:
        """Return a new connection; it connects when it gets its request."""
        connector = Connector(self.network)
        options: dict[str, Any] = {"keepalive_expiry": KEEPALIVE, "network_backend": connector}
        scheme, host = origin.scheme.decode(), origin.host.decode()
        if scheme == "https":
            options["ssl_context"] = self._get_tls()
        elif scheme != "http":
            raise httpcore.UnsupportedProtocol(
                f"The URL must begin with http:// or https://, not {scheme!r}"
            )
        proxy = None if self._proxies is None else self._proxies.find(scheme, host, origin.port)
        if proxy is None:
            http: Any = httpcore.HTTPConnection(origin, **options)
            return _Connection(_key(origin), http, connector)
        options |= {"proxy_url": proxy.url, "proxy_auth": proxy.auth}
        if proxy.is_socks:
            check_socks()
            http = httpcore.SOCKSProxy(**options)
        else:
            if proxy.scheme == "https":
                options["proxy_ssl_context"] = in_thread(httpx.create_ssl_context)
            http = httpcore.HTTPProxy(**options)
        return _Connection(_key(origin), http.create_connection(origin), connector)

    def _get_tls(self) -> ssl.SSLContext:
        """Return the trusted certificates. Loading them takes tens of milliseconds."""
        if self._tls is None:
            with self._loading_tls:
                if self._tls is None:
                    self._tls = in_thread(httpx.create_ssl_context)
        return self._tls


class _Connection:
    """A connection of httpcore's, and what makes and limits it."""

    __slots__ = ("connector", "http", "idle_since", "key")

    def __init__(
        self, key: _Origin, http: httpcore.ConnectionInterface, connector: Connector
    ) -> None:
        self.key = key
        self.http = http
        self.connector = connector
        self.idle_since = 0.0


def _key(origin: httpcore.Origin) -> _Origin:
    return origin.scheme, origin.host, origin.port


class _Body:
    """The body of a response; when it ends, what its request took is given back."""

    stream: Any
    connection: _Connection | None = None

    def __init__(self, pool: Pool, limiter: Limiter | None) -> None:
        self._pool = pool
        self._limiter = limiter
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
            if self.connection is not None:
                if reuse:
                    self._pool.give_back(self.connection)
                else:
                    self.connection.connector.close()
        finally:
            if self._limiter is not None:
                self._limiter.release()
