"""What users pass to an event stream, checked before anything is sent or waited for."""

from __future__ import annotations

from collections.abc import Callable
from types import CoroutineType
from typing import TypedDict

from ..base.checks import check_function, check_more_than_0, check_number, check_type
from ..base.errors import ConfigurationError

CALLBACKS = ("on_connect", "on_disconnect", "on_reconnect", "on_retry")


class StreamOptions(TypedDict, total=False):
    """What every event stream takes, by keyword."""

    idle_timeout: float | None
    """Seconds of silence after which a connection counts as dead. By default it is learned: 75
    until two heartbeats have come, then 2.5 times the longest interval of theirs, at least 15."""
    connect_timeout: float
    """Seconds that connecting may take, up to the headers of the response. Default 30."""
    reconnect_delay: float
    """Seconds before the first attempt to connect again; doubled, with jitter, after each failure.
    The server may ask for more (`retry:`), but not for less. Default 1."""
    max_reconnect_delay: float
    """The longest such delay in seconds; a Retry-After is honoured up to 60 all the same.
    Default 60."""
    max_reconnects: int | None
    """How many times the stream may try to connect again, in all; then it raises
    StreamReconnectError. Default: without end."""
    deadline: float | None
    """Seconds after which the stream raises StreamTimeoutError. Default: none."""
    last_event_id: str | None
    """The id after which to begin, for servers that keep events. Default: none."""
    max_line_size: int
    """Bytes that a line may have, else StreamLimitError. Default 1 MiB."""
    max_event_size: int
    """Bytes that an event may have, else StreamLimitError. Default 1 MiB."""
    on_connect: Callable[[], object] | None
    """Called when a connection stands: the first one and each later one."""
    on_disconnect: Callable[[Exception], object] | None
    """Called when a connection that stood is gone, with the reason. Not called for `close()`."""
    on_reconnect: Callable[[int, float], object] | None
    """Called when the stream is connected again, with the number of attempts that it took and the
    seconds that it was without a connection."""
    on_retry: Callable[[int, float, Exception], object] | None
    """Called before each wait for another attempt, with its number (from 1), the seconds to wait
    and the reason."""


def check_options(options: StreamOptions) -> None:
    """Refuse what is of another type, or makes no sense."""
    for name, value in options.items():
        if name in CALLBACKS or (value is None and name in _MAY_BE_NONE):
            continue
        if name == "last_event_id":
            check_type(name, value, str)
        elif name == "max_reconnects":
            check_number(name, value)
            if not value >= 0:  # type: ignore[operator]
                raise ConfigurationError(f"max_reconnects must be 0 or more: {value!r}")
        else:
            unit = "bytes" if name.endswith("_size") else "seconds"
            check_more_than_0(name, unit, value)


_MAY_BE_NONE = ("idle_timeout", "deadline", "max_reconnects", "last_event_id")


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
