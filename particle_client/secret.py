"""Text that is not for everybody's eyes."""

from __future__ import annotations

from typing import TypeVar

__all__ = ["Secret", "hidden"]

T = TypeVar("T")


class Secret(str):
    """Text that a debugger, or a crash report with local variables, doesn't show."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "'…'"


def hidden(value: T) -> T | Secret:
    """Give a str as a Secret; anything else, which is a mistake that is noticed later, as it is."""
    return Secret(value) if isinstance(value, str) else value
