"""Sending requests over httpx, which is imported when first needed; or over httpx2."""

from __future__ import annotations

import asyncio  # async only
from importlib import import_module
from typing import TYPE_CHECKING, Any

from ..base.errors import ConfigurationError  # async only
from .async_streamed import AsyncStreamedResponse
from .async_waiting import Lock, in_thread
from .base import TransportBase
from .failures import raise_typed

if TYPE_CHECKING:
    from ..base.request import Request
    from ..base.response import Response

__all__ = ["AsyncTransport"]


class AsyncTransport(TransportBase):
    """Sends requests over a pool of connections. Safe in many tasks of one event loop."""

    _loop: object = None
    _has_loop = False

    def __init__(self, http_client: Any | None, *, loopback: bool = False) -> None:
        super().__init__(http_client, loopback=loopback)
        self._opening = Lock()

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
        """Begin anew, with new locks: another thread or task may have held them."""
        super().after_fork()
        self._opening = Lock()
        self._loop, self._has_loop = None, False  # async only

    async def _send(self, request: Request, *, streamed: bool = False) -> AsyncStreamedResponse:
        client = await self._client()
        self._check_open()
        more = {"auth": None} if request.cross_origin else {}
        try:
            response = await client.send(
                self.build(request, streamed=streamed), stream=True, follow_redirects=False, **more
            )
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
        httpx: Any = await in_thread(_import_httpx)
        from .async_pool import AsyncPool, AsyncPoolTransport

        self._pool = AsyncPool(use_proxies=not self.loopback)
        transport = AsyncPoolTransport(self._pool)
        self.http_client = httpx.AsyncClient(transport=transport, timeout=None)

    def _check_loop(self) -> None:  # async only
        """Raise ConfigurationError if the connections belong to another event loop."""
        loop = running_loop()
        if not self._has_loop:
            self._loop, self._has_loop = loop, True
        elif loop is not self._loop:
            raise ConfigurationError(
                "This AsyncParticle belongs to another event loop: its connections can't be used "
                "in this one. Make one in each asyncio.run()."
            )


def running_loop() -> object:  # async only
    """Return what the connections belong to: asyncio's event loop; None under trio."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


def _import_httpx() -> Any:
    """Return the module. Loading it takes tens of milliseconds."""
    import_module(".async_pool", __package__)
    return import_module("httpx")
