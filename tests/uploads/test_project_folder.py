"""Which files of a project folder are sent."""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING

import pytest

from particle_client.uploads import collect_sources

if TYPE_CHECKING:
    from pathlib import Path


def project(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def chosen(folder: Path) -> list[str]:
    return [part.name for part in collect_sources(folder)]


def test_sources_headers_and_properties(tmp_path: Path) -> None:
    files = [
        "lib/i2c/src/i2c.hxx",
        "lib/spi/build.mk",
        "lib/spi/src/spi.c",
        "lib/spi/src/spi.h",
        "main.ino",
        "project.properties",
        "src/a-b.cpp",
        "src/a/x.hpp",
        "src/a/x.hh",
    ]
    others = [
        ".git/hooks/a.cpp",
        ".hidden.cpp",
        "README.md",
        "firmware.bin",
        "lib/spi/examples/demo/demo.ino",
        "lib/spi/library.properties",
        "lib/spi/src/project.properties",
        "src/.cache/a.cpp",
        "src/cpp",
    ]
    folder = project(tmp_path, dict.fromkeys(files + others, ""))
    assert chosen(folder) == sorted(files)
    assert [part.name for part in collect_sources(f"{folder}{os.sep}")] == sorted(files)


def test_content_comes_from_the_folder(tmp_path: Path) -> None:
    folder = project(tmp_path, {"src/main.cpp": "void setup() {}"})
    (part,) = collect_sources(str(folder))
    assert list(part.chunks()) == [b"void setup() {}"]


def test_examples_of_the_project_itself_are_kept(tmp_path: Path) -> None:
    folder = project(tmp_path, {"examples/a.cpp": "", "lib/examples/b.cpp": "", "lib/c.cpp": ""})
    assert chosen(folder) == ["examples/a.cpp", "lib/c.cpp", "lib/examples/b.cpp"]


def test_include_and_ignore(tmp_path: Path) -> None:
    folder = project(
        tmp_path,
        {
            "particle.include": "# **/*.txt\n\n  **/*.def  \n",
            "src/app.txt": "",
            "src/app.cpp": "",
            "src/app.def": "",
            "lib/spi/src/spi.c": "",
            "lib/spi/src/spi.def": "",
            "lib/spi/src/spi.cmd": "",
            "lib/spi/examples/sensor/example.cpp": "",
            "lib/spi/particle.include": "\ufeff**/*.cmd \n\n # **/*.c\n",
            "lib/i2c/src/i2c.c": "",
            "lib/i2c/particle.ignore": "**/*.c",
        },
    )
    assert chosen(folder) == [
        "lib/spi/src/spi.c",
        "lib/spi/src/spi.cmd",
        "lib/spi/src/spi.def",
        "src/app.cpp",
        "src/app.def",
    ]


def test_what_is_ignored_wins_over_what_is_included(tmp_path: Path) -> None:
    folder = project(
        tmp_path,
        {
            "particle.ignore": "src/*.cpp",
            "particle.include": "src/*",
            "src/a.cpp": "",
            "src/a.inc": "",
            "src/deep/a.cpp": "",
            "particle.include.txt": "*.md",
        },
    )
    assert chosen(folder) == ["src/a.inc", "src/deep/a.cpp"]


NONE: set[str] = set()


@pytest.mark.parametrize(
    ("pattern", "matches"),
    [
        ("*.x", {"a.x"}),
        ("**/*.x", {"a.x", "d/a.x", "d/e/a.x", "d/[b].x", "d/b.x"}),
        ("**", {"a.x", "d/a.x", "d/e/a.x", "d/[b].x", "d/b.x", "b.y"}),
        ("d/*.x", {"d/a.x", "d/[b].x", "d/b.x"}),
        ("./d//a.x", {"d/a.x"}),
        ("/a.x", {"a.x"}),
        ("d/**/a.x", {"d/a.x", "d/e/a.x"}),
        ("?.x", {"a.x"}),
        ("d/[ab].x", {"d/a.x", "d/b.x"}),
        ("d/[!a].x", {"d/b.x"}),
        ("d/[^a].x", {"d/b.x"}),
        ("d/[a-b].x", {"d/a.x", "d/b.x"}),
        ("d/[[]b].x", {"d/[b].x"}),
        ("{a.x,b.y}", {"a.x", "b.y"}),
        ("{a,b}.{x,y}", {"a.x", "b.y"}),
        ("{a}.x", NONE),
        (".h/*.x", NONE),
        ("[]-]", NONE),
        ("a.x/", {"a.x"}),
        ("d", NONE),
        ("[a.x", NONE),
    ],
)
def test_patterns(tmp_path: Path, pattern: str, matches: set[str]) -> None:
    files = ["a.x", "b.y", "d/a.x", "d/b.x", "d/e/a.x", "d/[b].x", ".h/a.x", ".h/.a.x", "main.c"]
    folder = project(tmp_path, dict.fromkeys(files, "") | {"particle.include": pattern})
    assert set(chosen(folder)) - {"main.c", "particle.include"} == matches


@pytest.mark.parametrize("where", ["particle.include", "lib/particle.ignore"])
def test_pattern_that_leaves_the_project(tmp_path: Path, where: str) -> None:
    folder = project(tmp_path, {"main.c": "", where: "../../*.c"})
    with pytest.raises(ValueError, match=rf"{where}: the pattern '../../\*\.c' leaves the project"):
        chosen(folder)


@pytest.mark.parametrize(
    "files", [[], ["a.txt"], ["a.h", "build.mk", "project.properties"], [".main.cpp"]]
)
def test_folder_without_sources(tmp_path: Path, files: list[str]) -> None:
    folder = project(tmp_path, dict.fromkeys(files, ""))
    with pytest.raises(ValueError, match="has no sources to compile") as caught:
        chosen(folder)
    assert repr(str(folder)) in str(caught.value)


# Particle's CLI sends what is directly in a linked folder; with --followSymlinks all of it.
def test_symbolic_links(tmp_path: Path) -> None:
    outside = project(tmp_path / "outside", {"src/lib.cpp": "", "deep/lib.h": "", "near.cpp": ""})
    folder = project(tmp_path / "project", {"main.cpp": "", "lib/own/src/own.cpp": ""})
    try:
        (folder / "lib" / "linked").symlink_to(outside, target_is_directory=True)
    except OSError:
        pytest.skip("no symbolic links here")
    (folder / "shared").symlink_to(outside / "src", target_is_directory=True)
    (folder / "linked.h").symlink_to(outside / "deep" / "lib.h")
    (folder / "lib" / "linked" / "particle.ignore").write_text("src/*")

    assert chosen(folder) == [
        "lib/linked/deep/lib.h",
        "lib/linked/near.cpp",
        "lib/own/src/own.cpp",
        "linked.h",
        "main.cpp",
        "shared/lib.cpp",
    ]


@pytest.mark.parametrize("target", [".", "lib", "..", "outside"])
def test_a_link_to_a_folder_around_it(tmp_path: Path, target: str) -> None:
    folder = project(tmp_path / "project", {"main.cpp": "", "lib/own.cpp": ""})
    (tmp_path / "outside").mkdir()
    try:
        (tmp_path / "outside" / "back").symlink_to(folder, target_is_directory=True)
    except OSError:
        pytest.skip("no symbolic links here")
    place = tmp_path if target == "outside" else folder
    (folder / "lib" / "loop").symlink_to(place / target, target_is_directory=True)
    with pytest.raises(ValueError, match=r"loop.*' leads back to a folder around it"):
        chosen(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="has no pipes with names")
def test_what_is_no_file_is_left_out(tmp_path: Path) -> None:
    folder = project(tmp_path, {"main.cpp": "", "other.cpp/inside.h": ""})
    os.mkfifo(folder / "pipe.cpp")
    (folder / "linked.cpp").symlink_to(folder / "pipe.cpp")
    (folder / "itself").symlink_to("itself")
    assert chosen(folder) == ["main.cpp", "other.cpp/inside.h"]


def test_link_to_nothing(tmp_path: Path) -> None:
    folder = project(tmp_path, {"main.cpp": ""})
    try:
        (folder / "gone.cpp").symlink_to(folder / "nothing.cpp")
    except OSError:
        pytest.skip("no symbolic links here")
    with pytest.raises(FileNotFoundError, match=r"gone\.cpp"):
        chosen(folder)


# What glob 7 understands, which Particle's CLI uses, and these patterns don't.
@pytest.mark.parametrize(
    "pattern", ["+(a|b).h", "!(x).cpp", "lib/@(a|b)/*.h", "*(a).h", "?(a).h", "a{1..3}.h", r"a\*.h"]
)
@pytest.mark.parametrize("where", ["particle.include", "lib/particle.ignore"])
def test_pattern_that_is_not_understood(tmp_path: Path, where: str, pattern: str) -> None:
    project(tmp_path, {"main.cpp": "", where: pattern})
    with pytest.raises(ValueError, match=rf"^{re.escape(where)}: only .* are understood: "):
        chosen(tmp_path)


# Particle's CLI bundles the folder that assetOtaDir= names, and the variables that env= names.
@pytest.mark.parametrize(
    "line", ["assetOtaDir=assets", " env = env.json", "assetOtaDir: a", "env e"]
)
def test_a_project_with_assets_is_refused(tmp_path: Path, line: str) -> None:
    files = {"main.cpp": "", "project.properties": f"name=x\n{line}\n", "env.json": "{}"}
    project(tmp_path, files)
    with pytest.raises(ValueError, match=r"asks for a bundle: make it with `particle compile`"):
        chosen(tmp_path)
    (tmp_path / "project.properties").write_text("environment=x\nassetOtaDir=\n#env=env.json\n")
    assert chosen(tmp_path) == ["main.cpp", "project.properties"]
