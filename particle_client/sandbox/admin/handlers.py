"""What each path of the admin interface does. Most are the methods of :class:`Sandbox`, with their
arguments as JSON."""

import dataclasses
from base64 import b64encode
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeAlias, get_type_hints

from ..cloud import Cloud
from ..devices import FunctionCall, VirtualDevice
from ..errors import failure
from ..faults import FaultOptions
from ..fitting import check_fields, check_type
from ..products import Product
from ..routing import Route
from ..scripts import function_from_json, value_from_json
from ..seeds import OF_ADD_DEVICE, device_arguments
from . import views

Json: TypeAlias = dict[str, Any]


@dataclasses.dataclass(frozen=True, kw_only=True)
class AdminCall:
    """A request to the admin interface."""

    cloud: Cloud
    path: dict[str, str]
    query: Mapping[str, str]
    body: Json

    def fields(self, target: Callable[..., Any], **more: object) -> Json:
        """The body as arguments of the function; TypeError or ValueError if it doesn't fit."""
        check_fields(target, {**self.body, **more}, "the body")
        return self.body

    def number(self, name: str, default: int) -> int:
        """A query parameter that is a whole number."""
        text = self.query.get(name, str(default))
        if not text.isdecimal() or len(text) > 12:
            raise failure(400, f"{name} must be a whole number, not {text!r}"[:200])
        return int(text)

    @property
    def device(self) -> VirtualDevice:
        """The device that the path names."""
        found = self.cloud.state.devices.get(self.path["device"])
        if found is None:
            raise failure(404, f"There is no device {self.path['device']}"[:200])
        return found

    @property
    def product(self) -> Product:
        """The product that the path names, by its id or slug."""
        for found in self.cloud.state.products.values():
            if self.path["product"] in (str(found.id), found.slug):
                return found
        raise failure(404, f"There is no product {self.path['product']}"[:200])


_routes: list[Route] = []


def _route(method: str, path: str) -> Callable[[Any], Any]:
    def register(handler: Any) -> Any:
        _routes.append(Route(method=method, path=path, handler=handler))
        return handler

    return register


def all_routes() -> list[Route]:
    """The paths, relative to that of the interface."""
    return list(_routes)


# The sandbox as a whole


@_route("GET", "info")
def get_info(call: AdminCall) -> Json:
    cloud = call.cloud
    return {
        "account": views.account(cloud.account),
        "access_token": cloud.access_token,
        "time": cloud.state.clock.timestamp(),
        "devices": len(cloud.state.devices),
        "online": sum(device.online for device in cloud.state.devices.values()),
        "open_streams": cloud.open_streams,
        "published": cloud.state.events.published,
        "requests_seen": cloud.requests_log.count,
    }


@_route("POST", "reset")
def reset(call: AdminCall) -> None:
    call.cloud.reset()


@_route("GET", "state")
def get_state(call: AdminCall) -> Json:
    return call.cloud.snapshot()


@_route("PUT", "state")
def replace_state(call: AdminCall) -> None:
    call.cloud.replace(call.body)


@_route("POST", "seed")
def add_seed(call: AdminCall) -> None:
    call.cloud.add_seed(call.body)


@_route("POST", "time")
def advance_time(call: AdminCall) -> Json:
    call.cloud.advance_time(**call.fields(call.cloud.advance_time))
    return {"time": call.cloud.state.clock.timestamp()}


@_route("POST", "streams/disconnect")
def disconnect_streams(call: AdminCall) -> None:
    call.cloud.disconnect_streams()


# Accounts


@_route("GET", "accounts")
def list_accounts(call: AdminCall) -> list[Json]:
    return [views.account(found) for found in call.cloud.state.directory.accounts()]


@_route("POST", "accounts")
def add_account(call: AdminCall) -> Json:
    return views.account(call.cloud.add_account(**call.fields(call.cloud.add_account)))


@_route("POST", "tokens")
def create_token(call: AdminCall) -> Json:
    return {"token": call.cloud.create_token(**call.fields(call.cloud.create_token))}


@_route("POST", "claim-codes")
def create_claim_code(call: AdminCall) -> Json:
    fields = call.fields(call.cloud.create_claim_code)
    return {"claim_code": call.cloud.create_claim_code(**fields)}


