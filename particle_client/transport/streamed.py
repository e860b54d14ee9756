"""Answers whose body is read piece by piece, with a read timeout that can change while reading.

How that is done with httpx and httpcore:

- httpcore takes the read timeout when reading begins, and never again. An event stream learns its
  idle timeout while it reads, so the limit is put at the network stream, which httpx hands out as
  `response.extensions["network_stream"]` and whose `read` is called for every piece.
- A blocked read of another thread returns at once after `shutdown` on the socket; closing the file
  descriptor alone would not wake it.
- A read that times out costs the connection. So who wants to wait for a while only looks whether
  anything can be read, if it is certain that the HTTP library holds nothing back.
- While the headers are waited for there is no response yet. The `trace` extension tells of the
  socket when it is connected, connecting.py even before then: so both can be interrupted, too.
"""

from __future__ import annotations

import socket
import threading
import time
from contextlib import aclosing, suppress
from selectors import EVENT_READ, DefaultSelector
from typing import TYPE_CHECKING, Any

from ..base.response import Response, ResponseDecodeError
from .deadline import no_later_than
from .encoded import keep_encoded
from .failures import raise_failure, raise_typed
from .joining import join_chunks

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator

    import httpx

    from ..base.request import Request

__all__ = [
    "AsyncStreamedResponse",
    "OpeningTime",
    "StreamedResponse",
    "prepare_async_connection",
    "prepare_connection",
    "shut_down",
]


LARGEST_ERROR = 1024 * 1024
"""Bytes of an error response that are read, or a few more."""


class _Connecting(threading.local):
    """Who wants to be told of a socket that this thread is about to connect.

    May raise an OSError: then it isn't connected.
    """

    tell: Callable[[socket.socket], None] | None = None


connecting = _Connecting()


def shut_down(sock: socket.socket) -> None:
    """Wake a thread that connects a socket, or reads from it: it gets an error, or the end.

    Safe from any thread, any number of times.
    """
    # Not SSLSocket's own method, which takes the TLS object away under the reader.
    with suppress(OSError):
        socket.socket.shutdown(sock, socket.SHUT_RDWR)


def _interrupt(network_stream: Any) -> None:
    sock = network_stream.get_extra_info("socket")
    if sock is not None:
        shut_down(sock)


def _wait_readable(network_stream: Any, seconds: float) -> bool:
    sock = network_stream.get_extra_info("socket")
    tls = network_stream.get_extra_info("ssl_object")
    if sock is None or tls not in (None, sock):  # TLS in TLS keeps a buffer of its own
        return True
    try:
        if tls is not None and tls.pending():
            return True
        with DefaultSelector() as selector:
            selector.register(sock, EVENT_READ)
            return bool(selector.select(seconds))
    except (OSError, ValueError):  # closed meanwhile: reading tells
        return True


class OpeningTime:
    """The time that opening a stream may take in all, however slowly its response drips in.

    Args:
        seconds: From now until the time is over. It holds until `end` is called.
    """

    def __init__(self, seconds: float) -> None:
        self._until: float | None = time.monotonic() + seconds

    def end(self) -> None:
        """The stream is open: it may take all the time that it wants."""
        self._until = None

    def limit(self, network_stream: Any) -> None:
        """Let the reads of a new connection end with the time."""
        read = network_stream.read

        def limited(max_bytes: int, timeout: float | None = None) -> Any:
            if self._until is not None:
                left = max(self._until - time.monotonic(), 0.001)
                timeout = left if timeout is None else min(timeout, left)
            return read(max_bytes, timeout)

        with suppress(AttributeError):  # a stream with __slots__: it stays as it is
            network_stream.read = limited


