# Generated from openapi/ by `make generate`. Do not edit.
"""Models of products."""

from enum import StrEnum

from ..base.unset import UNSET
from ..schema.fields import model
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
