"""Text that is not for everybody's eyes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, cast

__all__ = ["Secret", "SecretDict", "hidden", "hide_options", "redact"]

T = TypeVar("T")


class Secret(str):
    """Text that a debugger, or a crash report with local variables, doesn't show."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "'…'"


class SecretDict(dict[str, Any]):
    """Fields that may be secrets, whatever they are called: nothing of them is shown."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "{…}"


def hidden(value: T) -> T:
    """Give a str or a mapping in a form that isn't shown.

    Anything else is given back as it is: no value, or a mistake that is noticed later.
    """
    kept: Any = value
    if isinstance(value, str):
        kept = Secret(str.__str__(value))
    elif isinstance(value, Mapping):
        kept = SecretDict(cast("Mapping[str, Any]", value))
    return cast("T", kept)


def hide_options(options: Any) -> None:
    """Hide the options of a call, but for numbers and functions, where they are.

    They are in the variables of every function that they are passed through.
    """
    for name, value in options.items():
        options[name] = hidden(value)


_SHORTEST_SECRET = 6
"""What is shorter may be part of any word."""


def redact(text: str, secrets: Iterable[str]) -> str:
    """Return a text without the secrets of a request that a server repeats in it."""
    for secret in secrets:
        if len(secret) >= _SHORTEST_SECRET:
            text = text.replace(secret, "…")
    return text
