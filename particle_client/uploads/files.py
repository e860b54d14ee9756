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
from collections.abc import (
    AsyncIterable,
    AsyncIterator,
    Callable,
    Generator,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
    Set,
)
from contextlib import nullcontext
from typing import Any, cast

from ..base.checks import quote_short, shorten
from ..base.files import AsyncFileContent
from ..calls.async_waiting import in_thread
from .identifiers import plain_list

CHUNK_SIZE = 256 * 1024
"""Bytes that are read at a time."""

# As the official JavaScript SDK sends them. It knows no .ino, .hpp or .properties.
_CONTENT_TYPES = {
    **mimetypes.MimeTypes().types_map[True],  # not what else the system knows
    **dict.fromkeys((".c", ".cc", ".cpp", ".cxx", ".h", ".hh"), "text/x-c"),
    **dict.fromkeys((".asm", ".s"), "text/x-asm"),
    ".gz": "application/gzip",
}
_UNSENDABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]").search
_OUTSIDE = re.compile(r"/|\.\.(?:/|\Z)|[A-Za-z]:").match


class FilePart:
    """One file of an upload.

    A path is opened when its bytes are asked for, and closed afterwards. What the user opened is
    never closed, and is sent from where it stands. What can be read only once, or has no length
    before it is read, is read by `load`: so each upload has a length, and can be sent again.

    Raises:
        FileNotFoundError: The path isn't there.
        ValueError: The path is a folder, the file is closed, or the name can't be sent.
        TypeError: The content is no file.
    """

    def __init__(
        self, name: str, content: AsyncFileContent, content_type: str | None = None
    ) -> None:
        self.size: int = 0
        """Bytes of the content, known after `load`."""
        self._label = quote_short(name)
        self._start = 0
        self._open: Callable[[], Any]
        """Returns the seekable file to read, in a context that closes it if need be."""
        self._unread: Any = None
        """An iterable over the content, synchronous or not, if it is to be read by `load`."""
        self._required = self._identifiers = False
        if (path := path_of(content)) is not None:
            self._set_path(path)
        elif callable(getattr(content, "read", None)):
            self._set_file(content)
        elif (data := _bytes_of(content)) is not None:
            self._set_bytes(data)
        elif isinstance(content, AsyncIterable | Iterable) and not isinstance(
            content, Mapping | Sequence | Set
        ):
            self._unread = content
        else:
            raise TypeError(
                f"{self._label}: a file is a path, bytes, a file object, an iterator of bytes or "
                f"(filename, content[, content_type]), not {type(content).__name__}"
            )
        self.name: str = _target_name(name)
        suffix = posixpath.splitext(self.name)[1].lower()
        default = _CONTENT_TYPES.get(suffix, "application/octet-stream")
        self.content_type: str = default if content_type is None else content_type

    def _set_path(self, path: str) -> None:
        self._label = quote_short(path)
        status = _status(path)
        if stat.S_ISDIR(status.st_mode):
            raise ValueError(
                f"{self._label} is a folder where a file is needed: pass its files one by one (or, "
                "to compile or flash, the project folder alone)"
            )
        if not stat.S_ISREG(status.st_mode):
            raise ValueError(f"{self._label} is a pipe or a device: open it, and pass the file")
        self.size = status.st_size
        absolute = os.path.abspath(path)  # the working directory may be another one by then
        self._open = lambda: open(absolute, "rb", buffering=0)  # noqa: SIM115

    def _set_bytes(self, content: bytes) -> None:
        self._unread = None
        self._set_file(io.BytesIO(content))

    def _set_file(self, file: Any) -> None:
        if inspect.iscoroutinefunction(file.read):
            self._unread = _aread_file(file)
            return
        try:
            self._start = file.tell()
            end = file.seek(0, os.SEEK_END) or file.tell()
            file.seek(self._start)
        except (AttributeError, OSError):
            self._unread = _read_file(file)
            return
        if self._start == end != 0:
            raise ValueError(f"{self._label} is at its end: call seek(0) before you send it")
        if hasattr(file, "encoding"):  # how many bytes text takes shows when it is encoded
            self._unread = _read_file(file)
        else:
            self.size = max(0, end - self._start)
            self._open = lambda: nullcontext(file)

    def require_content(self, *, identifiers: bool = False) -> None:
        """Raise ValueError if it is empty, or no list of identifiers where it is to be one: now, or
        when `load` has read it.
        """
        self._required, self._identifiers = True, identifiers
        if self._unread is None and not self.size:
            self._set_read(b"")
        elif self._unread is None and identifiers:
            self._unread = self.chunks()

    def load(self) -> None:
        """Make ready to be sent: read into memory what can be read only once."""
        if isinstance(self._unread, AsyncIterable):
            raise TypeError(
                f"{self._label} is an asynchronous file or iterator: use AsyncParticle to send it"
            )
        if self._unread is not None:
            self._set_read(b"".join(map(self._as_bytes, self._unread)))

    async def aload(self) -> None:
        """Do what `load` does, for asynchronous code."""
        if isinstance(self._unread, AsyncIterable):
            chunks = cast("AsyncIterable[object]", self._unread)
            self._set_read(b"".join([self._as_bytes(chunk) async for chunk in chunks]))
        elif self._unread is not None:
            await in_thread(self.load)

    def _set_read(self, content: bytes) -> None:
        if self._identifiers:
            content = plain_list(self._label, content)
        if self._required and not content:
            raise ValueError(f"{self._label} is empty")
        self._set_bytes(content)

    def chunks(self) -> Generator[bytes]:
        """Read the content from its beginning, about `CHUNK_SIZE` bytes at a time."""
        done = 0
        with self._open() as file:
            file.seek(self._start)
            while chunk := file.read(CHUNK_SIZE):
                done += len(chunk)
                if done > self.size:
                    break
                yield chunk
        if done != self.size:
            raise ValueError(
                f"{self._label} changed while it was sent: {self.size} bytes were announced, there "
                f"are {'more' if done > self.size else f'only {done}'}. The upload was broken off; "
                "repeat it when the file no longer changes"
            )

    def _as_bytes(self, chunk: object) -> bytes:
        content = chunk.encode() if isinstance(chunk, str) else _bytes_of(chunk)
        if content is None:
            raise TypeError(
                f"{self._label} gave {type(chunk).__name__} instead of bytes (if these are files, "
                "pass a list of them)"
            )
        return content


