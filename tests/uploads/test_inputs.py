"""Every kind of input, synchronously and asynchronously, gives the exact bytes."""

from __future__ import annotations

import array
import contextlib
import inspect
import os
from typing import TYPE_CHECKING, Any

import pytest

from particle_client.uploads import MultipartBody, file_part
from particle_client.uploads.files import CHUNK_SIZE

from .kinds import ASYNC_KINDS, KINDS, Kind, piped
from .strict_multipart import Part, parse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from .conftest import OpenedFiles

pytestmark = pytest.mark.anyio

SIZES = [0, 1, CHUNK_SIZE, 3 * CHUNK_SIZE + 17]


def content_of(size: int, kind: Kind) -> bytes:
    if kind.text:
        return repeated(bytes(ord("a") + index for index in range(23)), size)
    return repeated(bytes(index * 7 % 256 for index in range(256)), size)


def repeated(content: bytes, size: int) -> bytes:
    return (content * (size // len(content) + 1))[:size]


def all_cases() -> list[Any]:
    return [
        pytest.param(mode, kind, id=f"{name}-{mode}")
        for mode, kinds in (("sync", KINDS), ("async", KINDS), ("async", ASYNC_KINDS))
        for name, kind in kinds.items()
    ]


class Upload:
    """One file in a body with a field, sent in one of the two ways."""

    def __init__(self, mode: str, file: Any) -> None:
        self.mode = mode
        part = file_part(file, default_name="main.bin")
        self.body = MultipartBody([("latest", "true")], [("file", part)])

    async def blocks(self) -> list[bytes]:
        if self.mode == "sync":
            return list(self.body.prepare())
        content = await self.body.aprepare()
        assert not hasattr(content, "__iter__"), "an HTTP library would iterate synchronously"
        return [block async for block in content]

    async def sent(self) -> bytes:
        return b"".join(await self.blocks())


@pytest.fixture
def closing() -> Iterator[contextlib.ExitStack]:
    with contextlib.ExitStack() as stack:
        yield stack


def close_later(file: Any, stack: contextlib.ExitStack) -> None:
    wrapped = getattr(file, "wrapped", file)
    if not isinstance(wrapped, os.PathLike) and hasattr(wrapped, "close"):
        stack.callback(wrapped.close)


def is_past_its_beginning(file: Any) -> bool:
    tell = getattr(file, "tell", None)
    return tell is not None and not inspect.iscoroutinefunction(tell) and tell() > 0


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("mode", "kind"), all_cases())
async def test_gives_the_exact_bytes(
    mode: str,
    kind: Kind,
    size: int,
    tmp_path: Path,
    opened: OpenedFiles,
    closing: contextlib.ExitStack,
) -> None:
    content = content_of(size, kind)
    file = kind.make(tmp_path, content)
    close_later(file, closing)
    if not content and is_past_its_beginning(file):
        with pytest.raises(ValueError, match=r"is at its end: call seek\(0\) before you send it"):
            Upload(mode, file)
        return
    upload = Upload(mode, file)
    assert not opened.files, "a file was opened before anybody asked for its bytes"

    blocks = await upload.blocks()

    body = b"".join(blocks)
    file_part_sent, field = parse(body, upload.body.content_type)
    assert file_part_sent.content == content
    assert field == Part("latest", None, None, b"true")
    assert upload.body.content_length == len(body)
    assert all(blocks), "an empty block ends a chunked body"
    assert not opened.open_now
    assert getattr(file, "closed", False) is False, "the user's file was closed"


@pytest.mark.parametrize(("mode", "kind"), all_cases())
async def test_is_sent_again(
    mode: str, kind: Kind, tmp_path: Path, closing: contextlib.ExitStack
) -> None:
    content = content_of(CHUNK_SIZE + 5, kind)
    file = kind.make(tmp_path, content)
    close_later(file, closing)
    upload = Upload(mode, file)
    first = await upload.sent()
    assert await upload.sent() == first


@pytest.mark.parametrize(("mode", "kind"), all_cases())
async def test_is_sent_again_after_it_was_broken_off(
    mode: str, kind: Kind, tmp_path: Path, opened: OpenedFiles, closing: contextlib.ExitStack
) -> None:
    content = content_of(4 * CHUNK_SIZE, kind)
    file = kind.make(tmp_path, content)
    close_later(file, closing)
    upload = Upload(mode, file)
    if mode == "sync":
        next(upload.body.prepare())
    else:
        blocks = await upload.body.aprepare()
        await anext(blocks)

    upload.body.close()

    assert not opened.open_now
    assert getattr(file, "closed", False) is False, "the user's file was closed"
    part, _ = parse(await upload.sent(), upload.body.content_type)
    assert part.content == content


@pytest.mark.parametrize("mode", ["sync", "async"])
async def test_pipe(mode: str) -> None:
    with piped(b"from a pipe") as file:
        upload = Upload(mode, file)
        part, _ = parse(await upload.sent(), upload.body.content_type)
        assert part.content == b"from a pipe"
        assert part.filename == "main.bin"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_path_of_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "main.bin")
    with pytest.raises(ValueError, match="is a pipe or a device: open it, and pass the file"):
        file_part(tmp_path / "main.bin", default_name="main.bin")


