# Generated from openapi/ by `make generate`. Do not edit.
"""Events: publishing them, and receiving them as they happen over a stream that stays open
(server-sent events).
"""

from __future__ import annotations

from typing import Unpack

from ..models.common import Ok
from ..operation import Operation, RequestOptions
from ..resources.base import UNSET, AsyncResource, Resource, Unset
from ..resources.events import (
    AccountEventMethods,
    AsyncAccountEventMethods,
    AsyncOrgEventMethods,
    AsyncProductEventMethods,
    OrgEventMethods,
    ProductEventMethods,
)

__all__ = [
    "PUBLISH_EVENT",
    "PUBLISH_PRODUCT_EVENT",
    "STREAM_DEVICE_EVENTS",
    "STREAM_DEVICE_EVENTS_BY_PREFIX",
    "STREAM_EVENTS",
    "STREAM_EVENTS_BY_PREFIX",
    "STREAM_MY_EVENTS",
    "STREAM_MY_EVENTS_BY_PREFIX",
    "STREAM_ORG_EVENTS",
    "STREAM_ORG_PRODUCT_EVENTS_BY_PREFIX",
    "STREAM_PRODUCT_DEVICE_EVENTS",
    "STREAM_PRODUCT_EVENTS",
    "STREAM_PRODUCT_EVENTS_BY_PREFIX",
    "AsyncEvents",
    "AsyncOrgEvents",
    "AsyncProductEvents",
    "Events",
    "OrgEvents",
    "ProductEvents",
]

STREAM_EVENTS = Operation("streamEvents", "GET", "/v1/events")
STREAM_EVENTS_BY_PREFIX = Operation("streamEventsByPrefix", "GET", "/v1/events/{eventPrefix}")
STREAM_MY_EVENTS = Operation("streamMyEvents", "GET", "/v1/devices/events")
PUBLISH_EVENT = Operation("publishEvent", "POST", "/v1/devices/events")
STREAM_MY_EVENTS_BY_PREFIX = Operation(
    "streamMyEventsByPrefix", "GET", "/v1/devices/events/{eventPrefix}"
)
STREAM_DEVICE_EVENTS = Operation("streamDeviceEvents", "GET", "/v1/devices/{deviceId}/events")
STREAM_DEVICE_EVENTS_BY_PREFIX = Operation(
    "streamDeviceEventsByPrefix", "GET", "/v1/devices/{deviceId}/events/{eventPrefix}"
)
STREAM_PRODUCT_EVENTS = Operation(
    "streamProductEvents", "GET", "/v1/products/{productIdOrSlug}/events"
)
PUBLISH_PRODUCT_EVENT = Operation(
    "publishProductEvent", "POST", "/v1/products/{productIdOrSlug}/events"
)
STREAM_PRODUCT_EVENTS_BY_PREFIX = Operation(
    "streamProductEventsByPrefix", "GET", "/v1/products/{productIdOrSlug}/events/{eventPrefix}"
)
STREAM_PRODUCT_DEVICE_EVENTS = Operation(
    "streamProductDeviceEvents", "GET", "/v1/products/{productIdOrSlug}/devices/{deviceId}/events"
)
STREAM_ORG_EVENTS = Operation("streamOrgEvents", "GET", "/v1/orgs/{orgIdOrSlug}/events")
STREAM_ORG_PRODUCT_EVENTS_BY_PREFIX = Operation(
    "streamOrgProductEventsByPrefix",
    "GET",
    "/v1/orgs/{orgIdOrSlug}/products/{productIdOrSlug}/events/{eventPrefix}",
)


