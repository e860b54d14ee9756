# Generated from openapi/ by `make generate`. Do not edit.
"""Device vitals: how devices are doing, with their network and signal, power, memory and connection
to the cloud.
"""

from __future__ import annotations

from datetime import datetime
from typing import Unpack

from ..base.unset import UNSET, Unset
from ..calls.lazy import AsyncPager
from ..calls.options import RequestOptions
from ..calls.page import Page
from ..methods.async_resource import AsyncResource
from ..methods.resource import Resource
from ..models.common import Ok
from ..models.diagnostics import DeviceVitalsList, DeviceVitalsRecord, DeviceVitalsResponse
from ..operations.diagnostics import (
    GET_LAST_DEVICE_VITALS,
    LIST_DEVICE_VITALS,
    REFRESH_DEVICE_VITALS,
)

__all__ = ["AsyncDiagnostics", "Diagnostics"]


class Diagnostics(Resource):
    """Device vitals: how devices are doing, with their network and signal, power, memory and
    connection to the cloud.

    Reached as `particle.diagnostics` and `particle.product(…).diagnostics`.

    Arguments of several methods:
        device_id: ID of the device. It is usually 24 hexadecimal digits, as the lists of
            devices show it, and never changes, unlike the device's name.
    """

    __slots__ = ()

    def list(
        self,
        device_id: str,
        *,
        start_date: datetime | str | Unset = UNSET,
        end_date: datetime | str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Page[DeviceVitalsList, DeviceVitalsRecord]:
        """List the vitals of a device.

        All vitals of a device that the cloud still has. It keeps them for a month.

        If the cloud can't read a date, or a date is too far in the past, it may still respond with
        success. Then there are no records, and the response's `error` and `description` say why.

        With the header `Accept: text/csv` the records come as comma-separated values.

        For `text/csv`, send the header with the client's own `get`, which doesn't parse the
        response.

        Args:
            device_id: ID of the device.
            start_date: Only records from this time on, at most 30 days ago.
            end_date: Only records before this time.

        Raises:
            BadRequestError: A date can't be read, or lies too far back.

        Examples:
            >>> for record in particle.diagnostics.list("0123456789abcdef01234567"):
            ...     print(record.updated_at)

        Cloud API: listDeviceVitals, GET {scope}/diagnostics/{deviceId}. Permission of API users:
        devices.diagnostics:get.
        """
        return self._page(
            LIST_DEVICE_VITALS,
            options,
            DeviceVitalsList,
            DeviceVitalsRecord,
            path={"device_id": device_id},
            query={"start_date": start_date, "end_date": end_date},
        )

    def last(self, device_id: str, **options: Unpack[RequestOptions]) -> DeviceVitalsResponse:
        """Get the last vitals of a device.

        The vitals that the device sent last: its network and signal, its connection to the cloud,
        its power, memory and uptime.

        Args:
            device_id: ID of the device.

        Examples:
            >>> particle.diagnostics.last("0123456789abcdef01234567")

        Cloud API: getLastDeviceVitals, GET {scope}/diagnostics/{deviceId}/last. Permission of API
        users: devices.diagnostics:get.
        """
        return self._call(
            GET_LAST_DEVICE_VITALS, options, DeviceVitalsResponse, path={"device_id": device_id}
        )

    def refresh(self, device_id: str, **options: Unpack[RequestOptions]) -> Ok:
        """Ask a device for its vitals.

        Asks the device to measure and send its vitals. The response only tells that the device has
        been asked. The vitals come as the event `spark/device/diagnostics/update`, and are then the
        last ones; a device that isn't online sends none.

        Args:
            device_id: ID of the device.

        Examples:
            >>> particle.diagnostics.refresh("0123456789abcdef01234567")

        Cloud API: refreshDeviceVitals, POST {scope}/diagnostics/{deviceId}/update. Permission of
        API users: devices.diagnostics:update.
        """
        return self._call(REFRESH_DEVICE_VITALS, options, Ok, path={"device_id": device_id})


class AsyncDiagnostics(AsyncResource):
    """Device vitals: how devices are doing, with their network and signal, power, memory and
    connection to the cloud.

    Reached as `particle.diagnostics` and `particle.product(…).diagnostics` of an `AsyncParticle`.

    Arguments of several methods:
        device_id: ID of the device. It is usually 24 hexadecimal digits, as the lists of
            devices show it, and never changes, unlike the device's name.
    """

    __slots__ = ()

    def list(
        self,
        device_id: str,
        *,
        start_date: datetime | str | Unset = UNSET,
        end_date: datetime | str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[DeviceVitalsList, DeviceVitalsRecord]:
        """List the vitals of a device.

        All vitals of a device that the cloud still has. It keeps them for a month.

        If the cloud can't read a date, or a date is too far in the past, it may still respond with
        success. Then there are no records, and the response's `error` and `description` say why.

        With the header `Accept: text/csv` the records come as comma-separated values.

        For `text/csv`, send the header with the client's own `get`, which doesn't parse the
        response.

        Args:
            device_id: ID of the device.
            start_date: Only records from this time on, at most 30 days ago.
            end_date: Only records before this time.

        Raises:
            BadRequestError: A date can't be read, or lies too far back.

        Examples:
            >>> async for record in particle.diagnostics.list("0123456789abcdef01234567"):
            ...     print(record.updated_at)

        Cloud API: listDeviceVitals, GET {scope}/diagnostics/{deviceId}. Permission of API users:
        devices.diagnostics:get.
        """
        return self._page(
            LIST_DEVICE_VITALS,
            options,
            DeviceVitalsList,
            DeviceVitalsRecord,
            path={"device_id": device_id},
            query={"start_date": start_date, "end_date": end_date},
        )

    async def last(self, device_id: str, **options: Unpack[RequestOptions]) -> DeviceVitalsResponse:
        """Get the last vitals of a device.

        The vitals that the device sent last: its network and signal, its connection to the cloud,
        its power, memory and uptime.

        Args:
            device_id: ID of the device.

        Examples:
            >>> await particle.diagnostics.last("0123456789abcdef01234567")

        Cloud API: getLastDeviceVitals, GET {scope}/diagnostics/{deviceId}/last. Permission of API
        users: devices.diagnostics:get.
        """
        return await self._call(
            GET_LAST_DEVICE_VITALS, options, DeviceVitalsResponse, path={"device_id": device_id}
        )

    async def refresh(self, device_id: str, **options: Unpack[RequestOptions]) -> Ok:
        """Ask a device for its vitals.

        Asks the device to measure and send its vitals. The response only tells that the device has
        been asked. The vitals come as the event `spark/device/diagnostics/update`, and are then the
        last ones; a device that isn't online sends none.

        Args:
            device_id: ID of the device.

        Examples:
            >>> await particle.diagnostics.refresh("0123456789abcdef01234567")

        Cloud API: refreshDeviceVitals, POST {scope}/diagnostics/{deviceId}/update. Permission of
        API users: devices.diagnostics:update.
        """
        return await self._call(REFRESH_DEVICE_VITALS, options, Ok, path={"device_id": device_id})
