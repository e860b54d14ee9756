# Generated from openapi/ by `make generate`. Do not edit.
"""Where the devices of a product are, and where they were."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Unpack

from ..base.unset import UNSET, Unset
from ..calls.encoding import comma, several
from ..calls.lazy import AsyncPager
from ..calls.options import RequestOptions
from ..calls.page import Page
from ..methods.async_resource import AsyncResource
from ..methods.resource import Resource
from ..models.locations import DeviceLocation, FleetLocationList, LocationList, LocationResponse
from ..operations.locations import (
    GET_PRODUCT_DEVICE_LOCATION,
    LIST_PRODUCT_FLEET_LOCATIONS,
    LIST_PRODUCT_LOCATIONS,
)

__all__ = ["AsyncProductLocations", "ProductLocations"]


class ProductLocations(Resource):
    """Where the devices of a product are, and where they were.

    Reached as `particle.product(…).locations`.
    """

    __slots__ = ()

    def list(
        self,
        *,
        date_range: Sequence[str] | Unset = UNSET,
        rect_bl: str | Unset = UNSET,
        rect_tr: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        device_name: str | Unset = UNSET,
        groups: Sequence[str] | Unset = UNSET,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Page[LocationList, DeviceLocation]:
        """List the locations of a product's devices.

        Where the devices of a product are, or were in a span of time, page by page, 20 devices on a
        page unless `per_page` says otherwise. Without `date_range` each device has its last known
        location; with it, all that it reported in that time.

        Args:
            date_range: Only locations of this span of time: its beginning and its end (ISO
                8601), as in `["2020-12-05T20:00:00Z", "2020-12-05T21:00:00Z"]`. They travel as one
                value, separated by a comma. Default the last known location.
            rect_bl: Only locations in a rectangle: latitude and longitude of its corner at the
                bottom left, separated by a comma, as in `30.5,30.0`. Goes with `rect_tr`.
            rect_tr: Latitude and longitude of the rectangle's corner at the top right,
                separated by a comma, as in `36.2,35.6`.
            device_id: Only devices whose ID begins with this text.
            device_name: Only devices whose name begins with this text.
            groups: Only devices of these groups. The names travel as one value, separated by
                commas.
            page: Number of the page to return, counted from 1. Default 1.
            per_page: Number of devices on a page, at most 100. Default 20.

        Examples:
            >>> for location in product.locations.list():
            ...     print(location.device_id)

        Cloud API: listProductLocations, GET /v1/products/{productIdOrSlug}/locations. Permission of
        API users: locations:get.
        """
        return self._page(
            LIST_PRODUCT_LOCATIONS,
            options,
            LocationList,
            DeviceLocation,
            query={
                "date_range": comma("date_range", several("date_range", date_range)),
                "rect_bl": rect_bl,
                "rect_tr": rect_tr,
                "device_id": device_id,
                "device_name": device_name,
                "groups": comma("groups", several("groups", groups)),
                "page": page,
                "per_page": per_page,
            },
        )

    def get(
        self,
        device_id: str,
        *,
        date_range: Sequence[str] | Unset = UNSET,
        rect_bl: str | Unset = UNSET,
        rect_tr: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> LocationResponse:
        """Get the location of a device.

        Where a device is, or was in a span of time, with what it reported beside its place: speed,
        heading and data of its own. Without `date_range` it is the last known location; with it,
        all that the device reported in that time.

        Args:
            device_id: ID of the device. It is usually 24 hexadecimal digits, as the lists of
                devices show it, and never changes, unlike the device's name.
            date_range: Only locations of this span of time: its beginning and its end (ISO
                8601), as in `["2020-12-05T20:00:00Z", "2020-12-05T21:00:00Z"]`. They travel as one
                value, separated by a comma. Default the last known location.
            rect_bl: Only locations in a rectangle: latitude and longitude of its corner at the
                bottom left, separated by a comma, as in `30.5,30.0`. Goes with `rect_tr`.
            rect_tr: Latitude and longitude of the rectangle's corner at the top right,
                separated by a comma, as in `36.2,35.6`.

        Examples:
            >>> product.locations.get("0123456789abcdef01234567")

        Cloud API: getProductDeviceLocation, GET
        /v1/products/{productIdOrSlug}/locations/{deviceId}. Permission of API users: locations:get.
        """
        return self._call(
            GET_PRODUCT_DEVICE_LOCATION,
            options,
            LocationResponse,
            path={"device_id": device_id},
            query={
                "date_range": comma("date_range", several("date_range", date_range)),
                "rect_bl": rect_bl,
                "rect_tr": rect_tr,
            },
        )

    def list_fleet(
        self,
        *,
        device_id: str | Unset = UNSET,
        device_name: str | Unset = UNSET,
        groups: Sequence[str] | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Page[FleetLocationList, DeviceLocation]:
        """List the last locations of the whole fleet.

        Where all devices of a product are, in one response without pages. Each device has its last
        known location.

        Args:
            device_id: Only devices whose ID begins with this text.
            device_name: Only devices whose name begins with this text.
            groups: Only devices of these groups. The names travel as one value, separated by
                commas.

        Examples:
            >>> for location in product.locations.list_fleet():
            ...     print(location.device_id)

        Cloud API: listProductFleetLocations, GET /v1/products/{productIdOrSlug}/fleet_locations.
        Permission of API users: locations:get.
        """
        return self._page(
            LIST_PRODUCT_FLEET_LOCATIONS,
            options,
            FleetLocationList,
            DeviceLocation,
            query={
                "device_id": device_id,
                "device_name": device_name,
                "groups": comma("groups", several("groups", groups)),
            },
        )


class AsyncProductLocations(AsyncResource):
    """Where the devices of a product are, and where they were.

    Reached as `particle.product(…).locations` of an `AsyncParticle`.
    """

    __slots__ = ()

    def list(
        self,
        *,
        date_range: Sequence[str] | Unset = UNSET,
        rect_bl: str | Unset = UNSET,
        rect_tr: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        device_name: str | Unset = UNSET,
        groups: Sequence[str] | Unset = UNSET,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[LocationList, DeviceLocation]:
        """List the locations of a product's devices.

        Where the devices of a product are, or were in a span of time, page by page, 20 devices on a
        page unless `per_page` says otherwise. Without `date_range` each device has its last known
        location; with it, all that it reported in that time.

        Args:
            date_range: Only locations of this span of time: its beginning and its end (ISO
                8601), as in `["2020-12-05T20:00:00Z", "2020-12-05T21:00:00Z"]`. They travel as one
                value, separated by a comma. Default the last known location.
            rect_bl: Only locations in a rectangle: latitude and longitude of its corner at the
                bottom left, separated by a comma, as in `30.5,30.0`. Goes with `rect_tr`.
            rect_tr: Latitude and longitude of the rectangle's corner at the top right,
                separated by a comma, as in `36.2,35.6`.
            device_id: Only devices whose ID begins with this text.
            device_name: Only devices whose name begins with this text.
            groups: Only devices of these groups. The names travel as one value, separated by
                commas.
            page: Number of the page to return, counted from 1. Default 1.
            per_page: Number of devices on a page, at most 100. Default 20.

        Examples:
            >>> async for location in product.locations.list():
            ...     print(location.device_id)

        Cloud API: listProductLocations, GET /v1/products/{productIdOrSlug}/locations. Permission of
        API users: locations:get.
        """
        return self._page(
            LIST_PRODUCT_LOCATIONS,
            options,
            LocationList,
            DeviceLocation,
            query={
                "date_range": comma("date_range", several("date_range", date_range)),
                "rect_bl": rect_bl,
                "rect_tr": rect_tr,
                "device_id": device_id,
                "device_name": device_name,
                "groups": comma("groups", several("groups", groups)),
                "page": page,
                "per_page": per_page,
            },
        )

    async def get(
        self,
        device_id: str,
        *,
        date_range: Sequence[str] | Unset = UNSET,
        rect_bl: str | Unset = UNSET,
        rect_tr: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> LocationResponse:
        """Get the location of a device.

        Where a device is, or was in a span of time, with what it reported beside its place: speed,
        heading and data of its own. Without `date_range` it is the last known location; with it,
        all that the device reported in that time.

        Args:
            device_id: ID of the device. It is usually 24 hexadecimal digits, as the lists of
                devices show it, and never changes, unlike the device's name.
            date_range: Only locations of this span of time: its beginning and its end (ISO
                8601), as in `["2020-12-05T20:00:00Z", "2020-12-05T21:00:00Z"]`. They travel as one
                value, separated by a comma. Default the last known location.
            rect_bl: Only locations in a rectangle: latitude and longitude of its corner at the
                bottom left, separated by a comma, as in `30.5,30.0`. Goes with `rect_tr`.
            rect_tr: Latitude and longitude of the rectangle's corner at the top right,
                separated by a comma, as in `36.2,35.6`.

        Examples:
            >>> await product.locations.get("0123456789abcdef01234567")

        Cloud API: getProductDeviceLocation, GET
        /v1/products/{productIdOrSlug}/locations/{deviceId}. Permission of API users: locations:get.
        """
        return await self._call(
            GET_PRODUCT_DEVICE_LOCATION,
            options,
            LocationResponse,
            path={"device_id": device_id},
            query={
                "date_range": comma("date_range", several("date_range", date_range)),
                "rect_bl": rect_bl,
                "rect_tr": rect_tr,
            },
        )

    def list_fleet(
        self,
        *,
        device_id: str | Unset = UNSET,
        device_name: str | Unset = UNSET,
        groups: Sequence[str] | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[FleetLocationList, DeviceLocation]:
        """List the last locations of the whole fleet.

        Where all devices of a product are, in one response without pages. Each device has its last
        known location.

        Args:
            device_id: Only devices whose ID begins with this text.
            device_name: Only devices whose name begins with this text.
            groups: Only devices of these groups. The names travel as one value, separated by
                commas.

        Examples:
            >>> async for location in product.locations.list_fleet():
            ...     print(location.device_id)

        Cloud API: listProductFleetLocations, GET /v1/products/{productIdOrSlug}/fleet_locations.
        Permission of API users: locations:get.
        """
        return self._page(
            LIST_PRODUCT_FLEET_LOCATIONS,
            options,
            FleetLocationList,
            DeviceLocation,
            query={
                "device_id": device_id,
                "device_name": device_name,
                "groups": comma("groups", several("groups", groups)),
            },
        )
