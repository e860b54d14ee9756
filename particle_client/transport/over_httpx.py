"""Sending requests over httpx, which is imported when first needed; or over httpx2."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, cast

from ..base.errors import ConfigurationError
from ..base.response import Response
from .deadline import no_later_than
from .encoded import keep_encoded, undecoded
from .failures import raise_typed
from .forks import close_inherited, tell_after_fork
from .streamed import AsyncStreamedResponse, StreamedResponse

if TYPE_CHECKING:
    import httpx

    from ..base.request import Request
    from .pool import AsyncPool, Pool

__all__ = ["AsyncTransport", "Transport"]


class _Shared:
    """What both transports do alike."""

    _is_async: bool

    def __init__(self, http_client: Any | None, *, loopback: bool = False) -> None:
        self.own = http_client is None
        self.loopback = loopback
        self.http_client: Any = http_client
        self.closed = False
        self._pool: Pool | AsyncPool | None = None
        self._used = False
        self._is_fork = False
        self._lock = threading.Lock()
        tell_after_fork(self)

    def _check_open(self) -> None:
        if self.closed:
            raise ConfigurationError("The client is closed: make a new one, or close it later.")
        if self.own:
            return
        self._used = True
        if getattr(self.http_client, "is_closed", False):
            raise ConfigurationError("The http_client that was passed in is closed.")
        if self._is_fork:
            raise ConfigurationError(
                "The http_client that was passed in was used before this process forked, and its "
                "connections are the parent's: make one in each process, or pass none."
            )

    def after_fork(self) -> None:
        """Begin anew: this is a child of the process that used the connections."""
        self._lock = threading.Lock()
        if not self.own:
            self._is_fork = self._used
            return
        if self._pool is not None:
            close_inherited(self._pool.sockets)
        self._pool = None
        self.http_client = None

    def _build(self, request: Request, *, streamed: bool = False) -> Any:
        """Make httpx's request. A client that the user brought adds what it is set up with."""
        extensions = {"timeout": request.timeout.as_dict(), **request.extensions}
        if streamed:
            extensions["streamed"] = True
        # Bytes, which may be more than the ASCII that other headers hold.
        headers: Any = [*request.headers, *extensions.pop("more_headers", ())]
        content: Any = request.content
        if self.own:
            import httpx

            built = httpx.Request(
                request.method,
                request.url,
                headers=headers,
                content=content,
                extensions=extensions,
            )
        else:
            built = self.http_client.build_request(
                request.method,
                request.url,
                headers=headers,
                content=content,
                extensions=extensions,
            )
            if request.cross_origin:
                _take_away_additions(built, request, headers)
        if request.secret:
            _hide_url(built, request.redacted_url)
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
                    import httpx

                    from .pool import Pool, PoolTransport

                    self._pool = Pool(use_proxies=not self.loopback)
                    client = httpx.Client(transport=PoolTransport(self._pool), timeout=None)
                    self.http_client = client
        return client

    def send(self, request: Request) -> Response[Any]:
        """Send a request and read the whole response."""
        if request.deadline is None:
            return self._send(request)
        with no_later_than(request.deadline):
            return self._send(request)

    def _send(self, request: Request) -> Response[Any]:
        client = self._client()
        self._check_open()
        answer: httpx.Response | None = None
        kept: list[bytes] = []
        try:
            answer = client.send(self._build(request), stream=True, **_how_to_send(request))
            kept = keep_encoded(answer)
            content = answer.read()
        except BaseException as error:
            if answer is None:
                raise_typed(error, request)
            answer.close()
            content = undecoded(error, request, _response(answer, request, b"".join(kept)))
        return _response(answer, request, content)

    def stream(self, request: Request) -> StreamedResponse:
        """Send a request; the response's body is left to be read."""
        client = self._client()
        self._check_open()
        try:
            with no_later_than(request.deadline):
                answer = client.send(
                    self._build(request, streamed=True), stream=True, **_how_to_send(request)
                )
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
    _has_loop = False

    def _client(self) -> httpx.AsyncClient:
        client: httpx.AsyncClient | None = self.http_client
        if not self.own:
            assert client is not None
            return client
        loop = running_loop()
        if client is None or loop is not self._loop:
            with self._lock:
                self._check_open()
                self._check_loop(loop)
                client = self.http_client
                if client is None:
                    import httpx

                    from .async_network import make_async_network
                    from .pool import AsyncPool, AsyncPoolTransport

                    self._pool = AsyncPool(make_async_network(loop), use_proxies=not self.loopback)
                    client = httpx.AsyncClient(
                        transport=AsyncPoolTransport(self._pool), timeout=None
                    )
                    self.http_client = client
        return client

    def _check_loop(self, loop: object) -> None:
        if not self._has_loop:
            self._loop, self._has_loop = loop, True
        elif loop is not self._loop:
            raise ConfigurationError(
                "This AsyncParticle belongs to another event loop: its connections can't be used "
                "in this one. Make one in each asyncio.run()."
            )

    async def send(self, request: Request) -> Response[Any]:
        """Send a request and read the whole response."""
        client = self._client()
        self._check_open()
        answer: httpx.Response | None = None
        kept: list[bytes] = []
        try:
            answer = await client.send(self._build(request), stream=True, **_how_to_send(request))
            kept = keep_encoded(answer)
            content = await answer.aread()
        except BaseException as error:
            if answer is None:
                raise_typed(error, request)
            await answer.aclose()
            content = undecoded(error, request, _response(answer, request, b"".join(kept)))
        return _response(answer, request, content)

    async def stream(self, request: Request) -> AsyncStreamedResponse:
        """Send a request; the response's body is left to be read."""
        client = self._client()
        self._check_open()
        try:
            answer = await client.send(
                self._build(request, streamed=True), stream=True, **_how_to_send(request)
            )
        except Exception as error:
            raise_typed(error, request)
        return AsyncStreamedResponse(answer, request)

    async def aclose(self) -> None:
        """Close the connections. A client that the user brought stays open."""
        with self._lock:
            self.closed = True
        if self.own and self.http_client is not None:
            await self.http_client.aclose()

    def after_fork(self) -> None:
        """Begin anew: the child has an event loop of its own."""
        super().after_fork()
        self._loop, self._has_loop = None, False


def running_loop() -> object:
    """Give what the connections belong to: asyncio's event loop; None under trio."""
    import asyncio

    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


def _response(answer: httpx.Response, request: Request, content: bytes) -> Response[Any]:
    return Response(
        method=request.method,
        url=request.redacted_url,
        status_code=answer.status_code,
        headers=answer.headers,
        content=content,
        http_response=answer,
    )


def _how_to_send(request: Request) -> dict[str, Any]:
    if request.cross_origin:
        return {"follow_redirects": False, "auth": None}
    return {"follow_redirects": False}


def _take_away_additions(built: Any, request: Request, headers: list[tuple[Any, Any]]) -> None:
    """Leave nothing in a request for another host of what the user's client puts into each."""
    host = built.url.netloc
    built.url = type(built.url)(request.url)
    built.headers = type(built.headers)([("host", host), *headers])


def _hide_url(built: Any, redacted_url: str) -> None:
    """Keep a secret in the URL out of the line that httpx logs for each request."""

    def shown(url: object) -> str:
        return redacted_url

    kind = cast("Any", type(built.url))
    built.url = type("ShownURL", (kind,), {"__str__": shown})(built.url)
