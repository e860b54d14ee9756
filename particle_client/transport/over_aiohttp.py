"""Sending requests over aiohttp: `AsyncParticle(http_client="aiohttp")`. For asyncio only."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from copy import copy
from time import monotonic
from typing import TYPE_CHECKING, Any, NoReturn

from ..base.errors import ConfigurationError
from ..base.response import Response, ResponseDecodeError
from .async_over_httpx import AsyncTransport, running_loop
from .async_streamed import LARGEST_ERROR, AsyncStreamedResponse
from .async_waiting import Semaphore, acquire
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
    import ssl
    from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Iterator

    from ..base.request import Request

__all__ = ["AiohttpTransport"]

_CONNECTIONS = 100
_KEEPALIVE = 30.0
# Above this size (bytes), a body is sent in blocks, so that its progress can be watched.
_BLOCK = 65536
# After so many seconds without a response, the event loop may not know of what happened meanwhile.
_STALE = 0.001
_NO_DEFAULTS = ("User-Agent", "Accept", "Accept-Encoding", "Content-Type")

# Sessions of the parent process. aiohttp would complain about them if they were thrown away.
_inherited: list[aiohttp.ClientSession] = []


class AiohttpTransport(AsyncTransport):
    """Sends requests over aiohttp, with the same interface and the same errors as over httpx.

    Args:
        session: The user's own; it stays open. None to make one.
        loopback: Whether the cloud is on this machine: then no proxy is used.
    """

    def __init__(self, session: aiohttp.ClientSession | None, *, loopback: bool = False) -> None:
        super().__init__(session, loopback=loopback)
        self._sessions: dict[bool | str, aiohttp.ClientSession] = {}
        self._proxies: Proxies | None = None
        self._tls: ssl.SSLContext | None = None
        self._timeouts: dict[tuple[float | None, float | None], aiohttp.ClientTimeout] = {}
        self._calls = Semaphore(_CONNECTIONS)
        self._downloads = Semaphore(_CONNECTIONS)
        self._last_answer = 0.0

    async def send(self, request: Request) -> Response[Any]:
        """Send a request and read the whole response."""
        slots = await self._acquire(self._calls, request)
        try:
            if _is_large(request):
                async with _Upload(self, request) as upload:
                    answer = await upload.send()
                    content = await _read(upload.read(answer), answer, request)
            else:
                answer = await self.request(request, request.headers, request.content)
                content = await _read(answer.read(), answer, request)
        except Exception as error:
            _raise_typed(error, request)
        finally:
            if slots is not None:
                slots.release()
        self._last_answer = monotonic()
        return _response(answer, request, content)

    async def stream(self, request: Request) -> AsyncStreamedResponse:
        """Send a request; the response's body is left to be read."""
        own = _has_own_connection(request)
        slots = await self._acquire(None if own else self._downloads, request)
        try:
            if _is_large(request):
                async with _Upload(self, request) as upload:
                    answer = await upload.send(own_connection=own)
            else:
                more: list[tuple[bytes, bytes]] = request.extensions.get("more_headers", [])
                # aiohttp takes text, and sends it in UTF-8.
                headers = [(name.decode(), value.decode()) for name, value in more]
                headers = [*request.headers, *headers]
                answer = await self.request(request, headers, request.content, own_connection=own)
        except BaseException as error:
            if slots is not None:
                slots.release()
            if isinstance(error, Exception):
                _raise_typed(error, request)
            raise
        return _StreamedResponse(answer, request, slots)

    async def aclose(self) -> None:
        """Close the connections. A session that the user brought stays open."""
        self.closed = True
        sessions, self._sessions = self._sessions, {}
        for session in sessions.values():
            await session.close()

    def after_fork(self) -> None:
        """Begin anew: the child has an event loop of its own."""
        super().after_fork()
        _inherited.extend(self._sessions.values())
        self._sessions = {}
        self._calls, self._downloads = Semaphore(_CONNECTIONS), Semaphore(_CONNECTIONS)

    async def _acquire(self, slots: Semaphore | None, request: Request) -> Semaphore | None:
        if not self.own:
            self._check_session()
            return None
        self._check_loop()
        self._check_open()
        if slots is None:
            return None
        if not await acquire(slots, request.timeout.pool):
            error = TimeoutError("No connection came free in time")
            raise_failure("timeout", error, request, phase="pool")
        if self.closed:  # while this waited for its slot
            slots.release()
            raise_failure("connect", ConnectionError("The client was closed"), request)
        return slots

    def _check_session(self) -> None:
        self._check_open()
        if self.http_client.closed:
            raise ConfigurationError("The http_client that was passed in is closed.")

    def _check_loop(self) -> None:
        if running_loop() is None:
            raise ConfigurationError(
                "aiohttp works with asyncio only: leave http_client='aiohttp' out under trio."
            )
        super()._check_loop()

    async def request(
        self,
        request: Request,
        headers: list[tuple[str, str]],
        data: Any,
        *,
        own_connection: bool = False,
    ) -> aiohttp.ClientResponse:
        """Have aiohttp send a request.

        Args:
            own_connection: Whether it gets a new connection, that nobody uses after it.
        """
        bare = request.cross_origin and not self.own
        session = self._bare_session() if bare else self._session(own_connection)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        url = URL(request.url, encoded=True)
        arguments = self._arguments(url)
        if url.scheme == "http" and "proxy_headers" in arguments:
            headers = [*headers, *arguments.pop("proxy_headers").items()]
        return await session.request(
            request.method,
            url,
            headers=headers,
            data=data,
            allow_redirects=False,
            timeout=self._timeout(request),
            **arguments,
        )

    def _session(self, own_connection: bool) -> aiohttp.ClientSession:
        session = self._sessions.get(own_connection)
        if session is not None:
            return session
        if not self.own:
            # A copy shares connections, headers and cookies.
            session = self._sessions[own_connection] = copy(self.http_client)
            session._connector_owner = False
            return _repeating_nothing(session)
        if own_connection:
            connector = aiohttp.TCPConnector(limit=0, force_close=True)
        else:
            connector = _Connector(limit=0, keepalive_timeout=_KEEPALIVE)
        session = _repeating_nothing(
            aiohttp.ClientSession(
                connector=connector,
                cookie_jar=aiohttp.DummyCookieJar(),
                skip_auto_headers=_NO_DEFAULTS,
            )
        )
        if self._proxies is None and not self.loopback:
            self._proxies = Proxies()
        self._sessions[own_connection] = session
        return session

    def _bare_session(self) -> aiohttp.ClientSession:
        """Give a session for other hosts than the cloud: with the connections of the user's
        session, but without its headers and cookies, which may be credentials."""
        users: aiohttp.ClientSession = self.http_client
        session = self._sessions.get("elsewhere")
        if session is None:
            session = self._sessions["elsewhere"] = aiohttp.ClientSession(
                connector=users.connector,
                connector_owner=False,
                cookie_jar=aiohttp.DummyCookieJar(),
                trust_env=users.trust_env,
            )
        return _repeating_nothing(session)

    def _arguments(self, url: URL) -> dict[str, Any]:
        """Give what depends on whose session it is: certificates and proxy, default headers."""
        if not self.own:
            return {"skip_auto_headers": _NO_DEFAULTS}
        if url.scheme == "http" and not self._proxies:
            return {}
        arguments: dict[str, Any] = {}
        if url.scheme == "https":
            if self._tls is None:
                import httpx

                self._tls = httpx.create_ssl_context()
            arguments["ssl"] = self._tls
        if self._proxies:
            proxy = self._proxies.find(url.scheme, url.host or "", url.port or 0)
            if proxy is not None:
                if proxy.is_socks:
                    raise ConfigurationError(
                        "The environment's proxy speaks SOCKS, which aiohttp can't: leave "
                        "http_client='aiohttp' out, or pass a ClientSession with a connector of "
                        "aiohttp-socks."
                    )
                arguments["proxy"] = proxy.url
                if proxy.auth is not None:
                    # For a tunnel; where there is none, `request` adds it to the request.
                    arguments["proxy_headers"] = {"Proxy-Authorization": proxy.authorization}
        return arguments

    def _timeout(self, request: Request) -> aiohttp.ClientTimeout:
        """Give aiohttp's form of a request's timeout."""
        key = request.timeout.connect, request.timeout.read
        found = self._timeouts.get(key)
        if found is None:
            if len(self._timeouts) > 100:
                self._timeouts.clear()
            found = self._timeouts[key] = aiohttp.ClientTimeout(
                total=None, connect=key[0], sock_read=key[1]
            )
        return found


