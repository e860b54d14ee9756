"""`Event`: something that a device, the cloud or a client published."""

from __future__ import annotations

from typing import Any

import attrs

from .content import EventContent
from .system import SystemEvent, system_event

# Longer data could hold something that is not for a log.
_SHOWN_DATA = 24


# Not frozen, and with its own `__init__`: it takes half the time, which fast streams notice.
@attrs.define(repr=False, init=False, unsafe_hash=True)
class Event(EventContent):
    """Something that a device, the cloud or a client published.

    The JSON is decoded when it is first needed. What isn't there reads as None, and nothing that
    came is lost: `to_dict()`, `additional_properties` and `raw` have it. Treat events as
    read-only: they compare by content, hash and pickle.

    Args:
        name: The event's name. When it is empty, the name in the JSON is taken.
        raw: The data line of the stream: a JSON object.
        id: The id that the event stream gave.

    Attributes:
        name: The event's name, such as `temperature` or `spark/status`.
        raw: The data line of the stream as it came.
        id: The id that the event stream gave last; empty when it gives none.
    """

    name: str
    raw: str = attrs.field(repr=False)
    id: str = ""

    def __init__(self, name: str, raw: str, id: str = "") -> None:
        self.raw = raw
        self.id = id
        self._fields = None  # type: ignore[misc]  # a slot of the base; until it is needed
        self.name = name or self._name_in_json()

    @property
    def system(self) -> SystemEvent | None:
        """A typed object (see `particle_client.events`) when the cloud itself sent it, or None."""
        return system_event(self)

    def __reduce__(self) -> tuple[Any, ...]:
        return Event, (self.name, self.raw, self.id)

    def __repr__(self) -> str:
        device = f" device_id={self.device_id!r}" if self.device_id else ""
        data = self._shown(repr(self.data))
        return f"<Event {self.name!r}{device} data={data}{' malformed' * self.malformed}>"

    def _seen(self) -> dict[str, object]:
        seen = {"published_at": self.published_at, "name": self.name, "device_id": self.device_id}
        return {**seen, "data": self._shown(self.data)}

    def _shown(self, data: str | None) -> str | None:
        length = len(self.data or "")
        return data if length <= _SHOWN_DATA else f"<{length} characters>"
