# Generated from openapi/ by `make generate`. Do not edit.
"""Search for devices, products and SIM cards of the account or an organization."""

from __future__ import annotations

from typing import Unpack

from ..base.unset import UNSET, Unset
from ..calls.options import RequestOptions
from ..methods.async_resource import AsyncResource
from ..methods.resource import Resource
from ..models.search import SearchResults, SearchResultType
from ..operations.search import SEARCH_ORGANIZATION, SEARCH_SANDBOX

__all__ = ["AsyncOrgSearch", "AsyncSearch", "OrgSearch", "Search"]


class Search(Resource):
    """Search for devices, products and SIM cards of the account or an organization.

    Reached as `particle.search`.
    """

    __slots__ = ()

    def find(
        self,
        text: str,
        *,
        type: SearchResultType | str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> SearchResults:
        """Search the account.

        Finds the devices, products and SIM cards of your account (your sandbox) that match a text:
        at most 10 of each type, on a single page.

        Args:
            text: The text to search for.
            type: Only results of this type. Default all types.

        Examples:
            >>> particle.search.find("alpha")

        Cloud API: searchSandbox, GET /v1/user/search.
        """
        return self._call(
            SEARCH_SANDBOX, options, SearchResults, query={"text": text, "type": type}
        )


class OrgSearch(Resource):
    """Search for devices, products and SIM cards of the account or an organization.

    Reached as `particle.org(…).search`.
    """

    __slots__ = ()

    def find(
        self,
        text: str,
        *,
        type: SearchResultType | str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> SearchResults:
        """Search an organization.

        Finds the devices, products and SIM cards of an organization that match a text: at most 10
        of each type, on a single page.

        Args:
            text: The text to search for.
            type: Only results of this type. Default all types.

        Examples:
            >>> org.search.find("alpha")

        Cloud API: searchOrganization, GET /v1/orgs/{orgIdOrSlug}/search.
        """
        return self._call(
            SEARCH_ORGANIZATION, options, SearchResults, query={"text": text, "type": type}
        )


class AsyncSearch(AsyncResource):
    """Search for devices, products and SIM cards of the account or an organization.

    Reached as `particle.search` of an `AsyncParticle`.
    """

    __slots__ = ()

    async def find(
        self,
        text: str,
        *,
        type: SearchResultType | str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> SearchResults:
        """Search the account.

        Finds the devices, products and SIM cards of your account (your sandbox) that match a text:
        at most 10 of each type, on a single page.

        Args:
            text: The text to search for.
            type: Only results of this type. Default all types.

        Examples:
            >>> await particle.search.find("alpha")

        Cloud API: searchSandbox, GET /v1/user/search.
        """
        return await self._call(
            SEARCH_SANDBOX, options, SearchResults, query={"text": text, "type": type}
        )


class AsyncOrgSearch(AsyncResource):
    """Search for devices, products and SIM cards of the account or an organization.

    Reached as `particle.org(…).search` of an `AsyncParticle`.
    """

    __slots__ = ()

    async def find(
        self,
        text: str,
        *,
        type: SearchResultType | str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> SearchResults:
        """Search an organization.

        Finds the devices, products and SIM cards of an organization that match a text: at most 10
        of each type, on a single page.

        Args:
            text: The text to search for.
            type: Only results of this type. Default all types.

        Examples:
            >>> await org.search.find("alpha")

        Cloud API: searchOrganization, GET /v1/orgs/{orgIdOrSlug}/search.
        """
        return await self._call(
            SEARCH_ORGANIZATION, options, SearchResults, query={"text": text, "type": type}
        )