class _Connector(aiohttp.TCPConnector):
    """aiohttp's connections, but for those on which something came that nobody asked for.

    Servers that close an idle connection may say so before (408). aiohttp would take that for the
    answer to the next request.
    """

    async def _get(self, key: Any, traces: Any) -> Any:
        while (connection := await super()._get(key, traces)) is not None:
            protocol = connection.protocol
            if protocol is not None and not protocol.should_close:
                break
            connection.close()
        return connection


def _repeating_nothing(session: aiohttp.ClientSession) -> aiohttp.ClientSession:
    """Keep aiohttp from repeating what HTTP calls idempotent: that is decided elsewhere."""
    session._retry_connection = False
    return session


class _Upload:
    """A large body on its way.

    aiohttp has no limit for how long the server may take nothing of it: that is kept here. And it
    goes on sending when a response has come.
    """

    def __init__(self, transport: AiohttpTransport, request: Request) -> None:
        self._transport = transport
        self._request = request
        self._limit = asyncio.timeout(None)
        self._is_sending = False

    async def __aenter__(self) -> _Upload:
        await self._limit.__aenter__()
        return self

    async def __aexit__(self, *error: Any) -> None:
        try:
            await self._limit.__aexit__(*error)
        except TimeoutError:
            if self._limit.expired():
                raise _WriteTimeout from None
            raise

    async def send(self, *, own_connection: bool = False) -> aiohttp.ClientResponse:
        """Send the request, and wait for the head of its response."""
        headers, content = self._request.headers, self._request.content
        if isinstance(content, bytes):
            headers = [*headers, ("content-length", str(len(content)))]
        return await self._transport.request(
            self._request, headers, self._blocks(), own_connection=own_connection
        )

    async def read(self, answer: aiohttp.ClientResponse) -> bytes:
        """Read the body of the response."""
        if not self._is_sending:
            return await answer.read()
        # It came early. What is left of the request has no purpose any more.
        try:
            return await answer.content.read()
        finally:
            answer.close()

    async def _blocks(self) -> AsyncIterator[bytes]:
        """Give the body, and watch that it is taken."""
        limit, seconds = self._limit, self._request.timeout.write
        content: Any = self._request.content
        loop = asyncio.get_running_loop()
        self._is_sending = True
        async for block in _slices(content) if isinstance(content, bytes) else content:
            if seconds is not None and not limit.expired():
                limit.reschedule(loop.time() + seconds)
            yield block
            if not limit.expired():
                limit.reschedule(None)
            # If a response has come, it is read before the next block is written, which may fail.
            await asyncio.sleep(0)
        self._is_sending = False


