"""What is written by hand of `events`: the streams, and `publish_and_wait`."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any, Unpack, cast

from .. import events as event_types
from ..base.checks import check_function, check_more_than_0, check_type, name_of_type
from ..base.errors import StreamTimeoutError
from ..base.request import Timeout
from ..base.unset import UNSET, Unset
from ..calls.operation import Operation
from ..calls.options import RequestOptions
from ..models.common import Ok
from ..operations.events import PUBLISH_EVENT, PUBLISH_PRODUCT_EVENT
from ..transport.async_streamed import AsyncStreamedResponse
from .async_resource import AsyncResource
from .stream_options import EventStreamOptions, PromptOptions, split_options, stream_operation


class _AsyncEventStreams(AsyncResource):
    """The event streams of an account or a product."""

    __slots__ = ()

    def stream(
        self,
        prefix: str | None = None,
        *,
        device: str | None = None,
        **options: Unpack[EventStreamOptions],
    ) -> event_types.AsyncEventStream:
        """Follow events as they are published. The stream reconnects by itself.

            async with particle.events.stream("temperature", device="mine") as events:
                async for event in events:
                    print(event.device_id, event.data)

        Args:
            prefix: Only events whose name begins with this (upper and lower case count).
            device: `"mine"` for the events of the account's devices, or the id of one device.
                Without it, a product's stream has the events of all its devices; for the account's,
                the cloud demands a prefix.
            options: See `EventStreamOptions`.

        Cloud API: streamEvents, streamMyEvents, streamDeviceEvents; GET /v1/events,
        /v1/devices/events, /v1/devices/{deviceId}/events, with or without a prefix below. In a
        product streamProductEvents, streamProductDeviceEvents;
        GET /v1/products/{productIdOrSlug}/events and
        /v1/products/{productIdOrSlug}/devices/{deviceId}/events.
        """
        return open_stream(self, prefix, device, options)


class AsyncAccountEventMethods(_AsyncEventStreams):
    """The account's event streams."""

    __slots__ = ()

    async def publish_and_wait(
        self,
        name: str,
        data: str | Unset = UNSET,
        *,
        wait_for: str | None = None,
        where: Callable[[event_types.Event], object] | None = None,
        device: str | None = None,
        timeout: float = 30.0,
        ttl: int | Unset = UNSET,
        private: bool | Unset = UNSET,
        **options: Unpack[PromptOptions],
    ) -> event_types.Event:
        """Publish an event, and wait for the event that responds to it.

        The event is published when the stream for the response is open, so a response can't come
        too early. It is published once, whatever becomes of the stream.

            pong = await particle.events.publish_and_wait("ping", wait_for="pong", timeout=10)

        Args:
            name: Name of the event to publish.
            data: Its data, as text.
            wait_for: The whole name of the response; by default the same name, which the event that
                is published has itself: it shows that the event went through.
            where: A function of the event that tells whether it is the response.
            device: Only responses of the device with this id.
            timeout: Seconds to wait at most, in all.
            ttl: How long the event should persist, in seconds.
            private: Whether the event is private.
            options: See `PromptOptions`.

        Raises:
            StreamTimeoutError: No response came in time, or the stream couldn't be opened in time:
                the message tells which, and whether the event was published.

        Cloud API: publishEvent, POST /v1/devices/events, and streamMyEventsByPrefix.
        """
        body = {"name": name, "data": data, "ttl": ttl, "private": private}
        publish = PUBLISH_EVENT, body
        device = device or "mine"
        return await _publish_and_wait(self, publish, wait_for, where, device, timeout, options)


