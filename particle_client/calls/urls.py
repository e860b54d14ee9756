"""URLs that users give, and what makes two of them one server's."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from ..base.checks import check_type
from ..base.secrets import hidden
from .operation import Operation, path_segment

_METHOD = re.compile(r"[A-Za-z]+").fullmatch
_UNENCODED = re.compile(r"[^!-~]|[#\\]").search
_PORTS = {"http": 80, "https": 443}


def raw_operation(method: str, path: str, base_url: str) -> tuple[Operation, str]:
    """Check a raw request; return its operation and its path below the base URL."""
    if not _METHOD(method):
        raise ValueError(f"not an HTTP method: {method!r}")
    check_type("path", path, str)
    if not path.startswith("/") and "://" in path:
        parts = urlsplit(path)
        if "@" in parts.netloc or parts.fragment or not _is_below(path, base_url):
            raise ValueError(
                f"the URL is not below {base_url}: the access token goes to no other host"
            )
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        path = path.removeprefix(urlsplit(base_url).path)
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
    check_type("url", url, str)
    parts = urlsplit(url)
    if (url.startswith("/") and not parts.netloc) or _is_below(url, base_url):
        return raw_operation("GET", url, base_url)
    if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
        raise ValueError(
            "url must be an http(s) URL without user name and password, or a path that begins "
            "with '/'"
        )
    plain = url.partition("?")[0]
    if _UNENCODED(url):
        raise ValueError(f"url must be percent-encoded: {plain!r}")
    return Operation("download_file", "GET", plain, auth="cross_origin"), hidden(url)


def _is_below(url: str, base_url: str) -> bool:
    below = urlsplit(url).path.startswith(f"{urlsplit(base_url).path}/")
    return below and origin_of(url) == origin_of(base_url)


def scope_path(kind: str, name: str, value: str | int) -> str:
    """Return the path under which a product's or an organization's resources are."""
    return f"/v1/{kind}/{path_segment(name, value)}"


def origin_of(url: str) -> tuple[str, str | None, int | None]:
    """Return scheme, host and port, which make two URLs one server's."""
    parts = urlsplit(url)
    port = _PORTS.get(parts.scheme) if parts.port is None else parts.port
    return parts.scheme, parts.hostname, port
