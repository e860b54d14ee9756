"""The multipart/form-data body of an upload: files first, then fields, as the Cloud API's own SDK
sends them.

The body is made while it is sent, in blocks of about 256 KiB; small files share a block.
"""

from __future__ import annotations

import re
import secrets
import threading
from contextlib import aclosing, closing
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias, cast

from ..base.checks import check_function
from .sources import CHUNK_SIZE, AsyncSource, MemorySource, SyncSource, shown

if TYPE_CHECKING:
    from collections.abc import (
        AsyncGenerator,
        AsyncIterable,
        AsyncIterator,
        Callable,
        Generator,
        Iterable,
        Iterator,
        Sequence,
    )

__all__ = ["FilePart", "MultipartBody", "Progress"]

Progress: TypeAlias = "Callable[[int, int | None], object]"
"""Called with the bytes done and the bytes in all (None when nobody knows), both of the whole body;
first with 0, and again from 0 when the body is sent again."""

SMALL = 1024 * 1024
"""A body below this size (bytes) that is in memory anyway is sent in one piece."""

# How many blocks a thread reads ahead for an event loop: a hop costs about as much as reading one.
_BATCH = 4

_Segment: TypeAlias = "tuple[bytes, SyncSource | AsyncSource]"

_ESCAPES = {'"': "%22", "\r": "%0D", "\n": "%0A"}
_CONTROL = re.compile(r"[\x00-\x1f\x7f]").search
_CONTENT_TYPE = re.compile(r"[\w!#$&^.+-]+/[\w!#$&^.+-]+(?:;[\x20-\x7e]*)?\Z", re.ASCII).match


class FilePart:
    """One file of an upload.

    Args:
        name: The file name that is sent.
        source: Where the bytes come from.
        content_type: The media type that is sent.
    """

    __slots__ = ("content_type", "name", "source")

    def __init__(self, name: str, source: SyncSource | AsyncSource, content_type: str) -> None:
        if not _CONTENT_TYPE(content_type):
            raise ValueError(
                f"{shown(name)}: {shown(content_type)} is no content type; one looks like "
                "'application/octet-stream'"
            )
        self.name = name
        self.source = source
        self.content_type = content_type

    def __repr__(self) -> str:
        return f"<FilePart {self.name!r} {self.content_type}>"


