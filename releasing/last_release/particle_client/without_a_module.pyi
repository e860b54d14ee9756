"""Written by `make public-api`; see CONTRIBUTING.md. Do not edit."""

from typing import Literal, overload
from particle_client.events import StreamOptions

class AsyncDeviceResults:
    async def __aenter__(self) -> Self: ...
    async def __aexit__(self, *exception: object) -> None: ...
    def __aiter__(self) -> AsyncGenerator[DeviceResult[D, T]]: ...
    def __init__(
        self,
        fn: Callable[[D], Awaitable[T]],
        devices: Iterable[D] | AsyncIterable[D],
        concurrency: int,
        progress: Callable[[int, int | None], object] | None,
    ) -> None: ...
    async def aclose(self) -> None: ...
    close: Any

class AsyncListing:
    async def __aiter__(self) -> AsyncIterator[T]: ...
    def __await__(self) -> Generator[Any, None, R]: ...
    def __init__(self, fetch: Callable[[], Awaitable[R]]) -> None: ...
    def __iter__(self) -> Any: ...

class AsyncPager:
    async def __aiter__(self) -> AsyncIterator[T]: ...
    def __await__(self) -> Generator[Any, None, R]: ...
    def __init__(self, fetch: Callable[[], Awaitable[R]]) -> None: ...
    def __iter__(self) -> Any: ...
    async def pages(self) -> AsyncIterator[AsyncPage[B, T]]: ...

class AsyncReader(Protocol):
    def read(self, size: int = ...) -> Awaitable[bytes | str]: ...

class AsyncSender:
    def __init__(self, access_token: Any, arguments: Mapping[str, Any]) -> None: ...
    base_url: str
    def with_options(
        self,
        *,
        access_token: Any = UNSET,
        http_client: Any = None,
        **changes: Unpack[ClientOptions],
    ) -> Self: ...

class BinarySize(NamedTuple):
    bss: int
    data: int
    flash: int
    @classmethod
    def parse(cls, table: str | None) -> BinarySize | None: ...
    ram: int
    text: int

class ClientOptions(TypedDict):
    allow_insecure_http: bool
    base_url: str | None
    client_id: str | None
    client_secret: str | None
    headers: Mapping[str, str] | None
    max_response_size: int
    on_request: Callable[[Request], object] | None
    on_response: Callable[[Response[Any]], object] | None
    project: str | Mapping[str, Any] | None
    rate_limiter: Limiter | None
    retries: int | RetryPolicy | Unset | None
    strict: bool
    timeout: float | Timeout | None | Unset
    token_duration: int
    tool: str | Mapping[str, Any] | None

class DeviceFailure:
    def __init__(self, device: D, error: Exception) -> None: ...
    device: D
    device_id: str
    error: Exception
    ok: Literal[False]
    value: NoReturn

class DeviceResults:
    def __enter__(self) -> Self: ...
    def __exit__(self, *exception: object) -> None: ...
    def __init__(
        self,
        fn: Callable[[D], T],
        devices: Iterable[D],
        concurrency: int,
        progress: Callable[[int, int | None], object] | None,
    ) -> None: ...
    def __iter__(self) -> Iterator[DeviceResult[D, T]]: ...
    def close(self) -> None: ...

class DeviceSuccess:
    def __init__(self, device: D, value: T) -> None: ...
    device: D
    device_id: str
    error: None
    ok: Literal[True]
    value: T

class EventContent:
    def __contains__(self, field: object) -> bool: ...
    def __getitem__(self, field: str) -> Any: ...
    additional_properties: dict[str, Any]
    content_type: str | None
    data: str | None
    def data_bytes(self) -> bytes | None: ...
    device_id: str | None
    @classmethod
    def from_dict(cls, fields: Mapping[str, Any]) -> Self: ...
    def json(self) -> Any: ...
    def keys(self) -> KeysView[str]: ...
    malformed: bool
    name: str
    product_id: int | None
    public: bool | None
    published_at: datetime | None
    raw: str
    def to_dict(self) -> dict[str, Any]: ...
    ttl: int | None
    user_id: str | None
    version: int | None

class EventStreamOptions(StreamOptions):
    access_token: str | None
    headers: Mapping[str, str]
    query: Mapping[str, str | int | float | bool | Sequence[str | int] | Unset | None]
    timeout: float

class Items(Model): ...

class Limiter(Protocol):
    is_shared: bool
    def limited(self, operation: Operation, path: str, retry_after: float | None) -> None: ...
    def waits(self, operation: Operation, path: str, within: float) -> Generator[float]: ...

class Model:
    def __contains__(self, name: object) -> bool: ...
    def __eq__(self, other: object) -> bool: ...
    def __getitem__(self, name: str) -> Any: ...
    def __hash__(self) -> int: ...
    __iter__: Any
    additional_properties: dict[str, Any]
    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self: ...
    def keys(self) -> KeysView[str]: ...
    def to_dict(self) -> dict[str, Any]: ...

class Pagination:
    def __init__(
        self,
        items: str,
        *,
        page: str | None = None,
        total_pages: str | None = None,
        total: str | None = None,
        has_more: str | None = None,
        cursor: str | None = None,
        cursor_field: str = "",
        identity: str = "id",
        bare: bool = False,
    ) -> None: ...
    bare: bool
    cursor: str | None
    cursor_field: str
    has_more: str | None
    identity: str
    items: str
    page: str | None
    total: str | None
    total_pages: str | None

class PromptOptions(TypedDict):
    access_token: str | None
    headers: Mapping[str, str]

class RawOptions(TypedDict):
    access_token: str | None
    basic_auth: tuple[str, str]
    content: bytes | None
    extra_body: Mapping[str, Any]
    files: Mapping[str, object] | None
    form: Mapping[str, Any] | None
    headers: Mapping[str, str]
    json: object
    on_response: Callable[[Response[Any]], object]
    query: Mapping[str, str | int | float | bool | Sequence[str | int] | Unset | None] | str
    retries: int | RetryPolicy | None
    timeout: float | Timeout | None

class Reader(Protocol):
    def read(self, size: int = ...) -> bytes | str: ...

class Secret(str):
    def __getitem__(self, index: Any) -> Secret: ...

class Sender:
    def __init__(self, access_token: Any, arguments: Mapping[str, Any]) -> None: ...
    base_url: str
    def with_options(
        self,
        *,
        access_token: Any = UNSET,
        http_client: Any = None,
        **changes: Unpack[ClientOptions],
    ) -> Self: ...
