"""What a user may pass as a file."""

from __future__ import annotations

import inspect
import os
from collections.abc import AsyncIterable, Iterable, Mapping, Sequence, Set
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, cast

from .sources import (
    AsyncFileSource,
    AsyncIteratorSource,
    AsyncSource,
    FileSource,
    IteratorSource,
    MemorySource,
    PathSource,
    SyncSource,
    shown,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Iterator

__all__ = [
    "AsyncFileInput",
    "AsyncReader",
    "AsyncSourceFiles",
    "FileInput",
    "Reader",
    "SourceFiles",
    "open_source",
    "path_of",
]


class Reader(Protocol):
    """A text or binary file object. Text is sent as UTF-8."""

    def read(self, size: int = ..., /) -> bytes | str: ...


class AsyncReader(Protocol):
    """An asynchronous file object, of anyio, aiofiles, Starlette or the like."""

    def read(self, size: int = ..., /) -> Awaitable[bytes | str]: ...


FileContent: TypeAlias = (
    "str | os.PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes]"
)
AsyncFileContent: TypeAlias = "FileContent | AsyncReader | AsyncIterable[bytes]"

File: TypeAlias = "FileContent | tuple[str, FileContent] | tuple[str, FileContent, str]"
"""A file: a path (`str` is always a path, never content), bytes, a text or binary file object (sent
from its current position), an iterator of bytes, or `(filename, content[, content_type])`."""

AsyncFile: TypeAlias = (
    "AsyncFileContent | tuple[str, AsyncFileContent] | tuple[str, AsyncFileContent, str]"
)
"""What `File` is, and asynchronous file objects and iterators of bytes."""

FileInput: TypeAlias = "File | Mapping[str, File]"
"""One file, or `{filename: file}`."""

AsyncFileInput: TypeAlias = "AsyncFile | Mapping[str, AsyncFile]"
"""What `FileInput` is, with asynchronous files."""

SourceFiles: TypeAlias = "FileInput | Sequence[FileInput]"
"""Files of a program: one file, a mapping of target name to file, a list of these, or the path of a
project folder."""

AsyncSourceFiles: TypeAlias = "AsyncFileInput | Sequence[AsyncFileInput]"
"""What `SourceFiles` is, with asynchronous files."""


def open_source(content: object, name: str) -> SyncSource | AsyncSource:
    """Give the source for what a user passed as content. `name` is for error messages.

    Raises `FileNotFoundError`, `ValueError` or `TypeError` for what can't be sent.
    """
    path = path_of(content)
    if path is not None:
        return PathSource(path)
    label = shown(name)
    if isinstance(content, bytes):
        return MemorySource(label, content)
    if isinstance(content, bytearray):
        # A copy: the array may change before it is sent, and a view would forbid that.
        return MemorySource(label, bytes(content))
    if callable(getattr(content, "read", None)):
        if _reads_asynchronously(content):
            return AsyncFileSource(label, cast("AsyncReader", content))
        return FileSource(label, cast("Reader", content))
    try:
        view = memoryview(cast("memoryview", content))
    except TypeError:
        pass
    else:
        return MemorySource(label, view.cast("B") if view.contiguous else view.tobytes())
    if isinstance(content, AsyncIterable):
        return AsyncIteratorSource(label, cast("AsyncIterable[bytes]", content))
    if _is_iterator(content):
        return IteratorSource(label, cast("Iterable[bytes]", content))
    raise TypeError(
        f"{label}: a file is a path, bytes, a file object, an iterator of bytes or "
        f"(filename, content[, content_type]), not {type(content).__name__}"
    )


def path_of(content: object) -> str | None:
    """Give the path that a user passed, None when it is something else."""
    if isinstance(content, str):
        return content
    if isinstance(content, os.PathLike):
        return os.fsdecode(cast("os.PathLike[str]", content))
    return None


def _is_iterator(content: object) -> bool:
    return isinstance(content, Iterable) and not isinstance(
        cast("object", content), Mapping | Sequence | Set
    )


def _reads_asynchronously(file: Any) -> bool:
    if inspect.iscoroutinefunction(file.read):
        return True
    kind = cast("type[object]", type(file))
    return (hasattr(kind, "__aiter__") and not hasattr(kind, "__iter__")) or (
        hasattr(kind, "__aenter__") and not hasattr(kind, "__enter__")
    )