class MultipartBody:
    """A multipart/form-data body, with a random boundary.

    Iterate over it, with `for` or `async for`, to get its bytes. Each iteration begins anew: paths
    are opened again, seekable files are sought back to where they were when they were passed.
    Iterators and pipes give their content once; a second iteration then raises `ValueError` before
    it gives anything.

    `close()` closes what an iteration that didn't come to its end left open. It never closes what
    the user opened.

    Args:
        fields: Names and values of the fields, in order.
        files: Names and files, in order; they go before the fields.
        progress: Called as the body is sent.

    Raises:
        ValueError: A name holds control characters, text isn't valid Unicode, or one iterator or
            pipe is given for two files.
    """

    def __init__(
        self,
        fields: Sequence[tuple[str, str]],
        files: Sequence[tuple[str, FilePart]],
        *,
        progress: Progress | None = None,
    ) -> None:
        self.boundary = secrets.token_hex(16)
        check_function("progress", progress)
        self._progress = progress
        self._feeders: set[_Feeder] = set()
        delimiter = f"\r\n--{self.boundary}"
        # What goes before a file, and the file. The fields and the end go before an empty one.
        self._segments: list[_Segment] = []
        for name, part in files:
            head = (
                f'{delimiter}\r\nContent-Disposition: form-data; name="{_escape(name)}"; '
                f'filename="{_escape(part.name)}"\r\nContent-Type: {part.content_type}\r\n\r\n'
            )
            self._segments.append((_encode(head, part.name), part.source))
        tail = b"".join(
            _encode(
                f'{delimiter}\r\nContent-Disposition: form-data; name="{_escape(name)}"\r\n\r\n'
                f"{value}",
                name,
            )
            for name, value in fields
        )
        end = f"{delimiter}--\r\n".encode()
        self._segments.append((tail + end, MemorySource("the fields", b"")))
        first, source = self._segments[0]
        self._segments[0] = first[2:], source
        self._refuse_shared(asynchronous=False)

    def __repr__(self) -> str:
        return f"<MultipartBody of {len(self._segments) - 1} files>"

    @property
    def content_type(self) -> str:
        """The Content-Type header."""
        return f"multipart/form-data; boundary={self.boundary}"

    @property
    def content_length(self) -> int | None:
        """Bytes of the whole body, None when it has a file whose length nobody knows.

        A text file is read for that; an asynchronous file counts as unknown before `aprepare()`.
        """
        self._measure()
        total = 0
        for head, source in self._segments:
            if source.length is None:
                return None
            total += len(head) + source.length
        return total

    @property
    def can_rewind(self) -> bool:
        """Whether the whole body can be sent now, be it for the first time or again."""
        return all(source.repeatable or not source.taken for _, source in self._segments)

    def rewind(self) -> None:
        """Make ready to be sent from the beginning; `ValueError` when that isn't possible."""
        self.close()
        for _, source in self._segments:
            source.check()

    def close(self) -> None:
        """Close the paths that are open now. The body can still be sent again."""
        while self._feeders:
            self._feeders.pop().close()

    def prepare(self) -> bytes | Iterable[bytes]:
        """Give what is to be sent now: bytes when that is little and in memory, else the body.

        Raises `TypeError` for asynchronous files, and `ValueError` as `rewind` does.
        """
        self._check_synchronous()
        self.rewind()
        return self.to_bytes() if self._is_small() else self

    async def aprepare(self) -> bytes | AsyncIterable[bytes]:
        """Do what `prepare` does, for asynchronous code.

        What it gives has no `__iter__`, which HTTP libraries would prefer.
        """
        self.rewind()
        await self._ameasure()
        return self.to_bytes() if self._is_small() else _AsyncBody(self)

    def to_bytes(self) -> bytes:
        """Give the whole body. Raises `TypeError` for asynchronous files."""
        self._check_synchronous()
        self.rewind()
        return b"".join(block for run in self._runs() for block in _blocks(run))

    def __iter__(self) -> Iterator[bytes]:
        self._check_synchronous()
        self.rewind()
        return self._send()

    def __aiter__(self) -> AsyncIterator[bytes]:
        self.rewind()
        return self._asend()

    def _send(self) -> Generator[bytes, None, None]:
        total = self.content_length
        done = 0
        self._report(done, total)
        for run in self._runs():
            feeder = self._feed(run)
            try:
                while not feeder.done:
                    for block in feeder.take(1):
                        yield block
                        done += len(block)
                        self._report(done, total)
            finally:
                self._drop(feeder)

    async def _asend(self) -> AsyncGenerator[bytes, None]:
        await self._ameasure()
        total = self.content_length
        done = 0
        self._report(done, total)
        for run in self._runs():
            source = run[0][1]
            reader = self._aread if isinstance(source, AsyncSource) else self._feed_async
            async with aclosing(reader(run)) as blocks:
                async for block in blocks:
                    yield block
                    done += len(block)
                    self._report(done, total)

    async def _aread(self, run: list[_Segment]) -> AsyncGenerator[bytes, None]:
        for head, source in run:
            yield head
            async with aclosing(cast("AsyncSource", source).chunks()) as chunks:
                async for chunk in chunks:
                    if chunk:
                        yield chunk

    async def _feed_async(self, run: list[_Segment]) -> AsyncGenerator[bytes, None]:
        from anyio import to_thread

        in_memory = all(source.in_memory for _, source in run)
        batch = 1 if run[0][1].live else _BATCH
        feeder = self._feed(run)
        try:
            while not feeder.done:
                blocks = (
                    feeder.take(1) if in_memory else await to_thread.run_sync(feeder.take, batch)
                )
                for block in blocks:
                    yield block
        finally:
            self._drop(feeder)

    def _runs(self) -> Iterator[list[_Segment]]:
        """Give the segments in groups that are read in one go; a live one is on its own."""
        run: list[_Segment] = []
        for segment in self._segments:
            if segment[1].live:
                if run:
                    yield run
                yield [segment]
                run = []
            else:
                run.append(segment)
        yield run

    def _feed(self, run: list[_Segment]) -> _Feeder:
        feeder = _Feeder(_blocks(run))
        self._feeders.add(feeder)
        return feeder

    def _drop(self, feeder: _Feeder) -> None:
        self._feeders.discard(feeder)
        feeder.close()

    def _report(self, done: int, total: int | None) -> None:
        if self._progress is not None:
            self._progress(done, total)

    def _is_small(self) -> bool:
        if self._progress is not None or not all(source.in_memory for _, source in self._segments):
            return False
        length = self.content_length
        return length is not None and length < SMALL

    def _measure(self) -> None:
        for _, source in self._segments:
            if isinstance(source, SyncSource):
                source.measure()

    async def _ameasure(self) -> None:
        from anyio import to_thread

        for _, source in self._segments:
            if isinstance(source, AsyncSource):
                await source.measure()
            elif source.length is None and not source.live and not source.in_memory:
                await to_thread.run_sync(source.measure)
        self._refuse_shared(asynchronous=True)

    def _check_synchronous(self) -> None:
        for _, source in self._segments:
            if isinstance(source, AsyncSource):
                raise TypeError(
                    f"{source.label} is an asynchronous file or iterator: use AsyncParticle to "
                    "send it"
                )

    def _refuse_shared(self, *, asynchronous: bool) -> None:
        """Refuse one iterator for two files: the second would come out empty."""
        seen: set[int] = set()
        for _, source in self._segments:
            # Whether an asynchronous file can be repeated shows when it was measured.
            if source.repeatable or (isinstance(source, AsyncSource) and not asynchronous):
                continue
            if id(source.handle) in seen:
                raise ValueError(
                    f"{source.label} is given for two files, but can be read once only: pass "
                    "bytes or a path"
                )
            seen.add(id(source.handle))


