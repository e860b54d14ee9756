"""Sending requests over aiohttp: `AsyncParticle(http_client="aiohttp")`. For asyncio only."""

from __future__ import annotations

import asyncio
from base64 import b64encode
from contextlib import suppress
from math import inf
from time import monotonic
from typing import TYPE_CHECKING, Any
from urllib.request import getproxies
from weakref import WeakKeyDictionary, WeakSet

import httpx

from ..base.errors import ConfigurationError
from ..base.request import time_left
from .async_connection import CLOSED
from .async_over_httpx import AsyncTransport
from .async_pool import CONNECTIONS, KEEPALIVE, find_proxy, keep_alive, load_tls
from .async_streamed import AsyncStreamedResponse
from .async_waiting import Semaphore, acquire, in_thread, release
from .failures import raise_typed

try:
    import aiohttp
    from yarl import URL
except ImportError as _error:
    raise ConfigurationError(
        "http_client='aiohttp' needs the package aiohttp: pip install 'particle-client[aiohttp]'"
    ) from _error

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator

    from ..base.request import Request
    from ..base.response import Response

_BLOCK = 65536  # bytes of a larger body that are sent at a time
_used: WeakKeyDictionary[Any, float] = WeakKeyDictionary()  # when a connection got a request
_DEFAULT_HEADERS = ("User-Agent", "Accept", "Accept-Encoding", "Content-Type")


class AiohttpTransport(AsyncTransport):
    """Sends requests over a session of aiohttp, with the same errors as over httpx."""

    _proxies: dict[str, str] | None = None

    async def aclose(self) -> None:
        self._end_sleep()
        if self.own and self.http_client is not None:
            for each in self._responses:  # aiohttp would leave who reads them waiting
                each.http_response.content.set_exception(aiohttp.ClientConnectionError(CLOSED))
            # It waits until a server has taken all of a body, even of one that was refused.
            with suppress(TimeoutError):
                await asyncio.wait_for(self.http_client.close(), 1)

    async def _make_client(self) -> aiohttp.ClientSession:
        if self._loop is None:
            raise ConfigurationError("aiohttp works with asyncio only: leave http_client out.")
        tls = await in_thread(load_tls)
        self._proxies = {} if self.loopback else getproxies()
        self._limiters = {"call": Semaphore(CONNECTIONS), "download": Semaphore(CONNECTIONS)}
        self._responses: WeakSet[_StreamedResponse] = WeakSet()
        connector = _Connector(ssl=tls, limit=0, keepalive_timeout=KEEPALIVE)
        return aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())

    async def _send(self, request: Request, kind: str) -> AsyncStreamedResponse:
        session: aiohttp.ClientSession = await self._client()
        limiter = self._limiters.get(kind) if self.own else None
        if limiter is not None and not await acquire(limiter, request, request.timeout.pool):
            raise_typed(httpx.PoolTimeout(""), request)
        if request.cross_origin and not self.own:
            # Without the headers and cookies of the user's session, which may be secret.
            session = aiohttp.ClientSession(
                connector=session.connector,
                connector_owner=False,
                cookie_jar=aiohttp.DummyCookieJar(),
                trust_env=session.trust_env,
            )
        is_call = kind == "call"
        waits: Any = request.timeout.connect, request.timeout.read
        clock = asyncio.timeout(None if is_call or None in waits else sum(waits))
        try:
            if self.closed:  # while this waited
                raise httpx.ConnectError(CLOSED)
            # In two rounds the event loop learns what came on idle connections, and their end.
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            async with clock:
                response = await session.request(**self._options(session, request, clock, is_call))
        except BaseException as error:
            if limiter is not None:
                release(limiter, request)
            if clock.expired():
                raise_typed((httpx.WriteTimeout if is_call else httpx.ReadTimeout)(""), request)
            raise_typed(request.extensions.get("body_error", error), request)
        finally:
            if session is not self.http_client:
                session.detach()
        streamed = _StreamedResponse(response, request, limiter)
        if self.own and (found := keep_alive(response.headers.get("keep-alive", "").encode())):
            connector: Any = session.connector
            connector.lifetime = min(connector.lifetime, int(found[1]) - 1)
        if self.own and not is_call:
            self._responses.add(streamed)
        return streamed

    def _options(
        self, session: Any, request: Request, clock: asyncio.Timeout, is_call: bool
    ) -> dict[str, Any]:
        """Return what aiohttp is to send, and how."""
        url = URL(request.url, encoded=True)
        more: list[tuple[bytes, bytes]] = request.extensions.get("more_headers", [])
        # aiohttp takes text, and sends it in UTF-8.
        headers = [*request.headers, *((name.decode(), value.decode()) for name, value in more)]
        content: Any = request.content
        if isinstance(content, bytes) and len(content) > _BLOCK:
            headers.append(("content-length", str(len(content))))
            content = _blocks(content)
        if content is not None and not isinstance(content, bytes):
            content = _watched(content, clock, request)
        # aiohttp's limit for reads can't be changed later, as that of a stream has to be.
        read = request.timeout.read if is_call else None
        connect = time_left(request.timeout.connect, request.deadline, httpx.ConnectTimeout)
        arguments = {
            "method": request.method,
            "url": url,
            "headers": headers,
            "data": content,
            "skip_auto_headers": _DEFAULT_HEADERS,
            "allow_redirects": False,
            "auto_decompress": False,
            "timeout": aiohttp.ClientTimeout(connect=connect, sock_read=read),
        }
        if request.method != "POST":
            # They replace the session's own, which it keeps in a private place.
            middlewares = getattr(session, "_middlewares", ())
            arguments["middlewares"] = (*middlewares, _repeat_nothing)
        proxy = find_proxy(self._proxies or {}, url.scheme, url.host or "", url.port or 0)
        if proxy is not None:
            if proxy.url.scheme.startswith("socks"):
                raise ConfigurationError("The proxy speaks SOCKS, which aiohttp can't.")
            login = b64encode(b":".join(proxy.raw_auth or ())).decode()
            login_headers = {"Proxy-Authorization": f"Basic {login}"} if login else {}
            arguments |= {"proxy": str(proxy.url), "proxy_headers": login_headers}
            if url.scheme == "http":  # there is no tunnel
                headers += login_headers.items()
        return arguments


