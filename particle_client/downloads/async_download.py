"""A download: in memory, into a file, or piece by piece."""

from __future__ import annotations

import os
import re
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from pathlib import Path
from typing import Any, Self, TypeAlias, TypeVar

from ..base.checks import check_function
from ..base.errors import APIConnectionError, DownloadError
from ..base.files import Progress, TargetPath
from ..base.response import WEB_PAGE, Response, ResponseDecodeError
from ..base.secrets import hidden
from ..base.unset import UNSET
from ..calls.async_sender import AsyncSender
from ..calls.async_waiting import in_thread
from ..calls.operation import RAW, Operation
from ..calls.options import RequestOptions, check_options
from ..calls.retries import Retries
from ..transport.async_streamed import AsyncStreamedResponse
from .targets import BATCH, Target

ResourceLocation: TypeAlias = tuple[Operation, str]
"""The operation that returns a file, and its path; the URL, for a file on another host."""

T = TypeVar("T")

_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"|?*]')


class AsyncDownload:
    """A file that is downloaded piece by piece: an iterator over bytes.

    ```python
    async with particle.firmware.download(binary_id, stream=True) as download:
        async for piece in download:
            ...
    ```

    Entering `with` asks for the file: from then on its length, name and headers are known. At the
    end its length is verified. When the connection breaks, `read` and `save` begin anew, unless
    some pieces were handed out before.

    Raises (from the loop, `read`, `save` and `with`):
        APIStatusError: The file can't be had.
        APIConnectionError: The connection failed.
        DownloadError: What came isn't the whole file.
    """

    def __init__(
        self,
        client: AsyncSender,
        source: ResourceLocation | Callable[[], Awaitable[ResourceLocation]],
        options: RequestOptions,
        progress: Progress | None = None,
        **body_args: Any,
    ) -> None:
        check_options(options)
        check_function("progress", progress)
        self._client = client
        self._source = source
        self._on_response = options.get("on_response")
        headers = {"accept-encoding": "identity", **(options.get("headers") or {})}
        self._options: RequestOptions = {
            **options,
            "headers": hidden(headers),
            "on_response": self._record_head,
        }
        self._body_args = body_args
        self._progress = progress
        policy = options.get("retries", UNSET)
        self._retries = Retries(policy, client._retries, client._deadline)
        self._response: AsyncStreamedResponse | None = None
        self._pieces: Any = None  # an iterator over its body
        self._head: Response[Any] | None = None
        self._length: int | None = None
        self._done = 0
        self._is_handed_out = False
        self._is_whole = False
        self._is_closed = False

    @property
    def length(self) -> int | None:
        """Bytes in all, None if the server doesn't say or if they are compressed on the way."""
        self._opened()
        return self._length

    @property
    def done(self) -> int:
        """Bytes that came so far."""
        return self._done

    @property
    def filename(self) -> str | None:
        """The name that the server gives the file, None if it gives none. It holds no folder."""
        from email.message import Message  # most downloads don't need it

        message = Message()
        message["content-disposition"] = self.headers.get("content-disposition", "")
        name = _UNSAFE.sub("", message.get_filename() or "")
        return os.path.basename(name.replace("\\", "/")).strip(" .") or None

    @property
    def content_type(self) -> str | None:
        """The media type, None if the server doesn't say."""
        return self.headers.get("content-type")

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of the response; names are found in any case."""
        return self._opened().headers

    def __repr__(self) -> str:
        url = "not open" if self._head is None else self._head.url
        return f"<{type(self).__name__} {url} {self._done} of {self._length} bytes>"

    async def __aenter__(self) -> Self:
        try:
            await self._open()
        except BaseException:
            await self.close()
            raise
        self._notify_hook()
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.close()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> bytes:
        try:
            piece = await self._next()
        except BaseException:
            await self.close()
            raise
        if not piece:
            raise StopAsyncIteration
        self._is_handed_out = True
        return piece

    async def read(self) -> bytes:
        """Return the rest of the file."""

        async def read() -> bytes:
            pieces: list[bytes] = []
            while piece := await self._next():
                pieces.append(piece)
            return b"".join(pieces)

        content = await self._retrying(read)
        self._notify_hook(content)
        return content

    async def save(self, to: TargetPath) -> Path:
        """Write the rest of the file to a path.

        The file appears there when it is complete, and then replaces what was there. If anything
        goes wrong, nothing changes.

        Raises:
            OSError: The file can't be written.
        """
        target = Target(to)

        async def write() -> None:
            await in_thread(target.open)
            size = 0
            while piece := await self._next():
                target.write(piece)
                size += len(piece)
                if size >= BATCH:
                    await in_thread(target.flush)
                    size = 0
            await in_thread(target.commit)

        try:
            await self._retrying(write)
        finally:
            target.discard()
        self._notify_hook()
        return target.path

    async def close(self) -> None:
        """Stop downloading. What is left can't be read any more."""
        self._is_closed = True
        await self._drop()

    aclose = close  # async only

    async def _open(self) -> None:
        """Ask for the file, unless that is done."""
        if self._is_closed and not self._is_whole:
            raise self._error("the download was closed before its end")
        if self._pieces is not None or self._is_whole:
            return
        if callable(self._source):
            self._source = await self._source()
        operation, path = self._source
        response = await self._client._open(operation, path, self._options, **self._body_args)
        self._response = response
        media_type = (self.content_type or "").partition(";")[0].strip().lower()
        if media_type == "text/html" and operation.name not in RAW:
            page = response.to_response(await response.aread_content(is_error=True))
            raise ResponseDecodeError(f", but it is no file. {WEB_PAGE}", page)
        has_end = response.is_shared or response.status_code == 204
        if not (has_end or {"content-length", "transfer-encoding"} & {*self.headers}):
            raise self._error("the server doesn't say how long it is, so its end can't be told")
        self._pieces = response.aiter_bytes()
        encoding = self.headers.get("content-encoding", "").strip().lower()
        length = self.headers.get("content-length", "")
        # Of a compressed body the HTTP library checks the length.
        is_length = length.isdecimal() and encoding in ("", "identity")
        self._length = int(length) if is_length else None
        self._report(0)

    def _record_head(self, response: Response[Any]) -> None:
        """Keep the response for the hook, which sees it when its body is read."""
        if 200 <= response.status_code <= 299:
            self._head = response
        elif self._on_response is not None:
            self._on_response(response)

    def _notify_hook(self, content: bytes = b"") -> None:
        if self._head is not None and self._on_response is not None:
            self._head.content = content
            self._on_response(self._head)
        self._on_response = None

    def _opened(self) -> Response[Any]:
        if self._head is None:
            raise RuntimeError("The download isn't open: use it in a `with` block")
        return self._head

    async def _drop(self) -> None:
        """Drop the connection, unless it was read to its end."""
        response, self._response = self._response, None
        pieces, self._pieces = self._pieces, None
        if pieces is not None:
            await pieces.aclose()
        if response is not None:
            await response.aclose()

    async def _next(self) -> bytes:
        """Return the next piece, b"" at the end."""
        await self._open()
        if self._is_whole:
            return b""
        piece: bytes
        async for piece in self._pieces:
            if piece:
                self._report(self._done + len(piece))
                return piece
        if self._length is not None and self._done != self._length:
            raise self._error(f"{self._done} bytes came, but {self._length} were announced")
        self._is_whole = True
        await self._drop()
        return b""

    def _report(self, done: int) -> None:
        self._done = done
        if self._progress is not None:
            self._progress(done, self._length)

    def _error(self, detail: str) -> DownloadError:
        head = self._head
        method, url = ("", "") if head is None else (head.method, head.url)
        message = f"{method} {url}: {detail}"
        return DownloadError(message, method=method, url=url, done=self._done, length=self._length)

    async def _retrying(self, read: Callable[[], Awaitable[T]]) -> T:
        """Read the rest of the file; from its beginning again, when the connection breaks."""
        if not self._is_handed_out:  # who reads piece by piece takes what time that needs
            self._client = self._client._until(self._retries.deadline)
            if self._response is not None:
                self._response.set_deadline(self._retries.deadline)
        try:
            while True:
                try:
                    return await read()
                except APIConnectionError as error:
                    # Where no body had begun, the call was retried already.
                    if self._pieces is None or self._is_handed_out or callable(self._source):
                        raise
                    delay = self._retries.next_delay(*self._source, error)
                    if delay is None:
                        raise
                await self._drop()
                await self._client._sleep(*self._source, True, delay)
        finally:
            await self.close()


def start(
    client: AsyncSender,
    source: ResourceLocation | Callable[[], Awaitable[ResourceLocation]],
    options: RequestOptions,
    to: TargetPath | None,
    stream: bool,
    progress: Progress | None,
    **body_args: Any,
) -> Coroutine[Any, Any, bytes | Path] | AsyncDownload:
    """Return a file in the way that the user chose.

    Args:
        source: Where it is, or a function that finds that out when the file is asked for.
    """
    if stream and to is not None:
        raise TypeError("pass to= or stream=True, not both")
    download = AsyncDownload(client, source, options, progress, **body_args)
    if stream:
        return download
    return download.read() if to is None else download.save(to)