@pytest.mark.parametrize("mode", ["sync", "async"])
async def test_text_is_sent_as_utf_8_whatever_the_file_is_encoded_in(
    mode: str, tmp_path: Path
) -> None:
    path = tmp_path / "main.cpp"
    path.write_text("// größer\r\n", encoding="latin-1", newline="")
    with path.open(encoding="latin-1", newline="") as file:
        upload = Upload(mode, file)
        body = await upload.sent()
    part, _ = parse(body, upload.body.content_type)
    assert part.content == "// größer\r\n".encode()
    assert upload.body.content_length == len(body)


@pytest.mark.parametrize("mode", ["sync", "async"])
async def test_tuple_gives_name_and_content_type(mode: str) -> None:
    upload = Upload(mode, ("update.dat", b"abc", "application/x-firmware"))
    part, _ = parse(await upload.sent(), upload.body.content_type)
    assert part == Part("file", "update.dat", "application/x-firmware", b"abc")


async def test_bytearray_is_sent_as_it_was_when_it_was_passed() -> None:
    array = bytearray(b"before")
    upload = Upload("sync", array)
    array[:] = b"changed, and longer"
    part, _ = parse(await upload.sent(), upload.body.content_type)
    assert part.content == b"before"


def test_buffer_of_other_items() -> None:
    numbers = array.array("I", range(50_000))
    body = MultipartBody([], [("file", file_part(memoryview(numbers), default_name="main.bin"))])
    content = b"".join(body.prepare())
    assert parse(content, body.content_type)[0].content == numbers.tobytes()
    assert body.content_length == len(content)


async def test_relative_path_is_found_after_a_change_of_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "main.bin").write_bytes(b"abc")
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path)
    upload = Upload("sync", "main.bin")
    monkeypatch.chdir(tmp_path / "elsewhere")
    part, _ = parse(await upload.sent(), upload.body.content_type)
    assert part.content == b"abc"


@pytest.mark.parametrize("kind", ASYNC_KINDS.values(), ids=ASYNC_KINDS)
async def test_asynchronous_input_is_refused_before_anything_is_sent(
    kind: Kind, tmp_path: Path, closing: contextlib.ExitStack
) -> None:
    file = kind.make(tmp_path, b"abc")
    close_later(file, closing)
    body = MultipartBody([], [("file", file_part(file, default_name="main.bin"))])
    with pytest.raises(TypeError, match=r"'main\.\w+' is an async.*use AsyncParticle"):
        body.prepare()
    if hasattr(file, "aclose") and not hasattr(file, "wrapped"):
        await file.aclose()
