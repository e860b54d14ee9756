"""Arguments as the text that is sent for them."""

from __future__ import annotations

import re

_SURROGATE = re.compile("[\ud800-\udfff]").search


def plain_text(name: str, value: str | float) -> str:
    """Return the text of a str or a number, whatever its class makes of it.

    An enum's member, say, is a str or an int that shows itself as `Color.RED`.

    Raises:
        ValueError: It can't be written; names the argument, and doesn't show the value.
    """
    if isinstance(value, str):
        if not str.isascii(value) and _SURROGATE(value):
            raise ValueError(f"{name} is not valid Unicode text")
        return str.__str__(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    try:
        if isinstance(value, int):
            return int.__repr__(value)
        if value - value == 0:  # it is finite
            return float.__repr__(value)
    except ValueError:  # too many digits
        pass
    raise ValueError(f"{name} must be a number of a sensible size")


def quote_short(text: str) -> str:
    """Return a text in quotes for a message, cut when it is long."""
    return repr(shorten(text, 200))


def shorten(text: str, length: int) -> str:
    """Return a text cut to a length."""
    return text if len(text) <= length else f"{text[:length]}…"
