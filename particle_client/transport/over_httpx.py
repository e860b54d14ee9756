# Generated from async_over_httpx.py by `make generate`. Do not edit.
"""Sending requests over httpx, which is imported when first needed; or over httpx2."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .base import TransportBase
from .failures import raise_typed
from .streamed import StreamedResponse
from .waiting import Lock, in_thread

if TYPE_CHECKING:
    from ..base.request import Request
    from ..base.response import Response

__all__ = ["Transport"]


class Transport(TransportBase):
    """Sends requests over a pool of connections. Safe in many tasks of one event loop."""

    _loop: object = None
    _has_loop = False

    def __init__(self, http_client: Any | None, *, loopback: bool = False) -> None:
        super().__init__(http_client, loopback=loopback)
        self._opening = Lock()

    def send(self, request: Request) -> Response[Any]:
        """Send a request and read the whole response."""
        streamed = self._send(request)
        try:
            return streamed.read()
        except BaseException as error:
            streamed.close()
            raise_typed(error, request, streamed.to_response(b""))

    def stream(self, request: Request) -> StreamedResponse:
        """Send a request; the response's body is left to be read, in time that isn't limited."""
        streamed = self._send(request, streamed=True)
        streamed.set_deadline(None)
        return streamed

    def close(self) -> None:
        """Close the connections. A client that the user brought stays open."""
        self.closed = True
        if self.own and self.http_client is not None:
            self.http_client.close()

    def after_fork(self) -> None:
        """Begin anew, with new locks: another thread or task may have held them."""
        super().after_fork()
        self._opening = Lock()

    def _send(self, request: Request, *, streamed: bool = False) -> StreamedResponse:
        client = self._client()
        self._check_open()
        more = {"auth": None} if request.cross_origin else {}
        try:
            response = client.send(
                self.build(request, streamed=streamed), stream=True, follow_redirects=False, **more
            )
        except Exception as error:
            raise_typed(error, request)
        return StreamedResponse(response, request)

    def _client(self) -> Any:
        if self.own and self.http_client is None:
            with self._opening:
                self._check_open()
                if self.http_client is None:
                    self._make_client()
        return self.http_client

    def _make_client(self) -> None:
        httpx: Any = in_thread(_import_httpx)
        from .pool import Pool, PoolTransport

        self._pool = Pool(use_proxies=not self.loopback)
        transport = PoolTransport(self._pool)
        self.http_client = httpx.Client(transport=transport, timeout=None)


def _import_httpx() -> Any:
    """Return the module. Loading it takes tens of milliseconds."""
    import_module(".pool", __package__)
    return import_module("httpx")
