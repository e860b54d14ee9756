"""One file to send, whatever the user gave it as."""

from __future__ import annotations

import errno
import inspect
import io
import mimetypes
import os
import posixpath
import re
import stat
from collections.abc import AsyncIterable, Iterable, Mapping, Sequence, Set
from contextlib import contextmanager, nullcontext
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from ..base.text import quote_short
from ..calls.async_waiting import in_thread

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Callable, Generator, Iterator

    from .inputs import AsyncFileContent

CHUNK_SIZE = 256 * 1024
"""Bytes that are read at a time."""

# As the official JavaScript SDK sends them. It knows no .ino, .hpp or .properties.
_CONTENT_TYPES = {
    **mimetypes.MimeTypes().types_map[True],  # not what else the system knows
    **dict.fromkeys((".c", ".cc", ".cpp", ".cxx", ".h", ".hh"), "text/x-c"),
    **dict.fromkeys((".asm", ".s"), "text/x-asm"),
    ".gz": "application/gzip",
}
_CONTROL = re.compile(r"[\x00-\x1f\x7f]").search
_SURROGATE = re.compile("[\ud800-\udfff]").search
_DRIVE = re.compile(r"[A-Za-z]:").match


class FilePart:
    """One file of an upload.

    Nothing is read before `load`. A path is opened when its bytes are asked for, and closed
    afterwards; what the user opened is never closed.

    Raises:
        FileNotFoundError: The path isn't there.
        ValueError: The path is a folder, the file is closed, or the name can't be sent.
        TypeError: The content is no file.
    """

    def __init__(
        self, name: str, content: AsyncFileContent, content_type: str | None = None
    ) -> None:
        self.size: int | None = None
        """Bytes of the content; None if it isn't known, or not before `load`."""
        self.is_async = False
        """Whether it is read with `await`."""
        self._label = quote_short(name)
        self._repeatable = True
        self._consumed = False
        self._done = 0
        self._unloaded: Any = None
        """A file object that must be read or measured before it is sent."""
        self._open: Callable[[], Any]
        """Opens the content, and returns an iterator over it from its beginning."""
        path = path_of(content)
        if path is not None:
            self._set_path(path)
        elif callable(getattr(content, "read", None)):
            self._set_file(content)
        elif (data := _bytes_of(content)) is not None:
            self._set_file(io.BytesIO(data))
        else:
            self._set_iterable(content)
        self.name = _target_name(name)
        if content_type is None:
            suffix = posixpath.splitext(self.name)[1].lower()
            content_type = _CONTENT_TYPES.get(suffix, "application/octet-stream")
        self.content_type = content_type

    @property
    def can_rewind(self) -> bool:
        """Whether the content can be read from its beginning, be it for the first time or again."""
        return self._repeatable or not self._consumed

    def _set_path(self, path: str) -> None:
        self._label = quote_short(path)
        status = _status(path)
        if stat.S_ISDIR(status.st_mode):
            raise ValueError(
                f"{self._label} is a folder where a file is needed: pass its files one by one (or, "
                "to compile or flash, the project folder alone)"
            )
        # A pipe or a device gives its bytes once, and nobody knows how many.
        self._repeatable = stat.S_ISREG(status.st_mode)
        self.size = status.st_size if self._repeatable else None
        # The working directory may be another one by the time the file is opened.
        self._open = partial(_open_path, os.path.abspath(path))

    def _set_file(self, file: Any) -> None:
        self.is_async = inspect.iscoroutinefunction(file.read)
        if self.is_async:
            self._unloaded = file
            self._repeatable = False
            self._open = lambda: nullcontext(_aread_file(file, None))
        elif hasattr(file, "encoding"):  # how many bytes text takes shows when it is encoded
            self._unloaded = file
        else:
            start, self.size = _extent(file)
            self._repeatable = start is not None
            self._open = lambda: nullcontext(_read_file(file, start))

    def _set_iterable(self, content: object) -> None:
        kind = type(content)
        self.is_async = issubclass(kind, AsyncIterable)
        is_sync = issubclass(kind, Iterable) and not issubclass(kind, Mapping | Sequence | Set)
        if not self.is_async and not is_sync:
            raise TypeError(
                f"{self._label}: a file is a path, bytes, a file object, an iterator of bytes or "
                f"(filename, content[, content_type]), not {kind.__name__}"
            )
        self._repeatable = not hasattr(content, "__anext__" if self.is_async else "__next__")
        self._open = lambda: nullcontext(content)

    def load(self) -> None:
        """Make ready to be read from the beginning. Text is read here, to be encoded as UTF-8."""
        if self.is_async:
            raise TypeError(
                f"{self._label} is an asynchronous file or iterator: use AsyncParticle to send it"
            )
        self._check_unread()
        if self._unloaded is not None:
            self._set_text(self._unloaded.read())

    async def aload(self) -> None:
        """Do what `load` does, for asynchronous code."""
        self._check_unread()
        file = self._unloaded
        if file is None:
            return
        if not self.is_async:
            await in_thread(self.load)
        elif hasattr(file, "encoding"):
            self._set_text(await file.read())
        else:
            self._unloaded = None
            start, self.size = await _aextent(file)
            self._repeatable = start is not None
            self._open = lambda: nullcontext(_aread_file(file, start))

    def chunks(self) -> Generator[bytes]:
        """Read the content from its beginning, about `CHUNK_SIZE` bytes at a time."""
        self._consumed = True
        self._done = 0
        with self._open() as content:
            for chunk in content:
                yield self._count(chunk)
        self._end()

    async def achunks(self) -> AsyncGenerator[bytes]:
        """Do what `chunks` does, for what is read with `await`."""
        self._consumed = True
        self._done = 0
        async with self._open() as content:
            async for chunk in content:
                yield self._count(chunk)
        self._end()

    def _set_text(self, text: str) -> None:
        self._unloaded = None
        self._set_file(io.BytesIO(text.encode()))

    def _check_unread(self) -> None:
        if not self.can_rewind:
            raise ValueError(
                f"{self._label} was read already and can't be sent again: pass a path, bytes or a "
                "seekable file object, or a new one for each call"
            )

    def _count(self, chunk: object) -> bytes:
        content = chunk.encode() if isinstance(chunk, str) else _bytes_of(chunk)
        if content is None:
            raise TypeError(
                f"{self._label} gave {type(chunk).__name__} instead of bytes (if these are files, "
                "pass a list of them)"
            )
        self._done += len(content)
        if self.size is not None and self._done > self.size:
            raise self._changed("more")
        return content

    def _end(self) -> None:
        if self.size is not None and self._done < self.size:
            raise self._changed(f"only {self._done}")

    def _changed(self, found: str) -> ValueError:
        return ValueError(
            f"{self._label} changed while it was sent: {self.size} bytes were announced, there are "
            f"{found}. The upload was broken off; repeat it when the file no longer changes"
        )


