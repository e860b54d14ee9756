"""The pool of connections under the client that this package makes.

Whenever a request begins or ends, httpcore's own pool looks at all requests that wait and at all
connections, which takes long with thousands of calls at once. Here a request waits until fewer than
`CONNECTIONS` of its kind are under way, then takes the idle connection that was used last, or a new
one. Nobody else knows of that until the response is read; what goes wrong before then closes it. An
event stream gets a new connection and doesn't wait: it may last for hours.
"""

from __future__ import annotations

import os
import re
import threading
from importlib import util
from time import monotonic
from typing import TYPE_CHECKING, Any, cast
from weakref import WeakSet

import httpcore
import httpx

from ..base.errors import ConfigurationError
from ..base.proxies import bypasses_proxy, getproxies
from ..base.unset import UNSET
from .async_connection import CLOSED, AsyncConnection
from .async_waiting import Semaphore, acquire, in_thread, release

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncIterator, Callable

CONNECTIONS = 100  # for calls, and for downloads; and how many may be idle
KEEPALIVE = 30.0  # seconds after which an idle connection isn't used any more
keep_alive: Callable[[bytes], Any] = re.compile(rb"(?i:.*\btimeout=(\d{1,9}))").match


class _NoCookies(httpx.Cookies):
    def extract_cookies(self, response: httpx.Response) -> None:
        pass  # it takes as long as parsing the response


class AsyncPoolClient(httpx.AsyncClient):
    """httpx's client over our pool. It adds nothing to requests, and keeps no cookies."""

    build_request: Any = httpx.Request
    cookies: Any = _NoCookies()

    def __init__(self, *, use_proxies: bool) -> None:
        self.pool: AsyncPool = AsyncPool(use_proxies=use_proxies)
        super().__init__(transport=_AsyncPoolTransport(self.pool), timeout=None)


class _AsyncPoolTransport(httpx.AsyncHTTPTransport):
    """httpx's own transport over our pool: `_pool` is the one private name of httpx used here.

    Tools that record or mock requests (vcrpy, pytest-httpx) replace its `handle_async_request`.
    """

    def __init__(self, pool: AsyncPool) -> None:
        self._pool: Any = pool


class AsyncPool:
    """Connections for calls, downloads and event streams."""

    def __init__(self, *, use_proxies: bool) -> None:
        self._closed = False
        self._limiters = {"call": Semaphore(CONNECTIONS), "download": Semaphore(CONNECTIONS)}
        self._proxies = getproxies() if use_proxies else {}
        self._idle: list[AsyncConnection] = []
        self._all: WeakSet[AsyncConnection] = WeakSet()
        self._lock = threading.Lock()
        self._tls: ssl.SSLContext | None = None
        self._loading_tls = threading.Lock()

    async def handle_async_request(self, request: httpcore.Request) -> httpcore.Response:
        body = _AsyncBody(self)
        try:
            response = await self._send(request, body)
        except BaseException:
            await body.aclose()
            raise
        body.stream, response.stream = response.stream, body
        for name, value in response.headers:
            if name.lower() == b"keep-alive" and (found := keep_alive(value)) and body.connection:
                # A second before the server would close it: its request mustn't cross with that.
                body.connection.expires_at = monotonic() + int(found[1]) - 1
        return response

    async def _send(self, request: httpcore.Request, body: _AsyncBody) -> httpcore.Response:
        extensions = cast("dict[str, Any]", request.extensions)
        limiter = self._limiters.get(extensions["kind"])
        if limiter is not None:
            body.owner = extensions["owner"]
            if not await acquire(limiter, body.owner(), extensions["timeout"]["pool"]):
                raise httpcore.PoolTimeout("No connection came free in time")
            body.limiter = limiter
            body.connection = await self._take(request.url.origin)
        if body.connection is None:
            body.connection = await self._make(request.url.origin, extensions.get("joiner"))
        connection = body.connection
        connection.deadline, connection.is_sent = extensions["deadline"], False
        if (interrupt := extensions.get("interrupt")) is not None:
            interrupt(connection)
        try:
            return await connection.http.handle_async_request(request)
        except (httpcore.ReadError, httpcore.RemoteProtocolError, httpcore.ReadTimeout) as error:
            if connection.is_sent:
                raise
            # The server has closed an idle connection, or a proxy has got CONNECT and no more.
            is_late = isinstance(error, httpcore.ReadTimeout)
            kind = httpcore.ProxyError if connection.steps > 0 else httpcore.ConnectError
            raise (httpcore.ConnectTimeout if is_late else kind)(str(error)) from error

    async def aclose(self) -> None:
        """Close all connections. A call that is under way gets an error."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
            connections = list(self._all)
        for connection in connections:
            connection.interrupt()
        for connection in idle:
            await connection.aclose()

    def after_fork(self) -> None:
        """Let the file descriptors, which are copies of the parent's, lead nowhere."""
        nowhere = os.open(os.devnull, os.O_RDWR)
        for connection in list(self._all):
            if connection.socket is not None and connection.socket.fileno() >= 0:
                os.dup2(nowhere, connection.socket.fileno(), inheritable=False)
        os.close(nowhere)

    async def _take(self, origin: httpcore.Origin) -> AsyncConnection | None:
        """Return the idle connection that was used last."""
        while True:
            with self._lock:
                found = next((each for each in reversed(self._idle) if each.origin == origin), None)
                if found is None:
                    return None
                self._idle.remove(found)
            if found.expires_at > monotonic() and not found.http.has_expired():
                return found
            await found.aclose()

    async def give_back(self, connection: AsyncConnection, *, is_whole: bool) -> None:
        """Keep a connection that has done its work; close one that hasn't, and the oldest one."""
        connection.read_timeout = UNSET
        old = [connection]
        with self._lock:
            idle = self._idle
            if idle and (len(idle) == CONNECTIONS or idle[0].http.has_expired()):
                old.append(idle.pop(0))
            if is_whole and connection.http.is_available() and not self._closed:
                idle.append(old.pop(0))
        for each in old:
            await each.aclose()

    async def _make(self, origin: httpcore.Origin, joiner: Any) -> AsyncConnection:
        """Return a new connection; it connects when it gets its request."""
        connection = AsyncConnection(origin, joiner)
        options: dict[str, Any] = {"keepalive_expiry": KEEPALIVE, "network_backend": connection}
        scheme, host = origin.scheme.decode(), origin.host.decode()
        proxy = find_proxy(self._proxies, scheme, host, origin.port)
        through_tls = proxy is not None and proxy.url.scheme == "https"
        connection.steps = 1 + (scheme == "https") + through_tls
        if scheme == "https":
            options["ssl_context"] = self._tls or await in_thread(self._load_tls)
        if proxy is None:
            connection.http = httpcore.AsyncHTTPConnection(origin, **options)
        else:
            kind: Any = httpcore.AsyncHTTPProxy
            if proxy.url.scheme.startswith("socks"):
                kind = httpcore.AsyncSOCKSProxy
            elif through_tls:
                options["proxy_ssl_context"] = self._tls or await in_thread(self._load_tls)
            http = kind(proxy_url=str(proxy.url), proxy_auth=proxy.raw_auth, **options)
            connection.http = http.create_connection(origin)
        with self._lock:
            self._all.add(connection)
            if self._closed:
                raise httpcore.ConnectError(CLOSED)
        return connection

    def _load_tls(self) -> ssl.SSLContext:
        with self._loading_tls:  # takes tens of milliseconds
            self._tls = self._tls or load_tls()
        return self._tls


