"""Downloading files by their URL: who gets the access token, and what another host gets to see."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from .. import config
from ..core import origin_of
from ..encoding import encode_query
from ..operation import Request

if TYPE_CHECKING:
    from ..operation import RequestOptions, Timeout

__all__ = ["file_request", "is_of_the_cloud"]


def is_of_the_cloud(url: str, base_url: str) -> bool:
    """Whether a URL is below the base URL; a path is."""
    if not isinstance(url, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"url must be a str, not {type(url).__name__}")
    if url.startswith("/") and not url.startswith("//"):
        return True
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("url must be an http(s) URL, or a path that begins with '/'")
    if "@" in parts.netloc:
        raise ValueError("url must not hold a user name or a password")
    below = parts.path.startswith(f"{urlsplit(base_url).path}/")
    return below and origin_of(url) == origin_of(base_url)


def file_request(
    url: str, user_agent: str, options: RequestOptions, default_timeout: Timeout
) -> Request:
    """Give the request for a file on another host: no access token, none of the client's headers.

    The query stays out of logs and errors: it may be a signature, which opens the file to anybody.
    """
    headers = {"user-agent": user_agent, **config.checked_headers(options.get("headers") or {})}
    timeout = config.timeout_from(options["timeout"]) if "timeout" in options else default_timeout
    plain = url.partition("?")[0]
    query = encode_query(options.get("query") or {})
    if query:
        url = f"{url}{'&' if '?' in url else '?'}{query}"
    request = Request("GET", url, list(headers.items()), None, timeout, plain, secret=True)
    request.elsewhere = True
    return request
