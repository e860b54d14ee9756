"""Sending requests over httpx, which is imported when first needed; or over httpx2."""

from __future__ import annotations

import threading
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from ..base.errors import ConfigurationError
from .async_streamed import AsyncStreamedResponse
from .failures import raise_typed
from .forks import call_after_fork

if TYPE_CHECKING:
    from ..base.request import Request
    from ..base.response import Response


class AsyncTransport:
    """Sends requests over a pool of connections. Safe in many tasks of one event loop.

    Args:
        http_client: The user's own, which stays open; None to make one.
        loopback: Whether the cloud is on this machine: then no proxy is used.
    """

    _is_fork = False
    _loop: object = None
    _has_loop = False

    def __init__(self, http_client: Any | None, *, loopback: bool = False) -> None:
        self.own = http_client is None
        self.loopback = loopback
        self.http_client: Any = http_client
        self.closed = False
        self._pool: Any = None
        self._used = False
        self._opening: Any = threading.Lock()
        call_after_fork(self)

    async def send(self, request: Request) -> Response[Any]:
        """Send a request and read the whole response."""
        streamed = await self._send(request)
        try:
            return await streamed.aread()
        except BaseException as error:
            await streamed.aclose()
            raise_typed(error, request, streamed.to_response(b""))

    async def stream(self, request: Request) -> AsyncStreamedResponse:
        """Send a request; the response's body is left to be read, in time that isn't limited."""
        streamed = await self._send(request, streamed=True)
        streamed.set_deadline(None)
        return streamed

    async def aclose(self) -> None:
        """Close the connections. A client that the user brought stays open."""
        self.closed = True
        if self.own and self.http_client is not None:
            await self.http_client.aclose()

    def after_fork(self) -> None:
        """Begin anew: this is a child of the process that used the connections."""
        self._opening = threading.Lock()
        self._loop, self._has_loop = None, False  # async only
        self._is_fork = self._used and not self.own
        if self._pool is not None:
            self._pool.after_fork()
            self._pool = self.http_client = None

    async def _send(self, request: Request, *, streamed: bool = False) -> AsyncStreamedResponse:
        client = await self._client()
        self._check_open()
        more = {"auth": None} if request.cross_origin else {}
        try:
            built = self._build(request, streamed)
            response = await client.send(built, stream=True, follow_redirects=False, **more)
        except Exception as error:
            raise_typed(error, request)
        return AsyncStreamedResponse(response, request)

    async def _client(self) -> Any:
        if self.own:  # async only
            self._check_loop()
        if self.own and self.http_client is None:
            async with self._opening:
                self._check_open()
                if self.http_client is None:
                    await self._make_client()
        return self.http_client

    async def _make_client(self) -> None:
        from .async_waiting import in_thread  # takes its time to load

        pools, httpx = await in_thread(_import_httpx)
        self._pool = pools.AsyncPool(use_proxies=not self.loopback)
        transport = pools.AsyncPoolTransport(self._pool)
        self.http_client = httpx.AsyncClient(transport=transport, timeout=None)

    def _check_loop(self) -> None:  # async only
        if not self._has_loop:
            import anyio  # takes its time to load

            self._loop, self._has_loop = running_loop(), True
            self._opening = anyio.Lock()
        elif running_loop() is not self._loop:
            raise ConfigurationError(
                "This AsyncParticle belongs to another event loop: its connections can't be used "
                "in this one. Make one in each asyncio.run()."
            )

    def _check_open(self) -> None:
        if self.closed:
            raise ConfigurationError("The client is closed: make a new one, or close it later.")
        if not self.own and getattr(self.http_client, "is_closed", False):
            raise ConfigurationError("The http_client that was passed in is closed.")
        if self._is_fork:
            raise ConfigurationError(
                "The http_client that was passed in was used before this process forked, and its "
                "connections are the parent's: make one in each process, or pass none."
            )
        self._used = True

    def _build(self, request: Request, streamed: bool) -> Any:
        """Return httpx's request. A client that the user brought adds what it is set up with."""
        extensions = {
            "timeout": request.timeout.as_dict(),
            "deadline": request.deadline,
            "streamed": streamed,
            **request.extensions,
        }
        # Bytes, which may be more than the ASCII that other headers hold.
        headers: Any = [*request.headers, *extensions.pop("more_headers", ())]
        build: Any = import_module("httpx").Request if self.own else self.http_client.build_request
        built = build(
            request.method,
            request.url,
            headers=headers,
            content=request.content,
            extensions=extensions,
        )
        if request.cross_origin and not self.own:
            # Another host gets nothing of what the user's client puts into each request.
            host = built.url.netloc
            built.url = type(built.url)(request.url)
            built.headers = type(built.headers)([("host", host), *headers])
        if request.secret:
            _hide_url(built, request.redacted_url)
        return built


def running_loop() -> object:  # async only
    """Return what the connections belong to: asyncio's event loop; None under trio."""
    import asyncio  # takes its time to load

    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


def _import_httpx() -> tuple[Any, Any]:
    """Return the module of the pool, and httpx. Loading them takes tens of milliseconds."""
    return import_module(".async_pool", __package__), import_module("httpx")


def _hide_url(built: Any, redacted_url: str) -> None:
    """Keep a secret in the URL out of the line that httpx logs for each request."""

    def redacted(url: object) -> str:
        return redacted_url

    kind = cast("Any", type(built.url))
    built.url = type("RedactedURL", (kind,), {"__str__": redacted})(built.url)
