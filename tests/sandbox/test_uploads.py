"""What the local cloud checks of uploads: parts, sizes, and which ``#error`` counts."""

import io
import tarfile
from typing import Any

import httpx
import pytest

from particle_client.firmware.compiler import parse_messages
from particle_client.sandbox import Sandbox, upload_limits
from particle_client.sandbox.preprocessor import reached_errors

SOURCE = b"void setup() {}\nvoid loop() {}\n"


def compile_files(api: httpx.Client, *files: tuple[str, str, bytes]) -> httpx.Response:
    parts = [(part, (name, content)) for part, name, content in files]
    return api.post("/v1/binaries", data={"platform_id": "13"}, files=parts)


# --- parts ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "files",
    [
        [("file", "main.cpp", SOURCE), ("file2", "main.cpp", SOURCE)],
        [("file", "main.cpp", SOURCE), ("file", "other.cpp", SOURCE)],
        [("files", "main.cpp", SOURCE)],
        [("file[0]", "main.cpp", SOURCE)],
        [("file", "/main.cpp", SOURCE)],
        [("file", "lib/../../main.cpp", SOURCE)],
    ],
)
def test_parts_that_are_wrong(api: httpx.Client, files: list[Any]) -> None:
    answer = compile_files(api, *files)
    assert (answer.status_code, answer.json()["ok"]) == (400, False)


def test_parts_as_in_the_reference(api: httpx.Client) -> None:
    files = [("file", "a.cpp", SOURCE), ("file1", "lib/b.cpp", b""), ("file2", "lib/b.h", b"")]
    assert compile_files(api, *files).json()["ok"] is True


# --- sizes ----------------------------------------------------------------------------------------


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> int:
    """Let nothing be larger than this."""
    for limit in ("SOURCES", "BINARY", "LIBRARY"):
        monkeypatch.setattr(upload_limits, limit, 1000)
    return 1000


def assert_too_large(answer: httpx.Response) -> None:
    assert answer.status_code == 413
    assert "at most 1000 are taken" in answer.text