def prepare_connection(
    register: Callable[[Callable[[], None]], None], opening: OpeningTime
) -> Callable[[str, dict[str, Any]], None]:
    """Give a value for `request.extensions["trace"]` that prepares a connection for a stream.

    `register` is called with a function that ends whatever the connection waits for, each time that
    a socket is about to be connected, is connected, or gets TLS.
    """

    interrupted = False

    def tell(sock: socket.socket) -> None:
        def interrupt() -> None:
            nonlocal interrupted
            interrupted = True
            shut_down(sock)

        register(interrupt)
        if interrupted:  # now, or while another address was tried
            raise ConnectionAbortedError("interrupted")

    def trace(event: str, info: dict[str, Any]) -> None:
        connecting.tell = tell if event.endswith("connect_tcp.started") else None
        stream = _just_connected(event, info)
        if stream is not None:
            opening.limit(stream)
            join_chunks(stream)
            register(lambda: _interrupt(stream))

    return trace


async def prepare_async_connection(event: str, info: dict[str, Any]) -> None:
    """The same for an async request: itself the value."""
    stream = _just_connected(event, info)
    if stream is not None:
        join_chunks(stream)


def _just_connected(event: str, info: dict[str, Any]) -> Any:
    if event.endswith(("connect_tcp.complete", "start_tls.complete")):
        return info.get("return_value")
    return None


class _ReadTimeout:
    """Puts a changeable limit on the reads of a response's connection, until it is removed."""

    def __init__(self, answer: httpx.Response) -> None:
        self.seconds: float | None = None
        self._installed = False
        self._answer = answer
        # An HTTP/2 connection is shared by several answers, and so is not ours to limit.
        shared = answer.extensions.get("http_version") == b"HTTP/2"
        self._stream: Any = None if shared else answer.extensions.get("network_stream")

    def set(self, seconds: float | None) -> None:
        self.seconds = seconds
        # Where there is no network stream (a transport of the user's), this is all that can be
        # done: it holds if nothing was read yet.
        timeout = self._answer.request.extensions.get("timeout")
        if isinstance(timeout, dict):
            timeout["read"] = seconds
        if self._stream is None or self._installed:
            return
        read = self._stream.read

        # One function for both kinds: an async `read` gives the awaitable, which is passed on.
        def limited(max_bytes: int, timeout: float | None = None) -> Any:
            return read(max_bytes, self.seconds)

        with suppress(AttributeError):  # a stream with __slots__: its timeout stays as it is
            self._stream.read = limited
            self._installed = True

    def remove(self) -> None:
        """The connection may go back to the pool after a body that was read to its end."""
        if self._installed:
            self._installed = False
            del self._stream.read


def _check_unpacked(answer: StreamedResponse | AsyncStreamedResponse) -> None:
    """Raise an error where compressed content was unpacked in part only: httpx doesn't notice.

    It ends too soon, or goes on after what seemed its end (gzip may have several members).
    """
    response = answer.http_response
    unpacker = getattr(getattr(response, "_decoder", None), "decompressor", None)
    if unpacker is None or not response.num_bytes_downloaded:
        return
    if not unpacker.eof or unpacker.unused_data:
        said = "it goes on after its end" if unpacker.eof else "it ends too soon"
        raise_failure("decode", EOFError(said), answer.request, answer=answer.to_response(b""))


