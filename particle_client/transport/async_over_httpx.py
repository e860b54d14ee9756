"""Sending requests over httpx, which is imported when first needed; or over httpx2."""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast
from weakref import WeakSet, ref

from ..base.errors import ConfigurationError
from ..base.unset import UNSET
from .async_streamed import AsyncStreamedResponse
from .failures import raise_typed

if TYPE_CHECKING:
    from ..base.request import Request
    from ..base.response import Response

_transports: WeakSet[AsyncTransport] = WeakSet()
# Of the parent process: if the child collected them, that would end the parent's connections.
_inherited: list[Any] = []


class AsyncTransport:
    """Sends requests over the user's `http_client`, or one of its own; without proxies if the cloud
    is on this machine (`loopback`). Safe in many tasks of one event loop."""

    closed: bool = False
    _used = False
    _is_fork = False
    _loop: object = UNSET

    def __init__(self, http_client: Any | None, *, loopback: bool = False) -> None:
        self.own: bool = http_client is None
        self.loopback = loopback
        self.http_client: Any = http_client
        self._opening: Any = threading.Lock()
        self._sleeping: WeakSet[Any] = WeakSet()
        _transports.add(self)

    async def send(self, request: Request) -> Response[Any]:
        """Send a request and read the whole response."""
        streamed = await self._send(request, "call")
        try:
            return await streamed.aread()
        except BaseException as error:
            await streamed.aclose()
            raise_typed(error, request, streamed.to_response(b""))

    async def stream(self, request: Request) -> AsyncStreamedResponse:
        """Send a request; the response's body is left to be read."""
        return await self._send(request, "events" if "joiner" in request.extensions else "download")

    async def sleep(self, seconds: float) -> None:
        """Wait between two requests, no longer than until this is closed."""
        from .async_waiting import Event, wait  # takes its time to load

        self._sleeping.add(ended := Event())
        if not self.closed:
            await wait(ended, seconds)

    async def aclose(self) -> None:
        """Close the connections. A client that the user brought stays open."""
        self._end_sleep()
        if self.own and self.http_client is not None:
            await self.http_client.aclose()

    def _end_sleep(self) -> None:
        self.closed = True
        for ended in list(self._sleeping):
            ended.set()

    def after_fork(self) -> None:
        """Begin anew: this is a child of the process that uses the connections."""
        self._opening = threading.Lock()
        self._loop = UNSET  # async only
        self._is_fork = self._used and not self.own
        if self.own and self.http_client is not None:
            _inherited.append(self.http_client)
            if hasattr(self.http_client, "pool"):
                self.http_client.pool.after_fork()
            self.http_client = None

    async def _send(self, request: Request, kind: str) -> AsyncStreamedResponse:
        client = await self._client()
        options = {"auth": None} if request.cross_origin else {}
        try:
            built = self._build(client, request, kind)
            response = await client.send(built, stream=True, follow_redirects=False, **options)
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
                    self.http_client = await self._make_client()
        self._check_open()
        return self.http_client

    async def _make_client(self) -> Any:
        from .async_waiting import in_thread  # takes its time to load

        pools: Any = await in_thread(import_module, ".async_pool", __package__)  # loads httpx
        return pools.AsyncPoolClient(use_proxies=not self.loopback)

    def _check_loop(self) -> None:  # async only
        import asyncio  # takes its time to load

        loop = None  # under trio
        with suppress(RuntimeError):
            loop = asyncio.get_running_loop()
        if self._loop is UNSET:
            import anyio

            self._loop, self._opening = loop, anyio.Lock()
        elif loop is not self._loop:
            raise ConfigurationError(
                "This AsyncParticle belongs to another event loop: make one in each asyncio.run()."
            )

    def _check_open(self) -> None:
        if self.closed:
            raise ConfigurationError("The client is closed: make a new one, or close it later.")
        client = self.http_client  # an httpx.Client or a ClientSession
        if not self.own and getattr(client, "is_closed", getattr(client, "closed", False)):
            raise ConfigurationError("The http_client that was passed in is closed.")
        if self._is_fork:
            raise ConfigurationError(
                "The http_client that was passed in was used before this process forked: make one "
                "in each process, or pass none."
            )
        self._used = True

    def _build(self, client: Any, request: Request, kind: str) -> Any:
        """Return httpx's request. A client that the user brought adds what it is set up with."""
        more = {"timeout": request.timeout.as_dict(), "deadline": request.deadline, "kind": kind}
        extensions = {**more, **request.extensions, "owner": ref(request)}
        # Bytes, which may be more than the ASCII that other headers hold.
        headers = [*request.headers, *extensions.pop("more_headers", ())]
        options = {"headers": headers, "content": request.content, "extensions": extensions}
        built = client.build_request(request.method, request.url, **options)
        if request.cross_origin and not self.own:
            # Another host gets nothing of what the user's client puts into each request.
            host = built.url.netloc
            built.url = type(built.url)(request.url)
            built.headers = type(built.headers)([("host", host), *headers])
        if request.secret:  # httpx logs each URL
            base, text = cast("Any", type(built.url)), request.redacted_url
            built.url = type("RedactedURL", (base,), {"__str__": text.__str__})(built.url)
        return built


def _after_fork() -> None:
    for transport in list(_transports):
        transport.after_fork()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
