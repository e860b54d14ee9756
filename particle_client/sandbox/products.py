"""Products, their firmware, and organizations."""

import re
from dataclasses import dataclass, field
from typing import Any

from .accounts import Account
from .clock import new_id


@dataclass(eq=False, kw_only=True)
class ProductFirmware:
    """One uploaded version of a product's firmware."""

    id: str = field(default_factory=new_id)
    version: int
    title: str
    description: str
    filename: str
    content: bytes = field(repr=False)
    uploaded_by: str
    uploaded_on: str
    updated_at: str | None = None
    mandatory: bool = False
    product_default: bool = False
    groups: list[str] = field(default_factory=list[str])
    ever_released: bool = False


@dataclass(eq=False, kw_only=True)
class DeviceGroup:
    """What a device group shows besides its name."""

    description: str = ""
    color: str = "#34495e"


@dataclass(eq=False, kw_only=True)
class Organization:
    """An organization; its members may use all of its products."""

    id: str = field(default_factory=new_id)
    slug: str
    name: str
    members: set[str] = field(default_factory=set[str])
    """Ids of accounts."""


@dataclass(eq=False, kw_only=True)
class Product:
    """A product: devices of one platform that run the same firmware."""

    id: int
    slug: str
    name: str
    platform_id: int
    description: str = ""
    owner: Account
    organization: Organization | None = None
    team: set[str] = field(default_factory=set[str])
    """Ids of accounts, besides the owner's."""
    groups: list[str] = field(default_factory=list[str])
    group_details: dict[str, DeviceGroup] = field(default_factory=dict[str, DeviceGroup])
    settings: dict[str, Any] = field(
        default_factory=lambda: {
            "location": {},
            "known_application": {"opt_in": True},
            "quarantine": False,
        }
    )
    firmware: dict[int, ProductFirmware] = field(default_factory=dict[int, ProductFirmware])

    def is_open_to(self, account: Account) -> bool:
        """Whether the account may use the product."""
        members = self.organization.members if self.organization else set[str]()
        return self.owner is account or account.id in self.team or account.id in members

    def add_groups(self, names: list[str]) -> None:
        """Creates the groups that don't exist yet."""
        self.groups.extend(name for name in dict.fromkeys(names) if name not in self.groups)

    def release(self, version: int, *, product_default: bool, groups: list[str]) -> None:
        """Releases a version as the default, in the place of another one, or to groups."""
        if product_default:
            for other in self.firmware.values():
                other.product_default = False
        self.add_groups(groups)
        firmware = self.firmware[version]
        firmware.product_default = product_default
        firmware.groups = list(dict.fromkeys(groups))
        firmware.ever_released = True

    def released_version(self, device_groups: list[str]) -> int | None:
        """The firmware version released to a device in these groups: the newest that is
        released to one of them, else the product's default."""
        to_groups = [
            firmware.version
            for firmware in self.firmware.values()
            if set(firmware.groups) & set(device_groups)
        ]
        if to_groups:
            return max(to_groups)
        return next((v for v, firmware in self.firmware.items() if firmware.product_default), None)


def slug_of(name: str) -> str:
    """The part of a URL that stands for the name: lower case, dashes for everything else."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "product"
