"""Everything this package raises on purpose, by cause.

```
ParticleError
├── ConfigurationError               the client is set up in a way that can't work
├── APIConnectionError               no response: the connection failed
│   └── APITimeoutError              no response in time
├── APIStatusError                   the cloud answered with an error status
│   ├── RedirectError                3xx that isn't followed
│   ├── BadRequestError              400
│   ├── AuthenticationError          401
│   │   └── InvalidCredentialsError  400 or 401: a login that the cloud refuses
│   ├── PermissionDeniedError        403
│   │   └── MFARequiredError         403 mfa_required: carries `mfa_token`
│   ├── NotFoundError                404
│   ├── RequestTimeoutError          408: the device didn't answer the cloud in time
│   ├── ConflictError                409
│   ├── PayloadTooLargeError         413
│   ├── UnprocessableEntityError     422
│   ├── RateLimitError               429 and 529: carries `retry_after`
│   ├── InternalServerError          500 and above
│   └── RequestFailedError           a success status, but the response says that it failed
├── RateLimitExceededError           the client's own rate limiter didn't let the request out
├── RateLimiterUnavailableError      the rate limiter can't reach its storage
├── CompileError                     the cloud's compiler refused the source code
├── FlashError                       a device didn't take the firmware
│   └── FlashTimeoutError            nor say so in time
├── ResponseDecodeError              a success status, but the body isn't what it should be
│   └── ResponseValidationError      strict mode: the response differs from the document
├── DownloadError                    what came of a file can't be right
│   └── ChecksumError                it isn't what the server sent
└── StreamError                      an event stream failed
    ├── StreamFormatError            what came is not an event stream
    ├── StreamLimitError             a line or an event was over the size limit
    ├── StreamReconnectError         gave up reconnecting
    ├── StreamTimeoutError           the time given to the stream is over
    └── StreamClosedError            the stream was closed
```

All of them pickle and copy. None of them holds a token: requests are kept as method and URL.
"""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Any, cast

from .error_bodies import describe_error, one_line, read_body
from .headers import Headers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .compiler import CompilerMessage
    from .events.event import Event
    from .flashing import FlashPhase
    from .response import Response

__all__ = [
    "APIConnectionError",
    "APIStatusError",
    "APITimeoutError",
    "AuthenticationError",
    "BadRequestError",
    "ChecksumError",
    "CompileError",
    "ConfigurationError",
    "ConflictError",
    "DownloadError",
    "FlashError",
    "FlashTimeoutError",
    "InternalServerError",
    "InvalidCredentialsError",
    "MFARequiredError",
    "NotFoundError",
    "ParticleError",
    "PayloadTooLargeError",
    "PermissionDeniedError",
    "RateLimitError",
    "RateLimitExceededError",
    "RateLimiterUnavailableError",
    "RedirectError",
    "RequestFailedError",
    "RequestTimeoutError",
    "ResponseDecodeError",
    "ResponseValidationError",
    "StreamClosedError",
    "StreamError",
    "StreamFormatError",
    "StreamLimitError",
    "StreamReconnectError",
    "StreamTimeoutError",
    "UnprocessableEntityError",
]


class ParticleError(Exception):
    """Base of every error of this package."""

    def __reduce__(self) -> tuple[Any, ...]:
        # __init__ takes other arguments than `args` holds, so a copy is made without it.
        return _rebuild, (type(self), self.args), self.__dict__.copy()


def _rebuild(kind: type[ParticleError], args: tuple[Any, ...]) -> ParticleError:
    error = kind.__new__(kind, *args)
    error.args = args  # which OSError, the base of TimeoutError, leaves to __init__
    return error


class ConfigurationError(ParticleError, ValueError):
    """The client is set up in a way that can't work; the message says what to change."""


class APIConnectionError(ParticleError):
    """The request got no response: name resolution, connecting, TLS or the connection failed.

    `sent` is False when the request surely never left, so that a retry is harmless.
    """

    def __init__(self, message: str, *, method: str = "", url: str = "", sent: bool = True) -> None:
        super().__init__(message)
        self.method = method
        self.url = url
        self.sent = sent


class APITimeoutError(APIConnectionError, TimeoutError):
    """The request got no response in time; it is a built-in `TimeoutError` as well.

    `phase` tells what took too long: `connect`, `read`, `write` or `pool`.
    """

    def __init__(
        self, message: str, *, method: str = "", url: str = "", sent: bool = True, phase: str = ""
    ) -> None:
        super().__init__(message, method=method, url=url, sent=sent)
        self.phase = phase


