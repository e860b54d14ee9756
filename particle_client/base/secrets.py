"""Text that is not for everybody's eyes."""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from typing import Any, TypeVar, cast

T = TypeVar("T")


class Secret(str):
    """Text that a debugger, or a crash report with local variables, doesn't show."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "'…'"

    def __getitem__(self, index: Any) -> Secret:
        return Secret(super().__getitem__(index))  # as rich does with what is too long to show


class SecretDict(dict[str, Any]):
    """Fields that may be secrets, whatever they are called: nothing of them is shown."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "{…}"


def hidden(value: T) -> T:
    """Return a str or a mapping in a form that isn't shown, anything else as it is."""
    if isinstance(value, str):
        return cast("T", Secret(str.__str__(value)))
    if isinstance(value, Mapping):
        return cast("T", SecretDict(cast("Mapping[str, Any]", value)))
    return value


def hide_options(options: T) -> T:
    """Hide the options of a call where they are: in the variables of each function on their way."""
    fields = cast("dict[str, Any]", options)
    fields.update((name, hidden(value)) for name, value in fields.items())
    return options


def clear_frames(error: BaseException) -> None:
    """Clear the variables of the functions that an error came through, down to the socket.

    The traceback still shows where it happened; but reports that print variables would show the
    tokens and bodies in them. Functions that are still running keep their variables, and so does
    what the user's program raised itself, in a hook for example.
    """
    seen: set[int] = set()
    errors: list[BaseException | None] = [error]
    while errors:
        each = errors.pop()
        if each is None or id(each) in seen:
            continue
        seen.add(id(each))
        errors += (each.__cause__, each.__context__)
        frames = each.__traceback__
        while frames is not None:
            module = str(frames.tb_frame.f_globals.get("__name__"))
            if module.startswith("particle_client."):
                traceback.clear_frames(frames)
                break
            frames = frames.tb_next
