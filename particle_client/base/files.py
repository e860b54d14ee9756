"""The types of files to upload, of where to save one, and of what is told how far that is."""

from __future__ import annotations

import os
from collections.abc import AsyncIterable, Awaitable, Callable, Iterator, Mapping, Sequence
from typing import Protocol, TypeAlias

TargetPath: TypeAlias = str | os.PathLike[str]
"""Where a download is to be saved."""

Progress: TypeAlias = Callable[[int, int | None], object]
"""Called with the bytes done and the bytes in all (None when nobody knows), both of the whole body;
first with 0, and again from 0 when the body is sent again."""


class Reader(Protocol):
    """A text or binary file object. Text is sent as UTF-8."""

    def read(self, size: int = ..., /) -> bytes | str: ...


class AsyncReader(Protocol):
    """An asynchronous file object, of anyio, aiofiles, Starlette or the like."""

    def read(self, size: int = ..., /) -> Awaitable[bytes | str]: ...


FileContent: TypeAlias = (
    str | os.PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes]
)
AsyncFileContent: TypeAlias = FileContent | AsyncReader | AsyncIterable[bytes]

File: TypeAlias = FileContent | tuple[str, FileContent] | tuple[str, FileContent, str]
"""A file: a path (`str` is always a path, never content), bytes, a text or binary file object (sent
from its current position), an iterator of bytes, or `(filename, content[, content_type])`."""

AsyncFile: TypeAlias = (
    AsyncFileContent | tuple[str, AsyncFileContent] | tuple[str, AsyncFileContent, str]
)
"""What `File` is, and asynchronous file objects and iterators of bytes."""

FileInput: TypeAlias = File | Mapping[str, File]
"""One file, or `{filename: file}`."""

AsyncFileInput: TypeAlias = AsyncFile | Mapping[str, AsyncFile]
"""What `FileInput` is, with asynchronous files."""

SourceFiles: TypeAlias = FileInput | Sequence[FileInput]
"""Files of a program: one file, a mapping of target name to file, a list of these, or the path of a
project folder."""

AsyncSourceFiles: TypeAlias = AsyncFileInput | Sequence[AsyncFileInput]
"""What `SourceFiles` is, with asynchronous files."""
