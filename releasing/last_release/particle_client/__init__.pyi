"""Written by `make public-api`; see CONTRIBUTING.md. Do not edit."""

from typing import Literal, overload
from particle_client.errors import APIConnectionError as APIConnectionError
from particle_client.errors import APIStatusError as APIStatusError
from particle_client.errors import APITimeoutError as APITimeoutError

class AsyncDownload:
    async def __aenter__(self) -> Self: ...
    async def __aexit__(self, *exception: object) -> None: ...
    def __aiter__(self) -> Self: ...
    async def __anext__(self) -> bytes: ...
    aclose: Any
    async def close(self) -> None: ...
    content_type: str | None
    done: int
    filename: str | None
    headers: Mapping[str, str]
    length: int | None
    async def read(self) -> bytes: ...
    async def save(self, to: str | PathLike[str]) -> Path: ...

from particle_client.events import AsyncEventStream as AsyncEventStream

class AsyncPage:
    async def __aiter__(self) -> AsyncIterator[T]: ...
    def __bool__(self) -> bool: ...
    def __getitem__(self, name: str) -> Any: ...
    def __init__(
        self,
        body: B,
        pagination: Pagination,
        hint: Any,
        number: int,
        fetch: Callable[[dict[str, Any]], Awaitable[B]],
    ) -> None: ...
    body: B
    has_next: bool
    items: list[T]
    def keys(self) -> KeysView[str]: ...
    async def next_page(self) -> AsyncPage[B, T] | None: ...
    number: int
    async def pages(self) -> AsyncIterator[AsyncPage[B, T]]: ...
    def to_dict(self) -> dict[str, Any]: ...
    total: int | None
    total_pages: int | None

from particle_client.async_client import AsyncParticle as AsyncParticle
from particle_client.errors import AuthenticationError as AuthenticationError
from particle_client.errors import BadRequestError as BadRequestError
from particle_client.login import ClientCredentialsLogin as ClientCredentialsLogin
from particle_client.errors import CompileError as CompileError
from particle_client.errors import ConfigurationError as ConfigurationError
from particle_client.errors import ConflictError as ConflictError
from particle_client.errors import DeviceOfflineError as DeviceOfflineError

DeviceResult: TypeAlias = DeviceSuccess[D, T] | DeviceFailure[D]
from particle_client.errors import DeviceTimeoutError as DeviceTimeoutError

class Download:
    def __enter__(self) -> Self: ...
    def __exit__(self, *exception: object) -> None: ...
    def __iter__(self) -> Self: ...
    def __next__(self) -> bytes: ...
    def close(self) -> None: ...
    content_type: str | None
    done: int
    filename: str | None
    headers: Mapping[str, str]
    length: int | None
    def read(self) -> bytes: ...
    def save(self, to: str | PathLike[str]) -> Path: ...

from particle_client.errors import DownloadError as DownloadError
from particle_client.errors import ErrorReason as ErrorReason
from particle_client.events import Event as Event
from particle_client.events import EventStream as EventStream
from particle_client.login import FileTokenStore as FileTokenStore
from particle_client.errors import FlashError as FlashError

class FlashResult:
    def __init__(
        self,
        device_id: str,
        version: int | None,
        seconds: float,
        response: DeviceFlashed,
        events: tuple[Event, ...],
    ) -> None: ...
    device_id: str
    events: tuple[Event, ...]
    response: DeviceFlashed
    seconds: float
    version: int | None

from particle_client.errors import FlashTimeoutError as FlashTimeoutError
from particle_client.errors import FunctionFailedError as FunctionFailedError
from particle_client.events import Gap as Gap
from particle_client.errors import InternalServerError as InternalServerError
from particle_client.errors import InvalidCredentialsError as InvalidCredentialsError
from particle_client.errors import InvalidTokenError as InvalidTokenError
from particle_client.login import KeyringTokenStore as KeyringTokenStore
from particle_client.rate_limits import Limit as Limit
from particle_client.errors import LimitReachedError as LimitReachedError
from particle_client.errors import MFARequiredError as MFARequiredError
from particle_client.errors import MissingScopeError as MissingScopeError
from particle_client.errors import NameInUseError as NameInUseError
from particle_client.errors import NotFoundError as NotFoundError

class Operation:
    def __init__(
        self,
        name: str,
        method: str,
        path: str,
        *,
        auth: str = "bearer",
        idempotent: bool | None = None,
        secret: bool = False,
        timeout: float | None = None,
        pagination: Pagination | None = None,
    ) -> None: ...
    auth: str
    def fill_path(self, scope: str, arguments: Mapping[str, str | int | datetime]) -> str: ...
    idempotent: bool | None
    method: str
    name: str
    pagination: Pagination | None
    path: str
    def route(self, path: str) -> str: ...
    secret: bool
    timeout: float | None

class Page:
    def __bool__(self) -> bool: ...
    def __getitem__(self, name: str) -> Any: ...
    def __init__(
        self,
        body: B,
        pagination: Pagination,
        hint: Any,
        number: int,
        fetch: Callable[[dict[str, Any]], B],
    ) -> None: ...
    def __iter__(self) -> Iterator[T]: ...
    body: B
    has_next: bool
    items: list[T]
    def keys(self) -> KeysView[str]: ...
    def next_page(self) -> Page[B, T] | None: ...
    number: int
    def pages(self) -> Iterator[Page[B, T]]: ...
    def to_dict(self) -> dict[str, Any]: ...
    total: int | None
    total_pages: int | None

