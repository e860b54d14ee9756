"""Where a redirect leads to, and what may go there."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urljoin, urlsplit

from ..base.status_errors import RedirectError
from .urls import origin_of

if TYPE_CHECKING:
    from ..base.request import Request
    from ..base.response import Response

MAX_REDIRECTS = 10

# All that another host gets to see of a request.
_HARMLESS = frozenset({"accept", "accept-encoding", "user-agent", "range", "if-range"})

# Host and port: no user name, and nothing that HTTP libraries could read in different ways.
_PLAIN_HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._~-]+)(:[0-9]*)?").fullmatch


class Redirect(NamedTuple):
    """A redirect that is followed."""

    url: str
    cross_origin: bool
    """Whether it led to another host at any time: then no credentials go along any more."""
    get: bool
    """Whether it is followed by a GET, whatever the request was."""

    def apply(self, request: Request) -> Request:
        """Return the request that goes there."""
        headers = request.headers
        method, content = request.method, request.content
        if self.get and method not in ("GET", "HEAD"):
            method, content = "GET", None
            headers = [(name, value) for name, value in headers if not name.startswith("content-")]
        if self.cross_origin:
            headers = [(name, value) for name, value in headers if name in _HARMLESS]
        # The query may be a signature, which opens the file to anybody who reads the log.
        shown = request.redacted_url if request.secret else self.url.partition("?")[0]
        return replace(
            request,
            method=method,
            url=self.url,
            headers=headers,
            content=content,
            redacted_url=shown,
            secret=True,
            cross_origin=self.cross_origin or request.cross_origin,
        )


def redirect_for(
    response: Response[Any], request: Request, *, before: Redirect | None, followed: int
) -> Redirect:
    """Return where a redirecting response leads.

    Raises:
        RedirectError: It isn't followed.
    """

    def refused(why: str) -> RedirectError:
        return RedirectError(response, reason=why)

    status = response.status_code
    location = response.headers.get("location")
    if not location:
        raise refused("it doesn't say where to")
    if followed >= MAX_REDIRECTS:
        raise refused(f"it is number {followed + 1} in a row")
    try:
        parts = urlsplit(urljoin(request.url, location).partition("#")[0])
        url = parts.geturl()  # with the scheme in lower case, which not all HTTP libraries see to
        there, here = origin_of(url), origin_of(request.url)
    except ValueError:
        raise refused("what it names is no URL") from None
    if parts.scheme not in ("http", "https") or not _PLAIN_HOST(parts.netloc):
        raise refused("what it names is no plain http(s) URL")
    if not url.isascii() or not url.isprintable() or " " in url:
        raise refused("what it names is not percent-encoded")
    if here[0] == "https" and there[0] == "http":
        raise refused("it leads away from TLS")
    reads = request.method in ("GET", "HEAD")
    if there != here and not reads:
        raise refused("it leads to another host, which must not get the request's body")
    if not reads and status in (301, 302):
        raise refused(f"it doesn't say whether to repeat the {request.method}")
    cross_origin = there != here or (before is not None and before.cross_origin)
    get = status == 303 or (before is not None and before.get)
    return Redirect(url, cross_origin=cross_origin, get=get)