class _AsyncBody:
    """The asynchronous side of a body, alone."""

    __slots__ = ("_body",)

    def __init__(self, body: MultipartBody) -> None:
        self._body = body

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._body.__aiter__()


class _Feeder:
    """Takes blocks from a generator, in any thread, and closes it when nobody takes any more.

    A task can be cancelled while a thread reads for it; the thread then does the closing.
    """

    __slots__ = ("_blocks", "_closed", "_lock", "done")

    def __init__(self, blocks: Generator[bytes, None, None]) -> None:
        self._blocks = blocks
        self._closed = False
        self._lock = threading.Lock()
        self.done = False
        """Whether all blocks are taken."""

    def take(self, limit: int) -> list[bytes]:
        """Give the next blocks; fewer than `limit` at the end."""
        try:
            with self._lock:
                if self._closed:
                    raise ValueError("The upload was closed while it was being sent")
                blocks = list(islice(self._blocks, limit))
                self.done = len(blocks) < limit
                return blocks
        finally:
            if self._closed:
                self.close()

    def close(self) -> None:
        self._closed = True
        if self._lock.acquire(blocking=False):
            try:
                self._blocks.close()
            finally:
                self._lock.release()


def _blocks(run: list[_Segment]) -> Generator[bytes, None, None]:
    """Read files in blocks of at least `CHUNK_SIZE`, but for the last and for live ones."""
    pending: list[bytes] = []
    size = 0
    for head, source in run:
        pending.append(head)
        size += len(head)
        with closing(cast("SyncSource", source).chunks()) as chunks:
            for chunk in chunks:
                pending.append(chunk)
                size += len(chunk)
                if size >= CHUNK_SIZE or (source.live and size):
                    yield pending[0] if len(pending) == 1 else b"".join(pending)
                    pending = []
                    size = 0
    if pending:
        yield b"".join(pending)


def _escape(name: str) -> str:
    """Escape a name as browsers do, so that it can't end its header."""
    for character, escaped in _ESCAPES.items():
        name = name.replace(character, escaped)
    if _CONTROL(name):
        raise ValueError(f"{shown(name)} must not contain control characters: rename the file")
    return name


def _encode(text: str, name: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise ValueError(
            f"{shown(name)} can't be sent: its name or text is not valid Unicode"
        ) from error