class _AsyncBody:
    """The body of a response. It owns what its request took, and gives that back once.

    A signal handler may raise anywhere. So the slot is free, too, when the request (`owner`) is
    gone, and a connection is used again only if nothing went wrong.
    """

    owner: Any = None
    stream: Any = None
    limiter: Semaphore | None = None
    connection: AsyncConnection | None = None

    def __init__(self, pool: AsyncPool) -> None:
        self._pool = pool
        self._is_whole = False

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for piece in self.stream:
            yield piece
        else:
            self._is_whole = True

    async def aclose(self) -> None:
        limiter, self.limiter = self.limiter, None
        connection, self.connection = self.connection, None
        is_whole = False
        try:
            if self.stream is not None:
                await self.stream.aclose()
                is_whole = self._is_whole
        finally:
            try:
                if connection is not None:
                    await self._pool.give_back(connection, is_whole=is_whole)
            finally:
                if limiter is not None and (owner := self.owner()) is not None:
                    release(limiter, owner)


def load_tls() -> ssl.SSLContext:
    """Return what certificates are verified with."""
    try:
        return httpx.create_ssl_context()
    except OSError as error:  # an SSLError is one
        path = os.environ.get("SSL_CERT_FILE")
        raise ConfigurationError(f"SSL_CERT_FILE ({path}) can't be used: {error}") from None


def find_proxy(urls: dict[str, str], scheme: str, host: str, port: int) -> httpx.Proxy | None:
    """Return which of what `urllib.request.getproxies` has found is for requests to a host."""
    name = scheme if urls.get(scheme) else "all"
    if not (url := urls.get(name)) or bypasses_proxy(urls.get("no", ""), host, port):
        return None
    try:
        proxy = httpx.Proxy(url if "://" in url else f"http://{url}")
    except (ValueError, httpx.InvalidURL):
        proxy = None
    if proxy is None or not proxy.url.host or (proxy.url.port or 0) > 65535:
        # Not shown: it may hold a password.
        raise ConfigurationError(
            f"{name.upper()}_PROXY is no URL that can be used: unset it, or set one that begins "
            "with http://, https:// or socks5://."
        )
    if proxy.url.scheme.startswith("socks") and util.find_spec("socksio") is None:
        raise ConfigurationError(
            "The environment's proxy speaks SOCKS, which needs the package socksio: "
            "pip install 'httpx[socks]'. Or unset ALL_PROXY, HTTPS_PROXY and HTTP_PROXY."
        )
    return proxy
