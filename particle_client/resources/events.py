"""Opening event streams: what is written by hand of `events`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

from ..errors import status_error
from ..events.state import StreamOptions
from ..operation import Operation, RequestOptions, Timeout
from ..paths import path_segment
from ..transport.streamed import prepare_async_connection, prepare_connection
from .base import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..events.stream import AsyncEventStream, EventStream
    from ..operation import QueryValue, Request
    from ..transport.streamed import AsyncStreamedResponse, StreamedResponse

__all__ = [
    "AccountEventMethods",
    "AsyncAccountEventMethods",
    "AsyncOrgEventMethods",
    "AsyncProductEventMethods",
    "EventStreamOptions",
    "OrgEventMethods",
    "ProductEventMethods",
]


class EventStreamOptions(StreamOptions, total=False):
    """What every `stream` method takes, by keyword."""

    headers: Mapping[str, str]
    """Further headers, sent whenever the stream connects."""
    query: Mapping[str, QueryValue]
    """Further query parameters."""
    timeout: float
    """The same as `connect_timeout`."""
    access_token: str | None
    """Instead of the client's; None sends none."""


class AccountEventMethods(Resource):
    """The account's event streams."""

    __slots__ = ()

    def stream(
        self,
        prefix: str | None = None,
        *,
        device: str | None = None,
        **options: Unpack[EventStreamOptions],
    ) -> EventStream:
        """Follow events as they are published. The stream reconnects by itself.

            with particle.events.stream("temperature", device="mine") as events:
                for event in events:
                    print(event.device_id, event.data)

        Args:
            prefix: Only events whose name begins with this (upper and lower case count).
            device: `"mine"` for the events of the account's devices, or the id of one device.
                Without it, the cloud demands a prefix.
            options: See `EventStreamOptions`.

        Cloud API: streamEvents, streamMyEvents, streamDeviceEvents; GET /v1/events,
        /v1/devices/events, /v1/devices/{deviceId}/events, with or without a prefix below.
        """
        return _open(self, _account_path(prefix, device), options)


class ProductEventMethods(Resource):
    """A product's event streams."""

    __slots__ = ()

    def stream(
        self,
        prefix: str | None = None,
        *,
        device: str | None = None,
        **options: Unpack[EventStreamOptions],
    ) -> EventStream:
        """Follow the events of a product's devices. The stream reconnects by itself.

            with particle.product("my-product").events.stream("temperature") as events:
                for event in events:
                    print(event.device_id, event.data)

        Args:
            prefix: Only events whose name begins with this (upper and lower case count).
            device: Only those of the device with this id.
            options: See `EventStreamOptions`.

        Cloud API: streamProductEvents, streamProductDeviceEvents;
        GET /v1/products/{productIdOrSlug}/events and
        /v1/products/{productIdOrSlug}/devices/{deviceId}/events.
        """
        return _open(self, _scoped_path(prefix, device), options)


class OrgEventMethods(Resource):
    """An organization's event streams."""

    __slots__ = ()

    def stream(
        self,
        prefix: str | None = None,
        *,
        product: str | int | None = None,
        device: str | None = None,
        **options: Unpack[EventStreamOptions],
    ) -> EventStream:
        """Follow the events of an organization's devices. The stream reconnects by itself.

        Args:
            prefix: Only events whose name begins with this (upper and lower case count).
            product: Only those of the product with this id or slug.
            device: Only those of the device with this id.
            options: See `EventStreamOptions`.

        Cloud API: streamOrgEvents, streamOrgProductEventsByPrefix;
        GET /v1/orgs/{orgIdOrSlug}/events and
        /v1/orgs/{orgIdOrSlug}/products/{productIdOrSlug}/events/{eventPrefix}.
        """
        return _open(self, _org_path(prefix, product, device), options)


class AsyncAccountEventMethods(AsyncResource):
    """The account's event streams."""

    __slots__ = ()

    def stream(
        self,
        prefix: str | None = None,
        *,
        device: str | None = None,
        **options: Unpack[EventStreamOptions],
    ) -> AsyncEventStream:
        """Follow events as they are published. The stream reconnects by itself.

            async with particle.events.stream("temperature", device="mine") as events:
                async for event in events:
                    print(event.device_id, event.data)

        Args:
            prefix: Only events whose name begins with this (upper and lower case count).
            device: `"mine"` for the events of the account's devices, or the id of one device.
                Without it, the cloud demands a prefix.
            options: See `EventStreamOptions`.

        Cloud API: streamEvents, streamMyEvents, streamDeviceEvents; GET /v1/events,
        /v1/devices/events, /v1/devices/{deviceId}/events, with or without a prefix below.
        """
        return _aopen(self, _account_path(prefix, device), options)


class AsyncProductEventMethods(AsyncResource):
    """A product's event streams."""

    __slots__ = ()

    def stream(
        self,
        prefix: str | None = None,
        *,
        device: str | None = None,
        **options: Unpack[EventStreamOptions],
    ) -> AsyncEventStream:
        """Follow the events of a product's devices. The stream reconnects by itself.

            async with particle.product("my-product").events.stream("temperature") as events:
                async for event in events:
                    print(event.device_id, event.data)

        Args:
            prefix: Only events whose name begins with this (upper and lower case count).
            device: Only those of the device with this id.
            options: See `EventStreamOptions`.

        Cloud API: streamProductEvents, streamProductDeviceEvents;
        GET /v1/products/{productIdOrSlug}/events and
        /v1/products/{productIdOrSlug}/devices/{deviceId}/events.
        """
        return _aopen(self, _scoped_path(prefix, device), options)


