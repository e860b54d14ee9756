"""Written by `make public-api`; see CONTRIBUTING.md. Do not edit."""

from typing import Literal, overload

class AsyncLibraries:
    async def contribute(
        self,
        library: str
        | PathLike[str]
        | bytes
        | bytearray
        | memoryview
        | Reader
        | Iterator[bytes]
        | AsyncReader
        | AsyncIterable[bytes]
        | tuple[
            str,
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | AsyncReader
            | AsyncIterable[bytes],
        ]
        | tuple[
            str,
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | AsyncReader
            | AsyncIterable[bytes],
            str,
        ]
        | Mapping[
            str,
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | AsyncReader
            | AsyncIterable[bytes]
            | tuple[
                str,
                str
                | PathLike[str]
                | bytes
                | bytearray
                | memoryview
                | Reader
                | Iterator[bytes]
                | AsyncReader
                | AsyncIterable[bytes],
            ]
            | tuple[
                str,
                str
                | PathLike[str]
                | bytes
                | bytearray
                | memoryview
                | Reader
                | Iterator[bytes]
                | AsyncReader
                | AsyncIterable[bytes],
                str,
            ],
        ],
        *,
        progress: Callable[[int, int | None], object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> LibraryResponse: ...
    async def delete(
        self, name: str, *, force: str | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> Ok: ...
    @overload
    async def download(
        self,
        name_or_library: str | Library | LibraryResponse,
        *,
        version: str | Unset = UNSET,
        to: None = None,
        progress: Callable[[int, int | None], object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> bytes: ...
    @overload
    async def download(
        self,
        name_or_library: str | Library | LibraryResponse,
        *,
        version: str | Unset = UNSET,
        to: str | PathLike[str],
        progress: Callable[[int, int | None], object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> Path: ...
    @overload
    def download(
        self,
        name_or_library: str | Library | LibraryResponse,
        *,
        version: str | Unset = UNSET,
        stream: Literal[True],
        progress: Callable[[int, int | None], object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncDownload: ...
    async def get(
        self,
        name: str,
        *,
        version: str | Unset = UNSET,
        scope: LibraryVersionScope | str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> LibraryResponse: ...
    def get_versions(
        self,
        name: str,
        *,
        scope: LibraryVersionScope | str | Unset = UNSET,
        page: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[LibraryList, Library]: ...
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
    ) -> AsyncPager[LibraryList, Library]: ...
    async def publish(self, name: str, **options: Unpack[RequestOptions]) -> LibraryResponse: ...

class Libraries:
    def contribute(
        self,
        library: str
        | PathLike[str]
        | bytes
        | bytearray
        | memoryview
        | Reader
        | Iterator[bytes]
        | tuple[
            str, str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes]
        ]
        | tuple[
            str,
            str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes],
            str,
        ]
        | Mapping[
            str,
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | tuple[
                str, str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes]
            ]
            | tuple[
                str,
                str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes],
                str,
            ],
        ],
        *,
        progress: Callable[[int, int | None], object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> LibraryResponse: ...
    def delete(
        self, name: str, *, force: str | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> Ok: ...
    @overload
    def download(
        self,
        name_or_library: str | Library | LibraryResponse,
        *,
        version: str | Unset = UNSET,
        to: None = None,
        progress: Callable[[int, int | None], object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> bytes: ...
    @overload
    def download(
        self,
        name_or_library: str | Library | LibraryResponse,
        *,
        version: str | Unset = UNSET,
        to: str | PathLike[str],
        progress: Callable[[int, int | None], object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> Path: ...
    @overload
    def download(
        self,
        name_or_library: str | Library | LibraryResponse,
        *,
        version: str | Unset = UNSET,
        stream: Literal[True],
        progress: Callable[[int, int | None], object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> Download: ...
    def get(
        self,
        name: str,
        *,
        version: str | Unset = UNSET,
        scope: LibraryVersionScope | str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> LibraryResponse: ...
    def get_versions(
        self,
        name: str,
        *,
        scope: LibraryVersionScope | str | Unset = UNSET,
        page: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Page[LibraryList, Library]: ...
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
    ) -> Page[LibraryList, Library]: ...
    def publish(self, name: str, **options: Unpack[RequestOptions]) -> LibraryResponse: ...