class APIStatusError(ParticleError):
    """The cloud answered with an error status.

    Attributes:
        status_code: The HTTP status.
        error: The API's error code or short text (`invalid_grant`), None if it gave none.
        error_description: The API's explanation for people, None if it gave none.
        body: The JSON of the response, or its text when it wasn't JSON.
        content: The bytes of the response as they came.
        headers: The headers of the response: a dict that finds names in any case.
        method, url: What was requested.
    """

    def __init__(
        self,
        status_code: int,
        *,
        method: str = "",
        url: str = "",
        headers: Mapping[str, str] | None = None,
        content: bytes = b"",
        body: object = None,
    ) -> None:
        self.status_code = status_code
        self.method = method
        self.url = url
        self.headers: dict[str, str] = Headers(headers)
        self.content = content
        self.body = body
        self.error, self.error_description = describe_error(body)
        said = one_line(self._said() or "")
        message = f"{method} {url}: HTTP {status_code}" + (f": {said}" if said else "")
        self.advice = self._advice()
        """What the user can do about it; ends the message."""
        super().__init__(f"{message.rstrip('.')}. {self.advice}" if self.advice else message)

    def _advice(self) -> str:
        return ""

    @property
    def response(self) -> Response[Any]:
        """The raw response: `error.response.json()`, `error.response.text`."""
        from .response import Response

        return Response(
            method=self.method,
            url=self.url,
            status_code=self.status_code,
            headers=self.headers,
            content=self.content,
        )

    def conceal(self, secrets: Iterable[str]) -> None:
        """Leave out of the message what the server repeats of a request's secrets."""
        message = str(self)
        for secret in secrets:
            if len(secret) >= _SHORTEST_SECRET:
                message = message.replace(secret, "…")
        self.args = (message,)

    def _said(self) -> str | None:
        """Give what the message says of the response."""
        error, description = self.error, self.error_description
        if error and description and error != description:
            return f"{description} ({error})"
        return description or error


_SHORTEST_SECRET = 6
"""What is shorter may be part of any word."""


class RedirectError(APIStatusError):
    """3xx: a redirect that isn't followed. `reason` says why, `location` where it leads to."""

    def _advice(self) -> str:
        return "Check base_url, and what stands between this machine and the cloud."

    def __init__(
        self,
        status_code: int,
        *,
        method: str = "",
        url: str = "",
        headers: Mapping[str, str] | None = None,
        content: bytes = b"",
        body: object = None,
        reason: str = "",
    ) -> None:
        self.reason = reason
        if body is None:
            body = read_body(content)
        super().__init__(
            status_code, method=method, url=url, headers=headers, content=content, body=body
        )

    def _said(self) -> str | None:
        if self.reason:
            return f"the redirect is not followed: {self.reason}"
        return super()._said()

    @property
    def location(self) -> str | None:
        """The Location header, None without one."""
        return self.headers.get("location")


class BadRequestError(APIStatusError):
    """400: the request isn't understood, or the device has no such variable or function."""


class AuthenticationError(APIStatusError):
    """401: the access token, or the user name and password, isn't valid (any more)."""

    def _advice(self) -> str:
        return "Check the access token: it may be expired or revoked; log in again for a new one."


class InvalidCredentialsError(AuthenticationError, BadRequestError):
    """400 or 401 `invalid_grant`, `invalid_client`: what was logged in with isn't right.

    That is a user name, password, one-time password or refresh token, or the id or secret of the
    OAuth client.
    """

    def _advice(self) -> str:
        if self.error == "invalid_client":
            return "Check the OAuth client: its client_id and client_secret."
        return "Check the user name and password, or whatever else was logged in with."


class PermissionDeniedError(APIStatusError):
    """403: the token isn't allowed to do this; also a device id that the cloud doesn't know."""

    def _advice(self) -> str:
        return "Check the ids, whose access token it is, and its scopes."


class MFARequiredError(PermissionDeniedError):
    """403 `mfa_required`: the account has multi-factor authentication enabled.

    Pass `mfa_token` and the code of the authenticator app to `submit_otp()`.
    """

    def _advice(self) -> str:
        return "Call submit_otp(error.mfa_token, otp) with the code of the authenticator app."

    def __init__(
        self,
        status_code: int,
        *,
        method: str = "",
        url: str = "",
        headers: Mapping[str, str] | None = None,
        content: bytes = b"",
        body: object = None,
    ) -> None:
        super().__init__(
            status_code, method=method, url=url, headers=headers, content=content, body=body
        )
        token = cast("dict[str, object]", body).get("mfa_token") if isinstance(body, dict) else None
        self.mfa_token = str(token or "")


