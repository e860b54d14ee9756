# Generated from openapi/ by `make generate`. Do not edit.
"""Models of groups."""

from ..base.unset import UNSET
from ..schema.fields import content_of, json_field, model
from ..schema.model import Model

__all__ = [
    "DeviceGroup",
    "DeviceGroupList",
    "DeviceGroupResponse",
    "GroupsImpact",
    "GroupsImpactDevices",
    "GroupsImpactUpdate",
    "GroupsImpactVersion",
]


@model
class DeviceGroup(Model):
    """A group of a product's devices, to which firmware can be released."""

    name: str
    """Name of the group."""
    description: str | None = UNSET
    """What the group is for."""
    color: str | None = UNSET
    """Colour of the group in the console, such as `#34495e`."""
    firmware_version: int | str | None = json_field(default=UNSET, name="fw_version")
    """Version of the product's firmware that is released to the group, if one is."""
    device_count: int | None = UNSET
    """Number of devices in the group."""


@model
class DeviceGroupList(Model):
    """The device groups of a product."""

    groups: list[DeviceGroup]
    """The groups."""


@model
class DeviceGroupResponse(Model):
    """A single device group."""

    group: DeviceGroup
    """The group."""

    @property
    def name(self) -> str:
        """Name of the group."""
        return content_of(self.group, "name")

    @property
    def description(self) -> str | None:
        """What the group is for."""
        return content_of(self.group, "description")

    @property
    def color(self) -> str | None:
        """Colour of the group in the console, such as `#34495e`."""
        return content_of(self.group, "color")

    @property
    def firmware_version(self) -> int | str | None:
        """Version of the product's firmware that is released to the group, if one is."""
        return content_of(self.group, "firmware_version")

    @property
    def device_count(self) -> int | None:
        """Number of devices in the group."""
        return content_of(self.group, "device_count")


@model
class GroupsImpactVersion(Model):
    """The updates to one version."""

    version: int | str
    """Version of the product's firmware."""
    total: int
    """Number of devices that would get this version."""


@model
class GroupsImpactUpdate(Model):
    """The updates that a release would cause."""

    total: int
    """Number of devices that would get an update over the air."""
    by_version: list[GroupsImpactVersion] | None = UNSET
    """The same by version."""


@model
class GroupsImpactDevices(Model):
    """The devices that a release would concern."""

    firmware_update: GroupsImpactUpdate | None = UNSET
    """The updates."""


@model
class GroupsImpact(Model):
    """What a release to groups would change."""

    devices: GroupsImpactDevices | None = UNSET
    """The devices concerned."""
    firmware_update: GroupsImpactUpdate | None = UNSET
    """The updates, where they aren't in `devices`."""