class AsyncOrgEventMethods(AsyncResource):
    """An organization's event streams."""

    __slots__ = ()

    def stream(
        self,
        prefix: str | None = None,
        *,
        product: str | int | None = None,
        device: str | None = None,
        **options: Unpack[EventStreamOptions],
    ) -> AsyncEventStream:
        """Follow the events of an organization's devices. The stream reconnects by itself.

        Args:
            prefix: Only events whose name begins with this (upper and lower case count).
            product: Only those of the product with this id or slug.
            device: Only those of the device with this id.
            options: See `EventStreamOptions`.

        Cloud API: streamOrgEvents, streamOrgProductEventsByPrefix;
        GET /v1/orgs/{orgIdOrSlug}/events and
        /v1/orgs/{orgIdOrSlug}/products/{productIdOrSlug}/events/{eventPrefix}.
        """
        return _aopen(self, _org_path(prefix, product, device), options)


def _account_path(prefix: str | None, device: str | None) -> str:
    if device is None:
        return "/events" + _below(prefix)
    if device == "mine":
        return "/devices/events" + _below(prefix)
    return _scoped_path(prefix, device)


def _scoped_path(prefix: str | None, device: str | None) -> str:
    where = "" if device is None else f"/devices/{path_segment('device', device)}"
    return f"{where}/events{_below(prefix)}"


def _org_path(prefix: str | None, product: str | int | None, device: str | None) -> str:
    where = "" if product is None else f"/products/{path_segment('product', product)}"
    return where + _scoped_path(prefix, device)


def _below(prefix: str | None) -> str:
    return "" if prefix is None else f"/{path_segment('prefix', prefix)}"


_REQUEST_OPTIONS = ("headers", "query", "access_token")


def _split(options: EventStreamOptions) -> tuple[StreamOptions, RequestOptions]:
    """Sort the options into those of the stream and those of its requests."""
    given: dict[str, Any] = dict(options)
    request: Any = {name: given.pop(name) for name in _REQUEST_OPTIONS if name in given}
    if "timeout" in given:
        given.setdefault("connect_timeout", given.pop("timeout"))
    stream: Any = given
    unknown = given.keys() - StreamOptions.__annotations__.keys()
    if unknown:
        raise TypeError(f"stream: unexpected argument: {', '.join(sorted(unknown))}")
    return stream, request


def _operation(path: str) -> Operation:
    return Operation("streamEvents", "GET", path)


def _connecting(
    options: RequestOptions, last_event_id: str | None, connect_timeout: float
) -> RequestOptions:
    """Give the options of one attempt to connect."""
    headers = {
        "accept": "text/event-stream",
        "accept-encoding": "identity",
        "cache-control": "no-store",
        # A pooled connection may have died unnoticed; a stream wants one of its own.
        "connection": "close",
    }
    if last_event_id:
        headers["last-event-id"] = last_event_id
    return {
        **options,
        "headers": {**headers, **options.get("headers", {})},
        "timeout": Timeout(connect_timeout),
    }


def _open(resource: Resource, path: str, options: EventStreamOptions) -> EventStream:
    from ..events.stream import EventStream

    client = resource._client
    stream_options, request_options = _split(options)
    path = resource._scope + path
    operation = _operation(path)

    def connect(
        last_event_id: str | None,
        connect_timeout: float,
        register_interrupt: Callable[[Callable[[], None]], None],
    ) -> StreamedResponse:
        attempt = _connecting(request_options, last_event_id, connect_timeout)
        request = client._prepare(operation, path, attempt)
        request.extensions["trace"] = prepare_connection(register_interrupt)
        response = client._transport.stream(request)
        if response.status_code != 200:
            try:
                content = response.read()
            finally:
                response.close()
            _refuse(response, request, content)
        return response

    return EventStream(connect, **stream_options)


def _aopen(resource: AsyncResource, path: str, options: EventStreamOptions) -> AsyncEventStream:
    from ..events.stream import AsyncEventStream

    client = resource._client
    stream_options, request_options = _split(options)
    path = resource._scope + path
    operation = _operation(path)

    async def connect(last_event_id: str | None, connect_timeout: float) -> AsyncStreamedResponse:
        attempt = _connecting(request_options, last_event_id, connect_timeout)
        request = await client._prepare(operation, path, attempt)
        request.extensions["trace"] = prepare_async_connection
        response = await client._transport.stream(request)
        if response.status_code != 200:
            try:
                content = await response.aread()
            finally:
                await response.aclose()
            _refuse(response, request, content)
        return response

    return AsyncEventStream(connect, **stream_options)


def _refuse(
    response: StreamedResponse | AsyncStreamedResponse, request: Request, content: bytes
) -> None:
    if not 200 <= response.status_code <= 299:
        raise status_error(
            response.status_code,
            method=request.method,
            url=request.shown_url,
            headers=response.headers,
            content=content,
        )
