"""Reading the body of a response: piece by piece, or whole."""

from __future__ import annotations

from contextlib import suppress
from math import inf
from sys import maxsize
from time import monotonic
from typing import TYPE_CHECKING, Any

from ..base.decoding import Decoder
from ..base.interrupt import shut_down
from ..base.response import Response, ResponseDecodeError
from .failures import raise_typed

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Mapping

    import httpx

    from ..base.request import Request

_LARGEST_ERROR = 1024 * 1024  # bytes of an error response that are read, or a few more


class AsyncStreamedResponse:
    """A response whose body is left to be read.

    `is_shared` tells whether others use its connection meanwhile, as with HTTP/2.
    """

    is_shared: bool = False
    _network_stream: Any = None
    _connection: Any = None  # ours, unless the user brought the client

    def __init__(self, http_response: httpx.Response, request: Request) -> None:
        self.http_response: httpx.Response = http_response
        self.status_code: int = http_response.status_code
        self.headers: httpx.Headers = http_response.headers
        self.request = request
        self.deadline: float = request.deadline
        if http_response.is_stream_consumed:  # a mock's, which holds the body, decoded
            self._pieces = http_response.aiter_bytes()
            self._encoding = ""
        else:
            self._pieces = http_response.aiter_raw()
            self._encoding = self.headers.get("content-encoding", "")
        self.is_shared = http_response.extensions.get("http_version") == b"HTTP/2"
        if not self.is_shared:
            self._network_stream = http_response.extensions.get("network_stream")
        if self._network_stream is not None:
            self._connection = self._network_stream.get_extra_info("connection")

    async def aiter_bytes(self, limit: int = maxsize) -> AsyncGenerator[bytes]:
        """Return the decoded pieces, till they exceed a limit; ResponseDecodeError if broken."""
        decoder, piece, size = Decoder(self._encoding), b"", 0
        try:
            async for piece in self._pieces:
                if monotonic() > self.deadline:  # a client of the user's doesn't know it
                    raise self.request.timed_out()
                for content in decoder.decode(piece):
                    if content:
                        yield content
                    size += len(content)
                    if size > limit:
                        return
            decoder.finish()
        except Exception as error:
            raise_typed(error, self.request, self.to_response(piece))

    async def aread(self) -> Response[Any]:
        """Read the whole body; raise ResponseDecodeError if it is broken or too large."""
        if self._is_small(self.headers) and (self._connection is not None or self.deadline == inf):
            return self.to_response(await self.http_response.aread())
        content = await self.aread_content()
        # The HTTP library's response is to have the body, too.
        response, headers = self.http_response, self.headers.copy()
        for name in ("content-encoding", "content-length", "transfer-encoding"):
            headers.pop(name, None)
        about: Any = {"request": response.request, "extensions": response.extensions}
        self.http_response = type(response)(
            response.status_code, headers=headers, content=content, **about
        )
        self.http_response.elapsed = response.elapsed
        return self.to_response(content)

    def _is_small(self, headers: Mapping[str, str]) -> bool:
        """Whether it is known to be small enough to be read without counting."""
        length = headers.get("content-length", "")
        is_plain = not self._encoding and "transfer-encoding" not in headers
        limit = min(self.request.max_size, _LARGEST_ERROR)
        return is_plain and length.isdecimal() and int(length) <= limit

    async def aread_content(self, *, is_error: bool = False) -> bytes:
        """Read the body; of an error what anybody can want, and what came if it is broken."""
        is_error = is_error or not 200 <= self.status_code <= 299
        self.set_deadline(self.request.deadline)
        limit = min(self.request.max_size, _LARGEST_ERROR if is_error else maxsize)
        content = bytearray()
        try:
            async for piece in self.aiter_bytes(limit):
                content += piece
        except ResponseDecodeError as error:
            if not is_error:
                raise
            content = content or bytearray(error.content)
        await self.aclose()
        if len(content) > limit and not is_error:
            text = f", but the body is larger than max_response_size ({limit} bytes)"
            raise ResponseDecodeError(text, self.to_response(b""))
        return bytes(content[:limit])

    def to_response(self, content: bytes) -> Response[Any]:
        return Response(
            method=self.request.method,
            url=self.request.redacted_url,
            status_code=self.status_code,
            headers=self.headers,
            content=content,
            http_response=self.http_response,
            max_size=self.request.max_size,
            sent_secrets=self.request.sent_secrets,
        )

    def set_deadline(self, deadline: float) -> None:
        """End the next reads by then, by the monotonic clock."""
        self.deadline = deadline
        if self._connection is not None:
            self._connection.deadline = deadline

    def set_read_timeout(self, seconds: float | None) -> None:
        """Limit each wait for a piece. A client of the user's looks at it before the first one."""
        if self._connection is not None:
            self._connection.read_timeout = seconds
        else:
            self.http_response.request.extensions["timeout"]["read"] = seconds

    def interrupt(self) -> None:
        """End reading, from any thread. An HTTP/2 connection stays as it is: others share it."""
        if self._connection is not None:
            self._connection.interrupt()
        elif self._network_stream is not None:
            shut_down(self._network_stream.get_extra_info("socket"))

    async def aclose(self) -> None:
        """Drop the response and, unless it was read to its end, its connection."""
        await self.http_response.aclose()
        # The HTTP library's generators, one within another, end by being run on, not by being
        # closed. Left to the garbage collector, each costs a task, and trio warns of it.
        if self._network_stream is not None:  # async only
            with suppress(Exception):
                async for _ in self._pieces:
                    pass
