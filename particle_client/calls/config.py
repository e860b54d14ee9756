"""What a client is set up with: by argument, then by environment, then by default."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Generator, Mapping
from math import inf
from typing import Any, NoReturn, Protocol, Self, TypeAlias, TypedDict, Unpack
from urllib.parse import urlsplit

from ..base.checks import (
    check_bool,
    check_function,
    check_more_than_0,
    check_type,
    check_whole_number,
    unexpected_arguments,
)
from ..base.errors import ConfigurationError
from ..base.request import Request, Timeout, TimeoutTypes
from ..base.response import Response
from ..base.secrets import Secret
from ..base.unset import UNSET, Unset
from ..base.version import __version__
from .credentials import Credentials
from .operation import Operation
from .retries import RetryPolicy, retry_policy_from
from .urls import is_plain_url

DEFAULT_BASE_URL = "https://api.particle.io"
DEFAULT_CLIENT_ID = "particle-api"
DEFAULT_TIMEOUT = Timeout(60.0, connect=10.0, pool=None)

USER_AGENT = f"particle-client/{__version__} (Python/{sys.version_info[0]}.{sys.version_info[1]})"

_CONTEXT = ("tool", "project")
"""Options that name who asks, in headers of their own."""

Tool: TypeAlias = str | Mapping[str, Any]

_LOOPBACK = re.compile(r"localhost|::1|127(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}").fullmatch
# Not those that say where a body ends, which the transport sees to.
_HEADER_NAME = re.compile(
    r"(?i:(?!(content-length|transfer-encoding)$)[!#$%&'*+.^_`|~0-9a-z-]+)"
).fullmatch
_HEADER_VALUE = re.compile(r"(?:[!-~](?:[ \t!-~]*[!-~])?)?").fullmatch


class Limiter(Protocol):
    """Holds requests back to stay below the cloud's limits."""

    is_shared: bool

    def waits(self, operation: Operation, path: str, within: float) -> Generator[float]: ...

    def limited(self, operation: Operation, path: str, retry_after: float | None) -> None: ...


class ClientOptions(TypedDict, total=False):
    """What a client is made with, by keyword, besides its access token and HTTP client."""

    base_url: str | None
    client_id: str | None
    client_secret: str | None
    token_duration: int
    timeout: TimeoutTypes | Unset
    headers: Mapping[str, str] | None
    tool: Tool | None
    project: Tool | None
    strict: bool
    allow_insecure_http: bool
    max_response_size: int
    retries: int | RetryPolicy | Unset | None
    rate_limiter: Limiter | None
    on_request: Callable[[Request], object] | None
    on_response: Callable[[Response[Any]], object] | None


class ClientBase:
    """Configuration of a client."""

    _transport: Any
    """The client's own kind of Transport."""
    _owns_transport: bool
    _deadline = inf  # of each call, whatever its own is, by the monotonic clock

    def __init__(self, access_token: Any, arguments: Mapping[str, Any]) -> None:
        options = {name: arguments[name] for name in ClientOptions.__annotations__}
        for name in ("base_url", "client_id", "client_secret"):
            check_type(name, options[name], str)
        for name in _CONTEXT:
            check_type(name, options[name], str, Mapping)
        check_type("headers", options["headers"], Mapping)
        for name in ("strict", "allow_insecure_http"):
            check_bool(name, options[name])
        for name in ("on_request", "on_response"):
            check_function(name, options[name])
        if access_token is None:
            access_token = _environment("PARTICLE_ACCESS_TOKEN") or _environment("PARTICLE_AUTH")
        is_shared = isinstance(access_token, Credentials)
        self._credentials = access_token if is_shared else Credentials(access_token)
        self._base_url = _base_url(options["base_url"], options["allow_insecure_http"])
        self._oauth_client = _oauth_client(options["client_id"], options["client_secret"])
        self._token_duration: int = options["token_duration"]
        check_whole_number("token_duration", self._token_duration)
        timeout = options["timeout"]
        self._timeout_given = not isinstance(timeout, Unset)
        self._timeout = timeout_from(timeout) if self._timeout_given else DEFAULT_TIMEOUT
        self._headers = _default_headers(options)
        self._strict: bool = options["strict"]
        self._max_response_size: int = options["max_response_size"]
        check_whole_number("max_response_size", self._max_response_size)
        check_more_than_0("max_response_size", "bytes", self._max_response_size)
        self._retries = retry_policy_from(options["retries"])
        self._rate_limiter: Limiter | None = options["rate_limiter"]
        self._on_request = options["on_request"]
        self._on_response = options["on_response"]
        # What a copy starts from: a later change of the environment is not for it.
        self._options: dict[str, Any] = {
            **options,
            "base_url": self._base_url,
            "client_id": self._oauth_client[0],
            "client_secret": self._oauth_client[1],
        }

    @property
    def base_url(self) -> str:
        """Where the Cloud API is, without a trailing slash."""
        return self._base_url

    def __reduce__(self) -> NoReturn:
        name = type(self).__name__
        raise TypeError(f"{name} can't be pickled: it holds connections. Make one in each process.")

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={self._base_url!r})"

    def with_options(
        self,
        *,
        access_token: Any = UNSET,
        http_client: Any = None,
        **changes: Unpack[ClientOptions],
    ) -> Self:
        """Return a client with other options that shares the connections of this one.

        What isn't passed stays as it is; `headers` are added. Closing the copy closes nothing.

        Args:
            access_token: As for the constructor. With another `client_id`, pass its secret, too.
            http_client: As for the constructor. Then the copy has connections of its own.
            changes: The other arguments of the constructor.
        """
        if unknown := changes.keys() - self._options.keys():
            raise unexpected_arguments(unknown, self._options, "with_options")
        options = {**self._options, **changes}
        if "headers" in changes:
            check_type("headers", changes["headers"], Mapping)
            options["headers"] = {**(self._options["headers"] or {}), **(changes["headers"] or {})}
        if "retries" in changes:
            options["retries"] = retry_policy_from(changes["retries"], self._retries)
        if "client_id" in changes:  # another client has another secret
            options["client_secret"] = changes.get("client_secret")
        is_same = isinstance(access_token, Unset)
        credentials = self._credentials if is_same else Credentials(access_token)
        make: Any = type(self)
        changed: Self = make(credentials, http_client=http_client, **options)
        if http_client is None:
            changed._transport = self._transport
            changed._owns_transport = False
        return changed

    def _until(self, deadline: float) -> Self:
        """Return a client for requests that are part of a call, and end when that has to."""
        if deadline == inf:
            return self
        part = object.__new__(type(self))
        part.__dict__.update(self.__dict__)
        part._deadline = deadline
        return part


