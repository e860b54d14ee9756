"""Publishing, and the event streams."""

from collections.abc import Callable
from typing import Any

from starlette.responses import Response

from ..devices import VirtualDevice
from ..errors import failure
from ..events import Event
from ..products import Product
from ..request import Call, as_bool, as_int
from ..routing import route
from ..streams import EventStreamResponse

MAX_NAME_LENGTH = 64
MAX_DATA_BYTES = 16_384

_ORG_PRODUCT = "/v1/orgs/{organization}/products/{product}"


def _stream_paths(*bases: str) -> list[str]:
    return [f"{base}{tail}" for base in bases for tail in ("/events", "/events/{prefix:rest}")]


@route("POST", "/v1/devices/events")
def publish_event(call: Call) -> dict[str, Any]:
    name, data, ttl, public = _published(call)
    call.cloud.events.publish(
        name,
        data,
        ttl=ttl,
        public=public,
        device_id="api",
        owner_id=call.account.id,
        user_id=call.account.id,
    )
    return {"ok": True}


@route("POST", "/v1/products/{product}/events", scope="events:send")
def publish_product_event(call: Call) -> dict[str, Any]:
    product = _product(call)
    name, data, ttl, public = _published(call)
    device: VirtualDevice | None = None
    if call.body.fields.get("as_device_id") is not None:
        device_id = call.required_text("as_device_id")
        device = call.cloud.product_device(call.account, call.parameters["product"], device_id)
    call.cloud.events.publish(
        name,
        data,
        ttl=ttl,
        public=public,
        device_id=device.id if device else "api",
        owner_id=device.owner.id if device and device.owner else None,
        user_id=call.account.id,
        product_id=product.id,
        version=device.firmware_version if device else 0,
    )
    return {"ok": True}


@route("POST", "/v1/orgs/{organization}/events", scope="events:send")
def publish_organization_event(call: Call) -> dict[str, Any]:
    organization = call.cloud.organization(call.account, call.parameters["organization"])
    name, data, ttl, public = _published(call)
    for product in call.cloud.products_in(organization):
        call.cloud.events.publish(
            name,
            data,
            ttl=ttl,
            public=public,
            device_id="api",
            user_id=call.account.id,
            product_id=product.id,
        )
    return {"ok": True}


def _published(call: Call) -> tuple[str, str | None, int, bool]:
    fields = call.body.fields
    name = call.required_text("name")
    if len(name) > MAX_NAME_LENGTH or not name.isprintable():
        raise failure(400, f"An event name has at most {MAX_NAME_LENGTH} printable characters")
    data = fields.get("data")
    if data is not None and not isinstance(data, str):
        raise failure(400, "data must be text; send JSON as a string")
    if data is not None and len(data.encode()) > MAX_DATA_BYTES:
        raise failure(400, f"data is longer than {MAX_DATA_BYTES} bytes")
    public = not as_bool(fields.get("private", True), "private")
    return name, data, as_int(fields.get("ttl", 60), "ttl"), public


@route("GET", "/v1/events")
def stream_without_prefix(call: Call) -> Response:
    # Documented since April 2018, although the JavaScript SDK can be made to send it.
    raise failure(400, "event prefix filter is required")


@route("GET", "/v1/events/{prefix:rest}", *_stream_paths("/v1/devices"))
def stream_own_events(call: Call) -> Response:
    account_id = call.account.id
    return _stream(call, lambda event: event.owner_id == account_id, detailed=False)


@route("GET", *_stream_paths("/v1/devices/{device_id}"))
def stream_device_events(call: Call) -> Response:
    device_id = call.cloud.device(call.account, call.parameters["device_id"]).id
    return _stream(call, lambda event: event.device_id == device_id, detailed=False)


@route("GET", *_stream_paths("/v1/products/{product}", _ORG_PRODUCT), scope="events:get")
def stream_product_events(call: Call) -> Response:
    product_id = _product(call).id
    return _stream(call, lambda event: event.product_id == product_id, detailed=True)


@route(
    "GET",
    *_stream_paths("/v1/products/{product}/devices/{device_id}"),
    *_stream_paths(_ORG_PRODUCT + "/devices/{device_id}"),
    scope="events:get",
)
def stream_product_device_events(call: Call) -> Response:
    product = _product(call)
    device = call.cloud.product_device(call.account, str(product.id), call.parameters["device_id"])
    wanted = (product.id, device.id)
    return _stream(call, lambda event: (event.product_id, event.device_id) == wanted, detailed=True)


@route("GET", *_stream_paths("/v1/orgs/{organization}"), scope="events:get")
def stream_organization_events(call: Call) -> Response:
    return _stream(call, _in_organization(call), detailed=True)


@route("GET", *_stream_paths("/v1/orgs/{organization}/devices/{device_id}"), scope="events:get")
def stream_organization_device_events(call: Call) -> Response:
    in_organization = _in_organization(call)
    device_id = call.cloud.device(call.account, call.parameters["device_id"]).id
    return _stream(
        call, lambda event: event.device_id == device_id and in_organization(event), detailed=True
    )


def _in_organization(call: Call) -> Callable[[Event], bool]:
    cloud = call.cloud
    organization = cloud.organization(call.account, call.parameters["organization"])

    def wanted(event: Event) -> bool:
        product = cloud.products.get(event.product_id or 0)
        return product is not None and product.organization is organization

    return wanted


def _product(call: Call) -> Product:
    product = call.cloud.product(call.account, call.parameters["product"])
    if "organization" in call.parameters:
        organization = call.cloud.organization(call.account, call.parameters["organization"])
        if product.organization is not organization:
            raise failure(404, f"The organization has no product {product.slug}")
    return product


def _stream(call: Call, in_scope: Callable[[Event], bool], *, detailed: bool) -> Response:
    prefix = call.parameters.get("prefix", "")

    def wanted(event: Event) -> bool:
        return event.name.startswith(prefix) and in_scope(event)

    bus = call.cloud.events
    subscription = bus.subscribe(wanted, detailed=detailed)
    return EventStreamResponse(subscription, bus, call.cloud.heartbeat_interval)