async def _slices(content: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(content), _BLOCK):
        yield content[start : start + _BLOCK]


class _WriteTimeout(Exception):
    """The server took nothing of the body for too long."""


class _StreamedResponse(AsyncStreamedResponse):
    """A response whose body is read piece by piece."""

    def __init__(
        self, answer: aiohttp.ClientResponse, request: Request, slots: Semaphore | None
    ) -> None:
        self.http_response: Any = answer
        self.status_code = answer.status
        self.headers: Any = _Headers(answer.raw_headers)
        self.request = request
        self._slots = slots

    async def aiter_bytes(self) -> AsyncGenerator[bytes]:
        """Give the pieces as they come off the connection."""
        content = self.http_response.content
        try:
            async for piece in content.iter_any():
                yield piece
        except Exception as error:
            # aiohttp tells of a connection that broke before it gives what had come until then.
            if content.total_bytes and (left := content._read_nowait(-1)):
                yield left
            _raise_typed(error, self.request, self.to_response(b""))

    async def aread_error(self) -> bytes:
        content = bytearray()
        try:
            async for piece in self.aiter_bytes():
                content += piece
                if len(content) >= LARGEST_ERROR:
                    break
        except ResponseDecodeError:
            return b""  # aiohttp gives nothing as it came
        return bytes(content)

    def set_read_timeout(self, seconds: float | None) -> None:
        """Limit how long the next reads may wait for a piece; None waits for ever."""
        connection = self.http_response.connection
        protocol = None if connection is None else connection.protocol
        if protocol is not None:
            protocol.read_timeout = seconds
            protocol.start_timeout()

    async def aclose(self) -> None:
        """Drop the response and, unless it was read to its end, its connection."""
        if self.http_response.content.at_eof():
            self.http_response.release()
        else:
            self.http_response.close()
        if self._slots is not None:
            slots, self._slots = self._slots, None
            slots.release()