class AsyncProductEventMethods(_AsyncEventStreams):
    """A product's event streams."""

    __slots__ = ()

    async def publish_and_wait(
        self,
        name: str,
        data: str | Unset = UNSET,
        *,
        wait_for: str | None = None,
        where: Callable[[event_types.Event], object] | None = None,
        device: str | None = None,
        timeout: float = 30.0,
        ttl: int | Unset = UNSET,
        private: bool | Unset = UNSET,
        as_device_id: str | Unset = UNSET,
        **options: Unpack[PromptOptions],
    ) -> event_types.Event:
        """Publish an event in the product, and wait for the event that responds to it.

        All but `as_device_id` is as for `particle.events.publish_and_wait`.

        Args:
            as_device_id: ID of the device that the event seems to come from.

        Cloud API: publishProductEvent, POST /v1/products/{productIdOrSlug}/events; and
        streamProductEvents. Permissions of API users: events:send, events:get.
        """
        body = {"name": name, "data": data, "ttl": ttl, "private": private}
        publish = PUBLISH_PRODUCT_EVENT, {**body, "as_device_id": as_device_id}
        return await _publish_and_wait(self, publish, wait_for, where, device, timeout, options)


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
    ) -> event_types.AsyncEventStream:
        """Follow the events of an organization's devices. The stream reconnects by itself.

        Args:
            prefix: Only events whose name begins with this (upper and lower case count).
            product: Only those of the product with this id or slug.
            device: Only those of the device with this id; with `"mine"`, of your own devices.
            options: See `EventStreamOptions`.

        Particle's CLI says that the cloud has no streams of an organization's single product or
        device: there may be none (NotFoundError).

        Cloud API: streamOrgEvents, streamOrgDeviceEvents, streamOrgProductEventsByPrefix;
        GET /v1/orgs/{orgIdOrSlug}/events, with or without a prefix below,
        /v1/orgs/{orgIdOrSlug}/devices/{deviceId}/events and
        /v1/orgs/{orgIdOrSlug}/products/{productIdOrSlug}/events/{eventPrefix}.
        """
        return open_stream(self, prefix, device, options, product)


def open_stream(
    resource: AsyncResource,
    prefix: str | None,
    device: str | None,
    options: EventStreamOptions,
    product: str | int | None = None,
) -> event_types.AsyncEventStream:
    """Return an event stream, not connected yet."""
    from ..events.joining import ChunkJoiner

    client = resource._client
    stream_options, request_options = split_options(options)
    operation, path = stream_operation(resource._scope, prefix, device, product)

    async def connect(
        last_event_id: str | None, seconds: float, interrupt: Callable[[Any], None] | None
    ) -> AsyncStreamedResponse:
        request_options["timeout"] = Timeout(seconds)
        extensions: dict[str, Any] = {"interrupt": interrupt, "joiner": ChunkJoiner()}
        if last_event_id:  # sent in UTF-8, by the standard
            extensions["more_headers"] = [(b"last-event-id", last_event_id.encode())]
        return await client._open(
            operation, path, request_options, extensions=extensions, within=seconds
        )

    return event_types.AsyncEventStream(connect, prefix or "", path, **stream_options)


async def _publish_and_wait(
    resource: AsyncResource,
    publish: tuple[Operation, Mapping[str, Any]],
    wait_for: str | None,
    where: Callable[[event_types.Event], object] | None,
    device: str | None,
    timeout: float,
    options: PromptOptions,
) -> event_types.Event:
    operation, body = publish
    name = body["name"]
    if not isinstance(name, str):
        raise TypeError(f"name must be a str, not {name_of_type(name)}")
    check_type("wait_for", wait_for, str)
    check_more_than_0("timeout", "seconds", timeout)
    check_function("where", where)
    deadline = time.monotonic() + timeout
    response = name if wait_for is None else wait_for
    outcome = "wasn't published: the event stream for the response couldn't be opened"
    stream = open_stream(resource, response, device, cast("EventStreamOptions", options))
    try:
        await stream.connect(timeout)
        left = max(deadline - time.monotonic(), 0.001)
        request = cast("RequestOptions", {**options, "timeout": left})
        await resource._call(operation, request, Ok, json=body)
        outcome = f"was published, but no response {response!r} came"
        left = deadline - time.monotonic()
        return await stream.wait_for(response, timeout=left, where=where)
    except StreamTimeoutError as error:
        message = f"Event {name!r} {outcome} within {timeout:.12g} s."
        raise StreamTimeoutError(message) from error.__cause__
    finally:
        await stream.aclose()
