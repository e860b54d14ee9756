"""What can be set on an event stream."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from ..base.checks import check_more_than_0, check_number, check_type
from ..base.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Callable

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
    What the server asks for (`retry:`) replaces it. Default 1."""
    max_reconnect_delay: float
    """The longest such delay in seconds. Default 60."""
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
        may_be_none = name in ("idle_timeout", "deadline")
        if name in _UNITS and not (value is None and may_be_none):
            check_more_than_0(name, _UNITS[name], value)
    max_reconnects = options.get("max_reconnects")
    if max_reconnects is not None:
        check_number("max_reconnects", max_reconnects)
        if not max_reconnects >= 0:
            raise ConfigurationError(f"max_reconnects must be 0 or more: {max_reconnects!r}")
    check_type("last_event_id", options.get("last_event_id"), str)


_UNITS = {
    "idle_timeout": "seconds",
    "connect_timeout": "seconds",
    "reconnect_delay": "seconds",
    "max_reconnect_delay": "seconds",
    "deadline": "seconds",
    "max_line_size": "bytes",
    "max_event_size": "bytes",
}
