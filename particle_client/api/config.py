# Generated from openapi/ by `make generate`. Do not edit.
"""The configuration of a product's devices, which the cloud keeps in step with them, and the JSON
Schema that it follows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Unpack

from ..base.unset import UNSET, Unset
from ..calls.encoding import several
from ..calls.options import RequestOptions
from ..methods.arguments import with_header
from ..methods.async_resource import AsyncResource
from ..methods.resource import Resource
from ..models.config import (
    ConfigurationSchema,
    ConfigurationSet,
    DeviceConfigurationResponse,
    ProductConfiguration,
)
from ..operations.config import (
    DELETE_PRODUCT_CONFIG_SCHEMA,
    DELETE_PRODUCT_DEVICE_CONFIG_SCHEMA,
    GET_PRODUCT_CONFIG,
    GET_PRODUCT_DEVICE_CONFIG,
    SET_PRODUCT_CONFIG,
    SET_PRODUCT_DEVICE_CONFIG,
)

__all__ = ["AsyncProductConfig", "ProductConfig"]


class ProductConfig(Resource):
    """The configuration of a product's devices, which the cloud keeps in step with them, and the
    JSON Schema that it follows.

    Reached as `particle.product(…).config`.

    Arguments of several methods:
        device_id: ID of the device. It is usually 24 hexadecimal digits, as the lists of
            devices show it, and never changes, unlike the device's name.
    """

    __slots__ = ()

    def get(self, **options: Unpack[RequestOptions]) -> ProductConfiguration:
        """Get the configuration of a product.

        The values that the product's devices have by default. If none are set, the cloud responds
        with 404. Which values there can be tells the configuration's JSON Schema, which
        `get_schema` gets.

        Raises:
            NotFoundError: There is no configuration of the product.

        Examples:
            >>> product.config.get()

        Cloud API: getProductConfig, GET /v1/products/{productIdOrSlug}/config. Permission of API
        users: configuration:get.
        """
        return self._call(GET_PRODUCT_CONFIG, options, ProductConfiguration)

    def get_schema(self, **options: Unpack[RequestOptions]) -> ConfigurationSchema:
        """Get the JSON Schema of a product's configuration.

        It tells which sections and values a configuration of the product may have.

        Raises:
            NotFoundError: There is no configuration of the product.

        Examples:
            >>> product.config.get_schema()

        Cloud API: getProductConfig, GET /v1/products/{productIdOrSlug}/config
        (application/schema+json). Permission of API users: configuration:get.
        """
        return self._call(
            GET_PRODUCT_CONFIG,
            with_header(options, "accept", "application/schema+json"),
            ConfigurationSchema,
        )

    def set(
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
            device_ids: IDs of the only devices that get the values. With an empty
                configuration, they are set back to the product's values.

        Raises:
            UnprocessableEntityError: The schema breaks the rules for schemas.

        Examples:
            >>> product.config.set({"location": {"radius": 5.0}})

        Cloud API: setProductConfig, PUT /v1/products/{productIdOrSlug}/config. Permission of API
        users: configuration:update.
        """
        return self._call(
            SET_PRODUCT_CONFIG,
            options,
            ConfigurationSet,
            json={**configuration, "deviceIds": several("device_ids", device_ids)},
        )

    def set_schema(
        self, schema: ConfigurationSchema | Mapping[str, Any], **options: Unpack[RequestOptions]
    ) -> ConfigurationSchema:
        """Set the whole JSON Schema of a product's configuration.

        Nothing is merged, so the schema must hold Particle's own sections as well.

        Args:
            schema: A JSON Schema that tells which values a configuration may have. It may hold
                any keyword of JSON Schema.

        Raises:
            UnprocessableEntityError: The schema breaks the rules for schemas.

        Examples:
            >>> product.config.set_schema(
            ...     {
            ...         "$schema": "https://particle.io/draft-07/schema#",
            ...         "type": "object",
            ...         "title": "Fake Custom Schema",
            ...         "description": "A customized JSON schema for testing",
            ...         "required": ["foo"],
            ...         "properties": {
            ...             "foo": {
            ...                 "$id": "#/properties/foo",
            ...                 "type": "integer",
            ...                 "title": "Foo",
            ...                 "description": "A test setting named `foo`",
            ...                 "default": 1,
            ...                 "examples": [1, 2, 3],
            ...                 "minimum": 0,
            ...             },
            ...             "bar": {
            ...                 "$id": "#/properties/bar",
            ...                 "type": "string",
            ...                 "title": "Bar",
            ...                 "description": "A test setting named `bar`",
            ...                 "default": "",
            ...                 "examples": ["one", "two", "three"],
            ...             },
            ...         },
            ...     }
            ... )

        Cloud API: setProductConfig, PUT /v1/products/{productIdOrSlug}/config
        (application/schema+json). Permission of API users: configuration:update.
        """
        return self._call(
            SET_PRODUCT_CONFIG,
            with_header(options, "content-type", "application/schema+json"),
            ConfigurationSchema,
            json=schema,
        )

    def delete_schema(self, **options: Unpack[RequestOptions]) -> None:
        """Delete the JSON Schema of a product's configuration.

        Takes the product's own schema away, so that the one of Tracker Edge holds.

        Examples:
            >>> product.config.delete_schema()

        Cloud API: deleteProductConfigSchema, DELETE /v1/products/{productIdOrSlug}/config
        (application/schema+json). Permission of API users: configuration:update.
        """
        self._call(
            DELETE_PRODUCT_CONFIG_SCHEMA,
            with_header(options, "content-type", "application/schema+json"),
            json={},
        )

    def get_device(
        self, device_id: str, **options: Unpack[RequestOptions]
    ) -> DeviceConfigurationResponse:
        """Get the configuration of a device.

        The values that are set for this device alone: those that it has, and those that it will
        get. If none are set, the cloud responds with 404. Which values there can be tells the
        configuration's JSON Schema, which `get_device_schema` gets.

        Args:
            device_id: ID of the device.

        Raises:
            NotFoundError: There is no configuration of the device.

        Examples:
            >>> product.config.get_device("0123456789abcdef01234567")

        Cloud API: getProductDeviceConfig, GET /v1/products/{productIdOrSlug}/config/{deviceId}.
        Permission of API users: configuration:get.
        """
        return self._call(
            GET_PRODUCT_DEVICE_CONFIG,
            options,
            DeviceConfigurationResponse,
            path={"device_id": device_id},
        )

    def get_device_schema(
        self, device_id: str, **options: Unpack[RequestOptions]
    ) -> ConfigurationSchema:
        """Get the JSON Schema of a device's configuration.

        It tells which sections and values the configuration of the device may have.

        Args:
            device_id: ID of the device.

        Raises:
            NotFoundError: There is no configuration of the device.

        Examples:
            >>> product.config.get_device_schema("0123456789abcdef01234567")

        Cloud API: getProductDeviceConfig, GET /v1/products/{productIdOrSlug}/config/{deviceId}
        (application/schema+json). Permission of API users: configuration:get.
        """
        return self._call(
            GET_PRODUCT_DEVICE_CONFIG,
            with_header(options, "accept", "application/schema+json"),
            ConfigurationSchema,
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
        rejected some: then the cloud responds with 400 and names the sections. An offline device
        (status 202) gets them when it is online again.

        Args:
            device_id: ID of the device.
            configuration: The whole configuration, section by section, as in `{"location":
                {"radius": 5.0}}`. The configuration's schema tells which sections and values there
                are.

        Raises:
            BadRequestError: The device has rejected some sections, or all.
            UnprocessableEntityError: The schema breaks the rules for schemas.

        Examples:
            >>> product.config.set_device("0123456789abcdef01234567", {"location": {"radius": 5.0}})

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

    def set_device_schema(
        self,
        device_id: str,
        schema: ConfigurationSchema | Mapping[str, Any],
        **options: Unpack[RequestOptions],
    ) -> ConfigurationSchema:
        """Set the whole JSON Schema of a device's configuration.

        Nothing is merged, so the schema must hold Particle's own sections as well.

        Args:
            device_id: ID of the device.
            schema: A JSON Schema that tells which values a configuration may have. It may hold
                any keyword of JSON Schema.

        Raises:
            BadRequestError: The device has rejected some sections, or all.
            UnprocessableEntityError: The schema breaks the rules for schemas.

        Examples:
            >>> product.config.set_device_schema(
            ...     "0123456789abcdef01234567",
            ...     {
            ...         "$schema": "https://particle.io/draft-07/schema#",
            ...         "type": "object",
            ...         "title": "Fake Custom Schema",
            ...         "description": "A customized JSON schema for testing",
            ...         "required": ["foo"],
            ...         "properties": {
            ...             "foo": {
            ...                 "$id": "#/properties/foo",
            ...                 "type": "integer",
            ...                 "title": "Foo",
            ...                 "description": "A test setting named `foo`",
            ...                 "default": 1,
            ...                 "examples": [1, 2, 3],
            ...                 "minimum": 0,
            ...             },
            ...             "bar": {
            ...                 "$id": "#/properties/bar",
            ...                 "type": "string",
            ...                 "title": "Bar",
            ...                 "description": "A test setting named `bar`",
            ...                 "default": "",
            ...                 "examples": ["one", "two", "three"],
            ...             },
            ...         },
            ...     },
            ... )

        Cloud API: setProductDeviceConfig, PUT /v1/products/{productIdOrSlug}/config/{deviceId}
        (application/schema+json). Permission of API users: configuration:update.
        """
        return self._call(
            SET_PRODUCT_DEVICE_CONFIG,
            with_header(options, "content-type", "application/schema+json"),
            ConfigurationSchema,
            path={"device_id": device_id},
            json=schema,
        )

    def delete_device_schema(self, device_id: str, **options: Unpack[RequestOptions]) -> None:
        """Delete the JSON Schema of a device's configuration.

        Takes the device's own schema away, so that the product's holds.

        Args:
            device_id: ID of the device.

        Examples:
            >>> product.config.delete_device_schema("0123456789abcdef01234567")

        Cloud API: deleteProductDeviceConfigSchema, DELETE
        /v1/products/{productIdOrSlug}/config/{deviceId} (application/schema+json). Permission of
        API users: configuration:update.
        """
        self._call(
            DELETE_PRODUCT_DEVICE_CONFIG_SCHEMA,
            with_header(options, "content-type", "application/schema+json"),
            path={"device_id": device_id},
            json={},
        )


class AsyncProductConfig(AsyncResource):
    """The configuration of a product's devices, which the cloud keeps in step with them, and the
    JSON Schema that it follows.

    Reached as `particle.product(…).config` of an `AsyncParticle`.

    Arguments of several methods:
        device_id: ID of the device. It is usually 24 hexadecimal digits, as the lists of
            devices show it, and never changes, unlike the device's name.
    """

    __slots__ = ()

    async def get(self, **options: Unpack[RequestOptions]) -> ProductConfiguration:
        """Get the configuration of a product.

        The values that the product's devices have by default. If none are set, the cloud responds
        with 404. Which values there can be tells the configuration's JSON Schema, which
        `get_schema` gets.

        Raises:
            NotFoundError: There is no configuration of the product.

        Examples:
            >>> await product.config.get()

        Cloud API: getProductConfig, GET /v1/products/{productIdOrSlug}/config. Permission of API
        users: configuration:get.
        """
        return await self._call(GET_PRODUCT_CONFIG, options, ProductConfiguration)

    async def get_schema(self, **options: Unpack[RequestOptions]) -> ConfigurationSchema:
        """Get the JSON Schema of a product's configuration.

        It tells which sections and values a configuration of the product may have.

        Raises:
            NotFoundError: There is no configuration of the product.

        Examples:
            >>> await product.config.get_schema()

        Cloud API: getProductConfig, GET /v1/products/{productIdOrSlug}/config
        (application/schema+json). Permission of API users: configuration:get.
        """
        return await self._call(
            GET_PRODUCT_CONFIG,
            with_header(options, "accept", "application/schema+json"),
            ConfigurationSchema,
        )

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
            device_ids: IDs of the only devices that get the values. With an empty
                configuration, they are set back to the product's values.

        Raises:
            UnprocessableEntityError: The schema breaks the rules for schemas.

        Examples:
            >>> await product.config.set({"location": {"radius": 5.0}})

        Cloud API: setProductConfig, PUT /v1/products/{productIdOrSlug}/config. Permission of API
        users: configuration:update.
        """
        return await self._call(
            SET_PRODUCT_CONFIG,
            options,
            ConfigurationSet,
            json={**configuration, "deviceIds": several("device_ids", device_ids)},
        )

    async def set_schema(
        self, schema: ConfigurationSchema | Mapping[str, Any], **options: Unpack[RequestOptions]
    ) -> ConfigurationSchema:
        """Set the whole JSON Schema of a product's configuration.

        Nothing is merged, so the schema must hold Particle's own sections as well.

        Args:
            schema: A JSON Schema that tells which values a configuration may have. It may hold
                any keyword of JSON Schema.

        Raises:
            UnprocessableEntityError: The schema breaks the rules for schemas.

        Examples:
            >>> await product.config.set_schema(
            ...     {
            ...         "$schema": "https://particle.io/draft-07/schema#",
            ...         "type": "object",
            ...         "title": "Fake Custom Schema",
            ...         "description": "A customized JSON schema for testing",
            ...         "required": ["foo"],
            ...         "properties": {
            ...             "foo": {
            ...                 "$id": "#/properties/foo",
            ...                 "type": "integer",
            ...                 "title": "Foo",
            ...                 "description": "A test setting named `foo`",
            ...                 "default": 1,
            ...                 "examples": [1, 2, 3],
            ...                 "minimum": 0,
            ...             },
            ...             "bar": {
            ...                 "$id": "#/properties/bar",
            ...                 "type": "string",
            ...                 "title": "Bar",
            ...                 "description": "A test setting named `bar`",
            ...                 "default": "",
            ...                 "examples": ["one", "two", "three"],
            ...             },
            ...         },
            ...     }
            ... )

        Cloud API: setProductConfig, PUT /v1/products/{productIdOrSlug}/config
        (application/schema+json). Permission of API users: configuration:update.
        """
        return await self._call(
            SET_PRODUCT_CONFIG,
            with_header(options, "content-type", "application/schema+json"),
            ConfigurationSchema,
            json=schema,
        )

    async def delete_schema(self, **options: Unpack[RequestOptions]) -> None:
        """Delete the JSON Schema of a product's configuration.

        Takes the product's own schema away, so that the one of Tracker Edge holds.

        Examples:
            >>> await product.config.delete_schema()

        Cloud API: deleteProductConfigSchema, DELETE /v1/products/{productIdOrSlug}/config
        (application/schema+json). Permission of API users: configuration:update.
        """
        await self._call(
            DELETE_PRODUCT_CONFIG_SCHEMA,
            with_header(options, "content-type", "application/schema+json"),
            json={},
        )

    async def get_device(
        self, device_id: str, **options: Unpack[RequestOptions]
    ) -> DeviceConfigurationResponse:
        """Get the configuration of a device.

        The values that are set for this device alone: those that it has, and those that it will
        get. If none are set, the cloud responds with 404. Which values there can be tells the
        configuration's JSON Schema, which `get_device_schema` gets.

        Args:
            device_id: ID of the device.

        Raises:
            NotFoundError: There is no configuration of the device.

        Examples:
            >>> await product.config.get_device("0123456789abcdef01234567")

        Cloud API: getProductDeviceConfig, GET /v1/products/{productIdOrSlug}/config/{deviceId}.
        Permission of API users: configuration:get.
        """
        return await self._call(
            GET_PRODUCT_DEVICE_CONFIG,
            options,
            DeviceConfigurationResponse,
            path={"device_id": device_id},
        )

    async def get_device_schema(
        self, device_id: str, **options: Unpack[RequestOptions]
    ) -> ConfigurationSchema:
        """Get the JSON Schema of a device's configuration.

        It tells which sections and values the configuration of the device may have.

        Args:
            device_id: ID of the device.

        Raises:
            NotFoundError: There is no configuration of the device.

        Examples:
            >>> await product.config.get_device_schema("0123456789abcdef01234567")

        Cloud API: getProductDeviceConfig, GET /v1/products/{productIdOrSlug}/config/{deviceId}
        (application/schema+json). Permission of API users: configuration:get.
        """
        return await self._call(
            GET_PRODUCT_DEVICE_CONFIG,
            with_header(options, "accept", "application/schema+json"),
            ConfigurationSchema,
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
        rejected some: then the cloud responds with 400 and names the sections. An offline device
        (status 202) gets them when it is online again.

        Args:
            device_id: ID of the device.
            configuration: The whole configuration, section by section, as in `{"location":
                {"radius": 5.0}}`. The configuration's schema tells which sections and values there
                are.

        Raises:
            BadRequestError: The device has rejected some sections, or all.
            UnprocessableEntityError: The schema breaks the rules for schemas.

        Examples:
            >>> await product.config.set_device(
            ...     "0123456789abcdef01234567", {"location": {"radius": 5.0}}
            ... )

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

    async def set_device_schema(
        self,
        device_id: str,
        schema: ConfigurationSchema | Mapping[str, Any],
        **options: Unpack[RequestOptions],
    ) -> ConfigurationSchema:
        """Set the whole JSON Schema of a device's configuration.

        Nothing is merged, so the schema must hold Particle's own sections as well.

        Args:
            device_id: ID of the device.
            schema: A JSON Schema that tells which values a configuration may have. It may hold
                any keyword of JSON Schema.

        Raises:
            BadRequestError: The device has rejected some sections, or all.
            UnprocessableEntityError: The schema breaks the rules for schemas.

        Examples:
            >>> await product.config.set_device_schema(
            ...     "0123456789abcdef01234567",
            ...     {
            ...         "$schema": "https://particle.io/draft-07/schema#",
            ...         "type": "object",
            ...         "title": "Fake Custom Schema",
            ...         "description": "A customized JSON schema for testing",
            ...         "required": ["foo"],
            ...         "properties": {
            ...             "foo": {
            ...                 "$id": "#/properties/foo",
            ...                 "type": "integer",
            ...                 "title": "Foo",
            ...                 "description": "A test setting named `foo`",
            ...                 "default": 1,
            ...                 "examples": [1, 2, 3],
            ...                 "minimum": 0,
            ...             },
            ...             "bar": {
            ...                 "$id": "#/properties/bar",
            ...                 "type": "string",
            ...                 "title": "Bar",
            ...                 "description": "A test setting named `bar`",
            ...                 "default": "",
            ...                 "examples": ["one", "two", "three"],
            ...             },
            ...         },
            ...     },
            ... )

        Cloud API: setProductDeviceConfig, PUT /v1/products/{productIdOrSlug}/config/{deviceId}
        (application/schema+json). Permission of API users: configuration:update.
        """
        return await self._call(
            SET_PRODUCT_DEVICE_CONFIG,
            with_header(options, "content-type", "application/schema+json"),
            ConfigurationSchema,
            path={"device_id": device_id},
            json=schema,
        )

    async def delete_device_schema(self, device_id: str, **options: Unpack[RequestOptions]) -> None:
        """Delete the JSON Schema of a device's configuration.

        Takes the device's own schema away, so that the product's holds.

        Args:
            device_id: ID of the device.

        Examples:
            >>> await product.config.delete_device_schema("0123456789abcdef01234567")

        Cloud API: deleteProductDeviceConfigSchema, DELETE
        /v1/products/{productIdOrSlug}/config/{deviceId} (application/schema+json). Permission of
        API users: configuration:update.
        """
        await self._call(
            DELETE_PRODUCT_DEVICE_CONFIG_SCHEMA,
            with_header(options, "content-type", "application/schema+json"),
            path={"device_id": device_id},
            json={},
        )
