# Generated from openapi/ by `make generate`. Do not edit.
"""Models of orgs."""

from ..schema.fields import content_of, model
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

    @property
    def id(self) -> str:
        """ID of the organization: 24 hexadecimal digits."""
        return content_of(self.organization, "id")

    @property
    def slug(self) -> str:
        """The name in a form for paths, which may stand wherever the ID may."""
        return content_of(self.organization, "slug")

    @property
    def name(self) -> str:
        """Name of the organization."""
        return content_of(self.organization, "name")
