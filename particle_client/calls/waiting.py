"""Waiting for threads; `async_waiting.py` has the same names for async code."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from math import inf
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar, TypeVarTuple

from ..base.errors import ConfigurationError
from ..base.request import Request

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")
Arguments = TypeVarTuple("Arguments")


def in_thread(function: Callable[[*Arguments], T], *arguments: *Arguments) -> T:
    """Call a function: this is a thread."""
    return function(*arguments)


def resolve(result: Any, name: str) -> Any:
    """Return what a function of the user's returned, which must not be async."""
    if hasattr(result, "__await__"):
        if hasattr(result, "close"):
            result.close()  # a coroutine that nobody awaits would warn
        raise ConfigurationError(f"{name}: only AsyncParticle can use an async function.")
    return result


def wait_for(future: Future[Any], deadline: float) -> None:
    """Wait for a future that any thread may end, or until the deadline."""
    with suppress(TimeoutError):
        future.exception(None if deadline == inf else deadline - monotonic())


def in_time(send: Callable[[Request], T], request: Request) -> T:
    """Send a request. The transport keeps the deadline."""
    return send(request)
