# Generated from openapi/ by `make generate`. Do not edit.
"""Models of orgs."""

from ..schema.fields import model
from ..schema.model import Model

__all__ = ["Organization", "OrganizationList", "OrganizationResponse"]


@model
class Organization(Model):
    """An organization, which owns products and shares them among the people of a company."""

    id: str
    """ID of the organization: 24 hexadecimal digits."""
    slug: str
    """The name in a form for paths, which may stand wherever the ID may."""
    name: str
    """Name of the organization."""


@model
class OrganizationList(Model):
    """A list of organizations."""

    organizations: list[Organization]
    """The organizations."""


@model
class OrganizationResponse(Model):
    """A single organization."""

    organization: Organization
    """The organization."""
