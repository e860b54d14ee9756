# Generated from async_libraries.py by `make generate`. Do not edit.
"""Uploading and downloading libraries: what is written by hand of `libraries`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal, Unpack, cast, overload

from ..base.errors import ParticleError
from ..base.files import FileInput, Progress, TargetPath
from ..base.unset import UNSET, Unset
from ..calls.options import RequestOptions
from ..calls.urls import file_operation
from ..calls.waiting import in_thread
from ..downloads import Download
from ..downloads.download import ResourceLocation
from ..models.libraries import Library, LibraryResponse
from ..operations.libraries import GET_LIBRARY, UPLOAD_LIBRARY
from .arguments import multipart
from .resource import Resource


class LibraryMethods(Resource):
    """Uploading and downloading."""

    __slots__ = ()

    def contribute(
        self,
        library: FileInput,
        *,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> LibraryResponse:
        """Upload a version of a library.

        Uploads a version of a library, which is private at first: only you see it, until `publish`
        makes it public. A name that is new makes a new library. Name and version are those in the
        file `library.properties`; the version must be higher than the last.

        Args:
            library: The library's folder, or an archive (`.tar.gz`) of it: a path, bytes or a file
                object. Of a folder are sent sources, headers, `.properties`,
                `.md` and `.txt` files, `.a` archives, `LICENSE`, and what `whitelist=` in
                `library.properties` names; nothing hidden, and not `target/`.
            progress: Called with the bytes sent and the bytes in all.

        Raises:
            ValueError: The folder has no `library.properties`, or that has no name or version;
                nothing was sent.
            BadRequestError: The cloud doesn't take the library, for example because its version
                isn't higher than the last.

        Cloud API: uploadLibrary, POST /v1/libraries.
        """
        archive = in_thread(_archive, library)
        body = multipart({"file": (archive, "archive.tar.gz")}, {}, progress)
        return self._call(UPLOAD_LIBRARY, options, LibraryResponse, multipart=body)

    @overload
    def download(
        self,
        name_or_library: str | Library | LibraryResponse,
        *,
        version: str | Unset = UNSET,
        to: None = None,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> bytes: ...
    @overload
    def download(
        self,
        name_or_library: str | Library | LibraryResponse,
        *,
        version: str | Unset = UNSET,
        to: TargetPath,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> Path: ...
    @overload
    def download(
        self,
        name_or_library: str | Library | LibraryResponse,
        *,
        version: str | Unset = UNSET,
        stream: Literal[True],
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> Download: ...
    def download(
        self,
        name_or_library: str | Library | LibraryResponse,
        *,
        version: str | Unset = UNSET,
        to: TargetPath | None = None,
        stream: bool = False,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> bytes | Path | Download:
        """Download the archive of a library.

        Follows the link that the library shows, with a second request if it is given by its name.
        The link leads to another host, which gets no access token.

        Args:
            name_or_library: Name of the library, or a version of it as `get`, `list` or
                `get_versions` gives it.
            version: The version, where a name is given. Default: the newest.
            to: Path to save the archive at. It appears there when it is complete.
            stream: Return the archive piece by piece, in a `with` block.
            progress: Called with the bytes that came and the bytes in all.

        Returns:
            The archive (`.tar.gz`); the path with `to=`; with `stream=True` a download, which is an
            iterator over bytes.

        Raises:
            ParticleError: The library shows no link.

        Cloud API: getLibrary, GET /v1/libraries/{libraryName}.
        """
        from ..downloads.download import start

        def locate() -> ResourceLocation:
            found = name_or_library
            if isinstance(found, str):
                path, query = {"name": found}, {"version": version}
                found = self._call(GET_LIBRARY, options, LibraryResponse, path=path, query=query)
            library = found.data if isinstance(found, LibraryResponse) else found
            link = getattr(getattr(library, "links", None), "download", None)
            if not isinstance(link, str):
                raise ParticleError("The library shows no link to download it from.")
            base_url = self._client._base_url
            try:
                if base_url.startswith("https:") and link.lower().startswith("http:"):
                    raise ValueError("it leads away from TLS")
                return file_operation(link, base_url)
            except ValueError as error:
                raise ParticleError(f"The library's link can't be followed: {error}") from None

        if not isinstance(name_or_library, str) and not isinstance(version, Unset):
            raise TypeError("version= goes with a name: this library is one version")
        # Headers may hold a token for the cloud.
        kept = {k: v for k, v in options.items() if k not in ("headers", "query")}
        file_options = cast("RequestOptions", kept)
        return start(self._client, locate, file_options, to, stream, progress)


def _archive(library: FileInput) -> FileInput:
    """Return the archive of a folder; anything else as it is."""
    if not isinstance(library, str | os.PathLike) or not os.path.isdir(library):
        return library
    from ..uploads.folders import library_archive  # not everybody uploads

    return library_archive(os.fspath(library))
