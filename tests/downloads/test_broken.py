"""Connections that break in the middle of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx
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

from .files import CONTENT, HALF, broken

if TYPE_CHECKING:
    from pathlib import Path

    from particle_client import AsyncParticle
    from particle_client.sandbox import Sandbox
    from tests.both import Kind
    from tests.conftest import NewClient
    from tests.recorder import Recorder

pytestmark = pytest.mark.anyio

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


WHOLE = pytest.mark.parametrize("way", ["memory", "path"])
"""Ways in which nobody has seen the first pieces when the connection breaks."""


@WHOLE
async def test_it_begins_anew(
    way: str, wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    broken(recorder)
    broken(recorder, sent=0)
    recorder.answer(content=CONTENT)
    told: list[int] = []
    content = await take(wire, way, tmp_path, progress=lambda done, total: told.append(done))
    assert content == CONTENT
    assert told.count(0) == 3
    assert told[-1] == len(CONTENT)
    for request in recorder.requests:
        assert request.header("range") is None
        assert request.header("authorization") == "Bearer token"
        assert request.header("accept-encoding") == "identity"


@WHOLE
async def test_what_comes_then_may_be_another_version(
    way: str, wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    changed = b"another" * 10_000
    broken(recorder)
    recorder.answer(content=changed)
    assert await take(wire, way, tmp_path) == changed


async def test_pieces_that_somebody_has_do_not_begin_anew(
    wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    broken(recorder)
    with pytest.raises(APIConnectionError, match="broke"):
        await take(wire, "pieces", tmp_path)
    for rest in ("read", "save"):
        broken(recorder)
        async with wire.firmware.download("id", stream=True) as download:
            async for _ in download:
                break
            with pytest.raises(APIConnectionError, match="broke"):
                await (download.read() if rest == "read" else download.save(tmp_path / "a"))
    assert len(recorder.requests) == 3
    assert list(tmp_path.iterdir()) == []


@WHOLE
async def test_not_for_ever(
    way: str, wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    for _ in range(6):
        broken(recorder)
    attempts: list[RetryAttempt] = []
    policy = RetryPolicy(3, initial_delay=0, on_retry=attempts.append)
    with pytest.raises(APIConnectionError, match="broke"):
        await take(wire, way, tmp_path, retries=policy)
    assert len(recorder.requests) == 4
    assert [each.number for each in attempts] == [1, 2, 3]
    assert list(tmp_path.iterdir()) == []


@WHOLE
@pytest.mark.parametrize(
    "policy",
    [0, RetryPolicy(2, initial_delay=8, deadline=3.9), RetryPolicy(connection_errors=False)],
)
async def test_where_the_policy_says_no_it_is_over(
    policy: Any, way: str, wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    broken(recorder)
    with pytest.raises(APIConnectionError, match="broke"):
        await take(wire, way, tmp_path, retries=policy)
    assert len(recorder.requests) == 1
    assert list(tmp_path.iterdir()) == []


async def test_requests_that_fail_are_not_retried_twice(
    wire: AsyncParticle, recorder: Recorder
) -> None:
    for _ in range(9):
        recorder.answer_raw(b"")  # the connection just closes
    with pytest.raises(APIConnectionError):
        await wire.firmware.download("id")
    assert len(recorder.requests) == 3


@WHOLE
async def test_the_second_time_it_can_be_refused(
    way: str, wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    broken(recorder)
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


async def test_a_server_that_says_no_more(
    wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(CONTENT)}\r\n\r\n".encode()
    recorder.answer_raw(head + CONTENT[:HALF], stall=True)
    recorder.answer(content=CONTENT)
    # Only the silent answer waits for its time-out.
    assert await take(wire, "path", tmp_path, timeout=0.2) == CONTENT
    recorder.answer_raw(head + CONTENT[:HALF], stall=True)
    with pytest.raises(APITimeoutError):
        await take(wire, "memory", tmp_path, timeout=0.2, retries=0)


async def test_a_put_is_repeated_as_a_whole(wire: AsyncParticle, recorder: Recorder) -> None:
    broken(recorder)
    recorder.answer(content=CONTENT)
    assert await wire.devices.download_manufacturing_backup("id") == CONTENT
    assert [each.method for each in recorder.requests] == ["PUT", "PUT"]


async def test_a_part_that_the_user_asks_for(wire: AsyncParticle, recorder: Recorder) -> None:
    range_ = f"bytes {HALF}-{len(CONTENT) - 1}/{len(CONTENT)}"
    recorder.answer(206, content=CONTENT[HALF:], headers={"content-range": range_})
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


@WHOLE
async def test_the_local_cloud_breaks_off(
    way: str, new_client: NewClient, cloud: Sandbox, tmp_path: Path
) -> None:
    attempts: list[RetryAttempt] = []
    policy = RetryPolicy(1, initial_delay=0, on_retry=attempts.append)
    client = new_client(access_token=cloud.access_token, base_url=cloud.base_url, retries=policy)
    firmware = await client.firmware.compile({"main.cpp": b"void setup() {}"}, platform_id=13)
    content = await client.firmware.download(firmware.binary_id)
    with cloud.faults.drop("downloadFirmware", at="body", times=1) as fault:
        if way == "memory":
            came = await client.firmware.download(firmware.binary_id)
        else:
            path = await client.firmware.download(firmware.binary_id, to=tmp_path / "a.bin")
            came = path.read_bytes()
        assert fault.hits == 1
    assert came == content
    assert len(attempts) == 1


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


@WAYS
@pytest.mark.parametrize(
    ("came", "message"), [(9, "9 bytes came, but 10 were"), (11, "11 bytes came, but 10 were")]
)
async def test_a_length_that_differs(
    came: int, message: str, way: str, kind: Kind, new_client: NewClient, tmp_path: Path
) -> None:
    """Most HTTP libraries see to that; this is for one that doesn't."""

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, headers={"content-length": "10"}, content=b"x" * came)

    client_type = httpx.Client if kind == "sync" else httpx.AsyncClient
    http_client: Any = client_type(transport=httpx.MockTransport(answer))
    client = new_client(access_token="token", http_client=http_client)
    with pytest.raises(DownloadError, match=message) as caught:
        await take(client, way, tmp_path)
    assert caught.value.length == 10
    assert caught.value.url.endswith("/v1/binaries/id")
    assert list(tmp_path.iterdir()) == []
