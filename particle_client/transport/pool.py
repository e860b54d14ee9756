"""The pools of connections under the clients that this package makes.

They stand for httpcore's pools, and take its connections. httpcore's own pools aren't made for
thousands of calls at once: each begin and end of a request looks at all waiting requests and all
connections, more than 20 idle connections are closed again and again, and a request that is
cancelled at the wrong moment leaves its connection in the pool, where nobody ever uses it.

Here a call waits for its slot in a queue (slots.py), then takes the idle connection that was used
last, or a new one. Nobody else knows of that connection until the response is read; what happens
before then closes it. A request that says `Connection: close`, as event streams do, gets a new
connection and needs no slot: it may last for hours.
"""

from __future__ import annotations

import threading
from collections import deque
from time import monotonic
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar, cast

import httpcore
import httpx

from .early import CLOSED
from .network import Network
from .proxies import Proxies, check_socks
from .slots import AsyncSlots, Slots

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncIterator, Callable, Iterator

    from .async_network import AsyncNetwork

__all__ = ["AsyncPool", "AsyncPoolTransport", "Pool", "PoolTransport"]

CONNECTIONS = 100
"""How many calls, and how many downloads, may be under way at a time; and how many connections may
be idle."""
KEEPALIVE = 30.0
"""Seconds after which an idle connection isn't used any more."""

_Key: TypeAlias = "tuple[bytes, bytes, int]"

C = TypeVar("C", bound=httpcore.ConnectionInterface | httpcore.AsyncConnectionInterface)


class _Connections(Generic[C]):
    """New and idle connections. Waits for nothing."""

    def __init__(self, network: Any, *, use_proxies: bool, make: Any, make_proxied: Any) -> None:
        self._network = network
        self._make = make
        self._make_proxied = make_proxied
        self._proxies = Proxies() if use_proxies else None
        self._factories: dict[_Key, Callable[[], C]] = {}
        self._idle: dict[_Key, deque[tuple[C, float]]] = {}
        self._count = 0
        self._tls: ssl.SSLContext | None = None
        self._lock = threading.Lock()

    def take(self, origin: httpcore.Origin, old: list[C]) -> C | None:
        """Give the idle connection that was used last. Those that can't be used go to `old`."""
        with self._lock:
            idle = self._idle.get(_key(origin))
            while idle:
                connection = idle.pop()[0]
                self._count -= 1
                if not connection.has_expired():
                    return connection
                old.append(connection)
            return None

    def put(self, origin: httpcore.Origin, connection: C, old: list[C]) -> None:
        """Keep a connection for later."""
        now = monotonic()
        with self._lock:
            oldest = self._idle.setdefault(_key(origin), deque())
            oldest.append((connection, now))
            self._count += 1
            if self._count > CONNECTIONS:
                oldest = min(
                    (idle for idle in self._idle.values() if idle), key=lambda idle: idle[0][1]
                )
            while oldest and (self._count > CONNECTIONS or oldest[0][1] + KEEPALIVE < now):
                old.append(oldest.popleft()[0])
                self._count -= 1

    def take_all(self) -> list[C]:
        """Give all idle connections, for closing them."""
        with self._lock:
            found = [connection for idle in self._idle.values() for connection, _ in idle]
            self._idle.clear()
            self._count = 0
            return found

    def make(self, origin: httpcore.Origin) -> C:
        """Give a new connection; it connects when it gets its request."""
        key = _key(origin)
        factory = self._factories.get(key)
        if factory is None:
            with self._lock:
                factory = self._factories[key] = self._make_factory(origin)
        return factory()

    def _make_factory(self, origin: httpcore.Origin) -> Callable[[], C]:
        scheme, host = origin.scheme.decode(), origin.host.decode()
        # Loading the certificates takes tens of milliseconds, so only https waits for that.
        if scheme == "https" and self._tls is None:
            self._tls = httpx.create_ssl_context()
        options: dict[str, Any] = {
            "keepalive_expiry": KEEPALIVE,
            "network_backend": self._network,
        }
        if scheme == "https":
            options["ssl_context"] = self._tls
        proxy = None if self._proxies is None else self._proxies.find(scheme, host, origin.port)
        if proxy is None:
            return lambda: self._make(origin, **options)
        if proxy.is_socks:
            check_socks()
        elif proxy.scheme == "https":
            options["proxy_ssl_context"] = httpx.create_ssl_context()
        proxied = self._make_proxied[proxy.is_socks](
            proxy_url=proxy.url, proxy_auth=proxy.auth, **options
        )
        create: Callable[[], C] = lambda: proxied.create_connection(origin)  # noqa: E731
        return create


