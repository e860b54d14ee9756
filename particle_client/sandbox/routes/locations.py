"""Locations of a product's devices."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from ..devices import VirtualDevice
from ..errors import failure
from ..locations import Box, Place
from ..paging import page_of
from ..request import Call, as_names
from ..routing import route

_LOCATIONS = "/v1/products/{product}/locations"
_PAGE_SIZE, _MAX_PAGE_SIZE = 20, 100


@route("GET", _LOCATIONS, scope="locations:get")
def list_locations(call: Call) -> dict[str, Any]:
    page = page_of(call, size=_PAGE_SIZE, maximum=_MAX_PAGE_SIZE)
    found = _found(call)
    locations = [_location_json(call, device, places) for device, places in page.of(found)]
    return {"locations": locations, "meta": page.meta(len(found), total_key="devices_found")}


@route("GET", "/v1/products/{product}/fleet_locations", scope="locations:get")
def list_fleet_locations(call: Call) -> dict[str, Any]:
    found = _found(call)
    return {"locations": [_location_json(call, device, places) for device, places in found]}


@route("GET", _LOCATIONS + "/{device_id}", scope="locations:get")
def get_location(call: Call) -> dict[str, Any]:
    device = call.cloud.product_device(
        call.account, call.parameters["product"], call.parameters["device_id"]
    )
    places = _places(call, device)
    if not places:
        raise failure(404, f"The location of {device.id} is not known")
    location = _location_json(call, device, places)
    return {
        "location": {**location, "properties": [place.properties for place in places]},
        "meta": {},
    }


def _found(call: Call) -> list[tuple[VirtualDevice, list[Place]]]:
    product, query = call.cloud.product(call.account, call.parameters["product"]), call.query
    # The JavaScript SDK sends groups[0]=…, the reference has a comma-separated list.
    groups = {
        group
        for name, value in query.multi_items()
        if name == "groups" or name.startswith("groups[")
        for group in as_names(value, "groups")
    }
    pairs = [
        (device, _places(call, device))
        for device in call.cloud.devices_in(product)
        if device.id.startswith(query.get("device_id", "").lower())
        and (device.name or "").startswith(query.get("device_name", ""))
        and (not groups or groups & set(device.groups))
    ]
    return [(device, places) for device, places in pairs if places]


def _places(call: Call, device: VirtualDevice) -> list[Place]:
    places, box = call.cloud.locations.of(device.id), _box(call)
    span = _span(call)
    if span:
        places = [place for place in places if span[0] <= place.time <= span[1]]
    else:
        places = places[-1:]
    return [place for place in places if box is None or box.holds(place)]


def _span(call: Call) -> tuple[datetime, datetime] | None:
    text = call.query.get("date_range")
    if not text:
        return None
    parts = text.split(",")
    try:
        start, end = (datetime.fromisoformat(part) for part in parts)
    except ValueError:
        raise failure(400, "date_range must be two ISO 8601 dates, with a comma between") from None
    return (
        start if start.tzinfo else start.replace(tzinfo=UTC),
        end if end.tzinfo else end.replace(tzinfo=UTC),
    )


def _box(call: Call) -> Box | None:
    corners = [call.query.get(name) for name in ("rect_bl", "rect_tr")]
    if corners == [None, None]:
        return None
    try:
        (south, west), (north, east) = (map(float, str(corner).split(",")) for corner in corners)
    except ValueError:
        raise failure(400, "rect_bl and rect_tr must each be a latitude,longitude") from None
    return Box(south=south, west=west, north=north, east=east)


def _location_json(call: Call, device: VirtualDevice, places: Sequence[Place]) -> dict[str, Any]:
    times = [_time(place.time) for place in places]
    if len(places) == 1:
        geometry: dict[str, Any] = {"type": "Point", "coordinates": places[0].coordinates}
    else:
        coordinates = [place.coordinates for place in places]
        geometry = {"type": "LineString", "coordinates": coordinates}
    return {
        "device_id": device.id,
        "product_id": device.product_id,
        "device_name": device.name or "",
        "groups": list(device.groups),
        "gps_lock": places[-1].locked,
        "last_heard": times[-1],
        "timestamps": times,
        "online": device.online,
        "geometry": geometry,
    }


def _time(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
