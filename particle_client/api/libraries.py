# Generated from openapi/ by `make generate`. Do not edit.
"""Libraries of firmware: finding and reading those that others published, and publishing your
own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Unpack

from ..base.unset import UNSET, Unset
from ..calls.encoding import comma, several
from ..calls.lazy import AsyncPager
from ..calls.options import RequestOptions
from ..calls.page import Page
from ..methods.async_libraries import AsyncLibraryMethods
from ..methods.async_resource import AsyncResource
from ..methods.libraries import LibraryMethods
from ..methods.resource import Resource
from ..models.common import Ok
from ..models.libraries import (
    Library,
    LibraryList,
    LibraryResponse,
    LibraryScope,
    LibrarySortKey,
    LibraryVersionScope,
)
from ..operations.libraries import (
    DELETE_LIBRARY,
    GET_LIBRARY,
    GET_LIBRARY_VERSIONS,
    LIST_LIBRARIES,
    PUBLISH_LIBRARY,
)

__all__ = ["AsyncLibraries", "Libraries"]


class Libraries(LibraryMethods, Resource):
    """Libraries of firmware: finding and reading those that others published, and publishing your
    own.

    Reached as `particle.libraries`.
    """

    __slots__ = ()

    def list(
        self,
        *,
        filter: str | Unset = UNSET,
        page: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        sort: LibrarySortKey | str | Sequence[LibrarySortKey | str] | Unset = UNSET,
        scope: LibraryScope | str | Unset = UNSET,
        exclude_scopes: Sequence[LibraryScope | str] | Unset = UNSET,
        architectures: Sequence[str] | Unset = UNSET,
        category: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Page[LibraryList, Library]:
        """List firmware libraries.

        The libraries that anybody has published, and your own private ones, the most popular first
        unless `sort` says otherwise. Each stands there with its newest version. Comes in pages of
        10 unless `limit` says otherwise.

        Args:
            filter: Only libraries whose name contains this text.
            page: Number of the page to return, counted from 1. Default 1.
            limit: Number of libraries on a page, at most 100. Default 10.
            sort: What to sort by: `name`, `installs`, `popularity`, `published`, `updated`,
                `created`, `official` or `verified`; with a minus in front, as in `-popularity`, in
                descending order. Of several, separated by commas or in a list, the next counts
                where the one before is equal. Default `popularity`.
            scope: Which libraries. Default `all`.
            exclude_scopes: Libraries to leave out. They travel as one value, separated by
                commas.
            architectures: Only libraries for these architectures, such as `photon`. They travel
                as one value, separated by commas. Default all.
            category: Only libraries of this category.

        Examples:
            >>> for library in particle.libraries.list(
            ...     filter="oled",
            ...     sort="-popularity",
            ...     exclude_scopes=["mine", "private"],
            ...     architectures=["photon", "argon"],
            ...     category="Displays",
            ... ):
            ...     print(library.id)

        Cloud API: listLibraries, GET /v1/libraries.
        """
        return self._page(
            LIST_LIBRARIES,
            options,
            LibraryList,
            Library,
            query={
                "filter": filter,
                "page": page,
                "limit": limit,
                "sort": comma("sort", sort),
                "scope": scope,
                "excludeScopes": comma("exclude_scopes", several("exclude_scopes", exclude_scopes)),
                "architectures": comma("architectures", several("architectures", architectures)),
                "category": category,
            },
        )

    def get(
        self,
        name: str,
        *,
        version: str | Unset = UNSET,
        scope: LibraryVersionScope | str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> LibraryResponse:
        """Get a library.

        One version of a library, the newest unless `version` names another, with the link that its
        archive can be downloaded from.

        Args:
            name: Name of the library, in upper or lower case.
            version: The version to return. Default `latest`.
            scope: Which versions to look among. Default `all`.

        Examples:
            >>> particle.libraries.get("InternetButton", version="0.0.10")

        Cloud API: getLibrary, GET /v1/libraries/{libraryName}.
        """
        return self._call(
            GET_LIBRARY,
            options,
            LibraryResponse,
            path={"name": name},
            query={"version": version, "scope": scope},
        )

    def delete(
        self, name: str, *, force: str | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> Ok:
        """Delete a library.

        Deletes a library of yours. A private library goes as a whole; a public one, which others
        may build on, only with the key that forces it.

        Args:
            name: Name of the library, in upper or lower case.
            force: Key that forces the deletion of a public library. Not needed for a private
                one.

        Examples:
            >>> particle.libraries.delete("testlib43")

        Cloud API: deleteLibrary, DELETE /v1/libraries/{libraryName}.
        """
        return self._call(DELETE_LIBRARY, options, Ok, path={"name": name}, json={"force": force})

    def publish(self, name: str, **options: Unpack[RequestOptions]) -> LibraryResponse:
        """Make a library public.

        Makes the newest private version of a library public, for everybody to use.

        Args:
            name: Name of the library, in upper or lower case.

        Examples:
            >>> particle.libraries.publish("testlib43")

        Cloud API: publishLibrary, PATCH /v1/libraries/{libraryName}.
        """
        return self._call(
            PUBLISH_LIBRARY,
            options,
            LibraryResponse,
            path={"name": name},
            json={"visibility": "public"},
        )

    def get_versions(
        self,
        name: str,
        *,
        scope: LibraryVersionScope | str | Unset = UNSET,
        page: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Page[LibraryList, Library]:
        """List the versions of a library.

        All versions of one library, each with the link that its archive can be downloaded from.

        Args:
            name: Name of the library, in upper or lower case.
            scope: Which versions. Default `all`.
            page: Number of the page to return, counted from 1. Default 1.
            limit: Number of versions on a page.

        Examples:
            >>> for library in particle.libraries.get_versions("InternetButton"):
            ...     print(library.id)

        Cloud API: getLibraryVersions, GET /v1/libraries/{libraryName}/versions.
        """
        return self._page(
            GET_LIBRARY_VERSIONS,
            options,
            LibraryList,
            Library,
            path={"name": name},
            query={"scope": scope, "page": page, "limit": limit},
        )


class AsyncLibraries(AsyncLibraryMethods, AsyncResource):
    """Libraries of firmware: finding and reading those that others published, and publishing your
    own.

    Reached as `particle.libraries` of an `AsyncParticle`.
    """

    __slots__ = ()

    def list(
        self,
        *,
        filter: str | Unset = UNSET,
        page: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        sort: LibrarySortKey | str | Sequence[LibrarySortKey | str] | Unset = UNSET,
        scope: LibraryScope | str | Unset = UNSET,
        exclude_scopes: Sequence[LibraryScope | str] | Unset = UNSET,
        architectures: Sequence[str] | Unset = UNSET,
        category: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[LibraryList, Library]:
        """List firmware libraries.

        The libraries that anybody has published, and your own private ones, the most popular first
        unless `sort` says otherwise. Each stands there with its newest version. Comes in pages of
        10 unless `limit` says otherwise.

        Args:
            filter: Only libraries whose name contains this text.
            page: Number of the page to return, counted from 1. Default 1.
            limit: Number of libraries on a page, at most 100. Default 10.
            sort: What to sort by: `name`, `installs`, `popularity`, `published`, `updated`,
                `created`, `official` or `verified`; with a minus in front, as in `-popularity`, in
                descending order. Of several, separated by commas or in a list, the next counts
                where the one before is equal. Default `popularity`.
            scope: Which libraries. Default `all`.
            exclude_scopes: Libraries to leave out. They travel as one value, separated by
                commas.
            architectures: Only libraries for these architectures, such as `photon`. They travel
                as one value, separated by commas. Default all.
            category: Only libraries of this category.

        Examples:
            >>> async for library in particle.libraries.list(
            ...     filter="oled",
            ...     sort="-popularity",
            ...     exclude_scopes=["mine", "private"],
            ...     architectures=["photon", "argon"],
            ...     category="Displays",
            ... ):
            ...     print(library.id)

        Cloud API: listLibraries, GET /v1/libraries.
        """
        return self._page(
            LIST_LIBRARIES,
            options,
            LibraryList,
            Library,
            query={
                "filter": filter,
                "page": page,
                "limit": limit,
                "sort": comma("sort", sort),
                "scope": scope,
                "excludeScopes": comma("exclude_scopes", several("exclude_scopes", exclude_scopes)),
                "architectures": comma("architectures", several("architectures", architectures)),
                "category": category,
            },
        )

    async def get(
        self,
        name: str,
        *,
        version: str | Unset = UNSET,
        scope: LibraryVersionScope | str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> LibraryResponse:
        """Get a library.

        One version of a library, the newest unless `version` names another, with the link that its
        archive can be downloaded from.

        Args:
            name: Name of the library, in upper or lower case.
            version: The version to return. Default `latest`.
            scope: Which versions to look among. Default `all`.

        Examples:
            >>> await particle.libraries.get("InternetButton", version="0.0.10")

        Cloud API: getLibrary, GET /v1/libraries/{libraryName}.
        """
        return await self._call(
            GET_LIBRARY,
            options,
            LibraryResponse,
            path={"name": name},
            query={"version": version, "scope": scope},
        )

    async def delete(
        self, name: str, *, force: str | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> Ok:
        """Delete a library.

        Deletes a library of yours. A private library goes as a whole; a public one, which others
        may build on, only with the key that forces it.

        Args:
            name: Name of the library, in upper or lower case.
            force: Key that forces the deletion of a public library. Not needed for a private
                one.

        Examples:
            >>> await particle.libraries.delete("testlib43")

        Cloud API: deleteLibrary, DELETE /v1/libraries/{libraryName}.
        """
        return await self._call(
            DELETE_LIBRARY, options, Ok, path={"name": name}, json={"force": force}
        )

    async def publish(self, name: str, **options: Unpack[RequestOptions]) -> LibraryResponse:
        """Make a library public.

        Makes the newest private version of a library public, for everybody to use.

        Args:
            name: Name of the library, in upper or lower case.

        Examples:
            >>> await particle.libraries.publish("testlib43")

        Cloud API: publishLibrary, PATCH /v1/libraries/{libraryName}.
        """
        return await self._call(
            PUBLISH_LIBRARY,
            options,
            LibraryResponse,
            path={"name": name},
            json={"visibility": "public"},
        )

    def get_versions(
        self,
        name: str,
        *,
        scope: LibraryVersionScope | str | Unset = UNSET,
        page: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[LibraryList, Library]:
        """List the versions of a library.

        All versions of one library, each with the link that its archive can be downloaded from.

        Args:
            name: Name of the library, in upper or lower case.
            scope: Which versions. Default `all`.
            page: Number of the page to return, counted from 1. Default 1.
            limit: Number of versions on a page.

        Examples:
            >>> async for library in particle.libraries.get_versions("InternetButton"):
            ...     print(library.id)

        Cloud API: getLibraryVersions, GET /v1/libraries/{libraryName}/versions.
        """
        return self._page(
            GET_LIBRARY_VERSIONS,
            options,
            LibraryList,
            Library,
            path={"name": name},
            query={"scope": scope, "page": page, "limit": limit},
        )
