# Generated from openapi/ by `make generate`. Do not edit.
"""Models of device os."""

from typing import Any

from ..base.unset import UNSET
from ..schema.fields import json_field, model
from ..schema.model import Model
from .common import PageMeta

__all__ = ["DeviceOsModule", "DeviceOsVersion", "DeviceOsVersionList"]


@model
class DeviceOsModule(Model):
    """A module of Device OS, which is one binary file."""

    filename: str | None = UNSET
    """Name of the file."""
    crc: dict[str, Any] | None = UNSET
    """Checksum of the file, and whether it is right."""
    prefix_info: dict[str, Any] | None = json_field(default=UNSET, name="prefixInfo")
    """What the file's head says, such as `moduleFunction`."""
    suffix_info: dict[str, Any] | None = json_field(default=UNSET, name="suffixInfo")
    """What the file's end says."""


@model
class DeviceOsVersion(Model):
    """A version of Device OS."""

    version: str
    """The version, such as `6.1.0`."""
    internal_version: int | None = UNSET
    """The version as one number, which grows from version to version; 6100 for 6.1.0."""
    platform_id: int | None = UNSET
    """Type of the device that this is for, for example 13 for Boron."""
    supported_platforms: list[int] | None = UNSET
    """Types of devices that the version runs on."""
    state: str | None = UNSET
    """How far the version is, such as `pre_release`."""
    release_date: str | None = UNSET
    """When the version was released."""
    module_version: int | None = UNSET
    """The version as the modules of the firmware have it."""
    base_url: str | None = UNSET
    """Where the modules' files can be downloaded from, with a slash and the name of the file behind
    it.
    """
    modules: list[DeviceOsModule] | None = UNSET
    """The modules that make up the version for one type of device. Only when a single version is
    asked for.
    """


@model
class DeviceOsVersionList(Model):
    """One page of the versions of Device OS."""

    versions: list[DeviceOsVersion]
    """The versions on this page."""
    meta: PageMeta | None = UNSET
    """Where this page stands in the list."""
