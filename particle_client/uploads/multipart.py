"""The multipart/form-data body of an upload: files first, then fields, as the Cloud API's own SDK
sends them.

The body is made while it is sent, in blocks of about 256 KiB; small files share a block.
"""

from __future__ import annotations

import secrets
from collections.abc import AsyncGenerator, Generator, Sequence
from contextlib import closing, suppress
from itertools import chain, islice

from ..base.checks import check_function
from ..base.files import Progress
from ..calls.async_waiting import in_thread
from .files import CHUNK_SIZE, FilePart

# How many blocks a thread reads ahead for an event loop: a hop costs about as much as reading one.
_BATCH = 4

_ESCAPES = str.maketrans({'"': "%22", "\r": "%0D", "\n": "%0A"})


class MultipartBody:
    """A multipart/form-data body, with a random boundary: files, then fields.

    `prepare` and `aprepare` return its bytes from the beginning, each time.
    """

    def __init__(
        self,
        fields: Sequence[tuple[str, str]],
        files: Sequence[tuple[str, FilePart]],
        *,
        progress: Progress | None = None,
    ) -> None:
        check_function("progress", progress)
        self.boundary: str = secrets.token_hex(16)
        self.content_type: str = f"multipart/form-data; boundary={self.boundary}"
        self._progress = progress
        self._blocks: Generator[bytes] | None = None
        """What is being read. It may hold an open file."""
        self._segments: list[tuple[bytes, FilePart]] = []
        """The header of each part, and its content."""
        head = ""
        for name, part in files:
            head += self._head(name, part.name) + f"\r\nContent-Type: {_escape(part.content_type)}"
            self._segments.append((f"{head}\r\n\r\n".encode(), part))
            head = "\r\n"
        for name, value in fields:
            head += f"{self._head(name)}\r\n\r\n{value}\r\n"
        # Fields and end go before an empty file.
        end = f"{head}--{self.boundary}--\r\n"
        self._segments.append((end.encode(), FilePart("end", b"")))

    def _head(self, name: str, filename: str | None = None) -> str:
        shown = "" if filename is None else f'; filename="{_escape(filename)}"'
        return f'--{self.boundary}\r\nContent-Disposition: form-data; name="{_escape(name)}"{shown}'

    @property
    def content_length(self) -> int:
        """Bytes of the whole body, known when it is prepared."""
        return sum(len(head) + part.size for head, part in self._segments)

    def prepare(self) -> Generator[bytes]:
        """Return the body from its beginning.

        Raises:
            TypeError: A file is asynchronous.
        """
        self.close()
        for _, part in self._segments:
            part.load()
        return self._send()

    async def aprepare(self) -> AsyncGenerator[bytes]:
        """Do what `prepare` does, for asynchronous code."""
        self.close()
        for _, part in self._segments:
            await part.aload()
        return self._asend()

    def close(self) -> None:
        """Break off: close the file that is being read, unless the user opened it."""
        blocks, self._blocks = self._blocks, None
        if blocks is not None:
            with suppress(ValueError):  # a thread is reading, and sees to it
                blocks.close()

    def _send(self) -> Generator[bytes]:
        done = self._report(0)
        self._blocks = _read(self._segments)
        for block in self._blocks:
            yield block
            done = self._report(done + len(block))

    async def _asend(self) -> AsyncGenerator[bytes]:
        done = self._report(0)
        blocks = self._blocks = _read(self._segments)
        while batch := await in_thread(self._take, blocks):
            for block in batch:
                yield block
                done = self._report(done + len(block))

    def _take(self, blocks: Generator[bytes]) -> list[bytes]:
        batch = list(islice(blocks, _BATCH))
        if self._blocks is not blocks:  # it was closed, and mustn't seem whole to who sends it
            blocks.close()
            raise ValueError("The upload was closed while it was being sent")
        return batch

    def _report(self, done: int) -> int:
        if self._progress is not None:
            self._progress(done, self.content_length)
        return done


def _read(segments: list[tuple[bytes, FilePart]]) -> Generator[bytes]:
    """Read headers and files in blocks of at least `CHUNK_SIZE`."""
    pending: list[bytes] = []
    size = 0
    for head, part in segments:
        with closing(part.chunks()) as chunks:
            for piece in chain((head,), chunks):
                pending.append(piece)
                size += len(piece)
                if size >= CHUNK_SIZE:
                    yield b"".join(pending)
                    pending, size = [], 0
    if pending:
        yield b"".join(pending)


def _escape(text: str) -> str:
    """Escape a text as browsers do, so that it can't end its header."""
    return text.translate(_ESCAPES)