from particle_client.client import Particle as Particle
from particle_client.errors import ParticleError as ParticleError
from particle_client.login import PasswordLogin as PasswordLogin
from particle_client.errors import PayloadTooLargeError as PayloadTooLargeError
from particle_client.errors import PermissionDeniedError as PermissionDeniedError
from particle_client.errors import RateLimitError as RateLimitError
from particle_client.errors import RateLimitExceededError as RateLimitExceededError
from particle_client.rate_limits import RateLimiter as RateLimiter
from particle_client.errors import RateLimiterUnavailableError as RateLimiterUnavailableError
from particle_client.errors import RedirectError as RedirectError
from particle_client.login import RefreshTokenLogin as RefreshTokenLogin

class Request:
    def __init__(
        self,
        method: str,
        url: str,
        headers: list[tuple[str, str]],
        content: bytes | Iterable[bytes] | AsyncIterable[bytes] | None,
        timeout: Timeout,
        redacted_url: str,
        secret: bool = False,
        cross_origin: bool = False,
        max_size: int = 64 * 1024 * 1024,
        deadline: float = inf,
        sent_secrets: Callable[[], Iterable[str]] = tuple,
        extensions: dict[str, Any] = dict[str, Any](),
    ) -> None: ...
    content: bytes | Iterable[bytes] | AsyncIterable[bytes] | None
    cross_origin: bool
    deadline: float
    def effect(self) -> str: ...
    extensions: dict[str, Any]
    headers: list[tuple[str, str]]
    max_size: int
    method: str
    redacted_url: str
    secret: bool
    sent_secrets: Callable[[], Iterable[str]]
    def timed_out(self, *, sent: bool = True) -> APITimeoutError: ...
    timeout: Timeout
    url: str

from particle_client.errors import RequestFailedError as RequestFailedError

class RequestOptions(TypedDict):
    access_token: str | None
    basic_auth: tuple[str, str]
    extra_body: Mapping[str, Any]
    headers: Mapping[str, str]
    on_response: Callable[[Response[Any]], object]
    query: Mapping[str, str | int | float | bool | Sequence[str | int] | Unset | None] | str
    retries: int | RetryPolicy | None
    timeout: float | Timeout | None

from particle_client.errors import RequestTimeoutError as RequestTimeoutError

class Response:
    def __init__(
        self,
        *,
        method: str,
        url: str,
        status_code: int,
        headers: Mapping[str, str],
        content: bytes,
        http_response: Any = None,
        max_size: int = 64 * 1024 * 1024,
        sent_secrets: Callable[[], Iterable[str]] = tuple,
    ) -> None: ...
    content: bytes
    data: T_co
    headers: Mapping[str, str]
    http_response: Any
    def json(self) -> Any: ...
    max_size: int
    method: str
    def redacted(self) -> Response[Any]: ...
    sent_secrets: Callable[[], Iterable[str]]
    status_code: int
    text: str
    url: str

from particle_client.errors import ResponseDecodeError as ResponseDecodeError
from particle_client.errors import ResponseError as ResponseError
from particle_client.errors import ResponseValidationError as ResponseValidationError

class RetryAttempt:
    def __init__(
        self, operation: Operation, number: int, delay: float, error: ParticleError
    ) -> None: ...
    delay: float
    error: ParticleError
    number: int
    operation: Operation

class RetryPolicy:
    def __init__(
        self,
        max_retries: int = 2,
        *,
        statuses: Iterable[int] = RETRIED_STATUSES,
        methods: Iterable[str] = (),
        connection_errors: bool = True,
        initial_delay: float = 0.5,
        max_delay: float = 8.0,
        jitter: float = 0.5,
        max_retry_after: float = 60.0,
        deadline: float | None = None,
        on_retry: Callable[[RetryAttempt], object] | None = None,
    ) -> None: ...
    connection_errors: bool
    deadline: float | None
    def delay(self, number: int, error: ParticleError) -> float | None: ...
    initial_delay: float
    jitter: float
    max_delay: float
    max_retries: int
    max_retry_after: float
    methods: Iterable[str]
    on_retry: Callable[[RetryAttempt], object] | None
    def replace(self, **changes: Any) -> Self: ...
    def should_retry(self, operation: Operation, error: ParticleError) -> bool: ...
    statuses: Iterable[int]

from particle_client.errors import StreamClosedError as StreamClosedError
from particle_client.errors import StreamError as StreamError
from particle_client.errors import StreamFormatError as StreamFormatError
from particle_client.errors import StreamLimitError as StreamLimitError
from particle_client.errors import StreamReconnectError as StreamReconnectError
from particle_client.errors import StreamTimeoutError as StreamTimeoutError

class Timeout:
    def __init__(
        self,
        timeout: float | None = 60.0,
        *,
        connect: float | Unset | None = Unset.UNSET,
        read: float | Unset | None = Unset.UNSET,
        write: float | Unset | None = Unset.UNSET,
        pool: float | Unset | None = Unset.UNSET,
    ) -> None: ...
    def as_dict(self) -> dict[str, float | None]: ...
    connect: float | None
    pool: float | None
    read: float | None
    write: float | None

from particle_client.login import TokenProvider as TokenProvider

UNSET: Any
from particle_client.errors import UnknownDeviceError as UnknownDeviceError
from particle_client.errors import UnknownFunctionError as UnknownFunctionError
from particle_client.errors import UnknownProductError as UnknownProductError
from particle_client.errors import UnknownVariableError as UnknownVariableError
from particle_client.errors import UnprocessableEntityError as UnprocessableEntityError

class Unset(Enum):
    UNSET = "UNSET"
    def __bool__(self) -> bool: ...

def load_ipython_extension(ipython: Any) -> None: ...

__version__ = "0.1.0"
