"""The clients: `Particle` and `AsyncParticle`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ParamSpec, Self, TypeVar, Unpack

from .api.scopes import AccountResources, AsyncAccountResources
from .config import is_loopback
from .core import ClientCore, check_one_body
from .errors import ConfigurationError
from .operation import Operation, RequestOptions
from .scopes import (
    AsyncOrganizationScope,
    AsyncProductScope,
    OrganizationScope,
    ProductScope,
)
from .transport import AsyncTransport, Transport
from .unset import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from types import TracebackType

    import httpx

    from .config import Tool
    from .models.tokens import AccessToken
    from .operation import Request, TimeoutTypes
    from .response import Response
    from .uploads.multipart import MultipartBody

__all__ = ["AsyncParticle", "Particle"]

P = ParamSpec("P")
T = TypeVar("T")

_OPTION_NAMES = frozenset(RequestOptions.__annotations__)


class Particle(ClientCore, AccountResources):
    """A client of the Particle Device Cloud.

    Make one for a process and keep it: it holds the connections, and is safe in many threads.

        with Particle(access_token="…") as particle:
            for device in particle.devices.list():
                print(device.name, device.online)

    Args:
        access_token: The token, or a function that gives it (asked at each request). Default: the
            environment's PARTICLE_ACCESS_TOKEN, then PARTICLE_AUTH; `login()` gets one.
        base_url: Where the Cloud API is. Default: PARTICLE_BASE_URL, then
            https://api.particle.io.
        client_id, client_secret: The OAuth client that logs in. Default: PARTICLE_CLIENT_ID and
            PARTICLE_CLIENT_SECRET, then `particle-api` for both.
        timeout: Seconds, or a `Timeout`; None waits for ever. Default: 60 s, 10 s to connect; more
            for operations that take longer.
        headers: Headers for every request.
        tool: The program that uses the client, sent as X-Particle-Tool: `"name@version"`, or
            `{"name": …, "version": …, "components": [{"name": …, "version": …}]}`.
        project: The project it works on, sent as X-Particle-Project: its name, or
            `{"name": …, …}`.
        strict: Raise ResponseValidationError when an answer differs from the API's document.
        allow_insecure_http: Permit a base URL without TLS that isn't this machine.
        http_client: An `httpx.Client` of your own (proxies, certificates, transports). It stays
            open when this client is closed.

    Raises:
        ConfigurationError: What is given, or in the environment, can't work.
    """

    def __init__(
        self,
        access_token: str | Callable[[], str] | None = None,
        *,
        base_url: str | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        headers: Mapping[str, str] | None = None,
        tool: Tool | None = None,
        project: Tool | None = None,
        strict: bool = False,
        allow_insecure_http: bool = False,
        http_client: httpx.Client | None = None,
    ) -> None:
        super().__init__(
            access_token,
            base_url=base_url,
            client_id=client_id,
            client_secret=client_secret,
            timeout=timeout,
            headers=headers,
            tool=tool,
            project=project,
            strict=strict,
            allow_insecure_http=allow_insecure_http,
        )
        self._transport: Transport = Transport(http_client, loopback=is_loopback(self._base_url))
        self._owns_transport = True

    def with_options(
        self,
        *,
        access_token: str | Callable[[], str] | Unset | None = UNSET,
        base_url: str | Unset | None = UNSET,
        client_id: str | Unset | None = UNSET,
        client_secret: str | Unset | None = UNSET,
        timeout: TimeoutTypes | Unset = UNSET,
        headers: Mapping[str, str] | Unset | None = UNSET,
        tool: Tool | Unset | None = UNSET,
        project: Tool | Unset | None = UNSET,
        strict: bool | Unset = UNSET,
        allow_insecure_http: bool | Unset = UNSET,
        http_client: httpx.Client | None = None,
    ) -> Self:
        """Give a client with other options that shares the connections of this one.

        What isn't given stays as it is; `headers` are added. Closing the copy closes nothing.
        """
        return self._copy(
            http_client,
            access_token,
            {
                "base_url": base_url,
                "client_id": client_id,
                "client_secret": client_secret,
                "timeout": timeout,
                "headers": headers,
                "tool": tool,
                "project": project,
                "strict": strict,
                "allow_insecure_http": allow_insecure_http,
            },
        )

    def _at(self) -> tuple[Particle, str]:
        return self, "/v1"

    def close(self) -> None:
        """Close the connections. A call after that raises ConfigurationError."""
        if self._owns_transport:
            self._transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    # --- scopes ---------------------------------------------------------------------------------

    def product(self, product: str | int) -> ProductScope:
        """Give the resources of a product, by its id or slug. Nothing is sent."""
        return ProductScope(self, product)

    def org(self, org: str) -> OrganizationScope:
        """Give the resources of an organization, by its id or slug. Nothing is sent."""
        return OrganizationScope(self, org)

    # --- logging in -----------------------------------------------------------------------------

    def login(
        self,
        username: str,
        password: str,
        *,
        expires_in: int = 7_776_000,
        **options: Unpack[RequestOptions],
    ) -> AccessToken:
        """Log in with the account's e-mail address and password (`POST /oauth/token`).

        The client (and its `with_options` copies) uses the new token from then on.

        Args:
            expires_in: The token's life in seconds, 90 days by default; 0 for ever.

        Raises:
            MFARequiredError: The account has multi-factor authentication: go on with
                `submit_otp(error.mfa_token, otp)`.
            BadRequestError: The user name or the password is wrong.
        """
        return self._use(self._password_grant(username, password, expires_in), options)

    def submit_otp(
        self, mfa_token: str, otp: str, **options: Unpack[RequestOptions]
    ) -> AccessToken:
        """Finish a login with the one-time password of the authenticator app.

        Args:
            mfa_token: From the MFARequiredError that `login` raised.
            otp: Six digits.
        """
        return self._use(self._otp_grant(mfa_token, otp), options)

    def login_as_client_owner(self, **options: Unpack[RequestOptions]) -> AccessToken:
        """Log in as the owner of the OAuth client (`client_credentials`)."""
        return self._use(self._client_grant(), options)

    def _use(self, form: dict[str, Any], options: RequestOptions) -> AccessToken:
        from .api.tokens import CREATE_ACCESS_TOKEN

        return self._logged_in(
            self._send(CREATE_ACCESS_TOKEN, CREATE_ACCESS_TOKEN.path, options, form=form)
        )

    # --- raw requests ---------------------------------------------------------------------------

    def get(self, path: str, **options: Unpack[RequestOptions]) -> Response[Any]:
        """Send a GET to a path (`/v1/…`) that has no method here."""
        return self.request("GET", path, **options)

    def head(self, path: str, **options: Unpack[RequestOptions]) -> Response[Any]:
        """Send a HEAD."""
        return self.request("HEAD", path, **options)

    def post(
        self,
        path: str,
        *,
        json: object = UNSET,
        form: Mapping[str, Any] | None = None,
        content: bytes | None = None,
        **options: Unpack[RequestOptions],
    ) -> Response[Any]:
        """Send a POST with a JSON body, a form or bytes."""
        return self.request("POST", path, json=json, form=form, content=content, **options)

    def put(
        self,
        path: str,
        *,
        json: object = UNSET,
        form: Mapping[str, Any] | None = None,
        content: bytes | None = None,
        **options: Unpack[RequestOptions],
    ) -> Response[Any]:
        """Send a PUT with a JSON body, a form or bytes."""
        return self.request("PUT", path, json=json, form=form, content=content, **options)

    def patch(
        self,
        path: str,
        *,
        json: object = UNSET,
        form: Mapping[str, Any] | None = None,
        content: bytes | None = None,
        **options: Unpack[RequestOptions],
    ) -> Response[Any]:
        """Send a PATCH with a JSON body, a form or bytes."""
        return self.request("PATCH", path, json=json, form=form, content=content, **options)

    def delete(
        self, path: str, *, json: object = UNSET, **options: Unpack[RequestOptions]
    ) -> Response[Any]:
        """Send a DELETE, with a JSON body if need be."""
        return self.request("DELETE", path, json=json, **options)

    def request(
        self,
        method: str,
        path: str,
        *,
        json: object = UNSET,
        form: Mapping[str, Any] | None = None,
        content: bytes | None = None,
        **options: Unpack[RequestOptions],
    ) -> Response[Any]:
        """Send any request to a percent-encoded path of the cloud; give the raw answer.

        The access token is sent if there is one. Error statuses raise as in every method.
        """
        check_one_body(json, form, content)
        operation, path = self._raw_operation(method, path)
        return self._send(operation, path, options, json=json, form=form, content=content)

    def download_file(self, url: str, **options: Unpack[RequestOptions]) -> bytes:
        """Download a file from anywhere, by its URL.

        Only a file of the cloud itself, below the base URL, is asked for with the access token and
        the client's headers. Another host gets neither: just the `headers` that are given here.
        A redirect isn't followed, but raises APIStatusError.

        Args:
            url: An http(s) URL, or a path of the cloud (`/v1/…`).

        Returns:
            The content.
        """
        request = self._file_request(url, options)
        if request is None:
            return self.get(url, **options).content
        _check_options("download_file", options)
        response = self._transport.send(request)
        if "on_response" in options:
            options["on_response"](response)
        self._check(response)
        return response.content

    def with_raw_response(
        self, method: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs
    ) -> Response[T]:
        """Call a method and give the raw answer, with what the method returned as its `data`.

        response = particle.with_raw_response(particle.devices.get, "0123…")
        response.status_code, response.headers, response.data.name
        """
        answers: list[Response[T]] = []
        _also_call(kwargs, answers.append)
        data = method(*args, **kwargs)
        answers[-1].data = data
        return answers[-1]

    def _send(
        self,
        operation: Operation,
        path: str,
        options: RequestOptions,
        *,
        basic: tuple[str, str] | None = None,
        **what: Any,
    ) -> Response[Any]:
        multipart: MultipartBody | None = what.get("multipart")
        try:
            if multipart is not None:
                what["content"] = multipart.prepare()
            request = self._prepare(operation, path, options, basic=basic, **what)
            response = self._transport.send(request)
        finally:
            if multipart is not None:
                multipart.close()
        if "on_response" in options:
            options["on_response"](response)
        self._check(response)
        return response

    def _prepare(
        self,
        operation: Operation,
        path: str,
        options: RequestOptions,
        *,
        basic: tuple[str, str] | None = None,
        **what: Any,
    ) -> Request:
        _check_options(operation.name, options)
        token = options["access_token"] if "access_token" in options else self._token()
        authorization = self._authorization(operation, token, basic, options)
        return self._build(operation, path, authorization, options, **what)

    def _token(self) -> str | None:
        token = self._credentials.access_token
        if not callable(token):
            return token
        answer: Any = token()
        if isinstance(answer, str | None):
            return answer or None
        if hasattr(answer, "close"):
            answer.close()  # a coroutine that nobody awaits would warn
        raise ConfigurationError(
            "access_token gave no str: only AsyncParticle can use an async function."
        )


class AsyncParticle(ClientCore, AsyncAccountResources):
    """A client of the Particle Device Cloud for asyncio: `Particle` with `await`.

        async with AsyncParticle(access_token="…") as particle:
            async for device in particle.devices.list():
                print(device.name, device.online)

    Make one for an event loop and keep it; it is safe in many tasks. Takes what `Particle` takes;
    `access_token` may be an async function, `http_client` is an `httpx.AsyncClient`.
    """

    def __init__(
        self,
        access_token: str | Callable[[], str | Awaitable[str]] | None = None,
        *,
        base_url: str | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        headers: Mapping[str, str] | None = None,
        tool: Tool | None = None,
        project: Tool | None = None,
        strict: bool = False,
        allow_insecure_http: bool = False,
        http_client: httpx.AsyncClient | None = None,
    ) -> None:
        super().__init__(
            access_token,
            base_url=base_url,
            client_id=client_id,
            client_secret=client_secret,
            timeout=timeout,
            headers=headers,
            tool=tool,
            project=project,
            strict=strict,
            allow_insecure_http=allow_insecure_http,
        )
        self._transport: AsyncTransport = AsyncTransport(
            http_client, loopback=is_loopback(self._base_url)
        )
        self._owns_transport = True

    def with_options(
        self,
        *,
        access_token: str | Callable[[], str | Awaitable[str]] | Unset | None = UNSET,
        base_url: str | Unset | None = UNSET,
        client_id: str | Unset | None = UNSET,
        client_secret: str | Unset | None = UNSET,
        timeout: TimeoutTypes | Unset = UNSET,
        headers: Mapping[str, str] | Unset | None = UNSET,
        tool: Tool | Unset | None = UNSET,
        project: Tool | Unset | None = UNSET,
        strict: bool | Unset = UNSET,
        allow_insecure_http: bool | Unset = UNSET,
        http_client: httpx.AsyncClient | None = None,
    ) -> Self:
        """Give a client with other options that shares the connections of this one.

        What isn't given stays as it is; `headers` are added. Closing the copy closes nothing.
        """
        return self._copy(
            http_client,
            access_token,
            {
                "base_url": base_url,
                "client_id": client_id,
                "client_secret": client_secret,
                "timeout": timeout,
                "headers": headers,
                "tool": tool,
                "project": project,
                "strict": strict,
                "allow_insecure_http": allow_insecure_http,
            },
        )

    def _at(self) -> tuple[AsyncParticle, str]:
        return self, "/v1"

    async def close(self) -> None:
        """Close the connections. A call after that raises ConfigurationError."""
        if self._owns_transport:
            await self._transport.aclose()

    aclose = close

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()

    # --- scopes ---------------------------------------------------------------------------------

    def product(self, product: str | int) -> AsyncProductScope:
        """Give the resources of a product, by its id or slug. Nothing is sent."""
        return AsyncProductScope(self, product)

    def org(self, org: str) -> AsyncOrganizationScope:
        """Give the resources of an organization, by its id or slug. Nothing is sent."""
        return AsyncOrganizationScope(self, org)

    # --- logging in -----------------------------------------------------------------------------

    async def login(
        self,
        username: str,
        password: str,
        *,
        expires_in: int = 7_776_000,
        **options: Unpack[RequestOptions],
    ) -> AccessToken:
        """Log in with the account's e-mail address and password (`POST /oauth/token`).

        The client (and its `with_options` copies) uses the new token from then on.

        Args:
            expires_in: The token's life in seconds, 90 days by default; 0 for ever.

        Raises:
            MFARequiredError: The account has multi-factor authentication: go on with
                `submit_otp(error.mfa_token, otp)`.
            BadRequestError: The user name or the password is wrong.
        """
        return await self._use(self._password_grant(username, password, expires_in), options)

    async def submit_otp(
        self, mfa_token: str, otp: str, **options: Unpack[RequestOptions]
    ) -> AccessToken:
        """Finish a login with the one-time password of the authenticator app.

        Args:
            mfa_token: From the MFARequiredError that `login` raised.
            otp: Six digits.
        """
        return await self._use(self._otp_grant(mfa_token, otp), options)

    async def login_as_client_owner(self, **options: Unpack[RequestOptions]) -> AccessToken:
        """Log in as the owner of the OAuth client (`client_credentials`)."""
        return await self._use(self._client_grant(), options)

    async def _use(self, form: dict[str, Any], options: RequestOptions) -> AccessToken:
        from .api.tokens import CREATE_ACCESS_TOKEN

        return self._logged_in(
            await self._send(CREATE_ACCESS_TOKEN, CREATE_ACCESS_TOKEN.path, options, form=form)
        )

    # --- raw requests ---------------------------------------------------------------------------

    async def get(self, path: str, **options: Unpack[RequestOptions]) -> Response[Any]:
        """Send a GET to a path (`/v1/…`) that has no method here."""
        return await self.request("GET", path, **options)

    async def head(self, path: str, **options: Unpack[RequestOptions]) -> Response[Any]:
        """Send a HEAD."""
        return await self.request("HEAD", path, **options)

    async def post(
        self,
        path: str,
        *,
        json: object = UNSET,
        form: Mapping[str, Any] | None = None,
        content: bytes | None = None,
        **options: Unpack[RequestOptions],
    ) -> Response[Any]:
        """Send a POST with a JSON body, a form or bytes."""
        return await self.request("POST", path, json=json, form=form, content=content, **options)

    async def put(
        self,
        path: str,
        *,
        json: object = UNSET,
        form: Mapping[str, Any] | None = None,
        content: bytes | None = None,
        **options: Unpack[RequestOptions],
    ) -> Response[Any]:
        """Send a PUT with a JSON body, a form or bytes."""
        return await self.request("PUT", path, json=json, form=form, content=content, **options)

    async def patch(
        self,
        path: str,
        *,
        json: object = UNSET,
        form: Mapping[str, Any] | None = None,
        content: bytes | None = None,
        **options: Unpack[RequestOptions],
    ) -> Response[Any]:
        """Send a PATCH with a JSON body, a form or bytes."""
        return await self.request("PATCH", path, json=json, form=form, content=content, **options)

    async def delete(
        self, path: str, *, json: object = UNSET, **options: Unpack[RequestOptions]
    ) -> Response[Any]:
        """Send a DELETE, with a JSON body if need be."""
        return await self.request("DELETE", path, json=json, **options)

    async def request(
        self,
        method: str,
        path: str,
        *,
        json: object = UNSET,
        form: Mapping[str, Any] | None = None,
        content: bytes | None = None,
        **options: Unpack[RequestOptions],
    ) -> Response[Any]:
        """Send any request to a percent-encoded path of the cloud; give the raw answer.

        The access token is sent if there is one. Error statuses raise as in every method.
        """
        check_one_body(json, form, content)
        operation, path = self._raw_operation(method, path)
        return await self._send(operation, path, options, json=json, form=form, content=content)

    async def download_file(self, url: str, **options: Unpack[RequestOptions]) -> bytes:
        """Download a file from anywhere, by its URL.

        Only a file of the cloud itself, below the base URL, is asked for with the access token and
        the client's headers. Another host gets neither: just the `headers` that are given here.
        A redirect isn't followed, but raises APIStatusError.

        Args:
            url: An http(s) URL, or a path of the cloud (`/v1/…`).

        Returns:
            The content.
        """
        request = self._file_request(url, options)
        if request is None:
            return (await self.get(url, **options)).content
        _check_options("download_file", options)
        response = await self._transport.send(request)
        if "on_response" in options:
            options["on_response"](response)
        self._check(response)
        return response.content

    async def with_raw_response(
        self, method: Callable[P, Awaitable[T]], /, *args: P.args, **kwargs: P.kwargs
    ) -> Response[T]:
        """Call a method and give the raw answer, with what the method returned as its `data`.

        response = await particle.with_raw_response(particle.devices.get, "0123…")
        response.status_code, response.headers, response.data.name
        """
        answers: list[Response[T]] = []
        _also_call(kwargs, answers.append)
        data = await method(*args, **kwargs)
        answers[-1].data = data
        return answers[-1]

    async def _send(
        self,
        operation: Operation,
        path: str,
        options: RequestOptions,
        *,
        basic: tuple[str, str] | None = None,
        **what: Any,
    ) -> Response[Any]:
        multipart: MultipartBody | None = what.get("multipart")
        try:
            if multipart is not None:
                what["content"] = await multipart.aprepare()
            request = await self._prepare(operation, path, options, basic=basic, **what)
            response = await self._transport.send(request)
        finally:
            if multipart is not None:
                multipart.close()
        if "on_response" in options:
            options["on_response"](response)
        self._check(response)
        return response

    async def _prepare(
        self,
        operation: Operation,
        path: str,
        options: RequestOptions,
        *,
        basic: tuple[str, str] | None = None,
        **what: Any,
    ) -> Request:
        _check_options(operation.name, options)
        token = options["access_token"] if "access_token" in options else await self._token()
        authorization = self._authorization(operation, token, basic, options)
        return self._build(operation, path, authorization, options, **what)

    async def _token(self) -> str | None:
        token = self._credentials.access_token
        if not callable(token):
            return token
        answer = token()
        return (answer if isinstance(answer, str | None) else await answer) or None


def _also_call(options: dict[str, Any], function: Callable[[Any], object]) -> None:
    """Have a function called with the response, besides one that the user gave."""
    users = options.get("on_response")

    def both(response: Response[Any]) -> None:
        function(response)
        if users is not None:
            users(response)

    options["on_response"] = both


def _check_options(method: str, options: Mapping[str, Any]) -> None:
    if not options or options.keys() <= _OPTION_NAMES:
        return
    unknown = ", ".join(sorted(options.keys() - _OPTION_NAMES))

    known = ", ".join(sorted(_OPTION_NAMES))
    raise TypeError(f"{method}: unexpected argument: {unknown}. Every method also takes: {known}")
