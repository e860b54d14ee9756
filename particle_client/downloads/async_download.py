"""A download: in memory, into a file, or piece by piece."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self, TypeVar

from ..base.async_only import AsyncOnly  # async only
from ..base.errors import APIConnectionError
from ..base.response import WEB_PAGE, ResponseDecodeError
from ..calls.async_waiting import in_thread, sleep
from .base import DownloadBase, check_choice
from .targets import Target

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine
    from pathlib import Path
    from types import TracebackType

    from ..calls.async_sender import AsyncSender
    from ..calls.options import RequestOptions
    from ..uploads import Progress
    from .base import ResourceLocation
    from .targets import TargetPath

__all__ = ["AsyncDownload", "start"]

T = TypeVar("T")

_BATCH = 1024 * 1024
"""Bytes that are written in one go: a hop to another thread takes longer than to write a piece."""


class AsyncDownload(
    AsyncOnly,  # async only
    DownloadBase,
):
    """A file that is downloaded piece by piece: an iterator over bytes.

    ```python
    async with particle.firmware.download(binary_id, stream=True) as download:
        async for piece in download:
            ...
    ```

    Entering `with` asks for the file: from then on its length, name and headers are known. At the
    end its length is verified. When the connection breaks, `read` and `save` begin anew; a loop
    over the pieces can't.

    Raises (from the loop, `read`, `save` and `with`):
        APIStatusError: The file can't be had.
        APIConnectionError: The connection failed.
        DownloadError: What came isn't the whole file.
    """

    async def __aenter__(self) -> Self:
        try:
            await self._connect()
        except BaseException:
            await self.close()
            raise
        self._notify_hooks()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
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

        async def take() -> bytes:
            pieces: list[bytes] = []
            while piece := await self._next():
                pieces.append(piece)
            return b"".join(pieces)

        content = await self._retrying(take)
        self._notify_hooks(content)
        return content

    async def save(self, to: TargetPath) -> Path:
        """Write the rest of the file to a path.

        The file appears there when it is complete, and then replaces what was there. If anything
        goes wrong, nothing changes.

        Raises:
            OSError: The file can't be written.
        """
        target = Target(to)

        async def take() -> None:
            await in_thread(target.open)
            batch: list[bytes] = []
            size = 0
            while piece := await self._next():
                batch.append(piece)
                size += len(piece)
                if size >= _BATCH:
                    await in_thread(target.write, batch)
                    batch, size = [], 0
            await in_thread(target.commit, batch)

        try:
            await self._retrying(take)
        finally:
            target.discard()
        self._notify_hooks()
        return target.path

    async def close(self) -> None:
        """Stop downloading. What is left can't be read any more."""
        if self._state != "ended":
            self._state = "closed"
        await self._drop()

    aclose = close  # async only

    async def _retrying(self, take: Callable[[], Awaitable[T]]) -> T:
        """Take the rest of the file; from its beginning, when the connection breaks."""
        try:
            while True:
                try:
                    return await take()
                except APIConnectionError as error:
                    delay = self._retry_delay(error)
                await self._drop()
                await sleep(delay)
        finally:
            await self.close()

    async def _next(self) -> bytes:
        """Return the next piece, b"" at the end."""
        if self._is_at_end():
            return b""
        await self._connect()
        piece: bytes
        async for piece in self._pieces:
            if piece:
                self._count(piece)
                return piece
        self._end()
        await self._drop()
        return b""

    async def _connect(self) -> None:
        """Ask for the file, unless that is done."""
        if self._pieces is not None or self._is_at_end():
            return
        if callable(self._source):
            self._source = await self._source()
        operation, path = self._source
        response = self._response = await self._client._open(
            operation, path, self._options, **self._body_args
        )
        if self._is_web_page():
            page = response.to_response(await response.aread_error())
            raise ResponseDecodeError(f"but it is no file. {WEB_PAGE}", page)
        self._pieces = response.aiter_bytes()
        self._begin()

    async def _drop(self) -> None:
        """Drop the connection, unless it was read to its end."""
        response, self._response = self._response, None
        pieces, self._pieces = self._pieces, None
        if pieces is not None:
            await pieces.aclose()
        if response is not None:
            await response.aclose()


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
    check_choice(to, stream)
    download = AsyncDownload(client, source, options, progress, **body_args)
    if stream:
        return download
    return download.read() if to is None else download.save(to)
