"""The client: `Particle`. For asyncio and trio there is `async_client.py`."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Literal, ParamSpec, Self, TypeVar, Unpack, overload

from .api.scopes import AccountResources
from .config import is_loopback
from .core import ClientCore, check_one_body
from .errors import ConfigurationError
from .exchange import Exchange
from .response import also_call, no_raw_response
from .scopes import OrganizationScope, ProductScope
from .secret import hidden, hide_options
from .transport import make_transport
from .unset import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path
    from types import TracebackType

    import httpx

    from .config import Tool
    from .downloads import Download, TargetPath
    from .fleet import DeviceResults
    from .login import TokenProvider
    from .models.tokens import AccessToken
    from .operation import Operation, Request, RequestOptions, TimeoutTypes
    from .rate_limits import RateLimiter
    from .response import Response
    from .retries import RetryPolicy
    from .transport import Transport
    from .transport.streamed import StreamedResponse
    from .uploads.multipart import Progress

__all__ = ["Particle"]

P = ParamSpec("P")
T = TypeVar("T")
D = TypeVar("D")


class Particle(ClientCore, AccountResources):
    """A client of the Particle Device Cloud.

    Make one for a process and keep it: it holds the connections, and is safe in many threads.

        with Particle(access_token="…") as particle:
            for device in particle.devices.list():
                print(device.name, device.online)

    Args:
        access_token: The token, or a function that gives it (asked at each request), or a
            `TokenProvider`, which logs in when it has to. Default: the environment's
            PARTICLE_ACCESS_TOKEN, then PARTICLE_AUTH; `login()` gets one.
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
        strict: Raise ResponseValidationError when a response differs from the API's document.
        allow_insecure_http: Permit a base URL without TLS that isn't this machine.
        retries: How many times a request may be sent again where that does no harm, or a
            `RetryPolicy`. Default: 2; 0 or None for never.
        rate_limiter: Holds requests back to stay under the cloud's limits. Default: none.
        on_request, on_response: Functions to call with each `Request` before it is sent, and with
            each `Response`, those included that lead to a retry.
        http_client: An `httpx.Client` of your own (proxies, certificates, transports). It stays
            open when this client is closed.

    Raises:
        ConfigurationError: What is given, or in the environment, can't work.
    """

    def __init__(
        self,
        access_token: str | Callable[[], str] | TokenProvider | None = None,
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
        http_client: httpx.Client | Any | None = None,
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
        self._transport: Transport = make_transport(
            http_client, loopback=is_loopback(self._base_url)
        )
        self._owns_transport = True

    def with_options(
        self,
        *,
        access_token: str | Callable[[], str] | TokenProvider | Unset | None = UNSET,
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
        http_client: httpx.Client | Any | None = None,
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

    if not TYPE_CHECKING:  # checkers shall see the mistake

        async def __aenter__(self) -> Any:
            raise TypeError("Particle goes with `with`; `async with` takes an AsyncParticle")

        async def __aexit__(self, *exception: object) -> None: ...

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
            InvalidCredentialsError: The user name or the password is wrong.
        """
        form = self._password_grant(username, password, expires_in)
        del password  # a crash report would show it
        return self._use(form, options)

    def submit_otp(
        self, mfa_token: str, otp: str, **options: Unpack[RequestOptions]
    ) -> AccessToken:
        """Finish a login with the one-time password of the authenticator app.

        Args:
            mfa_token: From the MFARequiredError that `login` raised.
            otp: Six digits.
        """
        form = self._otp_grant(mfa_token, otp)
        del mfa_token, otp  # a crash report would show them
        return self._use(form, options)

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
        path = hidden(path)
        hide_options(options)
        return self.request("GET", path, **options)

    def head(self, path: str, **options: Unpack[RequestOptions]) -> Response[Any]:
        """Send a HEAD."""
        path = hidden(path)
        hide_options(options)
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
        json, form = hidden(json), hidden(form)
        hide_options(options)
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
        json, form = hidden(json), hidden(form)
        hide_options(options)
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
        json, form = hidden(json), hidden(form)
        hide_options(options)
        return self.request("PATCH", path, json=json, form=form, content=content, **options)

    def delete(
        self, path: str, *, json: object = UNSET, **options: Unpack[RequestOptions]
    ) -> Response[Any]:
        """Send a DELETE, with a JSON body if need be."""
        json = hidden(json)
        hide_options(options)
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
        """Send any request to a percent-encoded path of the cloud; give the raw response.

        The access token is sent if there is one. Error statuses raise as in every method.
        """
        check_one_body(json, form, content)
        path, json, form = hidden(path), hidden(json), hidden(form)
        operation, path = self._raw_operation(method, path)
        return self._send(operation, path, options, json=json, form=form, content=content)

    @overload
    def download_file(
        self,
        url: str,
        *,
        to: None = None,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> bytes: ...

    @overload
    def download_file(
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
    ) -> Download: ...

    def download_file(
        self,
        url: str,
        *,
        to: TargetPath | None = None,
        stream: bool = False,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> bytes | Path | Download:
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
        from .downloads.download import start

        url = hidden(url)
        return start(self, self._file_operation(url), options, to, stream, progress)

    def with_raw_response(
        self, method: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs
    ) -> Response[T]:
        """Call a method and give the raw response, with what the method returned as its `data`.

        response = particle.with_raw_response(particle.devices.get, "0123…")
        response.status_code, response.headers, response.data.name
        """
        if not callable(method):
            raise TypeError(
                "with_raw_response takes a method and its arguments: "
                "with_raw_response(particle.devices.get, device_id)"
            )
        answers: list[Response[T]] = []
        also_call(kwargs, answers.append)
        data = method(*args, **kwargs)
        if not answers:
            raise no_raw_response(method)
        answers[-1].data = data
        return answers[-1]

    # --- fleets ---------------------------------------------------------------------------------

    def map_devices(
        self,
        fn: Callable[[D], T],
        device_ids: Iterable[D],
        *,
        concurrency: int = 16,
        progress: Progress | None = None,
    ) -> DeviceResults[D, T]:
        """Call a function for many devices, several at a time, in threads.

            for result in particle.map_devices(particle.devices.ping, device_ids):
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
            An iterator over the results in the order in which they come. A result that isn't
            taken holds up the calls after it.
        """
        from .fleet import DeviceResults

        return DeviceResults(fn, device_ids, concurrency, progress)

    # --- sending --------------------------------------------------------------------------------

    def _send(
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
            response = self._attempt(exchange, send)
            if response is not None:
                return response

    def _open(
        self,
        operation: Operation,
        path: str,
        options: RequestOptions,
        *,
        basic: tuple[str, str] | None = None,
        extensions: Mapping[str, Any] | None = None,
        **what: Any,
    ) -> StreamedResponse:
        """Do the same, but leave the body of the response to be read piece by piece."""
        exchange = Exchange(self, operation, path, options, basic, what)
        del path, options, basic, what  # of which a crash report would show the secrets
        opened: list[StreamedResponse] = []

        def send(request: Request) -> Response[Any]:
            request.extensions.update(extensions or {})
            answer = self._transport.stream(request)
            if 200 <= answer.status_code <= 299:
                opened.append(answer)
                return answer.to_response(b"")
            try:
                content = answer.read_error()
            finally:
                answer.close()
            return answer.to_response(content)

        try:
            while not self._attempt(exchange, send):
                pass
        except BaseException:
            for answer in opened:
                answer.close()
            raise
        return opened[-1]

    def _attempt(
        self, exchange: Exchange, send: Callable[[Request], Response[Any]]
    ) -> Response[Any] | None:
        """Send one request. None when another one is to follow; the wait for it is over then."""
        multipart = exchange.multipart
        try:
            if exchange.wants_token:
                exchange.token = self._token()
            if self._rate_limiter is not None:
                self._rate_limiter.acquire(
                    exchange.operation, exchange.path, within=exchange.time_left
                )
            content = None if multipart is None else multipart.prepare()
            request = exchange.request(content)
            try:
                response = send(request)
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
            time.sleep(exchange.delay)
        return None

    def _token(self) -> str | None:
        provider = self._credentials.provider
        if provider is not None:
            return provider.get_token(self)
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
