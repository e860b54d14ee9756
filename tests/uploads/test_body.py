"""The multipart body: its form and length, what is closed, and what happens on errors."""

from __future__ import annotations

import email
import email.policy
import io
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from particle_client.uploads import (
    FilePart,
    MultipartBody,
    collect_sources,
    number_parts,
)
from particle_client.uploads.files import CHUNK_SIZE

from .bodies import blocks_of, body_of, both_ways, read
from .kinds import async_chunks
from .strict_multipart import Part, parse

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import OpenedFiles

pytestmark = pytest.mark.anyio


@both_ways
async def test_exact_bytes(mode: str) -> None:
    body = body_of({"main.cpp": b"int a;", "b.bin": b"\r\n"}, ("latest", "true"))
    boundary = body.boundary
    expected = (
        f"--{boundary}\r\n"
        'Content-Disposition: form-data; name="file"; filename="main.cpp"\r\n'
        "Content-Type: text/x-c\r\n"
        "\r\n"
        "int a;\r\n"
        f"--{boundary}\r\n"
        'Content-Disposition: form-data; name="file2"; filename="b.bin"\r\n'
        "Content-Type: application/octet-stream\r\n"
        "\r\n"
        "\r\n\r\n"
        f"--{boundary}\r\n"
        'Content-Disposition: form-data; name="latest"\r\n'
        "\r\n"
        "true\r\n"
        f"--{boundary}--\r\n"
    ).encode()
    assert await read(body, mode) == expected
    assert body.content_type == f"multipart/form-data; boundary={boundary}"
    assert body.content_length == len(expected)
    assert b"".join(body.prepare()) == expected


@both_ways
@pytest.mark.parametrize(
    ("files", "fields"),
    [({}, []), ({}, [("a", "1")]), ({"a.c": b""}, []), ({"a.c": b""}, [("", "")])],
)
async def test_without_files_or_fields(
    mode: str, files: dict[str, bytes], fields: list[tuple[str, str]]
) -> None:
    parts = number_parts(collect_sources(files)) if files else []
    body = MultipartBody(fields, parts)
    content = await read(body, mode)
    parsed = parse(content, body.content_type)
    assert [(part.name, part.filename) for part in parsed] == [
        *((name, part.name) for name, part in parts),
        *((name, None) for name, _ in fields),
    ]
    assert body.content_length == len(content)


def test_standard_library_reads_the_same() -> None:
    content = bytes(range(256)) * 40 + b"\r\n--boundary--\r\n\n\r"
    body = body_of({"src/größe.bin": content, "b.txt": b"text"}, ("title", "größer\r\nX: y"))
    message = email.message_from_bytes(
        f"Content-Type: {body.content_type}\r\n\r\n".encode() + b"".join(body.prepare()),
        policy=email.policy.HTTP,
    )
    files: list[Any] = [*message.iter_parts()]
    assert [part.get_payload(decode=True) for part in files] == [
        content,
        b"text",
        "größer\r\nX: y".encode(),
    ]
    assert [part.get_content_type() for part in files[:2]] == [
        "application/octet-stream",
        "text/plain",
    ]
    assert [part.get_param("name", header="content-disposition") for part in files] == [
        "file",
        "file2",
        "title",
    ]


def test_each_body_has_its_own_boundary() -> None:
    boundaries = {body_of({"a.c": b""}).boundary for _ in range(20)}
    assert len(boundaries) == 20


@pytest.mark.parametrize("where", ["file", "field"])
@pytest.mark.parametrize(
    ("name", "sent"),
    [
        ('a"b', "a%22b"),
        (
            "a\r\nContent-Type: text/html\r\n\r\n<b>",
            "a%0D%0AContent-Type: text/html%0D%0A%0D%0A<b>",
        ),
        ("a\\b%22", "a\\b%22"),
        ("größe 💡.cpp", "größe 💡.cpp"),
    ],
)
def test_names_cannot_end_their_header(where: str, name: str, sent: str) -> None:
    body = MultipartBody(
        [(name, "value")] if where == "field" else [],
        [(name, FilePart("a.c", b""))] if where == "file" else [],
    )
    (parsed,) = parse(b"".join(body.prepare()), body.content_type)
    assert parsed.name == sent
    assert parsed.filename == ("a.c" if where == "file" else None)


def test_a_content_type_cannot_end_its_header() -> None:
    part = FilePart("a.c", b"", "text/plain\r\nX-Evil: 1")
    body = MultipartBody([], [("file", part)])
    (parsed,) = parse(b"".join(body.prepare()), body.content_type)
    assert parsed.content_type == "text/plain%0D%0AX-Evil: 1"


@pytest.mark.parametrize("field", [("\ud800", ""), ("name", "\ud800")])
def test_text_that_is_not_unicode(field: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match="surrogates not allowed"):
        MultipartBody([field], [])


