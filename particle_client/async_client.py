"""The client for asyncio and trio: `AsyncParticle`."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Literal, ParamSpec, Self, TypeVar, Unpack, overload

from .api.scopes import AsyncAccountResources
from .config import is_loopback
from .core import ClientCore, check_one_body
from .errors import APITimeoutError
from .exchange import Exchange
from .response import also_call, no_raw_response
from .scopes import AsyncOrganizationScope, AsyncProductScope
from .secret import hidden, hide_options
from .transport import make_async_transport
from .unset import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Awaitable, Callable, Coroutine, Iterable, Mapping
    from pathlib import Path
    from types import TracebackType

    import httpx

    from .config import Tool
    from .downloads import AsyncDownload, TargetPath
    from .fleet import AsyncDeviceResults
    from .login import TokenProvider
    from .models.tokens import AccessToken
    from .operation import Operation, Request, RequestOptions, TimeoutTypes
    from .rate_limits import RateLimiter
    from .response import Response
    from .retries import RetryPolicy
    from .transport import AsyncTransport
    from .transport.streamed import AsyncStreamedResponse
    from .uploads.multipart import Progress

__all__ = ["AsyncParticle"]

P = ParamSpec("P")
T = TypeVar("T")
D = TypeVar("D")


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
        access_token: str | Callable[[], str | Awaitable[str]] | TokenProvider | None = None,
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
        retries: int | RetryPolicy | Unset | None = UNSET,
        rate_limiter: RateLimiter | None = None,
        on_request: Callable[[Request], object] | None = None,
        on_response: Callable[[Response[Any]], object] | None = None,
        http_client: httpx.AsyncClient | Any | None = None,
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
            retries=retries,
            rate_limiter=rate_limiter,
            on_request=on_request,
            on_response=on_response,
        )
        self._transport: AsyncTransport = make_async_transport(
            http_client, loopback=is_loopback(self._base_url)
        )
        self._owns_transport = True

    def with_options(
        self,
        *,
        access_token: str
        | Callable[[], str | Awaitable[str]]
        | TokenProvider
        | Unset
        | None = UNSET,
        base_url: str | Unset | None = UNSET,
        client_id: str | Unset | None = UNSET,
        client_secret: str | Unset | None = UNSET,
        timeout: TimeoutTypes | Unset = UNSET,
        headers: Mapping[str, str] | Unset | None = UNSET,
        tool: Tool | Unset | None = UNSET,
        project: Tool | Unset | None = UNSET,
        strict: bool | Unset = UNSET,
        allow_insecure_http: bool | Unset = UNSET,
        retries: int | RetryPolicy | Unset | None = UNSET,
        rate_limiter: RateLimiter | Unset | None = UNSET,
        on_request: Callable[[Request], object] | Unset | None = UNSET,
        on_response: Callable[[Response[Any]], object] | Unset | None = UNSET,
        http_client: httpx.AsyncClient | Any | None = None,
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
                "retries": retries,
                "rate_limiter": rate_limiter,
                "on_request": on_request,
                "on_response": on_response,
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

    if not TYPE_CHECKING:  # checkers shall see the mistake

        def __enter__(self) -> Any:
            raise TypeError("AsyncParticle goes with `async with`")

        def __exit__(self, *exception: object) -> None: ...

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
            InvalidCredentialsError: The user name or the password is wrong.
        """
        form = self._password_grant(username, password, expires_in)
        del password  # a crash report would show it
        return await self._use(form, options)

    async def submit_otp(
        self, mfa_token: str, otp: str, **options: Unpack[RequestOptions]
    ) -> AccessToken:
        """Finish a login with the one-time password of the authenticator app.

        Args:
            mfa_token: From the MFARequiredError that `login` raised.
            otp: Six digits.
        """
        form = self._otp_grant(mfa_token, otp)
        del mfa_token, otp  # a crash report would show them
        return await self._use(form, options)

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
        path = hidden(path)
        hide_options(options)
        return await self.request("GET", path, **options)

    async def head(self, path: str, **options: Unpack[RequestOptions]) -> Response[Any]:
        """Send a HEAD."""
        path = hidden(path)
        hide_options(options)
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
        json, form = hidden(json), hidden(form)
        hide_options(options)
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
        json, form = hidden(json), hidden(form)
        hide_options(options)
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
        json, form = hidden(json), hidden(form)
        hide_options(options)
        return await self.request("PATCH", path, json=json, form=form, content=content, **options)

    async def delete(
        self, path: str, *, json: object = UNSET, **options: Unpack[RequestOptions]
    ) -> Response[Any]:
        """Send a DELETE, with a JSON body if need be."""
        json = hidden(json)
        hide_options(options)
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
        """Send any request to a percent-encoded path of the cloud; give the raw response.

        The access token is sent if there is one. Error statuses raise as in every method.
        """
        check_one_body(json, form, content)
        path, json, form = hidden(path), hidden(json), hidden(form)
        operation, path = self._raw_operation(method, path)
        return await self._send(operation, path, options, json=json, form=form, content=content)

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
            stream: Give the file piece by piece, in a `with` block.
            progress: Called with the bytes that came and the bytes in all.

        Returns:
            The content; the path with `to=`; with `stream=True` a download, an iterator over bytes.
        """
        from .downloads.async_download import start

        url = hidden(url)
        return start(self, self._file_operation(url), options, to, stream, progress)

    async def with_raw_response(
        self, method: Callable[P, Awaitable[T]], /, *args: P.args, **kwargs: P.kwargs
    ) -> Response[T]:
        """Call a method and give the raw response, with what the method returned as its `data`.

        response = await particle.with_raw_response(particle.devices.get, "0123…")
        response.status_code, response.headers, response.data.name
        """
        if not callable(method):
            raise TypeError(
                "with_raw_response takes a method and its arguments: "
                "with_raw_response(particle.devices.get, device_id)"
            )
        answers: list[Response[T]] = []
        also_call(kwargs, answers.append)
        data = await method(*args, **kwargs)
        if not answers:
            raise no_raw_response(method)
        answers[-1].data = data
        return answers[-1]

    # --- fleets ---------------------------------------------------------------------------------

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
                whatever else tells it the device. They are taken as they are needed, so a listing
                of many pages is fetched bit by bit.
            concurrency: How many calls may run at a time.
            progress: Called with the number of devices that are done and of all (None when nobody
                knows): `particle_client.progress.ProgressBar` is one.

        Returns:
            An async iterator over the results in the order in which they come. A result that isn't
            taken holds up the calls after it.
        """
        from .fleet import AsyncDeviceResults

        return AsyncDeviceResults(fn, device_ids, concurrency, progress)

    # --- sending --------------------------------------------------------------------------------

    async def _send(
        self,
        operation: Operation,
        path: str,
        options: RequestOptions,
        *,
        basic: tuple[str, str] | None = None,
        **what: Any,
    ) -> Response[Any]:
        """Call an operation: send requests until one is answered or the call has failed."""
        exchange = Exchange(self, operation, path, options, basic, what)
        del path, options, basic, what  # of which a crash report would show the secrets
        send = self._transport.send
        while True:
            response = await self._attempt(exchange, send)
            if response is not None:
                return response

    async def _open(
        self,
        operation: Operation,
        path: str,
        options: RequestOptions,
        *,
        basic: tuple[str, str] | None = None,
        extensions: Mapping[str, Any] | None = None,
        **what: Any,
    ) -> AsyncStreamedResponse:
        """Do the same, but leave the body of the response to be read piece by piece."""
        exchange = Exchange(self, operation, path, options, basic, what)
        del path, options, basic, what  # of which a crash report would show the secrets
        opened: list[AsyncStreamedResponse] = []

        async def send(request: Request) -> Response[Any]:
            request.extensions.update(extensions or {})
            answer = await self._transport.stream(request)
            if 200 <= answer.status_code <= 299:
                opened.append(answer)
                return answer.to_response(b"")
            try:
                content = await answer.aread_error()
            finally:
                await answer.aclose()
            return answer.to_response(content)

        try:
            while not await self._attempt(exchange, send):
                pass
        except BaseException:
            for answer in opened:
                await answer.aclose()
            raise
        return opened[-1]

    async def _attempt(
        self, exchange: Exchange, send: Callable[[Request], Awaitable[Response[Any]]]
    ) -> Response[Any] | None:
        """Send one request. None when another one is to follow; the wait for it is over then."""
        multipart = exchange.multipart
        try:
            if exchange.wants_token:
                exchange.token = await self._token()
            if self._rate_limiter is not None:
                await self._rate_limiter.aacquire(
                    exchange.operation, exchange.path, within=exchange.time_left
                )
            content = None if multipart is None else await multipart.aprepare()
            request = exchange.request(content)
            try:
                if request.until is None:
                    response = await send(request)
                else:
                    response = await in_time(send, request, request.until)
            except BaseException as error:
                if not exchange.failed(error):
                    raise
            else:
                if exchange.answered(response):
                    return response
        except BaseException as error:
            exchange.forget_frames(error)
            raise
        finally:
            if multipart is not None:
                multipart.close()
        if exchange.delay:
            await sleep(exchange.delay)
        return None

    async def _token(self) -> str | None:
        provider = self._credentials.provider
        if provider is not None:
            return await provider.aget_token(self)
        token = self._credentials.access_token
        if not callable(token):
            return token
        answer = token()
        return (answer if isinstance(answer, str | None) else await answer) or None


async def in_time(
    send: Callable[[Request], Awaitable[Response[Any]]], request: Request, until: float
) -> Response[Any]:
    """Send a request; APITimeoutError when the call's time is over before the response is there."""
    import anyio

    # Silence ends a moment before, with an error that says in which phase it was.
    with anyio.move_on_after(max(until - time.monotonic(), 0.0) + 0.05):
        return await send(request)
    raise APITimeoutError(
        f"{request.method} {request.shown_url}: the response wasn't complete before the deadline",
        phase="read",
        method=request.method,
        url=request.shown_url,
    )


async def sleep(seconds: float) -> None:
    """Wait, under asyncio or trio."""
    import anyio

    await anyio.sleep(seconds)
