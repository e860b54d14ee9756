"""Typed system events: what the Device Cloud and Device OS publish by themselves.

`event.system` is of one of these classes, or None for any other event and for one whose data isn't
what this kind of event carries. A value that is new to this package stays as it came.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

import attrs

from .json_values import (
    as_bool,
    as_integer,
    as_number,
    as_object,
    as_objects,
    as_text,
    as_texts,
    as_time,
    value_at,
)

if TYPE_CHECKING:
    from .content import EventContent


def _from_json(path: str, read: Callable[[object], Any]) -> Any:
    # The event, which is hashed, says the same as a field whose value may hold a dict.
    return attrs.field(metadata={"path": path, "read": read}, hash=False)


def _as_flag(value: object) -> bool | None:
    number = as_integer(value)
    return None if number is None else number != 0


@attrs.frozen
class SystemEvent:
    """Base of all system events."""

    event: EventContent = attrs.field(repr=False)
    """The event itself."""

    @property
    def device_id(self) -> str | None:
        """The device it is about; for `hook-*` and `particle/firmware/*` a name of the cloud's."""
        return self.event.device_id


@attrs.frozen
class DeviceStatus(SystemEvent):
    """`spark/status`: a device's session began or ended."""

    status: str
    """`online`, `offline`, or `auto-update` before an automatic update."""

    @property
    def online(self) -> bool | None:
        """Whether the device is online; None when the status doesn't say."""
        return {"online": True, "offline": False}.get(self.status)


@attrs.frozen
class FlashStatus(SystemEvent):
    """`spark/flash/status`: a transfer of firmware over the air."""

    status: str
    """`started`, `success` or `failed`, without the space that the cloud may append.

    `success` means that the device has taken the firmware, not yet that it runs it.
    """

    @property
    def finished(self) -> bool:
        """Whether the transfer is over, well or badly."""
        return self.status in ("success", "failed")


@attrs.frozen
class SafeMode(SystemEvent):
    """`spark/status/safe-mode`: a device came online in safe mode."""

    platform_id: int | None = _from_json("p", as_integer)
    imei: str | None = _from_json("imei", as_text)
    iccid: str | None = _from_json("iccid", as_text)
    cellular_firmware: str | None = _from_json("cellfw", as_text)
    """Version of the modem's firmware."""
    modules: tuple[dict[str, Any], ...] = _from_json("m", as_objects)
    """The firmware modules with their dependencies, as the device describes them."""


@attrs.frozen
class SafeModeUpdate(SystemEvent):
    """`spark/safe-mode-updater/updating`: the cloud updates a device that is in safe mode."""

    value: str


@attrs.frozen
class AppHash(SystemEvent):
    """`spark/device/app-hash`: another application runs than in the last session."""

    hash: str
    """SHA-256 of the application binary: 64 hexadecimal digits, lower case."""


@attrs.frozen
class LastReset(SystemEvent):
    """`spark/device/last_reset`: why the device started anew."""

    reason: str
    """Such as `power_down`, `update`, `user`, `panic`; a number when it has no name."""
    panic_code: str | None
    """With `panic`: its name (`hard_fault`) or number."""


@attrs.frozen
class Diagnostics(SystemEvent):
    """`spark/device/diagnostics/update`: the device vitals."""

    payload: dict[str, Any] = attrs.field(hash=False)
    """All of it. What there is differs from device to device."""

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


@attrs.frozen
class UpdateSetting(SystemEvent):
    """`particle/device/updates/…`: a setting of the device about updates changed."""

    setting: str
    """`enabled`, `forced` or `pending`."""
    value: bool


@attrs.frozen
class FirmwareChange(SystemEvent):
    """`particle/firmware/…`: a product's firmware was uploaded or released."""

    action: str
    """`create` or `release`."""
    version: int | None = _from_json("version", as_integer)
    immediate: bool | None = _from_json("immediate", as_bool)
    """With a release: whether devices are updated at once."""


@attrs.frozen
class HookSent(SystemEvent):
    """`hook-sent/<event>`: a webhook was triggered."""

    hook_event: str
    """The event that triggered it."""


@attrs.frozen
class HookResponse(SystemEvent):
    """`hook-response/<event>/<part>`: a part of what a webhook's server answered."""

    hook_event: str
    part: int | None
    """0 for the first."""
    text: str


@attrs.frozen
class HookError(SystemEvent):
    """`hook-error/<event>/<part>`: a webhook failed."""

    hook_event: str
    part: int | None
    text: str


