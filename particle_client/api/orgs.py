# Generated from openapi/ by `make generate`. Do not edit.
"""Organizations, which own products and share them among the people of a company."""

from __future__ import annotations

from typing import Unpack

from ..calls.options import RequestOptions
from ..methods.base import AsyncPager, AsyncResource, Page, Resource, path_segment
from ..models.orgs import Organization, OrganizationList, OrganizationResponse
from ..operations.orgs import GET_ORGANIZATION, LIST_ORGANIZATIONS, LIST_ORGANIZATIONS_PAGES

__all__ = ["AsyncOrgs", "Orgs"]


class Orgs(Resource):
    """Organizations, which own products and share them among the people of a company.

    Reached as `particle.orgs`.
    """

    __slots__ = ()

    def list(self, **options: Unpack[RequestOptions]) -> Page[OrganizationList, Organization]:
        """List organizations.

        All organizations that the user of the access token belongs to, in one response.

        Cloud API: listOrganizations, GET /v1/orgs.
        """
        return self._page(
            LIST_ORGANIZATIONS,
            "/orgs",
            options,
            OrganizationList,
            Organization,
            LIST_ORGANIZATIONS_PAGES,
        )

    def get(self, org: str, **options: Unpack[RequestOptions]) -> OrganizationResponse:
        """Get an organization.

        ID, name and slug of one organization.

        Args:
            org: The organization, by its ID or by its slug.

        Cloud API: getOrganization, GET /v1/orgs/{orgIdOrSlug}. Permission of API users:
        organization:get.
        """
        return self._call(
            GET_ORGANIZATION, f"/orgs/{path_segment('org', org)}", options, OrganizationResponse
        )


class AsyncOrgs(AsyncResource):
    """Organizations, which own products and share them among the people of a company.

    Reached as `particle.orgs` of an `AsyncParticle`.
    """

    __slots__ = ()

    def list(self, **options: Unpack[RequestOptions]) -> AsyncPager[OrganizationList, Organization]:
        """List organizations.

        All organizations that the user of the access token belongs to, in one response.

        Cloud API: listOrganizations, GET /v1/orgs.
        """
        return self._page(
            LIST_ORGANIZATIONS,
            "/orgs",
            options,
            OrganizationList,
            Organization,
            LIST_ORGANIZATIONS_PAGES,
        )

    async def get(self, org: str, **options: Unpack[RequestOptions]) -> OrganizationResponse:
        """Get an organization.

        ID, name and slug of one organization.

        Args:
            org: The organization, by its ID or by its slug.

        Cloud API: getOrganization, GET /v1/orgs/{orgIdOrSlug}. Permission of API users:
        organization:get.
        """
        return await self._call(
            GET_ORGANIZATION, f"/orgs/{path_segment('org', org)}", options, OrganizationResponse
        )
