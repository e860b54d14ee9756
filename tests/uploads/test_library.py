"""The archive of a library: which files, the same bytes each time, and the upload of it."""

from __future__ import annotations

import gzip
import io
import os
import tarfile
from typing import TYPE_CHECKING, Any

import pytest

from particle_client import BadRequestError
from particle_client.uploads.folders import library_archive, library_files

from .kinds import async_chunks, opened_async
from .strict_multipart import parse

if TYPE_CHECKING:
    from pathlib import Path

    from particle_client import AsyncParticle
    from tests.both import Kind
    from tests.recorder import Recorder

pytestmark = pytest.mark.anyio

PROPERTIES = "name=relay\nversion=1.2.3\nauthor=JV\nsentence=Opens = closes\n"
FILES = {
    "library.properties": PROPERTIES,
    "README.md": "# Relay\n",
    "LICENSE": "MIT",
    "src/relay.cpp": '#include "relay.h"\n',
    "src/relay.h": "#pragma once\n",
    "examples/usage/usage.ino": "void setup() {}\n",
}


def library_in(folder: Path, files: dict[str, str] | None = None) -> Path:
    for name, text in (FILES if files is None else files).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder


def archive_of(folder: Path) -> bytes:
    return library_archive(str(folder))


def contents(archive: bytes) -> dict[str, str]:
    with tarfile.open(fileobj=io.BytesIO(archive), mode="r:gz") as opened:
        found = {entry.name: opened.extractfile(entry) for entry in opened}
        return {name: file.read().decode() for name, file in found.items() if file}


# --- which files ----------------------------------------------------------------------------------


def test_the_archive_holds_the_library(tmp_path: Path) -> None:
    assert contents(archive_of(library_in(tmp_path))) == FILES


def test_which_files(tmp_path: Path) -> None:
    taken = [
        *("src/a.CPP", "src/a.c++", "src/a.c", "src/a.hpp", "src/a.ipp", "src/a.pde", "src/a.S"),
        *("src/libx.a", "test/unit.h++", "docs/more.TXT", "keywords.txt", "license", "x/LICENSE"),
        *("src/target/a.h",),
    ]
    left = [
        *("src/a.o", "a.bin", "a.elf", "package.json", "logo.png", "LICENSE.rst", "src/a.cpp.orig"),
        *(".git/config.txt", ".github/issue.md", ".hidden.h", "src/._a.h", ".git/x.h"),
        *("target/1.5.0/a.h", "target/libuser.a"),
    ]
    folder = library_in(tmp_path, {**FILES, **dict.fromkeys(taken + left, "")})
    assert library_files(str(folder)) == sorted([*FILES, *taken])


def test_whitelist(tmp_path: Path) -> None:
    properties = f"{PROPERTIES}whitelist=*.json, assets/**/*.png ,,*.O,.hidden\n"
    files = {
        "library.properties": properties,
        **dict.fromkeys(["src/a.h", "a.json", "x/b.json", "assets/x/a.png", "assets/a.png"], ""),
        **dict.fromkeys(["other/a.png", "a.o", ".hidden"], ""),
    }
    folder = library_in(tmp_path, files)
    left = {"other/a.png", ".hidden"}
    assert library_files(str(folder)) == sorted(files.keys() - left)


def test_links(tmp_path: Path) -> None:
    folder = library_in(tmp_path / "library")
    outside = library_in(tmp_path / "outside", {"deep/a.h": "", "b.h": "linked"})
    try:
        (folder / "src" / "linked").symlink_to(outside, target_is_directory=True)
    except OSError:
        pytest.skip("no symbolic links here")
    (folder / "src" / "b.h").symlink_to(outside / "b.h")
    (folder / "itself").symlink_to("itself")
    assert contents(archive_of(folder)) == {**FILES, "src/b.h": "linked"}
    (folder / "src" / "gone.h").symlink_to(folder / "nothing.h")
    with pytest.raises(FileNotFoundError, match=r"gone\.h"):
        archive_of(folder)


# --- the same bytes -------------------------------------------------------------------------------


def test_the_same_content_gives_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = library_in(tmp_path / "one")
    previous = os.umask(0o077)
    try:
        other = library_in(tmp_path / "other", dict(reversed(FILES.items())))
    finally:
        os.umask(previous)
    for number, name in enumerate(FILES):
        os.utime(other / name, (number * 10**6, number * 10**6))
        (other / name).chmod(0o755)
    (other / ".DS_Store").write_bytes(b"x")
    monkeypatch.setattr("time.time", lambda: 4e9)
    expected = archive_of(one)
    assert archive_of(other) == expected
    # Header: no time, no name, and the operating system is unknown.
    assert expected[:10] == b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
    with tarfile.open(fileobj=io.BytesIO(expected), mode="r:gz") as opened:
        for entry in opened:
            assert (entry.mtime, entry.mode, entry.type) == (0, 0o644, tarfile.REGTYPE)
            assert (entry.uid, entry.gid, entry.uname, entry.gname) == (0, 0, "", "")


