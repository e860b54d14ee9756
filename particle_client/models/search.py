# Generated from openapi/ by `make generate`. Do not edit.
"""Models of search."""

from enum import StrEnum

from ..base.unset import UNSET
from ..schema.fields import json_field, model
from ..schema.model import Model

__all__ = ["FoundDevice", "SearchResult", "SearchResultType", "SearchResults"]


class SearchResultType(StrEnum):
    """What a search found."""

    DEVICE = "device"
    PRODUCT = "product"
    SIM = "sim"


@model
class FoundDevice(Model):
    """A device that a search found."""

    id: str | None = UNSET
    """ID of the device."""
    name: str | None = UNSET
    """Name of the device."""
    product_id: str | int | None = UNSET
    """ID of the product that the device belongs to."""
    product_name: str | None = UNSET
    """Name of that product."""


@model
class SearchResult(Model):
    """One thing that a search found. The Cloud API documents the fields of a device alone; what
    comes with a product or a SIM card is kept as it is.
    """

    __open__ = True

    type: SearchResultType | str
    """What it is."""
    org: str | None = UNSET
    """Slug of the organization. Only in a search of an organization."""
    org_name: str | None = json_field(default=UNSET, name="orgName")
    """Name of the organization. Only in a search of an organization."""
    device: FoundDevice | None = UNSET
    """The device, where `type` is `device`."""


@model
class SearchResults(Model):
    """What a search found."""

    ok: bool
    """Whether the request succeeded."""
    results: list[SearchResult]
    """What was found, at most 10 of each type."""
    has_more: bool = json_field(name="hasMore")
    """Whether there is more than the response holds. There is no way to get it but a longer text,
    or a `type`.
    """
