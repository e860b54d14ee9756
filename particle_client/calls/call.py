"""One call, from its first request to its response: every decision, but no waiting and no I/O."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, field
from math import inf
from typing import Any, Protocol
from urllib.parse import unquote

from ..base.error_factory import status_error
from ..base.errors import ConfigurationError, ParticleError
from ..base.request import Content, Request, Timeout
from ..base.response import Response
from ..base.secrets import redact, secrets_in
from ..base.status_errors import APIStatusError, RateLimitError
from ..base.unset import UNSET, Unset
from .config import USER_AGENT, ClientBase, checked_headers, timeout_from
from .credentials import basic_authorization, checked_token
from .encoding import QueryValue, encode_json, encode_query, with_fields
from .operation import Operation
from .options import RequestOptions, check_options, query_option
from .retries import Retries
from .telemetry import RequestSpan, is_observed
from .urls import HARMLESS, Redirect, redirect_for

# Parameters of a query that keep the URL out of the HTTP library's log.
_SECRET_QUERY = re.compile(
    r"[?&][^=&]*(?:token|secret|password|passwd|otp|api_?key|sig|signature)=([^&]*)", re.IGNORECASE
)


class MultipartContent(Protocol):
    """A multipart body, made while it is sent."""

    content_type: str

    @property
    def content_length(self) -> int: ...

    def prepare(self) -> Content: ...

    async def aprepare(self) -> Content: ...

    def close(self) -> None: ...


@dataclass(slots=True, eq=False, repr=False)
class Call:
    """A call in progress. The client sends what `next_request` returns, and says how that went."""

    client: ClientBase
    operation: Operation
    path: str
    options: RequestOptions
    _: KW_ONLY
    basic: tuple[str, str] | None = None
    query: Mapping[str, QueryValue] | None = None
    json: object = UNSET
    form: Mapping[str, QueryValue] | None = None
    content: Content | None = None
    multipart: MultipartContent | None = None
    extensions: Mapping[str, Any] | None = None
    within: float | None = None
    """Seconds for each request. Logging in, and waiting for the rate limiter, don't count."""
    token: str | None = field(init=False)
    wants_token: bool = field(init=False)
    """Whether `token` is to be set to the client's before each request."""
    delay: float = field(init=False, default=0.0)
    """Seconds to wait before the next request."""
    retries: Retries = field(init=False)
    sent: bool = field(init=False, default=False)
    """Whether any of its requests may have been sent."""
    _rejected: bool = field(init=False, default=False)
    _redirect: Redirect | None = field(init=False, default=None)
    _request: Request = field(init=False)
    _sent: list[tuple[list[tuple[str, str]], str]] = field(init=False, default_factory=list[Any])
    """The headers and the URL of each request."""
    _span: RequestSpan | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        options = self.options
        check_options(options)
        self.token = options.get("access_token")
        self.basic = options.get("basic_auth", self.basic)
        has_own = "access_token" in options or self.basic is not None
        self.wants_token = not has_own and self.operation.auth in ("bearer", "optional")
        client = self.client
        self.retries = Retries(options.get("retries", UNSET), client._retries, client._deadline)
        form = self.form
        if form is not None and (
            self.operation.auth == "client"
            or (form.get("client_id") is UNSET and self.basic is None)
        ):
            identity, secret = client._oauth_client
            self.form = {**form, "client_id": identity, "client_secret": secret}
            if form.get("grant_type") == "password":
                self.form.setdefault("expires_in", client._token_duration)

    def next_request(self, content: Content | None = None) -> Request:
        """Return the request to send now, with its body if `multipart` makes it."""
        request = self._build()
        if content is not None:
            request.content = content
        if self._redirect is not None:
            request = self._redirect.apply(request)
            request.redacted_url = redact(request.redacted_url, self._request.sent_secrets())
        request.deadline = self.retries.deadline
        if self.within is not None:
            request.deadline = min(request.deadline, time.monotonic() + self.within)
        if (remaining := self.retries.remaining) == 0:
            raise request.timed_out(sent=self.retries.number > 0 or self._redirect is not None)
        if remaining < inf:
            phases = request.timeout.as_dict().items()
            cut = {phase: min(seconds or remaining, remaining) for phase, seconds in phases}
            request.timeout = Timeout(**cut)
        self._request = request
        if self.client._on_request is not None:
            self.client._on_request(request)
        self._sent.append((request.headers, request.url))
        request.sent_secrets = self._sent_secrets
        self._span = None
        if is_observed():
            followed = 0 if self._redirect is None else self._redirect.number
            number = 1 + self.retries.number + followed + self._rejected
            self._span = RequestSpan(self.operation, self.path, request, number)
        return request

    def _build(self) -> Request:
        client, operation, options = self.client, self.operation, self.options
        json, form, content, multipart = self.json, self.form, self.content, self.multipart
        if cross_origin := operation.auth == "cross_origin":
            # Another host gets neither the token nor the client's headers.
            url, headers = self.path, {"user-agent": USER_AGENT}
        else:
            url, headers = client._base_url + self.path, client._headers.copy()
        redacted_url = (
            client._base_url + operation.path if operation.secret else url.partition("?")[0]
        )
        query = {**(self.query or {}), **query_option(options)}
        if query and (text := encode_query(query)):
            url += f"{'&' if '?' in url else '?'}{text}"
        extra_body = options.get("extra_body")
        if extra_body is not None:
            if multipart is not None or content is not None or operation.method in ("GET", "HEAD"):
                raise TypeError("extra_body is for requests with a JSON body or a form")
            if form is not None:
                form = {**form, **extra_body}
            else:
                json = with_fields(json, extra_body)
        if multipart is not None:
            headers["content-type"] = multipart.content_type
        elif not isinstance(json, Unset):
            content, headers["content-type"] = encode_json(json), "application/json"
        elif form is not None:
            content = encode_query(form).encode("ascii")
            headers["content-type"] = "application/x-www-form-urlencoded"
        if self.basic is not None and not cross_origin:
            headers["authorization"] = basic_authorization(*self.basic)
        elif self.token is not None and operation.auth not in ("client", "cross_origin"):
            headers["authorization"] = f"Bearer {checked_token(self.token)}"
        if "headers" in options:
            headers |= checked_headers(options["headers"] or {})
        if self.wants_token and operation.auth == "bearer" and "authorization" not in headers:
            raise ConfigurationError(
                f"{operation.method} {operation.path} needs an access token: pass access_token=, "
                "set PARTICLE_ACCESS_TOKEN, or call login()."
            )
        if multipart is not None:
            headers["content-length"] = str(multipart.content_length)
        timeout = client._timeout
        if operation.timeout is not None and not client._timeout_given:
            timeout = Timeout(operation.timeout, connect=timeout.connect, pool=timeout.pool)
        return Request(
            operation.method,
            url,
            list(headers.items()),
            content,
            timeout_from(options.get("timeout", timeout)),
            redacted_url,
            secret=cross_origin or operation.secret or bool(_SECRET_QUERY.search(url)),
            cross_origin=cross_origin,
            max_size=client._max_response_size,
            extensions=dict(self.extensions or {}),
        )

    def on_response(self, response: Response[Any]) -> bool:
        """Take a response. True: the call is done. False: again, after `delay`."""
        client = self.client
        if self._span is not None:
            self._span.end(response)
        if client._on_response is not None:
            client._on_response(response)
        hook = self.options.get("on_response")
        try:
            if not 200 <= response.status_code <= 299:
                if self._follow_redirect_or_reauthenticate(response):
                    return False
                error = status_error(response)
                if isinstance(error, RateLimitError) and client._rate_limiter is not None:
                    client._rate_limiter.limited(self.operation, self.path, error.retry_after)
                if self._schedule_retry(error):
                    return False
                raise error
        except APIStatusError:
            if hook is not None:
                hook(response)
            raise
        if hook is not None:
            hook(response)
        del self._request  # refers to this call: the garbage collector would have to find both
        return True

    def on_failure(self, error: BaseException) -> bool:
        """Take an error that came instead of a response. True: again, after `delay`."""
        if self._span is not None:
            self._span.end(error)
        return isinstance(error, ParticleError) and self._schedule_retry(error)

    def _sent_secrets(self) -> set[str]:
        """Return what the requests have told that the server may repeat, but no error."""
        bodies = [self.json, self.form, self.options.get("extra_body")]
        found = secrets_in(bodies).union((self.basic or ())[1:])
        for headers, url in self._sent:
            for name, value in headers:
                if name not in HARMLESS and not name.startswith("content-"):
                    found |= {value, value.rpartition(" ")[2]}  # a token goes with its scheme
            found.update(map(unquote, _SECRET_QUERY.findall(url)))
        if self.operation.secret:
            parts = set(self.path.split("/")).difference(self.operation.path.split("/"))
            found.update(map(unquote, parts))
        return found

    def _follow_redirect_or_reauthenticate(self, response: Response[Any]) -> bool:
        status, before = response.status_code, self._redirect
        self.delay = 0.0
        if status in (301, 302, 303, 307, 308):
            self._redirect = redirect_for(response, self._request, before, self.client._base_url)
            if self._redirect.get:
                self.multipart = None  # the request that goes there has no body
            return True
        # Only the cloud itself got the token.
        sent = self.token is not None and (before is None or not before.cross_origin)
        provider = self.client._credentials.provider
        if status != 401 or not sent or not self.wants_token or provider is None or self._rejected:
            return False
        self._rejected = True
        return bool(provider.reject(self.token or ""))

    def _schedule_retry(self, error: ParticleError) -> bool:
        """Whether to send the request again; then the delay is set, and the user was told."""
        if self.client._transport.closed:
            return False
        self.sent = self.sent or getattr(error, "sent", True)
        delay = self.retries.next_delay(self.operation, self.path, error)
        self.delay = delay or 0.0
        return delay is not None