def test_another_content_gives_other_bytes(tmp_path: Path) -> None:
    folder = library_in(tmp_path)
    before = archive_of(folder)
    (folder / "src" / "relay.h").write_bytes(b"#pragma twice\n")
    assert archive_of(folder) != before


def test_long_and_foreign_names(tmp_path: Path) -> None:
    long = "/".join(["src", *["a" * 90] * 3, "größe.h"])
    folder = library_in(tmp_path, {**FILES, long: "x"})
    assert contents(archive_of(folder))[long] == "x"


# --- what is no library ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("properties", "said"),
    [
        (None, "has no library.properties: is it the library's folder"),
        ("", "has no name: add a line name=…"),
        ("name=a", "has no version"),
        ("version=1.0.0", "has no name"),
        ("name=\nversion=1.0.0", "has no name"),
        ("# name=a\nversion=1.0.0", "has no name"),
        ("name=a\nversion=1.0.0\nwhitelist=../*", r"the pattern '\.\./\*' leaves the"),
    ],
)
async def test_what_is_no_library(
    properties: str | None, said: str, wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    files = {} if properties is None else {"library.properties": properties}
    folder = library_in(tmp_path, {"src/a.h": "", **files})
    with pytest.raises(ValueError, match=said) as caught:
        await wire.libraries.contribute(folder)
    assert "library.properties" in str(caught.value)
    assert recorder.requests == []


def test_other_mistakes(tmp_path: Path) -> None:
    empty = library_in(tmp_path / "empty", {"library.properties": PROPERTIES, "README.md": ""})
    with pytest.raises(ValueError, match="has no sources or headers"):
        library_files(str(empty))


@pytest.mark.parametrize(
    "properties",
    [
        "\ufeffname=a\r\nversion=1.0.0\r\n",
        " name = a \n version\t=\t1.0.0 ",
        "name=a\nversion=1.0.0\nno property\n=x\n",
    ],
)
def test_properties_in_other_forms(properties: str, tmp_path: Path) -> None:
    folder = library_in(tmp_path, {"library.properties": properties, "a.h": ""})
    assert library_files(str(folder)) == ["a.h", "library.properties"]


# --- uploading ------------------------------------------------------------------------------------


@pytest.mark.parametrize("as_text", [False, True])
async def test_contribute_a_folder(
    as_text: bool, wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    folder = library_in(tmp_path)
    seen: list[tuple[int, int | None]] = []
    await wire.libraries.contribute(
        f"{folder}/" if as_text else folder, progress=lambda done, total: seen.append((done, total))
    )
    request = recorder.last
    assert (request.method, request.target) == ("POST", "/v1/libraries")
    assert request.header("content-length") == str(len(request.body))
    [part] = parse(request.body, request.header("content-type") or "")
    assert part[:3] == ("file", "archive.tar.gz", "application/gzip")
    assert part.content == archive_of(folder)
    assert seen[-1] == (len(request.body), len(request.body))


async def test_contribute_an_archive(
    kind: Kind, wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    path = tmp_path / "relay.tar.gz"
    path.write_bytes(b"an archive")
    files: list[Any] = [path, str(path), b"an archive", io.BytesIO(b"an archive")]
    if kind == "async":
        files += [async_chunks(b"an archive"), opened_async(path)]
    for file in files:
        recorder.clear()
        await wire.libraries.contribute(file)
        [part] = parse(recorder.last.body, recorder.last.header("content-type") or "")
        assert part.content == b"an archive"
        assert part.content_type == "application/gzip"
        if hasattr(file, "close"):
            assert not file.closed, "what the user opened stays open"
        if hasattr(file, "aclose"):
            await file.aclose()


async def test_a_library_that_the_cloud_refuses(
    wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    recorder.answer(400, json={"errors": [{"message": "This version is not valid."}]})
    with pytest.raises(BadRequestError, match="This version is not valid"):
        await wire.libraries.contribute(library_in(tmp_path))


async def test_life_of_a_library(client: AsyncParticle, kind: Kind, tmp_path: Path) -> None:
    name = f"relay-{kind}"
    properties = PROPERTIES.replace("relay", name)
    folder = library_in(tmp_path, {**FILES, "library.properties": properties})
    uploaded = await client.libraries.contribute(folder)
    assert uploaded.data.id == name
    archive = await client.libraries.download(name)
    assert contents(archive) == {**FILES, "library.properties": properties}
    assert gzip.decompress(archive)[257:262] == b"ustar"