def _target_name(name: str) -> str:
    """Return a file name with forward slashes, relative to the project; ValueError otherwise."""
    plain = name.replace("\\", "/")
    normal = posixpath.normpath(plain)
    if _UNSENDABLE(plain):
        problem = "must not contain control characters, nor bytes that are not Unicode text"
    elif plain.endswith("/") or normal == ".":
        problem = "names no file"
    elif _OUTSIDE(normal):
        problem = (
            "would leave the project: give it a name relative to the project, like "
            "'lib/helper/src/helper.cpp'"
        )
    else:
        return normal
    raise ValueError(f"The file name {quote_short(name)} {problem}")


def path_of(content: object) -> str | None:
    """Return the path that a user passed, None when it is something else."""
    if isinstance(content, str | os.PathLike):
        return os.fsdecode(cast("str | os.PathLike[str]", content))
    return None


def _bytes_of(content: object) -> bytes | None:
    """Return a copy of what an object in memory holds, None when it is something else."""
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
    except (OSError, ValueError) as error:  # it may be too long, or hold a NUL
        raise FileNotFoundError(
            errno.ENOENT,
            "There is no such file (a str is always a path; to send content, pass bytes)",
            shorten(path, 200),
        ) from error


def _read_file(file: Any) -> Iterator[object]:
    while chunk := file.read(CHUNK_SIZE):
        yield chunk


async def _aread_file(file: Any) -> AsyncIterator[object]:
    while chunk := await file.read(CHUNK_SIZE):
        yield chunk
