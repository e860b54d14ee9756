# Generated from openapi/ by `make generate`. Do not edit.
"""Models of firmware."""

from datetime import datetime

from ..base.unset import UNSET
from ..schema.binaries import CompiledBinary
from ..schema.fields import json_field, model
from ..schema.model import Model
from .common import UserReference

__all__ = [
    "BuildTarget",
    "BuildTargets",
    "CompileFailure",
    "CompiledFirmware",
    "ProductFirmware",
    "ProductFirmwareReleased",
]


@model
class BuildTarget(Model):
    """One version of Device OS that source code can be compiled against."""

    platforms: list[int]
    """IDs of the platforms that the version exists for."""
    prereleases: list[int] | None = UNSET
    """IDs of the platforms for which the version is a pre-release."""
    firmware_vendor: str | None = UNSET
    """Maker of the firmware, such as `Particle`."""
    version: str
    """The version, such as `2.3.1`."""


@model
class BuildTargets(Model):
    """The versions of Device OS that source code can be compiled against."""

    targets: list[BuildTarget]
    """The versions."""
    platforms: dict[str, int] | None = UNSET
    """The types of devices that have a build target, each name with its platform ID."""
    default_versions: dict[str, str] | None = UNSET
    """The default version of each type of device, by platform ID (as text)."""


@model
class CompileFailure(Model):
    """What the compiler said about source code that doesn't compile."""

    ok: bool
    """Always false."""
    errors: list[str] | None = UNSET
    """The compiler's messages, each with the lines of its output."""
    output: str | None = UNSET
    """Further output of the build."""


@model
class CompiledFirmware(CompiledBinary, Model):
    """A binary that the cloud has compiled and keeps for a while."""

    ok: bool
    """Whether the source code could be compiled."""
    binary_id: str
    """ID of the binary, with which it is downloaded."""
    binary_url: str | None = UNSET
    """Path of the binary on the API's host."""
    build_target_version: str | None = UNSET
    """Version of Device OS that the binary was compiled against."""
    expires_at: datetime | None = UNSET
    """When the cloud deletes the binary."""
    size_info: str | None = json_field(default=UNSET, name="sizeInfo")
    """Sizes of the binary's sections in bytes, as the table that the compiler's `size` tool prints:
    columns separated by tabs, the heading in the first line.
    """


@model
class ProductFirmware(Model):
    """One version of a product's firmware."""

    id: str | None = json_field(default=UNSET, name="_id")
    """ID of the firmware version."""
    version: int
    """Number of the version, which the firmware itself carries too."""
    title: str | None = UNSET
    """Title of the version."""
    description: str | None = UNSET
    """Description of the version."""
    name: str | None = UNSET
    """Name of the file that was uploaded."""
    size: int | None = UNSET
    """Size of the file in bytes."""
    product_default: bool | None = UNSET
    """Whether the version is released to the whole product."""
    current: bool | None = UNSET
    """Whether the version is the one released to the whole product. Some responses have it in place
    of `product_default`.
    """
    groups: list[str] | None = UNSET
    """Names of the device groups that the version is released to."""
    mandatory: bool | None = UNSET
    """Whether devices that are on their way to another version, up or down, must take this one
    first. Enterprise plans only.
    """
    intelligent: bool | None = UNSET
    """Whether the version was released as an intelligent release: devices are updated without
    having to reconnect.
    """
    device_count: int | None = UNSET
    """Number of devices that run the version."""
    uploaded_on: datetime | None = UNSET
    """When the version was uploaded."""
    uploaded_at: datetime | None = UNSET
    """Another name of `uploaded_on`."""
    updated_at: datetime | None = UNSET
    """When the version was last changed."""
    product_id: int | None = UNSET
    """ID of the product that the firmware belongs to."""
    uploaded_by: UserReference | None = UNSET
    """Who uploaded the version."""


@model
class ProductFirmwareReleased(Model):
    """The firmware version that was released, or just a confirmation."""

    ok: bool | None = UNSET
    """Whether the request was accepted."""
    id: str | None = json_field(default=UNSET, name="_id")
    """ID of the firmware version."""
    version: int | None = UNSET
    """Number of the version."""
    title: str | None = UNSET
    """Title of the version."""
    description: str | None = UNSET
    """Description of the version."""
    name: str | None = UNSET
    """Name of the file that was uploaded."""
    size: int | None = UNSET
    """Size of the file in bytes."""
    product_default: bool | None = UNSET
    """Whether the version is released to the whole product."""
    groups: list[str] | None = UNSET
    """Names of the device groups that the version is released to."""
    mandatory: bool | None = UNSET
    """Whether devices on their way to another version must take this one first."""
    intelligent: bool | None = UNSET
    """Whether this is an intelligent release."""
    uploaded_on: datetime | None = UNSET
    """When the version was uploaded."""
    updated_at: datetime | None = UNSET
    """When the version was released."""
    product_id: int | None = UNSET
    """ID of the product that the firmware belongs to."""
    uploaded_by: UserReference | None = UNSET
    """Who uploaded the version."""
