"""From what a user passes to the names and content types that are sent."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from particle_client.uploads import (
    FilePart,
    MultipartBody,
    collect_sources,
    file_part,
    number_parts,
)

from .strict_multipart import Part, parse


def alone(path: Any) -> Any:
    return path


def in_list(path: Any) -> Any:
    return [path]


def in_mapping(path: Any) -> Any:
    return {"main.cpp": path}


def in_tuple(path: Any) -> Any:
    return ("a", path)


def tree(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return folder


def names(parts: list[FilePart]) -> list[str]:
    return [part.name for part in parts]


def sent(files: Any, *fields: tuple[str, str]) -> list[Part]:
    body = MultipartBody(fields, number_parts(collect_sources(files)))
    return parse(b"".join(body.prepare()), body.content_type)


# What the official JavaScript SDK was recorded to send.
SOURCES = {"main.cpp": b"void setup() {}", "my_lib/lib.cpp": b"int lib;"}
SOURCE_PARTS = [
    Part("file", "main.cpp", "text/x-c", b"void setup() {}"),
    Part("file2", "my_lib/lib.cpp", "text/x-c", b"int lib;"),
]


@pytest.mark.parametrize(
    ("files", "fields", "expected"),
    [
        (
            {"firmware.bin": b"firmware-bytes"},
            [("latest", "true")],
            [Part("file", "firmware.bin", "application/octet-stream", b"firmware-bytes")],
        ),
        (SOURCES, [("build_target_version", "2.3.0")], SOURCE_PARTS),
        (SOURCES, [("platform_id", "13"), ("latest", "true")], SOURCE_PARTS),
        (
            ("archive.tar.gz", b"tgz-bytes"),
            [],
            [Part("file", "archive.tar.gz", "application/gzip", b"tgz-bytes")],
        ),
    ],
)
def test_sends_what_the_official_sdk_sends(
    files: Any, fields: list[tuple[str, str]], expected: list[Part]
) -> None:
    field_parts = [Part(name, None, None, value.encode()) for name, value in fields]
    assert sent(files, *fields) == expected + field_parts


@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        ("a.c", "text/x-c"),
        ("a.cpp", "text/x-c"),
        ("a.H", "text/x-c"),
        ("a.hh", "text/x-c"),
        ("bundle.zip", "application/zip"),
        ("archive.tar.gz", "application/gzip"),
        ("devices.txt", "text/plain"),
        ("sims.csv", "text/csv"),
        ("main.ino", "application/octet-stream"),
        ("a.hpp", "application/octet-stream"),
        ("project.properties", "application/octet-stream"),
        ("firmware.bin", "application/octet-stream"),
        ("file", "application/octet-stream"),
        ("lib.cpp/README", "application/octet-stream"),
    ],
)
def test_content_type_goes_by_the_name(name: str, content_type: str) -> None:
    (part,) = collect_sources({name: b""})
    assert part.content_type == content_type


def test_mapping_names_the_files(tmp_path: Path) -> None:
    path = tree(tmp_path, "generated.txt") / "generated.txt"
    parts = collect_sources(
        {
            "src\\main.cpp": path,
            "./src//a/../b.h": ("ignored.h", b"", "text/plain"),
            "größe.cpp": io.BytesIO(b""),
        }
    )
    assert names(parts) == ["src/main.cpp", "src/b.h", "größe.cpp"]
    assert parts[1].content_type == "text/plain"


@pytest.mark.parametrize("as_path", [str, Path, os.fspath])
def test_list_of_paths_is_relative_to_the_common_folder(tmp_path: Path, as_path: Any) -> None:
    tree(tmp_path, "p/main.cpp", "p/lib/a/src/a.cpp", "p/lib/a/src/a.h")
    paths = [
        as_path(tmp_path / "p" / "main.cpp"),
        as_path(tmp_path / "p" / "lib" / "a" / "src" / "a.cpp"),
        as_path(tmp_path / "p" / "lib" / "a" / "src" / "a.h"),
    ]
    assert names(collect_sources(paths)) == ["main.cpp", "lib/a/src/a.cpp", "lib/a/src/a.h"]
    assert names(collect_sources(paths[1:])) == ["a.cpp", "a.h"]
    assert names(collect_sources(paths[:1])) == ["main.cpp"]
    assert names(collect_sources(paths[0])) == ["main.cpp"]


def test_list_of_relative_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(tmp_path, "main.cpp", "lib/a.cpp", "work/x.cpp")
    monkeypatch.chdir(tmp_path)
    assert names(collect_sources(["main.cpp", "lib/a.cpp"])) == ["main.cpp", "lib/a.cpp"]
    monkeypatch.chdir(tmp_path / "work")
    assert names(collect_sources(["../main.cpp", "x.cpp"])) == ["main.cpp", "work/x.cpp"]


@pytest.mark.skipif(sys.platform == "win32", reason="drives")
def test_list_of_paths_below_the_root_only() -> None:
    assert names(collect_sources(["/bin/sh", "/etc/passwd"])) == ["bin/sh", "etc/passwd"]


def test_list_of_anything(tmp_path: Path) -> None:
    tree(tmp_path, "main.cpp", "deep/opened.cpp")
    with (tmp_path / "deep" / "opened.cpp").open("rb") as opened:
        parts = collect_sources(
            [tmp_path / "main.cpp", opened, ("lib/b.h", b""), ("c.h", tmp_path / "main.cpp")]
        )
    assert names(parts) == ["main.cpp", "opened.cpp", "lib/b.h", "c.h"]


def test_mappings_in_a_list(tmp_path: Path) -> None:
    tree(tmp_path, "src/main.cpp", "src/a.h")
    paths = [tmp_path / "src" / "main.cpp", tmp_path / "src" / "a.h"]
    parts = collect_sources([*paths, {"lib/b.h": b"", "lib/c.h": paths[1]}, {"d.h": b""}])
    assert names(parts) == ["main.cpp", "a.h", "lib/b.h", "lib/c.h", "d.h"]
    with pytest.raises(ValueError, match=r"Two files are called 'a\.h'"):
        collect_sources([*paths, {"a.h": b""}])
    with pytest.raises(ValueError, match="no file to send"):
        collect_sources([{}])


def test_file_part_takes_the_name_of_the_file_or_the_default(tmp_path: Path) -> None:
    path = tree(tmp_path, "version-3.zip") / "version-3.zip"
    with path.open("rb") as file:
        given: list[tuple[Any, str, str]] = [
            (b"", "firmware.bin", "application/octet-stream"),
            (io.BytesIO(), "firmware.bin", "application/octet-stream"),
            (path, "version-3.zip", "application/zip"),
            (str(path), "version-3.zip", "application/zip"),
            (file, "version-3.zip", "application/zip"),
            (("x.bin", path), "x.bin", "application/octet-stream"),
            (("x.bin", b"", "application/zip"), "x.bin", "application/zip"),
        ]
        for content, name, content_type in given:
            part = file_part(content, default_name="firmware.bin")
            assert (part.name, part.content_type) == (name, content_type)


def test_standard_input_has_no_name() -> None:
    file: Any = io.BytesIO()
    file.name = "<stdin>"
    assert file_part(file, default_name="file").name == "file"
    file.name = 3
    assert file_part(file, default_name="file").name == "file"


@pytest.mark.parametrize("empty", [{}, []])
def test_empty_set(empty: Any) -> None:
    with pytest.raises(ValueError, match="There is no file to send"):
        collect_sources(empty)


@pytest.mark.parametrize("wrap", [alone, in_list, in_mapping])
@pytest.mark.parametrize("kind", [str, Path])
def test_path_that_is_not_there(tmp_path: Path, wrap: Any, kind: Any) -> None:
    missing = tmp_path / "missing.cpp"
    with pytest.raises(FileNotFoundError, match=r"to send content, pass bytes.*missing\.cpp"):
        collect_sources(wrap(kind(missing)))


@pytest.mark.parametrize(
    "text", ["void setup() {}\nvoid loop() {}", "a/b.cpp/c.cpp", "x" * 100_000]
)
def test_text_is_a_path_and_never_content(text: str) -> None:
    with pytest.raises(FileNotFoundError, match="a str is always a path") as caught:
        collect_sources({"main.cpp": text})
    assert len(str(caught.value)) < 500
    for files in (text, [text]):
        with pytest.raises(FileNotFoundError, match="a str is always a path"):
            collect_sources(files)


def test_file_below_a_file(tmp_path: Path) -> None:
    tree(tmp_path, "main.cpp")
    with pytest.raises(FileNotFoundError, match="There is no such file"):
        collect_sources([tmp_path / "main.cpp" / "below.cpp"])


def test_path_with_nul() -> None:
    with pytest.raises(FileNotFoundError, match="a str is always a path"):
        file_part("ma\0in.cpp", default_name="file")
    with pytest.raises(FileNotFoundError):
        collect_sources({"main.cpp": "ma\0in.cpp"})


@pytest.mark.parametrize("wrap", [in_list, in_mapping, in_tuple])
@pytest.mark.parametrize("kind", [str, Path])
def test_folder_where_a_file_is_needed(tmp_path: Path, wrap: Any, kind: Any) -> None:
    with pytest.raises(ValueError, match="is a folder where a file is needed"):
        collect_sources(wrap(kind(tmp_path)))


@pytest.mark.parametrize(
    "files",
    [
        {"main.cpp": b"", "./main.cpp": b""},
        {"lib/a.h": b"", "lib\\a.h": b""},
        [("main.cpp", b""), ("main.cpp", b"")],
    ],
)
def test_two_files_of_one_name(files: Any) -> None:
    with pytest.raises(ValueError, match=r"Two files are called '(main\.cpp|lib/a\.h)'.*mapping"):
        collect_sources(files)


@pytest.mark.parametrize(
    "name",
    [
        "../main.cpp",
        "..",
        "lib/../../main.cpp",
        "..\\main.cpp",
        "/main.cpp",
        "//server/main.cpp",
        "\\main.cpp",
        "C:\\main.cpp",
        "c:main.cpp",
    ],
)
def test_name_that_would_leave_the_project(name: str) -> None:
    for files in ({name: b""}, [(name, b"")], (name, b"")):
        with pytest.raises(ValueError, match="would leave the project") as caught:
            collect_sources(files)
        assert repr(name) in str(caught.value)


@pytest.mark.parametrize("name", ["", ".", "./", "lib/", "lib/.."])
def test_name_that_names_no_file(name: str) -> None:
    with pytest.raises(ValueError, match="names no file"):
        collect_sources({name: b""})


@pytest.mark.parametrize("character", ["\0", "\n", "\r", "\t", "\x1b", "\x7f"])
def test_control_characters_in_names(character: str) -> None:
    with pytest.raises(ValueError, match="must not contain control characters"):
        collect_sources({f"ma{character}in.cpp": b""})


def test_name_that_is_not_unicode() -> None:
    """As `os` reads it from a file system."""
    with pytest.raises(ValueError, match=r"'ma\\udcffin.cpp' must not contain .* not Unicode text"):
        collect_sources({"ma\udcffin.cpp": b""})


def test_quotes_are_escaped() -> None:
    (part,) = sent({'a"; filename="b.cpp': b""})
    assert part.filename == "a%22; filename=%22b.cpp"


@pytest.mark.parametrize(
    "content", [b"abc", bytearray(), io.BytesIO(), iter([b"abc"]), memoryview(b"")]
)
def test_content_without_a_name(content: Any) -> None:
    for files in (content, [content]):
        with pytest.raises(ValueError, match=r"has no name: pass \('main.cpp', content\)"):
            collect_sources(files)


def test_iterator_of_paths(tmp_path: Path) -> None:
    paths: Any = tree(tmp_path, "main.cpp").glob("*.cpp")
    with pytest.raises(ValueError, match="if it gives several files, pass a list"):
        collect_sources(paths)
    body = MultipartBody([], number_parts(collect_sources({"main.cpp": paths})))
    with pytest.raises(TypeError, match=r"'main\.cpp' gave \w+Path instead"):
        b"".join(body.prepare())


@pytest.mark.parametrize("content", [None, 7, 1.5, object(), {"a": b""}, [b"abc"], {b"abc"}])
def test_what_is_no_file(content: Any) -> None:
    with pytest.raises(TypeError, match="a file is a path, bytes, a file object"):
        collect_sources({"main.cpp": content})


@pytest.mark.parametrize("content", [None, 7, object()])
def test_what_is_no_set_of_files(content: Any) -> None:
    with pytest.raises(TypeError, match="a file is a path, bytes, a file object"):
        collect_sources(content)


@pytest.mark.parametrize(
    "files",
    [
        ("main.cpp",),
        ("main.cpp", b"", "text/plain", {}),
        (b"main.cpp", b""),
        ("main.cpp", b"", None),
        [("main.cpp", b"", 7)],
        {"main.cpp": ()},
    ],
)
def test_tuple_of_another_form(files: Any) -> None:
    with pytest.raises(TypeError, match="tuple"):
        collect_sources(files)


@pytest.mark.parametrize("kind", [str, Path])
def test_tuple_of_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: Any) -> None:
    monkeypatch.chdir(tree(tmp_path, "a.cpp", "b.cpp", "c.cpp"))
    assert names(collect_sources(("new.cpp", kind("b.cpp")))) == ["new.cpp"]
    assert names(collect_sources([("a.cpp", kind("b.cpp"))])) == ["a.cpp"]
    for files in (("a.cpp", kind("b.cpp")), ("a.cpp", kind("b.cpp"), "c.cpp")):
        # It would send b.cpp under the name of a.cpp.
        with pytest.raises(TypeError, match="is ambiguous: pass a list"):
            collect_sources(files)


def test_tuple_in_a_tuple() -> None:
    files: Any = [("a.cpp", ("b.cpp", b""))]
    with pytest.raises(TypeError, match=r"a file is a path, bytes, .* not tuple"):
        collect_sources(files)


def test_key_that_is_no_name() -> None:
    files: Any = {Path("main.cpp"): b""}
    with pytest.raises(TypeError, match=r"target name of a file must be a str, not \w+Path"):
        collect_sources(files)


def test_closed_and_unreadable_files(tmp_path: Path) -> None:
    file: Any = (tmp_path / "a.cpp").open("wb")
    with file, pytest.raises(OSError, match="read"):
        list(collect_sources([file])[0].chunks())
    with pytest.raises(ValueError, match="closed file"):
        collect_sources([file])


def test_parts_are_numbered() -> None:
    parts = collect_sources({f"{number}.h": b"" for number in range(4)})
    assert [name for name, _ in number_parts(parts)] == ["file", "file2", "file3", "file4"]
