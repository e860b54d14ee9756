"""A download piece by piece, for `AsyncParticle`. `download.py` is its sync twin.

Files are written in threads, some pieces at a time: a hop to another thread takes longer than to
write a piece.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from anyio import sleep, to_thread

from ..base.async_only import AsyncOnly
from ..base.errors import APIConnectionError
from .base import DownloadBase, check_choice
from .targets import Target

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine
    from pathlib import Path
    from types import TracebackType

    from ..calls.async_sender import AsyncSender
    from ..calls.options import RequestOptions
    from ..uploads.multipart import Progress
    from .base import Place
    from .targets import TargetPath

__all__ = ["AsyncDownload", "start"]

_BATCH = 1024 * 1024
"""Bytes that are written in one go."""


class AsyncDownload(AsyncOnly, DownloadBase):
    """A file that is downloaded piece by piece: an iterator over bytes.

    ```python
    async with particle.firmware.download(binary_id, stream=True) as download:
        async for piece in download:
            ...
    ```

    Entering `with` asks for the file: from then on its length, name and headers are known. When the
    connection breaks, the rest is asked for, if the server tells that the file is still the same.
    At the end its length is verified and, if the server sent one, its checksum.

    Raises (from the loop, `read`, `save` and `with`):
        APIStatusError: The file can't be had.
        APIConnectionError: The connection failed, and the rest couldn't be had either.
        DownloadError: What came isn't the file; ChecksumError where the checksum says so.
    """

    async def __aenter__(self) -> Self:
        await self._connect(may_restart=True)
        self._tell()
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
        while (piece := await self._next(may_restart=not self._given)) is None:
            pass
        if not piece:
            raise StopAsyncIteration
        self._given = True
        return piece

    async def read(self) -> bytes:
        """Give the rest of the file."""
        pieces: list[bytes] = []
        try:
            while (piece := await self._next(may_restart=not self._given)) != b"":
                if piece is None:
                    pieces.clear()
                else:
                    pieces.append(piece)
        finally:
            await self.close()
        content = b"".join(pieces)
        self._tell(content)
        return content

    async def save(self, to: TargetPath) -> Path:
        """Write the rest of the file to a path.

        The file appears there when it is complete, and then replaces what was there. If anything
        goes wrong, nothing changes.

        Raises:
            OSError: The file can't be written.
        """
        target = Target(to)
        try:
            await to_thread.run_sync(target.open)
            batch: list[bytes] = []
            size = 0
            while (piece := await self._next(may_restart=not self._given)) != b"":
                if piece is None:
                    batch, size = [], 0
                    await to_thread.run_sync(target.restart)
                    continue
                batch.append(piece)
                size += len(piece)
                if size >= _BATCH:
                    await to_thread.run_sync(target.write, batch)
                    batch, size = [], 0
            await to_thread.run_sync(target.commit, batch)
            self._tell()
        finally:
            target.discard()
            await self.close()
        return target.path

    async def close(self) -> None:
        """Stop downloading. What is left can't be read any more."""
        if self._state != "ended":
            self._state = "closed"
        await self._drop()

    aclose = close

    # --- inside ---------------------------------------------------------------------------------

    async def _next(self, *, may_restart: bool) -> bytes | None:
        """Give the next piece, b"" at the end; None when the file begins anew."""
        transfer = self._transfer
        if not self._check():
            return b""
        try:
            while True:
                if self._pieces is None and not await self._connect(may_restart=may_restart):
                    return None
                pieces: Any = self._pieces
                try:
                    piece: bytes | None = await anext(pieces, None)
                except APIConnectionError as error:
                    await self._drop()
                    await sleep(transfer.retry(error, may_restart=may_restart))
                    continue
                if piece:
                    transfer.count(piece)
                    return piece
                if piece is not None:
                    continue
                transfer.end()
                self._state = "ended"
                await self._drop()
                return b""
        except BaseException:
            await self.close()
            raise

    async def _connect(self, *, may_restart: bool) -> bool:
        """Ask for the file, or for its rest. False: it begins anew."""
        if self._response is not None or not self._check():
            return True
        transfer = self._transfer
        try:
            if self._place is None and self._locate is not None:
                self._located(await self._locate())
            self._response = await self._open()
            response = self._response
            if transfer.is_no_file(response.headers):
                content = await response.aread_error()
                raise transfer.no_file(response.status_code, response.headers, content)
            kept = transfer.begin(
                self._response.status_code, self._response.headers, may_restart=may_restart
            )
            self._pieces = self._response.aiter_bytes()
        except BaseException as error:
            if transfer.gives_up_part(error, may_restart=may_restart):
                await self._drop()
                return False
            await self.close()
            raise
        return kept

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
    place: Place | Callable[[], Awaitable[Place]],
    options: RequestOptions,
    to: TargetPath | None,
    stream: bool,
    progress: Progress | None,
    **what: Any,
) -> Coroutine[Any, Any, bytes | Path] | AsyncDownload:
    """Give a file in the way that the user chose.

    Args:
        place: Where it is, or a function that finds that out when the file is asked for.
    """
    check_choice(to, stream)
    download = AsyncDownload(client, place, options, progress, **what)
    if stream:
        return download
    return download.read() if to is None else download.save(to)
