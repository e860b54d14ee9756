# Generated from openapi/ by `make generate`. Do not edit.
"""Event streams: `Event`, the streams themselves, and typed objects for the cloud's own events.

from particle_client.events import FlashStatus

for event in stream:
    if isinstance(event.system, FlashStatus) and event.system.finished:
        ...
"""

from __future__ import annotations

# As in typing, which would take longer to import than all of this. It isn't written as False, since
# there are editors that would believe it and complete none of the names below.
TYPE_CHECKING = bool()  # noqa: UP018
if TYPE_CHECKING:
    from typing import Any

    from .async_stream import AsyncEventStream as AsyncEventStream
    from .event import Event as Event
    from .options import StreamOptions as StreamOptions
    from .state import Gap as Gap
    from .stream import EventStream as EventStream
    from .system import AppHash as AppHash
    from .system import DeviceStatus as DeviceStatus
    from .system import Diagnostics as Diagnostics
    from .system import FirmwareChange as FirmwareChange
    from .system import FlashStatus as FlashStatus
    from .system import HookError as HookError
    from .system import HookResponse as HookResponse
    from .system import HookSent as HookSent
    from .system import LastReset as LastReset
    from .system import Location as Location
    from .system import SafeMode as SafeMode
    from .system import SafeModeUpdate as SafeModeUpdate
    from .system import SystemEvent as SystemEvent
    from .system import UpdateSetting as UpdateSetting

# Where each name is.
_MODULES = {
    "AsyncEventStream": "async_stream",
    "Event": "event",
    "StreamOptions": "options",
    "Gap": "state",
    "EventStream": "stream",
    "AppHash": "system",
    "DeviceStatus": "system",
    "Diagnostics": "system",
    "FirmwareChange": "system",
    "FlashStatus": "system",
    "HookError": "system",
    "HookResponse": "system",
    "HookSent": "system",
    "LastReset": "system",
    "Location": "system",
    "SafeMode": "system",
    "SafeModeUpdate": "system",
    "SystemEvent": "system",
    "UpdateSetting": "system",
}

if not TYPE_CHECKING:  # so that checkers see a wrong name

    def __getattr__(name: str) -> Any:
        from importlib import import_module

        if name == "__all__":
            return [*_MODULES]
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f".{_MODULES[name]}", __name__), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *_MODULES})
