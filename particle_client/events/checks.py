"""Checks of what users pass to a stream, before anything is sent or waited for."""

from __future__ import annotations

from types import CoroutineType
from typing import TYPE_CHECKING, Any

from ..base.checks import check_number, check_type, name_of_type
from ..base.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "check_callbacks",
    "check_more_than_0",
    "check_text",
    "check_timeout",
    "check_waiting",
    "check_where",
    "refuse_coroutine",
]

_CALLBACKS = ("on_connect", "on_disconnect", "on_reconnect", "on_retry")


def check_more_than_0(name: str, unit: str, value: float) -> None:
    check_number(name, value)
    if not value > 0:
        raise ConfigurationError(f"{name} must be more than 0 {unit}: {value!r}")


def check_text(name: str, value: object) -> None:
    if not isinstance(value, str):
        raise TypeError(f"{name} must be a str, not {name_of_type(value)}")


def check_callbacks(options: Mapping[str, Any], *, awaited: bool) -> None:
    """TypeError for an `on_…` that can't be called, or that is async and wouldn't be awaited."""
    for name in _CALLBACKS:
        function = options.get(name)
        if function is None:
            continue
        _check_callable(name, function)
        if not awaited and _is_async(function):
            raise TypeError(
                f"{name} is an async function: a stream of Particle takes others, one of "
                "AsyncParticle takes it"
            )


def check_where(where: object) -> None:
    """TypeError for a `where` that can't tell whether an event is the right one."""
    if where is not None:
        _check_callable("where", where)
        if _is_async(where):
            raise TypeError("where must not be an async function: its answer isn't awaited")


def _is_async(function: object) -> bool:
    from inspect import iscoroutinefunction  # only for those who pass functions

    return iscoroutinefunction(function)


def _check_callable(name: str, function: object) -> None:
    if not callable(function):
        raise TypeError(f"{name} must be a function, not {name_of_type(function)}")


def check_waiting(prefix: str, name: str | None, timeout: float | None, where: object) -> None:
    """Check the arguments of `wait_for`.

    Args:
        prefix: What the names of all events of the stream begin with.
    """
    check_type("name", name, str)
    check_timeout(timeout)
    check_where(where)
    if name is not None and not name.startswith(prefix):
        raise ValueError(
            f"name: no event {name!r} can come, since this stream has only those whose name begins "
            f"with {prefix!r}"
        )


def check_timeout(timeout: float | None) -> None:
    """Check how long to wait; 0 and less is no time at all, None no limit."""
    if timeout is not None:
        check_number("timeout", timeout)
        if timeout != timeout:
            raise ValueError("timeout must be a number of seconds, not nan")


def refuse_coroutine(name: str, result: object) -> None:
    """TypeError where a function turns out to be async by what it returned."""
    if isinstance(result, CoroutineType):
        result.close()  # or Python would warn that nobody awaited it
        raise TypeError(f"{name} must not be an async function here: what it does isn't awaited")