@_route("POST", "oauth-clients")
def add_oauth_client(call: AdminCall) -> Json:
    fields = call.fields(call.cloud.add_oauth_client)
    return views.oauth_client(call.cloud.add_oauth_client(**fields))


@_route("POST", "organizations")
def add_organization(call: AdminCall) -> Json:
    fields = call.fields(call.cloud.add_organization)
    return views.organization(call.cloud.add_organization(**fields))


# Products


@_route("GET", "products")
def list_products(call: AdminCall) -> list[Json]:
    state = call.cloud.state
    return [views.product(found, state) for found in state.products.values()]


@_route("POST", "products")
def add_product(call: AdminCall) -> Json:
    product = call.cloud.add_product(**call.fields(call.cloud.add_product))
    return views.product(product, call.cloud.state)


@_route("POST", "products/{product}/firmware")
def add_firmware(call: AdminCall) -> Json:
    add, product = call.cloud.add_firmware, call.product.id
    return views.firmware(add(product, **call.fields(add, product=product)))


@_route("POST", "products/{product}/firmware/release")
def release_firmware(call: AdminCall) -> None:
    release, product = call.cloud.release_firmware, call.product.id
    release(product, **call.fields(release, product=product))


# Devices


@_route("GET", "devices")
def list_devices(call: AdminCall) -> Json:
    wanted, query = call.query.get("search", "").lower(), call.query
    found = [
        device
        for device in call.cloud.state.devices.values()
        if (not wanted or wanted in device.id or wanted in (device.name or "").lower())
        and query.get("online", str(device.online).lower()) == str(device.online).lower()
        and query.get("product") in (None, device.product.slug if device.product else "")
    ]
    start = call.number("offset", 0)
    return {
        "total": len(found),
        "devices": [
            views.brief_device(each) for each in found[start : start + call.number("limit", 100)]
        ],
    }


@_route("POST", "devices")
def add_device(call: AdminCall) -> Json:
    fields = device_arguments(call.body, "the device")
    check_fields(call.cloud.add_device, fields, "the device")
    return views.whole_device(call.cloud.add_device(**fields))


@_route("GET", "devices/{device}")
def get_device(call: AdminCall) -> Json:
    return views.whole_device(call.device)


_FIXED = (OF_ADD_DEVICE | {"updating"}) - {"name"}


@_route("PATCH", "devices/{device}")
def change_device(call: AdminCall) -> Json:
    device, fields = call.device, dict(call.body)
    for name in fields.keys() & _FIXED:
        raise ValueError(f"the {name} of a device can't be set")
    new = device_arguments(fields, "the device", checked=frozenset())
    scripts = new.pop("scripts", None)
    if scripts is not None:
        call.cloud.run_scripts(device, scripts)
    for name, value in new.items():
        setattr(device, name, value)
    if device.product:
        device.product.add_groups(device.groups)
    return views.whole_device(device)


@_route("DELETE", "devices/{device}")
def remove_device(call: AdminCall) -> None:
    call.cloud.remove_device(call.device)


@_route("POST", "devices/{device}/online")
def go_online(call: AdminCall) -> Json:
    call.device.go_online()
    return views.brief_device(call.device)


@_route("POST", "devices/{device}/offline")
def go_offline(call: AdminCall) -> Json:
    call.device.go_offline()
    return views.brief_device(call.device)


@_route("POST", "devices/{device}/events")
def publish_from_device(call: AdminCall) -> Json:
    event = call.device.publish(**call.fields(call.device.publish))
    return views.event(event, call.cloud.state.events.published)


@_route("POST", "devices/{device}/claim")
def claim_with_code(call: AdminCall) -> Json:
    call.device.claim_with_code(**call.fields(call.device.claim_with_code))
    return views.brief_device(call.device)


@_route("POST", "devices/{device}/flash")
def flash(call: AdminCall) -> Json:
    call.cloud.flash(call.device, **call.fields(call.cloud.flash, device=call.device))
    return views.brief_device(call.device)


@_route("GET", "devices/{device}/flashed")
def get_flashed(call: AdminCall) -> list[str]:
    return [b64encode(content).decode() for content in call.device.flashed]


@_route("PUT", "devices/{device}/variables/{name}")
def set_variable(call: AdminCall) -> None:
    value = value_from_json(call.body.get("value"), "the variable")
    check_type(value, str | int | float | bool | Callable[[], object], "value")
    call.device.variables[call.path["name"]] = value


