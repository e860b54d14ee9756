"""What each path of the admin interface does: most are what ``RemoteSandbox`` calls, the methods of
the sandbox, its devices and its faults, with their arguments as JSON."""

import dataclasses
from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeAlias, TypeVar, cast

from ..cloud import Cloud
from ..codec import PLAIN, type_hints
from ..devices import FunctionCall, VirtualDevice
from ..errors import failure
from ..faults import Fault, FaultOptions
from ..products import Product
from ..remote import METHODS
from ..routing import Route
from ..seeds import ATTRIBUTES
from .views import brief_device, events, plain, shown

Json: TypeAlias = dict[str, Any]

_T = TypeVar("_T")


@dataclasses.dataclass(frozen=True, kw_only=True)
class AdminCall:
    """A request to the admin interface."""

    cloud: Cloud
    path: dict[str, str]
    query: Mapping[str, str]
    body: Json

    def number(self, name: str, default: int = 0) -> int:
        """A query parameter that is a whole number."""
        text = self.query.get(name, str(default))
        if not text.isdecimal() or len(text) > 12:
            raise failure(400, f"{name} must be a whole number, not {text!r}"[:200])
        return int(text)

    @property
    def device(self) -> VirtualDevice:
        """The device that the path names."""
        return self._named("device", self.cloud.state.devices)

    @property
    def fault(self) -> Fault:
        """The fault that the path names."""
        return self._named("fault", {fault.id: fault for fault in self.cloud.faults})

    def _named(self, what: str, known: Mapping[str, _T]) -> _T:
        if self.path[what] not in known:
            raise failure(404, f"There is no {what} {self.path[what]}"[:200])
        return known[self.path[what]]


_OWNERS: dict[str, tuple[str, Callable[[AdminCall], Any]]] = {
    "Cloud": ("", lambda call: call.cloud),
    "VirtualDevice": ("devices/{device}/", lambda call: call.device),
    "Faults": ("faults/", lambda call: call.cloud.faults),
    "Fault": ("faults/{fault}/", lambda call: call.fault),
}
"""Where the methods of each class are, and what has them."""

_OPTIONS = {"Faults": type_hints(FaultOptions), "add_device": ATTRIBUTES}
"""What the ``**options`` of a class's methods, or of one method, may be."""


def _method_route(method: Callable[..., Any]) -> Route:
    kind = method.__qualname__.partition(".")[0]
    path, owner = _OWNERS[kind]
    options = _OPTIONS.get(kind) or _OPTIONS.get(method.__name__)

    def call_method(call: Any) -> Any:
        fields = PLAIN.arguments(method, call.body, "the body", options)
        return shown(getattr(owner(call), method.__name__)(**fields))

    return Route(method="POST", path=path + method.__name__, handler=call_method)


def get_info(call: AdminCall) -> Json:
    state, log = call.cloud.state, call.cloud.requests_log
    return {
        "account": shown(call.cloud.account),
        "access_token": call.cloud.access_token,
        "time": state.clock.timestamp(),
        "devices": len(state.devices),
        "online": sum(device.online for device in state.devices.values()),
        "open_streams": call.cloud.open_streams,
        "published": state.events.published,
        "requests_seen": log.count,
    }


def get_news(call: AdminCall) -> Json:
    """What is new since the numbers that the last answer had."""
    state, log, limit = call.cloud.state, call.cloud.requests_log, call.number("limit", 400)
    requests = log.requests(since=call.number("changes"), bodies=False)[-limit:]
    return {
        **get_info(call),
        "changes": log.changes,
        "events": events(state, call.number("published"), limit),
        "requests": [dataclasses.asdict(each) for each in requests],
        "faults": [shown(fault) for fault in call.cloud.faults],
    }


def list_products(call: AdminCall) -> list[Json]:
    return [{**shown(found), **_fleet(found, call)} for found in call.cloud.state.products.values()]


