# Generated from openapi/ by `make generate`. Do not edit.
"""Events: publishing them, and receiving them as they happen over a stream that stays open
(server-sent events).
"""

from __future__ import annotations

from typing import Unpack

from ..base.unset import UNSET, Unset
from ..calls.options import RequestOptions
from ..methods.async_events import (
    AsyncAccountEventMethods,
    AsyncOrgEventMethods,
    AsyncProductEventMethods,
)
from ..methods.async_resource import AsyncResource
from ..methods.events import AccountEventMethods, OrgEventMethods, ProductEventMethods
from ..methods.resource import Resource
from ..models.common import Ok
from ..operations.events import PUBLISH_EVENT, PUBLISH_ORG_EVENT, PUBLISH_PRODUCT_EVENT

__all__ = [
    "AsyncEvents",
    "AsyncOrgEvents",
    "AsyncProductEvents",
    "Events",
    "OrgEvents",
    "ProductEvents",
]


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
        and the devices that subscribe to the name receive it. Delivery isn't confirmed, and each
        request publishes an event of its own.

        The client never repeats the request on its own.

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

        Examples:
            >>> particle.events.publish("myevent", "Hello World", ttl=60)

        Cloud API: publishEvent, POST /v1/devices/events.
        """
        return self._call(
            PUBLISH_EVENT,
            options,
            Ok,
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
        confirmed, and each request publishes an event of its own.

        The client never repeats the request on its own.

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
            as_device_id: ID of the device that the event appears to come from. The device must
                belong to the product.

        Examples:
            >>> product.events.publish("myevent", "Hello World", ttl=60)

        Cloud API: publishProductEvent, POST /v1/products/{productIdOrSlug}/events. Permission of
        API users: events:send.
        """
        return self._call(
            PUBLISH_PRODUCT_EVENT,
            options,
            Ok,
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

    def publish(
        self, name: str, data: str | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> Ok:
        """Publish an event in an organization.

        Publishes an event to each of the organization's products: their event streams, their
        webhooks and other integrations, and the devices that subscribe to the name receive it.
        Delivery isn't confirmed, and each request publishes an event of its own.

        The client never repeats the request on its own.

        Args:
            name: Name of the event: 1 to 64 ASCII characters, of which only letters, digits,
                underscores, dashes and slashes are safe. Receivers filter by the beginning of the
                name, so related events share a prefix (`kitchen/temperature`). Names that begin
                with `particle` or `spark`, in upper or lower case, are reserved for the system.
            data: Data of the event, as text; JSON is sent as its text. What a device can
                receive depends on its model and on its version of Device OS: 1024 bytes of UTF-8
                are typical, 16384 at most.

        Examples:
            >>> org.events.publish("myevent", "Hello World")

        Cloud API: publishOrgEvent, POST /v1/orgs/{orgIdOrSlug}/events.
        """
        return self._call(PUBLISH_ORG_EVENT, options, Ok, json={"name": name, "data": data})


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
        and the devices that subscribe to the name receive it. Delivery isn't confirmed, and each
        request publishes an event of its own.

        The client never repeats the request on its own.

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

        Examples:
            >>> await particle.events.publish("myevent", "Hello World", ttl=60)

        Cloud API: publishEvent, POST /v1/devices/events.
        """
        return await self._call(
            PUBLISH_EVENT,
            options,
            Ok,
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
        confirmed, and each request publishes an event of its own.

        The client never repeats the request on its own.

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
            as_device_id: ID of the device that the event appears to come from. The device must
                belong to the product.

        Examples:
            >>> await product.events.publish("myevent", "Hello World", ttl=60)

        Cloud API: publishProductEvent, POST /v1/products/{productIdOrSlug}/events. Permission of
        API users: events:send.
        """
        return await self._call(
            PUBLISH_PRODUCT_EVENT,
            options,
            Ok,
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

    async def publish(
        self, name: str, data: str | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> Ok:
        """Publish an event in an organization.

        Publishes an event to each of the organization's products: their event streams, their
        webhooks and other integrations, and the devices that subscribe to the name receive it.
        Delivery isn't confirmed, and each request publishes an event of its own.

        The client never repeats the request on its own.

        Args:
            name: Name of the event: 1 to 64 ASCII characters, of which only letters, digits,
                underscores, dashes and slashes are safe. Receivers filter by the beginning of the
                name, so related events share a prefix (`kitchen/temperature`). Names that begin
                with `particle` or `spark`, in upper or lower case, are reserved for the system.
            data: Data of the event, as text; JSON is sent as its text. What a device can
                receive depends on its model and on its version of Device OS: 1024 bytes of UTF-8
                are typical, 16384 at most.

        Examples:
            >>> await org.events.publish("myevent", "Hello World")

        Cloud API: publishOrgEvent, POST /v1/orgs/{orgIdOrSlug}/events.
        """
        return await self._call(PUBLISH_ORG_EVENT, options, Ok, json={"name": name, "data": data})
