"""Typed system events: what the Device Cloud and Device OS publish by themselves.

`event.system` is of one of these classes, or None for any other event and for one whose data isn't
what this kind of event carries. A value that is new to this package stays as it came.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, cast

import attrs

from . import json_values as values
from .json_values import value_at

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from .content import EventContent


def _from_json(path: str, read: Callable[[object], Any]) -> Any:
    # The event, which is hashed, says the same as a field whose value may hold a dict.
    return attrs.field(metadata={"path": path, "read": read}, hash=False)


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

    platform_id: int | None = _from_json("p", values.as_integer)
    imei: str | None = _from_json("imei", values.as_text)
    iccid: str | None = _from_json("iccid", values.as_text)
    cellular_firmware: str | None = _from_json("cellfw", values.as_text)
    """Version of the modem's firmware."""
    modules: tuple[dict[str, Any], ...] = _from_json("m", values.as_objects)
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
        return values.as_object(self.payload.get("device"))

    @property
    def service(self) -> dict[str, Any]:
        """What the cloud measured: `device`, `cloud`, `coap`."""
        return values.as_object(self.payload.get("service"))

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
    version: int | None = _from_json("version", values.as_integer)
    immediate: bool | None = _from_json("immediate", values.as_bool)
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
    locked: bool | None = _from_json("loc.lck", values.as_flag)
    """Whether there was a fix."""
    time: datetime | None = _from_json("loc.time", values.as_time)
    """When the position was found."""
    device_time: datetime | None = _from_json("time", values.as_time)
    """The device's clock when it published."""
    latitude: float | None = _from_json("loc.lat", values.as_number)
    longitude: float | None = _from_json("loc.lon", values.as_number)
    altitude: float | None = _from_json("loc.alt", values.as_number)
    heading: float | None = _from_json("loc.hd", values.as_number)
    """Degrees."""
    speed: float | None = _from_json("loc.spd", values.as_number)
    """Metres per second."""
    horizontal_accuracy: float | None = _from_json("loc.h_acc", values.as_number)
    vertical_accuracy: float | None = _from_json("loc.v_acc", values.as_number)
    battery: float | None = _from_json("loc.batt", values.as_number)
    """Percent."""
    cellular_strength: float | None = _from_json("loc.cell", values.as_number)
    """Percent."""
    temperature: float | None = _from_json("loc.temp", values.as_number)
    """Degrees Celsius."""
    triggers: tuple[str, ...] = _from_json("trig", values.as_texts)
    """Why it was published, such as `time`, `radius`, `imu_m`."""
    sources: tuple[str, ...] = _from_json("loc.src", values.as_texts)
    """With `enhanced`: what it was found by, `cell` and `wifi`."""
    request_id: int | None = _from_json("req_id", values.as_integer)
    towers: tuple[dict[str, Any], ...] = _from_json("towers", values.as_objects)
    access_points: tuple[dict[str, Any], ...] = _from_json("wps", values.as_objects)


def system_event(event: EventContent) -> SystemEvent | None:
    """Return the typed object of a system event, None for any other event."""
    last = event.name.rpartition("/")[2]
    match event.name:
        case "spark/status":
            return DeviceStatus(event, _text(event))
        case "spark/flash/status":
            return FlashStatus(event, _text(event))
        case "spark/status/safe-mode":
            return _read(SafeMode, event)
        case "spark/safe-mode-updater/updating":
            return SafeModeUpdate(event, _text(event))
        case "spark/device/app-hash":
            return AppHash(event, _text(event).lower())
        case "spark/device/last_reset":
            reason, comma, code = _text(event).partition(",")
            return LastReset(event, reason.strip(), code.strip() if comma else None)
        case "spark/device/diagnostics/update":
            payload = _payload(event)
            return None if payload is None else Diagnostics(event, payload)
        case (
            "particle/device/updates/enabled"
            | "particle/device/updates/forced"
            | "particle/device/updates/pending"
        ):
            value = {"true": True, "false": False}.get(_text(event).lower())
            return None if value is None else UpdateSetting(event, last, value)
        case "particle/firmware/create" | "particle/firmware/release":
            return _read(FirmwareChange, event, action=last)
        case "loc" | "loc-enhanced":
            if not isinstance(value_at(_payload(event), "loc"), dict):
                return None  # an event of the user's own that happens to have this name
            return _read(Location, event, enhanced=last == "loc-enhanced")
        case _:
            return _hook(event)


def _hook(event: EventContent) -> SystemEvent | None:
    kind, _, rest = event.name.partition("/")
    if kind == "hook-sent" and rest:
        return HookSent(event, rest)
    cls = {"hook-response": HookResponse, "hook-error": HookError}.get(kind)
    if cls is None or not rest:
        return None
    hook_event, _, number = rest.rpartition("/")
    part = values.as_integer(number) if hook_event else None
    return cls(event, rest if part is None else hook_event, part, event.data or "")


S = TypeVar("S", bound=SystemEvent)


def _read(cls: type[S], event: EventContent, **more: Any) -> S | None:
    """Return an event of a class whose fields say where they are in the JSON."""
    payload = _payload(event)
    if payload is None:
        return None
    for field in attrs.fields(cls):
        if "read" in field.metadata:
            more[field.name] = field.metadata["read"](value_at(payload, field.metadata["path"]))
    return cls(event, **more)


def _text(event: EventContent) -> str:
    return (event.data or "").strip()


def _payload(event: EventContent) -> dict[str, Any] | None:
    try:
        value: object = event.json()
    except ValueError:
        return None
    return cast("dict[str, Any]", value) if isinstance(value, dict) else None
