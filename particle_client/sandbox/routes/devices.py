"""Devices in the account's scope and what both scopes share: variables, functions, pings."""

import math
from collections.abc import Generator
from contextlib import contextmanager
from functools import partial
from typing import Any

from starlette.responses import PlainTextResponse, Response

from ..clock import is_device_id, isoformat, new_id, new_token
from ..devices import FunctionCall, VirtualDevice, device_json
from ..errors import ApiError, device_offline, device_timeout, failure, failures
from ..platforms import PLATFORMS
from ..request import Call, as_bool, as_int
from ..routing import Result, route

MAX_ARGUMENT_BYTES = 1024


@route("GET", "/v1/devices")
def list_devices(call: Call) -> list[dict[str, Any]]:
    return [device_json(d, in_product=False) for d in call.cloud.devices_of(call.account)]


@route("POST", "/v1/devices")
def claim_or_provision_device(call: Call) -> dict[str, Any]:
    if "product_id" in call.body.fields:
        return _provision(call)
    device_id = call.required_text("id")
    transfer = as_bool(call.body.fields.get("request_transfer", False), "request_transfer")
    device = call.cloud.devices.get(device_id.lower())
    if device is None:
        message = "Device does not exist" if is_device_id(device_id) else "device not found"
        raise failures(404, message)
    if device.owner not in (None, call.account):
        if transfer:
            return {"transfer_id": new_id()}
        raise failures(
            403,
            "That belongs to someone else. To request a transfer add ?request_transfer=true "
            "to the URL.",
        )
    if not device.online:
        raise failures(404, "Device is not connected to the cloud")
    device.owner = call.account
    return {"ok": True, "deviceID": device.id, "claimed": True}


def _provision(call: Call) -> dict[str, Any]:
    product_id = as_int(call.body.fields["product_id"], "product_id")
    if product_id in PLATFORMS.values():
        device = call.cloud.create_device(platform_id=product_id, owner=call.account, online=False)
    else:
        product = call.cloud.product(call.account, str(product_id))
        device = call.cloud.create_device(
            platform_id=product.platform_id, owner=call.account, product=product, online=False
        )
    return device_json(device, in_product=False)


@route("GET", "/v1/devices/{device_id}")
def get_device(call: Call) -> dict[str, Any]:
    return device_json(_device(call), in_product=False)


@route("DELETE", "/v1/devices/{device_id}")
def unclaim_device(call: Call) -> dict[str, Any]:
    _device(call).owner = None
    return {"ok": True}


@route("POST", "/v1/device_claims", "/v1/products/{product}/device_claims")
def create_claim_code(call: Call) -> dict[str, Any]:
    if "product" in call.parameters:
        call.cloud.claimable_product(call.account, call.parameters["product"])
    claim_code = new_token() + new_id()[:23]
    call.cloud.directory.claim_codes[claim_code] = call.account
    owned = call.cloud.devices_of(call.account)
    return {"claim_code": claim_code, "device_ids": [device.id for device in owned]}


@route("GET", "/v1/serial_numbers/{serial_number}")
def look_up_serial_number(call: Call) -> dict[str, Any]:
    for device in call.cloud.devices.values():
        if device.serial_number == call.parameters["serial_number"]:
            found = {"ok": True, "deviceID": device.id, "platform_id": device.platform_id}
            return found | ({"iccid": device.iccid} if device.cellular else {})
    raise failure(404, "Serial number not found")


@route(
    "PUT",
    "/v1/devices/{device_id}/ping",
    "/v1/products/{product}/devices/{device_id}/ping",
    scope="devices:ping",
)
def ping_device(call: Call) -> dict[str, Any]:
    return {"online": _device(call).online, "ok": True}


@route(
    "GET",
    "/v1/devices/{device_id}/{variable}",
    "/v1/products/{product}/devices/{device_id}/{variable}",
    scope="devices.variable:get",
)
async def get_variable(call: Call) -> Result:
    name = call.parameters["variable"]
    with call.cloud.lock:
        device = _device(call)
        with _counted(call, "variables", device):
            if not device.online:
                raise device_offline()
            if name not in device.variables:
                raise failure(400, f"Unknown Variable: {name}")
            value: object = device.variables[name]
    with _counted(call, "variables", device, success=True):
        if callable(value):
            value = await _ask_device(call, device, value, f"Variable {name}")
            device.last_values[name] = value
        if isinstance(value, float) and not math.isfinite(value):
            value = None
        if not isinstance(value, str | int | float | None):
            raise failure(400, f"Variable {name} is of no type that a device could have: {value!r}")
    if call.query.get("format") == "raw":
        return _raw(value)
    return {
        "name": name,
        "result": value,
        "coreInfo": {
            "name": device.name,
            "deviceID": device.id,
            "connected": device.online,
            "last_handshake_at": isoformat(device.last_handshake_at),
        },
    }


@route(
    "POST",
    "/v1/devices/{device_id}/{function}",
    "/v1/products/{product}/devices/{device_id}/{function}",
    scope="devices.function:call",
)
async def call_function(call: Call) -> Result:
    name = call.parameters["function"]
    fields = call.body.fields
    argument = fields.get("args", fields.get("arg", ""))
    if argument is None or isinstance(argument, int | float):
        argument = "" if argument is None else str(argument)
    if not isinstance(argument, str):
        raise failure(400, "The function's argument must be text")
    if len(argument.encode()) > MAX_ARGUMENT_BYTES:
        raise failure(400, f"The function's argument is longer than {MAX_ARGUMENT_BYTES} bytes")
    with call.cloud.lock:
        device = _device(call)
        with _counted(call, "functions", device):
            if not device.online:
                raise device_offline()
            if name not in device.functions:
                raise failure(400, f"Function {name} not found")
        device.calls.append(FunctionCall(name, argument))
    with _counted(call, "functions", device, success=True):
        function = partial(device.run_function, name, argument)
        result = await _ask_device(call, device, function, f"Function {name}")
        if result is None:
            result = 0
        if not isinstance(result, int):
            raise failure(400, f"Function {name} returned {result!r}, which is not an int")
    if fields.get("format") == "raw":
        return _raw(int(result))
    return {
        "id": device.id,
        "name": device.name,
        "connected": device.online,
        "return_value": int(result),
    }


@contextmanager
def _counted(
    call: Call, kind: str, device: VirtualDevice, *, success: bool = False
) -> Generator[None]:
    """Counts for the product's metrics how asking the device ends."""
    metrics = call.cloud.metrics
    try:
        yield
    except ApiError:
        with call.cloud.lock:
            metrics.count(kind, "failure" if device.online else "offline", device)
        raise
    if success:
        with call.cloud.lock:
            metrics.count(kind, "success", device)


async def _ask_device(call: Call, device: VirtualDevice, function: Any, kind: str) -> object:
    try:
        result = await call.cloud.runtime.call(function, call.cloud.device_timeout)
    except TimeoutError:
        raise device_timeout() from None
    except Exception as error:
        raise failure(400, f"{kind} failed: {type(error).__name__}: {error}") from error
    device.last_heard = call.cloud.clock.now()
    return result


def _raw(value: object) -> Response:
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return PlainTextResponse(text)


def _device(call: Call) -> VirtualDevice:
    """The device that the path names, in the scope that the path has."""
    device_id, product = call.parameters["device_id"], call.parameters.get("product")
    if product is None:
        return call.cloud.device(call.account, device_id)
    return call.cloud.product_device(call.account, product, device_id)
