"""Where the bytes of an upload come from: one class for each kind of file.

Nothing is read before the bytes are asked for. A path is opened then and closed afterwards; what
the user opened is never closed.
"""

from __future__ import annotations

import errno
import inspect
import io
import os
import stat
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterable, Generator, Iterable, Iterator

    from .inputs import AsyncReader, Reader

__all__ = [
    "CHUNK_SIZE",
    "AsyncFileSource",
    "AsyncIteratorSource",
    "AsyncSource",
    "FileSource",
    "IteratorSource",
    "MemorySource",
    "PathSource",
    "Source",
    "SyncSource",
    "shown",
]

CHUNK_SIZE = 256 * 1024
"""Bytes that are read at a time."""


class Source:
    """Where the bytes of one file come from."""

    __slots__ = ("handle", "in_memory", "label", "length", "live", "taken")

    def __init__(
        self,
        label: str,
        handle: object,
        length: int | None,
        *,
        in_memory: bool = False,
        live: bool = False,
    ) -> None:
        self.label = label
        """What error messages call it."""
        self.handle = handle
        """What the user gave."""
        self.length: int | None = length
        """Bytes that it gives; None when nobody knows, or before `measure`."""
        self.in_memory = in_memory
        """Reading never waits."""
        self.live = live
        """Bytes may come slowly, so what came is sent without waiting for more."""
        self.taken = False
        """Whether it was asked for bytes yet."""

    @property
    def repeatable(self) -> bool:
        """Whether it gives the same bytes again."""
        return True

    def check(self) -> None:
        """Raise `ValueError` when the content was taken already and doesn't come again."""
        if self.taken and not self.repeatable:
            raise ValueError(
                f"{self.label} was read already and can't be sent again: pass a path, bytes or a "
                "seekable file object, or a new one for each call"
            )

    def count(self, done: int, *, ended: bool = False) -> None:
        """Compare the bytes read so far with the length announced; `ValueError` if it differs."""
        if self.length is None or done == self.length or (done < self.length and not ended):
            return
        found = f"only {done}" if ended else "more"
        raise ValueError(
            f"{self.label} changed while it was sent: {self.length} bytes were announced, there "
            f"are {found}. The upload was broken off; repeat it when the file no longer changes"
        )


class SyncSource(Source):
    """A source that is read without `await`."""

    __slots__ = ()

    def measure(self) -> None:
        """Find out `length`, where that takes reading."""

    def chunks(self) -> Generator[bytes, None, None]:
        """Read from the beginning, about `CHUNK_SIZE` bytes at a time."""
        raise NotImplementedError


class AsyncSource(Source):
    """A source that is read with `await`."""

    __slots__ = ()

    async def measure(self) -> None:
        """Find out `length` and where the content begins."""

    def chunks(self) -> AsyncGenerator[bytes, None]:
        """Read from the beginning, about `CHUNK_SIZE` bytes at a time."""
        raise NotImplementedError


class MemorySource(SyncSource):
    """Bytes in memory."""

    __slots__ = ("_content",)

    def __init__(self, label: str, content: bytes | memoryview) -> None:
        super().__init__(label, content, len(content), in_memory=True)
        self._content = content

    def chunks(self) -> Generator[bytes, None, None]:
        self.taken = True
        yield from _slices(self._content)