class _Connector(aiohttp.TCPConnector):
    """aiohttp's connections, but for those on which something came that nobody asked for (a 408
    before an idle connection is closed): aiohttp would take that for the next response. Nor those
    that a server is about to close, by what it says in `Keep-Alive`."""

    lifetime: float = inf  # seconds from a request to the last moment for the next one

    async def connect(self, *args: Any, **kwargs: Any) -> Any:
        while True:
            try:
                connection: Any = await super().connect(*args, **kwargs)
            except (aiohttp.ServerDisconnectedError, aiohttp.ClientResponseError) as error:
                if isinstance(error, aiohttp.ClientHttpProxyError):
                    raise
                raise httpx.ProxyError(str(error)) from error  # on its CONNECT
            now, protocol = monotonic(), connection.protocol
            if not (protocol.should_close or now > _used.get(protocol, inf) + self.lifetime):
                _used[protocol] = now
                return connection
            connection.close()


async def _repeat_nothing(
    request: aiohttp.ClientRequest, handler: aiohttp.ClientHandlerType
) -> aiohttp.ClientResponse:
    """Keep from aiohttp the errors after which it sends again what HTTP calls idempotent."""
    try:
        return await handler(request)
    except aiohttp.ClientConnectorError:
        raise
    except (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError) as error:
        raise aiohttp.ClientConnectionError(str(error)) from error


async def _blocks(content: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(content), _BLOCK):
        yield content[start : start + _BLOCK]


async def _watched(
    blocks: AsyncIterator[bytes], clock: asyncio.Timeout, request: Request
) -> AsyncIterator[bytes]:
    """Limit how long the server may take nothing of a body, which aiohttp doesn't do."""
    loop, seconds = asyncio.get_running_loop(), request.timeout.write
    try:
        async for block in blocks:
            with suppress(RuntimeError):  # a response came early, so the clock no longer runs
                clock.reschedule(None if seconds is None else loop.time() + seconds)
            yield block
            with suppress(RuntimeError):
                clock.reschedule(None)
            # If a response has come, it is read before the next block is written: that may fail.
            await asyncio.sleep(0)
    except Exception as error:  # aiohttp takes it for one of the connection
        request.extensions["body_error"] = error
        raise


class _StreamedResponse(AsyncStreamedResponse):
    def __init__(
        self, response: aiohttp.ClientResponse, request: Request, limiter: Semaphore | None
    ) -> None:
        self.http_response: Any = response
        self.status_code = response.status
        self.headers = httpx.Headers(response.raw_headers)
        self.request = request
        self.deadline: float = request.deadline
        self._pieces = self._read_on()
        self._encoding = response.headers.get("content-encoding", "")
        self._read_timeout = request.timeout.read
        self._limiter = limiter

    async def aread(self) -> Response[Any]:
        if not self._is_small(self.http_response.headers):
            return self.to_response(await self.aread_content())
        body = self.http_response.content
        content = body.read_nowait() if body.is_eof() else b"".join([x async for x in self._pieces])
        await self.aclose()
        return self.to_response(content)

    async def _read_on(self) -> AsyncGenerator[bytes]:
        content = self.http_response.content
        try:
            while not content.is_eof():
                # aiohttp's own limit doesn't hold where chunks are malformed.
                left = time_left(self._read_timeout, self.deadline, httpx.ReadTimeout)
                async with asyncio.timeout(left):
                    piece = await content.readany()
                yield piece
            yield content.read_nowait()
        except TimeoutError:
            raise httpx.ReadTimeout("") from None
        except aiohttp.ClientError:
            # The error comes before what had come until then, which it keeps from being read.
            content.set_exception(None)
            yield content.read_nowait()
            raise
        await self.aclose()

    def set_read_timeout(self, seconds: float | None) -> None:
        self._read_timeout = seconds

    async def aclose(self) -> None:
        if not self.http_response.closed:
            self.http_response.close()
        limiter, self._limiter = self._limiter, None
        if limiter is not None:
            release(limiter, self.request)
