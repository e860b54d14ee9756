"""The devices of a product: the list, import and removal, groups."""

from collections.abc import Callable
from typing import Any, cast

from starlette.responses import Response

from ..accounts import Account
from ..devices import VirtualDevice, device_json
from ..errors import failure
from ..paging import page_of
from ..products import Product
from ..request import Call, as_bool, as_names
from ..routing import route

_SORT_KEYS: dict[str, Callable[[VirtualDevice], Any]] = {
    "deviceName": lambda device: (device.name or "").lower(),
    "deviceId": lambda device: device.id,
    "firmwareVersion": lambda device: device.firmware_version,
    "lastConnection": lambda device: device.last_handshake_at,
    "lastHeard": lambda device: device.last_heard,
}


@route("GET", "/v1/products/{product}/devices", scope="devices:list")
def list_product_devices(call: Call) -> dict[str, Any]:
    product = _product(call)
    devices = _sorted(call, [d for d in call.cloud.devices_in(product) if _is_wanted(call, d)])
    page = page_of(call)
    owners = {d.owner.id: d.owner for d in devices if d.owner and not product.is_open_to(d.owner)}
    return {
        "devices": [device_json(device, in_product=True) for device in page.of(devices)],
        "customers": [{"id": o.id, "username": o.username} for o in owners.values()],
        "meta": page.meta(len(devices)),
    }


def _is_wanted(call: Call, device: VirtualDevice) -> bool:
    query = call.query
    if device.quarantined and not as_bool(query.get("quarantined", False), "quarantined"):
        return False
    texts = {
        "deviceId": device.id,
        "deviceName": device.name or "",
        "serialNumber": device.serial_number,
    }
    if any(query.get(name, "").lower() not in value.lower() for name, value in texts.items()):
        return False
    groups = as_names(query.get("groups", ""), "groups")
    return not groups or bool(set(groups) & set(device.groups))


def _sorted(call: Call, devices: list[VirtualDevice]) -> list[VirtualDevice]:
    """The devices, which come last connection first, in the order that the query asks for."""
    attribute = call.query.get("sortAttr")
    direction = call.query.get("sortDir", "asc" if attribute else "desc")
    if attribute not in (None, *_SORT_KEYS):
        raise failure(400, f"sortAttr must be one of {', '.join(_SORT_KEYS)}")
    if direction not in ("asc", "desc"):
        raise failure(400, "sortDir must be asc or desc")
    key = _SORT_KEYS[attribute or "lastConnection"]
    return sorted(devices, key=key, reverse=direction == "desc")


@route("POST", "/v1/products/{product}/devices", scope="devices:import")
def add_product_devices(call: Call) -> dict[str, Any]:
    product = _product(call)
    claim_user = _claim_user(call, product)
    results: dict[str, list[str]] = {
        "updatedDeviceIds": [],
        "existingDeviceIds": [],
        "nonmemberDeviceIds": [],
        "invalidDeviceIds": [],
        "protectedDeviceIds": [],
    }
    for identifier in dict.fromkeys(_identifiers(call)):
        device = _identify(call, identifier)
        result = _add(call, product, device) if device else "invalidDeviceIds"
        results[result].append(identifier)
        if device and claim_user and result == "updatedDeviceIds":
            device.owner = claim_user
    return {"updated": len(results["updatedDeviceIds"]), **results}


def _add(call: Call, product: Product, device: VirtualDevice) -> str:
    if device.product is product:
        was_quarantined = device.quarantined
        device.quarantined = device.denied = False
        return "updatedDeviceIds" if was_quarantined else "existingDeviceIds"
    if device.platform_id != product.platform_id:
        return "invalidDeviceIds"
    if device.owner and not product.is_open_to(device.owner):
        return "nonmemberDeviceIds"
    if device.protected:
        return "protectedDeviceIds"
    device.leave_product()
    device.product = product
    call.cloud.flasher.update_if_due(device)
    return "updatedDeviceIds"


def _identifiers(call: Call) -> list[str]:
    fields = call.body.fields
    found: list[str] = []
    for uploaded in call.body.files:
        lines = uploaded.content.decode("utf-8", "replace").splitlines()
        found.extend(line.strip() for line in lines if line.strip())
    if "id" in fields:
        found.append(call.required_text("id"))
    if "ids" in fields:
        found.extend(as_names(fields["ids"], "ids"))
    if not found:
        raise failure(400, "Send the devices to add: id, ids or a file")
    return found


def _identify(call: Call, identifier: str) -> VirtualDevice | None:
    direct = call.cloud.devices.get(identifier.lower())
    return direct or next(
        (
            device
            for device in call.cloud.devices.values()
            if identifier in (device.serial_number, device.imei, device.iccid)
        ),
        None,
    )


def _claim_user(call: Call, product: Product) -> Account | None:
    username = call.query.get("claim_user") or call.body.fields.get("claim_user")
    if not username:
        return None
    account = call.cloud.directory.account(str(username))
    if account is None or not product.is_open_to(account):
        raise failure(400, f"{username} is not in the team of the product")
    return account


@route("PUT", "/v1/products/{product}/devices", scope="devices:update")
def change_groups(call: Call) -> dict[str, Any]:
    product, fields = _product(call), call.body.fields
    if fields.get("action") != "groups" or not isinstance(fields.get("metadata"), dict):
        raise failure(400, 'Send action "groups" and metadata with add or remove')
    metadata = cast("dict[str, Any]", fields["metadata"])
    added = as_names(metadata.get("add", []), "metadata.add")
    removed = as_names(metadata.get("remove", []), "metadata.remove")
    names = as_names(fields.get("devices"), "devices")
    devices = [call.cloud.product_device(call.account, product.slug, name) for name in names]
    product.add_groups(added)
    for device in devices:
        groups = dict.fromkeys([*device.groups, *added])
        device.groups = [name for name in groups if name not in removed]
    return {"ok": True}


@route("GET", "/v1/products/{product}/devices/{device_id}", scope="devices:get")
def get_product_device(call: Call) -> dict[str, Any]:
    return device_json(_device(call), in_product=True)


@route("DELETE", "/v1/products/{product}/devices/{device_id}", scope="devices:remove")
def remove_product_device(call: Call) -> Response:
    product, device = _product(call), _device(call)
    if as_bool(call.body.fields.get("deny", False), "deny"):
        if not device.quarantined:
            raise failure(400, "Only a quarantined device can be denied")
        device.denied = True
        return Response(status_code=204)
    if device.owner and not product.is_open_to(device.owner):
        device.owner = None
    device.leave_product()
    return Response(status_code=204)


@route("DELETE", "/v1/products/{product}/devices/{device_id}/owner", scope="devices:release")
def remove_device_owner(call: Call) -> dict[str, Any]:
    _device(call).owner = None
    return {"ok": True}


def _product(call: Call) -> Product:
    return call.cloud.product(call.account, call.parameters["product"])


def _device(call: Call) -> VirtualDevice:
    return call.cloud.product_device(
        call.account, call.parameters["product"], call.parameters["device_id"]
    )
