"""PUT on a device: attributes, signal, firmware."""

from typing import Any

from .. import upload_limits
from ..body import UploadedFile
from ..compiler import Image, are_sources, compile_sources
from ..devices import VirtualDevice
from ..errors import device_offline, failure
from ..flashing import image_for
from ..products import Product
from ..request import Call, as_bool, as_int, as_names, as_nullable_int
from ..routing import route
from ..upload_limits import check_size

TINKER = Image(content=b"tinker")


@route("PUT", "/v1/devices/{device_id}")
def update_device(call: Call) -> dict[str, Any]:
    device = call.cloud.device(call.account, call.parameters["device_id"])
    return _update(call, device, None)


@route("PUT", "/v1/products/{product}/devices/{device_id}", scope="devices:update")
def update_product_device(call: Call) -> dict[str, Any]:
    id_or_slug, device_id = call.parameters["product"], call.parameters["device_id"]
    device = call.cloud.product_device(call.account, id_or_slug, device_id)
    return _update(call, device, device.product)


def _update(call: Call, device: VirtualDevice, product: Product | None) -> dict[str, Any]:
    if call.body.files:
        return _flash_files(call, device)
    fields = call.body.fields
    if fields.get("app") is not None:
        return _flash_known_app(call, device)
    response = _change_attributes(call, device)
    if product:
        response |= _change_in_product(call, device, product)
    if response:
        response["updated_at"] = call.cloud.clock.timestamp()
    if "firmware_updates_forced" in fields:
        forced = as_bool(fields["firmware_updates_forced"], "firmware_updates_forced")
        device.firmware_updates_forced = response["firmware_updates_forced"] = forced
        device.emit("particle/device/updates/forced", "true" if forced else "false")
        call.cloud.flasher.update_if_due(device)
    if "signal" in fields:
        device.signaling = as_bool(fields["signal"], "signal")
        response |= {"connected": device.online, "signaling": device.signaling}
    if not response:
        raise failure(400, "Nothing to do: the request names nothing that could be changed")
    return {"id": device.id, **response}


def _change_attributes(call: Call, device: VirtualDevice) -> dict[str, Any]:
    fields, response = call.body.fields, dict[str, Any]()
    if "name" in fields:
        device.name = response["name"] = call.required_text("name")
    if "notes" in fields:
        notes = fields["notes"]
        if notes is not None and not isinstance(notes, str):
            raise failure(400, "notes must be text")
        device.notes = response["notes"] = notes
    if "product_id" in fields:
        product_id = as_int(fields["product_id"], "product_id")
        _move_to_product(call, device, product_id)
        response["product_id"] = product_id
    return response


def _move_to_product(call: Call, device: VirtualDevice, product_id: int) -> None:
    if product_id == device.product_id:
        return
    if product_id == device.platform_id:
        device.leave_product()
        return
    product = call.cloud.product(call.account, str(product_id))
    if product.platform_id != device.platform_id:
        raise failure(400, f"Product {product_id} is for another platform than the device's")
    device.leave_product()
    device.product = product


def _change_in_product(call: Call, device: VirtualDevice, product: Product) -> dict[str, Any]:
    fields, response = call.body.fields, dict[str, Any]()
    if "development" in fields:
        development = as_bool(fields["development"], "development")
        device.development = response["development"] = development
    if "groups" in fields:
        names = as_names(fields["groups"], "groups")
        product.add_groups(names)
        device.groups = response["groups"] = list(dict.fromkeys(names))
    if "desired_firmware_version" in fields:
        version = as_nullable_int(fields["desired_firmware_version"], "desired_firmware_version")
        if version is not None and version not in product.firmware:
            raise failure(404, f"The product has no firmware version {version}")
        device.desired_firmware_version = response["desired_firmware_version"] = version
        if as_bool(fields.get("flash", False), "flash"):
            call.cloud.flasher.update_if_due(device)
    return response


def _flash_known_app(call: Call, device: VirtualDevice) -> dict[str, Any]:
    app = call.body.fields["app"]
    if app != "tinker":
        raise failure(400, f"There is no app {app!r} to flash")
    _require_online(device)
    call.cloud.flasher.start(device, TINKER)
    return {"id": device.id, "status": "Update started"}


def _flash_files(call: Call, device: VirtualDevice) -> dict[str, Any]:
    _require_online(device)
    files = call.body.files
    if are_sources(files):
        target = call.body.fields.get("build_target_version")
        binary = compile_sources(
            files,
            platform_id=device.platform_id,
            target_version=None if "latest" in call.body.fields else target,
            owner_id=call.account.id,
            clock=call.cloud.clock,
        )
        call.cloud.flasher.start(device, image_for(device, binary.content))
        return {"ok": True, "message": "Update started"}
    content = _binary_content(files)
    call.cloud.flasher.start(device, image_for(device, content))
    return {"id": device.id, "status": "Update started"}


def _binary_content(files: list[UploadedFile]) -> bytes:
    if len(files) != 1 or files[0].part != "file":
        raise failure(400, "Send one binary, as the part named file")
    uploaded = files[0]
    check_bundle_type(uploaded)
    if not uploaded.content:
        raise failure(400, f"{uploaded.filename} is empty")
    check_size(files, upload_limits.BINARY)
    return uploaded.content


def check_bundle_type(uploaded: UploadedFile) -> None:
    """A bundle must say that it is one: 400 for a zip file sent as anything else."""
    is_bundle = uploaded.filename.lower().endswith(".zip")
    if is_bundle and uploaded.content_type != "application/zip":
        raise failure(400, f"A bundle's type must be application/zip, not {uploaded.content_type}")


def _require_online(device: VirtualDevice) -> None:
    if not device.online:
        raise device_offline()
