# Generated from openapi/ by `make generate`. Do not edit.
"""Organizations, which own products and share them among the people of a company."""

from __future__ import annotations

from typing import Unpack

from ..models.orgs import Organization, OrganizationList, OrganizationResponse
from ..operation import Operation, RequestOptions
from ..resources.base import AsyncPager, AsyncResource, Page, Pagination, Resource, path_segment

__all__ = ["GET_ORGANIZATION", "LIST_ORGANIZATIONS", "AsyncOrgs", "Orgs"]

LIST_ORGANIZATIONS = Operation("listOrganizations", "GET", "/v1/orgs")
GET_ORGANIZATION = Operation("getOrganization", "GET", "/v1/orgs/{orgIdOrSlug}")
_LIST_ORGANIZATIONS_PAGES = Pagination("organizations")


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
            OrganizationList,
            Organization,
            _LIST_ORGANIZATIONS_PAGES,
            "/orgs",
            options,
        )

    def get(self, org: str, **options: Unpack[RequestOptions]) -> OrganizationResponse:
        """Get an organization.

        ID, name and slug of one organization.

        Args:
            org: The organization, by its ID or by its slug.

        Cloud API: getOrganization, GET /v1/orgs/{orgIdOrSlug}. Permission of API users:
        organization:get.
        """
        return self._model(
            GET_ORGANIZATION, OrganizationResponse, f"/orgs/{path_segment('org', org)}", options
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
            OrganizationList,
            Organization,
            _LIST_ORGANIZATIONS_PAGES,
            "/orgs",
            options,
        )

    async def get(self, org: str, **options: Unpack[RequestOptions]) -> OrganizationResponse:
        """Get an organization.

        ID, name and slug of one organization.

        Args:
            org: The organization, by its ID or by its slug.

        Cloud API: getOrganization, GET /v1/orgs/{orgIdOrSlug}. Permission of API users:
        organization:get.
        """
        return await self._model(
            GET_ORGANIZATION, OrganizationResponse, f"/orgs/{path_segment('org', org)}", options
        )
