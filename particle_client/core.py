"""What the sync and the async client share: everything but the waiting."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

from . import config
from .errors import ConfigurationError, status_error
from .operation import (
    Operation,
    Request,
    RequestOptions,
    Timeout,
    encode_form,
    encode_json,
    encode_query,
)
from .paths import path_segment
from .unset import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from .config import Tool
    from .operation import Content, QueryValue, TimeoutTypes
    from .response import Response
    from .uploads.multipart import MultipartBody

    TokenProvider = Callable[[], str | Awaitable[str]]

__all__ = ["ClientCore", "Credentials"]


class Credentials:
    """The access token of a client, shared by its `with_options` copies. Never shown."""

    __slots__ = ("access_token",)

    def __init__(self, access_token: str | TokenProvider | None) -> None:
        self.access_token = access_token

    def __repr__(self) -> str:
        return f"<Credentials {'set' if self.access_token else 'not set'}>"


class ClientCore:
    """Configuration of a client, and how a call becomes a request."""

    _transport: Any
    """The client's own kind of Transport."""
    _owns_transport: bool

    def __init__(
        self,
        access_token: Any,
        *,
        base_url: str | None,
        client_id: str | None,
        client_secret: str | None,
        timeout: TimeoutTypes | Unset,
        headers: Mapping[str, str] | None,
        tool: Tool | None,
        project: Tool | None,
        strict: bool,
        allow_insecure_http: bool,
    ) -> None:
        token = access_token or config.access_token_from_environment()
        if isinstance(token, str):
            config.checked_headers({"authorization": token})
        self._credentials = Credentials(token)
        self._settings: dict[str, Any] = {
            "base_url": base_url,
            "client_id": client_id,
            "client_secret": client_secret,
            "timeout": timeout,
            "headers": headers,
            "tool": tool,
            "project": project,
            "strict": strict,
            "allow_insecure_http": allow_insecure_http,
        }
        self._base_url = config.base_url_from(base_url, allow_insecure_http=allow_insecure_http)
        self._oauth_client = config.client_credentials_from(client_id, client_secret)
        self._timeout = (
            config.DEFAULT_TIMEOUT if isinstance(timeout, Unset) else config.timeout_from(timeout)
        )
        self._timeout_given = not isinstance(timeout, Unset)
        self._headers = config.default_headers(headers, tool, project)
        self._header_items = [("accept-encoding", "gzip, deflate"), *self._headers.items()]
        self._strict = strict

    @property
    def base_url(self) -> str:
        """Where the Cloud API is, without a trailing slash."""
        return self._base_url

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={self._base_url!r})"

    def _copy(self, http_client: Any, access_token: Any, changes: dict[str, Any]) -> Self:
        changes = {name: value for name, value in changes.items() if not isinstance(value, Unset)}
        if "headers" in changes:
            changes["headers"] = {**(self._settings["headers"] or {}), **changes["headers"]}
        copy = type(self)(**{**self._settings, **changes, "http_client": http_client})
        if http_client is None:
            copy._transport = self._transport
            copy._owns_transport = False
        copy._credentials = (
            self._credentials if isinstance(access_token, Unset) else Credentials(access_token)
        )
        return copy

    # --- a request ------------------------------------------------------------------------------

    def _build(
        self,
        operation: Operation,
        path: str,
        authorization: str | None,
        options: RequestOptions,
        query: Mapping[str, QueryValue] | None = None,
        json: object = UNSET,
        form: Mapping[str, QueryValue] | None = None,
        content: Content | None = None,
        multipart: MultipartBody | None = None,
    ) -> Request:
        url = self._base_url + path
        shown_url = self._base_url + operation.path if operation.secret else url
        more_query = options.get("query")
        if query is not None or more_query is not None:
            text = encode_query({**(query or {}), **(more_query or {})})
            if text:
                url = f"{url}{'&' if '?' in path else '?'}{text}"
        content_type = content_length = None
        if multipart is not None:
            content_type, content_length = multipart.content_type, multipart.content_length
        elif not isinstance(json, Unset):
            content, content_type = encode_json(json), "application/json"
        elif form is not None:
            content, content_type = encode_form(form), "application/x-www-form-urlencoded"
        more_headers = options.get("headers")
        if more_headers is None:
            headers = self._header_items.copy()
            if content_type is not None:
                headers.append(("content-type", content_type))
            if authorization is not None:
                headers.append(("authorization", authorization))
        else:
            merged = dict(self._header_items)
            if content_type is not None:
                merged["content-type"] = content_type
            if authorization is not None:
                merged["authorization"] = authorization
            headers = list((merged | config.checked_headers(more_headers)).items())
        if content_length is not None:
            headers.append(("content-length", str(content_length)))
        if "timeout" in options:
            timeout = config.timeout_from(options["timeout"])
        elif operation.timeout is not None and not self._timeout_given:
            timeout = Timeout(
                operation.timeout, connect=self._timeout.connect, pool=self._timeout.pool
            )
        else:
            timeout = self._timeout
        return Request(operation.method, url, headers, content, timeout, shown_url)

    def _authorization(
        self, operation: Operation, token: str | None, basic: tuple[str, str] | None
    ) -> str | None:
        if basic is not None:
            return basic_authorization(*basic)
        if operation.auth == "client":
            return None
        if token is not None:
            return f"Bearer {token}"
        if operation.auth == "bearer":
            raise ConfigurationError(
                f"{operation.method} {operation.path} needs an access token: pass access_token=, "
                "set PARTICLE_ACCESS_TOKEN, or call login()."
            )
        return None

    def _check(self, response: Response[Any]) -> None:
        """Raise the typed error for an answer that is no success."""
        status = response.status_code
        if status < 200 or status > 299:
            raise status_error(
                status,
                method=response.method,
                url=response.url,
                headers=response.headers,
                content=response.content,
            )

    def _raw_operation(self, method: str, path: str) -> Operation:
        if "://" in path:
            if _origin(path) != _origin(self._base_url):
                raise ValueError(
                    f"{path!r} is not on {self._base_url}: the access token goes to no other host"
                )
            path = path.removeprefix(self._base_url)
        if not path.startswith("/"):
            raise ValueError(f"path must begin with '/', as in '/v1/devices': {path!r}")
        plain = path.partition("?")[0]
        for segment in plain.split("/"):
            if segment in (".", ".."):
                raise ValueError(f"path must not contain {segment!r}: {path!r}")
        if not path.isascii() or any(ord(char) <= 32 for char in path):
            raise ValueError(f"path must be percent-encoded: {path!r}")
        return Operation("request", method.upper(), plain, auth="optional")

    # --- logging in -----------------------------------------------------------------------------

    def _password_grant(self, username: str, password: str, expires_in: int) -> dict[str, Any]:
        return {
            "username": username,
            "password": password,
            "grant_type": "password",
            **self._client_fields(),
            "expires_in": expires_in,
        }

    def _otp_grant(self, mfa_token: str, otp: str) -> dict[str, Any]:
        return {
            "grant_type": "urn:custom:mfa-otp",
            "mfa_token": mfa_token,
            "otp": otp,
            **self._client_fields(),
        }

    def _client_grant(self) -> dict[str, Any]:
        return {"grant_type": "client_credentials", **self._client_fields()}

    def _client_fields(self) -> dict[str, Any]:
        identity, secret = self._oauth_client
        return {"client_id": identity, "client_secret": secret}


def basic_authorization(username: str, password: str) -> str:
    """Give the Authorization header of HTTP Basic."""
    if ":" in username:
        raise ValueError("username must not contain ':' (HTTP Basic can't carry it)")
    return "Basic " + b64encode(f"{username}:{password}".encode()).decode("ascii")


def scope_path(kind: str, name: str, value: str | int) -> str:
    """Give the path under which a product's or an organization's resources are."""
    return f"/v1/{kind}/{path_segment(name, value)}"


def _origin(url: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, parts.port
