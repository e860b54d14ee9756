"""Text that is not for everybody's eyes."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterable, Mapping
from functools import cache
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


def secrets_in(bodies: list[Any]) -> set[str]:
    """Return the texts in bodies of requests that are hidden, or within what is."""
    found: set[str] = set()
    rest = bodies.copy()
    while rest:
        value = rest.pop()
        if isinstance(value, Secret):
            found.add(str.__str__(value))
        elif isinstance(value, SecretDict):
            for each in value.values():
                if isinstance(each, list):
                    each = dict(enumerate(cast("list[object]", each)))
                rest.append(hidden(each))
        elif isinstance(value, dict):
            rest += value.values()
        elif hasattr(value, "to_dict"):  # a model
            rest.append(hidden(value.to_dict()))
    return found


def redact(text: str, secrets: Iterable[str]) -> str:
    """Return a text with *** for each secret, in whatever form a server repeats it."""
    # What is shorter may be part of any word, and what is longer would take its time.
    found = [secret for secret in sorted(secrets, key=len, reverse=True) if 5 < len(secret) < 9999]
    pattern = "|".join("".join(map(_any_form, secret)) for secret in found)
    return re.sub(pattern, "***", text) if pattern else text


@cache
def _any_form(char: str) -> str:
    """Return a pattern for a character as it is, or in JSON, a URL, HTML, or one within another."""
    if char.isascii() and char.isalnum():
        return char
    plain = "[ +]" if char == " " else re.escape(char)
    escaped = r"(?:\\|%(?:25)*5c)*"
    in_url = "".join(f"%(?:25)*{byte:02x}" for byte in char.encode())
    units = char.encode("utf-16-be").hex()
    in_json = "".join(f"{escaped}u{units[at : at + 4]}" for at in range(0, len(units), 4))
    return rf"(?i:{escaped}(?:{plain}|{in_url})|{in_json}|&#?\w+;)"


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