class PathSource(SyncSource):
    """A path: a file, or a pipe or device, whose length nobody knows."""

    __slots__ = ("_path",)

    def __init__(self, path: str) -> None:
        # The working directory may be another one by the time the file is opened.
        self._path = os.path.abspath(path)
        status = _status(path)
        if stat.S_ISDIR(status.st_mode):
            raise ValueError(
                f"{shown(path)} is a folder where a file is needed: pass its files one by one (or, "
                "to compile or flash, the project folder alone)"
            )
        regular = stat.S_ISREG(status.st_mode)
        super().__init__(shown(path), path, status.st_size if regular else None, live=not regular)
        if regular and not os.access(self._path, os.R_OK):
            # `access` can be wrong (set-uid programs, access lists): opening is not.
            self._open().close()

    @property
    def repeatable(self) -> bool:
        return not self.live  # a pipe or a device gives its bytes once

    def _open(self) -> io.FileIO:
        try:
            return open(self._path, "rb", buffering=0)
        except FileNotFoundError as error:
            raise FileNotFoundError(
                errno.ENOENT, "The file was there and is gone now", self._path
            ) from error

    def chunks(self) -> Generator[bytes, None, None]:
        self.check()
        self.taken = True
        length = self.length
        done = 0
        with self._open() as file:
            # One byte more than is left shows a file that grew.
            while chunk := file.read(
                CHUNK_SIZE if length is None else min(CHUNK_SIZE, length - done + 1)
            ):
                done += len(chunk)
                self.count(done)
                yield chunk
        self.count(done, ended=True)


class FileSource(SyncSource):
    """A file object, from where it stands."""

    __slots__ = ("_file", "_start", "_text")

    def __init__(self, label: str, file: Reader) -> None:
        if getattr(file, "closed", False) is True:
            raise ValueError(f"{label} is a closed file: open it, or pass its path")
        readable = getattr(file, "readable", None)
        if callable(readable) and not readable():
            raise ValueError(f"{label} is a file opened for writing only: open it for reading")
        self._file: Any = file
        self._text = isinstance(file, io.TextIOBase) or hasattr(file, "encoding")
        self._start, length = _extent(self._file, sized=not self._text)
        super().__init__(
            label,
            file,
            length,
            in_memory=isinstance(file, io.BytesIO | io.StringIO),
            live=self._start is None,
        )

    @property
    def repeatable(self) -> bool:
        return self._start is not None

    def measure(self) -> None:
        # The length of text in bytes shows only when it is encoded.
        if self._text and self.repeatable and self.length is None:
            self.length = sum(map(len, self.chunks()))

    def chunks(self) -> Generator[bytes, None, None]:
        self.check()
        self.taken = True
        if self._start is not None:
            self._file.seek(self._start)
        done = 0
        while chunk := _file_bytes(self._file.read(CHUNK_SIZE), self.label):
            done += len(chunk)
            self.count(done)
            yield chunk
        self.count(done, ended=True)


class IteratorSource(SyncSource):
    """An iterator of bytes; an iterable that isn't its own iterator can be repeated."""

    __slots__ = ("_iterable",)

    def __init__(self, label: str, iterable: Iterable[bytes]) -> None:
        super().__init__(label, iterable, None, live=True)
        self._iterable = iterable

    @property
    def repeatable(self) -> bool:
        return not hasattr(self._iterable, "__next__")

    def chunks(self) -> Generator[bytes, None, None]:
        self.check()
        self.taken = True
        for chunk in self._iterable:
            yield from _slices(_iterator_bytes(chunk, self.label))


class AsyncFileSource(AsyncSource):
    """An asynchronous file object, from where it stands when it is measured."""

    __slots__ = ("_file", "_measured", "_start")

    def __init__(self, label: str, file: AsyncReader) -> None:
        if getattr(file, "closed", False) is True:
            raise ValueError(f"{label} is a closed file: open it, or pass its path")
        super().__init__(label, file, None, live=True)
        self._file: Any = file
        self._start: Any = None
        self._measured = False

    @property
    def repeatable(self) -> bool:
        return self._start is not None

    async def measure(self) -> None:
        if self._measured or self.taken:
            return
        self._measured = True
        file = self._file
        try:
            if not await _result(file.seekable()):
                return
            start = await _result(file.tell())
            await _result(file.seek(start))
            nothing: object = await file.read(0)
        except (AttributeError, OSError):
            return  # it is read once, from where it stands
        self._start = start
        if isinstance(nothing, str):
            length = 0
            while chunk := _file_bytes(await file.read(CHUNK_SIZE), self.label):
                length += len(chunk)
        else:
            await _result(file.seek(0, os.SEEK_END))
            length = max(0, await _result(file.tell()) - start)
        self.length = length

    async def chunks(self) -> AsyncGenerator[bytes, None]:
        self.check()
        self.taken = True
        if self._start is not None:
            await _result(self._file.seek(self._start))
        done = 0
        while chunk := _file_bytes(await self._file.read(CHUNK_SIZE), self.label):
            done += len(chunk)
            self.count(done)
            yield chunk
        self.count(done, ended=True)


