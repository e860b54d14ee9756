"""One call, from its first request to its response: every decision, but no waiting and no I/O."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from .checks import check_function, check_type, unexpected_arguments
from .errors import APIStatusError, ParticleError, RateLimitError, RedirectError, status_error
from .operation import RequestOptions, Timeout
from .retries import RetryAttempt, retry_policy_from
from .secret import Secret, hide_options
from .telemetry import Attempt, is_observed, log_retry

if TYPE_CHECKING:
    from .core import ClientCore
    from .operation import Operation, Request
    from .redirects import Redirect
    from .response import Response
    from .retries import RetryPolicy
    from .uploads.multipart import MultipartBody

__all__ = ["Exchange", "check_options"]

_OPTION_NAMES = frozenset(RequestOptions.__annotations__)


_MAPPINGS = ("headers", "query", "extra_body")


def check_options(options: RequestOptions) -> None:
    """TypeError for a keyword that no method has, and for a value of another type.

    What may be a secret is hidden in `options` itself, which are in the frames of all that was
    called with them.
    """
    if not options:
        return
    hide_options(options)
    if not options.keys() <= _OPTION_NAMES:
        raise unexpected_arguments(options.keys() - _OPTION_NAMES, _OPTION_NAMES, "every method")
    check_function("on_response", options.get("on_response"))
    for name in _MAPPINGS:
        check_type(name, options.get(name), Mapping)


class Exchange:
    """A call in progress. The client sends what `request` gives, and tells how that went.

    Attributes:
        delay: Seconds to wait before the next request.
        multipart: The body, if it is one that is made while it is sent.
        token: The client's access token, if `wants_token`. It is kept here rather than in variables
            of functions, whose values a crash report may show.
    """

    __slots__ = (
        "_attempt",
        "_basic",
        "_client",
        "_expires",
        "_followed",
        "_options",
        "_outer",
        "_policy",
        "_redirect",
        "_rejected",
        "_request",
        "_retries",
        "_what",
        "delay",
        "multipart",
        "operation",
        "path",
        "token",
    )

    def __init__(
        self,
        client: ClientCore,
        operation: Operation,
        path: str,
        options: RequestOptions,
        basic: tuple[str, str] | None,
        what: dict[str, Any],
    ) -> None:
        if options:
            check_options(options)
        self._client = client
        self.operation = operation
        self.path = path
        self._options = options
        self._basic = basic
        self._what = what
        self.multipart: MultipartBody | None = what.get("multipart")
        self.delay = 0.0
        self._policy: RetryPolicy = (
            retry_policy_from(options["retries"], client._retries)
            if "retries" in options
            else client._retries
        )
        deadline = self._policy.deadline
        self._expires = None if deadline is None else time.monotonic() + deadline
        self._retries = 0
        self._rejected = False
        self._redirect: Redirect | None = None
        self._followed = 0
        self.token: str | None = None
        # What the user is handling at the moment, if anything: errors of ours have it as context.
        self._outer = sys.exception()
        self._request: Request | None = None
        self._attempt: Attempt | None = None

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
    def time_left(self) -> float | None:
        """Seconds until the call's deadline, if it has one."""
        return None if self._expires is None else max(self._expires - time.monotonic(), 0.0)

    def request(self, content: Any = None) -> Request:
        """Give the request to send now.

        Args:
            content: The body, if `multipart` makes it.
        """
        if content is not None:
            self._what["content"] = content
        try:
            request = self._build()
        except (TypeError, ValueError) as error:
            self._forget(error)
            raise
        self._request = request
        if self._client._on_request is not None:
            self._client._on_request(request)
        if is_observed():
            number = 1 + self._retries + self._followed + self._rejected
            self._attempt = Attempt(self.operation, self.path, request, number)
        return request

    def _build(self) -> Request:
        client, operation, options = self._client, self.operation, self._options
        token = options.get("access_token", self.token)
        authorization = client._authorization(operation, token, self._basic, options)
        request = client._build(operation, self.path, authorization, options, **self._what)
        if self._redirect is not None:
            request = self._redirect.apply(request)
        if self._expires is not None:
            request.until = self._expires
            request.timeout = _cut(request.timeout, self._expires - time.monotonic())
        return request

    # --- after it -------------------------------------------------------------------------------

    def answered(self, response: Response[Any]) -> bool:
        """Take a response. True: the call is done. False: again, after `delay`.

        Raises:
            APIStatusError: It is an error status, and the call is over.
        """
        client, attempt = self._client, self._attempt
        status = response.status_code
        if attempt is not None:
            self._attempt = None
            attempt.answered(response)
        if client._on_response is not None:
            client._on_response(response)
        if 200 <= status <= 299:
            if "on_response" in self._options:
                self._options["on_response"](response)
            return True
        try:
            if self._goes_on(response):
                return False
        except APIStatusError:
            self._tell(response)
            raise
        error = status_error(
            status,
            method=response.method,
            url=response.url,
            headers=response.headers,
            content=response.content,
        )
        error.conceal(self._secrets())
        if isinstance(error, RateLimitError) and client._rate_limiter is not None:
            client._rate_limiter.limited(self.operation, self.path, error.retry_after)
        if self._is_repeated(error):
            return False
        self._tell(response)
        raise error

    def failed(self, error: BaseException) -> bool:
        """Take an error that came instead of a response. True: again, after `delay`."""
        attempt = self._attempt
        if attempt is not None:
            self._attempt = None
            attempt.failed(error)
        return isinstance(error, ParticleError) and self._is_repeated(error)

    def forget_frames(self, error: BaseException) -> None:
        """Take the tracebacks away from an error and from those that led to it.

        They end in functions of this package and of the HTTP library, which tell a user nothing,
        but have tokens and bodies in their variables; crash reports show these. The same holds for
        a call that is interrupted or cancelled. What the user's program raised, before the call or
        in a hook, keeps its own.
        """
        if isinstance(error, ParticleError) or not isinstance(error, Exception):
            self._forget(error)
        elif isinstance(error.__context__, ParticleError):
            self._forget(error.__context__)  # a hook failed when it was told of that one

    def _forget(self, error: BaseException) -> None:
        seen: set[int] = set()
        errors: list[BaseException | None] = [error]
        while errors:
            each = errors.pop()
            if each is None or each is self._outer or id(each) in seen:
                continue
            seen.add(id(each))
            each.__traceback__ = None
            errors += (each.__cause__, each.__context__)

    def _secrets(self) -> list[str]:
        """Give what was sent that a server mustn't make part of a message by repeating it."""
        found = [self._options.get("access_token", self.token) or ""]
        if self._basic is not None:
            found.append(self._basic[1])
        for body in (self._what.get("json"), self._what.get("form")):
            if isinstance(body, dict):
                fields = cast("dict[str, object]", body).values()
                found += [value for value in fields if isinstance(value, Secret)]
        return found

    def _tell(self, response: Response[Any]) -> None:
        if "on_response" in self._options:
            self._options["on_response"](response)

    def _goes_on(self, response: Response[Any]) -> bool:
        """Follow a redirect, or go for another token."""
        status = response.status_code
        if status in (301, 302, 303, 307, 308) and self._request is not None:
            from .redirects import redirect_for

            redirect = redirect_for(
                status,
                response.headers,
                self._request,
                before=self._redirect,
                followed=self._followed,
                content=response.content,
            )
            if not (redirect.get or self._can_send_again()):
                raise RedirectError(
                    status,
                    method=response.method,
                    url=response.url,
                    headers=response.headers,
                    content=response.content,
                    reason="the request's body can't be sent again, since it can be read only once",
                )
            self._redirect = redirect
            if redirect.get:
                self.multipart = None  # the request that goes there has no body
            self._followed += 1
            self.delay = 0.0
            return True
        if status == 401 and not self._rejected and self.token is not None and self.wants_token:
            provider = self._client._credentials.provider
            # Only of the cloud itself, which got the token.
            sent = self._redirect is None or not self._redirect.elsewhere
            if provider is not None and sent:
                self._rejected = True
                self.delay = 0.0
                # It is told in any case: the next call shall have another token.
                return bool(provider.reject(self.token)) and self._can_send_again()
        return False

    def _is_repeated(self, error: ParticleError) -> bool:
        """Whether to send the request again; then the delay is set, and the user was told."""
        policy, operation = self._policy, self.operation
        if (
            self._retries >= policy.max_retries
            or not policy.should_retry(operation, error)
            or not self._can_send_again()
            or self._client._transport.closed
        ):
            return False
        delay = policy.delay(self._retries + 1, error)
        if delay is None:
            return False
        if self._expires is not None and time.monotonic() + delay >= self._expires:
            return False
        self._retries += 1
        self.delay = delay
        if is_observed():
            log_retry(operation, self.path, self._retries, delay, error)
        if policy.on_retry is not None:
            policy.on_retry(RetryAttempt(operation, self._retries, delay, error))
        return True

    def _can_send_again(self) -> bool:
        return self.multipart is None or self.multipart.can_rewind


def _cut(timeout: Timeout, left: float) -> Timeout:
    """Give a timeout with no phase longer than what is left of a deadline."""
    left = max(left, 0.001)
    return Timeout(
        **{
            phase: left if seconds is None else min(seconds, left)
            for phase, seconds in timeout.as_dict().items()
        }
    )