def _key(origin: httpcore.Origin) -> _Key:
    return origin.scheme, origin.host, origin.port


def _check_scheme(request: httpcore.Request) -> None:
    if request.url.scheme not in (b"http", b"https"):
        raise httpcore.UnsupportedProtocol(
            "The URL must begin with http:// or https://, "
            f"not {request.url.scheme.decode('ascii', 'replace')!r}"
        )


def _pool_timeout(request: httpcore.Request) -> float | None:
    timeout: dict[str, float | None] = _extensions(request).get("timeout") or {}
    return timeout.get("pool")


def _extensions(message: httpcore.Request | httpcore.Response) -> dict[str, Any]:
    return cast("dict[str, Any]", message.extensions)


def _has_own_connection(request: httpcore.Request) -> bool:
    return any(
        value == b"close" for name, value in request.headers if name.lower() == b"connection"
    )


class PoolTransport(httpx.HTTPTransport):
    """httpx's own transport over our pool.

    It is a subclass so that tools which record or replace what httpx's transport sends work with
    this package, too.
    """

    def __init__(self, pool: Pool) -> None:
        self._pool: Any = pool


class AsyncPoolTransport(httpx.AsyncHTTPTransport):
    """The same for tasks."""

    def __init__(self, pool: AsyncPool) -> None:
        self._pool: Any = pool


# --- for threads ----------------------------------------------------------------------------------


class Pool:
    """Connections for threads."""

    def __init__(self, *, use_proxies: bool) -> None:
        self._network = Network()
        self._slots = {"calls": Slots(CONNECTIONS), "downloads": Slots(CONNECTIONS)}
        self._connections: _Connections[httpcore.ConnectionInterface] = _Connections(
            self._network,
            use_proxies=use_proxies,
            make=httpcore.HTTPConnection,
            make_proxied=(httpcore.HTTPProxy, httpcore.SOCKSProxy),
        )
        self._closed = False

    @property
    def sockets(self) -> Any:
        """The sockets that may be open."""
        return self._network.sockets

    def handle_request(self, request: httpcore.Request) -> httpcore.Response:
        """Send a request; the body of the response is left to be read."""
        _check_scheme(request)
        slots: Slots | None = None
        own = _has_own_connection(request)
        if not own:
            slots = self._slots["downloads" if _extensions(request).get("streamed") else "calls"]
            if not slots.acquire(_pool_timeout(request)):
                raise httpcore.PoolTimeout("No connection came free in time")
        lease = _Lease(self, slots)
        try:
            if self._closed:  # while this waited for its slot
                raise httpcore.ConnectError(CLOSED)
            lease.origin = request.url.origin
            old: list[httpcore.ConnectionInterface] = []
            found = None if own else self._connections.take(lease.origin, old)
            _close_all(old)
            lease.connection = found or self._connections.make(lease.origin)
            answer = lease.connection.handle_request(request)
        except BaseException:
            lease.end()
            raise
        return httpcore.Response(
            status=answer.status,
            headers=answer.headers,
            content=_Body(answer, lease),
            extensions=_extensions(answer),
        )

    def give_back(self, origin: httpcore.Origin, connection: httpcore.ConnectionInterface) -> None:
        """Keep a connection that has done its work, or close it."""
        old: list[httpcore.ConnectionInterface] = []
        if connection.is_idle() and not connection.is_closed() and not self._closed:
            self._connections.put(origin, connection, old)
        else:
            old.append(connection)
        _close_all(old)

    def close(self) -> None:
        """Close all connections. A call that another thread is waiting in gets an error."""
        self._closed = True
        self._network.close()
        _close_all(self._connections.take_all())


def _close_all(connections: list[httpcore.ConnectionInterface]) -> None:
    for connection in connections:
        connection.close()


class _Lease:
    """A connection, and a slot, for one request."""

    __slots__ = ("_ended", "_pool", "_slots", "connection", "origin")

    def __init__(self, pool: Pool, slots: Slots | None) -> None:
        self._pool = pool
        self._slots = slots
        self._ended = False
        self.connection: httpcore.ConnectionInterface | None = None
        self.origin: httpcore.Origin | None = None

    def end(self, *, keep: bool = False) -> None:
        """Give both back; the connection is closed unless it may be kept."""
        if self._ended:
            return
        self._ended = True
        try:
            if self.connection is not None and self.origin is not None:
                if keep:
                    self._pool.give_back(self.origin, self.connection)
                else:
                    self.connection.close()
        finally:
            if self._slots is not None:
                self._slots.release()


