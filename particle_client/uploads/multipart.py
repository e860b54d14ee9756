"""The multipart/form-data body of an upload: files first, then fields, as the Cloud API's own SDK
sends them.

The body is made while it is sent, in blocks of about 256 KiB; small files share a block.
"""

from __future__ import annotations

import secrets
from contextlib import aclosing, closing, suppress
from itertools import groupby, islice
from typing import TYPE_CHECKING, TypeAlias

from ..base.checks import check_function
from ..calls.async_waiting import in_thread
from .parts import CHUNK_SIZE, FilePart

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Generator, Sequence

Progress: TypeAlias = "Callable[[int, int | None], object]"
"""Called with the bytes done and the bytes in all (None when nobody knows), both of the whole body;
first with 0, and again from 0 when the body is sent again."""

# How many blocks a thread reads ahead for an event loop: a hop costs about as much as reading one.
_BATCH = 4

_Segment: TypeAlias = "tuple[bytes, FilePart]"
"""A part's header, and its content."""

_ESCAPES = str.maketrans({'"': "%22", "\r": "%0D", "\n": "%0A"})


class MultipartBody:
    """A multipart/form-data body, with a random boundary: files, then fields.

    `prepare` and `aprepare` return its bytes from the beginning. For a second time they do so only
    if each file can be read again: an iterator or a pipe can't.
    """

    def __init__(
        self,
        fields: Sequence[tuple[str, str]],
        files: Sequence[tuple[str, FilePart]],
        *,
        progress: Progress | None = None,
    ) -> None:
        check_function("progress", progress)
        self.boundary = secrets.token_hex(16)
        self.content_type = f"multipart/form-data; boundary={self.boundary}"
        self._progress = progress
        self._files = [part for _, part in files]
        self._blocks: Generator[bytes] | None = None
        """What is being read. It may hold an open file."""
        delimiter = f"\r\n--{self.boundary}"
        heads = [
            f'{delimiter}\r\nContent-Disposition: form-data; name="{_escape(name)}"; '
            f'filename="{_escape(part.name)}"\r\nContent-Type: {_escape(part.content_type)}'
            "\r\n\r\n"
            for name, part in files
        ]
        tail = [
            f'{delimiter}\r\nContent-Disposition: form-data; name="{_escape(name)}"\r\n\r\n{value}'
            for name, value in fields
        ]
        # Fields and end go before an empty file. And nothing goes before the first delimiter.
        heads.append("".join((*tail, delimiter, "--\r\n")))
        heads[0] = heads[0].removeprefix("\r\n")
        self._segments: list[_Segment] = [
            (head.encode(), part)
            for head, part in zip(heads, [*self._files, FilePart("end", b"")], strict=True)
        ]

    @property
    def content_length(self) -> int | None:
        """Bytes of the whole body, None if there is a file whose size isn't known.

        The size of text and of an asynchronous file isn't known before the body is prepared.
        """
        total = 0
        for head, part in self._segments:
            if part.size is None:
                return None
            total += len(head) + part.size
        return total

    @property
    def can_rewind(self) -> bool:
        """Whether the whole body can be sent now, be it for the first time or again."""
        return all(part.can_rewind for part in self._files)

    def prepare(self) -> Generator[bytes]:
        """Return the body from its beginning.

        Raises:
            TypeError: A file is asynchronous.
            ValueError: A file was read already, and can be read only once.
        """
        self.close()
        for part in self._files:
            part.load()
        return self._send()

    async def aprepare(self) -> AsyncGenerator[bytes]:
        """Do what `prepare` does, for asynchronous code."""
        self.close()
        for part in self._files:
            await part.aload()
        return self._asend()

    def close(self) -> None:
        """Close the file that is being read, unless the user opened it."""
        blocks, self._blocks = self._blocks, None
        if blocks is not None:
            with suppress(ValueError):  # a thread is reading, and sees to it
                blocks.close()

    def _send(self) -> Generator[bytes]:
        done, total = 0, self.content_length
        self._report(done, total)
        blocks = self._blocks = _read(self._segments)
        with closing(blocks):
            for block in blocks:
                yield block
                done += len(block)
                self._report(done, total)
            self._check_whole(blocks)

    async def _asend(self) -> AsyncGenerator[bytes]:
        done, total = 0, self.content_length
        self._report(done, total)
        for is_async, segments in groupby(self._segments, lambda segment: segment[1].is_async):
            read = _aread if is_async else self._read_in_threads
            async with aclosing(read(list(segments))) as blocks:
                async for block in blocks:
                    yield block
                    done += len(block)
                    self._report(done, total)

    async def _read_in_threads(self, segments: list[_Segment]) -> AsyncGenerator[bytes]:
        blocks = self._blocks = _read(segments)
        # What comes slowly isn't held back.
        limit = 1 if any(part.size is None for _, part in segments) else _BATCH
        try:
            while batch := await in_thread(self._take, blocks, limit):
                for block in batch:
                    yield block
            self._check_whole(blocks)
        finally:
            if self._blocks is blocks:
                self.close()

    def _take(self, blocks: Generator[bytes], limit: int) -> list[bytes]:
        batch = list(islice(blocks, limit))
        if self._blocks is not blocks:  # the task was cancelled while this thread was reading
            blocks.close()
        return batch

    def _check_whole(self, blocks: Generator[bytes]) -> None:
        if self._blocks is not blocks:  # else the body would seem whole
            raise ValueError("The upload was closed while it was being sent")

    def _report(self, done: int, total: int | None) -> None:
        if self._progress is not None:
            self._progress(done, total)


def _read(segments: list[_Segment]) -> Generator[bytes]:
    """Read files in blocks of at least `CHUNK_SIZE`; what has no known size, as it comes."""
    pending: list[bytes] = []
    size = 0
    for head, part in segments:
        pending.append(head)
        size += len(head)
        with closing(part.chunks()) as chunks:
            for chunk in chunks:
                pending.append(chunk)
                size += len(chunk)
                if size >= CHUNK_SIZE or (part.size is None and size):
                    yield b"".join(pending)
                    pending = []
                    size = 0
    if pending:
        yield b"".join(pending)


async def _aread(segments: list[_Segment]) -> AsyncGenerator[bytes]:
    for head, part in segments:
        yield head
        async with aclosing(part.achunks()) as chunks:
            async for chunk in chunks:
                if chunk:
                    yield chunk


def _escape(text: str) -> str:
    """Escape a text as browsers do, so that it can't end its header."""
    return text.translate(_ESCAPES)
