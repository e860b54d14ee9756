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

# No user name, no spaces, and nothing that HTTP libraries could read in different ways.
_PLAIN_URL = re.compile(
    r"https?://(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._~-]+)(:[0-9]*)?([/?][!-~]*)?"
).fullmatch


class Redirect(NamedTuple):
    """A redirect that is followed."""

    url: str
    number: int
    """How many there were in a row."""
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
        return replace(
            request,
            method=method,
            url=self.url,
            headers=headers,
            content=content,
            # The query may be a signature, which opens the file to anybody who reads the log.
            redacted_url=request.redacted_url if request.secret else self.url.partition("?")[0],
            secret=True,
            cross_origin=self.cross_origin or request.cross_origin,
        )


def redirect_for(response: Response[Any], request: Request, before: Redirect | None) -> Redirect:
    """Return where a redirecting response leads.

    Args:
        before: The redirect that led to this request.

    Raises:
        RedirectError: It isn't followed.
    """
    status, method = response.status_code, request.method
    location = response.headers.get("location", "")
    here = there = origin_of(request.url)
    try:
        # With the scheme in lower case, which not all HTTP libraries see to.
        url = urlsplit(urljoin(request.url, location).partition("#")[0]).geturl()
        there = origin_of(url)
    except ValueError:
        url = ""
    number, cross_origin, get = (0, False, False) if before is None else before[1:]
    reads = method in ("GET", "HEAD")
    refusals = {
        "it doesn't say where to": not location,
        f"it is number {number + 1} in a row": number >= MAX_REDIRECTS,
        "what it names is no plain http(s) URL": not _PLAIN_URL(url),
        "it leads away from TLS": here[0] == "https" and there[0] == "http",
        "it leads to another host, which must not get the request's body": (
            there != here and not reads
        ),
        f"it doesn't say whether to repeat the {method}": status in (301, 302) and not reads,
    }
    for reason, is_so in refusals.items():
        if is_so:
            raise RedirectError(response, reason=reason)
    return Redirect(url, number + 1, cross_origin or there != here, get or status == 303)
