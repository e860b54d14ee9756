"""What a client is set up with: by argument, then by environment, then by default."""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import urlsplit

from .errors import ConfigurationError
from .operation import Timeout
from .version import __version__

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .operation import TimeoutTypes

__all__ = ["DEFAULT_BASE_URL", "DEFAULT_CLIENT_ID", "Tool", "default_headers"]

DEFAULT_BASE_URL = "https://api.particle.io"
DEFAULT_CLIENT_ID = "particle-api"
DEFAULT_TIMEOUT = Timeout(60.0, connect=10.0, pool=None)

Tool: TypeAlias = "str | Mapping[str, Any]"

_LOOPBACK = re.compile(r"localhost|127(\.\d{1,3}){3}|::1").fullmatch
_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+").fullmatch
_LINE_BREAK = re.compile(r"[\r\n\x00]").search


def base_url_from(value: str | None, *, allow_insecure_http: bool) -> str:
    """Give the base URL without a trailing slash: argument, PARTICLE_BASE_URL, default."""
    url = value or os.environ.get("PARTICLE_BASE_URL") or DEFAULT_BASE_URL
    try:
        parts = urlsplit(url)
        host = parts.hostname
        parts.port  # noqa: B018  (raises when it is no number)
    except ValueError as error:
        raise ConfigurationError(f"base_url is not a URL: {url!r} ({error})") from error
    if parts.scheme not in ("http", "https") or not host:
        raise ConfigurationError(f"base_url must begin with https:// and name a host: {url!r}")
    if parts.query or parts.fragment or parts.username or parts.password:
        raise ConfigurationError("base_url must not hold credentials, a query or a fragment")
    if parts.scheme == "http" and not _LOOPBACK(host) and not allow_insecure_http:
        raise ConfigurationError(
            f"base_url {url!r} has no TLS: the access token would travel in the clear. "
            "Use https://, or pass allow_insecure_http=True if that is what you want."
        )
    return url.rstrip("/")


def access_token_from_environment() -> str | None:
    """Give the access token of PARTICLE_ACCESS_TOKEN, or of PARTICLE_AUTH (official examples)."""
    return os.environ.get("PARTICLE_ACCESS_TOKEN") or os.environ.get("PARTICLE_AUTH") or None


def client_credentials_from(client_id: str | None, client_secret: str | None) -> tuple[str, str]:
    """Give OAuth client id and secret: argument, environment, `particle-api` for both."""
    identity = client_id or os.environ.get("PARTICLE_CLIENT_ID") or DEFAULT_CLIENT_ID
    secret = client_secret or os.environ.get("PARTICLE_CLIENT_SECRET")
    if not secret:
        if identity != DEFAULT_CLIENT_ID:
            raise ConfigurationError(
                f"The OAuth client {identity!r} needs its secret: pass client_secret=, "
                "or set PARTICLE_CLIENT_SECRET."
            )
        secret = DEFAULT_CLIENT_ID
    return identity, secret


def timeout_from(value: TimeoutTypes) -> Timeout:
    """Give a Timeout: one number stands for each phase, None for none."""
    return value if isinstance(value, Timeout) else Timeout(value)


def default_headers(
    headers: Mapping[str, str] | None, tool: Tool | None, project: Tool | None
) -> dict[str, str]:
    """Give the headers that every request of a client carries, names in lower case."""
    major, minor = sys.version_info[:2]
    result = {
        "accept": "application/json",
        "user-agent": f"particle-client/{__version__} (Python/{major}.{minor})",
    }
    if tool:
        result["x-particle-tool"] = _tool_context(tool)
    if project:
        result["x-particle-project"] = _project_context(project)
    result |= checked_headers(headers or {})
    for name, value in result.items():
        _check_header(name, value)
    return result


def checked_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Give headers with lower-case names; ValueError for what would break the request apart."""
    result: dict[str, str] = {}
    for name, value in headers.items():
        _check_header(name, value)
        result[name.lower()] = value
    return result


def _check_header(name: str, value: object) -> None:
    if not _HEADER_NAME(name):
        raise ValueError(f"not a header name: {name!r}")
    if not isinstance(value, str):
        raise TypeError(f"header {name}: the value must be a str, not {type(value).__name__}")
    if _LINE_BREAK(value):
        raise ValueError(f"header {name}: the value must not contain line breaks")


def _tool_context(tool: Tool) -> str:
    """`name@version, component@version`, as Particle's own tools name themselves."""
    if isinstance(tool, str):
        return tool
    parts = [tool, *tool.get("components", ())]
    return ", ".join(
        str(part["name"]) + (f"@{part['version']}" if part.get("version") is not None else "")
        for part in parts
    )


def _project_context(project: Tool) -> str:
    """`name; key=value; …`."""
    if isinstance(project, str):
        return project
    more = (f"{key}={value}" for key, value in project.items() if key != "name")
    return "; ".join((str(project["name"]), *more))
