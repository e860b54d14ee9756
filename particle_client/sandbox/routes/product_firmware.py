"""The firmware versions of a product."""

import json
from typing import Any

from starlette.responses import JSONResponse, Response

from .. import upload_limits
from ..body import UploadedFile
from ..errors import failure
from ..files import file_response
from ..products import Product, ProductFirmware
from ..request import Call, as_bool, as_int, as_names
from ..routing import route
from ..upload_limits import check_size
from .device_updates import check_bundle_type

_COLLECTION = "/v1/products/{product}/firmware"
_VERSION = "/v1/products/{product}/firmware/{version}"


@route("GET", _COLLECTION, scope="firmware:list")
def list_firmware(call: Call) -> list[dict[str, Any]]:
    product = _product(call)
    return [_firmware_json(call, product, firmware) for firmware in product.firmware.values()]


@route("POST", _COLLECTION, scope="firmware:create")
def upload_firmware(call: Call) -> Response:
    product, fields = _product(call), call.body.fields
    uploaded = _uploaded_file(call)
    version = as_int(fields.get("version"), "version")
    if not 0 <= version <= 65535:
        raise failure(400, "version must be from 0 to 65535")
    if version in product.firmware:
        raise failure(409, f"Firmware version {version} exists already")
    firmware = product.firmware[version] = ProductFirmware(
        version=version,
        title=call.required_text("title"),
        description=str(fields.get("description") or ""),
        filename=uploaded.filename,
        content=uploaded.content,
        mandatory=as_bool(fields.get("mandatory", False), "mandatory"),
        uploaded_by=call.account.username,
        uploaded_on=call.cloud.clock.timestamp(),
    )
    _announce(call, product, "particle/firmware/create", {"version": str(version)})
    return JSONResponse(_firmware_json(call, product, firmware), status_code=201)


def _uploaded_file(call: Call) -> UploadedFile:
    files = call.body.files
    if len(files) != 1 or files[0].part not in ("file", "binary"):
        raise failure(400, "Send one firmware binary, as the part named file")
    check_bundle_type(files[0])
    if not files[0].content:
        raise failure(400, f"{files[0].filename} is empty")
    check_size(files, upload_limits.BINARY)
    return files[0]


@route("PUT", _COLLECTION + "/release", scope="firmware:release")
def release_firmware(call: Call) -> dict[str, Any]:
    product, fields = _product(call), call.body.fields
    firmware = _find(product, as_int(fields.get("version"), "version"))
    if not firmware.ever_released and not _runs_somewhere(call, product, firmware):
        raise failure(
            400,
            f"Firmware version {firmware.version} must run on at least one device of the product "
            "before it can be released",
        )
    as_default = as_bool(fields.get("product_default", "groups" not in fields), "product_default")
    groups = as_names(fields.get("groups", []), "groups")
    intelligent = as_bool(fields.get("intelligent", False), "intelligent")
    product.release(firmware.version, product_default=as_default, groups=groups)
    firmware.updated_at = call.cloud.clock.timestamp()
    details = {"immediate": intelligent, "version": firmware.version}
    _announce(call, product, "particle/firmware/release", details)
    if intelligent:  # the others learn of it when they connect next
        for device in call.cloud.devices_in(product):
            call.cloud.flasher.update_if_due(device)
    shown = _firmware_json(call, product, firmware) | {"intelligent": intelligent}
    return {name: value for name, value in shown.items() if name not in _NOT_RELEASED}


_NOT_RELEASED = ("current", "device_count")
"""What the response to a release leaves out."""


def _runs_somewhere(call: Call, product: Product, firmware: ProductFirmware) -> bool:
    devices = call.cloud.devices_in(product)
    return any(device.firmware_version == firmware.version for device in devices)


@route("GET", _VERSION, scope="firmware:get")
def get_firmware(call: Call) -> dict[str, Any]:
    product = _product(call)
    return _firmware_json(call, product, _firmware(call, product))


@route("PUT", _VERSION, scope="firmware:update")
def update_firmware(call: Call) -> dict[str, Any]:
    product, fields = _product(call), call.body.fields
    firmware = _firmware(call, product)
    if not {"title", "description", "mandatory"} & set(fields):
        raise failure(400, "Send what to change: title, description or mandatory")
    if "title" in fields:
        firmware.title = call.required_text("title")
    if "description" in fields:
        firmware.description = str(fields["description"] or "")
    if "mandatory" in fields:
        firmware.mandatory = as_bool(fields["mandatory"], "mandatory")
    firmware.updated_at = call.cloud.clock.timestamp()
    return _firmware_json(call, product, firmware)


@route("DELETE", _VERSION, scope="firmware:remove")
def delete_firmware(call: Call) -> Response:
    product = _product(call)
    firmware = _firmware(call, product)
    if firmware.ever_released:
        raise failure(409, f"Firmware version {firmware.version} has been released")
    del product.firmware[firmware.version]
    return Response(status_code=204)


@route("GET", _VERSION + "/binary", scope="firmware.binary:get")
def download_firmware(call: Call) -> Response:
    firmware = _firmware(call, _product(call))
    return file_response(call, firmware.content, "application/octet-stream")


def _product(call: Call) -> Product:
    return call.cloud.product(call.account, call.parameters["product"])


def _firmware(call: Call, product: Product) -> ProductFirmware:
    version = call.parameters["version"]
    if not version.isdecimal() or len(version) > 5:
        raise failure(404, f"The product has no firmware version {version}")
    return _find(product, int(version))


def _find(product: Product, version: int) -> ProductFirmware:
    firmware = product.firmware.get(version)
    if firmware is None:
        raise failure(404, f"The product has no firmware version {version}")
    return firmware


def _announce(call: Call, product: Product, name: str, details: dict[str, Any]) -> None:
    call.cloud.events.publish(
        name,
        json.dumps(details, separators=(",", ":")),
        device_id="api",
        user_id=call.account.id,
        product_id=product.id,
    )


def _firmware_json(call: Call, product: Product, firmware: ProductFirmware) -> dict[str, Any]:
    devices = call.cloud.devices_in(product)
    shown: dict[str, Any] = {
        "_id": firmware.id,
        "version": firmware.version,
        "title": firmware.title,
        "description": firmware.description,
        "name": firmware.filename,
        "size": len(firmware.content),
        "product_default": firmware.product_default,
        "current": firmware.product_default,
        "uploaded_on": firmware.uploaded_on,
        "product_id": product.id,
        "mandatory": firmware.mandatory,
        "uploaded_by": {"username": firmware.uploaded_by},
        "groups": list(firmware.groups),
        "device_count": sum(d.firmware_version == firmware.version for d in devices),
    }
    if firmware.updated_at:
        shown["updated_at"] = firmware.updated_at
    return shown
