"""Sending requests over aiohttp: `AsyncParticle(http_client="aiohttp")`. For asyncio only."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Any, NoReturn

import httpx

from ..base.errors import ConfigurationError
from .async_network import CLOSED
from .async_over_httpx import AsyncTransport, running_loop
from .async_pool import CONNECTIONS, KEEPALIVE
from .async_streamed import AsyncStreamedResponse
from .async_waiting import Limiter, in_thread
from .failures import raise_failure
from .proxies import Proxies

try:
    import aiohttp
    from yarl import URL
except ImportError as error:
    raise ConfigurationError(
        "http_client='aiohttp' needs the package aiohttp: pip install 'particle-client[aiohttp]'"
    ) from error

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from ..base.request import Request
    from ..base.response import Response

__all__ = ["AiohttpTransport"]

_BLOCK = 65536  # bytes of a larger body that are sent at a time
_STALE = 0.001  # seconds after which the event loop may not know what came meanwhile
_DEFAULT_HEADERS = ("User-Agent", "Accept", "Accept-Encoding", "Content-Type")

# Sessions of the parent process: if the child collected them, it would close the parent's sockets.
_inherited: list[aiohttp.ClientSession] = []


class AiohttpTransport(AsyncTransport):
    """Sends requests over aiohttp, with the same interface and the same errors as over httpx.

    The `http_client` is a session: the user's own, or one that is made when it is needed.
    """

    def __init__(self, session: aiohttp.ClientSession | None, *, loopback: bool = False) -> None:
        super().__init__(session, loopback=loopback)
        self._begin()

    def _begin(self) -> None:
        self._limiters = Limiter(CONNECTIONS), Limiter(CONNECTIONS)  # of calls, of downloads
        self._under_way = 0
        self._last_response = 0.0

    async def aclose(self) -> None:
        """Close the connections. A session that the user brought stays open."""
        self.closed = True
        if self.own and self.http_client is not None:
            await self.http_client.close()

    def after_fork(self) -> None:
        """Begin anew: the child has an event loop of its own."""
        if self.own and self.http_client is not None:
            _inherited.append(self.http_client)
        super().after_fork()
        self._begin()

    def release(self, limiter: Limiter | None) -> None:
        """Let another request take the place of one that has its response."""
        self._under_way -= 1
        self._last_response = monotonic()
        if limiter is not None:
            limiter.release()

    async def _send(self, request: Request, *, streamed: bool = False) -> AsyncStreamedResponse:
        session: aiohttp.ClientSession = await self._client()
        self._check_open()
        if session.closed:
            raise ConfigurationError("The http_client that was passed in is closed.")
        limiter = None
        if self.own and ("connection", "close") not in request.headers:
            limiter = self._limiters[streamed]
            if not await limiter.acquire(request.timeout.pool):
                raise_failure("timeout", TimeoutError(), request, phase="pool")
        self._under_way += 1
        phases = request.timeout.connect, request.timeout.read
        head = sum(phases) if streamed and None not in phases else None  # pyright: ignore
        try:
            if self.closed:  # while this waited
                raise_failure("connect", ConnectionError(CLOSED), request)
            if self._under_way == 1 or monotonic() - self._last_response > _STALE:
                # In two rounds the event loop learns what came on idle connections, and their end.
                await asyncio.sleep(0)
                await asyncio.sleep(0)
            async with asyncio.timeout(head) as clock:
                if request.cross_origin and not self.own:
                    # Without the headers and cookies of the user's session: they may be secret.
                    async with _make_session(session.connector, session.trust_env) as bare:
                        response = await self._request(bare, request, clock, streamed=streamed)
                else:
                    response = await self._request(session, request, clock, streamed=streamed)
        except BaseException as error:
            self.release(limiter)
            _raise_typed(error, request, phase="read" if streamed else "write")
        return _StreamedResponse(_Answer(self, response, request, limiter), request)

    async def _request(
        self,
        session: aiohttp.ClientSession,
        request: Request,
        clock: asyncio.Timeout,
        *,
        streamed: bool,
    ) -> aiohttp.ClientResponse:
        url = URL(request.url, encoded=True)
        more: list[tuple[bytes, bytes]] = request.extensions.get("more_headers", [])
        # aiohttp takes text, and sends it in UTF-8.
        headers = [*request.headers, *((name.decode(), value.decode()) for name, value in more)]
        content: Any = request.content
        if isinstance(content, bytes) and len(content) > _BLOCK:
            headers.append(("content-length", str(len(content))))
            content = _blocks(content)
        if content is not None and not isinstance(content, bytes):
            content = _watched(content, clock, request.timeout.write)
        return await session.request(
            request.method,
            url,
            headers=headers,
            data=content,
            skip_auto_headers=None if self.own else _DEFAULT_HEADERS,
            allow_redirects=False,
            auto_decompress=False,
            timeout=aiohttp.ClientTimeout(
                connect=request.timeout.connect,
                # It can't be changed later, as that of a stream has to be.
                sock_read=None if streamed else request.timeout.read,
            ),
            # They replace the session's own, which it keeps in a private place.
            middlewares=(*getattr(session, "_middlewares", ()), _repeat_nothing),
            **(self._proxy(url) if self.own and self._proxies else {}),
        )

    async def _make_client(self) -> None:
        tls = await in_thread(httpx.create_ssl_context)
        self._proxies = None if self.loopback else Proxies()
        self.http_client = _make_session(_Connector(ssl=tls, limit=0, keepalive_timeout=KEEPALIVE))

    def _check_loop(self) -> None:
        if running_loop() is None:
            raise ConfigurationError(
                "aiohttp works with asyncio only: leave http_client='aiohttp' out under trio."
            )
        super()._check_loop()

    def _proxy(self, url: URL) -> dict[str, Any]:
        """Return the arguments of a request that say which proxy it goes through."""
        assert self._proxies is not None
        proxy = self._proxies.find(url.scheme, url.host or "", url.port or 0)
        if proxy is None:
            return {}
        if proxy.is_socks:
            raise ConfigurationError("The environment's proxy speaks SOCKS, which aiohttp can't.")
        login = {"Proxy-Authorization": proxy.authorization} if proxy.auth is not None else None
        return {"proxy": proxy.url, "proxy_headers": login}


def _make_session(
    connector: aiohttp.BaseConnector | None, trust_env: bool = False
) -> aiohttp.ClientSession:
    return aiohttp.ClientSession(
        connector=connector,
        connector_owner=isinstance(connector, _Connector),
        cookie_jar=aiohttp.DummyCookieJar(),
        skip_auto_headers=_DEFAULT_HEADERS,
        trust_env=trust_env,
    )


class _Connector(aiohttp.TCPConnector):
    """aiohttp's connections, but for those on which something came that nobody asked for.

    Servers that close an idle connection may say so before (408). aiohttp would take that for the
    response to the next request.
    """

    async def connect(self, *args: Any, **kwargs: Any) -> Any:
        while True:
            connection = await super().connect(*args, **kwargs)
            if connection.protocol is None or not connection.protocol.should_close:
                return connection
            connection.close()


class _ConnectionBrokeError(Exception):
    """The connection broke; the cause is aiohttp's error."""


