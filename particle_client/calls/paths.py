"""Path arguments: checked and percent-encoded, so that a call reaches its own operation only."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import TypeAlias
from urllib.parse import quote

from ..base.secrets import hidden
from ..base.text import plain_text
from ..schema.timestamps import format_timestamp

PathArgument: TypeAlias = str | int | datetime
PathArguments: TypeAlias = Mapping[str, PathArgument]
"""Name of the argument → value, in the order of the template's placeholders."""

NO_ARGUMENTS: PathArguments = MappingProxyType({})

_PLAIN = re.compile(r"[A-Za-z0-9_-]+\Z").match
_CONTROL = re.compile(r"[\x00-\x1f\x7f]").search

# RFC 3986 pchar without "/" and "%"; what else `quote` leaves alone is harmless.
_SAFE = "!$&'()*+,;=:@"


def path_segment(name: str, value: PathArgument) -> str:
    """Return `value` as one percent-encoded path segment.

    Errors name the argument, and don't show the value, which may be a token.

    Raises:
        TypeError: It is of another type.
        ValueError: It can't be a segment: nothing, control characters, `.` and `..` (servers and
            proxies resolve them, encoded or not).
    """
    if type(value) is str and _PLAIN(value):
        return value
    if isinstance(value, datetime):
        value = format_timestamp(value)
    if not isinstance(value, str | int) or isinstance(value, bool):  # pyright: ignore[reportUnnecessaryIsInstance]
        hint = ": pass its id" if hasattr(value, "id") else ""
        raise TypeError(f"{name} must be a str or an int, not {type(value).__name__}{hint}")
    text = hidden(plain_text(name, value))
    if not text or text.isspace():
        raise ValueError(f"{name} must not be empty")
    if text in (".", ".."):
        raise ValueError(f"{name} must not be '{text}': it would name another path")
    if control := _CONTROL(text):
        raise ValueError(f"{name} must not contain control characters: there is {control[0]!r}")
    return quote(text, safe=_SAFE)
