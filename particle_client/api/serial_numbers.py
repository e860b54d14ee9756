# Generated from openapi/ by `make generate`. Do not edit.
"""Serial numbers, as they are printed on the packaging of devices."""

from __future__ import annotations

from typing import Unpack

from ..calls.options import RequestOptions
from ..methods.async_resource import AsyncResource
from ..methods.resource import Resource
from ..models.serial_numbers import SerialNumber
from ..operations.serial_numbers import LOOK_UP_SERIAL_NUMBER

__all__ = ["AsyncSerialNumbers", "SerialNumbers"]


class SerialNumbers(Resource):
    """Serial numbers, as they are printed on the packaging of devices.

    Reached as `particle.serial_numbers`.
    """

    __slots__ = ()

    def lookup(self, serial_number: str, **options: Unpack[RequestOptions]) -> SerialNumber:
        """Look up a serial number.

        The ID of the device with a serial number, and the ICCID of its SIM card if it has one. It
        works for devices that aren't in one of your products yet, too.

        At most 50 requests an hour are allowed. For devices of a product use
        `product.devices.list(serial_number=…)` instead.

        Args:
            serial_number: The serial number, which is printed on the device's packaging as a
                barcode.

        Examples:
            >>> particle.serial_numbers.lookup("E26AAA111111111")

        Cloud API: lookUpSerialNumber, GET /v1/serial_numbers/{serial_number}.
        """
        return self._call(
            LOOK_UP_SERIAL_NUMBER, options, SerialNumber, path={"serial_number": serial_number}
        )


class AsyncSerialNumbers(AsyncResource):
    """Serial numbers, as they are printed on the packaging of devices.

    Reached as `particle.serial_numbers` of an `AsyncParticle`.
    """

    __slots__ = ()

    async def lookup(self, serial_number: str, **options: Unpack[RequestOptions]) -> SerialNumber:
        """Look up a serial number.

        The ID of the device with a serial number, and the ICCID of its SIM card if it has one. It
        works for devices that aren't in one of your products yet, too.

        At most 50 requests an hour are allowed. For devices of a product use
        `product.devices.list(serial_number=…)` instead.

        Args:
            serial_number: The serial number, which is printed on the device's packaging as a
                barcode.

        Examples:
            >>> await particle.serial_numbers.lookup("E26AAA111111111")

        Cloud API: lookUpSerialNumber, GET /v1/serial_numbers/{serial_number}.
        """
        return await self._call(
            LOOK_UP_SERIAL_NUMBER, options, SerialNumber, path={"serial_number": serial_number}
        )
