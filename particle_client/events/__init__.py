"""Event streams: `Event`, the streams themselves, and typed objects for the cloud's own events.

from particle_client.events import FlashStatus

for event in stream:
    if isinstance(event.system, FlashStatus) and event.system.finished:
        ...

| module | |
| --- | --- |
| `sse` | the parser for `text/event-stream`: bytes in, fields out |
| `event`, `content`, `decoder` | an event, and what its JSON says |
| `system` | typed objects for the cloud's own events |
| `state`, `timing` | every decision of a stream; no I/O |
| `async_reader`, `async_worker`, `worker` | the task or thread that connects and reads |
| `buffer` | what it has read, until the loop takes it |
| `async_stream` | the stream that users hold |
| `options` | what users pass, checked before anything is sent |
"""

from __future__ import annotations

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from typing import Any

    from .async_stream import AsyncEventStream
    from .event import Event
    from .options import StreamOptions
    from .state import Gap
    from .stream import EventStream
    from .system import (
        AppHash,
        DeviceStatus,
        Diagnostics,
        FirmwareChange,
        FlashStatus,
        HookError,
        HookResponse,
        HookSent,
        LastReset,
        Location,
        SafeMode,
        SafeModeUpdate,
        SystemEvent,
        UpdateSetting,
    )

__all__ = [
    "AppHash",
    "AsyncEventStream",
    "DeviceStatus",
    "Diagnostics",
    "Event",
    "EventStream",
    "FirmwareChange",
    "FlashStatus",
    "Gap",
    "HookError",
    "HookResponse",
    "HookSent",
    "LastReset",
    "Location",
    "SafeMode",
    "SafeModeUpdate",
    "StreamOptions",
    "SystemEvent",
    "UpdateSetting",
]

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
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return getattr(import_module(f".{_MODULES.get(name, 'system')}", __name__), name)

    def __dir__() -> list[str]:
        return __all__