class _Body:
    """The body of a response."""

    def __init__(self, answer: httpcore.Response, lease: _Lease) -> None:
        self._stream: Any = answer.stream
        self._lease = lease

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self._stream
        except BaseException:
            self._lease.end()
            raise

    def close(self) -> None:
        try:
            self._stream.close()
        except BaseException:
            self._lease.end()
            raise
        self._lease.end(keep=True)


# --- for tasks ------------------------------------------------------------------------------------


class AsyncPool:
    """Connections for the tasks of one event loop."""

    def __init__(self, network: AsyncNetwork | None, *, use_proxies: bool) -> None:
        self._network = network
        self._slots = {"calls": AsyncSlots(CONNECTIONS), "downloads": AsyncSlots(CONNECTIONS)}
        self._connections: _Connections[httpcore.AsyncConnectionInterface] = _Connections(
            network,
            use_proxies=use_proxies,
            make=httpcore.AsyncHTTPConnection,
            make_proxied=(httpcore.AsyncHTTPProxy, httpcore.AsyncSOCKSProxy),
        )
        self._closed = False

    @property
    def sockets(self) -> Any:
        """The sockets that may be open."""
        return () if self._network is None else self._network.sockets

    async def handle_async_request(self, request: httpcore.Request) -> httpcore.Response:
        """Send a request; the body of the response is left to be read."""
        _check_scheme(request)
        slots: AsyncSlots | None = None
        own = _has_own_connection(request)
        if not own:
            slots = self._slots["downloads" if _extensions(request).get("streamed") else "calls"]
            if not await slots.acquire(_pool_timeout(request)):
                raise httpcore.PoolTimeout("No connection came free in time")
        lease = _AsyncLease(self, slots)
        try:
            if self._closed:  # while this waited for its slot
                raise httpcore.ConnectError(CLOSED)
            lease.origin = request.url.origin
            old: list[httpcore.AsyncConnectionInterface] = []
            found = None if own else self._connections.take(lease.origin, old)
            await _aclose_all(old)
            lease.connection = found or self._connections.make(lease.origin)
            answer = await lease.connection.handle_async_request(request)
        except BaseException:
            await lease.end()
            raise
        return httpcore.Response(
            status=answer.status,
            headers=answer.headers,
            content=_AsyncBody(answer, lease),
            extensions=_extensions(answer),
        )

    async def give_back(
        self, origin: httpcore.Origin, connection: httpcore.AsyncConnectionInterface
    ) -> None:
        """Keep a connection that has done its work, or close it."""
        old: list[httpcore.AsyncConnectionInterface] = []
        if connection.is_idle() and not connection.is_closed() and not self._closed:
            self._connections.put(origin, connection, old)
        else:
            old.append(connection)
        await _aclose_all(old)

    async def aclose(self) -> None:
        """Close all connections. A call that another task is waiting in gets an error."""
        self._closed = True
        if self._network is not None:
            self._network.close()
        await _aclose_all(self._connections.take_all())


async def _aclose_all(connections: list[Any]) -> None:
    if not connections:
        return
    import anyio

    # A task that is cancelled still closes what it has begun to close.
    with anyio.CancelScope(shield=True):
        for connection in connections:
            await connection.aclose()


class _AsyncLease:
    """A connection, and a slot, for one request."""

    __slots__ = ("_ended", "_pool", "_slots", "connection", "origin")

    def __init__(self, pool: AsyncPool, slots: AsyncSlots | None) -> None:
        self._pool = pool
        self._slots = slots
        self._ended = False
        self.connection: httpcore.AsyncConnectionInterface | None = None
        self.origin: httpcore.Origin | None = None

    async def end(self, *, keep: bool = False) -> None:
        """Give both back; the connection is closed unless it may be kept."""
        if self._ended:
            return
        self._ended = True
        try:
            if self.connection is not None and self.origin is not None:
                if keep:
                    await self._pool.give_back(self.origin, self.connection)
                else:
                    await _aclose_all([self.connection])
        finally:
            if self._slots is not None:
                self._slots.release()


class _AsyncBody:
    """The body of a response."""

    def __init__(self, answer: httpcore.Response, lease: _AsyncLease) -> None:
        self._stream: Any = answer.stream
        self._lease = lease

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            async for piece in self._stream:
                yield piece
        except BaseException:
            await self._lease.end()
            raise

    async def aclose(self) -> None:
        try:
            await self._stream.aclose()
        except BaseException:
            await self._lease.end()
            raise
        await self._lease.end(keep=True)