@attrs.frozen
class Location(SystemEvent):
    """`loc` from a device, or `loc-enhanced` with what the cloud made of it.

    None stands for what wasn't sent. Lengths are in metres, percentages from 0 to 100.
    """

    enhanced: bool
    locked: bool | None = _from_json("loc.lck", _as_flag)
    """Whether there was a fix."""
    time: datetime | None = _from_json("loc.time", as_time)
    """When the position was found."""
    device_time: datetime | None = _from_json("time", as_time)
    """The device's clock when it published."""
    latitude: float | None = _from_json("loc.lat", as_number)
    longitude: float | None = _from_json("loc.lon", as_number)
    altitude: float | None = _from_json("loc.alt", as_number)
    heading: float | None = _from_json("loc.hd", as_number)
    """Degrees."""
    speed: float | None = _from_json("loc.spd", as_number)
    """Metres per second."""
    horizontal_accuracy: float | None = _from_json("loc.h_acc", as_number)
    vertical_accuracy: float | None = _from_json("loc.v_acc", as_number)
    battery: float | None = _from_json("loc.batt", as_number)
    """Percent."""
    cellular_strength: float | None = _from_json("loc.cell", as_number)
    """Percent."""
    temperature: float | None = _from_json("loc.temp", as_number)
    """Degrees Celsius."""
    triggers: tuple[str, ...] = _from_json("trig", as_texts)
    """Why it was published, such as `time`, `radius`, `imu_m`."""
    sources: tuple[str, ...] = _from_json("loc.src", as_texts)
    """With `enhanced`: what it was found by, `cell` and `wifi`."""
    request_id: int | None = _from_json("req_id", as_integer)
    towers: tuple[dict[str, Any], ...] = _from_json("towers", as_objects)
    access_points: tuple[dict[str, Any], ...] = _from_json("wps", as_objects)


S = TypeVar("S", bound=SystemEvent)


def system_event(event: EventContent) -> SystemEvent | None:
    """Return the typed object of a system event, None for any other event."""
    if read_text := _READ_TEXT.get(event.name):
        return read_text(event, (event.data or "").strip())
    if read_object := _READ_OBJECT.get(event.name):
        payload = _json_object(event)
        return None if payload is None else read_object(event, payload)
    kind, _, rest = event.name.partition("/")
    return _hook(event, kind, rest) if kind in _HOOKS and rest else None


def _last_reset(event: EventContent, text: str) -> SystemEvent:
    reason, comma, code = text.partition(",")
    return LastReset(event, reason.strip(), code.strip() if comma else None)


def _update_setting(event: EventContent, text: str) -> SystemEvent | None:
    value = {"true": True, "false": False}.get(text.lower())
    return None if value is None else UpdateSetting(event, event.name.rpartition("/")[2], value)


def _of_payload(cls: type[S], event: EventContent, payload: dict[str, Any], **more: Any) -> S:
    for field in attrs.fields(cls):
        if "read" in field.metadata:
            value = value_at(payload, field.metadata["path"])
            more[field.name] = field.metadata["read"](value)
    return cls(event, **more)


def _firmware_change(event: EventContent, payload: dict[str, Any]) -> SystemEvent:
    return _of_payload(FirmwareChange, event, payload, action=event.name.rpartition("/")[2])


def _location(event: EventContent, payload: dict[str, Any]) -> SystemEvent | None:
    if not isinstance(payload.get("loc"), dict):
        return None  # an event of the user's own that happens to have this name
    return _of_payload(Location, event, payload, enhanced=event.name == "loc-enhanced")


def _hook(event: EventContent, kind: str, rest: str) -> SystemEvent:
    if kind == "hook-sent":
        return HookSent(event, rest)
    hook_event, _, number = rest.rpartition("/")
    part = as_integer(number)
    if part is None or not hook_event:
        hook_event, part = rest, None
    cls = HookResponse if kind == "hook-response" else HookError
    return cls(event, hook_event, part, event.data or "")


_HOOKS = ("hook-sent", "hook-response", "hook-error")
_READ_TEXT: dict[str, Callable[[EventContent, str], SystemEvent | None]] = {
    "particle/device/updates/enabled": _update_setting,
    "particle/device/updates/forced": _update_setting,
    "particle/device/updates/pending": _update_setting,
    "spark/device/app-hash": lambda event, text: AppHash(event, text.lower()),
    "spark/device/last_reset": _last_reset,
    "spark/flash/status": FlashStatus,
    "spark/safe-mode-updater/updating": SafeModeUpdate,
    "spark/status": DeviceStatus,
}
_READ_OBJECT: dict[str, Callable[[EventContent, dict[str, Any]], SystemEvent | None]] = {
    "loc": _location,
    "loc-enhanced": _location,
    "particle/firmware/create": _firmware_change,
    "particle/firmware/release": _firmware_change,
    "spark/device/diagnostics/update": Diagnostics,
    "spark/status/safe-mode": partial(_of_payload, SafeMode),
}


def _json_object(event: EventContent) -> dict[str, Any] | None:
    try:
        value: object = event.json()
    except ValueError:
        return None
    return cast("dict[str, Any]", value) if isinstance(value, dict) else None
