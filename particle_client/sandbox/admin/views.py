"""What the admin interface shows of a sandbox, as JSON."""

import dataclasses
import math
from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeAlias, cast

from ..accounts import Account
from ..clock import isoformat
from ..codec import PLAIN, is_script
from ..devices import VirtualDevice, current_value, variable_types
from ..faults import Fault
from ..platforms import PLATFORMS
from ..products import Organization, Product
from ..state import CloudState

Json: TypeAlias = dict[str, Any]

_PLATFORM_NAMES = {number: name for name, number in PLATFORMS.items()}
_BRIEF = (
    *("id", "name", "online", "updating", "product", "owner", "groups", "firmware_version"),
    *("target_version", "flash_outcome", "last_heard"),
)
_OF_THE_SANDBOX = frozenset(("runtime", "event_bus", "directory", "last_values", "documents"))


def shown(value: object) -> Any:
    """The value as JSON: of a dataclass its fields, where others are by what names them."""
    if isinstance(value, Fault):
        saved = {name: each for name, each in value.to_save().items() if name != "effect"}
        target = saved["target"] if value.can_be_saved else "a function of Python"
        return {"id": value.id, "effect": value.effect, **saved, "target": target}
    if not dataclasses.is_dataclass(value):
        return plain(value)
    found = {
        each.name: plain(getattr(value, each.name))
        for each in dataclasses.fields(value)
        if each.name not in _OF_THE_SANDBOX
    }
    if isinstance(value, VirtualDevice):
        types = variable_types(value)
        found |= brief_device(value) | {
            "variables": {name: _variable(value, name, types[name]) for name in value.variables},
            "functions": {name: _script(function) for name, function in value.functions.items()},
            "scripts": [_script(script) for script in value.scripts],
            "calls": [list(call) for call in value.calls[-1_000:]],
        }
    return found


def plain(value: Any) -> Any:
    """The value as JSON: of an object what names it."""
    if isinstance(value, Account):
        return value.username
    if isinstance(value, Product | Organization):
        return value.slug
    if isinstance(value, bytes):
        return f"{len(value):,} bytes"
    if isinstance(value, datetime):
        return isoformat(value)
    if isinstance(value, Mapping):
        return {str(name): plain(each) for name, each in cast("Json", value).items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(each) for each in cast("list[Any]", value)]
    if dataclasses.is_dataclass(value):
        return shown(value)
    if isinstance(value, float) and math.isfinite(value):  # JSON has no other numbers
        return value
    return value if value is None or isinstance(value, str | int) else str(value)


def brief_device(device: VirtualDevice) -> Json:
    """A device in a list."""
    platform = _PLATFORM_NAMES.get(device.platform_id, str(device.platform_id))
    return {name: plain(getattr(device, name)) for name in _BRIEF} | {"platform": platform}


def _variable(device: VirtualDevice, name: str, kind: str) -> Json:
    value: object = device.variables[name]
    if callable(value) and not is_script(value):  # it may take its time
        return {"value": plain(device.last_values.get(name)), "type": kind, "script": "python"}
    more = {"script": _script(value)} if callable(value) else {}
    return {"value": plain(current_value(device, name)), "type": kind, **more}


def _script(value: object) -> Any:
    return PLAIN.write(value) if is_script(value) else "python"


def events(state: CloudState, after: int, limit: int) -> list[Json]:
    """The last events after the one with that number, oldest first; each with its number."""
    with state.lock:
        published, history = state.events.published, state.events.history
        count = max(0, min(published - after, len(history), limit))
        first = published - count + 1
        return [{"number": first + at, **shown(history[at - count])} for at in range(count)]
