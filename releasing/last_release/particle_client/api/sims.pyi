"""Written by `make public-api`; see CONTRIBUTING.md. Do not edit."""

from typing import Literal, overload

class AsyncProductSims:
    async def activate(
        self,
        iccids: Sequence[str],
        *,
        country: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Ok: ...
    async def data_usage(self, iccid: str, **options: Unpack[RequestOptions]) -> SimDataUsage: ...
    async def deactivate(self, iccid: str, **options: Unpack[RequestOptions]) -> None: ...
    async def fleet_data_usage(self, **options: Unpack[RequestOptions]) -> FleetDataUsage: ...
    async def import_file(
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
        *,
        progress: Callable[[int, int | None], object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> Ok: ...
    def list(
        self,
        *,
        iccid: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        device_name: str | Unset = UNSET,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[SimList, Sim]: ...
    async def reactivate(
        self, iccid: str, *, mb_limit: int | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> None: ...
    async def remove(self, iccid: str, **options: Unpack[RequestOptions]) -> Ok | None: ...
    async def status(self, iccid: str, **options: Unpack[RequestOptions]) -> SimConnectionCheck: ...
    async def update(
        self, iccid: str, mb_limit: int, **options: Unpack[RequestOptions]
    ) -> None: ...

class AsyncSims:
    async def activate(
        self,
        iccid: str,
        *,
        country: str | Unset = UNSET,
        promo_code: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> None: ...
    async def check(self, iccid: str, **options: Unpack[RequestOptions]) -> None: ...
    async def data_usage(self, iccid: str, **options: Unpack[RequestOptions]) -> SimDataUsage: ...
    async def deactivate(self, iccid: str, **options: Unpack[RequestOptions]) -> None: ...
    async def get(self, iccid: str, **options: Unpack[RequestOptions]) -> SimResponse: ...
    def list(self, **options: Unpack[RequestOptions]) -> AsyncPager[SimList, Sim]: ...
    async def reactivate(
        self, iccid: str, *, mb_limit: int | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> None: ...
    async def remove(self, iccid: str, **options: Unpack[RequestOptions]) -> Ok | None: ...
    async def status(self, iccid: str, **options: Unpack[RequestOptions]) -> SimConnectionCheck: ...
    async def update(
        self, iccid: str, mb_limit: int, **options: Unpack[RequestOptions]
    ) -> None: ...

class ProductSims:
    def activate(
        self,
        iccids: Sequence[str],
        *,
        country: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Ok: ...
    def data_usage(self, iccid: str, **options: Unpack[RequestOptions]) -> SimDataUsage: ...
    def deactivate(self, iccid: str, **options: Unpack[RequestOptions]) -> None: ...
    def fleet_data_usage(self, **options: Unpack[RequestOptions]) -> FleetDataUsage: ...
    def import_file(
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
        *,
        progress: Callable[[int, int | None], object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> Ok: ...
    def list(
        self,
        *,
        iccid: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        device_name: str | Unset = UNSET,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Page[SimList, Sim]: ...
    def reactivate(
        self, iccid: str, *, mb_limit: int | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> None: ...
    def remove(self, iccid: str, **options: Unpack[RequestOptions]) -> Ok | None: ...
    def status(self, iccid: str, **options: Unpack[RequestOptions]) -> SimConnectionCheck: ...
    def update(self, iccid: str, mb_limit: int, **options: Unpack[RequestOptions]) -> None: ...

class Sims:
    def activate(
        self,
        iccid: str,
        *,
        country: str | Unset = UNSET,
        promo_code: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> None: ...
    def check(self, iccid: str, **options: Unpack[RequestOptions]) -> None: ...
    def data_usage(self, iccid: str, **options: Unpack[RequestOptions]) -> SimDataUsage: ...
    def deactivate(self, iccid: str, **options: Unpack[RequestOptions]) -> None: ...
    def get(self, iccid: str, **options: Unpack[RequestOptions]) -> SimResponse: ...
    def list(self, **options: Unpack[RequestOptions]) -> Page[SimList, Sim]: ...
    def reactivate(
        self, iccid: str, *, mb_limit: int | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> None: ...
    def remove(self, iccid: str, **options: Unpack[RequestOptions]) -> Ok | None: ...
    def status(self, iccid: str, **options: Unpack[RequestOptions]) -> SimConnectionCheck: ...
    def update(self, iccid: str, mb_limit: int, **options: Unpack[RequestOptions]) -> None: ...
