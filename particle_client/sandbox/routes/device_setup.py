"""What devices are set up with: protection, keys, documents, eSIM profiles, registration."""

import io
import secrets
import zipfile
from base64 import b64encode
from copy import deepcopy
from typing import Any, cast

from starlette.responses import Response

from ..clock import new_token
from ..devices import VirtualDevice
from ..documents import patch
from ..errors import failure, permission_denied
from ..request import Call, as_int
from ..routing import route

_CONFIRMATION = ("device_nonce", "server_nonce", "device_signature")
_DOCUMENT = "/v1/products/{product}/devices/{device_id}/docs/{document}"


@route(
    "PUT",
    "/v1/devices/{device_id}/unprotect",
    "/v1/products/{product}/devices/{device_id}/unprotect",
    "/v1/orgs/{organization}/devices/{device_id}/unprotect",
    scope="devices:update",
)
def unprotect_device(call: Call) -> dict[str, Any]:
    device, action = _device(call), call.body.fields.get("action")
    if action == "prepare":
        device.unprotecting = True
        return {"ok": True, "server_nonce": _random()}
    if action == "confirm":
        if not device.unprotecting:
            raise failure(400, "Prepare the device first")
        for name in _CONFIRMATION:
            call.required_text(name)
        device.unprotecting = device.protected = False
        proof = {"server_signature": _random(), "server_public_key_fingerprint": _random()}
        return {"ok": True, **proof}
    raise failure(400, "action must be prepare or confirm")


def _random() -> str:
    return b64encode(secrets.token_bytes(32)).decode()


@route("PUT", "/v1/devices/{device_id}/backup_files")
def download_manufacturing_backup(call: Call) -> Response:
    device, content = _device(call), io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name in ("fsg.bin", "nvdata1.bin", "nvdata2.bin"):
            # A date of its own would make each backup another file.
            archive.writestr(zipfile.ZipInfo(f"{device.id}/{name}"), f"{device.id} {name}\n")
    return Response(content.getvalue(), media_type="application/octet-stream")


@route("POST", "/v1/provisioning/{device_id}")
def send_public_key(call: Call) -> dict[str, Any]:
    device_id = call.parameters["device_id"].lower()
    device = call.cloud.devices.get(device_id)
    if device is None or device.owner not in (None, call.account):
        raise permission_denied()
    public_key = call.required_text("publicKey")
    if call.required_text("deviceID").lower() != device_id:
        raise failure(400, "deviceID is another device than that of the path")
    if call.body.fields.get("algorithm", "rsa") not in ("rsa", "ecc"):
        raise failure(400, "algorithm must be rsa or ecc")
    if call.body.fields.get("product_id") is not None:
        as_int(call.body.fields["product_id"], "product_id")
    device.public_key = public_key
    return {"ok": True}


@route("GET", _DOCUMENT)
def get_document(call: Call) -> dict[str, Any]:
    name = call.parameters["document"]
    documents = _device(call).documents
    if name not in documents:
        raise failure(404, f"The device has no document {name}")
    return {"data": documents[name]}


@route("PATCH", _DOCUMENT)
def patch_document(call: Call) -> dict[str, Any]:
    device, name = _device(call), call.parameters["document"]
    # A body that is no object has a field without a name.
    body: object = call.body.fields.get("", call.body.fields)
    operations = cast("list[object]", body) if isinstance(body, list) else [body]
    document = deepcopy(device.documents.get(name, {}))
    for operation in operations:
        patch(document, operation)
    device.documents[name] = document
    return {"data": document}


@route("PUT", "/v1/products/{product}/devices/{device_id}/target_profile")
def set_target_profile(call: Call) -> dict[str, Any]:
    device, country = _device(call), call.required_text("country")
    if len(country) != 2 or not country.isascii() or not country.isalpha():
        raise failure(400, "country must be a code of two letters, such as US")
    device.esim_country = country.upper()
    return {"ok": True}


@route("POST", "/v1/products/{product}/registration_code")
def create_registration_code(call: Call) -> dict[str, Any]:
    product = call.cloud.product(call.account, call.parameters["product"])
    device_id: object = call.body.fields.get("device_id")
    if device_id is not None and not isinstance(device_id, str):
        raise failure(400, "device_id must be text")
    code = new_token()
    call.cloud.registration_codes[code] = (product, device_id)
    return {"registration_code": code}


def _device(call: Call) -> VirtualDevice:
    device_id, product = call.parameters["device_id"], call.parameters.get("product")
    if product is not None:
        return call.cloud.product_device(call.account, product, device_id)
    if "organization" in call.parameters:
        organization = call.cloud.organization(call.account, call.parameters["organization"])
        device = call.cloud.devices.get(device_id.lower())
        if device is None or not device.product or device.product.organization is not organization:
            raise failure(404, f"The organization has no device {device_id}")
        return device
    return call.cloud.device(call.account, device_id)
