# Generated from openapi/ by `make generate`. Do not edit.
"""Models of config."""

from typing import Any

from ..base.unset import UNSET
from ..schema.fields import content_of, json_field, model
from ..schema.model import Model

__all__ = [
    "ConfigurationSchema",
    "ConfigurationSet",
    "DeviceConfiguration",
    "DeviceConfigurationResponse",
    "ProductConfiguration",
]


@model
class ConfigurationSchema(Model):
    """A JSON Schema that tells which values a configuration may have. It may hold any keyword of
    JSON Schema.
    """

    __open__ = True

    dialect: str | None = json_field(default=UNSET, name="$schema")
    """URI of the version of JSON Schema."""
    id: str | None = json_field(default=UNSET, name="$id")
    """URI of this schema."""
    type_: str | None = json_field(default=UNSET, name="type")
    """Type of the configuration; always `object`."""
    title: str | None = UNSET
    """Title of the configuration."""
    description: str | None = UNSET
    """What the configuration is for."""
    required: list[str] | None = UNSET
    """Names of the sections that a configuration must have."""
    properties: dict[str, Any] | None = UNSET
    """The sections of the configuration, each with its own JSON Schema."""


@model
class ConfigurationSet(Model):
    """Confirmation that a configuration was accepted."""

    configuration: dict[str, Any] | None = UNSET
    """The values, if the cloud repeats them."""


@model
class DeviceConfiguration(Model):
    """Configuration values that are set for a device alone."""

    current: dict[str, Any] | None = UNSET
    """The values that the device has confirmed, section by section."""
    pending: dict[str, Any] | None = UNSET
    """The values that the device will get, section by section."""


@model
class DeviceConfigurationResponse(Model):
    """The configuration of a device."""

    configuration: DeviceConfiguration
    """The values that are set for the device alone."""

    @property
    def current(self) -> dict[str, Any] | None:
        """The values that the device has confirmed, section by section."""
        return content_of(self.configuration, "current")

    @property
    def pending(self) -> dict[str, Any] | None:
        """The values that the device will get, section by section."""
        return content_of(self.configuration, "pending")


@model
class ProductConfiguration(Model):
    """The configuration of a product."""

    configuration: dict[str, Any]
    """The values, section by section."""
