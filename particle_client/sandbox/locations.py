"""Where devices have been, by the ``loc`` events that they publish."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, cast

from .events import Event

_NOT_PROPERTIES = frozenset(("lat", "lon", "lck", "time"))
_OTHER_NAMES = {"h_acc": "acc_h", "v_acc": "acc_v"}


@dataclass(frozen=True, kw_only=True)
class Place:
    """One location that a device reported."""

    time: datetime
    latitude: float
    longitude: float
    locked: bool
    properties: dict[str, Any]

    @property
    def coordinates(self) -> list[float]:
        """Longitude and latitude, in the order of GeoJSON."""
        return [self.longitude, self.latitude]


@dataclass(frozen=True, kw_only=True)
class Box:
    """A rectangle on the map."""

    south: float
    west: float
    north: float
    east: float

    def holds(self, place: Place) -> bool:
        """Whether the place lies inside."""
        return (
            self.south <= place.latitude <= self.north and self.west <= place.longitude <= self.east
        )


@dataclass(eq=False, repr=False)
class Locations:
    """All locations of all devices."""

    _places: dict[str, list[Place]] = field(default_factory=dict)

    def of(self, device_id: str) -> list[Place]:
        """The device's locations, oldest first."""
        return self._places.get(device_id, [])

    def on_event(self, event: Event) -> None:
        """Remembers the location in a device's ``loc`` event; the caller holds the lock."""
        place = _place(event) if event.name == "loc" and event.data else None
        if place:
            places = self._places.setdefault(event.device_id, [])
            places.append(place)
            places.sort(key=lambda known: known.time)


def _place(event: Event) -> Place | None:
    try:
        data: Any = json.loads(event.data or "")
    except ValueError:
        return None
    loc: Any = cast("dict[str, Any]", data).get("loc") if isinstance(data, dict) else None
    if not isinstance(loc, dict):
        return None
    fields = cast("dict[str, Any]", loc)
    latitude, longitude = fields.get("lat"), fields.get("lon")
    if not isinstance(latitude, int | float) or not isinstance(longitude, int | float):
        return None
    moment = datetime.fromisoformat(event.published_at)
    seconds = fields.get("time", cast("dict[str, Any]", data).get("time"))
    if isinstance(seconds, int | float) and 0 <= seconds < 2**33:
        moment = datetime.fromtimestamp(seconds, UTC)
    return Place(
        time=moment,
        latitude=float(latitude),
        longitude=float(longitude),
        locked=bool(fields.get("lck", 1)),
        properties={
            _OTHER_NAMES.get(name, name): value
            for name, value in fields.items()
            if name not in _NOT_PROPERTIES
        },
    )
