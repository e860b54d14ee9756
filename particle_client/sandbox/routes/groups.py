"""Device groups of a product, and what releasing to them would do."""

import re
from collections import Counter
from typing import Any

from starlette.responses import JSONResponse, Response

from ..devices import VirtualDevice
from ..errors import failure
from ..products import DeviceGroup, Product
from ..request import Call, as_bool, as_int, as_names
from ..routing import route

_GROUPS = "/v1/products/{product}/groups"
_GROUP = _GROUPS + "/{group}"
_NAME = re.compile(r"[a-z0-9_-]{1,64}\Z")
_COLOR = re.compile(r"#[0-9a-fA-F]{6}\Z")


@route("GET", _GROUPS, scope="groups:list")
def list_groups(call: Call) -> dict[str, Any]:
    product, wanted = _product(call), call.query.get("name", "")
    names = [name for name in product.groups if wanted in name]
    return {"groups": [_group_json(call, product, name) for name in names]}


@route("POST", _GROUPS, scope="groups:create")
def create_group(call: Call) -> Response:
    product, name = _product(call), _new_name(call, "name")
    product.group_details[name] = _details(call, DeviceGroup())
    product.add_groups([name])
    body = {"group": _group_json(call, product, name)}
    return JSONResponse(body, status_code=201)


@route("GET", _GROUP, scope="groups:get")
def get_group(call: Call) -> dict[str, Any]:
    product = _product(call)
    return {"group": _group_json(call, product, _group(call, product))}


@route("PUT", _GROUP, scope="groups:update")
def update_group(call: Call) -> dict[str, Any]:
    product = _product(call)
    old = name = _group(call, product)
    if not {"name", "color", "description"} & set(call.body.fields):
        raise failure(400, "Send what to change: name, color or description")
    if call.body.fields.get("name", old) != old:
        name = _new_name(call, "name")
    details = _details(call, product.group_details.get(old, DeviceGroup()))
    product.group_details[old] = details
    if name != old:
        _rename(call, product, old, name)
    return {"group": _group_json(call, product, name)}


@route("DELETE", _GROUP, scope="groups:remove")
def delete_group(call: Call) -> Response:
    product = _product(call)
    name = _group(call, product)
    product.groups.remove(name)
    product.group_details.pop(name, None)
    for device in call.cloud.devices_in(product):
        device.groups = [other for other in device.groups if other != name]
    for firmware in product.firmware.values():
        firmware.groups = [other for other in firmware.groups if other != name]
    return Response(status_code=204)


@route("GET", "/v1/products/{product}/impact", scope="groups.impact:get")
def get_impact(call: Call) -> dict[str, Any]:
    product, query = _product(call), call.query
    if query.get("action") != "edit_groups_for_firmware":
        raise failure(400, "action must be edit_groups_for_firmware")
    version = as_int(query.get("firmware_version"), "firmware_version")
    if version not in product.firmware:
        raise failure(404, f"The product has no firmware version {version}")
    groups = set(as_names(query.get("groups", ""), "groups"))
    default = next((v for v, f in product.firmware.items() if f.product_default), None)
    if "product_default" in query:
        if as_bool(query["product_default"], "product_default"):
            default = version
        elif default == version:
            default = None
    updates: Counter[int] = Counter()
    for device in call.cloud.devices_in(product):
        target = _planned_version(product, device, version, groups, default)
        if target not in (None, device.target_version, device.firmware_version):
            updates[target] += 1
    by_version = [{"version": v, "total": updates[v]} for v in sorted(updates)]
    impact = {"total": updates.total(), "by_version": by_version}
    return {"devices": {"firmware_update": impact}}


def _planned_version(
    product: Product, device: VirtualDevice, version: int, groups: set[str], default: int | None
) -> int | None:
    if device.development or device.quarantined or device.desired_firmware_version is not None:
        return device.target_version
    released = [
        firmware.version
        for firmware in product.firmware.values()
        if (groups if firmware.version == version else set(firmware.groups)) & set(device.groups)
    ]
    return max(released, default=default)


def _new_name(call: Call, field: str) -> str:
    name = call.required_text(field)
    if not _NAME.match(name):
        raise failure(400, f"{field} may have lower-case letters, digits, dashes and underscores")
    if name in _product(call).groups:
        raise failure(400, "Failed to create group: Name already in use")
    return name


def _details(call: Call, old: DeviceGroup) -> DeviceGroup:
    fields = call.body.fields
    color = fields.get("color", old.color)
    description = fields.get("description", old.description)
    if not isinstance(color, str) or not _COLOR.match(color):
        raise failure(400, "color must be like #34495e")
    if not isinstance(description, str):
        raise failure(400, "description must be text")
    return DeviceGroup(description=description, color=color)


def _rename(call: Call, product: Product, old: str, new: str) -> None:
    def renamed(groups: list[str]) -> list[str]:
        return [new if name == old else name for name in groups]

    product.group_details[new] = product.group_details.pop(old)
    product.groups = renamed(product.groups)
    for device in call.cloud.devices_in(product):
        device.groups = renamed(device.groups)
    for firmware in product.firmware.values():
        firmware.groups = renamed(firmware.groups)


def _product(call: Call) -> Product:
    return call.cloud.product(call.account, call.parameters["product"])


def _group(call: Call, product: Product) -> str:
    name = call.parameters["group"]
    if name not in product.groups:
        raise failure(404, f"The product has no group {name}")
    return name


def _group_json(call: Call, product: Product, name: str) -> dict[str, Any]:
    details = product.group_details.get(name, DeviceGroup())
    released = [v for v, firmware in product.firmware.items() if name in firmware.groups]
    return {
        "name": name,
        "description": details.description,
        "color": details.color,
        **({"fw_version": max(released)} if released else {}),
        "device_count": sum(name in d.groups for d in call.cloud.devices_in(product)),
    }