def _target_name(name: str) -> str:
    """Return a file name with forward slashes, relative to the project; ValueError otherwise."""
    plain = name.replace("\\", "/")
    normal = posixpath.normpath(plain)
    if _CONTROL(plain):
        problem = "must not contain control characters"
    elif _SURROGATE(plain):
        problem = "is not valid Unicode text: give the file another name"
    elif plain.endswith("/") or normal == ".":
        problem = "names no file"
    elif normal.startswith("/") or normal.split("/")[0] == ".." or _DRIVE(normal):
        problem = (
            "would leave the project: give it a name relative to the project, like "
            "'lib/helper/src/helper.cpp'"
        )
    else:
        return normal
    raise ValueError(f"The file name {quote_short(name)} {problem}")


def path_of(content: object) -> str | None:
    """Return the path that a user passed, None when it is something else."""
    if isinstance(content, str):
        return content
    if isinstance(content, os.PathLike):
        return os.fsdecode(cast("os.PathLike[str]", content))
    return None


def _bytes_of(content: object) -> bytes | None:
    """Return what an object in memory holds, None when it is something else.

    It is copied if it can change before it is sent.
    """
    if isinstance(content, bytes):
        return content
    try:
        return memoryview(cast("bytes", content)).tobytes()
    except TypeError:
        return None


def _status(path: str) -> os.stat_result:
    try:
        return os.stat(path)
    except PermissionError:
        raise
    except (OSError, ValueError) as error:
        raise FileNotFoundError(
            errno.ENOENT,
            "There is no such file (a str is always a path; to send content, pass bytes)",
            path if len(path) <= 200 else f"{path[:200]}…",
        ) from error


def _extent(file: Any) -> tuple[int | None, int | None]:
    """Return a file's position and the bytes from there; None for both if it can't be rewound."""
    try:
        start: int = file.tell()
        file.seek(0, os.SEEK_END)
        size = max(0, file.tell() - start)
        file.seek(start)
    except (AttributeError, OSError):
        return None, None
    return start, size


async def _aextent(file: Any) -> tuple[int | None, int | None]:
    """Do what `_extent` does, for asynchronous files."""
    try:
        start: int = await file.tell()
        await file.seek(0, os.SEEK_END)
        size = max(0, await file.tell() - start)
        await file.seek(start)
    except (AttributeError, OSError):
        return None, None
    return start, size


@contextmanager
def _open_path(path: str) -> Generator[Iterator[bytes]]:
    with open(path, "rb", buffering=0) as file:
        yield _read_file(file, None)


def _read_file(file: Any, start: int | None) -> Iterator[Any]:
    if start is not None:
        file.seek(start)
    while (chunk := file.read(CHUNK_SIZE)) is None or chunk:
        yield chunk


async def _aread_file(file: Any, start: int | None) -> AsyncIterator[Any]:
    if start is not None:
        await file.seek(start)
    while chunk := await file.read(CHUNK_SIZE):
        yield chunk
