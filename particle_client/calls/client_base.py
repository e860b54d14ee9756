"""What every client is set up with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..base.checks import check_bool, check_function, check_type, missing_attribute
from ..base.unset import Unset
from . import config
from .credentials import Credentials
from .retries import retry_policy_from

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..base.request import Request, TimeoutTypes
    from ..base.response import Response
    from .config import Tool
    from .protocols import Limiter
    from .retries import RetryPolicy

__all__ = ["ClientBase", "check_one_body"]


class ClientBase:
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
        rate_limiter: Any,
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
        self._strict = check_bool("strict", strict)
        self._retries = retry_policy_from(retries)
        if rate_limiter is not None and not hasattr(rate_limiter, "acquire"):
            kind = type(rate_limiter).__name__
            raise TypeError(f"rate_limiter must be a RateLimiter, not {kind}")
        self._rate_limiter: Limiter | None = rate_limiter
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


def check_one_body(json: object, form: object, content: object) -> None:
    """TypeError where a request is given several bodies."""
    if (not isinstance(json, Unset)) + (form is not None) + (content is not None) > 1:
        raise TypeError("a request has one body: pass json=, form= or content=")
    check_type("form", form, Mapping)
    check_type("content", content, bytes)
