"""Written by `make public-api`; see CONTRIBUTING.md. Do not edit."""

from typing import Literal, overload
from particle_client.api.scopes import AccountResources

class Particle(AccountResources):
    def __enter__(self) -> Self: ...
    def __exit__(self, *exception: object) -> None: ...
    def __init__(
        self,
        access_token: str | Callable[[], str] | TokenProvider | None = None,
        *,
        base_url: str | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        token_duration: int = 7776000,
        timeout: float | Timeout | None | Unset = UNSET,
        headers: Mapping[str, str] | None = None,
        tool: str | Mapping[str, Any] | None = None,
        project: str | Mapping[str, Any] | None = None,
        strict: bool = False,
        allow_insecure_http: bool = False,
        max_response_size: int = 64 * 1024 * 1024,
        retries: int | RetryPolicy | Unset | None = UNSET,
        rate_limiter: Limiter | None = None,
        on_request: Callable[[Request], object] | None = None,
        on_response: Callable[[Response[Any]], object] | None = None,
        http_client: Any = None,
    ) -> None: ...
    base_url: str
    def close(self) -> None: ...
    def delete(self, path: str, **options: Unpack[RawOptions]) -> Response[Any]: ...
    @overload
    def download_file(
        self,
        url: str,
        *,
        to: None = None,
        progress: Callable[[int, int | None], object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> bytes: ...
    @overload
    def download_file(
        self,
        url: str,
        *,
        to: str | PathLike[str],
        progress: Callable[[int, int | None], object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> Path: ...
    @overload
    def download_file(
        self,
        url: str,
        *,
        stream: Literal[True],
        progress: Callable[[int, int | None], object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> Download: ...
    @classmethod
    def from_cli_profile(
        cls,
        profile: str | None = None,
        *,
        http_client: Any = None,
        **options: Unpack[ClientOptions],
    ) -> Self: ...
    def get(self, path: str, **options: Unpack[RequestOptions]) -> Response[Any]: ...
    def head(self, path: str, **options: Unpack[RequestOptions]) -> Response[Any]: ...
    def login(
        self,
        username: str,
        password: str,
        *,
        expires_in: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> AccessToken: ...
    def login_as_client_owner(self, **options: Unpack[RequestOptions]) -> AccessToken: ...
    def map_devices(
        self,
        fn: Callable[[D], T],
        device_ids: Iterable[D],
        *,
        concurrency: int = 16,
        progress: Callable[[int, int | None], object] | None = None,
    ) -> DeviceResults[D, T]: ...
    def org(self, org: str) -> OrganizationScope: ...
    def patch(self, path: str, **options: Unpack[RawOptions]) -> Response[Any]: ...
    def post(self, path: str, **options: Unpack[RawOptions]) -> Response[Any]: ...
    def product(self, product: str | int) -> ProductScope: ...
    def put(self, path: str, **options: Unpack[RawOptions]) -> Response[Any]: ...
    def request(self, method: str, path: str, **options: Unpack[RawOptions]) -> Response[Any]: ...
    def submit_otp(
        self, mfa_token: str, otp: str, **options: Unpack[RequestOptions]
    ) -> AccessToken: ...
    def with_options(
        self,
        *,
        access_token: Any = UNSET,
        http_client: Any = None,
        **changes: Unpack[ClientOptions],
    ) -> Self: ...
    def with_raw_response(
        self, method: Callable[P, T], *args: args, **kwargs: kwargs
    ) -> Response[T]: ...
