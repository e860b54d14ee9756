# Generated from openapi/ by `make generate`. Do not edit.
"""Models of locations."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from ..base.unset import UNSET
from ..schema.fields import content_of, json_field, model
from ..schema.model import Model

__all__ = [
    "DeviceLocation",
    "FleetLocationList",
    "LocationGeometry",
    "LocationGeometryType",
    "LocationList",
    "LocationPageMeta",
    "LocationProperties",
    "LocationResponse",
]


class LocationGeometryType(StrEnum):
    """Form of a geometry, `Point` for one place, `LineString` for several."""

    POINT = "Point"
    LINE_STRING = "LineString"


@model
class LocationGeometry(Model):
    """One or several places, in the form of GeoJSON."""

    type_: LocationGeometryType | str = json_field(name="type")
    """Whether there is one place or several."""
    coordinates: list[float] | list[list[float]]
    """Of a `Point`, its longitude and latitude; of a `LineString`, a list of such pairs."""


@model
class LocationProperties(Model):
    """What a device reported at one location. Devices may add data of their own."""

    __open__ = True

    hd: float | None = UNSET
    """Heading in degrees."""
    acc_h: float | None = UNSET
    """Horizontal accuracy in metres."""
    speed: float | None = UNSET
    """Speed in metres per second."""
    temp: float | None = UNSET
    """Temperature in degrees Celsius."""


@model
class DeviceLocation(Model):
    """A device with one location (the last known one) or several (those of a span of time). Where
    there are several, they are in `geometry.coordinates`, `timestamps` and `properties`, in the
    same order.
    """

    device_id: str
    """ID of the device."""
    product_id: int
    """ID of the device's product."""
    device_name: str | None = UNSET
    """Name of the device."""
    groups: list[str] | None = UNSET
    """Names of the device groups that the device belongs to."""
    gps_lock: bool
    """Whether the device knows its place by satellite."""
    online: bool | None = UNSET
    """Whether the device is connected to the cloud."""
    last_heard: datetime
    """When the cloud last heard from the device."""
    timestamps: list[datetime] | None = UNSET
    """When the device was at each location."""
    timestamp: datetime | None = UNSET
    """When the device was at its location, where it isn't in `timestamps`."""
    geometry: LocationGeometry
    """Where the device is or was."""
    properties: list[LocationProperties] | None = UNSET
    """What the device reported at each location. Only when a single device is asked for."""


@model
class FleetLocationList(Model):
    """The last known locations of a product's devices."""

    locations: list[DeviceLocation]
    """The devices, each with its location."""


@model
class LocationPageMeta(Model):
    """Where a page stands in a list of locations."""

    page: int | None = UNSET
    """Number of this page, counted from 1."""
    per_page: int | None = UNSET
    """Number of devices on a full page."""
    total_pages: int | None = UNSET
    """Number of pages that the whole list has."""
    devices_found: int | None = UNSET
    """Number of devices that the whole list has."""
    total: int | None = UNSET
    """Number of records that the whole list has."""


@model
class LocationList(Model):
    """One page of locations."""

    locations: list[DeviceLocation]
    """The devices on this page, each with its locations."""
    meta: LocationPageMeta | None = UNSET
    """Where this page stands in the list."""


@model
class LocationResponse(Model):
    """Location of a single device."""

    location: DeviceLocation = json_field(envelope=True)
    """The device with its locations."""
    meta: dict[str, Any] | None = UNSET
    """Further information about the response; empty so far."""

    @property
    def device_id(self) -> str:
        """ID of the device."""
        return content_of(self.location, "device_id")

    @property
    def product_id(self) -> int:
        """ID of the device's product."""
        return content_of(self.location, "product_id")

    @property
    def device_name(self) -> str | None:
        """Name of the device."""
        return content_of(self.location, "device_name")

    @property
    def groups(self) -> list[str] | None:
        """Names of the device groups that the device belongs to."""
        return content_of(self.location, "groups")

    @property
    def gps_lock(self) -> bool:
        """Whether the device knows its place by satellite."""
        return content_of(self.location, "gps_lock")

    @property
    def online(self) -> bool | None:
        """Whether the device is connected to the cloud."""
        return content_of(self.location, "online")

    @property
    def last_heard(self) -> datetime:
        """When the cloud last heard from the device."""
        return content_of(self.location, "last_heard")

    @property
    def timestamps(self) -> list[datetime] | None:
        """When the device was at each location."""
        return content_of(self.location, "timestamps")

    @property
    def timestamp(self) -> datetime | None:
        """When the device was at its location, where it isn't in `timestamps`."""
        return content_of(self.location, "timestamp")

    @property
    def geometry(self) -> LocationGeometry:
        """Where the device is or was."""
        return content_of(self.location, "geometry")

    @property
    def properties(self) -> list[LocationProperties] | None:
        """What the device reported at each location. Only when a single device is asked for."""
        return content_of(self.location, "properties")