async def _repeat_nothing(
    request: aiohttp.ClientRequest, handler: aiohttp.ClientHandlerType
) -> aiohttp.ClientResponse:
    """Keep from aiohttp the errors after which it sends again what HTTP calls idempotent."""
    try:
        return await handler(request)
    except (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError) as error:
        raise _ConnectionBrokeError from error


async def _blocks(content: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(content), _BLOCK):
        yield content[start : start + _BLOCK]


async def _watched(
    blocks: AsyncIterator[bytes], clock: asyncio.Timeout, seconds: float | None
) -> AsyncIterator[bytes]:
    """Limit how long the server may take nothing of a body, which aiohttp doesn't do."""
    loop = asyncio.get_running_loop()
    async for block in blocks:
        with suppress(RuntimeError):  # a response came early, so the clock is no longer running
            clock.reschedule(None if seconds is None else loop.time() + seconds)
        yield block
        with suppress(RuntimeError):
            clock.reschedule(None)
        # If a response has come, it is read before the next block is written, which may fail.
        await asyncio.sleep(0)


class _Answer:
    """A response of aiohttp's, with as much of httpx's interface as is needed to read it."""

    is_stream_consumed = False

    def __init__(
        self,
        transport: AiohttpTransport,
        response: aiohttp.ClientResponse,
        request: Request,
        limiter: Limiter | None,
    ) -> None:
        self.response = response
        self.status_code = response.status
        self.headers = httpx.Headers(response.raw_headers)
        self.extensions: dict[str, Any] = {}
        self.read_timeout = request.timeout.read
        self._request = request
        self._transport: AiohttpTransport | None = transport
        self._limiter = limiter

    async def aread(self) -> bytes:
        return b"".join([piece async for piece in self.aiter_raw()])

    async def aiter_raw(self) -> AsyncIterator[bytes]:
        content = self.response.content
        try:
            while not content.is_eof():
                # aiohttp's own limit doesn't hold where chunks are malformed.
                async with asyncio.timeout(self.read_timeout):
                    piece = await content.readany()
                yield piece
            yield content.read_nowait()
        except Exception as error:
            _raise_typed(error, self._request)
        await self.aclose()

    async def aclose(self) -> None:
        if self.response.content.at_eof():
            self.response.release()
        else:
            self.response.close()
        transport, self._transport = self._transport, None
        if transport is not None:
            transport.release(self._limiter)


class _StreamedResponse(AsyncStreamedResponse):
    """A response whose body is left to be read."""

    http_response: Any

    def _keep_decoded(self, content: bytes) -> None:
        """Do nothing: aiohttp's response doesn't hold the body."""

    def to_response(self, content: bytes) -> Response[Any]:
        """Return the response with this as its body, and aiohttp's as the HTTP library's."""
        response = super().to_response(content)
        response.http_response = self.http_response.response
        return response

    def set_read_timeout(self, seconds: float | None) -> None:
        """Limit how long each of the next reads may wait for a piece; None waits for ever."""
        self.http_response.read_timeout = seconds


# The first that fits counts.
_CAUSES: dict[type[BaseException], str] = {
    TimeoutError: "timeout",
    aiohttp.ClientHttpProxyError: "proxy",
    aiohttp.ClientProxyConnectionError: "proxy",
    aiohttp.ClientConnectorError: "connect",
    aiohttp.ClientError: "broken",
}


def _raise_typed(error: BaseException, request: Request, *, phase: str = "read") -> NoReturn:
    """Raise the error of this package for one of aiohttp's; others pass as they are."""
    if isinstance(error, _ConnectionBrokeError) and error.__cause__ is not None:
        error = error.__cause__
    cause = next((cause for kind, cause in _CAUSES.items() if isinstance(error, kind)), None)
    if cause is None:
        raise error
    detail = None
    if isinstance(error, aiohttp.ServerTimeoutError):
        phase = "connect" if isinstance(error, aiohttp.ConnectionTimeoutError) else "read"
    elif isinstance(error, aiohttp.ClientResponseError):  # its text shows the URL
        detail = f"HTTP {error.status}" if cause == "proxy" else error.message
    raise_failure(cause, error, request, phase=phase, detail=detail, alone=detail is not None)
