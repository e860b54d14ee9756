"""Downloading libraries: what is written by hand of `libraries`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack, cast

from ..models.libraries import Library, LibraryResponse
from .base import UNSET, AsyncResource, Resource, Unset, given, path_segment

if TYPE_CHECKING:
    from ..operation import RequestOptions

__all__ = ["AsyncLibraryMethods", "LibraryMethods"]


class LibraryMethods(Resource):
    """Downloading."""

    __slots__ = ()

    def download(
        self,
        name_or_library: str | Library | LibraryResponse,
        *,
        version: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> bytes:
        """Download the archive of a library.

        Follows the link that the library shows, with a second request if it is given by its name.
        The link leads to another host, which gets no access token.

        Args:
            name_or_library: Name of the library, or a version of it as `get`, `list` or
                `get_versions` gives it.
            version: The version, where a name is given. Default: the newest.

        Returns:
            The archive (`.tar.gz`).

        Raises:
            ValueError: The library shows no link.

        Cloud API: getLibrary, GET /v1/libraries/{libraryName}.
        """
        from ..api.libraries import GET_LIBRARY

        library: Library | LibraryResponse
        if isinstance(name_or_library, str):
            path, query = _asked(name_or_library, version)
            library = self._model(GET_LIBRARY, LibraryResponse, path, options, query=query)
        else:
            library = _one(name_or_library, version)
        return self._client.download_file(_link(library), **_of_file(options))


class AsyncLibraryMethods(AsyncResource):
    """Downloading."""

    __slots__ = ()

    async def download(
        self,
        name_or_library: str | Library | LibraryResponse,
        *,
        version: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> bytes:
        """Download the archive of a library.

        Follows the link that the library shows, with a second request if it is given by its name.
        The link leads to another host, which gets no access token.

        Args:
            name_or_library: Name of the library, or a version of it as `get`, `list` or
                `get_versions` gives it.
            version: The version, where a name is given. Default: the newest.

        Returns:
            The archive (`.tar.gz`).

        Raises:
            ValueError: The library shows no link.

        Cloud API: getLibrary, GET /v1/libraries/{libraryName}.
        """
        from ..api.libraries import GET_LIBRARY

        library: Library | LibraryResponse
        if isinstance(name_or_library, str):
            path, query = _asked(name_or_library, version)
            library = await self._model(GET_LIBRARY, LibraryResponse, path, options, query=query)
        else:
            library = _one(name_or_library, version)
        return await self._client.download_file(_link(library), **_of_file(options))


def _asked(name: str, version: str | Unset) -> tuple[str, dict[str, Any]]:
    return f"/libraries/{path_segment('name', name)}", given({"version": version})


def _one(library: Library | LibraryResponse, version: str | Unset) -> Library | LibraryResponse:
    if not isinstance(version, Unset):
        raise TypeError("version= goes with the name of a library: what is given is one version")
    return library


def _link(library: Library | LibraryResponse) -> str:
    version = library.data if isinstance(library, LibraryResponse) else library
    link = version.links.download if version.links is not None else None
    if not link:
        raise ValueError(f"library {version.id!r} shows no link to download it from")
    return link


def _of_file(options: RequestOptions) -> RequestOptions:
    """Give the options that the download itself takes: headers may hold a token for the cloud."""
    return cast(
        "RequestOptions",
        {name: value for name, value in options.items() if name not in ("headers", "query")},
    )