def _environment(name: str) -> str | None:
    # A value that was read from a file often ends with a line break.
    return os.environ.get(name, "").strip() or None


def _base_url(value: str | None, allow_insecure_http: bool) -> str:
    """Return the base URL without a trailing slash."""
    url = (value or "").strip() or _environment("PARTICLE_BASE_URL") or DEFAULT_BASE_URL
    if "?" in url or not is_plain_url(url):  # not shown: it may hold a password
        raise ConfigurationError(
            "base_url must be https:// and a host, with a port and a path if need be, but without "
            "user name and password (pass access_token=), query and fragment"
        )
    parts = urlsplit(url)
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
    return _LOOPBACK(urlsplit(base_url).hostname or "") is not None


def _oauth_client(client_id: str | None, client_secret: str | None) -> tuple[str, str]:
    """Return OAuth client id and secret: `particle-api` is both by default."""
    identity = client_id or os.environ.get("PARTICLE_CLIENT_ID") or DEFAULT_CLIENT_ID
    secret = client_secret or os.environ.get("PARTICLE_CLIENT_SECRET")
    if not secret and identity != DEFAULT_CLIENT_ID:
        raise ConfigurationError(
            f"The OAuth client {identity!r} needs its secret: pass client_secret=, "
            "or set PARTICLE_CLIENT_SECRET."
        )
    return identity, Secret(secret or DEFAULT_CLIENT_ID)


def timeout_from(value: TimeoutTypes) -> Timeout:
    """Return a Timeout: one number stands for each phase, None for none."""
    return value if isinstance(value, Timeout) else Timeout(value)


def _default_headers(options: Mapping[str, Any]) -> dict[str, str]:
    """Return the headers that every request of a client carries, names in lower case."""
    context = {f"X-Particle-{name.title()}": _context(name, options) for name in _CONTEXT}
    try:
        return {
            "accept": "application/json",
            "accept-encoding": "gzip, deflate",
            "user-agent": USER_AGENT,
            **checked_headers({name: text for name, text in context.items() if text}),
            **checked_headers(options["headers"] or {}),
        }
    except ValueError as error:
        raise ConfigurationError(str(error)) from None


def _context(name: str, options: Mapping[str, Any]) -> str:
    """Return `name@version, component@version` of a tool, `name; key=value` of a project."""
    value: Tool = options[name] or ""
    if isinstance(value, str):
        return str(value)
    parts = [value, *value.get("components", ())] if name == "tool" else [value]
    for part in parts:
        if not part.get("name"):
            raise ConfigurationError(f"{name} must have a name: {dict(part)!r}")
    if name == "project":
        more = (f"{key}={field}" for key, field in value.items() if key != "name")
        return "; ".join((str(value["name"]), *more))
    versions = ("" if part.get("version") is None else f"@{part['version']}" for part in parts)
    return ", ".join(f"{part['name']}{at}" for part, at in zip(parts, versions, strict=True))


def checked_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Return headers with lower-case names; ValueError for what would break the request apart."""
    checked: dict[str, str] = {}
    for name, value in headers.items():
        if not isinstance(name, str) or not isinstance(value, str):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise TypeError(f"header {name!r}: name and value must be str")
        if not _HEADER_NAME(name):
            raise ValueError(f"not a header to be set: {name!r}")
        if not _HEADER_VALUE(value):
            raise ValueError(
                f"header {name}: the value must be printable ASCII without spaces around it"
            )
        checked[name.lower()] = value
    return checked
