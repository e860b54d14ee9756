"""Checks of what users pass to a stream, before anything is sent or waited for."""

from __future__ import annotations

from types import CoroutineType
from typing import TYPE_CHECKING

from ..base.checks import check_function, check_number, check_type, name_of_type

if TYPE_CHECKING:
    from collections.abc import Callable

    from .event import Event


def check_text(name: str, value: object) -> None:
    if not isinstance(value, str):
        raise TypeError(f"{name} must be a str, not {name_of_type(value)}")


def check_timeout(timeout: float | None) -> None:
    """Check how long to wait; 0 and less is no time at all, None no limit."""
    if timeout is not None:
        check_number("timeout", timeout)
        if timeout != timeout:
            raise ValueError("timeout must be a number of seconds, not nan")


def check_wait(prefix: str, name: str | None, timeout: float | None, where: object) -> None:
    """Check the arguments of `wait_for`, for a stream of events whose names have a prefix."""
    check_type("name", name, str)
    check_timeout(timeout)
    check_function("where", where)
    if name is not None and not name.startswith(prefix):
        raise ValueError(
            f"name: no event {name!r} can come, since this stream has only those whose name begins "
            f"with {prefix!r}"
        )


def refuse_coroutine(name: str, result: object) -> None:
    """Raise TypeError where a function turns out to be async by what it returned."""
    if isinstance(result, CoroutineType):
        result.close()  # or Python would warn that nobody awaited it
        raise TypeError(f"{name} must not be an async function here: what it does isn't awaited")


def matches(event: Event, name: str | None, where: Callable[[Event], object] | None) -> bool:
    """Whether an event is the one that `wait_for` waits for."""
    if name is not None and event.name != name:
        return False
    found = where is None or where(event)
    refuse_coroutine("where", found)
    return bool(found)
