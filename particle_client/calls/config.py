"""What a client is set up with: by argument, then by environment, then by default."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, TypedDict
from urllib.parse import urlsplit

from ..base.checks import check_type
from ..base.errors import ConfigurationError
from ..base.request import Timeout
from ..base.secrets import Secret
from ..base.unset import Unset
from ..base.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..base.request import Request, TimeoutTypes
    from ..base.response import Response
    from .protocols import Limiter
    from .retries import RetryPolicy

DEFAULT_BASE_URL = "https://api.particle.io"
DEFAULT_CLIENT_ID = "particle-api"
DEFAULT_TIMEOUT = Timeout(60.0, connect=10.0, pool=None)

USER_AGENT = f"particle-client/{__version__} (Python/{sys.version_info[0]}.{sys.version_info[1]})"

Tool: TypeAlias = "str | Mapping[str, Any]"


class ClientOptions(TypedDict, total=False):
    """What a client is made with, by keyword, besides its access token and HTTP client."""

    base_url: str | None
    client_id: str | None
    client_secret: str | None
    timeout: TimeoutTypes | Unset
    headers: Mapping[str, str] | None
    tool: Tool | None
    project: Tool | None
    strict: bool
    allow_insecure_http: bool
    retries: int | RetryPolicy | Unset | None
    rate_limiter: Limiter | None
    on_request: Callable[[Request], object] | None
    on_response: Callable[[Response[Any]], object] | None


_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+").fullmatch
_HEADER_VALUE = re.compile(r"(?:[!-~](?:[ \t!-~]*[!-~])?)?").fullmatch
_NOT_IN_BASE_URL = re.compile(r"[^!-~]|[?#\\]").search

# They say where a body ends, which the transport sees to.
_FRAMING = ("content-length", "transfer-encoding")


def base_url_from(value: str | None, *, allow_insecure_http: bool) -> str:
    """Return the base URL without a trailing slash: argument, PARTICLE_BASE_URL, default."""
    check_type("base_url", value, str)
    url = (value or os.environ.get("PARTICLE_BASE_URL") or "").strip() or DEFAULT_BASE_URL
    if "@" in url:  # not shown: it may be a password
        raise ConfigurationError("base_url must not hold credentials: pass access_token=")
    if _NOT_IN_BASE_URL(url):
        raise ConfigurationError(
            "base_url must hold neither a query nor a fragment, and only printable ASCII"
        )
    try:
        parts = urlsplit(url)
        host = parts.hostname
        parts.port  # noqa: B018  (raises when it is no number)
    except ValueError as error:
        raise ConfigurationError(f"base_url is not a URL: {url!r} ({error})") from error
    if parts.scheme not in ("http", "https") or not host:
        raise ConfigurationError(f"base_url must begin with https:// and name a host: {url!r}")
    if parts.scheme == "http" and not is_loopback(url) and not allow_insecure_http:
        raise ConfigurationError(
            f"base_url {url!r} has no TLS: the access token would travel in the clear. "
            "Use https://, or pass allow_insecure_http=True if that is what you want."
        )
    # As all parts of this package, and all HTTP libraries, write them.
    url = f"{parts.scheme}://{parts.netloc.lower()}{parts.path.rstrip('/')}"
    if url.endswith("/v1"):
        raise ConfigurationError(f"base_url goes without the /v1: {url.removesuffix('/v1')!r}")
    return url


def is_loopback(base_url: str) -> bool:
    """Whether the URL's host is this machine."""
    from ipaddress import ip_address

    host = urlsplit(base_url).hostname or ""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:  # another name, whatever it looks like
        return False


def access_token_from_environment() -> str | None:
    """Return the access token of PARTICLE_ACCESS_TOKEN, or of PARTICLE_AUTH (official examples)."""
    names = ("PARTICLE_ACCESS_TOKEN", "PARTICLE_AUTH")
    # A value that was read from a file often ends with a line break.
    return next((token for name in names if (token := os.environ.get(name, "").strip())), None)


def client_credentials_from(client_id: str | None, client_secret: str | None) -> tuple[str, str]:
    """Return OAuth client id and secret: argument, environment, `particle-api` for both."""
    check_type("client_id", client_id, str)
    check_type("client_secret", client_secret, str)
    identity = client_id or os.environ.get("PARTICLE_CLIENT_ID") or DEFAULT_CLIENT_ID
    secret = client_secret or os.environ.get("PARTICLE_CLIENT_SECRET")
    if not secret:
        if identity != DEFAULT_CLIENT_ID:
            raise ConfigurationError(
                f"The OAuth client {identity!r} needs its secret: pass client_secret=, "
                "or set PARTICLE_CLIENT_SECRET."
            )
        secret = DEFAULT_CLIENT_ID
    return identity, Secret(secret)


def timeout_from(value: TimeoutTypes | Unset) -> Timeout:
    """Return a Timeout: one number stands for each phase, None for none."""
    if isinstance(value, Unset):
        return DEFAULT_TIMEOUT
    return value if isinstance(value, Timeout) else Timeout(value)


def default_headers(
    headers: Mapping[str, str] | None, tool: Tool | None, project: Tool | None
) -> dict[str, str]:
    """Return the headers that every request of a client carries, names in lower case."""
    context = {"X-Particle-Tool": _tool(tool), "X-Particle-Project": _project(project)}
    try:
        return {
            "accept": "application/json",
            "accept-encoding": "gzip, deflate",
            "user-agent": USER_AGENT,
            **checked_headers({name: text for name, text in context.items() if text}),
            **checked_headers(headers or {}),
        }
    except ValueError as error:
        raise ConfigurationError(str(error)) from None


def checked_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Return headers with lower-case names; ValueError for what would break the request apart."""
    check_type("headers", headers, Mapping)
    for name, value in headers.items():
        _check_header(name, value)
    return {name.lower(): value for name, value in headers.items()}


def _check_header(name: object, value: object) -> None:
    if not isinstance(name, str):
        raise TypeError(f"the name of a header must be a str, not {type(name).__name__}")
    if not _HEADER_NAME(name):
        raise ValueError(f"not a header name: {name!r}")
    if not isinstance(value, str):
        raise TypeError(f"header {name}: the value must be a str, not {type(value).__name__}")
    if not _HEADER_VALUE(value):
        raise ValueError(
            f"header {name}: the value must be printable ASCII without spaces around it"
        )
    if name.lower() in _FRAMING:
        raise ValueError(f"header {name}: it is up to the client, don't set it")


def _tool(tool: Tool | None) -> str:
    """Return `name@version, component@version`, as Particle's own tools name themselves."""
    check_type("tool", tool, str, Mapping)
    if not tool or isinstance(tool, str):
        return str(tool or "")
    return ", ".join(
        _name("tool", part) + (f"@{part['version']}" if part.get("version") is not None else "")
        for part in (tool, *tool.get("components", ()))
    )


def _project(project: Tool | None) -> str:
    """Return `name; key=value; …`."""
    check_type("project", project, str, Mapping)
    if not project or isinstance(project, str):
        return str(project or "")
    more = (f"{key}={value}" for key, value in project.items() if key != "name")
    return "; ".join((_name("project", project), *more))


def _name(what: str, context: Mapping[str, Any]) -> str:
    if not context.get("name"):
        raise ConfigurationError(f"{what} must have a name: {dict(context)!r}")
    return str(context["name"])
