"""Checks of what users pass, and its text. Errors show no value, which may be a secret."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from inspect import iscoroutinefunction
from math import isfinite

from .errors import ConfigurationError
from .secrets import Secret, SecretDict

_SURROGATE = re.compile("[\ud800-\udfff]").search
_KINDS: dict[type, str] = {str: "a str", bytes: "bytes", Mapping: "a mapping", tuple: "a tuple"}


def check_bool(name: str, value: object) -> bool:
    """Raise TypeError for what is no truth value: the text "false" would count as true."""
    if not isinstance(value, bool):
        raise TypeError(f"{name} must be True or False, not {value!r}")
    return value


def check_function(name: str, value: object, *, awaited: bool = False) -> None:
    """Raise TypeError for a hook that can't be called, or that nobody would await."""
    if value is None:
        return
    if not callable(value):
        raise TypeError(f"{name} must be a function, not {name_of_type(value)}")
    if not awaited and any(map(iscoroutinefunction, (value, type(value).__call__))):
        raise TypeError(f"{name} must be a plain function: nobody would await an async one")


def check_type(name: str, value: object, *kinds: type) -> None:
    """Raise TypeError for an argument of another type; None is none at all."""
    if value is not None and not isinstance(value, kinds):
        names = " or ".join(_KINDS[kind] for kind in kinds)
        raise TypeError(f"{name} must be {names}, not {name_of_type(value)}")


def check_number(name: str, value: object) -> None:
    """Raise TypeError for what is no number."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"{name} must be a number, not {name_of_type(value)}")


def check_more_than_0(name: str, unit: str, value: object) -> None:
    """Raise an error for what is no number, or none above 0."""
    check_number(name, value)
    if not value > 0:  # type: ignore[operator]
        raise ConfigurationError(f"{name} must be more than 0 {unit}: {value!r}")


def check_whole_number(name: str, value: object, other: str = "") -> None:
    """Raise TypeError for what is no whole number. `other` is what else it may be."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{name} must be a whole number{other}, not {name_of_type(value)}")


def name_of_type(value: object) -> str:
    """Return the name of a value's type, as the user knows it."""
    if isinstance(value, Secret):
        return "str"
    return "dict" if isinstance(value, SecretDict) else type(value).__name__


# What users of other clients of the Cloud API try.
_OTHER_CLIENTS = {
    "auth": "Did you mean access_token?",
    "token": "Did you mean access_token?",
    "product": "The calls of a product are those of particle.product(…).",
    "org": "The calls of an organization are those of particle.org(…).",
}


def unexpected_arguments(
    unknown: Iterable[str], known: Iterable[str], whose: str, more: str = ""
) -> TypeError:
    """Return the error for keyword arguments that don't exist; `whose` is what takes them."""
    from difflib import get_close_matches

    known, unknown = sorted(known), sorted(unknown)
    message = f"unexpected argument: {', '.join(unknown)}."
    for name in unknown:
        snake = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
        if name in _OTHER_CLIENTS:
            message += f" {_OTHER_CLIENTS[name]}"
        elif found := get_close_matches(snake, known, 1) or [snake] * (snake != name):
            message += f" Did you mean {found[0]}?"
    message += f" {more}" if more else ""
    return TypeError(f"{message} Besides its own arguments, {whose} takes: {', '.join(known)}")


def check_http_client(http_client: object, close: str) -> None:
    """Raise TypeError for what is no client of httpx or httpx2: either may be missing."""
    names = ("build_request", "send", close)
    if http_client is not None and not all(hasattr(http_client, name) for name in names):
        kind = repr(http_client) if isinstance(http_client, str) else type(http_client).__name__
        raise TypeError(
            f"http_client can't be {kind}: Particle takes an httpx.Client (or one of httpx2), "
            "AsyncParticle takes an httpx.AsyncClient (or one of httpx2), 'aiohttp' or an "
            "aiohttp.ClientSession"
        )


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
