"""Errors of responses: each is made from its `Response` and holds it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any, ClassVar, TypeAlias, cast

from .checks import shorten
from .error_reasons import PATTERNS, ErrorReason
from .response import Response, ResponseError
from .secrets import redact


class APIStatusError(ResponseError):
    """The cloud answered with an error status.

    Attributes:
        reason: What went wrong, None if that isn't known. It stays the same when texts change.
        error: The API's error code or short text (`invalid_grant`), None if it gave none.
        error_description: The API's explanation for people, None if it gave none.
        body: The JSON of the response, or its text when it wasn't JSON.
    """

    _advice = ""
    _advices: ClassVar[Mapping[str, str]] = {}  # by error code
    _kinds: ClassVar[tuple[_Kind, _Kind] | None] = None

    def __init__(self, response: Response[Any], *, detail: str | None = None) -> None:
        self.response: Response[Any] = response.redacted()
        self.body: Any = _read_body(self.response.content)
        error, description = _describe(self.body)
        self.reason: ErrorReason | None = _recognize(self.response, self.body, error, description)
        self.error: str | None = error
        self.error_description: str | None = description
        if detail is None:
            detail = description or error or ""
            if error and description and error != description:
                detail = f"{description} ({error})"
        # Nothing in it may change a terminal or a log.
        detail = shorten(_CONTROL.sub(" ", detail).strip(), 500)
        text = f": {detail}" if detail else ""
        text = f"{text.rstrip('.')}. {self.advice}" if self.advice else text
        super().__init__(redact(text, response.sent_secrets()), self.response)

    @property
    def retry_after(self) -> float | None:
        """Seconds to wait, from the Retry-After header (seconds or date), None without one."""
        return parse_retry_after(self.response.headers.get("retry-after"))

    @property
    def advice(self) -> str:
        """What the user can do about it; ends the message."""
        return self._advices.get(self.error or "", self._advice)

    def _text(self, name: str) -> str:
        """Return a field of the body as text; empty if there is none."""
        body = cast("dict[str, object]", self.body) if isinstance(self.body, dict) else {}
        return str(body.get(name) or "").encode(errors="replace").decode()

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


class RateLimitError(APIStatusError):
    """429 or 529: too many requests. `retry_after` tells when to send the next one."""

    @property
    def advice(self) -> str:
        seconds = f" {min(self.retry_after, 86_400):g} s" if self.retry_after else ""
        return f"Wait{seconds} before the next request."


_Kind: TypeAlias = type[APIStatusError]
_combinations: dict[tuple[_Kind, _Kind], _Kind] = {}


def combined(by_body: _Kind, by_status: _Kind) -> _Kind:
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
    kind = combined(*kinds)
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


def _recognize(response: Response[Any], body: object, *said: str | None) -> ErrorReason | None:
    """Return what went wrong, by the status and by what JSON says."""
    lines = [f"{response.status_code} {response.url}", *(said if isinstance(body, dict) else ())]
    text = "\n".join(line[:500] for line in lines if line)  # patterns take long for long texts
    for pattern, reason in PATTERNS:
        if re.search(pattern, text, re.IGNORECASE | re.MULTILINE):
            return reason
    return None


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
