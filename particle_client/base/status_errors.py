"""Errors of responses: each is made from its `Response` and holds it."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Any, cast

from .error_bodies import describe_error, one_line, read_body
from .response import ResponseError
from .secrets import redact

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .response import Response


class APIStatusError(ResponseError):
    """The cloud answered with an error status.

    Attributes:
        error: The API's error code or short text (`invalid_grant`), None if it gave none.
        error_description: The API's explanation for people, None if it gave none.
        body: The JSON of the response, or its text when it wasn't JSON.
    """

    _advice = ""

    def __init__(self, response: Response[Any], *, secrets: Iterable[str] = ()) -> None:
        self.response = response
        self.body = read_body(response.content)
        self.error, self.error_description = describe_error(self.body)
        detail = one_line(self._detail() or "")
        where = f"{response.method} {response.url}: HTTP {response.status_code}"
        message = where + (f": {detail}" if detail else "")
        message = f"{message.rstrip('.')}. {self.advice}" if self.advice else message
        super().__init__(redact(message, secrets))

    def _detail(self) -> str | None:
        """Return what the message says of the response."""
        error, description = self.error, self.error_description
        if error and description and error != description:
            return f"{description} ({error})"
        return description or error

    @property
    def advice(self) -> str:
        """What the user can do about it; ends the message."""
        return self._advice


class RedirectError(APIStatusError):
    """3xx: a redirect that isn't followed. `reason` says why, `location` where it leads to."""

    _advice = "Check base_url, and what stands between this machine and the cloud."

    def __init__(
        self, response: Response[Any], *, reason: str = "", secrets: Iterable[str] = ()
    ) -> None:
        self.reason = reason
        super().__init__(response, secrets=secrets)

    @property
    def location(self) -> str | None:
        """The Location header, None without one."""
        return self.headers.get("location")

    def _detail(self) -> str | None:
        if self.reason:
            return f"the redirect is not followed: {self.reason}"
        return super()._detail()


class BadRequestError(APIStatusError):
    """400: the request isn't understood, or the device has no such variable or function."""


class AuthenticationError(APIStatusError):
    """401: the access token, or the user name and password, isn't valid (any more)."""

    _advice = "Check the access token: it may be expired or revoked; log in again for a new one."


class InvalidCredentialsError(AuthenticationError, BadRequestError):
    """400 or 401 `invalid_grant`, `invalid_client`: what was logged in with isn't right.

    That is a user name, password, one-time password or refresh token, or the id or secret of the
    OAuth client.
    """

    @property
    def advice(self) -> str:
        if self.error == "invalid_client":
            return "Check the OAuth client: its client_id and client_secret."
        return "Check the user name and password, or whatever else was logged in with."


class PermissionDeniedError(APIStatusError):
    """403: the token isn't allowed to do this; also a device id that the cloud doesn't know."""

    _advice = "Check the ids, whose access token it is, and its scopes."


class MFARequiredError(PermissionDeniedError):
    """403 `mfa_required`: the account has multi-factor authentication enabled.

    Pass `mfa_token` and the code of the authenticator app to `submit_otp()`.
    """

    _advice = "Call submit_otp(error.mfa_token, otp) with the code of the authenticator app."

    @property
    def mfa_token(self) -> str:
        """What `submit_otp()` takes; empty if the cloud sent none."""
        return str(_field(self.body, "mfa_token") or "")


class NotFoundError(APIStatusError):
    """404: there is no such thing, or the device isn't connected to the cloud."""

    @property
    def advice(self) -> str:
        if "not connected" in f"{self.error} {self.error_description}".lower():
            return "The device is offline: try again when it is online."
        return "Check the ids and names, and that they belong to this account, product or org."


class RequestTimeoutError(APIStatusError):
    """408: the cloud reached no response from the device in time."""

    _advice = "The device may be offline or busy: devices.ping() tells."


class ConflictError(APIStatusError):
    """409: the request conflicts with the state of the resource."""


class PayloadTooLargeError(APIStatusError):
    """413: what was sent is larger than the cloud accepts."""


class UnprocessableEntityError(APIStatusError):
    """422: the request is well-formed, but its content isn't acceptable."""


class RateLimitError(APIStatusError):
    """429 or 529: too many requests. `retry_after` is in seconds, None if nothing was said."""

    @property
    def retry_after(self) -> float | None:
        """Seconds to wait, from the Retry-After header (seconds or date), None without one."""
        return parse_retry_after(self.headers.get("retry-after"))

    @property
    def advice(self) -> str:
        seconds = self.retry_after
        if not seconds:
            return "Wait before the next request."
        return f"Wait {seconds:g} s before the next request."


class InternalServerError(APIStatusError):
    """500 and above: a fault on the cloud's side."""

    _advice = "The fault is on the cloud's side: try again later."


class RequestFailedError(APIStatusError):
    """The status says success, but the response doesn't: `ok: false`, or nothing but an error."""


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


def status_error(response: Response[Any], *, secrets: Iterable[str] = ()) -> APIStatusError:
    """Return the error for a response with an error status.

    Args:
        secrets: What the request contained that the message must not repeat.
    """
    status = response.status_code
    code = _field(read_body(response.content), "error")
    kind = _BY_STATUS.get(status, InternalServerError if status >= 500 else APIStatusError)
    if status == 403 and code == "mfa_required":
        kind = MFARequiredError
    elif status in (400, 401) and code in ("invalid_grant", "invalid_client"):
        kind = InvalidCredentialsError
    elif 300 <= status <= 399:
        kind = RedirectError
    return kind(response, secrets=secrets)


def _field(body: object, name: str) -> object:
    return cast("dict[str, object]", body).get(name) if isinstance(body, dict) else None


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
