# Generated from openapi/ by `make generate`. Do not edit.
"""Models of products."""

from enum import StrEnum

from ..base.unset import UNSET
from ..schema.fields import content_of, model
from ..schema.model import Model

__all__ = [
    "Product",
    "ProductDeviceProtection",
    "ProductKnownApplicationSettings",
    "ProductList",
    "ProductLocationSettings",
    "ProductResponse",
    "ProductSettings",
]


class ProductDeviceProtection(StrEnum):
    """Status of Device Protection in a product."""

    ACTIVE = "active"
    DISABLED = "disabled"


@model
class ProductLocationSettings(Model):
    """What the cloud does with the locations of a product's devices."""

    opt_in: bool | None = UNSET
    """Whether the product takes part in the cloud's location service."""


@model
class ProductKnownApplicationSettings(Model):
    """Whether a product uses an application that the cloud knows."""

    opt_in: bool | None = UNSET
    """Whether the product takes part."""


@model
class ProductSettings(Model):
    """Settings of a product."""

    location: ProductLocationSettings | None = UNSET
    """What the cloud does with the devices' locations."""
    known_application: ProductKnownApplicationSettings | None = UNSET
    """Whether the product uses an application that the cloud knows."""
    quarantine: bool | None = UNSET
    """Whether devices that report the product's ID without having been added to it are held in
    quarantine until they are approved.
    """


@model
class Product(Model):
    """A product, which is a fleet of devices of one type that run the same firmware."""

    id: int | str
    """ID of the product."""
    product_id: int | None = UNSET
    """ID of the product as it stands in its firmware."""
    platform_id: int
    """ID of the platform that the product's devices are of; 13 is the Boron."""
    name: str
    """Name of the product."""
    slug: str
    """The name in a form for paths, which may stand wherever the ID may."""
    description: str | None = UNSET
    """What the product is, in its makers' words."""
    subscription_id: int | None = UNSET
    """ID of the subscription that pays for the product."""
    user: str | None = UNSET
    """Username of the owner, for a product that belongs to an account."""
    org: str | None = UNSET
    """Name of the owner, for a product that belongs to an organization."""
    organization_id: str | None = UNSET
    """ID of the organization that the product belongs to."""
    organization: str | None = UNSET
    """ID of the organization that the product belongs to, in the response for a single product."""
    groups: list[str] | None = UNSET
    """Names of the product's device groups."""
    settings: ProductSettings | None = UNSET
    """Settings of the product."""
    requires_activation_codes: bool | None = UNSET
    """Whether customers need an activation code to set up a device."""
    device_protection: ProductDeviceProtection | str | None = UNSET
    """Status of Device Protection that is set for the product's devices."""


@model
class ProductList(Model):
    """A list of products."""

    products: list[Product]
    """The products."""


@model
class ProductResponse(Model):
    """A single product."""

    product: Product
    """The product."""

    @property
    def id(self) -> int | str:
        """ID of the product."""
        return content_of(self.product, "id")

    @property
    def product_id(self) -> int | None:
        """ID of the product as it stands in its firmware."""
        return content_of(self.product, "product_id")

    @property
    def platform_id(self) -> int:
        """ID of the platform that the product's devices are of; 13 is the Boron."""
        return content_of(self.product, "platform_id")

    @property
    def name(self) -> str:
        """Name of the product."""
        return content_of(self.product, "name")

    @property
    def slug(self) -> str:
        """The name in a form for paths, which may stand wherever the ID may."""
        return content_of(self.product, "slug")

    @property
    def description(self) -> str | None:
        """What the product is, in its makers' words."""
        return content_of(self.product, "description")

    @property
    def subscription_id(self) -> int | None:
        """ID of the subscription that pays for the product."""
        return content_of(self.product, "subscription_id")

    @property
    def user(self) -> str | None:
        """Username of the owner, for a product that belongs to an account."""
        return content_of(self.product, "user")

    @property
    def org(self) -> str | None:
        """Name of the owner, for a product that belongs to an organization."""
        return content_of(self.product, "org")

    @property
    def organization_id(self) -> str | None:
        """ID of the organization that the product belongs to."""
        return content_of(self.product, "organization_id")

    @property
    def organization(self) -> str | None:
        """ID of the organization that the product belongs to, in the response for a single
        product.
        """
        return content_of(self.product, "organization")

    @property
    def groups(self) -> list[str] | None:
        """Names of the product's device groups."""
        return content_of(self.product, "groups")

    @property
    def settings(self) -> ProductSettings | None:
        """Settings of the product."""
        return content_of(self.product, "settings")

    @property
    def requires_activation_codes(self) -> bool | None:
        """Whether customers need an activation code to set up a device."""
        return content_of(self.product, "requires_activation_codes")

    @property
    def device_protection(self) -> ProductDeviceProtection | str | None:
        """Status of Device Protection that is set for the product's devices."""
        return content_of(self.product, "device_protection")
