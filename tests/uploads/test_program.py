"""What may be compiled and flashed, by name; compiling and saving in one."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest

from particle_client import CompileError, NotFoundError

if TYPE_CHECKING:
    from pathlib import Path

    from particle_client import AsyncParticle
    from tests.recorder import Recorder

pytestmark = pytest.mark.anyio

SOURCE = b"void setup() {}\nvoid loop() {}\n"
COMPILED = {"ok": True, "binary_id": "b1", "sizeInfo": "text data bss\n100 20 3"}


@pytest.mark.parametrize("name", ["a.ino", "a.cpp", "a.c", "a.h", "A.CPP", "lib/x/src/a.hpp"])
@pytest.mark.parametrize("call", ["flash", "compile"])
async def test_a_lone_source(call: str, name: str, wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.answer(json=COMPILED)
    files = {name: SOURCE}
    await (wire.devices.flash("1", files) if call == "flash" else wire.firmware.compile(files))
    assert f'filename="{name}"'.encode() in recorder.last.body


@pytest.mark.parametrize(
    ("name", "content_type"),
    [("a.bin", b"application/octet-stream"), ("A.ZIP", b"application/zip")],
)
async def test_a_lone_binary_is_flashed(
    name: str, content_type: bytes, wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(b"\0")
    await wire.devices.flash("1", path)
    assert b"Content-Type: " + content_type in recorder.last.body


async def test_an_empty_binary_is_not_flashed(
    wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    path = tmp_path / "a.bin"
    path.touch()
    for files in (path, {"a.bin": b""}, ("a.zip", io.BytesIO())):
        with pytest.raises(ValueError, match=r" is empty$"):
            await wire.devices.flash("1", files)
    written = io.BytesIO()
    written.write(b"\0")
    with pytest.raises(ValueError, match=r"is at its end: call seek\(0\) before you send it"):
        await wire.devices.flash("1", {"a.bin": written})
    assert recorder.requests == []
    await wire.devices.flash("1", {"main.cpp": SOURCE, "empty.h": b""})
    assert b'filename="empty.h"' in recorder.last.body


@pytest.mark.parametrize("name", ["a.elf", "a.py", "a.txt", "firmware", "project.properties", ".c"])
async def test_a_lone_file_that_is_neither(
    name: str, wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(b"x")
    neither = rf"'{name}': no source, by its name; pass "
    for files in (path, str(path), {name: b"x"}, [(name, b"x")], (name, io.BytesIO(b"x"))):
        with pytest.raises(ValueError, match=neither + r"a binary \(\.bin\), a bundle "):
            await wire.devices.flash("1", files)
        with pytest.raises(ValueError, match=neither + "sources"):
            await wire.firmware.compile(files)
    assert recorder.requests == []


async def test_files_without_a_source(wire: AsyncParticle, recorder: Recorder) -> None:
    files = {f"{name}.txt": b"" for name in "abcd"}
    with pytest.raises(ValueError, match=r"'a\.txt', 'b\.txt', 'c\.txt', …: no source, by"):
        await wire.firmware.compile(files)
    assert recorder.requests == []


async def test_a_source_takes_any_files_along(wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.answer(json=COMPILED)
    await wire.firmware.compile({"notes.txt": b"", "main.ino": SOURCE, "x.properties": b""})
    assert recorder.last.body.count(b"filename=") == 3


@pytest.mark.parametrize("others", [{}, {"main.cpp": SOURCE}, {"b.bin": b""}])
async def test_a_binary_with_others(
    others: dict[str, bytes], wire: AsyncParticle, recorder: Recorder
) -> None:
    files = {"a.bin": b"", **others}
    with pytest.raises(ValueError, match=r"'a\.bin'.*: a binary can't be compiled; pass sources"):
        await wire.firmware.compile(files)
    if others:
        with pytest.raises(ValueError, match=r"'a\.bin', .* is flashed alone"):
            await wire.devices.flash("1", files)
    assert recorder.requests == []


async def test_sizes_come_typed(wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.answer(json=COMPILED)
    compiled = await wire.firmware.compile({"main.cpp": SOURCE})
    assert compiled.size is not None
    assert (compiled.size.flash, compiled.size.ram) == (120, 23)


# --- compile_to -----------------------------------------------------------------------------------


async def test_compile_to(wire: AsyncParticle, recorder: Recorder, tmp_path: Path) -> None:
    recorder.answer(json=COMPILED)
    recorder.answer(content=b"the binary", content_type="application/octet-stream")
    path = tmp_path / "firmware.bin"
    path.write_bytes(b"an older one")
    seen: list[tuple[int, int | None]] = []
    compiled = await wire.firmware.compile_to(
        path,
        {"main.cpp": SOURCE},
        platform_id=13,
        target_version="4.2.0",
        progress=lambda done, total: seen.append((done, total)),
    )
    assert compiled.binary_id == "b1"
    assert path.read_bytes() == b"the binary"
    sent, fetched = recorder.requests
    assert (sent.method, sent.target) == ("POST", "/v1/binaries")
    assert b'name="platform_id"\r\n\r\n13\r\n' in sent.body
    assert b'name="build_target_version"\r\n\r\n4.2.0\r\n' in sent.body
    assert (fetched.method, fetched.target) == ("GET", "/v1/binaries/b1")
    assert [step[0] for step in seen].count(0) == 2, "the upload's progress, then the download's"
    assert (len(sent.body), len(sent.body)) in seen
    assert seen[-1] == (10, 10)
    assert list(tmp_path.iterdir()) == [path]


async def test_compile_to_of_code_that_does_not_compile(
    wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    recorder.answer(json={"ok": False, "errors": ["main.cpp:1:2: error: #error no"]})
    with pytest.raises(CompileError) as caught:
        await wire.firmware.compile_to(tmp_path / "a.bin", {"main.cpp": b"#error no"})
    assert caught.value.messages[0].text == "#error no"
    assert list(tmp_path.iterdir()) == []


async def test_compile_to_whose_download_fails(
    wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    recorder.answer(json=COMPILED)
    recorder.answer(404, json={"error": "gone"})
    path = tmp_path / "firmware.bin"
    path.write_bytes(b"an older one")
    with pytest.raises(NotFoundError):
        await wire.firmware.compile_to(path, {"main.cpp": SOURCE})
    assert path.read_bytes() == b"an older one"
    assert list(tmp_path.iterdir()) == [path]


async def test_compile_to_where_nothing_can_be_saved(
    wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    with pytest.raises(IsADirectoryError, match="is a folder: name the file in it"):
        await wire.firmware.compile_to(tmp_path, {"main.cpp": SOURCE})
    with pytest.raises(FileNotFoundError, match=r"no folder '.*build' to save 'a\.bin' in"):
        await wire.firmware.compile_to(tmp_path / "build" / "a.bin", {"main.cpp": SOURCE})
    assert recorder.requests == []


async def test_compile_to_in_the_local_cloud(client: AsyncParticle, tmp_path: Path) -> None:
    path = tmp_path / "firmware.bin"
    files: Any = {"main.cpp": SOURCE, "lib/a/src/a.h": b"#pragma once\n"}
    compiled = await client.firmware.compile_to(path, files, platform_id=13)
    assert compiled.size is not None
    assert path.read_bytes() == await client.firmware.download(compiled.binary_id)