class NotFoundError(APIStatusError):
    """404: there is no such thing, or the device isn't connected to the cloud."""

    def _advice(self) -> str:
        if "not connected" in f"{self.error} {self.error_description}".lower():
            return "The device is offline: try again when it is online."
        return "Check the ids and names, and that they belong to this account, product or org."


class RequestTimeoutError(APIStatusError):
    """408: the cloud reached no response from the device in time."""

    def _advice(self) -> str:
        return "The device may be offline or busy: devices.ping() tells."


class ConflictError(APIStatusError):
    """409: the request conflicts with the state of the resource."""


class PayloadTooLargeError(APIStatusError):
    """413: what was sent is larger than the cloud accepts."""


class UnprocessableEntityError(APIStatusError):
    """422: the request is well-formed, but its content isn't acceptable."""


class RateLimitError(APIStatusError):
    """429 or 529: too many requests. `retry_after` is in seconds, None if nothing was said."""

    def _advice(self) -> str:
        seconds = self.retry_after
        if not seconds:
            return "Wait before the next request."
        return f"Wait {seconds:g} s before the next request."

    @property
    def retry_after(self) -> float | None:
        """Seconds to wait, from the Retry-After header (seconds or date), None without one."""
        return parse_retry_after(self.headers.get("retry-after"))


class InternalServerError(APIStatusError):
    """500 and above: a fault on the cloud's side."""

    def _advice(self) -> str:
        return "The fault is on the cloud's side: try again later."


class RequestFailedError(APIStatusError):
    """The status says success, but the response doesn't: `ok: false`, or nothing but an error."""


class ResponseDecodeError(ParticleError):
    """The status says success, but the body can't be read as what the document promises.

    `status_code`, `headers` and `content` hold the response as it came, `method` and `url` what was
    requested.
    """

    def __init__(
        self,
        message: str,
        *,
        method: str = "",
        url: str = "",
        status_code: int = 0,
        headers: Mapping[str, str] | None = None,
        content: bytes = b"",
    ) -> None:
        super().__init__(message)
        self.method = method
        self.url = url
        self.status_code = status_code
        self.headers: dict[str, str] = Headers(headers)
        self.content = content

    @property
    def response(self) -> Response[Any]:
        """The raw response: `error.response.text`."""
        from .response import Response

        return Response(
            method=self.method,
            url=self.url,
            status_code=self.status_code,
            headers=self.headers,
            content=self.content,
        )


class ResponseValidationError(ResponseDecodeError):
    """Strict mode: the response differs from the document. `differences` lists how, one a line."""

    differences: tuple[str, ...] = ()


class RateLimitExceededError(ParticleError):
    """The client's rate limiter kept a request back that would have had to wait for too long.

    Nothing was sent. (When the cloud itself refuses, that is RateLimitError.)

    Attributes:
        limit: The name of the limit.
        retry_after: Seconds until it lets a request pass, as far as can be told.
    """

    def __init__(self, message: str, *, limit: str, retry_after: float) -> None:
        super().__init__(message)
        self.limit = limit
        self.retry_after = retry_after


class RateLimiterUnavailableError(ParticleError):
    """The storage that rate limiters share can't be reached; nothing was sent."""


class CompileError(ParticleError):
    """The cloud's compiler refused the source code. The message shows the first errors.

    Attributes:
        messages: The compiler's messages, parsed: errors, warnings and notes, each with `file`,
            `line`, `column`, `severity` and `text`. Empty where the build said nothing that can be
            parsed.
        errors: What the build printed, as the cloud passes it on.
        output: Further output of the build; may be empty.
    """

    def __init__(self, errors: list[str], output: str = "") -> None:
        from .compiler import parse_messages, summary

        self.messages: list[CompilerMessage] = parse_messages(errors) or parse_messages(output)
        self.errors = errors
        self.output = output
        text = "\n".join(errors) or output or "The source code doesn't compile."
        super().__init__(summary(self.messages) or _first_lines(text))


def _first_lines(text: str) -> str:
    """Give what a message needs of the output of a build."""
    lines = text.splitlines()[:_MOST_LINES]
    short = "\n".join(line[:_LONGEST_LINE] for line in lines)
    return short if short == text else f"{short}\n… (all of it is in error.errors)"


