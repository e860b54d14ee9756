"""Checks of what a program gives the sandbox: a mistake shows where it is made."""

import re
from collections.abc import Mapping
from typing import Any, cast

_SLUG = re.compile(r"[A-Za-z0-9-]+").fullmatch


def check_access_token(token: object) -> None:
    """Raise TypeError or ValueError for an access token that the client would refuse."""
    # Takes some time to import, and most sandboxes make their own token.
    from particle_client.calls.credentials import checked_token

    checked_token(token)


def check_slug(slug: object) -> None:
    """Raise an error for what can't be a product's or organization's part of a URL."""
    if not isinstance(slug, str):
        raise TypeError(f"slug must be a str, not {_kind(slug)}")
    if not _SLUG(slug):
        raise ValueError(f"slug must be letters (a to z), digits and hyphens: {slug!r}")


def check_groups(groups: object) -> None:
    """Raise TypeError for what is no list of names; one text would count as a list of letters."""
    if not isinstance(groups, list | tuple | set | frozenset):
        example = f", as in [{groups!r}]" if isinstance(groups, str) else ""
        raise TypeError(f"groups must be a list of str{example}, not {_kind(groups)}")
    for name in cast("list[object]", groups):
        if not isinstance(name, str):
            raise TypeError(f"groups must be a list of str, not of {_kind(name)}")


def check_variables(variables: object) -> None:
    """Raise TypeError for variables of a type that no device has."""
    for name, value in _named("variables", variables):
        if not callable(value) and not isinstance(value, str | int | float):
            raise TypeError(
                f"variable {name!r} must be a str, int, float or bool, "
                f"or a callable that returns one, not {_kind(value)}"
            )


def check_functions(functions: object) -> None:
    """Raise TypeError for functions that can't be called."""
    for name, function in _named("functions", functions):
        if not callable(function):
            raise TypeError(
                f"function {name!r} must be a callable that takes the argument as a str, "
                f"not {_kind(function)}"
            )


def check_event(name: object, data: object) -> None:
    """Raise TypeError or ValueError for an event that no stream could carry."""
    if not isinstance(name, str):
        raise TypeError(f"the name of an event must be a str, not {_kind(name)}")
    if not name or any(ord(character) < 32 or character == "\x7f" for character in name):
        raise ValueError(f"an event name needs at least one printable character: {name!r}")
    if data is not None and not isinstance(data, str):
        example = "data.decode()" if isinstance(data, bytes) else "json.dumps(data)"
        raise TypeError(
            f"the data of an event must be a str or None, not {_kind(data)}: use {example}"
        )


def check_status(status: object) -> None:
    """Raise TypeError or ValueError for what is no status of a final response."""
    if not isinstance(status, int) or isinstance(status, bool):
        raise TypeError(f"status must be an int, not {_kind(status)}")
    if not 200 <= status <= 599:
        raise ValueError(f"status must be from 200 to 599: {status}")


def check_content(content: object) -> None:
    """Raise TypeError for what is no body of a response; None is none at all."""
    if content is not None and not isinstance(content, str | bytes):
        raise TypeError(f"content must be a str or bytes, not {_kind(content)}: use json= for JSON")


def _named(names: str, value: object) -> list[tuple[str, object]]:
    if not isinstance(value, Mapping):
        raise TypeError(f"{names} must be a dict by name, not {_kind(value)}")
    items = list(cast("Mapping[Any, object]", value).items())
    for name, _ in items:
        if not isinstance(name, str):
            raise TypeError(f"the names of {names} must be str, not {_kind(name)}")
    return items


def _kind(value: object) -> str:
    return "None" if value is None else type(value).__name__
