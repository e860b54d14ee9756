"""Errors of responses: each is made from its `Response` and holds it."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, ClassVar, TypeAlias, cast

from .checks import shorten
from .response import Response, ResponseError


class ErrorReason(StrEnum):
    """Why a call failed, as far as the body of the response tells; see docs/errors.md."""

    CONFIGURATION_REJECTED = "configuration_rejected"
    DEVICE_OFFLINE = "device_offline"
    DEVICE_TIMEOUT = "device_timeout"
    FUNCTION_FAILED = "function_failed"
    IN_USE = "in_use"
    INVALID_CREDENTIALS = "invalid_credentials"
    INVALID_TOKEN = "invalid_token"
    LIMIT_REACHED = "limit_reached"
    MFA_REQUIRED = "mfa_required"
    MISSING_SCOPE = "missing_scope"
    NAME_IN_USE = "name_in_use"
    RATE_LIMITED = "rate_limited"
    UNKNOWN_DEVICE = "unknown_device"
    UNKNOWN_FUNCTION = "unknown_function"
    UNKNOWN_PRODUCT = "unknown_product"
    UNKNOWN_VARIABLE = "unknown_variable"


class APIStatusError(ResponseError):
    """The cloud answered with an error status.

    Attributes:
        reason: What went wrong, None if that isn't known. It stays the same when texts change.
        error: The API's error code or short text (`invalid_grant`), None if it gave none.
        error_description: The API's explanation for people, None if it gave none.
        body: The JSON of the response, or its text when it wasn't JSON.
    """

    _advice = ""
    _kinds: ClassVar[tuple[_Kind, _Kind] | None] = None

    def __init__(self, response: Response[Any], *, detail: str | None = None) -> None:
        self.response: Response[Any] = response.redacted()
        self.body: Any = _read_body(self.response.content)
        error, description = _describe(self.body)
        self.reason: ErrorReason | None = _recognize(self.response, self.body)[0]
        self.error: str | None = error
        self.error_description: str | None = description
        if detail is None:
            detail = description or error or ""
            if error and description and error != description:
                detail = f"{description} ({error})"
        # Nothing in it may change a terminal or a log.
        detail = shorten(_CONTROL.sub(" ", detail).strip(), 500)
        text = f": {detail}" if detail else ""
        super().__init__(f"{text.rstrip('.')}. {self.advice}" if self.advice else text, response)

    @property
    def advice(self) -> str:
        """What the user can do about it; ends the message."""
        return self._advice

    def __reduce__(self) -> tuple[Any, ...]:
        return _blank, self._kinds or (type(self), APIStatusError), super().__reduce__()[2]


class RedirectError(APIStatusError):
    """3xx: a redirect that isn't followed. `detail` says why, `location` where it leads to."""

    _advice = "Check base_url, and what stands between this machine and the cloud."

    def __init__(self, response: Response[Any], *, detail: str | None = None) -> None:
        self.detail: str = detail or ""
        text = f"the redirect is not followed: {detail}" if detail else None
        super().__init__(response, detail=text)

    @property
    def location(self) -> str | None:
        """The Location header, None without one."""
        return self.headers.get("location")


class BadRequestError(APIStatusError):
    """400: the request isn't understood, or the device has no such variable or function."""


class UnknownVariableError(BadRequestError):
    """The device has no such variable."""


class UnknownFunctionError(BadRequestError):
    """The device has no such function."""


class FunctionFailedError(BadRequestError):
    """The device has the function, but it failed there."""


class NameInUseError(BadRequestError):
    """Something else has this name already."""


class MissingScopeError(BadRequestError):
    """The access token is valid, but lacks the scope; or it is of an API user, who may not."""

    _advice = "Check the scopes of the access token."


class AuthenticationError(APIStatusError):
    """401: the access token, or the user name and password, isn't valid (any more)."""

    _advice = "Check the access token: it may be expired or revoked; log in again for a new one."


class InvalidTokenError(AuthenticationError):
    """The access token has expired, was revoked, or isn't one."""


class InvalidCredentialsError(AuthenticationError, BadRequestError):
    """400 or 401 `invalid_grant`, `invalid_client`: what was logged in with isn't right."""

    @property
    def advice(self) -> str:
        if self.error == "invalid_client":
            return "Check the OAuth client: its client_id and client_secret."
        return "Check the user name and password, or whatever else was logged in with."


class PermissionDeniedError(APIStatusError):
    """403: the token isn't allowed to do this; also a device id that the cloud doesn't know."""

    _advice = "Check the ids, whose access token it is, and its scopes."


class UnknownDeviceError(PermissionDeniedError):
    """There is no such device, or none that this access token may use: the cloud tells neither."""


class UnknownProductError(PermissionDeniedError):
    """There is no such product, or none that this access token may use: the cloud tells neither."""


