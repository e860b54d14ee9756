"""The quarantine of a product: devices that connected with its firmware but aren't in it."""

from __future__ import annotations

import builtins
from typing import Unpack

from .api.devices import AsyncProductDevices
from .calls.lazy import AsyncListing  # async only
from .calls.options import RequestOptions
from .methods.async_resource import AsyncResource
from .models.common import Ok
from .models.devices import Device, DevicesImported


class AsyncQuarantine(AsyncResource):
    """Devices that ask to be in the product, and what becomes of them."""

    __slots__ = ()

    @property
    def _devices(self) -> AsyncProductDevices:
        return AsyncProductDevices(self._client, self._scope)

    def list(self, **options: Unpack[RequestOptions]) -> AsyncListing[Device]:
        """List the devices in quarantine.

        They are among the product's devices, whose pages are read to the end.

        Cloud API: listProductDevices, GET /v1/products/{productIdOrSlug}/devices. Permission of
        API users: devices:list.
        """
        devices = self._devices.list(quarantined=True, **options)

        async def fetch() -> builtins.list[Device]:
            return [device async for device in devices if getattr(device, "quarantined", False)]

        return AsyncListing(fetch)

    async def approve(self, device_id: str, **options: Unpack[RequestOptions]) -> DevicesImported:
        """Take a device out of quarantine, and into the product. The response may be empty.

        Cloud API: addProductDevices, POST /v1/products/{productIdOrSlug}/devices. Permission of
        API users: devices:import.
        """
        return await self._devices.approve(device_id, **options)

    async def deny(self, device_id: str, **options: Unpack[RequestOptions]) -> Ok | None:
        """Refuse a device that is in quarantine, for good.

        Cloud API: removeProductDevice, DELETE /v1/products/{productIdOrSlug}/devices/{deviceId}.
        Permission of API users: devices:remove.
        """
        return await self._devices.deny(device_id, **options)
