# Generated from openapi/ by `make generate`. Do not edit.
"""Operations of `locations`."""

from __future__ import annotations

from ..calls.operation import Operation, Pagination

__all__ = ["GET_PRODUCT_DEVICE_LOCATION", "LIST_PRODUCT_FLEET_LOCATIONS", "LIST_PRODUCT_LOCATIONS"]

LIST_PRODUCT_LOCATIONS = Operation(
    "listProductLocations",
    "GET",
    "/v1/products/{productIdOrSlug}/locations",
    pagination=Pagination(
        "locations",
        page="page",
        total_pages="meta.total_pages",
        total="meta.devices_found",
        identity="device_id",
    ),
)
GET_PRODUCT_DEVICE_LOCATION = Operation(
    "getProductDeviceLocation", "GET", "/v1/products/{productIdOrSlug}/locations/{deviceId}"
)
LIST_PRODUCT_FLEET_LOCATIONS = Operation(
    "listProductFleetLocations",
    "GET",
    "/v1/products/{productIdOrSlug}/fleet_locations",
    pagination=Pagination("locations"),
)
