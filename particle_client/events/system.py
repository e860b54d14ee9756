# Generated from openapi/ by `make generate`. Do not edit.
"""Typed system events: what the Device Cloud and Device OS publish by themselves."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import attrs

from . import json_values as values
from .content import EventContent
from .system_base import Kind, SystemEvent, Vitals, read_event, read_from

__all__ = [
    "AppHash",
    "DeviceStatus",
    "Diagnostics",
    "FirmwareChange",
    "FlashStatus",
    "HookError",
    "HookResponse",
    "HookSent",
    "LastReset",
    "Location",
    "SafeMode",
    "SafeModeUpdate",
    "SystemEvent",
    "UpdateSetting",
]


@attrs.frozen
class AppHash(SystemEvent):
    """`spark/device/app-hash`: another application runs than in the last session."""

    hash: str = read_from("hash", values.as_hex, required=True)
    """SHA-256 of the application binary: 64 hexadecimal digits of either case; read as lower
    case.
    """


@attrs.frozen
class DeviceStatus(SystemEvent):
    """`spark/status`: a device's session began or ended."""

    status: str = read_from("status", values.as_text, required=True)
    """`online`, `offline`, or `auto-update` before an automatic update."""

    @property
    def online(self) -> bool | None:
        """Whether the device is online; None when the status doesn't say."""
        return {"online": True, "offline": False}.get(self.status)


@attrs.frozen
class Diagnostics(Vitals, SystemEvent):
    """`spark/device/diagnostics/update`: the device vitals."""

    payload: dict[str, Any] = read_from("", values.as_object, required=True)
    """All of it. What there is differs from device to device."""


@attrs.frozen
class FirmwareChange(SystemEvent):
    """`particle/firmware/…`: a product's firmware was uploaded or released."""

    action: str = read_from("action", values.as_text, required=True)
    """`create` or `release`."""
    version: int | None = read_from("version", values.as_integer)
    """Version of the firmware."""
    immediate: bool | None = read_from("immediate", values.as_bool)
    """With a release: whether devices are updated at once."""


@attrs.frozen
class FlashStatus(SystemEvent):
    """`spark/flash/status`: a transfer of firmware over the air."""

    status: str = read_from("status", values.as_text, required=True)
    """`started`, `success` or `failed`, without the space that the cloud may append.

    `success` means that the device has taken the firmware, not yet that it runs it.
    """

    @property
    def finished(self) -> bool:
        """Whether the transfer is over, well or badly."""
        return {"success": True, "failed": True}.get(self.status, False)


@attrs.frozen
class HookError(SystemEvent):
    """`hook-error/<event>/<part>`: a webhook failed."""

    hook_event: str = read_from("hook_event", values.as_text, required=True)
    """The event that triggered the webhook."""
    part: int | None = read_from("part", values.as_integer)
    """0 for the first."""
    text: str = read_from("text", values.as_text, required=True)
    """What went wrong."""


@attrs.frozen
class HookResponse(SystemEvent):
    """`hook-response/<event>/<part>`: a part of what a webhook's server answered."""

    hook_event: str = read_from("hook_event", values.as_text, required=True)
    """The event that triggered the webhook."""
    part: int | None = read_from("part", values.as_integer)
    """0 for the first."""
    text: str = read_from("text", values.as_text, required=True)
    """The part."""


@attrs.frozen
class HookSent(SystemEvent):
    """`hook-sent/<event>`: a webhook was triggered."""

    hook_event: str = read_from("hook_event", values.as_text, required=True)
    """The event that triggered it."""


@attrs.frozen
class LastReset(SystemEvent):
    """`spark/device/last_reset`: why the device started anew."""

    reason: str = read_from("reason", values.as_text, required=True)
    """Such as `power_down`, `update`, `user`, `panic`; a number when it has no name."""
    panic_code: str | None = read_from("panic_code", values.as_text)
    """With `panic`: its name (`hard_fault`) or number."""


