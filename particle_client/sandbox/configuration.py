"""Configurations of products and devices, and the JSON Schemas that they follow."""

from dataclasses import dataclass, field
from typing import Any

from .devices import VirtualDevice
from .products import Product

Json = dict[str, Any]

DEFAULT_SCHEMA: Json = {"$schema": "http://json-schema.org/draft-07/schema", "properties": {}}

_KEYWORD_LIST = """
$comment $defs $id $ref $schema additionalItems additionalProperties allOf anyOf const contains
default definitions dependencies description else enum examples exclusiveMaximum exclusiveMinimum
format if items maxItems maxLength maxProperties maximum minItems minLength minProperties minimum
multipleOf not oneOf pattern patternProperties properties propertyNames readOnly required then
title type uniqueItems writeOnly
"""
_KEYWORDS = frozenset(_KEYWORD_LIST.split())


@dataclass(eq=False, kw_only=True)
class DeviceConfiguration:
    """What is set for one device alone: what it has confirmed, and what it will get."""

    current: Json = field(default_factory=dict[str, Any])
    pending: Json = field(default_factory=dict[str, Any])


@dataclass(eq=False, repr=False)
class Configurations:
    """All configurations and schemas."""

    products: dict[int, Json] = field(default_factory=dict)
    _devices: dict[str, DeviceConfiguration] = field(default_factory=dict)
    _product_schemas: dict[int, Json] = field(default_factory=dict)
    _device_schemas: dict[str, Json] = field(default_factory=dict)

    def of_device(self, device: VirtualDevice) -> DeviceConfiguration | None:
        """What is set for the device; a device that is online has confirmed everything."""
        found = self._devices.get(device.id)
        if found and found.pending and device.online:
            found.current, found.pending = found.pending, {}
        return found

    def set(self, device: VirtualDevice, values: Json) -> None:
        """Sets the device's own values; none at all set it back to those of its product."""
        if not values:
            self._devices.pop(device.id, None)
            return
        known = self._devices.setdefault(device.id, DeviceConfiguration())
        if device.online:
            known.current, known.pending = values, {}
        else:
            known.pending = values

    def schema(self, product: Product, device: VirtualDevice | None = None) -> Json:
        """The schema that holds for the device or product."""
        if device and device.id in self._device_schemas:
            return self._device_schemas[device.id]
        return self._product_schemas.get(product.id, DEFAULT_SCHEMA)

    def set_schema(self, product: Product, device: VirtualDevice | None, schema: Json) -> None:
        """Sets the schema of the device, or else of the product."""
        if device:
            self._device_schemas[device.id] = schema
        else:
            self._product_schemas[product.id] = schema

    def delete_schema(self, product: Product, device: VirtualDevice | None) -> None:
        """Goes back to the schema that would hold otherwise."""
        if device:
            self._device_schemas.pop(device.id, None)
        else:
            self._product_schemas.pop(product.id, None)

    def unknown_sections(
        self, product: Product, device: VirtualDevice | None, values: Json
    ) -> list[str]:
        """The sections that the schema doesn't have. The default schema, which isn't published,
        takes everything."""
        schema = self.schema(product, device)
        known: Json = schema.get("properties", {})
        return [] if schema is DEFAULT_SCHEMA else [name for name in values if name not in known]


def unknown_keywords(schema: Json) -> list[str]:
    """The keywords at the top of the schema that JSON Schema doesn't know."""
    return [name for name in schema if name not in _KEYWORDS]
