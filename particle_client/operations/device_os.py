# Generated from openapi/ by `make generate`. Do not edit.
"""Operations of `device_os`."""

from __future__ import annotations

from ..calls.operation import Operation, Pagination

__all__ = ["GET_DEVICE_OS_VERSION", "LIST_DEVICE_OS_VERSIONS"]

LIST_DEVICE_OS_VERSIONS = Operation(
    "listDeviceOsVersions",
    "GET",
    "/v1/device-os/versions",
    pagination=Pagination(
        "versions",
        page="page",
        total_pages="meta.total_pages",
        total="meta.total",
        identity="version",
        bare=True,
    ),
)
GET_DEVICE_OS_VERSION = Operation("getDeviceOsVersion", "GET", "/v1/device-os/versions/{version}")