_MOST_LINES, _LONGEST_LINE = 20, 500


class FlashError(ParticleError):
    """A device couldn't be flashed (`devices.flash(…, wait=True)`).

    Attributes:
        device_id: The device.
        reason: What the device's events said: `failed`; `timeout` when they said nothing more.
        events: The events that told of the flash, oldest first.
    """

    def __init__(
        self,
        device_id: str,
        reason: str,
        message: str | None = None,
        *,
        events: tuple[Event, ...] = (),
    ) -> None:
        super().__init__(
            message
            or f"Device {device_id} couldn't be flashed: its events report {reason!r}. It keeps "
            "the firmware that it has."
        )
        self.device_id = device_id
        self.reason = reason
        self.events = events


class FlashTimeoutError(FlashError, TimeoutError):
    """A flash wasn't over in time; the device may still take the firmware.

    `phase` is what was being waited for: `connecting` to the event stream, `starting` the transfer
    to the device, `transferring`, or `restarting` the device.
    """

    def __init__(
        self,
        device_id: str,
        message: str,
        *,
        phase: FlashPhase,
        events: tuple[Event, ...] = (),
    ) -> None:
        super().__init__(device_id, "timeout", message, events=events)
        self.phase: FlashPhase = phase


class DownloadError(ParticleError):
    """What came of a file can't be right: too little, too much, or the rest of another version.

    Attributes:
        done: Bytes that came.
        length: Bytes that were announced, None if that wasn't said.
        method, url: What was requested.
    """

    def __init__(
        self,
        message: str,
        *,
        method: str = "",
        url: str = "",
        done: int = 0,
        length: int | None = None,
    ) -> None:
        super().__init__(message)
        self.method = method
        self.url = url
        self.done = done
        self.length = length


class ChecksumError(DownloadError):
    """A file came whole, but isn't what the server sent: its checksum differs."""


class StreamError(ParticleError):
    """An event stream failed."""


class StreamFormatError(StreamError):
    """What the server sent is not an event stream."""


class StreamLimitError(StreamError):
    """A line or an event of the stream was larger than the limit."""


class StreamReconnectError(StreamError):
    """The stream gave up reconnecting; the last failure is the `__cause__`."""


class StreamTimeoutError(StreamError, TimeoutError):
    """The time that the user gave the stream is over (`deadline`, `wait_for(timeout=…)`)."""


class StreamClosedError(StreamError):
    """The event stream was closed."""


_BY_STATUS: dict[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    408: RequestTimeoutError,
    409: ConflictError,
    413: PayloadTooLargeError,
    422: UnprocessableEntityError,
    429: RateLimitError,
    529: RateLimitError,
}


def status_error(
    status_code: int, *, method: str, url: str, headers: Mapping[str, str], content: bytes
) -> APIStatusError:
    """Give the error for a response with an error status."""
    body = read_body(content)
    kind = _BY_STATUS.get(
        status_code,
        InternalServerError
        if status_code >= 500
        else RedirectError
        if 300 <= status_code <= 399
        else APIStatusError,
    )
    code = _error_code(body)
    if status_code == 403 and code == "mfa_required":
        kind = MFARequiredError
    elif status_code in (400, 401) and code in ("invalid_grant", "invalid_client"):
        kind = InvalidCredentialsError
    return kind(status_code, method=method, url=url, headers=headers, content=content, body=body)


def failed_answer(
    *, status_code: int, method: str, url: str, headers: Mapping[str, str], content: bytes
) -> RequestFailedError:
    """Give the error for a response that says in its body alone that the request failed."""
    return RequestFailedError(
        status_code,
        method=method,
        url=url,
        headers=headers,
        content=content,
        body=read_body(content),
    )


def _error_code(body: object) -> object:
    return cast("dict[str, object]", body).get("error") if isinstance(body, dict) else None


def parse_retry_after(value: str | None) -> float | None:
    """Read a Retry-After header: seconds or an HTTP date. None when there is none to be read."""
    if not value:
        return None
    value = value.strip()
    if value.isascii() and value.replace(".", "", 1).isdigit():
        return float(value)
    from datetime import datetime
    from email.utils import parsedate_to_datetime

    try:
        when = parsedate_to_datetime(value)
    except (ValueError, OverflowError):  # the latter for numbers that no date can have
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    return max(0.0, (when - datetime.now(UTC)).total_seconds())