@both_ways
async def test_nothing_is_read_before_it_is_asked_for(
    mode: str, tmp_path: Path, opened: OpenedFiles
) -> None:
    (tmp_path / "main.cpp").write_bytes(b"int a;")

    class Untouched(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise AssertionError("read before it was asked for")

    files: Any = {"a.cpp": tmp_path / "main.cpp", "b.bin": Untouched(b"b")}
    body = body_of(files, progress=lambda done, total: None)
    if mode == "sync":
        body.prepare()
    else:
        await body.aprepare()
    assert not opened.files


@both_ways
async def test_one_file_is_open_at_a_time(mode: str, tmp_path: Path, opened: OpenedFiles) -> None:
    for number in range(5):
        (tmp_path / f"{number}.c").write_bytes(bytes(2 * CHUNK_SIZE))
    seen: set[int] = set()
    async for _ in blocks_of(body_of(tmp_path), mode):
        seen.add(opened.open_now)
    assert len(opened.files) == 5
    assert seen <= {0, 1}
    assert opened.open_now == 0


@both_ways
async def test_many_small_files_share_blocks(mode: str, tmp_path: Path) -> None:
    for number in range(300):
        (tmp_path / f"{number:03}.c").write_text(f"int a{number};")
    (tmp_path / "!first.c").write_bytes(bytes(2 * CHUNK_SIZE))
    body = body_of(tmp_path, ("latest", "true"))
    blocks = [block async for block in blocks_of(body, mode)]
    assert len(blocks) <= sum(map(len, blocks)) // CHUNK_SIZE + 1
    parts = parse(b"".join(blocks), body.content_type)
    assert parts.pop(0).filename == "!first.c"
    assert [part.content.decode() for part in parts] == [
        *(f"int a{number};" for number in range(300)),
        "true",
    ]


async def test_asynchronous_and_synchronous_files_keep_their_order(tmp_path: Path) -> None:
    (tmp_path / "big.bin").write_bytes(b"z" * (3 * CHUNK_SIZE))
    files: Any = {
        "a.c": async_chunks(b"a" * 100_000),
        "b.c": b"b",
        "c.c": tmp_path / "big.bin",
        "d.c": async_chunks(b""),
        "e.c": async_chunks(b"e"),
        "f.c": io.StringIO("f"),
    }
    body = body_of(files, ("latest", "true"))
    parts = parse(await read(body, "async"), body.content_type)
    assert [part.name for part in parts] == [
        *(f"file{n or ''}" for n in (0, *range(2, 7))),
        "latest",
    ]
    assert [part.content for part in parts] == [
        b"a" * 100_000,
        b"b",
        b"z" * (3 * CHUNK_SIZE),
        b"",
        b"e",
        b"f",
        b"true",
    ]


async def test_what_is_on_disk_is_read_as_it_is_sent(tmp_path: Path, opened: OpenedFiles) -> None:
    (tmp_path / "a.c").write_bytes(b"abc")
    body = body_of(tmp_path)
    body.prepare()
    await body.aprepare()
    assert not opened.files


@both_ways
async def test_one_seekable_file_for_two_files(mode: str) -> None:
    file = io.BytesIO(b"-abc")
    file.seek(1)
    body = body_of({"a.c": file, "b.c": file})
    parts = parse(await read(body, mode), body.content_type)
    assert [part.content for part in parts] == [b"abc", b"abc"]


@both_ways
async def test_progress(mode: str, tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_bytes(bytes(10 * CHUNK_SIZE))
    calls: list[tuple[int, int | None]] = []
    body = body_of(
        {"a.bin": tmp_path / "a.bin", "b.c": b"small"},
        progress=lambda done, total: calls.append((done, total)),
    )
    sent = 0
    async for block in blocks_of(body, mode):
        # What is being sent isn't done.
        assert calls[-1][0] == sent
        sent += len(block)
    length = body.content_length
    assert calls[0] == (0, length)
    assert calls[-1] == (length, length)
    assert len(calls) > 10
    assert [done for done, _ in calls] == sorted({done for done, _ in calls})
    assert {total for _, total in calls} == {length}

    calls.clear()
    await read(body, mode)
    assert calls[0] == (0, length)


@both_ways
async def test_progress_of_a_small_body(mode: str) -> None:
    calls: list[tuple[int, int | None]] = []
    for files in ({"a.c": iter([b"abc"])}, {"a.c": b"abc"}):
        calls.clear()
        body = body_of(files, progress=lambda done, total: calls.append((done, total)))
        sent = await read(body, mode)
        assert calls[-1] == (len(sent), body.content_length)


@both_ways
async def test_httpx_takes_it(mode: str, tmp_path: Path, opened: OpenedFiles) -> None:
    (tmp_path / "a.bin").write_bytes(bytes(10 * CHUNK_SIZE))
    files: Any = {"a.bin": tmp_path / "a.bin"}
    files["b.bin"] = iter([b"abc"])
    body = body_of(files)
    requests: list[tuple[httpx.Headers, bytes]] = []

    def answer(request: httpx.Request) -> httpx.Response:
        requests.append((request.headers, request.content))
        return httpx.Response(200)

    headers = {"Content-Type": body.content_type}
    blocks: Any = body.prepare() if mode == "sync" else await body.aprepare()
    headers["Content-Length"] = str(body.content_length)
    if mode == "sync":
        with httpx.Client(transport=httpx.MockTransport(answer)) as client:
            client.post("http://test/", content=blocks, headers=headers)
    else:
        async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as async_client:
            await async_client.post("http://test/", content=blocks, headers=headers)
    ((sent_headers, content),) = requests
    assert "transfer-encoding" not in sent_headers
    parts = parse(content, sent_headers["content-type"])
    assert parts[0] == Part("file", "a.bin", "application/octet-stream", bytes(10 * CHUNK_SIZE))
    assert opened.open_now == 0


def test_representation_shows_no_content() -> None:
    body = body_of({"a.c": b"secret"}, ("token", "secret"))
    assert "secret" not in repr(body)
    assert "secret" not in repr(collect_sources({"a.c": b"secret"}))
