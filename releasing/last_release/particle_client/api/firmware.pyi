"""Written by `make public-api`; see CONTRIBUTING.md. Do not edit."""

from typing import Literal, overload

class AsyncFirmwareBinaries:
    async def compile(
        self,
        files: str
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
        ]
        | Sequence[
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
            ]
        ],
        *,
        platform_id: int | Unset = UNSET,
        product_id: int | str | Unset = UNSET,
        target_version: str | Unset = UNSET,
        progress: Callable[[int, int | None], object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> CompiledFirmware: ...
    async def compile_to(
        self,
        path: str | PathLike[str],
        files: str
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
        ]
        | Sequence[
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
            ]
        ],
        *,
        platform_id: int | Unset = UNSET,
        product_id: int | str | Unset = UNSET,
        target_version: str | Unset = UNSET,
        progress: Callable[[int, int | None], object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> CompiledFirmware: ...
    @overload
    async def download(
        self,
        binary_id: str,
        *,
        to: None = None,
        progress: Callable[[int, int | None], object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> bytes: ...
    @overload
    async def download(
        self,
        binary_id: str,
        *,
        to: str | PathLike[str],
        progress: Callable[[int, int | None], object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> Path: ...
    @overload
    def download(
        self,
        binary_id: str,
        *,
        stream: Literal[True],
        progress: Callable[[int, int | None], object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncDownload: ...
    download_binary: Any
    async def list_build_targets(
        self, *, featured: bool | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> BuildTargets: ...

class AsyncProductFirmwareBinaries:
    async def delete(self, version: int, **options: Unpack[RequestOptions]) -> None: ...
    @overload
    async def download(
        self,
        version: int,
        *,
        to: None = None,
        progress: Callable[[int, int | None], object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> bytes: ...
    @overload
    async def download(
        self,
        version: int,
        *,
        to: str | PathLike[str],
        progress: Callable[[int, int | None], object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> Path: ...
    @overload
    def download(
        self,
        version: int,
        *,
        stream: Literal[True],
        progress: Callable[[int, int | None], object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncDownload: ...
    async def get(self, version: int, **options: Unpack[RequestOptions]) -> ProductFirmware: ...
    def list(self, **options: Unpack[RequestOptions]) -> AsyncListing[ProductFirmware]: ...
    async def release(
        self,
        version: int,
        *,
        product_default: bool | Unset = UNSET,
        groups: Sequence[str] | Unset = UNSET,
        intelligent: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> ProductFirmwareReleased: ...
    async def update(
        self,
        version: int,
        *,
        title: str | Unset = UNSET,
        description: str | Unset = UNSET,
        mandatory: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> ProductFirmware: ...
    async def upload(
        self,
        file: str
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
        version: int,
        title: str,
        *,
        description: str | Unset = UNSET,
        mandatory: bool | Unset = UNSET,
        progress: Callable[[int, int | None], object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> ProductFirmware: ...

class FirmwareBinaries:
    def compile(
        self,
        files: str
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
        ]
        | Sequence[
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
                    str,
                    str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes],
                ]
                | tuple[
                    str,
                    str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes],
                    str,
                ],
            ]
        ],
        *,
        platform_id: int | Unset = UNSET,
        product_id: int | str | Unset = UNSET,
        target_version: str | Unset = UNSET,
        progress: Callable[[int, int | None], object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> CompiledFirmware: ...
    def compile_to(
        self,
        path: str | PathLike[str],
        files: str
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
        ]
        | Sequence[
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
                    str,
                    str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes],
                ]
                | tuple[
                    str,
                    str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes],
                    str,
                ],
            ]
        ],
        *,
        platform_id: int | Unset = UNSET,
        product_id: int | str | Unset = UNSET,
        target_version: str | Unset = UNSET,
        progress: Callable[[int, int | None], object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> CompiledFirmware: ...
    @overload
    def download(
        self,
        binary_id: str,
        *,
        to: None = None,
        progress: Callable[[int, int | None], object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> bytes: ...
    @overload
    def download(
        self,
        binary_id: str,
        *,
        to: str | PathLike[str],
        progress: Callable[[int, int | None], object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> Path: ...
    @overload
    def download(
        self,
        binary_id: str,
        *,
        stream: Literal[True],
        progress: Callable[[int, int | None], object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> Download: ...
    download_binary: Any
    def list_build_targets(
        self, *, featured: bool | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> BuildTargets: ...

class ProductFirmwareBinaries:
    def delete(self, version: int, **options: Unpack[RequestOptions]) -> None: ...
    @overload
    def download(
        self,
        version: int,
        *,
        to: None = None,
        progress: Callable[[int, int | None], object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> bytes: ...
    @overload
    def download(
        self,
        version: int,
        *,
        to: str | PathLike[str],
        progress: Callable[[int, int | None], object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> Path: ...
    @overload
    def download(
        self,
        version: int,
        *,
        stream: Literal[True],
        progress: Callable[[int, int | None], object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> Download: ...
    def get(self, version: int, **options: Unpack[RequestOptions]) -> ProductFirmware: ...
    def list(self, **options: Unpack[RequestOptions]) -> list[ProductFirmware]: ...
    def release(
        self,
        version: int,
        *,
        product_default: bool | Unset = UNSET,
        groups: Sequence[str] | Unset = UNSET,
        intelligent: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> ProductFirmwareReleased: ...
    def update(
        self,
        version: int,
        *,
        title: str | Unset = UNSET,
        description: str | Unset = UNSET,
        mandatory: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> ProductFirmware: ...
    def upload(
        self,
        file: str
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
        version: int,
        title: str,
        *,
        description: str | Unset = UNSET,
        mandatory: bool | Unset = UNSET,
        progress: Callable[[int, int | None], object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> ProductFirmware: ...
