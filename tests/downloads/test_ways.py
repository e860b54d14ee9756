"""The ways to take a file: in memory, at a path, piece by piece."""

from __future__ import annotations

import gzip
import zlib
from typing import TYPE_CHECKING, Any

import pytest

from particle_client import NotFoundError, ResponseDecodeError

from .files import CONTENT, HALF

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from particle_client import AsyncParticle
    from particle_client.sandbox import Sandbox
    from tests.conftest import NewClient
    from tests.recorder import Recorder

pytestmark = pytest.mark.anyio


async def test_in_memory(wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.answer(content=CONTENT)
    assert await wire.firmware.download("id") == CONTENT
    assert recorder.last.header("accept-encoding") == "identity"
    assert recorder.last.header("range") is None


@pytest.mark.parametrize("as_text", [False, True])
async def test_at_a_path(
    as_text: bool, wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    recorder.answer(content=CONTENT)
    path = tmp_path / "firmware.bin"
    path.write_bytes(b"older")
    saved = await wire.product("p").firmware.download(3, to=str(path) if as_text else path)
    assert saved == path
    assert path.read_bytes() == CONTENT
    assert list(tmp_path.iterdir()) == [path]
    assert recorder.last.target == "/v1/products/p/firmware/3/binary"


async def test_piece_by_piece(wire: AsyncParticle, recorder: Recorder) -> None:
    disposition = "attachment; filename*=UTF-8''f%C3%BCr%20alle.bin"
    recorder.answer(content=CONTENT, headers={"content-disposition": disposition})
    async with wire.firmware.download("id", stream=True) as download:
        assert (download.length, download.done) == (len(CONTENT), 0)
        assert download.filename == "für alle.bin"
        assert download.content_type == "application/json"
        assert download.headers["Content-Length"] == str(len(CONTENT))
        pieces = [piece async for piece in download]
        assert download.done == len(CONTENT)
        assert [piece async for piece in download] == []
    assert b"".join(pieces) == CONTENT
    assert len(pieces) > 1


async def test_some_pieces_and_then_the_rest(
    wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    recorder.answer(content=CONTENT)
    recorder.answer(content=CONTENT)
    for saved in (False, True):
        async with wire.firmware.download("id", stream=True) as download:
            async for piece in download:
                first = piece
                break
            if saved:
                more = (await download.save(tmp_path / "rest")).read_bytes()
            else:
                more = await download.read()
        assert first + more == CONTENT
        assert 0 < len(first) < len(CONTENT)


async def test_the_connection_is_used_again(wire: AsyncParticle, recorder: Recorder) -> None:
    for _ in range(3):
        recorder.answer(content=CONTENT)
    await wire.firmware.download("id")
    async with wire.firmware.download("id", stream=True) as download:
        async for _ in download:
            pass
    await wire.firmware.download("id")
    assert recorder.connections == 1


@pytest.mark.parametrize(
    ("sent", "filename"),
    [
        ('attachment; filename="../../etc/passwd"', "passwd"),
        (r'attachment; filename="..\\..\\boot.ini"', "boot.ini"),
        ("attachment; filename=..", None),
        ("attachment; filename*=UTF-8''%2Fetc%2F%00a", "a"),
        ("attachment; filename*=UTF-8''C%3A%5Cfile%7C", "file"),
        ("inline", None),
        (None, None),
    ],
)
async def test_a_name_never_leads_out_of_the_folder(
    sent: str | None, filename: str | None, wire: AsyncParticle, recorder: Recorder
) -> None:
    recorder.answer(content=b"x", headers={"content-disposition": sent} if sent else {})
    async with wire.firmware.download("id", stream=True) as download:
        assert download.filename == filename


async def test_nothing_is_known_before_it_is_open(wire: AsyncParticle, recorder: Recorder) -> None:
    async with wire.firmware.download("id", stream=True) as download:
        target: Any = getattr(download, "target", download)
        fresh = type(target)(target._client, target._source, {})
        for name in ("length", "filename", "content_type", "headers"):
            with pytest.raises(RuntimeError, match="with"):
                getattr(fresh, name)


async def test_an_empty_file(wire: AsyncParticle, recorder: Recorder, tmp_path: Path) -> None:
    for _ in range(3):
        recorder.answer(content=b"")
    assert await wire.firmware.download("id") == b""
    assert (await wire.firmware.download("id", to=tmp_path / "a")).read_bytes() == b""
    async with wire.firmware.download("id", stream=True) as download:
        assert [piece async for piece in download] == []
        assert download.length == 0


async def test_what_is_compressed_is_unpacked(wire: AsyncParticle, recorder: Recorder) -> None:
    packed = gzip.compress(b"x" * 1000)
    told: list[tuple[int, int | None]] = []
    recorder.answer(content=packed, headers={"content-encoding": "gzip", "etag": '"1"'})
    async with wire.firmware.download(
        "id",
        stream=True,
        headers={"Accept-Encoding": "gzip"},
        progress=lambda done, total: told.append((done, total)),
    ) as download:
        assert download.length is None
        assert await download.read() == b"x" * 1000
    assert recorder.last.header("accept-encoding") == "gzip"
    assert told[-1] == (1000, None)


async def test_all_members_of_a_gzip_file_are_unpacked(
    wire: AsyncParticle, recorder: Recorder
) -> None:
    packed = gzip.compress(CONTENT[:HALF]) + gzip.compress(CONTENT[HALF:])
    recorder.answer(content=packed, headers={"content-encoding": "gzip"})
    assert await wire.firmware.download("id") == CONTENT


@pytest.mark.parametrize(
    ("encoding", "part"),
    [
        ("gzip", lambda: gzip.compress(CONTENT)[:-5]),
        ("gzip", lambda: gzip.compress(CONTENT)[:20_000]),
        ("deflate", lambda: zlib.compress(CONTENT)[:-1]),
    ],
    ids=["no checksum", "half", "deflate"],
)
async def test_what_is_not_unpacked_as_a_whole(
    encoding: str,
    part: Callable[[], bytes],
    wire: AsyncParticle,
    recorder: Recorder,
    tmp_path: Path,
) -> None:
    recorder.answer(content=part(), headers={"content-encoding": encoding})
    recorder.answer(content=part(), headers={"content-encoding": encoding})
    with pytest.raises(ResponseDecodeError, match="encoding is broken: it ends too soon"):
        await wire.firmware.download("id")
    with pytest.raises(ResponseDecodeError):
        await wire.firmware.download("id", to=tmp_path / "a")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("encoding", ["gzip", "x-gzip"])
async def test_gzip_of_several_members(
    encoding: str, wire: AsyncParticle, recorder: Recorder
) -> None:
    content = gzip.compress(b'{"a": ') + gzip.compress(b"1}")
    for _ in range(2):
        recorder.answer(content=content, headers={"content-encoding": encoding})
    assert await wire.firmware.download("id") == b'{"a": 1}'
    assert (await wire.get("/v1/things")).json() == {"a": 1}


async def test_a_response_that_is_cut_short(wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.answer(
        content=gzip.compress(b'{"id": "1"}')[:-1], headers={"content-encoding": "gzip"}
    )
    with pytest.raises(ResponseDecodeError, match="encoding is broken: it ends too soon"):
        await wire.devices.get("1")


async def test_progress_is_told(wire: AsyncParticle, recorder: Recorder, tmp_path: Path) -> None:
    for to in (None, tmp_path / "a"):
        recorder.answer(content=CONTENT)
        told: list[tuple[int, int | None]] = []
        options: Any = {} if to is None else {"to": to}
        options["progress"] = lambda done, total, told=told: told.append((done, total))
        await wire.firmware.download("id", **options)
        assert told[0] == (0, len(CONTENT))
        assert told[-1] == (len(CONTENT), len(CONTENT))
        assert [done for done, _ in told] == sorted({done for done, _ in told})
        assert len(told) > 2


async def test_the_raw_answer_can_be_seen(
    wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    for _ in range(2):
        recorder.answer(content=CONTENT, headers={"x-mine": "1"})
    response = await wire.with_raw_response(wire.firmware.download, "id")
    assert response.content == response.data == CONTENT
    assert response.headers["x-mine"] == "1"
    saved: Any = await wire.with_raw_response(
        wire.firmware.download,
        "id",
        to=tmp_path / "a",
    )
    assert saved.data == tmp_path / "a"
    assert saved.headers["x-mine"] == "1"
    recorder.answer(404, json={"error": "gone"})
    seen: list[Any] = []
    with pytest.raises(NotFoundError):
        await wire.firmware.download("id", on_response=seen.append)
    assert [each.status_code for each in seen] == [404]


async def test_one_way_at_a_time(wire: AsyncParticle, recorder: Recorder, tmp_path: Path) -> None:
    options: Any = {"to": tmp_path / "a", "stream": True}
    with pytest.raises(TypeError, match="not both"):
        await wire.firmware.download("id", **options)
    with pytest.raises(TypeError, match="unexpected argument: progres"):
        await wire.firmware.download("id", progres=print)  # type: ignore[call-overload]
    with (tmp_path / "file").open("wb") as file, pytest.raises(TypeError, match="stream=True"):
        await wire.firmware.download("id", to=file)  # type: ignore[call-overload]
    assert recorder.requests == []


async def test_the_local_cloud_gives_them_all(
    new_client: NewClient, cloud: Sandbox, tmp_path: Path
) -> None:
    client = new_client(access_token=cloud.access_token, base_url=cloud.base_url)
    firmware = await client.firmware.compile({"main.cpp": b"void setup() {}"}, platform_id=13)
    content = await client.firmware.download(firmware.binary_id)
    path = await client.firmware.download(firmware.binary_id, to=tmp_path / "a.bin")
    assert path.read_bytes() == content
    async with client.firmware.download(firmware.binary_id, stream=True) as download:
        assert download.length == len(content)