@_route("GET", "devices/{device}/variables/{name}")
async def read_variable(call: AdminCall) -> Json:
    device, name = call.device, call.path["name"]
    value: object = device.variables[name]
    if callable(value):
        value = device.last_values[name] = await _ask(call, value)
    return {"value": value if isinstance(value, str | int | float) else str(value)}


@_route("DELETE", "devices/{device}/variables/{name}")
def remove_variable(call: AdminCall) -> None:
    del call.device.variables[call.path["name"]]


@_route("PUT", "devices/{device}/functions/{name}")
def set_function(call: AdminCall) -> None:
    function = function_from_json(call.body.get("function"), "the function")
    call.device.functions[call.path["name"]] = function


@_route("POST", "devices/{device}/functions/{name}")
async def call_function(call: AdminCall) -> Json:
    device, name = call.device, call.path["name"]
    argument: object = call.body.get("argument", "")
    check_type(argument, str, "argument")
    if name not in device.functions:
        raise KeyError(name)
    device.calls.append(FunctionCall(name, str(argument)))
    return {"return_value": await _ask(call, partial(device.run_function, name, str(argument)))}


async def _ask(call: AdminCall, function: Callable[[], object]) -> object:
    """What the user's code gives, as in a request to the cloud."""
    if not call.device.online:
        raise RuntimeError("the device is offline")
    try:
        return await call.cloud.state.runtime.call(function, call.cloud.state.device_timeout)
    except TimeoutError:
        raise TimeoutError("the device doesn't answer") from None
    except Exception as error:
        raise failure(400, f"it failed: {type(error).__name__}: {error}") from error


@_route("DELETE", "devices/{device}/functions/{name}")
def remove_function(call: AdminCall) -> None:
    del call.device.functions[call.path["name"]]


# Events, requests and faults


@_route("GET", "events")
def list_events(call: AdminCall) -> list[Json]:
    after, limit = call.number("after", 0), call.number("limit", 10_000)
    return views.events(call.cloud.state, after, limit)


@_route("POST", "events")
def publish(call: AdminCall) -> Json:
    event = call.cloud.publish(**call.fields(call.cloud.publish))
    return views.event(event, call.cloud.state.events.published)


@_route("GET", "requests")
def list_requests(call: AdminCall) -> list[Json]:
    bodies = call.query.get("bodies", "true") != "false"
    return [dataclasses.asdict(each) for each in call.cloud.requests_log.requests(bodies=bodies)]


@_route("GET", "requests/{number}")
def get_request(call: AdminCall) -> Json:
    number = call.path["number"]
    found = call.cloud.requests_log.request(int(number)) if number.isdecimal() else None
    if found is None:
        raise failure(404, "This request isn't known, or no longer")
    return dataclasses.asdict(found)


@_route("GET", "faults")
def list_faults(call: AdminCall) -> list[Json]:
    return [views.fault(fault) for fault in call.cloud.faults]


@_route("POST", "faults/{fault}")
def add_fault(call: AdminCall) -> Json:
    faults, fields = call.cloud.faults, dict(call.body)
    kinds: dict[str, Callable[..., Any]] = {
        "add": faults.add,
        "rate_limit": faults.rate_limit,
        "garbage": faults.garbage,
        "drop": faults.drop,
        "stall": faults.stall,
    }
    add = kinds.get(call.path["fault"])
    if add is None:
        raise failure(404, f"there is no such fault: {', '.join(kinds)}")
    check_type(fields.get("target"), str | None, "target")
    check_fields(add, fields, "a fault")
    for name, hint in get_type_hints(FaultOptions).items():
        if name in fields:
            check_type(fields[name], hint, name)
    return views.fault(add(**fields))


@_route("DELETE", "faults")
def clear_faults(call: AdminCall) -> None:
    call.cloud.faults.clear()


@_route("DELETE", "faults/{fault}")
def remove_fault(call: AdminCall) -> None:
    _fault(call).remove()


@_route("POST", "faults/{fault}/release")
def release_fault(call: AdminCall) -> None:
    _fault(call).release()


def _fault(call: AdminCall) -> Any:
    for fault in call.cloud.faults:
        if fault.id == call.path["fault"]:
            return fault
    raise failure(404, "There is no such fault")
