"""The JSON Schema of a product's configuration: what is written by hand of `config`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

from ..base.unset import UNSET, Unset
from ..models.config import ConfigurationSchema, ConfigurationSet
from ..operations.config import (
    DELETE_PRODUCT_CONFIG_SCHEMA,
    DELETE_PRODUCT_DEVICE_CONFIG_SCHEMA,
    GET_PRODUCT_CONFIG,
    GET_PRODUCT_DEVICE_CONFIG,
    SET_PRODUCT_CONFIG,
    SET_PRODUCT_DEVICE_CONFIG,
)
from .async_resource import AsyncResource

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..calls.options import RequestOptions


class AsyncConfigMethods(AsyncResource):
    """The configuration's JSON Schema, and setting a product's configuration."""

    __slots__ = ()

    async def set(
        self,
        configuration: Mapping[str, Any],
        *,
        device_ids: Sequence[str] | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> ConfigurationSet:
        """Set the configuration of a product.

        Replaces the values that the product's devices have by default, and sends them to the
        devices. Nothing is merged: get the whole configuration, change it, and set the whole.

        Args:
            configuration: The whole configuration, section by section, as in `{"location":
                {"radius": 5.0}}`.
            device_ids: The only devices that get the values. With an empty configuration,
                they are set back to the product's values.

        Cloud API: setProductConfig, PUT /v1/products/{productIdOrSlug}/config. Permission of API
        users: configuration:update.
        """
        body = {**configuration, "deviceIds": device_ids}
        return await self._call(SET_PRODUCT_CONFIG, options, ConfigurationSet, json=body)

    async def get_schema(self, **options: Unpack[RequestOptions]) -> ConfigurationSchema:
        """Get the JSON Schema of a product's configuration.

        Cloud API: getProductConfig, GET /v1/products/{productIdOrSlug}/config, with the header
        `Accept: application/schema+json`. Permission of API users: configuration:get.
        """
        options = _of_schema(options, "accept")
        return await self._call(GET_PRODUCT_CONFIG, options, ConfigurationSchema)

    async def set_schema(
        self, schema: ConfigurationSchema | Mapping[str, Any], **options: Unpack[RequestOptions]
    ) -> ConfigurationSchema:
        """Set the whole JSON Schema of a product's configuration.

        Nothing is merged, so the schema must hold Particle's own sections as well.

        Cloud API: setProductConfig, PUT /v1/products/{productIdOrSlug}/config, with the content
        type `application/schema+json`. Permission of API users: configuration:update.
        """
        options = _of_schema(options, "content-type")
        return await self._call(SET_PRODUCT_CONFIG, options, ConfigurationSchema, json=schema)

    async def delete_schema(self, **options: Unpack[RequestOptions]) -> None:
        """Delete the JSON Schema of a product's configuration; that of Tracker Edge holds then.

        Cloud API: deleteProductConfigSchema, DELETE /v1/products/{productIdOrSlug}/config.
        Permission of API users: configuration:update.
        """
        options = _of_schema(options, "content-type")
        await self._call(DELETE_PRODUCT_CONFIG_SCHEMA, options, json={})

    async def get_device_schema(
        self, device_id: str, **options: Unpack[RequestOptions]
    ) -> ConfigurationSchema:
        """Get the JSON Schema of a device's configuration.

        Cloud API: getProductDeviceConfig, GET /v1/products/{productIdOrSlug}/config/{deviceId},
        with the header `Accept: application/schema+json`. Permission of API users:
        configuration:get.
        """
        options, path = _of_schema(options, "accept"), {"device_id": device_id}
        return await self._call(GET_PRODUCT_DEVICE_CONFIG, options, ConfigurationSchema, path=path)

    async def set_device_schema(
        self,
        device_id: str,
        schema: ConfigurationSchema | Mapping[str, Any],
        **options: Unpack[RequestOptions],
    ) -> ConfigurationSchema:
        """Set the whole JSON Schema of a device's configuration.

        Nothing is merged, so the schema must hold Particle's own sections as well.

        Cloud API: setProductDeviceConfig, PUT /v1/products/{productIdOrSlug}/config/{deviceId},
        with the content type `application/schema+json`. Permission of API users:
        configuration:update.
        """
        options, path = _of_schema(options, "content-type"), {"device_id": device_id}
        return await self._call(
            SET_PRODUCT_DEVICE_CONFIG, options, ConfigurationSchema, path=path, json=schema
        )

    async def delete_device_schema(self, device_id: str, **options: Unpack[RequestOptions]) -> None:
        """Delete the JSON Schema of a device's configuration; the product's holds then.

        Cloud API: deleteProductDeviceConfigSchema, DELETE
        /v1/products/{productIdOrSlug}/config/{deviceId}. Permission of API users:
        configuration:update.
        """
        options, path = _of_schema(options, "content-type"), {"device_id": device_id}
        await self._call(DELETE_PRODUCT_DEVICE_CONFIG_SCHEMA, options, path=path, json={})


def _of_schema(options: RequestOptions, header: str) -> RequestOptions:
    """Say that the schema is meant: it shares its paths with the configuration."""
    headers = {**options.get("headers", {}), header: "application/schema+json"}
    return {**options, "headers": headers}
