"""What every client is set up with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, Unpack

from ..base.checks import check_bool, check_function, check_type, unexpected_arguments
from ..base.unset import UNSET, Unset
from . import config
from .credentials import Credentials
from .retries import retry_policy_from

if TYPE_CHECKING:
    from .config import ClientOptions
    from .protocols import Limiter


class ClientBase:
    """Configuration of a client, and how a call becomes a request."""

    _transport: Any
    """The client's own kind of Transport."""
    _owns_transport: bool

    def __init__(self, access_token: Any, options: Mapping[str, Any]) -> None:
        self._credentials = Credentials(
            config.access_token_from_environment() if access_token is None else access_token
        )
        self._base_url = config.base_url_from(
            options["base_url"],
            allow_insecure_http=check_bool("allow_insecure_http", options["allow_insecure_http"]),
        )
        self._oauth_client = config.client_credentials_from(
            options["client_id"], options["client_secret"]
        )
        timeout = options["timeout"]
        self._timeout_given = not isinstance(timeout, Unset)
        self._timeout = config.timeout_from(timeout)
        self._headers = config.default_headers(
            options["headers"], options["tool"], options["project"]
        )
        self._strict = check_bool("strict", options["strict"])
        self._retries = retry_policy_from(options["retries"])
        self._rate_limiter: Limiter | None = options["rate_limiter"]
        self._on_request = options["on_request"]
        self._on_response = options["on_response"]
        check_function("on_request", self._on_request)
        check_function("on_response", self._on_response)
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
        make: Any = type(self)
        copy: Self = make("replaced-below", http_client=http_client, **options)
        if http_client is None:
            copy._transport = self._transport
            copy._owns_transport = False
        copy._credentials = (
            self._credentials if isinstance(access_token, Unset) else Credentials(access_token)
        )
        return copy
