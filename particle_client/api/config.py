# Generated from openapi/ by `make generate`. Do not edit.
"""The configuration of a product's devices, which the cloud keeps in step with them, and the JSON
Schema that it follows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

from ..methods.async_config import AsyncConfigMethods
from ..methods.async_resource import AsyncResource
from ..methods.config import ConfigMethods
from ..methods.resource import Resource
from ..models.config import Configuration, ConfigurationSet, DeviceConfigurationResponse
from ..operations.config import (
    GET_PRODUCT_CONFIG,
    GET_PRODUCT_DEVICE_CONFIG,
    SET_PRODUCT_DEVICE_CONFIG,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..calls.options import RequestOptions

__all__ = ["AsyncProductConfig", "ProductConfig"]


class ProductConfig(ConfigMethods, Resource):
    """The configuration of a product's devices, which the cloud keeps in step with them, and the
    JSON Schema that it follows.

    Reached as `particle.product(…).config`.
    """

    __slots__ = ()

    def get(self, **options: Unpack[RequestOptions]) -> Configuration:
        """Get the configuration of a product.

        The values that the product's devices have by default. If none are set, the cloud answers
        404. Which values there can be tells the configuration's JSON Schema, which `get_schema`
        gets.

        Cloud API: getProductConfig, GET /v1/products/{productIdOrSlug}/config. Permission of API
        users: configuration:get.
        """
        return self._call(GET_PRODUCT_CONFIG, options, Configuration)

    def get_device(
        self, device_id: str, **options: Unpack[RequestOptions]
    ) -> DeviceConfigurationResponse:
        """Get the configuration of a device.

        The values that are set for this device alone: those that it has, and those that it will
        get. If none are set, the cloud answers 404. Which values there can be tells the
        configuration's JSON Schema, which `get_device_schema` gets.

        Args:
            device_id: ID of the device. It is usually 24 hexadecimal digits, as the lists of
                devices show it, and never changes, unlike the device's name.

        Cloud API: getProductDeviceConfig, GET /v1/products/{productIdOrSlug}/config/{deviceId}.
        Permission of API users: configuration:get.
        """
        return self._call(
            GET_PRODUCT_DEVICE_CONFIG,
            options,
            DeviceConfigurationResponse,
            path={"device_id": device_id},
        )

    def set_device(
        self, device_id: str, configuration: Mapping[str, Any], **options: Unpack[RequestOptions]
    ) -> ConfigurationSet:
        """Set the configuration of a device.

        Replaces the values that are set for this device alone, in place of the product's; an empty
        object takes them all away. Nothing is merged: get the whole configuration, change it, and
        set the whole.

        An online device has accepted the values when the response comes (status 200), or has
        rejected some: then the cloud answers 400 and names the sections. An offline device (status
        202) gets them when it is online again.

        Args:
            device_id: ID of the device. It is usually 24 hexadecimal digits, as the lists of
                devices show it, and never changes, unlike the device's name.
            configuration: The whole configuration, section by section, as in `{"location":
                {"radius": 5.0}}`.

        Cloud API: setProductDeviceConfig, PUT /v1/products/{productIdOrSlug}/config/{deviceId}.
        Permission of API users: configuration:update.
        """
        return self._call(
            SET_PRODUCT_DEVICE_CONFIG,
            options,
            ConfigurationSet,
            path={"device_id": device_id},
            json=configuration,
        )


class AsyncProductConfig(AsyncConfigMethods, AsyncResource):
    """The configuration of a product's devices, which the cloud keeps in step with them, and the
    JSON Schema that it follows.

    Reached as `particle.product(…).config` of an `AsyncParticle`.
    """

    __slots__ = ()

    async def get(self, **options: Unpack[RequestOptions]) -> Configuration:
        """Get the configuration of a product.

        The values that the product's devices have by default. If none are set, the cloud answers
        404. Which values there can be tells the configuration's JSON Schema, which `get_schema`
        gets.

        Cloud API: getProductConfig, GET /v1/products/{productIdOrSlug}/config. Permission of API
        users: configuration:get.
        """
        return await self._call(GET_PRODUCT_CONFIG, options, Configuration)

    async def get_device(
        self, device_id: str, **options: Unpack[RequestOptions]
    ) -> DeviceConfigurationResponse:
        """Get the configuration of a device.

        The values that are set for this device alone: those that it has, and those that it will
        get. If none are set, the cloud answers 404. Which values there can be tells the
        configuration's JSON Schema, which `get_device_schema` gets.

        Args:
            device_id: ID of the device. It is usually 24 hexadecimal digits, as the lists of
                devices show it, and never changes, unlike the device's name.

        Cloud API: getProductDeviceConfig, GET /v1/products/{productIdOrSlug}/config/{deviceId}.
        Permission of API users: configuration:get.
        """
        return await self._call(
            GET_PRODUCT_DEVICE_CONFIG,
            options,
            DeviceConfigurationResponse,
            path={"device_id": device_id},
        )

    async def set_device(
        self, device_id: str, configuration: Mapping[str, Any], **options: Unpack[RequestOptions]
    ) -> ConfigurationSet:
        """Set the configuration of a device.

        Replaces the values that are set for this device alone, in place of the product's; an empty
        object takes them all away. Nothing is merged: get the whole configuration, change it, and
        set the whole.

        An online device has accepted the values when the response comes (status 200), or has
        rejected some: then the cloud answers 400 and names the sections. An offline device (status
        202) gets them when it is online again.

        Args:
            device_id: ID of the device. It is usually 24 hexadecimal digits, as the lists of
                devices show it, and never changes, unlike the device's name.
            configuration: The whole configuration, section by section, as in `{"location":
                {"radius": 5.0}}`.

        Cloud API: setProductDeviceConfig, PUT /v1/products/{productIdOrSlug}/config/{deviceId}.
        Permission of API users: configuration:update.
        """
        return await self._call(
            SET_PRODUCT_DEVICE_CONFIG,
            options,
            ConfigurationSet,
            path={"device_id": device_id},
            json=configuration,
        )
