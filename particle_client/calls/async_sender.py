"""Sending: a call's requests, until one gets its response or the call has failed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import closing
from typing import Any

from ..base.errors import APIConnectionError
from ..base.request import Request
from ..base.response import Response
from ..base.secrets import clear_frames
from ..transport.async_over_httpx import AsyncTransport
from ..transport.async_streamed import AsyncStreamedResponse
from .async_waiting import in_thread, in_time, resolve
from .call import Call
from .config import ClientBase, Limiter
from .operation import Operation
from .options import RequestOptions


class AsyncSender(ClientBase):
    """What resources are given to send their calls with: the client."""

    _transport: AsyncTransport

    def _send(
        self, operation: Operation, path: str, options: RequestOptions, **arguments: Any
    ) -> Awaitable[Response[Any]]:
        """Call an operation; return its response, read to the end."""
        return self._run(Call(self, operation, path, options, **arguments), self._transport.send)

    async def _open(
        self, operation: Operation, path: str, options: RequestOptions, **arguments: Any
    ) -> AsyncStreamedResponse:
        """Call an operation; return its response with the body left to be read in pieces."""
        opened: list[AsyncStreamedResponse] = []

        async def send(request: Request) -> Response[Any]:
            streamed = await self._transport.stream(request)
            if 200 <= streamed.status_code <= 299:
                streamed.set_deadline(self._deadline)
                opened.append(streamed)
                return streamed.to_response(b"")
            try:
                content = await streamed.aread_content()
            finally:
                await streamed.aclose()
            return streamed.to_response(content)

        try:
            await self._run(Call(self, operation, path, options, **arguments), send)
        except BaseException:
            for streamed in opened:
                await streamed.aclose()
            raise
        return opened[-1]

    async def _run(
        self, call_: Call, send: Callable[[Request], Awaitable[Response[Any]]]
    ) -> Response[Any]:
        try:
            while True:
                response = await self._attempt(call_, send)
                if response is not None:
                    return response
                if call_.delay:
                    await self._sleep(call_.operation, call_.path, call_.sent, call_.delay)
        except BaseException as error:
            clear_frames(error)
            raise

    async def _attempt(
        self, call_: Call, send: Callable[[Request], Awaitable[Response[Any]]]
    ) -> Response[Any] | None:
        """Send one request. None when another one is to follow, after the call's delay."""
        multipart = call_.multipart
        try:
            if call_.wants_token:
                call_.token = await self._get_token(call_.retries.deadline)
            if self._rate_limiter is not None:
                await self._stay_below_limits(self._rate_limiter, call_)
            request = call_.next_request(None if multipart is None else await multipart.aprepare())
            try:
                response = await in_time(send, request)
            except BaseException as error:
                if not call_.on_failure(error):
                    raise
                return None
            return response if call_.on_response(response) else None
        finally:
            if multipart is not None:
                multipart.close()

    async def _stay_below_limits(self, limiter: Limiter, call_: Call) -> None:
        about = call_.operation, call_.path
        with closing(limiter.waits(*about, call_.retries.remaining)) as waits:
            while seconds := (
                await in_thread(next, waits, 0.0) if limiter.is_shared else next(waits, 0.0)
            ):
                await self._sleep(*about, call_.sent, seconds)

    async def _sleep(self, operation: Operation, path: str, sent: bool, seconds: float) -> None:
        """Wait. Raise APIConnectionError if the client is closed meanwhile."""
        await self._transport.sleep(seconds)
        if self._transport.closed:
            method, url = operation.method, operation.route(path)
            if operation.auth != "cross_origin":
                url = self._base_url + url
            message = f"{method} {url}: The client was closed"
            raise APIConnectionError(message, method=method, url=url, sent=sent)

    async def _get_token(self, deadline: float) -> str | None:
        provider = self._credentials.provider
        if provider is not None:
            return await provider.aget_token(self._until(deadline))
        token = self._credentials.access_token
        if callable(token):
            token = await resolve(token(), "access_token")
        return token or None