@attrs.frozen
class Location(SystemEvent):
    """`loc` from a device, or `loc-enhanced` with what the cloud made of it.

    What isn't known is left out. Lengths are in metres, percentages from 0 to 100.
    """

    enhanced: bool = read_from("enhanced", values.as_bool, required=True)
    """Whether the cloud has made something of it."""
    locked: bool | None = read_from("loc.lck", values.as_flag)
    """Whether there was a fix."""
    time: datetime | None = read_from("loc.time", values.as_time)
    """When the position was found."""
    latitude: float | None = read_from("loc.lat", values.as_number)
    """Degrees."""
    longitude: float | None = read_from("loc.lon", values.as_number)
    """Degrees."""
    altitude: float | None = read_from("loc.alt", values.as_number)
    """Metres."""
    heading: float | None = read_from("loc.hd", values.as_number)
    """Degrees."""
    speed: float | None = read_from("loc.spd", values.as_number)
    """Metres per second."""
    horizontal_accuracy: float | None = read_from("loc.h_acc", values.as_number)
    """Metres."""
    vertical_accuracy: float | None = read_from("loc.v_acc", values.as_number)
    """Metres."""
    battery: float | None = read_from("loc.batt", values.as_number)
    """Percent."""
    cellular_strength: float | None = read_from("loc.cell", values.as_number)
    """Percent."""
    temperature: float | None = read_from("loc.temp", values.as_number)
    """Degrees Celsius."""
    sources: tuple[str, ...] = read_from("loc.src", values.as_texts)
    """With `enhanced`: what it was found by, `cell` and `wifi`."""
    device_time: datetime | None = read_from("time", values.as_time)
    """The device's clock when it published."""
    triggers: tuple[str, ...] = read_from("trig", values.as_texts)
    """Why it was published, such as `time`, `radius`, `imu_m`."""
    request_id: int | None = read_from("req_id", values.as_integer)
    """Number of the request that the cloud's answer goes by."""
    towers: tuple[dict[str, Any], ...] = read_from("towers", values.as_objects)
    """The cell towers in sight."""
    access_points: tuple[dict[str, Any], ...] = read_from("wps", values.as_objects)
    """The Wi-Fi access points in sight."""


@attrs.frozen
class SafeMode(SystemEvent):
    """`spark/status/safe-mode`: a device came online in safe mode."""

    platform_id: int | None = read_from("p", values.as_integer)
    """Platform ID of the device."""
    imei: str | None = read_from("imei", values.as_text)
    """IMEI of a cellular device's modem."""
    iccid: str | None = read_from("iccid", values.as_text)
    """ICCID of a cellular device's SIM card."""
    cellular_firmware: str | None = read_from("cellfw", values.as_text)
    """Version of the modem's firmware."""
    modules: tuple[dict[str, Any], ...] = read_from("m", values.as_objects)
    """The firmware modules with their dependencies, as the device describes them."""


@attrs.frozen
class SafeModeUpdate(SystemEvent):
    """`spark/safe-mode-updater/updating`: the cloud updates a device that is in safe mode."""

    value: str = read_from("value", values.as_text, required=True)
    """A number, whose meaning isn't published."""


@attrs.frozen
class UpdateSetting(SystemEvent):
    """`particle/device/updates/…`: a setting of the device about updates changed."""

    setting: str = read_from("setting", values.as_text, required=True)
    """`enabled`, `forced` or `pending`."""
    value: bool = read_from("value", values.as_bool, required=True)
    """Whether it is on."""


_KINDS = {
    "spark/device/app-hash": Kind(AppHash, texts=("hash",)),
    "spark/status": Kind(DeviceStatus, texts=("status",)),
    "spark/device/diagnostics/update": Kind(Diagnostics),
    "particle/firmware/create": Kind(FirmwareChange, said={"action": "create"}),
    "particle/firmware/release": Kind(FirmwareChange, said={"action": "release"}),
    "spark/flash/status": Kind(FlashStatus, texts=("status",)),
    "spark/device/last_reset": Kind(LastReset, texts=("reason", "panic_code")),
    "loc": Kind(Location, needs="loc", said={"enhanced": False}),
    "loc-enhanced": Kind(Location, needs="loc", said={"enhanced": True}),
    "spark/status/safe-mode": Kind(SafeMode),
    "spark/safe-mode-updater/updating": Kind(SafeModeUpdate, texts=("value",)),
    "particle/device/updates/enabled": Kind(
        UpdateSetting, texts=("value",), said={"setting": "enabled"}
    ),
    "particle/device/updates/forced": Kind(
        UpdateSetting, texts=("value",), said={"setting": "forced"}
    ),
    "particle/device/updates/pending": Kind(
        UpdateSetting, texts=("value",), said={"setting": "pending"}
    ),
}
_HOOKS = {
    "hook-error": Kind(HookError, texts=("hook_event", "part", "text")),
    "hook-response": Kind(HookResponse, texts=("hook_event", "part", "text")),
    "hook-sent": Kind(HookSent, texts=("hook_event",)),
}


def system_event(event: EventContent) -> SystemEvent | None:
    """Return the typed object of a system event, None for any other event."""
    return read_event(_KINDS, _HOOKS, event)
