"""Arguments as the text that is sent for them."""

from __future__ import annotations

import re
from math import isfinite

_SURROGATE = re.compile("[\ud800-\udfff]").search


def plain_text(name: str, value: str | float) -> str:
    """Return the text of a str or a number, whatever its class (an enum, say) makes of it.

    Raise ValueError if it can't be written, with the name of the argument and without its value.
    """
    if isinstance(value, str):
        if not str.isascii(value) and _SURROGATE(value):
            raise ValueError(f"{name} is not valid Unicode text")
        return str.__str__(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return int.__repr__(value)
    if not isfinite(value):
        raise ValueError(f"{name} must be a finite number")
    return float.__repr__(value)


def quote_short(text: str) -> str:
    """Return a text in quotes for a message, cut when it is long."""
    return repr(shorten(text, 200))


def shorten(text: str, length: int) -> str:
    """Return a text cut to a length."""
    return text if len(text) <= length else f"{text[:length]}…"
