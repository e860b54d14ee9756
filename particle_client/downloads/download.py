"""A download piece by piece, for `Particle`. `async_download.py` is its async twin."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Self

from ..base.errors import APIConnectionError
from .base import DownloadBase, check_choice
from .targets import Target

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    from ..calls.options import RequestOptions
    from ..calls.sender import Sender
    from ..uploads.multipart import Progress
    from .base import Place
    from .targets import TargetPath

__all__ = ["Download", "start"]


class Download(DownloadBase):
    """A file that is downloaded piece by piece: an iterator over bytes.

    ```python
    with particle.firmware.download(binary_id, stream=True) as download:
        for piece in download:
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

    def __enter__(self) -> Self:
        self._connect(may_restart=True)
        self._tell()
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
        while (piece := self._next(may_restart=not self._given)) is None:
            pass
        if not piece:
            raise StopIteration
        self._given = True
        return piece

    def read(self) -> bytes:
        """Give the rest of the file."""
        pieces: list[bytes] = []
        try:
            while (piece := self._next(may_restart=not self._given)) != b"":
                if piece is None:
                    pieces.clear()
                else:
                    pieces.append(piece)
        finally:
            self.close()
        content = b"".join(pieces)
        self._tell(content)
        return content

    def save(self, to: TargetPath) -> Path:
        """Write the rest of the file to a path.

        The file appears there when it is complete, and then replaces what was there. If anything
        goes wrong, nothing changes.

        Raises:
            OSError: The file can't be written.
        """
        target = Target(to)
        try:
            target.open()
            while (piece := self._next(may_restart=not self._given)) != b"":
                if piece is None:
                    target.restart()
                else:
                    target.write((piece,))
            target.commit()
            self._tell()
        finally:
            target.discard()
            self.close()
        return target.path

    def close(self) -> None:
        """Stop downloading. What is left can't be read any more."""
        if self._state != "ended":
            self._state = "closed"
        self._drop()

    # --- inside ---------------------------------------------------------------------------------

    def _next(self, *, may_restart: bool) -> bytes | None:
        """Give the next piece, b"" at the end; None when the file begins anew."""
        transfer = self._transfer
        if not self._check():
            return b""
        try:
            while True:
                if self._pieces is None and not self._connect(may_restart=may_restart):
                    return None
                pieces: Any = self._pieces
                try:
                    piece: bytes | None = next(pieces, None)
                except APIConnectionError as error:
                    self._drop()
                    time.sleep(transfer.retry(error, may_restart=may_restart))
                    continue
                if piece:
                    transfer.count(piece)
                    return piece
                if piece is not None:
                    continue
                transfer.end()
                self._state = "ended"
                self._drop()
                return b""
        except BaseException:
            self.close()
            raise

    def _connect(self, *, may_restart: bool) -> bool:
        """Ask for the file, or for its rest. False: it begins anew."""
        if self._response is not None or not self._check():
            return True
        transfer = self._transfer
        try:
            if self._place is None and self._locate is not None:
                self._located(self._locate())
            self._response = self._open()
            response = self._response
            if transfer.is_no_file(response.headers):
                content = response.read_error()
                raise transfer.no_file(response.status_code, response.headers, content)
            kept = transfer.begin(
                self._response.status_code, self._response.headers, may_restart=may_restart
            )
            self._pieces = self._response.iter_bytes()
        except BaseException as error:
            if transfer.gives_up_part(error, may_restart=may_restart):
                self._drop()
                return False
            self.close()
            raise
        return kept

    def _drop(self) -> None:
        """Drop the connection, unless it was read to its end."""
        response, self._response, self._pieces = self._response, None, None
        if response is not None:
            response.close()


def start(
    client: Sender,
    place: Place | Callable[[], Place],
    options: RequestOptions,
    to: TargetPath | None,
    stream: bool,
    progress: Progress | None,
    **what: Any,
) -> bytes | Path | Download:
    """Give a file in the way that the user chose.

    Args:
        place: Where it is, or a function that finds that out when the file is asked for.
    """
    check_choice(to, stream)
    download = Download(client, place, options, progress, **what)
    if stream:
        return download
    return download.read() if to is None else download.save(to)