class StreamedResponse:
    """A response whose body is read piece by piece."""

    def __init__(self, answer: httpx.Response, request: Request) -> None:
        self.http_response = answer
        self.status_code = answer.status_code
        self.headers = answer.headers
        self.request = request
        self._read_timeout = _ReadTimeout(answer)
        self._received = 0

    def iter_bytes(self) -> Iterator[bytes]:
        """Give the pieces as they come off the connection."""
        try:
            for piece in self.http_response.iter_bytes():
                self._received += len(piece)
                yield piece
            _check_unpacked(self)
        except Exception as error:
            raise_typed(error, self.request, self.to_response(b""))
        finally:
            self._read_timeout.remove()

    def read_error(self) -> bytes:
        """Read the body of an error response, or as much of it as anybody can want.

        It is given as it came if it can't be decoded.
        """
        content = bytearray()
        kept = keep_encoded(self.http_response)
        try:
            with no_later_than(self.request.deadline):
                for piece in self.iter_bytes():
                    content += piece
                    if len(content) >= LARGEST_ERROR:
                        break
        except ResponseDecodeError:
            return b"".join(kept)
        return bytes(content)

    def to_response(self, content: bytes) -> Response[Any]:
        """Give the response with this as its body."""
        return Response(
            method=self.request.method,
            url=self.request.redacted_url,
            status_code=self.status_code,
            headers=self.headers,
            content=content,
            http_response=self.http_response,
        )

    def set_read_timeout(self, seconds: float | None) -> None:
        """Limit how long the next reads may wait for a piece; None waits for ever."""
        self._read_timeout.set(seconds)

    def wait_readable(self, seconds: float) -> bool:
        """Wait until the next piece has begun to come, at most so long.

        True also where that can't be known: then only reading tells.
        """
        stream = self.http_response.extensions.get("network_stream")
        joiner = getattr(stream, "chunk_joiner", None)
        if joiner is None or joiner.body_size != self._received:
            return True
        return _wait_readable(stream, seconds)

    def interrupt(self) -> None:
        """End a read that another thread is blocked in, and all later ones.

        Safe from any thread.
        """
        stream = self.http_response.extensions.get("network_stream")
        if stream is not None:
            _interrupt(stream)

    def close(self) -> None:
        """Drop the response and, unless it was read to its end, its connection."""
        self._read_timeout.remove()
        self.http_response.close()


class AsyncStreamedResponse:
    """A response whose body is read piece by piece."""

    _pieces: AsyncIterator[bytes] | None = None

    def __init__(self, answer: httpx.Response, request: Request) -> None:
        self.http_response = answer
        self.status_code = answer.status_code
        self.headers = answer.headers
        self.request = request
        self._read_timeout = _ReadTimeout(answer)

    async def aiter_bytes(self) -> AsyncGenerator[bytes]:
        """Give the pieces as they come off the connection."""
        try:
            self._pieces = self.http_response.aiter_bytes()
            async for piece in self._pieces:
                yield piece
            _check_unpacked(self)
        except Exception as error:
            raise_typed(error, self.request, self.to_response(b""))
        finally:
            self._read_timeout.remove()

    async def aread_error(self) -> bytes:
        """Read the body of an error response, or as much of it as anybody can want.

        It is given as it came if it can't be decoded.
        """
        content = bytearray()
        kept = self._keep_encoded()
        try:
            async with aclosing(self.aiter_bytes()) as pieces:
                async for piece in pieces:
                    content += piece
                    if len(content) >= LARGEST_ERROR:
                        break
        except ResponseDecodeError:
            return b"".join(kept)
        return bytes(content)

    def _keep_encoded(self) -> list[bytes]:
        return keep_encoded(self.http_response)

    def to_response(self, content: bytes) -> Response[Any]:
        """Give the response with this as its body."""
        return Response(
            method=self.request.method,
            url=self.request.redacted_url,
            status_code=self.status_code,
            headers=self.headers,
            content=content,
            http_response=self.http_response,
        )

    def set_read_timeout(self, seconds: float | None) -> None:
        """Limit how long the next reads may wait for a piece; None waits for ever."""
        self._read_timeout.set(seconds)

    async def aclose(self) -> None:
        """Drop the response and, unless it was read to its end, its connection."""
        self._read_timeout.remove()
        try:
            await self.http_response.aclose()
        finally:
            await self._end_pieces()

    async def _end_pieces(self) -> None:
        """Let the HTTP library's generators, one within another, end.

        They do that by being run on, not by being closed, and with the connection their end is
        near. Left to the garbage collector, each would cost a task, and trio would warn of it.
        """
        pieces, self._pieces = self._pieces, None
        if pieces is not None and "network_stream" in self.http_response.extensions:
            with suppress(Exception):
                async for _ in pieces:
                    pass