class MFARequiredError(PermissionDeniedError):
    """403 `mfa_required`: the account has multi-factor authentication enabled."""

    _advice = "Call submit_otp(error.mfa_token, otp) with the code of the authenticator app."

    @property
    def mfa_token(self) -> str:
        """What `submit_otp()` takes; empty if the cloud sent none."""
        body = cast("dict[str, object]", self.body) if isinstance(self.body, dict) else {}
        return str(body.get("mfa_token") or "").encode(errors="replace").decode()


class NotFoundError(APIStatusError):
    """404: there is no such thing, or the device isn't connected to the cloud."""

    _advice = "Check the ids and names, and that they belong to this account, product or org."


class DeviceOfflineError(NotFoundError):
    """The device isn't connected to the cloud."""

    _advice = "The device is offline: try again when it is online."


class RequestTimeoutError(APIStatusError):
    """408: the cloud reached no response from the device in time."""

    _advice = "The device may be offline or busy: devices.ping() tells."


class DeviceTimeoutError(RequestTimeoutError):
    """The device didn't answer the cloud in time."""


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
        return parse_retry_after(self.response.headers.get("retry-after"))

    @property
    def advice(self) -> str:
        seconds = f" {min(self.retry_after, 86_400):g} s" if self.retry_after else ""
        return f"Wait{seconds} before the next request."


class LimitReachedError(APIStatusError):
    """A quota or a data limit of the account, the product or a SIM card is used up."""

    _advice = "A later request fails as well, until there is room under the limit."


class InternalServerError(APIStatusError):
    """500 and above: a fault on the cloud's side."""

    _advice = "The fault is on the cloud's side: try again later."


class RequestFailedError(APIStatusError):
    """The status says success, but the response doesn't: `ok: false`, or nothing but an error."""


