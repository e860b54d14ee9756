"""What the admin interface shows of a sandbox, as JSON."""

import dataclasses
from datetime import datetime
from typing import Any, TypeAlias

from .. import scripts
from ..accounts import Account, OAuthClient
from ..clock import isoformat
from ..devices import VirtualDevice, current_value, variable_types
from ..events import Event
from ..faults import Fault
from ..platforms import PLATFORMS
from ..products import Organization, Product, ProductFirmware
from ..state import CloudState

Json: TypeAlias = dict[str, Any]

_SHOWN_OTHERWISE = {"owner", "product", "variables", "functions", "scripts", "calls", "flashed"}
_NOT_PLAIN = _SHOWN_OTHERWISE | {"runtime", "event_bus", "directory", "last_values", "documents"}
_PLATFORM_NAMES = {number: name for name, number in PLATFORMS.items()}


def brief_device(device: VirtualDevice) -> Json:
    """A device in a list."""
    return {
        "id": device.id,
        "name": device.name,
        "online": device.online,
        "updating": device.updating,
        "platform": _PLATFORM_NAMES.get(device.platform_id, str(device.platform_id)),
        "product": device.product.slug if device.product else None,
        "owner": device.owner.username if device.owner else None,
        "groups": list(device.groups),
        "firmware_version": device.firmware_version,
        "target_version": device.target_version,
        "flash_outcome": device.flash_outcome,
        "last_heard": isoformat(device.last_heard),
    }


def whole_device(device: VirtualDevice) -> Json:
    """Everything about a device that JSON can express, by the names of its attributes."""
    plain = {
        each.name: _plain(getattr(device, each.name))
        for each in dataclasses.fields(device)
        if each.name not in _NOT_PLAIN and each.name != "public_key"
    }
    types = variable_types(device)
    return {
        **brief_device(device),
        **plain,
        "variables": {name: _variable(device, name, types[name]) for name in device.variables},
        "functions": {name: _spec(function) for name, function in device.functions.items()},
        "scripts": [_spec(script) for script in device.scripts],
        "calls": [list(call) for call in device.calls[-1_000:]],
        "flashed": len(device.flashed),
    }


def _variable(device: VirtualDevice, name: str, kind: str) -> Json:
    value = device.variables[name]
    if not callable(value):
        return {"value": value, "type": kind}
    if not scripts.is_script(value):  # it isn't called for looking at it: it may take its time
        return {"value": _plain(device.last_values.get(name)), "type": kind, "script": "python"}
    return {"value": current_value(device, name), "type": kind, "script": scripts.to_json(value)}


def _spec(value: object) -> Any:
    return scripts.to_json(value) if scripts.is_script(value) else "python"


def _plain(value: object) -> Any:
    if isinstance(value, datetime):
        return isoformat(value)
    if value is None or isinstance(value, str | int | float | list | dict):
        return value  # pyright: ignore[reportUnknownVariableType]
    return str(value)


def account(found: Account) -> Json:
    """An account, with its password: whoever has the admin token makes accounts, too."""
    return {
        name: getattr(found, name)
        for name in ("id", "username", "password", "otp", "account_info", "verified")
    }


def oauth_client(client: OAuthClient) -> Json:
    """An OAuth client."""
    owner = client.owner.username if client.owner else None
    return {"id": client.id, "secret": client.secret, "name": client.name, "owner": owner}


def organization(found: Organization) -> Json:
    """An organization."""
    return {
        "id": found.id,
        "slug": found.slug,
        "name": found.name,
        "members": sorted(found.members),
    }


def firmware(found: ProductFirmware) -> Json:
    """A firmware version of a product."""
    names = ("version", "title", "filename", "uploaded_by", "uploaded_on", "product_default")
    return {name: getattr(found, name) for name in names} | {
        "groups": list(found.groups),
        "size": len(found.content),
    }


def product(found: Product, state: CloudState) -> Json:
    """A product, with how many of its devices run which firmware version."""
    devices = [device for device in state.devices.values() if device.product is found]
    running: dict[int, int] = {}
    for device in devices:
        running[device.firmware_version] = running.get(device.firmware_version, 0) + 1
    return {
        **{name: getattr(found, name) for name in ("id", "slug", "name", "description")},
        "platform_id": found.platform_id,
        "platform": _PLATFORM_NAMES.get(found.platform_id, ""),
        "owner": found.owner.username,
        "organization": found.organization.slug if found.organization else None,
        "groups": list(found.groups),
        "firmware": [firmware(each) for each in found.firmware.values()],
        "devices": len(devices),
        "online": sum(device.online for device in devices),
        "running": [{"version": v, "devices": n} for v, n in sorted(running.items())],
    }


def event(published: Event, number: int) -> Json:
    """An event; ``number`` counts all that were published."""
    return {
        "number": number,
        **{each.name: getattr(published, each.name) for each in dataclasses.fields(published)},
    }


def events(state: CloudState, after: int, limit: int) -> list[Json]:
    """The last events after the one with that number, oldest first."""
    with state.lock:
        published, history = state.events.published, state.events.history
        count = min(published - after, len(history), limit)
        found = [history[position] for position in range(-count, 0)]
    return [event(each, published - count + 1 + at) for at, each in enumerate(found)]


def fault(found: Fault) -> Json:
    """A fault."""
    target = found.to_save()["target"]
    return {
        "id": found.id,
        "target": target if found.can_be_saved else "a function of Python",
        "effect": found.effect,
        "hits": found.hits,
        "times": found.to_save()["times"],
        "probability": found.to_save()["probability"],
    }
