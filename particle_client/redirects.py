"""Where a redirect leads to, and what may go there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from .core import origin_of
from .errors import RedirectError
from .operation import Request

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["MAX_REDIRECTS", "REDIRECTS", "Redirect", "redirect_for"]

REDIRECTS = frozenset({301, 302, 303, 307, 308})
MAX_REDIRECTS = 10

# All that another host gets to see of a request.
_HARMLESS = frozenset({"accept", "accept-encoding", "user-agent", "range", "if-range"})

# Host and port: no user name, and nothing that HTTP libraries could read in different ways.
_PLAIN_HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._~-]+)(:[0-9]*)?").fullmatch


class Redirect:
    """A redirect that is followed."""

    __slots__ = ("elsewhere", "get", "url")

    def __init__(self, url: str, *, elsewhere: bool, get: bool) -> None:
        self.url = url
        self.elsewhere = elsewhere
        """Whether it led to another host at any time: then no credentials go along any more."""
        self.get = get
        """Whether it is followed by a GET, whatever the request was."""

    def apply(self, request: Request) -> Request:
        """Give the request that goes there."""
        headers = request.headers
        method, content = request.method, request.content
        if self.get and method not in ("GET", "HEAD"):
            method, content = "GET", None
            headers = [(name, value) for name, value in headers if not name.startswith("content-")]
        if self.elsewhere:
            headers = [(name, value) for name, value in headers if name in _HARMLESS]
        # The query may be a signature, which opens the file to anybody who reads the log.
        shown = request.shown_url if request.secret else self.url.partition("?")[0]
        redirected = Request(
            method, self.url, headers, content, request.timeout, shown, secret=True
        )
        redirected.elsewhere = self.elsewhere or request.elsewhere
        redirected.extensions = request.extensions
        return redirected


def redirect_for(
    status: int,
    headers: Mapping[str, str],
    request: Request,
    *,
    before: Redirect | None,
    followed: int,
    content: bytes = b"",
) -> Redirect:
    """Give what follows from a redirecting response. RedirectError when it isn't followed."""

    def refused(why: str) -> RedirectError:
        return RedirectError(
            status,
            method=request.method,
            url=request.shown_url,
            headers=headers,
            content=content,
            reason=why,
        )

    location = headers.get("location")
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
    elsewhere = there != here or (before is not None and before.elsewhere)
    get = status == 303 or (before is not None and before.get)
    return Redirect(url, elsewhere=elsewhere, get=get)