def test_sources_that_are_too_large(api: httpx.Client, small: int) -> None:
    half = b"\n" * (small // 2)
    files = [("file", "a.cpp", half), ("file2", "b.cpp", half)]
    assert compile_files(api, *files).json()["ok"] is True
    assert_too_large(compile_files(api, *files, ("file3", "c.h", b"\n")))


def test_binaries_that_are_too_large(cloud: Sandbox, api: httpx.Client, small: int) -> None:
    product = cloud.add_product("Fleet", platform_id=13)
    device = cloud.add_device("board", platform_id=13)
    firmware = f"/v1/products/{product.id}/firmware"
    for version, size in ((1, small), (2, small + 1)):
        files = {"file": ("a.bin", bytes(size))}
        uploaded = api.post(firmware, data={"version": version, "title": "t"}, files=files)
        flashed = api.put(f"/v1/devices/{device.id}", files=files)
        if size <= small:
            assert (uploaded.status_code, flashed.status_code) == (201, 200)
        else:
            assert_too_large(uploaded)
            assert_too_large(flashed)
    assert len(api.get(firmware).json()) == 1


def test_sources_to_flash_that_are_too_large(cloud: Sandbox, api: httpx.Client, small: int) -> None:
    device = cloud.add_device("sources", platform_id=13)
    files = {"file": ("a.cpp", b"\n" * (small + 1))}
    assert_too_large(api.put(f"/v1/devices/{device.id}", files=files))
    assert device.flashed == []


def test_a_library_that_is_too_large(api: httpx.Client, small: int) -> None:
    written = io.BytesIO()
    with tarfile.open(fileobj=written, mode="w:gz") as opened:
        entry = tarfile.TarInfo("library.properties")
        text = b"name=large\nversion=1.0.0\n"
        entry.size = len(text)
        opened.addfile(entry, io.BytesIO(text))
    archive = written.getvalue()
    larger = archive + bytes(small + 1 - len(archive))
    assert_too_large(api.post("/v1/libraries", files={"file": ("archive.tar.gz", larger)}))
    assert api.post("/v1/libraries", files={"file": ("a.tar.gz", archive)}).status_code == 201


# --- compile errors -------------------------------------------------------------------------------


def test_the_output_is_what_a_compiler_prints(api: httpx.Client) -> None:
    broken = b'int a;\n  #error "no such board"\n#error again\n'
    answer = compile_files(api, ("file", "main.cpp", SOURCE), ("file2", "lib/b.cpp", broken)).json()
    [output] = answer["errors"]
    assert output == (
        "make -C ../modules/boron/user-part all\n"
        'lib/b.cpp:2:4: error: #error "no such board"\n'
        '   #error "no such board"\n'
        "    ^~~~~\n"
        "lib/b.cpp:3:2: error: #error again\n"
        " #error again\n"
        "  ^~~~~\n"
        "make[1]: *** [../build/target/user/platform-13-m/lib/b.o] Error 1\n"
        "make: *** [user] Error 2\n"
    )
    assert [message.place for message in parse_messages(output)] == [
        "lib/b.cpp:2:4",
        "lib/b.cpp:3:2",
    ]


def test_other_files_may_say_error(api: httpx.Client) -> None:
    notes = ("file2", "notes.txt", b"#error is a directive\n")
    assert compile_files(api, ("file", "main.cpp", SOURCE), notes).json()["ok"] is True


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("#error", [1]),
        ("  # error x", [1]),
        ("// #error", []),
        ("/* #error\n#error\n*/\n#error", [4]),
        ("/* #error\n", []),
        ('Log.info("#error");', []),
        ("#errors", []),
        ("#if 0\n#error\n#endif\n#error", [4]),
        ("#if 1\n#error\n#else\n#error\n#endif", [2]),
        ("#if 0\n#error\n#elif 0\n#error\n#else\n#error\n#endif", [6]),
        ("#if 0\n#elif 1\n#error\n#elif 1\n#error\n#else\n#error\n#endif", [3]),
        ("#if PLATFORM_ID == 13\n#error\n#else\n#error\n#endif", []),
        ("#ifndef GUARD_H\n#define GUARD_H\n#error\n#endif", [3]),
        ("#define A(x) x\n#ifdef A\n#error\n#else\n#error\n#endif", [3]),
        ("#define A\n#undef A\n#ifndef A\n#error\n#endif", [4]),
        ("#define A\n#ifndef A\n#error\n#endif", []),
        ("#ifdef NEVER\n#error\n#else\n#error\n#endif", []),
        ("#ifndef PARTICLE\n#error not for Particle\n#endif", []),
        ("#ifndef BOARD\n#error choose a board\n#endif", [2]),
        ("#ifndef SHARED\n#error\n#endif", []),
        ("#if 0\n#if 1\n#error\n#endif\n#endif", []),
        ("#endif\n#else\n#error", [3]),
        ("\nasdf\n", [2]),
        ("void setup() {}\n/* a */  asdf // what\n", []),
        ("void setup() {}\n/* a\n*/  asdf\n\n", [3]),
        ("int a; // one; two", []),
        ("int a;\nDONE", []),
        ("int a;\nstart", []),
        ("int a", []),
    ],
)
def test_which_errors_count(text: str, lines: list[int]) -> None:
    files = {"main.cpp": text, "shared.h": "#define SHARED 1\n#define start int b;\n"}
    found = list(reached_errors(files))
    assert [(each.file, each.line) for each in found] == [("main.cpp", line) for line in lines]


def test_a_word_that_is_no_statement(api: httpx.Client) -> None:
    answer = compile_files(api, ("file", "fail.cpp", b"\nasdf\n")).json()
    assert answer["ok"] is False
    [message] = parse_messages(answer["errors"])
    assert (message.place, message.text) == ("fail.cpp:2:1", "'asdf' does not name a type")