def _fleet(product: Product, call: AdminCall) -> Json:
    devices = [each for each in call.cloud.state.devices.values() if each.product is product]
    running = Counter(device.firmware_version for device in devices)
    return {
        "devices": len(devices),
        "online": sum(device.online for device in devices),
        "running": dict(sorted(running.items())),
    }


def list_devices(call: AdminCall) -> Json:
    query, wanted = call.query, call.query.get("search", "").lower()
    found = [
        device
        for device in call.cloud.state.devices.values()
        if (not wanted or wanted in device.id or wanted in (device.name or "").lower())
        and query.get("online", str(device.online).lower()) == str(device.online).lower()
    ]
    start, limit = call.number("offset"), call.number("limit", 100)
    return {"total": len(found), "devices": [*map(brief_device, found[start : start + limit])]}


_FIXED = frozenset(("id", "platform_id", "online", "product", "owner", "updating"))


def change_device(call: AdminCall) -> Any:
    """Sets attributes. Variables and functions that aren't named stay; null takes them away."""
    device, fields = call.device, dict(call.body)
    for name in fields.keys() & _FIXED:
        raise ValueError(f"the {name} of a device can't be set")
    for name in fields.keys() & {"variables", "functions"}:
        merged = getattr(device, name) | PLAIN.read(fields[name], dict[str, Any], name)
        fields[name] = {key: value for key, value in merged.items() if value is not None}
    fields = PLAIN.arguments(object, fields, "the device", ATTRIBUTES)
    if "scripts" in fields:
        call.cloud.run_scripts(device, fields.pop("scripts"))
    for name, value in fields.items():
        setattr(device, name, value)
    if device.product:
        device.product.add_groups(device.groups)
    return shown(device)


async def read_variable(call: AdminCall) -> Json:
    device, name = call.device, str(call.body.get("name"))
    value: object = device.variables[name]
    if callable(value):
        value = device.last_values[name] = await _ask(call, value)
    return {"value": plain(value)}


async def call_function(call: AdminCall) -> Json:
    device, name, argument = call.device, call.body.get("name"), str(call.body.get("argument", ""))
    if name not in device.functions:
        raise KeyError(name)
    device.calls.append(FunctionCall(name, argument))
    return {"return_value": await _ask(call, partial(device.run_function, name, argument))}


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


def get_request(call: AdminCall) -> Json:
    number = call.path["number"]
    found = call.cloud.requests_log.request(int(number)) if number.isdecimal() else None
    if found is None:
        raise failure(404, "This request isn't known, or no longer")
    return dataclasses.asdict(found)


_HANDLERS: dict[str, Callable[[AdminCall], Any]] = {
    "GET info": get_info,
    "GET news": get_news,
    "GET state": lambda call: call.cloud.snapshot(),
    "PUT state": lambda call: call.cloud.replace(call.body),
    "POST seed": lambda call: call.cloud.add_seed(call.body),
    "GET accounts": lambda call: [shown(a) for a in call.cloud.state.directory.accounts()],
    "GET products": list_products,
    "GET devices": list_devices,
    "GET devices/{device}": lambda call: shown(call.device),
    "PATCH devices/{device}": change_device,
    "POST devices/{device}/read_variable": read_variable,
    "POST devices/{device}/call_function": call_function,
    "GET events": lambda call: events(
        call.cloud.state, call.number("after"), call.number("limit", 10_000)
    ),
    "GET requests": lambda call: [dataclasses.asdict(each) for each in call.cloud.requests],
    "GET requests/{number}": get_request,
    "GET faults": lambda call: [shown(fault) for fault in call.cloud.faults],
}

ROUTES: list[Route] = [_method_route(method) for method in METHODS]
"""The paths, relative to that of the interface."""

for _place, _handler in _HANDLERS.items():
    _method, _path = _place.split()
    ROUTES.append(Route(method=_method, path=_path, handler=cast("Any", _handler)))
