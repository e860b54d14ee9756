# Generated from openapi/ by `make generate`. Do not edit.
"""Models of customers."""

from ..base.unset import UNSET
from ..schema.fields import model
from ..schema.model import Model
from .common import PageMeta

__all__ = ["Customer", "CustomerDevice", "CustomerList"]


@model
class Customer(Model):
    """A customer of a product, who is an end user of its devices."""

    id: str
    """ID of the customer."""
    username: str
    """The email address (or other identifier) that the customer was created with."""
    full_name: str | None = UNSET
    """Name of the customer."""
    devices: list[str] | None = UNSET
    """IDs of the customer's devices. The devices themselves are in the list's `devices`."""


@model
class CustomerDevice(Model):
    """A device that belongs to a customer."""

    id: str
    """ID of the device."""
    product_id: int | None = UNSET
    """ID of the product that the device belongs to."""
    last_ip_address: str | None = UNSET
    """The IP address that the device last connected from."""
    firmware_version: int | None = UNSET
    """Number of the version of the product's firmware that the device runs."""
    online: bool | None = UNSET
    """Whether the device is connected to the cloud at the moment."""


@model
class CustomerList(Model):
    """The customers of a product, and the devices that belong to them."""

    customers: list[Customer]
    """The customers."""
    devices: list[CustomerDevice] | None = UNSET
    """The devices of all these customers."""
    meta: PageMeta | None = UNSET
    """How many pages there are."""
