"""Path arguments: checked and percent-encoded, so that a call reaches its own operation only."""

from __future__ import annotations

import re
from urllib.parse import quote

__all__ = ["path_segment"]

_PLAIN = re.compile(r"[A-Za-z0-9_-]+\Z").match
_CONTROL = re.compile(r"[\x00-\x1f\x7f]").search

# RFC 3986 pchar without "/" and "%"; what else `quote` leaves alone is harmless.
_SAFE = "!$&'()*+,;=:@"


def path_segment(name: str, value: str | int) -> str:
    """Give `value` as one percent-encoded path segment.

    Raises `TypeError` for anything but `str` and `int`, and `ValueError` for what can't be one
    segment: nothing, `.` and `..` (servers and proxies resolve them, encoded or not), control
    characters. Both name the argument.
    """
    if isinstance(value, str):
        if _PLAIN(value):
            return value
    elif isinstance(value, int) and not isinstance(value, bool):  # pyright: ignore[reportUnnecessaryIsInstance]
        return str(value)
    else:
        hint = ": pass its id" if hasattr(value, "id") else ""
        raise TypeError(f"{name} must be a str or an int, not {type(value).__name__}{hint}")
    if not value or value.isspace():
        raise ValueError(f"{name} must not be empty")
    if value in (".", ".."):
        raise ValueError(f"{name} must not be {value!r}: it would name another path")
    if _CONTROL(value):
        raise ValueError(f"{name} must not contain control characters: {value!r}")
    try:
        return quote(value, safe=_SAFE)
    except UnicodeEncodeError as error:
        raise ValueError(f"{name} is not valid Unicode text: {value!r}") from error
