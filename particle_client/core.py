"""What the sync and the async client share: everything but the waiting."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, Unpack, cast
from urllib.parse import unquote, urlsplit

from . import config
from .checks import check_bool, check_function, check_type, missing_attribute
from .encoding import encode_form, encode_json, encode_query, with_fields
from .errors import ConfigurationError, ResponseDecodeError
from .operation import Operation, Request, RequestOptions, Timeout
from .paths import path_segment
from .retries import retry_policy_from
from .secret import hidden
from .text import plain_text
from .unset import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from .config import ClientOptions, Tool
    from .encoding import QueryValue
    from .login import TokenProvider
    from .models.tokens import AccessToken
    from .operation import Content, TimeoutTypes
    from .rate_limits import RateLimiter
    from .response import Response
    from .retries import RetryPolicy
    from .uploads.multipart import MultipartBody

    TokenFunction = Callable[[], str | Awaitable[str]]

__all__ = ["ClientCore", "Credentials"]

_TOKEN = re.compile(r"[!-~]+").fullmatch
_METHOD = re.compile(r"[A-Za-z]+").fullmatch
_UNENCODED = re.compile(r"[^!-~]|[#\\]").search
# Parameters of a query that keep the URL out of the HTTP library's log.
_SECRET_QUERY = re.compile(
    r"[?&][^=&]*(?:token|secret|password|passwd|otp|api_?key|sig|signature)=", re.IGNORECASE
).search
_PORTS = {"http": 80, "https": 443}


class Credentials:
    """The access token of a client, shared by its `with_options` copies. Never shown."""

    __slots__ = ("access_token", "provider")

    def __init__(self, access_token: str | TokenFunction | TokenProvider | None) -> None:
        self.access_token: str | TokenFunction | None = None
        self.provider: TokenProvider | None = None
        if hasattr(access_token, "get_token"):
            self.provider = cast("TokenProvider", access_token)
        else:
            if access_token is not None and not callable(access_token):
                checked_token(access_token)
            self.access_token = cast("Any", hidden(access_token))

    def set(self, token: str) -> None:
        """Use this token from now on, whatever it was before."""
        self.access_token = hidden(token)
        self.provider = None

    def __repr__(self) -> str:
        known = self.access_token or self.provider
        return f"<Credentials {'set' if known else 'not set'}>"


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
        retries: int | RetryPolicy | Unset | None,
        rate_limiter: RateLimiter | None,
        on_request: Callable[[Request], object] | None,
        on_response: Callable[[Response[Any]], object] | None,
    ) -> None:
        self._credentials = Credentials(
            config.access_token_from_environment() if access_token is None else access_token
        )
        self._base_url = config.base_url_from(
            base_url,
            allow_insecure_http=check_bool("allow_insecure_http", allow_insecure_http),
        )
        self._oauth_client = config.client_credentials_from(client_id, client_secret)
        self._timeout = (
            config.DEFAULT_TIMEOUT if isinstance(timeout, Unset) else config.timeout_from(timeout)
        )
        self._timeout_given = not isinstance(timeout, Unset)
        self._headers = config.default_headers(headers, tool, project)
        self._header_items = list(self._headers.items())
        # These two may come from elsewhere as well, and must not be sent twice.
        self._headers_overlap = not {"authorization", "content-type"}.isdisjoint(self._headers)
        self._strict = check_bool("strict", strict)
        self._retries = retry_policy_from(retries)
        if rate_limiter is not None and not hasattr(rate_limiter, "acquire"):
            kind = type(rate_limiter).__name__
            raise TypeError(f"rate_limiter must be a RateLimiter, not {kind}")
        self._rate_limiter = rate_limiter
        check_function("on_request", on_request)
        check_function("on_response", on_response)
        self._on_request = on_request
        self._on_response = on_response
        # What a copy starts from: a later change of the environment is not for it.
        self._settings: dict[str, Any] = {
            "base_url": self._base_url,
            "client_id": self._oauth_client[0],
            "client_secret": self._oauth_client[1],
            "timeout": timeout,
            "headers": headers,
            "tool": tool,
            "project": project,
            "strict": strict,
            "allow_insecure_http": allow_insecure_http,
            "retries": retries,
            "rate_limiter": rate_limiter,
            "on_request": on_request,
            "on_response": on_response,
        }

    @classmethod
    def from_cli_profile(cls, profile: str | None = None, **options: Unpack[ClientOptions]) -> Self:
        """Make a client with the login of Particle's command-line tool (`particle login`).

        Its cloud is the tool's, too, whatever PARTICLE_BASE_URL says. The tool's file is read now,
        and again when the token doesn't work any more: see `particle_client.login.CliProfile`.

        Args:
            profile: Name of the tool's profile. Default: the one that it uses at the moment.
            options: As for the constructor.

        Raises:
            ConfigurationError: The tool isn't logged in on this machine.
        """
        from .login import CliProfile

        login = CliProfile(profile)
        if options.get("base_url") is None:
            options["base_url"] = login.base_url
        make: Any = cls
        client: Self = make(login, **options)
        return client

    @property
    def base_url(self) -> str:
        """Where the Cloud API is, without a trailing slash."""
        return self._base_url

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={self._base_url!r})"

    def _copy(self, http_client: Any, access_token: Any, changes: dict[str, Any]) -> Self:
        changes = {name: value for name, value in changes.items() if not isinstance(value, Unset)}
        if "headers" in changes:
            check_type("headers", changes["headers"], Mapping)
            changes["headers"] = {**(self._settings["headers"] or {}), **(changes["headers"] or {})}
        if "retries" in changes:
            changes["retries"] = retry_policy_from(changes["retries"], self._retries)
        if "client_id" in changes:  # another client has another secret
            changes.setdefault("client_secret", None)
        options = {**self._settings, **changes, "http_client": http_client}
        copy = type(self)("replaced-below", **options)
        if http_client is None:
            copy._transport = self._transport
            copy._owns_transport = False
        copy._credentials = (
            self._credentials if isinstance(access_token, Unset) else Credentials(access_token)
        )
        return copy

    if not TYPE_CHECKING:  # checkers shall see the mistake

        def __getattr__(self, name: str) -> Any:
            raise missing_attribute(self, name)

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
        if operation.auth == "elsewhere":
            from .downloads import file_request

            user_agent = config.default_headers(None, None, None)["user-agent"]
            return file_request(path, user_agent, options, self._timeout)
        url = self._base_url + path
        shown_url = self._base_url + operation.path if operation.secret else url.partition("?")[0]
        more_query = options.get("query")
        if query is not None or more_query is not None:
            text = encode_query({**(query or {}), **(more_query or {})})
            if text:
                url = f"{url}{'&' if '?' in path else '?'}{text}"
        extra_body = options.get("extra_body")
        if extra_body is not None:
            if multipart is not None or content is not None or operation.method in ("GET", "HEAD"):
                raise TypeError("extra_body is for requests with a JSON body or a form")
            if form is not None:
                form = {**form, **extra_body}
            else:
                json = with_fields(json, extra_body)
        content_type = content_length = None
        if multipart is not None:
            content_type, content_length = multipart.content_type, multipart.content_length
        elif not isinstance(json, Unset):
            content, content_type = encode_json(json), "application/json"
        elif form is not None:
            content, content_type = encode_form(form), "application/x-www-form-urlencoded"
        more_headers = options.get("headers")
        if more_headers is None and not self._headers_overlap:
            headers = self._header_items.copy()
            if content_type is not None:
                headers.append(("content-type", content_type))
            if authorization is not None:
                headers.append(("authorization", authorization))
        else:
            merged = self._headers.copy()
            if content_type is not None:
                merged["content-type"] = content_type
            if authorization is not None:
                merged["authorization"] = authorization
            headers = list((merged | config.checked_headers(more_headers or {})).items())
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
        secret = operation.secret or _SECRET_QUERY(url) is not None
        return Request(operation.method, url, headers, content, timeout, shown_url, secret)

    def _authorization(
        self,
        operation: Operation,
        token: str | None,
        basic: tuple[str, str] | None,
        options: RequestOptions,
    ) -> str | None:
        if basic is not None:
            return basic_authorization(*basic)
        if operation.auth == "client":
            return None
        if token is not None:
            return f"Bearer {checked_token(token)}"
        if operation.auth == "elsewhere":
            return None
        # A call without a token is no mistake where the user said so, or authenticates by a header.
        if (
            operation.auth == "bearer"
            and "access_token" not in options
            and "authorization" not in self._headers
            and "authorization" not in {name.lower() for name in options.get("headers", ())}
        ):
            raise ConfigurationError(
                f"{operation.method} {operation.path} needs an access token: pass access_token=, "
                "set PARTICLE_ACCESS_TOKEN, or call login()."
            )
        return None

    def _raw_operation(self, method: str, path: str) -> tuple[Operation, str]:
        """Check a raw request; give its operation and its path below the base URL."""
        if not _METHOD(method):
            raise ValueError(f"not an HTTP method: {method!r}")
        if not isinstance(path, str):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise TypeError(f"path must be a str, not {type(path).__name__}")
        if not path.startswith("/") and "://" in path:
            path = self._below_base_url(path)
        plain = path.partition("?")[0]
        if not plain.startswith("/"):
            raise ValueError(f"path must begin with '/', as in '/v1/devices': {plain!r}")
        for segment in plain.split("/"):
            if unquote(segment) in (".", ".."):
                raise ValueError(f"path must not contain {segment!r}: {plain!r}")
        if _UNENCODED(path):
            raise ValueError(f"path must be percent-encoded: {plain!r}")
        method = method.upper()
        # What a PUT or a DELETE does that isn't called by its name, nobody here knows.
        harmless = method in ("GET", "HEAD")
        operation = Operation("request", method, plain, auth="optional", idempotent=harmless)
        return operation, hidden(path)

    def _file_operation(self, url: str) -> tuple[Operation, str]:
        """As `_raw_operation`, for a file anywhere; its URL then stands for the path."""
        from .downloads import is_of_the_cloud

        if is_of_the_cloud(url, self._base_url):
            return self._raw_operation("GET", url)
        if _UNENCODED(url):
            raise ValueError(f"url must be percent-encoded: {url.partition('?')[0]!r}")
        return Operation("download_file", "GET", url.partition("?")[0], auth="elsewhere"), url

    def _below_base_url(self, url: str) -> str:
        parts, base = urlsplit(url), urlsplit(self._base_url)
        if "@" in parts.netloc or origin_of(url) != origin_of(self._base_url):
            raise ValueError(
                f"the URL is not on {self._base_url}: the access token goes to no other host"
            )
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        if parts.fragment or not path.startswith(f"{base.path}/"):
            raise ValueError(f"the URL is not below {self._base_url}")
        return path.removeprefix(base.path)

    # --- logging in -----------------------------------------------------------------------------

    def _password_grant(self, username: str, password: str, expires_in: int) -> dict[str, Any]:
        return {
            "username": username,
            "password": hidden(password),
            "grant_type": "password",
            **self._client_fields(),
            "expires_in": expires_in,
        }

    def _otp_grant(self, mfa_token: str, otp: str) -> dict[str, Any]:
        return {
            "grant_type": "urn:custom:mfa-otp",
            "mfa_token": hidden(mfa_token),
            "otp": hidden(otp),
            **self._client_fields(),
        }

    def _client_grant(self) -> dict[str, Any]:
        return {"grant_type": "client_credentials", **self._client_fields()}

    def _client_fields(self) -> dict[str, Any]:
        identity, secret = self._oauth_client
        return {"client_id": identity, "client_secret": secret}

    def _logged_in(self, response: Response[Any]) -> AccessToken:
        """Use the token of the response to a login from now on."""
        from .models.tokens import AccessToken
        from .parsing import parse_model

        token = parse_model(response, AccessToken, self._strict)
        try:
            self._credentials.set(checked_token(token.access_token))
        except (TypeError, ConfigurationError):
            raise ResponseDecodeError(
                f"{response.method} {response.url}: HTTP {response.status_code}, "
                "but the response holds no usable access token",
                method=response.method,
                url=response.url,
                status_code=response.status_code,
                headers=response.headers,
                content=response.content,
            ) from None
        return token


def checked_token(token: object) -> str:
    """Give an access token that a header can carry. Errors don't show it."""
    if not isinstance(token, str):
        raise TypeError(f"access_token must be a str, not {type(token).__name__}")
    if not _TOKEN(token):
        what = "holds spaces, line breaks or non-ASCII characters" if token else "is empty"
        raise ConfigurationError(f"The access token {what}: it can't be right.")
    return token


