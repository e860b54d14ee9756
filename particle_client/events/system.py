"""Typed system events: what the Device Cloud and Device OS publish by themselves.

`event.system` is of one of these classes, or None for any other event and for one whose data isn't
what this kind of event carries. A value that is new to this package stays as it came.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, cast

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable

    from .content import EventContent

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
    "system_event",
]


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

    platform_id: int | None
    imei: str | None
    iccid: str | None
    cellular_firmware: str | None
    """Version of the modem's firmware."""
    modules: tuple[dict[str, Any], ...]
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

    payload: dict[str, Any]
    """All of it. What there is differs from device to device."""

    @property
    def device(self) -> dict[str, Any]:
        """What the device reported: `network`, `cloud`, `power`, `system`."""
        return _object(self.payload.get("device"))

    @property
    def service(self) -> dict[str, Any]:
        """What the cloud measured: `device`, `cloud`, `coap`."""
        return _object(self.payload.get("service"))

    def find(self, path: str) -> Any:
        """Return the value at a path such as `device.network.signal.strength`, None if missing."""
        value: Any = self.payload
        for key in path.split("."):
            value = _object(value).get(key)
        return value


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
    version: int | None
    immediate: bool | None
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
    locked: bool | None
    """Whether there was a fix."""
    time: datetime | None
    """When the position was found."""
    device_time: datetime | None
    """The device's clock when it published."""
    latitude: float | None
    longitude: float | None
    altitude: float | None
    heading: float | None
    """Degrees."""
    speed: float | None
    """Metres per second."""
    horizontal_accuracy: float | None
    vertical_accuracy: float | None
    battery: float | None
    """Percent."""
    cellular_strength: float | None
    """Percent."""
    temperature: float | None
    """Degrees Celsius."""
    triggers: tuple[str, ...]
    """Why it was published, such as `time`, `radius`, `imu_m`."""
    sources: tuple[str, ...]
    """With `enhanced`: what it was found by, `cell` and `wifi`."""
    request_id: int | None
    towers: tuple[dict[str, Any], ...]
    access_points: tuple[dict[str, Any], ...]


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


def _safe_mode(event: EventContent, payload: dict[str, Any]) -> SystemEvent:
    return SafeMode(
        event,
        platform_id=_integer(payload.get("p")),
        imei=_string(payload.get("imei")),
        iccid=_string(payload.get("iccid")),
        cellular_firmware=_string(payload.get("cellfw")),
        modules=_objects(payload.get("m")),
    )


def _firmware_change(event: EventContent, payload: dict[str, Any]) -> SystemEvent:
    immediate = payload.get("immediate")
    return FirmwareChange(
        event,
        action=event.name.rpartition("/")[2],
        version=_integer(payload.get("version")),
        immediate=immediate if isinstance(immediate, bool) else None,
    )


def _location(event: EventContent, payload: dict[str, Any]) -> SystemEvent | None:
    if not isinstance(payload.get("loc"), dict):
        return None  # an event of the user's own that happens to have this name
    loc = _object(payload["loc"])
    locked = _integer(loc.get("lck"))
    return Location(
        event,
        enhanced=event.name == "loc-enhanced",
        locked=None if locked is None else locked != 0,
        time=_posix_time(loc.get("time")),
        device_time=_posix_time(payload.get("time")),
        latitude=_number(loc.get("lat")),
        longitude=_number(loc.get("lon")),
        altitude=_number(loc.get("alt")),
        heading=_number(loc.get("hd")),
        speed=_number(loc.get("spd")),
        horizontal_accuracy=_number(loc.get("h_acc")),
        vertical_accuracy=_number(loc.get("v_acc")),
        battery=_number(loc.get("batt")),
        cellular_strength=_number(loc.get("cell")),
        temperature=_number(loc.get("temp")),
        triggers=_strings(payload.get("trig")),
        sources=_strings(loc.get("src")),
        request_id=_integer(payload.get("req_id")),
        towers=_objects(payload.get("towers")),
        access_points=_objects(payload.get("wps")),
    )


def _hook(event: EventContent, kind: str, rest: str) -> SystemEvent:
    if kind == "hook-sent":
        return HookSent(event, rest)
    hook_event, _, number = rest.rpartition("/")
    part = _integer(number)
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
    "spark/status/safe-mode": _safe_mode,
}


# --- reading JSON, whatever it holds ------------------------------------------------------------


def _json_object(event: EventContent) -> dict[str, Any] | None:
    try:
        value = event.json()
    except ValueError:
        return None
    return cast("dict[str, Any]", value) if isinstance(value, dict) else None


def _object(value: object) -> dict[str, Any]:
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


def _objects(value: object) -> tuple[dict[str, Any], ...]:
    items = cast("list[object]", value) if isinstance(value, list) else []
    return tuple(cast("dict[str, Any]", item) for item in items if isinstance(item, dict))


def _string(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _strings(value: object) -> tuple[str, ...]:
    items = cast("list[object]", value) if isinstance(value, list) else [value]
    return tuple(item for item in items if isinstance(item, str))


def _number(value: object) -> float | None:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return None
    try:
        return float(value)
    except OverflowError:
        return None


def _integer(value: object) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 20:
        return int(value)
    return None


def _posix_time(value: object) -> datetime | None:
    seconds = _number(value)
    if seconds is None:
        return None
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None
