# Generated from async_over_httpx.py by `make generate`. Do not edit.
"""Sending requests over httpx, which is imported when first needed; or over httpx2."""

from __future__ import annotations

import threading
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from ..base.errors import ConfigurationError
from .failures import raise_typed
from .forks import call_after_fork
from .streamed import StreamedResponse

if TYPE_CHECKING:
    from ..base.request import Request
    from ..base.response import Response


class Transport:
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
        """Begin anew: this is a child of the process that used the connections."""
        self._opening = threading.Lock()
        self._is_fork = self._used and not self.own
        if self._pool is not None:
            self._pool.after_fork()
            self._pool = self.http_client = None

    def _send(self, request: Request, *, streamed: bool = False) -> StreamedResponse:
        client = self._client()
        self._check_open()
        more = {"auth": None} if request.cross_origin else {}
        try:
            built = self._build(request, streamed)
            response = client.send(built, stream=True, follow_redirects=False, **more)
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
        from .waiting import in_thread  # takes its time to load

        pools, httpx = in_thread(_import_httpx)
        self._pool = pools.Pool(use_proxies=not self.loopback)
        transport = pools.PoolTransport(self._pool)
        self.http_client = httpx.Client(transport=transport, timeout=None)

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


def _import_httpx() -> tuple[Any, Any]:
    """Return the module of the pool, and httpx. Loading them takes tens of milliseconds."""
    return import_module(".pool", __package__), import_module("httpx")


def _hide_url(built: Any, redacted_url: str) -> None:
    """Keep a secret in the URL out of the line that httpx logs for each request."""

    def redacted(url: object) -> str:
        return redacted_url

    kind = cast("Any", type(built.url))
    built.url = type("RedactedURL", (kind,), {"__str__": redacted})(built.url)
