"""The quarantine of a product: devices that connected with its firmware but aren't in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .base import AsyncListing, AsyncResource, Resource

if TYPE_CHECKING:
    import builtins

    from ..models.common import Ok
    from ..models.devices import Device, DevicesImported
    from ..operation import RequestOptions

__all__ = ["AsyncQuarantine", "Quarantine"]


class Quarantine(Resource):
    """Devices that ask to be in the product, and what becomes of them."""

    __slots__ = ()

    def list(self, **options: Unpack[RequestOptions]) -> builtins.list[Device]:
        """List the devices in quarantine.

        They are among the product's devices, whose pages are read to the end.

        Cloud API: listProductDevices, GET /v1/products/{productIdOrSlug}/devices. Permission of
        API users: devices:list.
        """
        from ..api.devices import ProductDevices

        devices = ProductDevices(self._client, self._scope).list(quarantined=True, **options)
        return [device for device in devices if device.quarantined]

    def approve(self, device_id: str, **options: Unpack[RequestOptions]) -> DevicesImported:
        """Take a device out of quarantine, and into the product. The response may be empty.

        Cloud API: addProductDevices, POST /v1/products/{productIdOrSlug}/devices. Permission of
        API users: devices:import.
        """
        from ..api.devices import ProductDevices

        return ProductDevices(self._client, self._scope).approve(device_id, **options)

    def deny(self, device_id: str, **options: Unpack[RequestOptions]) -> Ok | None:
        """Refuse a device that is in quarantine, for good.

        Cloud API: removeProductDevice, DELETE /v1/products/{productIdOrSlug}/devices/{deviceId}.
        Permission of API users: devices:remove.
        """
        from ..api.devices import ProductDevices

        return ProductDevices(self._client, self._scope).deny(device_id, **options)


class AsyncQuarantine(AsyncResource):
    """Devices that ask to be in the product, and what becomes of them."""

    __slots__ = ()

    def list(self, **options: Unpack[RequestOptions]) -> AsyncListing[Device]:
        """List the devices in quarantine.

        They are among the product's devices, whose pages are read to the end.

        Cloud API: listProductDevices, GET /v1/products/{productIdOrSlug}/devices. Permission of
        API users: devices:list.
        """
        from ..api.devices import AsyncProductDevices

        devices = AsyncProductDevices(self._client, self._scope).list(quarantined=True, **options)

        async def fetch() -> builtins.list[Device]:
            return [device async for device in devices if device.quarantined]

        return AsyncListing(fetch)

    async def approve(self, device_id: str, **options: Unpack[RequestOptions]) -> DevicesImported:
        """Take a device out of quarantine, and into the product. The response may be empty.

        Cloud API: addProductDevices, POST /v1/products/{productIdOrSlug}/devices. Permission of
        API users: devices:import.
        """
        from ..api.devices import AsyncProductDevices

        return await AsyncProductDevices(self._client, self._scope).approve(device_id, **options)

    async def deny(self, device_id: str, **options: Unpack[RequestOptions]) -> Ok | None:
        """Refuse a device that is in quarantine, for good.

        Cloud API: removeProductDevice, DELETE /v1/products/{productIdOrSlug}/devices/{deviceId}.
        Permission of API users: devices:remove.
        """
        from ..api.devices import AsyncProductDevices

        return await AsyncProductDevices(self._client, self._scope).deny(device_id, **options)
