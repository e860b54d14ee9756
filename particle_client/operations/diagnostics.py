# Generated from openapi/ by `make generate`. Do not edit.
"""Operations of `diagnostics`."""

from __future__ import annotations

from ..calls.operation import Operation, Pagination

__all__ = ["GET_LAST_DEVICE_VITALS", "LIST_DEVICE_VITALS", "REFRESH_DEVICE_VITALS"]

LIST_DEVICE_VITALS = Operation(
    "listDeviceVitals",
    "GET",
    "{scope}/diagnostics/{deviceId}",
    pagination=Pagination("diagnostics"),
)
GET_LAST_DEVICE_VITALS = Operation(
    "getLastDeviceVitals", "GET", "{scope}/diagnostics/{deviceId}/last"
)
REFRESH_DEVICE_VITALS = Operation(
    "refreshDeviceVitals", "POST", "{scope}/diagnostics/{deviceId}/update"
)
