"""Connections that break in the middle of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from particle_client import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    DownloadError,
    ResponseDecodeError,
    RetryAttempt,
    RetryPolicy,
)

from .files import AT_ONCE, CONTENT, HALF, broken, rest

if TYPE_CHECKING:
    from pathlib import Path

    from particle_client import AsyncParticle
    from particle_client.sandbox import Sandbox
    from tests.conftest import NewClient
    from tests.recorder import Recorder

pytestmark = pytest.mark.anyio

ETAG = 'ETag: "1"'
DATES = (
    "Date: Wed, 25 Nov 2026 10:00:00 GMT",
    "Last-Modified: Tue, 24 Nov 2026 10:00:00 GMT",
)
WAYS = pytest.mark.parametrize("way", ["memory", "path", "pieces"])


async def take(wire: AsyncParticle, way: str, folder: Path, **options: Any) -> bytes:
    """Download, in one of the ways."""
    if way == "memory":
        content: bytes = await wire.firmware.download("id", **options)
        return content
    if way == "path":
        path = folder / "firmware.bin"
        await wire.firmware.download("id", to=path, **options)
        assert list(folder.iterdir()) == [path]
        return path.read_bytes()
    async with wire.firmware.download("id", stream=True, **options) as download:
        return b"".join([piece async for piece in download])


@WAYS
@pytest.mark.parametrize("mark", [(ETAG,), DATES])
async def test_the_rest_is_asked_for(
    mark: tuple[str, ...], way: str, wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    broken(recorder, *mark)
    rest(recorder, HALF)
    told: list[int] = []
    content = await take(wire, way, tmp_path, progress=lambda done, total: told.append(done))
    assert content == CONTENT
    assert told == sorted(told)
    first, second = recorder.requests
    assert first.header("range") is None
    assert second.header("range") == f"bytes={HALF}-"
    assert second.header("if-range") == mark[-1].partition(": ")[2]
    assert second.header("authorization") == "Bearer token"
    assert second.header("accept-encoding") == "identity"


@WAYS
async def test_it_may_break_again(
    way: str, wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    range_ = f"Content-Range: bytes {HALF}-{len(CONTENT) - 1}/{len(CONTENT)}"
    broken(recorder, ETAG)
    broken(recorder, ETAG, range_, sent=1000, start=HALF, status="206 Partial Content")
    rest(recorder, HALF + 1000, etag='"1"')
    assert await take(wire, way, tmp_path) == CONTENT
    assert [each.header("range") for each in recorder.requests] == [
        None,
        f"bytes={HALF}-",
        f"bytes={HALF + 1000}-",
    ]


@WAYS
async def test_not_for_ever(
    way: str, wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    range_ = f"Content-Range: bytes {HALF}-{len(CONTENT) - 1}/{len(CONTENT)}"
    broken(recorder, ETAG)
    for _ in range(5):
        broken(recorder, ETAG, range_, sent=0, start=HALF, status="206 Partial Content")
    attempts: list[RetryAttempt] = []
    policy = RetryPolicy(3, initial_delay=0, on_retry=attempts.append)
    with pytest.raises(APIConnectionError, match="broke"):
        await take(wire, way, tmp_path, retries=policy)
    assert len(recorder.requests) == 4
    assert [each.number for each in attempts] == [1, 2, 3]
    assert list(tmp_path.iterdir()) == []


@WAYS
async def test_without_retries_it_is_over(
    way: str, wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    broken(recorder, ETAG)
    with pytest.raises(APIConnectionError, match="broke"):
        await take(wire, way, tmp_path, retries=0)
    assert len(recorder.requests) == 1
    assert list(tmp_path.iterdir()) == []


@WAYS
@pytest.mark.parametrize(
    "headers",
    [
        (),
        ('ETag: W/"1"',),
        (ETAG, "Accept-Ranges: none"),
        (DATES[1],),
        (DATES[0], DATES[0].replace("Date", "Last-Modified")),
        (DATES[0], "Last-Modified: yesterday"),
    ],
    ids=["nothing", "weak", "no ranges", "no date", "just changed", "no time"],
)
async def test_without_a_mark_it_begins_anew(
    headers: tuple[str, ...], way: str, wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    broken(recorder, *headers)
    recorder.answer(content=CONTENT)
    if way == "pieces":  # somebody has the first ones
        with pytest.raises(APIConnectionError, match="broke"):
            await take(wire, way, tmp_path)
        assert len(recorder.requests) == 1
        return
    assert await take(wire, way, tmp_path) == CONTENT
    assert [each.header("range") for each in recorder.requests] == [None, None]


@WAYS
async def test_a_file_that_changed_meanwhile(
    way: str, wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    changed = b"another" * 10_000
    broken(recorder, ETAG)
    recorder.answer(content=changed, headers={"etag": '"2"'})
    if way == "pieces":
        with pytest.raises(DownloadError, match="changed") as caught:
            await take(wire, way, tmp_path)
        assert (caught.value.done, caught.value.length) == (HALF, len(CONTENT))
        return
    assert await take(wire, way, tmp_path) == changed


@WAYS
@pytest.mark.parametrize(
    "headers",
    [
        {"content-range": "bytes 0-299999/300000"},
        {"content-range": "bytes 150000-299999/400000"},
        {"content-range": "pages 3-4/5"},
        {"content-range": "bytes 150000-299999/300000", "etag": '"2"'},
        {"content-range": "bytes 150000-299999/300000", "content-encoding": "gzip"},
        {},
    ],
    ids=["start", "length", "unit", "etag", "encoding", "nothing"],
)
async def test_another_part_than_asked_for_is_not_taken(
    headers: dict[str, str], way: str, wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    broken(recorder, ETAG)
    recorder.answer(206, content=CONTENT[HALF:], headers=headers)
    recorder.answer(content=CONTENT, headers={"etag": '"2"'})
    if way == "pieces":  # somebody has the first ones
        with pytest.raises(DownloadError, match="another part"):
            await take(wire, way, tmp_path)
        return
    told: list[int] = []
    content = await take(wire, way, tmp_path, progress=lambda done, total: told.append(done))
    assert content == CONTENT
    asked = [each.header("range") for each in recorder.requests]
    assert asked == [None, f"bytes={HALF}-", None]
    begun_anew = told.index(0, 1)
    assert told[:begun_anew] == sorted(set(told[:begun_anew]))
    assert told[begun_anew:] == sorted(set(told[begun_anew:]))


@WAYS
async def test_a_part_that_is_not_there_any_more(
    way: str, wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    shorter = CONTENT[:1000]
    broken(recorder, ETAG)
    recorder.answer(416, headers={"content-range": "bytes */1000"})
    recorder.answer(content=shorter)
    if way == "pieces":
        with pytest.raises(APIStatusError) as caught:
            await take(wire, way, tmp_path)
        assert caught.value.status_code == 416
        return
    assert await take(wire, way, tmp_path) == shorter


async def test_a_server_that_never_gives_the_rest(wire: AsyncParticle, recorder: Recorder) -> None:
    for _ in range(3):
        broken(recorder, ETAG)
        recorder.answer(206, content=CONTENT)
    with pytest.raises(APIConnectionError):
        await wire.firmware.download("id", retries=AT_ONCE)
    assert len(recorder.requests) == 5


@WAYS
async def test_the_rest_can_be_refused(
    way: str, wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    broken(recorder, ETAG)
    recorder.answer(403, json={"error": "expired"})
    with pytest.raises(APIStatusError) as caught:
        await take(wire, way, tmp_path)
    assert caught.value.status_code == 403
    assert list(tmp_path.iterdir()) == []


@WAYS
async def test_a_chunked_body_that_ends_too_soon(
    way: str, wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    for _ in range(3):
        recorder.answer_raw(
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n5\r\nwor"
        )
    with pytest.raises(APIConnectionError):
        await take(wire, way, tmp_path)
    assert list(tmp_path.iterdir()) == []


@WAYS
async def test_the_rest_of_what_has_no_length(
    way: str, wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    recorder.answer_raw(
        b'HTTP/1.1 200 OK\r\nETag: "1"\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n'
    )
    rest(recorder, 5, b"hello world")
    assert await take(wire, way, tmp_path) == b"hello world"


async def test_a_server_that_says_no_more(
    wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    head = f"HTTP/1.1 200 OK\r\n{ETAG}\r\nContent-Length: {len(CONTENT)}\r\n\r\n".encode()
    recorder.answer_raw(head + CONTENT[:HALF], stall=True)
    rest(recorder, HALF)
    # Only the silent answer waits for its time-out.
    assert await take(wire, "path", tmp_path, timeout=0.2) == CONTENT
    recorder.answer_raw(head + CONTENT[:HALF], stall=True)
    with pytest.raises(APITimeoutError):
        await take(wire, "memory", tmp_path, timeout=0.2, retries=0)


async def test_a_put_is_repeated_as_a_whole(wire: AsyncParticle, recorder: Recorder) -> None:
    broken(recorder, ETAG)
    recorder.answer(content=CONTENT)
    assert await wire.devices.download_manufacturing_backup("id") == CONTENT
    assert [(each.method, each.header("range")) for each in recorder.requests] == [
        ("PUT", None),
        ("PUT", None),
    ]


async def test_a_part_that_the_user_asks_for(wire: AsyncParticle, recorder: Recorder) -> None:
    rest(recorder, HALF, etag='"1"')
    content = await wire.firmware.download("id", headers={"Range": f"bytes={HALF}-"})
    assert content == CONTENT[HALF:]
    assert recorder.last.header("range") == f"bytes={HALF}-"


async def test_a_download_that_was_closed_does_not_seem_whole(
    wire: AsyncParticle, recorder: Recorder
) -> None:
    recorder.answer(content=CONTENT)
    async with wire.firmware.download("id", stream=True) as download:
        async for _ in download:
            break
        await download.close()
        with pytest.raises(DownloadError, match="closed before its end"):
            await download.read()


async def test_a_download_that_failed_does_not_seem_whole(
    wire: AsyncParticle, recorder: Recorder
) -> None:
    broken(recorder)
    async with wire.firmware.download("id", stream=True) as download:
        with pytest.raises(APIConnectionError):
            async for _ in download:
                pass
        with pytest.raises(DownloadError, match="closed before its end"):
            async for _ in download:
                pass


@WAYS
async def test_the_local_cloud_gives_the_rest(
    way: str, new_client: NewClient, cloud: Sandbox, tmp_path: Path
) -> None:
    attempts: list[RetryAttempt] = []
    policy = RetryPolicy(1, initial_delay=0, on_retry=attempts.append)
    client = new_client(access_token=cloud.access_token, base_url=cloud.base_url, retries=policy)
    firmware = await client.firmware.compile({"main.cpp": b"void setup() {}"}, platform_id=13)
    content = await client.firmware.download(firmware.binary_id)
    asked: list[str | None] = []
    client = client.with_options(
        on_request=lambda request: asked.append(dict(request.headers).get("range"))
    )
    with cloud.faults.drop("downloadFirmware", at="body", times=1) as fault:
        path = tmp_path / "a.bin"
        if way == "memory":
            came = await client.firmware.download(firmware.binary_id)
        elif way == "path":
            came = (await client.firmware.download(firmware.binary_id, to=path)).read_bytes()
        else:
            async with client.firmware.download(firmware.binary_id, stream=True) as download:
                came = b"".join([piece async for piece in download])
        assert fault.hits == 1
    assert came == content
    assert len(attempts) == 1
    assert [value is not None for value in asked] == [False, True]


@WAYS
async def test_a_web_page_is_no_firmware(
    way: str, wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    """It comes from a proxy, or from the login page of a network."""
    page = b"<html>Welcome to the hotel</html>"
    recorder.answer(content=page, content_type="text/html; charset=utf-8")
    with pytest.raises(ResponseDecodeError, match="It is a web page: check base_url") as caught:
        await take(wire, way, tmp_path)
    assert (caught.value.status_code, caught.value.content) == (200, page)
    assert caught.value.response.headers["content-type"].startswith("text/html")
    assert list(tmp_path.iterdir()) == []
    assert len(recorder.requests) == 1


async def test_a_web_page_that_is_asked_for(wire: AsyncParticle, recorder: Recorder) -> None:
    page = b"<html>Manual</html>"
    recorder.answer(content=page, content_type="text/html")
    assert await wire.download_file("/v1/manual.html") == page
