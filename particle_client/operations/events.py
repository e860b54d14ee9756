# Generated from openapi/ by `make generate`. Do not edit.
"""Operations of `events`."""

from __future__ import annotations

from ..calls.operation import Operation

__all__ = [
    "PUBLISH_EVENT",
    "PUBLISH_ORG_EVENT",
    "PUBLISH_PRODUCT_EVENT",
    "STREAM_DEVICE_EVENTS",
    "STREAM_DEVICE_EVENTS_BY_PREFIX",
    "STREAM_EVENTS",
    "STREAM_EVENTS_BY_PREFIX",
    "STREAM_MY_EVENTS",
    "STREAM_MY_EVENTS_BY_PREFIX",
    "STREAM_ORG_DEVICE_EVENTS",
    "STREAM_ORG_EVENTS",
    "STREAM_ORG_EVENTS_BY_PREFIX",
    "STREAM_ORG_PRODUCT_EVENTS_BY_PREFIX",
    "STREAM_PRODUCT_DEVICE_EVENTS",
    "STREAM_PRODUCT_DEVICE_EVENTS_BY_PREFIX",
    "STREAM_PRODUCT_EVENTS",
    "STREAM_PRODUCT_EVENTS_BY_PREFIX",
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
STREAM_PRODUCT_DEVICE_EVENTS_BY_PREFIX = Operation(
    "streamProductDeviceEventsByPrefix",
    "GET",
    "/v1/products/{productIdOrSlug}/devices/{deviceId}/events/{eventPrefix}",
)
STREAM_ORG_EVENTS = Operation("streamOrgEvents", "GET", "/v1/orgs/{orgIdOrSlug}/events")
PUBLISH_ORG_EVENT = Operation("publishOrgEvent", "POST", "/v1/orgs/{orgIdOrSlug}/events")
STREAM_ORG_EVENTS_BY_PREFIX = Operation(
    "streamOrgEventsByPrefix", "GET", "/v1/orgs/{orgIdOrSlug}/events/{eventPrefix}"
)
STREAM_ORG_DEVICE_EVENTS = Operation(
    "streamOrgDeviceEvents", "GET", "/v1/orgs/{orgIdOrSlug}/devices/{deviceId}/events"
)
STREAM_ORG_PRODUCT_EVENTS_BY_PREFIX = Operation(
    "streamOrgProductEventsByPrefix",
    "GET",
    "/v1/orgs/{orgIdOrSlug}/products/{productIdOrSlug}/events/{eventPrefix}",
)
