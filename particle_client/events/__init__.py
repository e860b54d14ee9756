"""Event streams: `Event`, the streams themselves, and typed objects for the cloud's own events.

from particle_client.events import FlashStatus

for event in stream:
    if isinstance(event.system, FlashStatus) and event.system.finished:
        ...
"""

from __future__ import annotations

TYPE_CHECKING = bool()  # noqa: UP018  # as in the package itself
if TYPE_CHECKING:
    from typing import Any

    from .async_stream import AsyncEventStream as AsyncEventStream
    from .event import Event as Event
    from .options import StreamOptions as StreamOptions
    from .state import Gap as Gap
    from .stream import EventStream as EventStream
    from .system import *  # noqa: F403

# What isn't here is in `system`.
_MODULES = {
    "AsyncEventStream": "async_stream",
    "Event": "event",
    "EventStream": "stream",
    "Gap": "state",
    "StreamOptions": "options",
}

if not TYPE_CHECKING:  # so that checkers see a wrong name

    def __getattr__(name: str) -> Any:
        from importlib import import_module

        if name == "__all__":
            return sorted([*_MODULES, *import_module(".system", __name__).__all__])
        if name[:1].isupper():
            return getattr(import_module(f".{_MODULES.get(name, 'system')}", __name__), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        return __getattr__("__all__")
