"""What the transports for threads and for tasks have in common."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, cast

from ..base.errors import ConfigurationError
from .forks import call_after_fork

if TYPE_CHECKING:
    from ..base.request import Request

__all__ = ["TransportBase"]


class TransportBase:
    """Holds the HTTP client, and makes its requests.

    Args:
        http_client: The user's own, which stays open; None to make one.
        loopback: Whether the cloud is on this machine: then no proxy is used.
    """

    def __init__(self, http_client: Any | None, *, loopback: bool = False) -> None:
        self.own = http_client is None
        self.loopback = loopback
        self.http_client: Any = http_client
        self.closed = False
        self._pool: Any = None
        self._used = False
        self._is_fork = False
        self._lock = threading.Lock()
        call_after_fork(self)

    def _check_open(self) -> None:
        """Raise ConfigurationError if no request can be sent any more."""
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
            self._pool.network.close_inherited()
        self._pool = None
        self.http_client = None

    def build(self, request: Request, *, streamed: bool) -> Any:
        """Return httpx's request. A client that the user brought adds what it is set up with."""
        extensions = {
            "timeout": request.timeout.as_dict(),
            "deadline": request.deadline,
            "streamed": streamed,
            **request.extensions,
        }
        # Bytes, which may be more than the ASCII that other headers hold.
        headers: Any = [*request.headers, *extensions.pop("more_headers", ())]
        if self.own:
            from httpx import Request as build
        else:
            build = self.http_client.build_request
        content: Any = request.content
        built: Any = build(
            request.method, request.url, headers=headers, content=content, extensions=extensions
        )
        if request.cross_origin and not self.own:
            _take_away_additions(built, request, headers)
        if request.secret:
            _hide_url(built, request.redacted_url)
        return built


def _take_away_additions(built: Any, request: Request, headers: list[tuple[Any, Any]]) -> None:
    """Leave nothing in a request for another host of what the user's client puts into each."""
    host = built.url.netloc
    built.url = type(built.url)(request.url)
    built.headers = type(built.headers)([("host", host), *headers])


def _hide_url(built: Any, redacted_url: str) -> None:
    """Keep a secret in the URL out of the line that httpx logs for each request."""

    def redacted(url: object) -> str:
        return redacted_url

    kind = cast("Any", type(built.url))
    built.url = type("RedactedURL", (kind,), {"__str__": redacted})(built.url)