_BY_STATUS: dict[int, _Kind] = {
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


_R = ErrorReason
_Kind: TypeAlias = type[APIStatusError]
_combinations: dict[tuple[_Kind, _Kind], _Kind] = {}

# What bodies say, whatever the status: a pattern, the reason, and the class where there is one. The
# first that fits counts. Patterns are sought in three lines: status and URL, `error`,
# `error_description`. "CLI": the texts by which Particle's own tool knows errors, and its tests.
_REASONS: tuple[tuple[str, ErrorReason, _Kind], ...] = (
    # Reference: POST /oauth/token.
    (r"^mfa_required$", _R.MFA_REQUIRED, MFARequiredError),
    (r"^invalid_(grant|client)$", _R.INVALID_CREDENTIALS, InvalidCredentialsError),
    # Reference: errors of API users, with 400; a 401 is about the token itself. RFC 6750.
    (r"\A(?!401 ).*\nunauthorized$", _R.MISSING_SCOPE, MissingScopeError),
    (r"^insufficient_scope$|\black.*\bscope\b", _R.MISSING_SCOPE, MissingScopeError),
    # CLI, whatever the status.
    (r"^(invalid|expired)_token$|\binvalid access token\b", _R.INVALID_TOKEN, InvalidTokenError),
    (r"\baccess token\b.*\b(invalid|expired|not found)\b", _R.INVALID_TOKEN, InvalidTokenError),
    # Reference: status 404. Devices were called cores.
    (
        r"\b(device|core)\b.*\b(offline|(isn't|not) (connected|online))\b",
        _R.DEVICE_OFFLINE,
        DeviceOfflineError,
    ),
    # Reference: status 408; some operations say it with 400 or 200.
    (r"^(request )?timed out\b", _R.DEVICE_TIMEOUT, DeviceTimeoutError),
    # Reference: status 400; CLI: 404 for functions, "Unknown Variable: NAME".
    (r"^unknown variable\b", _R.UNKNOWN_VARIABLE, UnknownVariableError),
    (r"^variable (\S+ )?not found\b", _R.UNKNOWN_VARIABLE, UnknownVariableError),
    (r"^(unknown function|function (\S+ )?not found)\b", _R.UNKNOWN_FUNCTION, UnknownFunctionError),
    (r"^function (\S+ )?failed\b", _R.FUNCTION_FAILED, FunctionFailedError),
    # CLI: renaming, claiming, and the devices of a product; a product is denied without more words.
    (r"\brecognize that device\b", _R.UNKNOWN_DEVICE, UnknownDeviceError),
    (r"^device (\S+ )?(not found|does(n't| not) exist)\b", _R.UNKNOWN_DEVICE, UnknownDeviceError),
    (r"/products/.*\npermission denied$", _R.UNKNOWN_PRODUCT, UnknownProductError),
    # Reference: rate limits, and how they differ from what is used up.
    (r"\bquota\b", _R.LIMIT_REACHED, LimitReachedError),
    (r"\A(429|529) |\brate limit|\btoo many requests\b", _R.RATE_LIMITED, RateLimitError),
    (r"\blimit\b.*\b(reached|exceeded)\b", _R.LIMIT_REACHED, LimitReachedError),
    (r"\b(reached|exceeded)\b.*\blimit\b", _R.LIMIT_REACHED, LimitReachedError),
    # Reference: secrets, PUT …/config/{deviceId}. CLI: users.
    (r"\bname\b.*\b(already|in use|taken|unique)\b", _R.NAME_IN_USE, NameInUseError),
    (r"\busername\b.*\b(already|in use|taken|unique)\b", _R.NAME_IN_USE, NameInUseError),
    (r"\bcannot be deleted as it is being used\b", _R.IN_USE, APIStatusError),
    (r"^device_rejected_configuration$", _R.CONFIGURATION_REJECTED, APIStatusError),
)


def status_error(response: Response[Any]) -> APIStatusError:
    """Return the error for a response: by what its body says, and by its status."""
    status = response.status_code
    by_status = _BY_STATUS.get(status, InternalServerError if status >= 500 else APIStatusError)
    if status <= 399:
        by_status = RequestFailedError if status <= 299 else RedirectError
    _, by_body = _recognize(response, _read_body(response.content))
    return _combined(by_body, by_status)(response)


def _recognize(response: Response[Any], body: object) -> tuple[ErrorReason | None, _Kind]:
    """Return why the call failed, as far as that is known, and the class of such an error."""
    said = _describe(cast("object", body)) if isinstance(body, dict) else ()
    lines = [f"{response.status_code} {response.url}", *filter(None, said)]
    text = "\n".join(line[:500] for line in lines)  # patterns take long for long texts
    for pattern, reason, kind in _REASONS:
        if re.search(pattern, text, re.IGNORECASE | re.MULTILINE):
            return reason, kind
    return None, APIStatusError


def _combined(by_body: _Kind, by_status: _Kind) -> _Kind:
    """Return the class of errors that are of both classes: `except` finds them by either."""
    if issubclass(by_body, by_status):
        return by_body
    if issubclass(by_status, by_body):
        return by_status
    kinds = by_body, by_status
    if kinds not in _combinations:
        fields = {"__doc__": by_body.__doc__, "__module__": by_body.__module__, "_kinds": kinds}
        _combinations[kinds] = type(by_body.__name__, kinds, fields)
    return _combinations[kinds]


def _blank(*kinds: _Kind) -> APIStatusError:
    kind = _combined(*kinds)
    return kind.__new__(kind)


def parse_retry_after(value: str | None) -> float | None:
    """Return the seconds of a Retry-After header, which may be a date. None if it has neither."""
    value = (value or "").strip()
    if value.isascii() and value.replace(".", "", 1).isdigit():
        return float(value)
    from email.utils import parsedate_to_datetime

    try:
        when = parsedate_to_datetime(value)
    except (ValueError, OverflowError):  # the latter for numbers that no date can have
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    return max(0.0, (when - datetime.now(UTC)).total_seconds())


# --- what the body of an error says ---------------------------------------------------------------

# Most telling first. RFC 9457, which servers in front of the cloud use, has `detail` and `title`.
_DESCRIPTIONS = ("error_description", "description", "info", "detail", "message", "title", "errors")

_MARKUP = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL | re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def _read_body(content: bytes) -> Any:
    """Return the JSON of a response, or its text where it isn't JSON; None of an empty one."""
    if not content:
        return None
    text = content.decode("utf-8-sig", "replace")
    for readable in (content, text):  # of JSON in a broken encoding, the most can be read
        with suppress(ValueError, RecursionError):
            return json.loads(readable)
    return text


def _describe(body: object) -> tuple[str | None, str | None]:
    """Return error code and description out of the shapes that the Cloud API uses."""
    if isinstance(body, str):
        return None, _beginning(body)
    if not isinstance(body, dict):
        return None, find_text(body)
    fields = cast("dict[str, object]", body)
    error = find_text(fields.get("error")) or find_text(fields.get("code"))
    found = [text for name in _DESCRIPTIONS if (text := find_text(fields.get(name)))]
    if error is None and len(found) > 1:  # a short text and an explanation
        error = find_text(fields.get("message")) or find_text(fields.get("title"))
    return error, found[0] if found else None


def _beginning(text: str) -> str | None:
    text = text.strip()
    # Broken JSON may hold a token; binary data says nothing.
    if text.startswith(("{", "[", '"')) or _NO_TEXT.search(text):
        return None
    if text.startswith("<"):
        import html

        text = html.unescape(_MARKUP.sub(" ", text))
    return shorten(" ".join(text.split()), 200) or None


def find_text(value: object, depth: int = 4) -> str | None:
    """Return what one of the errors in a body says."""
    if isinstance(value, str):
        return value or None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, list) and depth:
        texts = [find_text(item, depth - 1) for item in cast("list[object]", value)]
        return "; ".join(filter(None, texts)) or None
    if isinstance(value, dict) and depth:
        fields = cast("dict[str, object]", value)
        for name in (*_DESCRIPTIONS, "error", "code"):
            if text := find_text(fields.get(name), depth - 1):
                return text
    return None
