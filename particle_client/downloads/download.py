# Generated from async_download.py by `make generate`. Do not edit.
"""A download: in memory, into a file, or piece by piece."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self, TypeVar

from ..base.errors import APIConnectionError
from ..base.response import WEB_PAGE, ResponseDecodeError
from ..calls.waiting import in_thread, sleep
from .base import DownloadBase, check_choice
from .targets import Target

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    from ..calls.options import RequestOptions
    from ..calls.sender import Sender
    from ..uploads import Progress
    from .base import ResourceLocation
    from .targets import TargetPath

__all__ = ["Download", "start"]

T = TypeVar("T")

_BATCH = 1024 * 1024
"""Bytes that are written in one go: a hop to another thread takes longer than to write a piece."""


class Download(
    DownloadBase,
):
    """A file that is downloaded piece by piece: an iterator over bytes.

    ```python
    with particle.firmware.download(binary_id, stream=True) as download:
        for piece in download:
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

    def __enter__(self) -> Self:
        try:
            self._connect()
        except BaseException:
            self.close()
            raise
        self._notify_hooks()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> bytes:
        try:
            piece = self._next()
        except BaseException:
            self.close()
            raise
        if not piece:
            raise StopIteration
        self._is_handed_out = True
        return piece

    def read(self) -> bytes:
        """Return the rest of the file."""

        def take() -> bytes:
            pieces: list[bytes] = []
            while piece := self._next():
                pieces.append(piece)
            return b"".join(pieces)

        content = self._retrying(take)
        self._notify_hooks(content)
        return content

    def save(self, to: TargetPath) -> Path:
        """Write the rest of the file to a path.

        The file appears there when it is complete, and then replaces what was there. If anything
        goes wrong, nothing changes.

        Raises:
            OSError: The file can't be written.
        """
        target = Target(to)

        def take() -> None:
            in_thread(target.open)
            batch: list[bytes] = []
            size = 0
            while piece := self._next():
                batch.append(piece)
                size += len(piece)
                if size >= _BATCH:
                    in_thread(target.write, batch)
                    batch, size = [], 0
            in_thread(target.commit, batch)

        try:
            self._retrying(take)
        finally:
            target.discard()
        self._notify_hooks()
        return target.path

    def close(self) -> None:
        """Stop downloading. What is left can't be read any more."""
        if self._state != "ended":
            self._state = "closed"
        self._drop()

    def _retrying(self, take: Callable[[], T]) -> T:
        """Take the rest of the file; from its beginning, when the connection breaks."""
        try:
            while True:
                try:
                    return take()
                except APIConnectionError as error:
                    delay = self._retry_delay(error)
                self._drop()
                sleep(delay)
        finally:
            self.close()

    def _next(self) -> bytes:
        """Return the next piece, b"" at the end."""
        if self._is_at_end():
            return b""
        self._connect()
        piece: bytes
        for piece in self._pieces:
            if piece:
                self._count(piece)
                return piece
        self._end()
        self._drop()
        return b""

    def _connect(self) -> None:
        """Ask for the file, unless that is done."""
        if self._pieces is not None or self._is_at_end():
            return
        if callable(self._source):
            self._source = self._source()
        operation, path = self._source
        response = self._response = self._client._open(
            operation, path, self._options, **self._body_args
        )
        if self._is_web_page():
            page = response.to_response(response.read_error())
            raise ResponseDecodeError(f"but it is no file. {WEB_PAGE}", page)
        self._pieces = response.iter_bytes()
        self._begin()

    def _drop(self) -> None:
        """Drop the connection, unless it was read to its end."""
        response, self._response = self._response, None
        pieces, self._pieces = self._pieces, None
        if pieces is not None:
            pieces.close()
        if response is not None:
            response.close()


def start(
    client: Sender,
    source: ResourceLocation | Callable[[], ResourceLocation],
    options: RequestOptions,
    to: TargetPath | None,
    stream: bool,
    progress: Progress | None,
    **body_args: Any,
) -> bytes | Path | Download:
    """Return a file in the way that the user chose.

    Args:
        source: Where it is, or a function that finds that out when the file is asked for.
    """
    check_choice(to, stream)
    download = Download(client, source, options, progress, **body_args)
    if stream:
        return download
    return download.read() if to is None else download.save(to)
