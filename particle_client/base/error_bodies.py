"""What the body of an error response says: many shapes, read into a code and a description."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import cast

from .text import shorten

# RFC 9457, which servers in front of the cloud use, has `detail` and `title`.
_DESCRIPTIONS = ("error_description", "description", "info", "detail", "message", "title", "errors")
_TEXTS = ("message", "error_description", "description", "error", "detail", "title", "code")

_MARKUP = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL | re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]").search


def read_body(content: bytes) -> object:
    """Return the JSON of a response, or its text where it isn't JSON; None of an empty one."""
    import json

    if not content:
        return None
    text = content.decode("utf-8-sig", "replace")
    for readable in (content, text):  # of JSON in a broken encoding, the most can be read
        with suppress(ValueError, RecursionError):
            return json.loads(readable)
    return text


def describe_error(body: object) -> tuple[str | None, str | None]:
    """Read error code and description out of the shapes that the Cloud API uses."""
    if isinstance(body, str):
        return None, _beginning(body)
    if not isinstance(body, dict):
        return None, _text(body)
    fields = cast("dict[str, object]", body)
    error = _text(fields.get("error")) or _text(fields.get("code"))
    found = [text for name in _DESCRIPTIONS if (text := _text(fields.get(name)))]
    if error is None and len(found) > 1:  # a short text and an explanation
        error = _text(fields.get("message")) or _text(fields.get("title"))
    return error, found[0] if found else None


def describe(value: object) -> str:
    """Return what the response says in one of its errors."""
    return _text(value) or str(value)


def one_line(text: str) -> str:
    """Return a foreign text for a message, without what would change a terminal or a log."""
    return shorten(_CONTROL.sub(" ", text).strip(), 500)


def _beginning(text: str) -> str | None:
    text = text.strip()
    # Broken JSON may hold a token; binary data says nothing.
    if text.startswith(("{", "[", '"')) or _NO_TEXT(text):
        return None
    if text.startswith("<"):
        import html

        text = html.unescape(_MARKUP.sub(" ", text))
    text = " ".join(text.split())
    return shorten(text, 200) or None


def _text(value: object, depth: int = 4) -> str | None:
    if isinstance(value, str):
        return value or None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not depth:
        return None
    if isinstance(value, list):
        texts = [_text(item, depth - 1) for item in cast("list[object]", value)]
        return "; ".join(text for text in texts if text) or None
    if isinstance(value, dict):
        fields = cast("dict[str, object]", value)
        for key in _TEXTS:
            if text := _text(fields.get(key), depth - 1):
                return text
    return None
