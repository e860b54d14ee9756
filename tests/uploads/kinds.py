"""Every kind of file that a user may pass."""

from __future__ import annotations

import array
import gzip
import io
import mmap
import os
import tempfile
from typing import TYPE_CHECKING, Any, NamedTuple

import anyio
import anyio.lowlevel

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator
    from pathlib import Path


class Kind(NamedTuple):
    """One kind of file: how to make it, and what it takes."""

    make: Callable[[Path, bytes], Any]
    text: bool = False
    """Whether only ASCII text can be passed in this way."""


class Pathed:
    def __init__(self, path: Path) -> None:
        self._path = path

    def __fspath__(self) -> str:
        return str(self._path)


class Minimal:
    """A file object with the one method that is needed."""

    def __init__(self, content: bytes) -> None:
        self._file = io.BytesIO(content)

    def read(self, size: int = -1, /) -> bytes:
        return self._file.read(size)


class MinimalText:
    def __init__(self, content: bytes) -> None:
        self._file = io.StringIO(content.decode())

    def read(self, size: int = -1, /) -> str:
        return self._file.read(size)


class Chunks:
    """An iterable that can be iterated over again."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def __iter__(self) -> Iterator[bytes]:
        return chunks(self._content)


class AsyncMinimal:
    """An asynchronous file object with the one method that is needed."""

    def __init__(self, content: bytes) -> None:
        self._file = io.BytesIO(content)

    async def read(self, size: int = -1, /) -> bytes:
        await anyio.lowlevel.checkpoint()
        return self._file.read(size)


class AsyncText:
    """A seekable asynchronous file object that reads text."""

    encoding = "utf-8"

    def __init__(self, content: bytes) -> None:
        self._file = io.StringIO(content.decode())

    def seekable(self) -> bool:
        return True

    async def read(self, size: int = -1, /) -> str:
        return self._file.read(size)

    async def tell(self) -> int:
        return self._file.tell()

    async def seek(self, offset: int, whence: int = 0) -> int:
        return self._file.seek(offset, whence)


class AsyncChunks:
    def __init__(self, content: bytes) -> None:
        self._content = content

    def __aiter__(self) -> AsyncIterator[bytes]:
        return async_chunks(self._content)


def chunks(content: bytes, size: int = 40_000) -> Iterator[bytes]:
    yield b""
    for offset in range(0, len(content), size):
        yield content[offset : offset + size]


async def async_chunks(content: bytes, size: int = 40_000) -> AsyncIterator[bytes]:
    for chunk in chunks(content, size):
        await anyio.lowlevel.checkpoint()
        yield chunk


def stored(folder: Path, content: bytes) -> Path:
    path = folder / "main.bin"
    path.write_bytes(content)
    return path


def mapped(folder: Path, content: bytes) -> mmap.mmap:
    with stored(folder, content or b"-").open("rb") as file:
        memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    memory.seek(0 if content else 1)
    return memory


def at_position(file: Any, content: bytes, prefix: str) -> Any:
    """Return a file object that stands after `prefix`, where the content begins."""
    file.write(prefix if "encoding" in dir(file) else prefix.encode())
    position = file.tell()
    file.write(content.decode() if "encoding" in dir(file) else content)
    file.seek(position)
    return file


def temporary(content: bytes) -> Any:
    file = tempfile.NamedTemporaryFile(suffix=".bin")  # noqa: SIM115
    return at_position(file, content, "before")


def piped(content: bytes) -> Any:
    """Return a pipe; no more fits into it than its buffer holds."""
    reading, writing = os.pipe()
    with open(writing, "wb") as file:
        file.write(content)
    return open(reading, "rb")


def zipped(folder: Path, content: bytes) -> Any:
    path = folder / "main.bin.gz"
    path.write_bytes(gzip.compress(content))
    return gzip.open(path)


def text_file(folder: Path, content: bytes) -> Any:
    path = folder / "main.txt"
    path.write_text("é before" + content.decode(), encoding="utf-8", newline="")
    file = path.open(encoding="utf-8", newline="")
    file.read(len("é before"))
    return file


def held(make: Callable[[bytes], Any]) -> Callable[[Path, bytes], Any]:
    """Make a file of the content alone."""

    def ignoring_folder(folder: Path, content: bytes) -> Any:
        return make(content)

    return ignoring_folder


def on_disk(make: Callable[[Path], Any]) -> Callable[[Path, bytes], Any]:
    """Make a file of a path."""

    def of_stored(folder: Path, content: bytes) -> Any:
        return make(stored(folder, content))

    return of_stored


def strided(content: bytes) -> memoryview:
    return memoryview(content[::-1])[::-1]


def unsigned_bytes(content: bytes) -> array.array[int]:
    return array.array("B", content)


def opened(path: Path) -> Any:
    return path.open("rb")


def opened_raw(path: Path) -> Any:
    return path.open("rb", buffering=0)


def opened_async(path: Path) -> Any:
    return anyio.wrap_file(path.open("rb"))


def bytes_io(content: bytes) -> Any:
    return at_position(io.BytesIO(), content, "before")


def string_io(content: bytes) -> Any:
    return at_position(io.StringIO(newline=""), content, "before")


def async_text_file(folder: Path, content: bytes) -> Any:
    return anyio.wrap_file(text_file(folder, content))


KINDS: dict[str, Kind] = {
    "str": Kind(on_disk(str)),
    "path": Kind(stored),
    "path-like": Kind(on_disk(Pathed)),
    "bytes": Kind(held(bytes)),
    "bytearray": Kind(held(bytearray)),
    "memoryview": Kind(held(memoryview)),
    "strided": Kind(held(strided)),
    "array": Kind(held(unsigned_bytes)),
    "mmap": Kind(mapped),
    "file": Kind(on_disk(opened)),
    "raw-file": Kind(on_disk(opened_raw)),
    "bytes-io": Kind(held(bytes_io)),
    "temporary": Kind(held(temporary)),
    "gzip": Kind(zipped),
    "minimal": Kind(held(Minimal)),
    "iterator": Kind(held(chunks)),
    "iterable": Kind(held(Chunks)),
    "string-io": Kind(held(string_io), text=True),
    "text-file": Kind(text_file, text=True),
    "minimal-text": Kind(held(MinimalText), text=True),
}
"""Files that are read synchronously."""

ASYNC_KINDS: dict[str, Kind] = {
    "anyio-file": Kind(on_disk(opened_async)),
    "anyio-text-file": Kind(async_text_file, text=True),
    "async-text": Kind(held(AsyncText), text=True),
    "async-minimal": Kind(held(AsyncMinimal)),
    "async-iterator": Kind(held(async_chunks)),
    "async-iterable": Kind(held(AsyncChunks)),
}
"""Files that are read asynchronously."""
