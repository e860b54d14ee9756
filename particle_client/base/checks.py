"""Checks of what users pass. Errors name the argument and show no value, which may be a secret."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from .secrets import Secret, SecretDict

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import FrameType

__all__ = [
    "check_bool",
    "check_function",
    "check_number",
    "check_type",
    "missing_attribute",
    "name_of_type",
    "unexpected_arguments",
]

_KINDS: dict[type, str] = {str: "a str", bytes: "bytes", Mapping: "a mapping"}
_COROUTINE = 0x80  # inspect.CO_COROUTINE, without importing that for it
_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def check_bool(name: str, value: object) -> bool:
    """TypeError for what is no truth value: the text "false" would count as true."""
    if not isinstance(value, bool):
        raise TypeError(f"{name} must be True or False, not {value!r}")
    return value


def check_function(name: str, value: object) -> None:
    """TypeError for a hook that can't be called, or that nobody would await."""
    if value is None:
        return
    if not callable(value):
        raise TypeError(f"{name} must be a function, not {name_of_type(value)}")
    function = getattr(value, "func", value)  # of a partial
    for each in (function, type(function).__call__):
        code = getattr(each, "__code__", None)
        if code is not None and code.co_flags & _COROUTINE:
            raise TypeError(f"{name} must be a plain function: nobody would await an async one")


def check_type(name: str, value: object, *kinds: type) -> None:
    """TypeError for an argument of another type; None is none at all."""
    if value is not None and not isinstance(value, kinds):
        names = " or ".join(_KINDS[kind] for kind in kinds)
        raise TypeError(f"{name} must be {names}, not {name_of_type(value)}")


def check_number(name: str, value: object) -> None:
    """TypeError for what is no number."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"{name} must be a number, not {name_of_type(value)}")


def name_of_type(value: object) -> str:
    """Give the name of a value's type, as the user knows it."""
    if isinstance(value, Secret):
        return "str"
    return "dict" if isinstance(value, SecretDict) else type(value).__name__


def unexpected_arguments(
    unknown: Iterable[str], known: Iterable[str], whose: str, more: str = ""
) -> TypeError:
    """Give the error for keyword arguments that don't exist.

    Args:
        known: Those that exist beside the method's own.
        whose: What takes them: `every method`.
        more: What else there is to say.
    """
    known, unknown = sorted(known), sorted(unknown)
    method, own = _calling_method()
    hints = [hint for name in unknown if (hint := _hint(name, [*own, *known]))]
    return TypeError(
        " ".join(
            [
                f"{method}unexpected argument: {', '.join(unknown)}.",
                *hints,
                *([more] if more else []),
                f"Besides its own arguments, {whose} takes: {', '.join(known)}",
            ]
        )
    )


# What users of other clients of the Cloud API try.
_ELSEWHERE = {
    "auth": "Did you mean access_token?",
    "token": "Did you mean access_token?",
    "product": "The calls of a product are those of particle.product(…).",
    "org": "The calls of an organization are those of particle.org(…).",
}


def _hint(name: str, known: list[str]) -> str:
    from difflib import get_close_matches

    if name in _ELSEWHERE:
        return _ELSEWHERE[name]
    snake = _snake(name)
    found = [snake] if snake in known else get_close_matches(snake, known, 1)
    return f"Did you mean {found[0]}?" if found else ""


def _snake(name: str) -> str:
    return _WORD.sub("_", name).lower()


def _calling_method() -> tuple[str, list[str]]:
    """Give the method that the user called, for a message, and the names of its own arguments."""
    frame: FrameType | None = sys._getframe(2)
    while frame is not None:
        code, module = frame.f_code, frame.f_globals.get("__name__", "")
        is_method = code.co_varnames[:1] == ("self",) and not code.co_name.startswith("_")
        if is_method and module.startswith(_WITH_METHODS):
            count = code.co_argcount + code.co_kwonlyargcount
            owner = type(frame.f_locals["self"]).__name__
            return f"{owner}.{code.co_name}: ", list(code.co_varnames[1:count])
        frame = frame.f_back
    return "", []


_WITH_METHODS = ("particle_client.api.", "particle_client.methods.")


def missing_attribute(owner: object, name: str) -> AttributeError:
    """Give the error for an attribute that isn't there, with the one that may be meant."""
    kind = type(owner)
    message = f"{kind.__name__} has no attribute {name!r}"
    if not name.startswith("_"):
        snake = _snake(name)
        if snake != name and hasattr(kind, snake):
            message += f". Did you mean {snake}?"
        elif snake != name:
            message += "; docs/from-javascript.md lists the methods of the JavaScript SDK"
    return AttributeError(message, name=name, obj=owner)