class Events(AccountEventMethods, Resource):
    """Events: publishing them, and receiving them as they happen over a stream that stays open
    (server-sent events).

    Reached as `particle.events`.
    """

    __slots__ = ()

    def publish(
        self,
        name: str,
        data: str | Unset = UNSET,
        *,
        ttl: int | Unset = UNSET,
        private: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Ok:
        """Publish an event.

        Publishes an event to the account: its event streams, its webhooks and other integrations,
        and the devices that subscribe to the name receive it. Delivery isn't confirmed, and the
        request isn't retried by itself, because each one publishes an event of its own.

        Args:
            name: Name of the event: 1 to 64 ASCII characters, of which only letters, digits,
                underscores, dashes and slashes are safe. Receivers filter by the beginning of the
                name, so related events share a prefix (`kitchen/temperature`). Names that begin
                with `particle` or `spark`, in upper or lower case, are reserved for the system.
            data: Data of the event, as text; JSON is sent as its text. What a device can
                receive depends on its model and on its version of Device OS: 1024 bytes of UTF-8
                are typical, 16384 at most.
            ttl: How long the event should persist, in seconds. Events carry 60 unless another
                is given.
            private: Whether the event is private, that is, for the account and the product
                alone. Not part of the published reference, but sent by the official SDK.

        Cloud API: publishEvent, POST /v1/devices/events.
        """
        return self._model(
            PUBLISH_EVENT,
            Ok,
            "/devices/events",
            options,
            json={"name": name, "data": data, "ttl": ttl, "private": private},
        )


class ProductEvents(ProductEventMethods, Resource):
    """Events: publishing them, and receiving them as they happen over a stream that stays open
    (server-sent events).

    Reached as `particle.product(…).events`.
    """

    __slots__ = ()

    def publish(
        self,
        name: str,
        data: str | Unset = UNSET,
        *,
        ttl: int | Unset = UNSET,
        private: bool | Unset = UNSET,
        as_device_id: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Ok:
        """Publish a product event.

        Publishes an event to the product: its event streams, its webhooks and other integrations
        receive it. With `as_device_id` the event seems to come from that device. Delivery isn't
        confirmed, and the request isn't retried by itself, because each one publishes an event of
        its own.

        Args:
            name: Name of the event: 1 to 64 ASCII characters, of which only letters, digits,
                underscores, dashes and slashes are safe. Receivers filter by the beginning of the
                name, so related events share a prefix (`kitchen/temperature`). Names that begin
                with `particle` or `spark`, in upper or lower case, are reserved for the system.
            data: Data of the event, as text; JSON is sent as its text. What a device can
                receive depends on its model and on its version of Device OS: 1024 bytes of UTF-8
                are typical, 16384 at most.
            ttl: How long the event should persist, in seconds. Events carry 60 unless another
                is given.
            private: Whether the event is private, that is, for the account and the product
                alone. Not part of the published reference, but sent by the official SDK.
            as_device_id: ID of the device that the event shall seem to come from. The device
                must belong to the product.

        Cloud API: publishProductEvent, POST /v1/products/{productIdOrSlug}/events. Permission of
        API users: events:send.
        """
        return self._model(
            PUBLISH_PRODUCT_EVENT,
            Ok,
            "/events",
            options,
            json={
                "name": name,
                "data": data,
                "ttl": ttl,
                "private": private,
                "as_device_id": as_device_id,
            },
        )


class OrgEvents(OrgEventMethods, Resource):
    """Events: publishing them, and receiving them as they happen over a stream that stays open
    (server-sent events).

    Reached as `particle.org(…).events`.
    """

    __slots__ = ()


class AsyncEvents(AsyncAccountEventMethods, AsyncResource):
    """Events: publishing them, and receiving them as they happen over a stream that stays open
    (server-sent events).

    Reached as `particle.events` of an `AsyncParticle`.
    """

    __slots__ = ()

    async def publish(
        self,
        name: str,
        data: str | Unset = UNSET,
        *,
        ttl: int | Unset = UNSET,
        private: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Ok:
        """Publish an event.

        Publishes an event to the account: its event streams, its webhooks and other integrations,
        and the devices that subscribe to the name receive it. Delivery isn't confirmed, and the
        request isn't retried by itself, because each one publishes an event of its own.

        Args:
            name: Name of the event: 1 to 64 ASCII characters, of which only letters, digits,
                underscores, dashes and slashes are safe. Receivers filter by the beginning of the
                name, so related events share a prefix (`kitchen/temperature`). Names that begin
                with `particle` or `spark`, in upper or lower case, are reserved for the system.
            data: Data of the event, as text; JSON is sent as its text. What a device can
                receive depends on its model and on its version of Device OS: 1024 bytes of UTF-8
                are typical, 16384 at most.
            ttl: How long the event should persist, in seconds. Events carry 60 unless another
                is given.
            private: Whether the event is private, that is, for the account and the product
                alone. Not part of the published reference, but sent by the official SDK.

        Cloud API: publishEvent, POST /v1/devices/events.
        """
        return await self._model(
            PUBLISH_EVENT,
            Ok,
            "/devices/events",
            options,
            json={"name": name, "data": data, "ttl": ttl, "private": private},
        )


class AsyncProductEvents(AsyncProductEventMethods, AsyncResource):
    """Events: publishing them, and receiving them as they happen over a stream that stays open
    (server-sent events).

    Reached as `particle.product(…).events` of an `AsyncParticle`.
    """

    __slots__ = ()

    async def publish(
        self,
        name: str,
        data: str | Unset = UNSET,
        *,
        ttl: int | Unset = UNSET,
        private: bool | Unset = UNSET,
        as_device_id: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Ok:
        """Publish a product event.

        Publishes an event to the product: its event streams, its webhooks and other integrations
        receive it. With `as_device_id` the event seems to come from that device. Delivery isn't
        confirmed, and the request isn't retried by itself, because each one publishes an event of
        its own.

        Args:
            name: Name of the event: 1 to 64 ASCII characters, of which only letters, digits,
                underscores, dashes and slashes are safe. Receivers filter by the beginning of the
                name, so related events share a prefix (`kitchen/temperature`). Names that begin
                with `particle` or `spark`, in upper or lower case, are reserved for the system.
            data: Data of the event, as text; JSON is sent as its text. What a device can
                receive depends on its model and on its version of Device OS: 1024 bytes of UTF-8
                are typical, 16384 at most.
            ttl: How long the event should persist, in seconds. Events carry 60 unless another
                is given.
            private: Whether the event is private, that is, for the account and the product
                alone. Not part of the published reference, but sent by the official SDK.
            as_device_id: ID of the device that the event shall seem to come from. The device
                must belong to the product.

        Cloud API: publishProductEvent, POST /v1/products/{productIdOrSlug}/events. Permission of
        API users: events:send.
        """
        return await self._model(
            PUBLISH_PRODUCT_EVENT,
            Ok,
            "/events",
            options,
            json={
                "name": name,
                "data": data,
                "ttl": ttl,
                "private": private,
                "as_device_id": as_device_id,
            },
        )


class AsyncOrgEvents(AsyncOrgEventMethods, AsyncResource):
    """Events: publishing them, and receiving them as they happen over a stream that stays open
    (server-sent events).

    Reached as `particle.org(…).events` of an `AsyncParticle`.
    """

    __slots__ = ()
