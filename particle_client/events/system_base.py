"""What the system events of `system` consist of: their base, what is derived, and how to read one.

`event.system` is of one of those classes, or None for any other event and for one whose data isn't
what this kind of event carries. A value that is new to this package stays as it came.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import attrs

from .content import EventContent
from .json_values import as_integer, as_object, value_at

# What the names of a product's hook events begin with by default.
_DEVICE = re.compile(r"\A([0-9A-Fa-f]{24})/(?=hook-)")


def read_from(path: str, read: Callable[[object], Any], *, required: bool = False) -> Any:
    """Declare a field, of which only the event itself, which says the same, is hashed."""
    return attrs.field(metadata={"from": (path, read, required)}, hash=False)


@attrs.frozen
class SystemEvent:
    """Base of all system events."""

    event: EventContent = attrs.field(repr=False)
    """The event itself."""

    @property
    def device_id(self) -> str | None:
        """The device it is about; for `hook-*`, unless their names begin with it, and
        `particle/firmware/*` a name of the cloud's."""
        found = _DEVICE.match(self.event.name)
        return found[1] if found else self.event.device_id


class Vitals:
    """Adds the parts of the device vitals."""

    __slots__ = ()

    payload: dict[str, Any]

    @property
    def device(self) -> dict[str, Any]:
        """What the device reported: `network`, `cloud`, `power`, `system`."""
        return as_object(self.payload.get("device"))

    @property
    def service(self) -> dict[str, Any]:
        """What the cloud measured: `device`, `cloud`, `coap`."""
        return as_object(self.payload.get("service"))

    def find(self, path: str) -> Any:
        """Return the value at a path such as `device.network.signal.strength`, None if missing."""
        return value_at(self.payload, path)


@attrs.define
class Kind:
    """A kind of system event."""

    cls: type[SystemEvent]
    texts: tuple[str, ...] = ()
    """What the data says, separated by commas; nothing when the data is JSON."""
    needs: str = ""
    """The object that the JSON must have; without it, it's an event of the user's own."""
    said: Mapping[str, Any] = attrs.field(factory=dict[str, Any])
    """What the event's name says."""
    fields: list[tuple[str, Callable[[object], Any], bool]] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.fields = [field.metadata["from"] for field in attrs.fields(self.cls)[1:]]


def read_event(
    kinds: Mapping[str, Kind], hooks: Mapping[str, Kind], event: EventContent
) -> SystemEvent | None:
    """Return the typed object of a system event, None for any other event.

    Args:
        hooks: The kinds whose names go on with the name of another event.
    """
    if (kind := kinds.get(event.name)) is not None:
        found = _found(kind, event)
    else:
        start, _, rest = _DEVICE.sub("", event.name).partition("/")
        if (kind := hooks.get(start)) is None or not rest:
            return None
        hook_event, _, number = rest.rpartition("/")
        part = as_integer(number) if hook_event else None
        hook_event = rest if part is None else hook_event
        found = {"hook_event": hook_event, "part": part, "text": event.data or ""}
    if found is None:
        return None
    values: list[Any] = []
    for path, read, required in kind.fields:
        value = read(value_at(found, path) if "." in path else found.get(path))
        if value is None and required:
            return None
        values.append(value)
    return kind.cls(event, *values)


def _found(kind: Kind, event: EventContent) -> dict[str, Any] | None:
    """Return what an event says, by name; all of its JSON has an empty one."""
    if kind.texts:
        texts = (event.data or "").split(",", len(kind.texts) - 1)
        found: dict[str, Any] = dict(kind.said)
        for name, text in zip(kind.texts, texts, strict=False):
            found[name] = text.strip()
        return found
    try:
        payload: object = event.json()
    except ValueError:
        return None
    found = {**as_object(payload), **kind.said, "": payload}
    return found if isinstance(found.get(kind.needs), dict) else None