def check_one_body(json: object, form: object, content: object) -> None:
    """TypeError where a request is given several bodies."""
    if (not isinstance(json, Unset)) + (form is not None) + (content is not None) > 1:
        raise TypeError("a request has one body: pass json=, form= or content=")
    check_type("form", form, Mapping)
    check_type("content", content, bytes)


def basic_authorization(username: str, password: str) -> str:
    """Give the Authorization header of HTTP Basic."""
    for name, value in (("username", username), ("password", password)):
        if not isinstance(value, str):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise TypeError(f"{name} must be a str, not {type(value).__name__}")
    if ":" in username:
        raise ValueError("username must not contain ':' (HTTP Basic can't carry it)")
    both = f"{plain_text('username', username)}:{plain_text('password', password)}"
    return "Basic " + b64encode(both.encode()).decode("ascii")


def scope_path(kind: str, name: str, value: str | int) -> str:
    """Give the path under which a product's or an organization's resources are."""
    return f"/v1/{kind}/{path_segment(name, value)}"


def origin_of(url: str) -> tuple[str, str | None, int | None]:
    """Give scheme, host and port, which make two URLs one server's."""
    parts = urlsplit(url)
    port = _PORTS.get(parts.scheme) if parts.port is None else parts.port
    return parts.scheme, parts.hostname, port
