"""Sending requests over httpx, which is imported when first needed."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from ..errors import ConfigurationError
from ..response import Response
from .failures import raise_typed
from .streamed import AsyncStreamedResponse, StreamedResponse

if TYPE_CHECKING:
    import httpx

    from ..operation import Request

__all__ = ["AsyncTransport", "Transport"]

_LIMITS = {"max_connections": 100, "max_keepalive_connections": 20, "keepalive_expiry": 30.0}


class _Shared:
    """What both transports do alike."""

    _is_async: bool

    def __init__(self, http_client: Any | None, *, loopback: bool = False) -> None:
        if http_client is not None and hasattr(http_client, "aclose") is not self._is_async:
            raise TypeError(
                f"http_client is of type {type(http_client).__name__}: "
                "Particle takes an httpx.Client, AsyncParticle an httpx.AsyncClient"
            )
        self.own = http_client is None
        self.loopback = loopback
        self.http_client: Any = http_client
        self.closed = False
        self._lock = threading.Lock()

    def _check_open(self) -> None:
        if self.closed:
            raise ConfigurationError("The client is closed: make a new one, or close it later.")
        if not self.own and getattr(self.http_client, "is_closed", False):
            raise ConfigurationError("The http_client that was passed in is closed.")

    def _build(self, request: Request) -> Any:
        """Make httpx's request. A client that the user brought adds what it is set up with."""
        extensions = {"timeout": request.timeout.as_dict(), **request.extensions}
        content: Any = request.content
        if self.own:
            import httpx

            built = httpx.Request(
                request.method,
                request.url,
                headers=request.headers,
                content=content,
                extensions=extensions,
            )
        else:
            built = self.http_client.build_request(
                request.method,
                request.url,
                headers=request.headers,
                content=content,
                extensions=extensions,
            )
        if request.secret:
            _hide_url(built, request.shown_url)
        return built


class Transport(_Shared):
    """Sends requests over a pool of connections. Safe in many threads."""

    _is_async = False

    def _client(self) -> httpx.Client:
        client: httpx.Client | None = self.http_client
        if client is None:
            with self._lock:
                self._check_open()
                client = self.http_client
                if client is None:
                    client = self.http_client = _make_client(self.loopback)
        return client

    def send(self, request: Request) -> Response[Any]:
        """Send a request and read the whole answer."""
        client = self._client()
        self._check_open()
        try:
            answer = client.send(self._build(request))
        except Exception as error:
            raise_typed(error, request)
        return _response(answer, answer.content, request)

    def stream(self, request: Request) -> StreamedResponse:
        """Send a request; the answer's body is left to be read."""
        client = self._client()
        self._check_open()
        try:
            answer = client.send(self._build(request), stream=True)
        except Exception as error:
            raise_typed(error, request)
        return StreamedResponse(answer, request)

    def close(self) -> None:
        """Close the connections. A client that the user brought stays open."""
        with self._lock:
            self.closed = True
            if self.own and self.http_client is not None:
                self.http_client.close()


class AsyncTransport(_Shared):
    """Sends requests over a pool of connections. Safe in many tasks of one event loop."""

    _is_async = True
    _loop: object = None

    def _client(self) -> httpx.AsyncClient:
        client: httpx.AsyncClient | None = self.http_client
        loop = _running_loop()
        if self.own and loop is not self._loop:
            if self._loop is not None:
                raise ConfigurationError(
                    "This AsyncParticle belongs to another event loop: its connections can't be "
                    "used in this one. Make one in each asyncio.run()."
                )
            self._loop = loop
        if client is None:
            with self._lock:
                self._check_open()
                client = self.http_client
                if client is None:
                    client = self.http_client = _make_async_client(self.loopback)
        return client

    async def send(self, request: Request) -> Response[Any]:
        """Send a request and read the whole answer."""
        client = self._client()
        self._check_open()
        try:
            answer = await client.send(self._build(request))
        except Exception as error:
            raise_typed(error, request)
        return _response(answer, answer.content, request)

    async def stream(self, request: Request) -> AsyncStreamedResponse:
        """Send a request; the answer's body is left to be read."""
        client = self._client()
        self._check_open()
        try:
            answer = await client.send(self._build(request), stream=True)
        except Exception as error:
            raise_typed(error, request)
        return AsyncStreamedResponse(answer, request)

    async def aclose(self) -> None:
        """Close the connections. A client that the user brought stays open."""
        with self._lock:
            self.closed = True
        if self.own and self.http_client is not None:
            await self.http_client.aclose()


def _running_loop() -> object:
    """Give asyncio's running event loop; None under another library, such as trio."""
    import asyncio

    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


def _response(answer: httpx.Response, content: bytes, request: Request) -> Response[Any]:
    return Response(
        method=request.method,
        url=request.shown_url,
        status_code=answer.status_code,
        headers=answer.headers,
        content=content,
        http_response=answer,
    )


def _make_client(loopback: bool) -> httpx.Client:
    import httpx

    limits = httpx.Limits(**_LIMITS)  # type: ignore[arg-type]
    if not loopback and _proxies_in_environment():
        return httpx.Client(limits=limits, timeout=None)

    class LazyTLS(httpx.BaseTransport):
        """Loads the certificates when the first https request needs them.

        That takes tens of milliseconds, which a plain connection to a local cloud needn't wait for.
        """

        def __init__(self) -> None:
            self.plain = httpx.HTTPTransport(verify=False, limits=limits)
            self.tls: httpx.HTTPTransport | None = None
            self.lock = threading.Lock()

        def handle_request(self, request: httpx.Request) -> httpx.Response:
            if request.url.scheme != "https":
                return self.plain.handle_request(request)
            if self.tls is None:
                with self.lock:
                    if self.tls is None:
                        self.tls = httpx.HTTPTransport(limits=limits)
            return self.tls.handle_request(request)

        def close(self) -> None:
            self.plain.close()
            if self.tls is not None:
                self.tls.close()

    return httpx.Client(transport=LazyTLS(), timeout=None)


def _make_async_client(loopback: bool) -> httpx.AsyncClient:
    import httpx

    limits = httpx.Limits(**_LIMITS)  # type: ignore[arg-type]
    if not loopback and _proxies_in_environment():
        return httpx.AsyncClient(limits=limits, timeout=None)

    class LazyTLS(httpx.AsyncBaseTransport):
        """As in `_make_client`."""

        def __init__(self) -> None:
            self.plain = httpx.AsyncHTTPTransport(verify=False, limits=limits)
            self.tls: httpx.AsyncHTTPTransport | None = None

        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            if request.url.scheme != "https":
                return await self.plain.handle_async_request(request)
            if self.tls is None:
                self.tls = httpx.AsyncHTTPTransport(limits=limits)
            return await self.tls.handle_async_request(request)

        async def aclose(self) -> None:
            await self.plain.aclose()
            if self.tls is not None:
                await self.tls.aclose()

    return httpx.AsyncClient(transport=LazyTLS(), timeout=None)


def _hide_url(built: Any, shown_url: str) -> None:
    """Keep a secret in the URL out of the line that httpx logs for each request."""
    import httpx

    class ShownURL(httpx.URL):
        def __str__(self) -> str:
            return shown_url

    if isinstance(built.url, httpx.URL):
        built.url = ShownURL(built.url)


def _proxies_in_environment() -> bool:
    """Whether httpx would use a proxy: then its own set-up is needed, proxies and all."""
    from urllib.request import getproxies

    return any(scheme in getproxies() for scheme in ("http", "https", "all"))