class AsyncIteratorSource(AsyncSource):
    """What `IteratorSource` is, asynchronous."""

    __slots__ = ("_iterable",)

    def __init__(self, label: str, iterable: AsyncIterable[bytes]) -> None:
        super().__init__(label, iterable, None, live=True)
        self._iterable = iterable

    @property
    def repeatable(self) -> bool:
        return not hasattr(self._iterable, "__anext__")

    async def chunks(self) -> AsyncGenerator[bytes, None]:
        self.check()
        self.taken = True
        async for chunk in self._iterable:
            for piece in _slices(_iterator_bytes(chunk, self.label)):
                yield piece


def shown(text: str) -> str:
    """Give a name or path for a message, cut when it is long."""
    return repr(text if len(text) <= 200 else f"{text[:200]}…")


def _status(path: str) -> os.stat_result:
    try:
        return os.stat(path)
    except ValueError as error:
        raise ValueError(f"{shown(path)} can't be a path ({error})") from error
    except OSError as error:
        if error.errno not in (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.EINVAL):
            raise
        raise FileNotFoundError(
            errno.ENOENT,
            "There is no such file (a str is always a path; to send content, pass bytes)",
            path if len(path) <= 200 else f"{path[:200]}…",
        ) from error


def _extent(file: Any, *, sized: bool) -> tuple[Any, int | None]:
    """Give a file object's position and the bytes from there, None for what can't be known."""
    try:
        if not getattr(file, "seekable", lambda: True)():
            return None, None
        start = file.tell()
        if not sized:
            file.seek(start)
            return start, None
        file.seek(0, os.SEEK_END)
        length = max(0, file.tell() - start)
        file.seek(start)
    except (AttributeError, OSError):
        return None, None
    return start, length


async def _result(value: Any) -> Any:
    """Await what needs it: asynchronous files differ in which of their methods do."""
    return await value if inspect.isawaitable(value) else value


def _slices(content: bytes | memoryview) -> Iterator[bytes]:
    if isinstance(content, bytes) and len(content) <= CHUNK_SIZE:
        yield content
        return
    view = memoryview(content)
    for offset in range(0, len(view), CHUNK_SIZE):
        yield bytes(view[offset : offset + CHUNK_SIZE])


def _file_bytes(chunk: object, label: str) -> bytes:
    if isinstance(chunk, bytes):
        return chunk
    if isinstance(chunk, str):
        try:
            return chunk.encode()
        except UnicodeEncodeError as error:
            raise ValueError(
                f"{label} holds text that can't be sent as UTF-8: open it in binary mode"
            ) from error
    if isinstance(chunk, bytearray | memoryview):
        return bytes(cast("bytes", chunk))
    if chunk is None:
        raise ValueError(f"{label} is in non-blocking mode and has no bytes yet: read it yourself")
    if inspect.isawaitable(chunk):
        if inspect.iscoroutine(chunk):
            chunk.close()
        raise TypeError(f"{label} is an asynchronous file object: use AsyncParticle to send it")
    raise TypeError(f"{label}: read() gave {type(chunk).__name__} instead of bytes or str")


def _iterator_bytes(chunk: object, label: str) -> bytes:
    if isinstance(chunk, bytes):
        return chunk
    if isinstance(chunk, bytearray | memoryview):
        return bytes(cast("bytes", chunk))
    raise TypeError(
        f"{label} is an iterator that gave {type(chunk).__name__} instead of bytes (if it gives "
        "files, pass a list of them)"
    )
