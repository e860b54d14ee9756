"""Reading the body of a response: piece by piece, or whole."""

from __future__ import annotations

import zlib
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from ..base.response import Response
from .decoding import Decoder
from .failures import raise_typed
from .interrupt import shut_down

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    import httpx

    from ..base.request import Request

_ABOUT_ENCODED = (b"content-encoding", b"content-length", b"transfer-encoding")
LARGEST_ERROR = 1024 * 1024
"""Bytes of an error response that are read, or a few more."""


class AsyncStreamedResponse:
    """A response whose body is left to be read."""

    _network_stream: Any = None
    _connection: Any = None  # ours, unless the user brought the client

    def __init__(self, http_response: httpx.Response, request: Request) -> None:
        self.http_response = http_response
        self.status_code = http_response.status_code
        self.headers = http_response.headers
        self.request = request
        if http_response.is_stream_consumed:  # a mock's, which holds the body, decoded
            self._pieces = http_response.aiter_bytes()
            self._encoding = ""
        else:
            self._pieces = http_response.aiter_raw()
            self._encoding = self.headers.get("content-encoding", "")
        if http_response.extensions.get("http_version") != b"HTTP/2":  # others share that
            self._network_stream = http_response.extensions.get("network_stream")
        if self._network_stream is not None:
            self._connection = self._network_stream.get_extra_info("connection")

    async def aiter_bytes(self) -> AsyncGenerator[bytes]:
        """Return the pieces as they come off the connection.

        Raises:
            ResponseDecodeError: They can't be decoded, or the body isn't whole.
        """
        decoder = Decoder(self._encoding)
        try:
            async for piece in self._pieces:
                if content := decoder.decode(piece):
                    yield content
            decoder.finish()
        except Exception as error:
            raise_typed(error, self.request, self.to_response(b""))

    async def aread(self) -> Response[Any]:
        """Read the whole body. Of an error response it is kept as it came if it can't be decoded.

        Raises:
            ResponseDecodeError: It can't be decoded, or isn't whole.
        """
        if not self._encoding:
            return self.to_response(await self.http_response.aread())
        content = self._decode(b"".join([piece async for piece in self._pieces]))
        # The HTTP library's response is to have the body, too.
        response = self.http_response
        self.http_response = type(response)(
            response.status_code,
            headers=[
                (name, value)
                for name, value in response.headers.raw
                if name.lower() not in _ABOUT_ENCODED
            ],
            content=content,
            request=response.request,
            extensions=response.extensions,
            history=response.history,
        )
        self.http_response.elapsed = response.elapsed
        return self.to_response(content)

    async def aread_error(self) -> bytes:
        """Read the body of an error response, or as much of it as anybody can want."""
        self.set_deadline(self.request.deadline)
        content = b""
        try:
            async for piece in self._pieces:
                content += piece
                if len(content) >= LARGEST_ERROR:
                    break
        except Exception as error:
            raise_typed(error, self.request, self.to_response(content))
        return self._decode(content)

    def _decode(self, content: bytes) -> bytes:
        """Return a body decoded; that of an error response as it came if it can't be."""
        decoder = Decoder(self._encoding)
        is_error = not 200 <= self.status_code <= 299
        try:
            decoded = decoder.decode(content)
            if not is_error:
                decoder.finish()
        except (zlib.error, EOFError) as error:
            if is_error:
                return content
            raise_typed(error, self.request, self.to_response(content))
        return decoded

    def to_response(self, content: bytes) -> Response[Any]:
        """Return the response with this as its body."""
        return Response(
            method=self.request.method,
            url=self.request.redacted_url,
            status_code=self.status_code,
            headers=self.headers,
            content=content,
            http_response=self.http_response,
        )

    def set_deadline(self, deadline: float | None) -> None:
        """End the next reads by then, by the monotonic clock."""
        if self._connection is not None:
            self._connection.deadline = deadline

    def set_read_timeout(self, seconds: float | None) -> None:
        """Limit how long each of the next reads may wait for a piece; None waits for ever.

        With a client that the user brought, this has no effect after the first read.
        """
        if self._connection is not None:
            self._connection.read_timeout = seconds
        else:
            timeout: dict[str, float | None] = self.http_response.request.extensions["timeout"]
            timeout["read"] = seconds

    def interrupt(self) -> None:
        """End a read that another thread is blocked in, and all later ones.

        Safe from any thread. An HTTP/2 connection, which others share, stays as it is: there the
        read ends with the next piece or its timeout.
        """
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
