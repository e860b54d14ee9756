"""One call, from its first request to its response: every decision, but no waiting and no I/O."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, cast

from ..base.errors import ParticleError
from ..base.request import Timeout
from ..base.secrets import Secret
from ..base.status_errors import APIStatusError, RateLimitError, status_error
from .options import check_options
from .requests import authorization_for, build_request
from .retries import retry_delay, retry_policy_from
from .telemetry import RequestSpan, is_observed

if TYPE_CHECKING:
    from ..base.request import Request
    from ..base.response import Response
    from .client_base import ClientBase
    from .operation import Operation
    from .options import RequestOptions
    from .protocols import MultipartContent
    from .redirects import Redirect
    from .retries import RetryPolicy


class Call:
    """A call in progress. The client sends what `next_request` returns, and reports how that went.

    Attributes:
        delay: Seconds to wait before the next request.
        multipart: The body, if it is one that is made while it is sent.
        token: The client's access token, if `wants_token`.
    """

    def __init__(
        self,
        client: ClientBase,
        operation: Operation,
        path: str,
        options: RequestOptions,
        basic: tuple[str, str] | None,
        body_args: dict[str, Any],
    ) -> None:
        check_options(options)
        self._client = client
        self.operation = operation
        self.path = path
        self._options = options
        self._basic = basic
        self._body_args = body_args
        self.multipart: MultipartContent | None = body_args.get("multipart")
        self.delay = 0.0
        self._policy: RetryPolicy = (
            retry_policy_from(options["retries"], client._retries)
            if "retries" in options
            else client._retries
        )
        deadline = self._policy.deadline
        self._deadline = None if deadline is None else time.monotonic() + deadline
        self._retries = 0
        self._rejected = False
        self._redirect: Redirect | None = None
        self._followed = 0
        self.token: str | None = None
        self._request: Request | None = None
        self._span: RequestSpan | None = None

    # --- before a request -----------------------------------------------------------------------

    @property
    def wants_token(self) -> bool:
        """Whether the client's access token is to be asked for."""
        return (
            "access_token" not in self._options
            and self._basic is None
            and self.operation.auth in ("bearer", "optional")
        )

    @property
    def remaining(self) -> float | None:
        """Seconds until the call's deadline, None without one."""
        return None if self._deadline is None else max(self._deadline - time.monotonic(), 0.0)

    def next_request(self, content: Any = None) -> Request:
        """Return the request to send now.

        Args:
            content: The body, if `multipart` makes it.
        """
        if content is not None:
            self._body_args["content"] = content
        client, operation, options = self._client, self.operation, self._options
        token = options.get("access_token", self.token)
        authorization = authorization_for(client, operation, token, self._basic, options)
        request = build_request(
            client, operation, self.path, authorization, options, **self._body_args
        )
        if self._redirect is not None:
            request = self._redirect.apply(request)
        if self._deadline is not None:
            request.deadline = self._deadline
            request.timeout = _clamp_timeout(request.timeout, self._deadline - time.monotonic())
        self._request = request
        if client._on_request is not None:
            client._on_request(request)
        if is_observed():
            number = 1 + self._retries + self._followed + self._rejected
            self._span = RequestSpan(operation, self.path, request, number)
        return request

    # --- after it -------------------------------------------------------------------------------

    def on_response(self, response: Response[Any]) -> bool:
        """Take a response. True: the call is done. False: again, after `delay`.

        Raises:
            APIStatusError: It is an error status, and the call is over.
        """
        client = self._client
        self._end_span(response)
        if client._on_response is not None:
            client._on_response(response)
        if 200 <= response.status_code <= 299:
            self._notify_hooks(response)
            return True
        try:
            if self._follow_redirect_or_reauthenticate(response):
                return False
        except APIStatusError:
            self._notify_hooks(response)
            raise
        error = status_error(response, secrets=self._secrets())
        if isinstance(error, RateLimitError) and client._rate_limiter is not None:
            client._rate_limiter.limited(self.operation, self.path, error.retry_after)
        if self._schedule_retry(error):
            return False
        self._notify_hooks(response)
        raise error

    def on_failure(self, error: BaseException) -> bool:
        """Take an error that came instead of a response. True: again, after `delay`."""
        self._end_span(error)
        return isinstance(error, ParticleError) and self._schedule_retry(error)

    def _end_span(self, result: Response[Any] | BaseException) -> None:
        if self._span is not None:
            self._span.end(result)
            self._span = None

    def _secrets(self) -> list[str]:
        """Return what was sent that a server mustn't make part of a message by repeating it."""
        found = [self._options.get("access_token", self.token) or ""]
        if self._basic is not None:
            found.append(self._basic[1])
        for body in (self._body_args.get("json"), self._body_args.get("form")):
            if isinstance(body, dict):
                fields = cast("dict[str, object]", body).values()
                found += [value for value in fields if isinstance(value, Secret)]
        return found

    def _notify_hooks(self, response: Response[Any]) -> None:
        hook = self._options.get("on_response")
        if hook is not None:
            hook(response)

    def _follow_redirect_or_reauthenticate(self, response: Response[Any]) -> bool:
        status = response.status_code
        provider, before = self._client._credentials.provider, self._redirect
        self.delay = 0.0
        if status in (301, 302, 303, 307, 308) and self._request is not None:
            from .redirects import redirect_for

            redirect = redirect_for(response, self._request, before=before, followed=self._followed)
            self._redirect = redirect
            if redirect.get:
                self.multipart = None  # the request that goes there has no body
            self._followed += 1
            return True
        # Only the cloud itself got the token.
        sent = self.token is not None and (before is None or not before.cross_origin)
        if status == 401 and sent and self.wants_token and provider is not None:
            if self._rejected:
                return False
            self._rejected = True
            return bool(provider.reject(self.token or ""))
        return False

    def _schedule_retry(self, error: ParticleError) -> bool:
        """Whether to send the request again; then the delay is set, and the user was told."""
        if self._client._transport.closed:
            return False
        number = self._retries + 1
        delay = retry_delay(self._policy, self.operation, self.path, number, error, self._deadline)
        if delay is None:
            return False
        self._retries = number
        self.delay = delay
        return True


def _clamp_timeout(timeout: Timeout, remaining: float) -> Timeout:
    """Return a timeout with no phase longer than what is left of a deadline."""
    remaining = max(remaining, 0.001)
    phases = timeout.as_dict().items()
    return Timeout(**{name: min(seconds or remaining, remaining) for name, seconds in phases})
