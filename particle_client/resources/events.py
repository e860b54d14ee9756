"""What is written by hand of `events`: the streams, and a question with its response."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypedDict, Unpack, cast

from ..checks import check_type
from ..errors import StreamTimeoutError
from ..events.checks import check_more_than_0, check_text, check_where
from ..models.common import Ok
from .base import UNSET, AsyncResource, Resource, Unset
from .event_streams import (
    EventStreamOptions,
    aopen_stream,
    events_path,
    open_stream,
    org_events_path,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..events.event import Event
    from ..events.stream import AsyncEventStream, EventStream
    from ..operation import RequestOptions

__all__ = [
    "AccountEventMethods",
    "AskOptions",
    "AsyncAccountEventMethods",
    "AsyncOrgEventMethods",
    "AsyncProductEventMethods",
    "EventStreamOptions",
    "OrgEventMethods",
    "ProductEventMethods",
]


class AskOptions(TypedDict, total=False):
    """What `publish_and_wait` takes besides, by keyword."""

    headers: Mapping[str, str]
    """Further headers, of all its requests."""
    access_token: str | None
    """Instead of the client's; None sends none."""


class Asking:
    """The time that `publish_and_wait` has, and what has become of it."""

    def __init__(self, name: str, answer: str | None, timeout: float, where: object) -> None:
        check_text("name", name)
        check_type("wait_for", answer, str)
        check_more_than_0("timeout", "seconds", timeout)
        check_where(where)
        self.answer = name if answer is None else answer
        self.published = False
        self._name = name
        self._timeout = timeout
        self._until = time.monotonic() + timeout

    @property
    def seconds_left(self) -> float:
        return max(self._until - time.monotonic(), 0.0)

    def request_options(self, options: AskOptions) -> RequestOptions:
        """Give the options of the request that publishes: it has no more time than is left."""
        request: RequestOptions = {"timeout": max(self.seconds_left, 0.001)}
        if "headers" in options:
            request["headers"] = options["headers"]
        if "access_token" in options:
            request["access_token"] = options["access_token"]
        return request

    def timed_out(self) -> StreamTimeoutError:
        within = f"within {self._timeout:g} s"
        if self.published:
            return StreamTimeoutError(
                f"Event {self._name!r} was published, but no answer {self.answer!r} came {within}."
            )
        return StreamTimeoutError(
            f"Event {self._name!r} wasn't published: the event stream for the response couldn't be "
            f"opened {within}."
        )


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
        return open_stream(self, events_path(prefix, device), options, prefix)

    def publish_and_wait(
        self,
        name: str,
        data: str | Unset = UNSET,
        *,
        wait_for: str | None = None,
        where: Callable[[Event], object] | None = None,
        device: str | None = None,
        timeout: float = 30.0,
        ttl: int | Unset = UNSET,
        private: bool | Unset = UNSET,
        **options: Unpack[AskOptions],
    ) -> Event:
        """Publish an event, and wait for the event that answers it.

        The event is published when the stream for the answer is open, so an answer can't come too
        early. It is published once, whatever becomes of the stream.

            answer = particle.events.publish_and_wait("ping", wait_for="pong", timeout=10)

        Args:
            name: Name of the event to publish.
            data: Its data, as text.
            wait_for: The whole name of the response; by default the same name, which the event that
                is published has itself: it shows that the event went through.
            where: A function of the event that tells whether it is the response.
            device: Only answers of the device with this id.
            timeout: Seconds to wait at most, in all.
            ttl: How long the event should persist, in seconds.
            private: Whether the event is private.
            options: See `AskOptions`.

        Raises:
            StreamTimeoutError: No response came in time, or the stream couldn't be opened in time:
                the message tells which, and whether the event was published.

        Cloud API: publishEvent, POST /v1/devices/events, and streamMyEventsByPrefix.
        """
        from ..api.events import PUBLISH_EVENT

        asking = Asking(name, wait_for, timeout, where)
        path = events_path(asking.answer, device or "mine")
        body = {"name": name, "data": data, "ttl": ttl, "private": private}
        stream = open_stream(self, path, cast("EventStreamOptions", options))
        try:
            stream.connect(asking.seconds_left)
            request = asking.request_options(options)
            self._model(PUBLISH_EVENT, Ok, "/devices/events", request, json=body)
            asking.published = True
            return stream.wait_for(asking.answer, timeout=asking.seconds_left, where=where)
        except StreamTimeoutError as error:
            raise asking.timed_out() from error.__cause__
        finally:
            stream.close()


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
            device: Only those of the device with this id; with `"mine"`, of your own devices.
            options: See `EventStreamOptions`.

        Cloud API: streamProductEvents, streamProductDeviceEvents;
        GET /v1/products/{productIdOrSlug}/events and
        /v1/products/{productIdOrSlug}/devices/{deviceId}/events.
        """
        return open_stream(self, events_path(prefix, device), options, prefix)

    def publish_and_wait(
        self,
        name: str,
        data: str | Unset = UNSET,
        *,
        wait_for: str | None = None,
        where: Callable[[Event], object] | None = None,
        device: str | None = None,
        timeout: float = 30.0,
        ttl: int | Unset = UNSET,
        private: bool | Unset = UNSET,
        as_device_id: str | Unset = UNSET,
        **options: Unpack[AskOptions],
    ) -> Event:
        """Publish an event, and wait for the event that answers it.

        The event is published when the stream for the answer is open, so an answer can't come too
        early. It is published once, whatever becomes of the stream.

            answer = particle.events.publish_and_wait("ping", wait_for="pong", timeout=10)

        Args:
            name: Name of the event to publish.
            data: Its data, as text.
            wait_for: The whole name of the response; by default the same name, which the event that
                is published has itself: it shows that the event went through.
            where: A function of the event that tells whether it is the response.
            device: Only answers of the device with this id.
            timeout: Seconds to wait at most, in all.
            ttl: How long the event should persist, in seconds.
            private: Whether the event is private.
            as_device_id: ID of the device that the event shall seem to come from.
            options: See `AskOptions`.

        Raises:
            StreamTimeoutError: No response came in time, or the stream couldn't be opened in time:
                the message tells which, and whether the event was published.

        Cloud API: publishProductEvent, POST /v1/products/{productIdOrSlug}/events; and
        streamProductEvents. Permissions of API users: events:send, events:get.
        """
        from ..api.events import PUBLISH_PRODUCT_EVENT

        asking = Asking(name, wait_for, timeout, where)
        path = events_path(asking.answer, device)
        body = {
            "name": name,
            "data": data,
            "ttl": ttl,
            "private": private,
            "as_device_id": as_device_id,
        }
        stream = open_stream(self, path, cast("EventStreamOptions", options))
        try:
            stream.connect(asking.seconds_left)
            request = asking.request_options(options)
            self._model(PUBLISH_PRODUCT_EVENT, Ok, "/events", request, json=body)
            asking.published = True
            return stream.wait_for(asking.answer, timeout=asking.seconds_left, where=where)
        except StreamTimeoutError as error:
            raise asking.timed_out() from error.__cause__
        finally:
            stream.close()


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
            device: Only those of the device with this id; with `"mine"`, of your own devices.
            options: See `EventStreamOptions`.

        Cloud API: streamOrgEvents, streamOrgProductEventsByPrefix;
        GET /v1/orgs/{orgIdOrSlug}/events and
        /v1/orgs/{orgIdOrSlug}/products/{productIdOrSlug}/events/{eventPrefix}.
        """
        return open_stream(self, org_events_path(prefix, product, device), options, prefix)


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
        return aopen_stream(self, events_path(prefix, device), options, prefix)

    async def publish_and_wait(
        self,
        name: str,
        data: str | Unset = UNSET,
        *,
        wait_for: str | None = None,
        where: Callable[[Event], object] | None = None,
        device: str | None = None,
        timeout: float = 30.0,
        ttl: int | Unset = UNSET,
        private: bool | Unset = UNSET,
        **options: Unpack[AskOptions],
    ) -> Event:
        """Publish an event, and wait for the event that answers it.

        The event is published when the stream for the answer is open, so an answer can't come too
        early. It is published once, whatever becomes of the stream.

            answer = await particle.events.publish_and_wait("ping", wait_for="pong", timeout=10)

        Args:
            name: Name of the event to publish.
            data: Its data, as text.
            wait_for: The whole name of the response; by default the same name, which the event that
                is published has itself: it shows that the event went through.
            where: A function of the event that tells whether it is the response.
            device: Only answers of the device with this id.
            timeout: Seconds to wait at most, in all.
            ttl: How long the event should persist, in seconds.
            private: Whether the event is private.
            options: See `AskOptions`.

        Raises:
            StreamTimeoutError: No response came in time, or the stream couldn't be opened in time:
                the message tells which, and whether the event was published.

        Cloud API: publishEvent, POST /v1/devices/events, and streamMyEventsByPrefix.
        """
        from ..api.events import PUBLISH_EVENT

        asking = Asking(name, wait_for, timeout, where)
        path = events_path(asking.answer, device or "mine")
        body = {"name": name, "data": data, "ttl": ttl, "private": private}
        stream = aopen_stream(self, path, cast("EventStreamOptions", options))
        try:
            await stream.connect(asking.seconds_left)
            request = asking.request_options(options)
            await self._model(PUBLISH_EVENT, Ok, "/devices/events", request, json=body)
            asking.published = True
            return await stream.wait_for(asking.answer, timeout=asking.seconds_left, where=where)
        except StreamTimeoutError as error:
            raise asking.timed_out() from error.__cause__
        finally:
            await stream.aclose()


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
            device: Only those of the device with this id; with `"mine"`, of your own devices.
            options: See `EventStreamOptions`.

        Cloud API: streamProductEvents, streamProductDeviceEvents;
        GET /v1/products/{productIdOrSlug}/events and
        /v1/products/{productIdOrSlug}/devices/{deviceId}/events.
        """
        return aopen_stream(self, events_path(prefix, device), options, prefix)

    async def publish_and_wait(
        self,
        name: str,
        data: str | Unset = UNSET,
        *,
        wait_for: str | None = None,
        where: Callable[[Event], object] | None = None,
        device: str | None = None,
        timeout: float = 30.0,
        ttl: int | Unset = UNSET,
        private: bool | Unset = UNSET,
        as_device_id: str | Unset = UNSET,
        **options: Unpack[AskOptions],
    ) -> Event:
        """Publish an event, and wait for the event that answers it.

        The event is published when the stream for the answer is open, so an answer can't come too
        early. It is published once, whatever becomes of the stream.

            answer = await particle.events.publish_and_wait("ping", wait_for="pong", timeout=10)

        Args:
            name: Name of the event to publish.
            data: Its data, as text.
            wait_for: The whole name of the response; by default the same name, which the event that
                is published has itself: it shows that the event went through.
            where: A function of the event that tells whether it is the response.
            device: Only answers of the device with this id.
            timeout: Seconds to wait at most, in all.
            ttl: How long the event should persist, in seconds.
            private: Whether the event is private.
            as_device_id: ID of the device that the event shall seem to come from.
            options: See `AskOptions`.

        Raises:
            StreamTimeoutError: No response came in time, or the stream couldn't be opened in time:
                the message tells which, and whether the event was published.

        Cloud API: publishProductEvent, POST /v1/products/{productIdOrSlug}/events; and
        streamProductEvents. Permissions of API users: events:send, events:get.
        """
        from ..api.events import PUBLISH_PRODUCT_EVENT

        asking = Asking(name, wait_for, timeout, where)
        path = events_path(asking.answer, device)
        body = {
            "name": name,
            "data": data,
            "ttl": ttl,
            "private": private,
            "as_device_id": as_device_id,
        }
        stream = aopen_stream(self, path, cast("EventStreamOptions", options))
        try:
            await stream.connect(asking.seconds_left)
            request = asking.request_options(options)
            await self._model(PUBLISH_PRODUCT_EVENT, Ok, "/events", request, json=body)
            asking.published = True
            return await stream.wait_for(asking.answer, timeout=asking.seconds_left, where=where)
        except StreamTimeoutError as error:
            raise asking.timed_out() from error.__cause__
        finally:
            await stream.aclose()


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
            device: Only those of the device with this id; with `"mine"`, of your own devices.
            options: See `EventStreamOptions`.

        Cloud API: streamOrgEvents, streamOrgProductEventsByPrefix;
        GET /v1/orgs/{orgIdOrSlug}/events and
        /v1/orgs/{orgIdOrSlug}/products/{productIdOrSlug}/events/{eventPrefix}.
        """
        return aopen_stream(self, org_events_path(prefix, product, device), options, prefix)
