"""URLs that users give or servers redirect to, and what makes two of them one server's."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from posixpath import normpath
from typing import Any, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from ..base.request import Request
from ..base.response import Response
from ..base.secrets import hidden
from ..base.status_errors import RedirectError
from .operation import Operation

MAX_REDIRECTS = 10

HARMLESS = {"accept", "accept-encoding", "user-agent", "range", "if-range", "connection"}
"""All that another host gets to see of a redirected request, because it is no secret."""

_METHOD = re.compile(r"[A-Za-z]+").fullmatch
_UNENCODED = re.compile(r"[^!-~]|[#\\]").search
_PORTS = {"http": 80, "https": 443}

is_plain_url: Callable[[str], re.Match[str] | None] = re.compile(
    r"(?i:https?)://(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._~-]+)(:[0-9]{0,5})?([/?]((?![#\\])[!-~])*)?"
).fullmatch
"""Whether it is http(s), with nothing in it that could be a password or be read in two ways."""


def raw_operation(method: str, path: str, base_url: str) -> tuple[Operation, str]:
    """Check a raw request; return its operation and its path below the base URL."""
    if not _METHOD(method):
        raise ValueError(f"not an HTTP method: {method!r}")
    if not path.startswith("/") and "://" in path:
        if not is_plain_url(path) or not _is_below(path, base_url):
            raise ValueError(
                f"the URL is not below {base_url}, or not plain: no other host gets the token"
            )
        parts = urlsplit(path)
        path = parts.path.removeprefix(urlsplit(base_url).path)
        path += f"?{parts.query}" if parts.query else ""
    plain = path.partition("?")[0]
    if not plain.startswith("/"):
        raise ValueError(f"path must begin with '/', as in '/v1/devices': {plain!r}")
    if not {".", ".."}.isdisjoint(map(unquote, plain.split("/"))):
        raise ValueError(f"path must not contain '.' or '..': {plain!r}")
    if _UNENCODED(path):
        raise ValueError(f"path must be percent-encoded: {plain!r}")
    method = method.upper()
    harmless = method in ("GET", "HEAD")  # what else may be repeated, nobody here knows
    operation = Operation("request", method, plain, auth="optional", idempotent=harmless)
    return operation, hidden(path)


def file_operation(url: str, base_url: str) -> tuple[Operation, str]:
    """Do as `raw_operation` for a file anywhere; its URL then stands for the path."""
    if (url.startswith("/") and not url.startswith("//")) or _is_below(url, base_url):
        return raw_operation("GET", url, base_url)
    if not is_plain_url(url):
        raise ValueError(
            "url must be an http(s) URL, percent-encoded and without user name, password and "
            "fragment, or a path that begins with '/'"
        )
    operation = Operation("download_file", "GET", url.partition("?")[0], auth="cross_origin")
    return operation, hidden(url)


def _is_below(url: str, base_url: str) -> bool:
    path = normpath(unquote(urlsplit(url).path))  # as servers may read it
    below = path.startswith(f"{urlsplit(base_url).path}/")
    return below and origin_of(url) == origin_of(base_url)


def origin_of(url: str) -> tuple[str, str | None, int | None]:
    """Return scheme, host and port, which make two URLs one server's."""
    parts = urlsplit(url)
    port = _PORTS.get(parts.scheme) if parts.port is None else parts.port
    return parts.scheme, parts.hostname, port


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
            headers = [(name, value) for name, value in headers if name in HARMLESS]
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


def redirect_for(
    response: Response[Any], request: Request, before: Redirect | None, base_url: str
) -> Redirect:
    """Return where a redirecting response leads; raise RedirectError if it isn't followed."""
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
        "what it names is no plain http(s) URL": not is_plain_url(url),
        "it leads away from TLS": here[0] == "https" and there[0] == "http",
        "it leads out of base_url": there == origin_of(base_url) and not _is_below(url, base_url),
        "it leads to another host, which must not get the request's body": (
            there != here and not reads
        ),
        f"it doesn't say whether to repeat the {method}": status in (301, 302) and not reads,
    }
    for reason, is_so in refusals.items():
        if is_so:
            raise RedirectError(response, detail=reason)
    return Redirect(url, number + 1, cross_origin or there != here, get or status == 303)