class _Headers(Mapping[str, str]):
    """The headers of a response: names are in lower case, and found in any."""

    __slots__ = ("_raw", "_values")

    def __init__(self, raw: tuple[tuple[bytes, bytes], ...]) -> None:
        self._raw = raw
        self._values: dict[str, str] | None = None

    def _all(self) -> dict[str, str]:
        values = self._values
        if values is None:
            values = self._values = {}
            for raw_name, raw_value in self._raw:
                name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
                values[name] = f"{values[name]}, {value}" if name in values else value
        return values

    def __getitem__(self, name: str) -> str:
        return self._all()[name.lower()]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def __repr__(self) -> str:
        return f"<headers {', '.join(self)}>"  # values may be secrets


def _is_large(request: Request) -> bool:
    content = request.content
    return content is not None and not (isinstance(content, bytes) and len(content) <= _BLOCK)


def _has_own_connection(request: Request) -> bool:
    return any(name.lower() == "connection" and value == "close" for name, value in request.headers)


def _response(answer: aiohttp.ClientResponse, request: Request, content: bytes) -> Response[Any]:
    return Response(
        method=request.method,
        url=request.redacted_url,
        status_code=answer.status,
        headers=_Headers(answer.raw_headers),
        content=content,
        http_response=answer,
    )


async def _read(body: Awaitable[bytes], answer: aiohttp.ClientResponse, request: Request) -> bytes:
    """Read a body. That of an error response is empty if it can't be decoded."""
    try:
        return await body
    except aiohttp.ClientPayloadError as error:
        if not _is_encoding(error):
            raise
        if 200 <= answer.status <= 299:
            raise_failure("decode", error, request, response=_response(answer, request, b""))
        return b""


def _raise_typed(
    error: Exception, request: Request, answer: Response[Any] | None = None
) -> NoReturn:
    """Raise the error of this package for one of aiohttp's; others pass as they are."""
    if isinstance(error, _WriteTimeout):
        raise_failure("timeout", error, request, phase="write")
    if isinstance(error, aiohttp.ConnectionTimeoutError):
        raise_failure("timeout", error, request, phase="connect")
    if isinstance(error, aiohttp.ServerTimeoutError):
        raise_failure("timeout", error, request, phase="read")
    if isinstance(error, aiohttp.ClientHttpProxyError):
        raise_failure("proxy", error, request, detail=f"HTTP {error.status}", alone=True)
    if isinstance(error, aiohttp.ClientProxyConnectionError):
        raise_failure("proxy", error, request, detail=_said(error))
    if isinstance(error, aiohttp.ClientConnectorError):
        raise_failure("connect", error, request, detail=_said(error))
    if isinstance(error, aiohttp.InvalidURL | aiohttp.NonHttpUrlClientError):
        raise_failure("url", error, request)
    if isinstance(error, aiohttp.ClientPayloadError) and _is_encoding(error):
        raise_failure("decode", error, request, response=answer)
    if isinstance(error, aiohttp.ClientResponseError):
        raise_failure("broken", error, request, detail=error.message, alone=True)
    if isinstance(error, aiohttp.ServerDisconnectedError):
        said = "the server closed it without a response"
        raise_failure("broken", error, request, detail=said, alone=True)
    if isinstance(error, aiohttp.ClientError):
        raise_failure("broken", error, request)
    raise error


def _said(error: aiohttp.ClientConnectorError) -> str:
    """Give what the system said, without aiohttp's words about it."""
    return str(error.__cause__ or error.os_error)


def _is_encoding(error: BaseException) -> bool:
    from aiohttp.http_exceptions import ContentEncodingError

    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ContentEncodingError):
            return True
        cause = cause.__cause__
    return False
