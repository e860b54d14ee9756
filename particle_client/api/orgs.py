# Generated from openapi/ by `make generate`. Do not edit.
"""Organizations, which own products and share them among the people of a company."""

from __future__ import annotations

from typing import Unpack

from ..calls.lazy import AsyncPager
from ..calls.options import RequestOptions
from ..calls.page import Page
from ..methods.async_resource import AsyncResource
from ..methods.resource import Resource
from ..models.orgs import Organization, OrganizationList, OrganizationResponse
from ..operations.orgs import GET_ORGANIZATION, LIST_ORGANIZATIONS

__all__ = ["AsyncOrgs", "Orgs"]


class Orgs(Resource):
    """Organizations, which own products and share them among the people of a company.

    Reached as `particle.orgs`.
    """

    __slots__ = ()

    def list(self, **options: Unpack[RequestOptions]) -> Page[OrganizationList, Organization]:
        """List organizations.

        All organizations that the user of the access token belongs to, in one response.

        Examples:
            >>> for organization in particle.orgs.list():
            ...     print(organization.name)

        Cloud API: listOrganizations, GET /v1/orgs.
        """
        return self._page(LIST_ORGANIZATIONS, options, OrganizationList, Organization)

    def get(self, org: str, **options: Unpack[RequestOptions]) -> OrganizationResponse:
        """Get an organization.

        ID, name and slug of one organization.

        Args:
            org: The organization, by its ID or by its slug.

        Examples:
            >>> particle.orgs.get("acme-org")

        Cloud API: getOrganization, GET /v1/orgs/{orgIdOrSlug}. Permission of API users:
        organization:get.
        """
        return self._call(GET_ORGANIZATION, options, OrganizationResponse, path={"org": org})


class AsyncOrgs(AsyncResource):
    """Organizations, which own products and share them among the people of a company.

    Reached as `particle.orgs` of an `AsyncParticle`.
    """

    __slots__ = ()

    def list(self, **options: Unpack[RequestOptions]) -> AsyncPager[OrganizationList, Organization]:
        """List organizations.

        All organizations that the user of the access token belongs to, in one response.

        Examples:
            >>> async for organization in particle.orgs.list():
            ...     print(organization.name)

        Cloud API: listOrganizations, GET /v1/orgs.
        """
        return self._page(LIST_ORGANIZATIONS, options, OrganizationList, Organization)

    async def get(self, org: str, **options: Unpack[RequestOptions]) -> OrganizationResponse:
        """Get an organization.

        ID, name and slug of one organization.

        Args:
            org: The organization, by its ID or by its slug.

        Examples:
            >>> await particle.orgs.get("acme-org")

        Cloud API: getOrganization, GET /v1/orgs/{orgIdOrSlug}. Permission of API users:
        organization:get.
        """
        return await self._call(GET_ORGANIZATION, options, OrganizationResponse, path={"org": org})
