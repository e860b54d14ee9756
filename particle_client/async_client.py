"""The client of the Particle Device Cloud."""

from __future__ import annotations

from collections.abc import AsyncIterable, Awaitable, Callable, Coroutine, Iterable, Mapping
from pathlib import Path
from typing import Any, Literal, ParamSpec, Self, TypeVar, Unpack, overload

from . import api
from .api.scopes import AsyncAccountResources
from .async_scopes import AsyncOrganizationScope, AsyncProductScope
from .base.files import Progress, TargetPath
from .base.request import Request, TimeoutTypes
from .base.response import MAX_RESPONSE_SIZE, Response
from .base.secrets import hidden
from .base.unset import UNSET, Unset
from .calls.async_sender import AsyncSender
from .calls.config import ClientOptions, Limiter, Tool, is_loopback
from .calls.credentials import TokenProvider
from .calls.options import RequestOptions
from .calls.retries import RetryPolicy
from .calls.urls import file_operation
from .downloads import AsyncDownload
from .methods.async_raw_requests import AsyncRawRequests
from .methods.fleet import AsyncDeviceResults
from .transport import make_async_transport

__all__ = ["AsyncParticle"]

P = ParamSpec("P")
T = TypeVar("T")
D = TypeVar("D")


class AsyncParticle(AsyncRawRequests, AsyncAccountResources):
    """A client of the Particle Device Cloud.

    Create one in a process and keep it: it holds the connections. One `Particle` serves many
    threads, one `AsyncParticle` many tasks of one event loop.

        async with AsyncParticle(access_token="…") as particle:
            for device in await particle.devices.list():
                print(device.name, device.online)

    Args:
        access_token: The token, or a function that returns it (called before each request), or a
            `TokenProvider`, which logs in when it has to. Default: the environment's
            PARTICLE_ACCESS_TOKEN, then PARTICLE_AUTH; `login()` gets one.
        base_url: Where the Cloud API is. Default: PARTICLE_BASE_URL, then
            https://api.particle.io.
        client_id, client_secret: The OAuth client that logs in. Default: PARTICLE_CLIENT_ID and
            PARTICLE_CLIENT_SECRET, then `particle-api` for both.
        token_duration: Seconds that a token lives which `login` or `PasswordLogin` gets, 0 for
            ever. Default: 90 days.
        timeout: Seconds, or a `Timeout`; None waits for ever. Default: 60 s, 10 s to connect; more
            for operations that take longer.
        headers: Headers for every request.
        tool: The program that uses the client, sent as X-Particle-Tool: `"name@version"`, or
            `{"name": …, "version": …, "components": [{"name": …, "version": …}]}`.
        project: The project it works on, sent as X-Particle-Project: its name, or
            `{"name": …, …}`.
        strict: Raise ResponseValidationError when a response differs from the API description.
        allow_insecure_http: Permit a base URL without TLS that isn't this machine.
        max_response_size: Bytes of a response that is read whole, unpacked: a larger one raises
            ResponseDecodeError. Default: 64 MB.
        retries: How many times a request may be sent again where that does no harm, or a
            `RetryPolicy`. Default: 2; 0 or None for never.
        rate_limiter: Holds requests back to stay under the cloud's limits. Default: none.
        on_request, on_response: Functions to call with each `Request` before it is sent, and with
            each `Response`, those included that lead to a retry.
        http_client: An `httpx.AsyncClient` of your own (proxies, certificates, transports). It
            stays open when this client is closed.

    Raises:
        ConfigurationError: An argument, or the environment, can't work.
    """

    def __init__(
        self,
        access_token: str | Callable[[], str | Awaitable[str]] | TokenProvider | None = None,
        *,
        base_url: str | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        token_duration: int = 7_776_000,
        timeout: TimeoutTypes | Unset = UNSET,
        headers: Mapping[str, str] | None = None,
        tool: Tool | None = None,
        project: Tool | None = None,
        strict: bool = False,
        allow_insecure_http: bool = False,
        max_response_size: int = MAX_RESPONSE_SIZE,
        retries: int | RetryPolicy | Unset | None = UNSET,
        rate_limiter: Limiter | None = None,
        on_request: Callable[[Request], object] | None = None,
        on_response: Callable[[Response[Any]], object] | None = None,
        http_client: Any = None,
    ) -> None:
        super().__init__(access_token, locals())
        self._transport = make_async_transport(http_client, loopback=is_loopback(self._base_url))
        self._owns_transport = True

    def _scope_context(self) -> tuple[AsyncSender, str]:
        return self, "/v1"

    async def close(self) -> None:
        """Close the connections. A call after that raises ConfigurationError."""
        if self._owns_transport:
            await self._transport.aclose()

    aclose = close  # async only

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.close()

    def product(self, product: str | int) -> AsyncProductScope:
        """Return the resources of a product, by its id or slug. Nothing is sent."""
        return AsyncProductScope(self, product)

    def org(self, org: str) -> AsyncOrganizationScope:
        """Return the resources of an organization, by its id or slug. Nothing is sent."""
        return AsyncOrganizationScope(self, org)

    @classmethod
    def from_cli_profile(
        cls,
        profile: str | None = None,
        *,
        http_client: Any = None,
        **options: Unpack[ClientOptions],
    ) -> Self:
        """Make a client with the login of Particle's command-line tool (`particle login`).

        Its cloud is the tool's, too, whatever PARTICLE_BASE_URL says. The tool's file is read now,
        and again when the token doesn't work any more: see `particle_client.login.CliProfile`.

        Args:
            profile: Name of the tool's profile. Default: the one that it uses at the moment.
            http_client, options: As for the constructor.

        Raises:
            ConfigurationError: The tool isn't logged in on this machine.
        """
        from .login import CliProfile

        login = CliProfile(profile)
        if options.get("base_url") is None:
            options["base_url"] = login.base_url
        return cls(login, http_client=http_client, **options)

    async def login(
        self,
        username: str,
        password: str,
        *,
        expires_in: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> api.models.AccessToken:
        """Log in with the account's e-mail address and password (`POST /oauth/token`).

        The client (and its `with_options` copies) uses the new token from then on.

        Args:
            username: The e-mail address.
            password: The password.
            expires_in: The token's life in seconds, 0 for ever. Default: the client's
                `token_duration`.

        Raises:
            MFARequiredError: The account has multi-factor authentication: go on with
                `submit_otp(error.mfa_token, otp)`.
            InvalidCredentialsError: The user name or the password is wrong.
        """
        password = hidden(password)
        form: dict[str, Any] = {"username": username, "password": password}
        if expires_in is not None:
            form["expires_in"] = expires_in
        return await self._request_token({**form, "grant_type": "password"}, options)

    async def submit_otp(
        self, mfa_token: str, otp: str, **options: Unpack[RequestOptions]
    ) -> api.models.AccessToken:
        """Finish a login with the one-time password of the authenticator app.

        Args:
            mfa_token: From the MFARequiredError that `login` raised.
            otp: Six digits.
        """
        mfa_token, otp = hidden(mfa_token), hidden(otp)
        form = {"grant_type": "urn:custom:mfa-otp", "mfa_token": mfa_token, "otp": otp}
        return await self._request_token(form, options)

    async def login_as_client_owner(
        self, **options: Unpack[RequestOptions]
    ) -> api.models.AccessToken:
        """Log in as the owner of the OAuth client (`client_credentials`)."""
        return await self._request_token({"grant_type": "client_credentials"}, options)

    async def _request_token(
        self, form: dict[str, Any], options: RequestOptions
    ) -> api.models.AccessToken:
        from .calls.parsing import parse
        from .login import Token
        from .operations.tokens import CREATE_ACCESS_TOKEN

        response = await self._send(
            CREATE_ACCESS_TOKEN, CREATE_ACCESS_TOKEN.path, options, form=form
        )
        token = parse(response, api.models.AccessToken, self._strict)
        self._credentials.set(Token.from_response(response, 0.0).value)
        return token

    async def with_raw_response(
        self, method: Callable[P, Awaitable[T]], /, *args: P.args, **kwargs: P.kwargs
    ) -> Response[T]:
        """Call a method and return the raw response, with what the method returned as its `data`.

        response = await particle.with_raw_response(particle.devices.get, "0123…")
        response.status_code, response.headers, response.data.name
        """
        if not callable(method):
            raise TypeError(
                "with_raw_response takes a method and its arguments: "
                "with_raw_response(particle.devices.get, device_id)"
            )
        responses: list[Response[T]] = []
        on_response: Any = kwargs.get("on_response")

        def collect(response: Response[T]) -> None:
            responses.append(response)
            if on_response is not None:
                on_response(response)

        kwargs["on_response"] = collect
        data = await method(*args, **kwargs)
        if not responses:
            name = getattr(method, "__qualname__", type(method).__name__)
            raise TypeError(
                f"with_raw_response can't be used with {name}: it takes a method of this client "
                "that sends one request and gives what came at once"
            )
        responses[-1].data = data
        return responses[-1]

    @overload
    async def download_file(
        self,
        url: str,
        *,
        to: None = None,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> bytes: ...
    @overload
    async def download_file(
        self,
        url: str,
        *,
        to: TargetPath,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> Path: ...
    @overload
    def download_file(
        self,
        url: str,
        *,
        stream: Literal[True],
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncDownload: ...
    def download_file(
        self,
        url: str,
        *,
        to: TargetPath | None = None,
        stream: bool = False,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> Coroutine[Any, Any, bytes | Path] | AsyncDownload:
        """Download a file from anywhere, by its URL.

        Only a file of the cloud itself, below the base URL, is asked for with the access token and
        the client's headers. Another host gets neither: just the `headers` that are given here.
        The same holds for what a response redirects to.

        Args:
            url: An http(s) URL, or a path of the cloud (`/v1/…`).
            to: Path to save the file at. It appears there when it is complete.
            stream: Return the file piece by piece, in a `with` block.
            progress: Called with the bytes that came and the bytes in all.

        Returns:
            The content; the path with `to=`; with `stream=True` a download, an iterator over bytes.
        """
        from .downloads.async_download import start

        url = hidden(url)
        location = file_operation(url, self._base_url)
        return start(self, location, options, to, stream, progress)

    def map_devices(
        self,
        fn: Callable[[D], Awaitable[T]],
        device_ids: Iterable[D] | AsyncIterable[D],
        *,
        concurrency: int = 16,
        progress: Progress | None = None,
    ) -> AsyncDeviceResults[D, T]:
        """Call an async function for many devices, several at a time, in tasks.

            async for result in particle.map_devices(particle.devices.ping, device_ids):
                print(result.device_id, result.value.online if result.ok else result.error)

        Args:
            fn: Called with each device. What it raises is the `error` of that device's result.
            device_ids: What `fn` takes: ids, such as `(device.id for device in devices)`, or
                whatever else names the device. They are taken as they are needed, so a listing
                of many pages is fetched bit by bit.
            concurrency: How many calls may run at a time.
            progress: Called with the number of devices that are done and of all (None when nobody
                knows): `particle_client.progress.ProgressBar` is one.

        Returns:
            An async iterator over the results in the order in which they come. A result that isn't
            taken holds up the calls after it.
        """
        from .methods.fleet import AsyncDeviceResults

        return AsyncDeviceResults(fn, device_ids, concurrency, progress)
