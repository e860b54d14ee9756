"""AsyncParticle over aiohttp. Here are tests of its own; test_aiohttp_shared.py runs others'."""

from __future__ import annotations

import asyncio
import socket
import threading
from typing import TYPE_CHECKING, Any

import pytest

from particle_client import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    AsyncParticle,
    ConfigurationError,
    PayloadTooLargeError,
    Timeout,
)
from tests.conftest import TOKEN

from .servers import ScriptedServer, answer_once, read_head, read_request

if TYPE_CHECKING:
    from pathlib import Path

    from particle_client.sandbox import Sandbox
    from tests.recorder import Recorder

aiohttp = pytest.importorskip("aiohttp")

pytestmark = pytest.mark.anyio

LARGE = b"x" * (32 * 1024 * 1024)


def over_aiohttp(url: str, **options: Any) -> AsyncParticle:
    return AsyncParticle(TOKEN, base_url=url, http_client="aiohttp", **options)


# --- early responses ------------------------------------------------------------------------------


async def test_an_answer_before_the_body_is_sent() -> None:
    def script(server: ScriptedServer, connection: socket.socket) -> None:
        read_head(connection)
        connection.sendall(answer_once(413))
        server.over.wait()

    with ScriptedServer(script) as server:
        async with over_aiohttp(server.base_url) as client:
            with pytest.raises(PayloadTooLargeError):
                await client.post("/v1/things", content=LARGE)


async def test_a_server_that_stops_reading() -> None:
    def script(server: ScriptedServer, connection: socket.socket) -> None:
        read_head(connection)
        server.over.wait()

    with ScriptedServer(script) as server:
        async with over_aiohttp(server.base_url) as client:
            with pytest.raises(APITimeoutError, match=r"write took over 0\.05 s") as caught:
                await client.post("/v1/things", content=LARGE, timeout=Timeout(60, write=0.05))
            assert (caught.value.phase, caught.value.sent) == ("write", True)


async def test_what_came_before_the_connection_broke() -> None:
    def script(server: ScriptedServer, connection: socket.socket) -> None:
        read_head(connection)
        connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")

    with ScriptedServer(script) as server:
        async with (
            over_aiohttp(server.base_url, retries=0) as client,
            client.download_file("/v1/things", stream=True) as download,
        ):
            response: Any = download._response
            content = response.http_response.content
            while content.exception() is None:  # aiohttp knows, and the piece isn't read yet
                await asyncio.sleep(0)
            assert await anext(download) == b"hello"
            with pytest.raises(APIConnectionError):
                await anext(download)


async def test_chunks_without_an_end() -> None:
    """aiohttp's own read timeout doesn't notice."""

    def script(server: ScriptedServer, connection: socket.socket) -> None:
        read_head(connection)
        connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n5")
        server.over.wait()

    with ScriptedServer(script) as server:
        async with over_aiohttp(server.base_url, retries=0) as client:
            with pytest.raises(APITimeoutError, match=r"read took over 0\.05 s"):
                await client.get("/v1/things", timeout=Timeout(60, read=0.05))


async def test_a_server_that_goes_away_in_the_middle() -> None:
    def script(server: ScriptedServer, connection: socket.socket) -> None:
        read_head(connection)
        connection.recv(65536)

    with ScriptedServer(script) as server:
        async with over_aiohttp(server.base_url) as client:
            with pytest.raises(APIConnectionError, match="the connection broke") as caught:
                await client.post("/v1/things", content=LARGE)
        assert caught.value.sent is True
        assert server.connections == 1


async def test_a_large_body_arrives_whole() -> None:
    arrived: list[bytes] = []

    def script(server: ScriptedServer, connection: socket.socket) -> None:
        arrived.append(read_request(connection).partition(b"\r\n\r\n")[2])
        connection.sendall(answer_once())

    body = bytes(range(256)) * 8192
    with ScriptedServer(script) as server:
        async with over_aiohttp(server.base_url) as client:
            await client.post("/v1/things", content=body)
    assert arrived == [body]


async def test_an_upload(recorder: Recorder, tmp_path: Path) -> None:
    path = tmp_path / "firmware.bin"
    path.write_bytes(bytes(range(256)) * 8192)
    async with over_aiohttp(recorder.base_url) as client:
        await client.devices.flash("1", path)
    assert path.read_bytes() in recorder.last.body
    assert recorder.last.header("content-length") == str(len(recorder.last.body))
    assert str(recorder.last.header("content-type")).startswith("multipart/form-data; boundary=")


# --- concurrency and cancelling -------------------------------------------------------------------


async def test_thousands_of_calls_at_once(recorder: Recorder) -> None:
    async with over_aiohttp(recorder.base_url) as client:
        answers = await asyncio.gather(*(client.get(f"/v1/things/{n}") for n in range(2000)))
    assert [answer.json() for answer in answers] == [{}] * 2000
    assert recorder.connections <= 100


async def test_cancelled_calls_leave_nothing_behind() -> None:
    stall = threading.Event()
    stall.set()

    def script(server: ScriptedServer, connection: socket.socket) -> None:
        while True:
            read_request(connection)
            if stall.is_set():
                connection.recv(1)
                return
            connection.sendall(answer_once())

    with ScriptedServer(script) as server:
        async with over_aiohttp(server.base_url) as client:
            calls = [asyncio.ensure_future(client.get("/v1/things")) for _ in range(300)]
            while server.connections < 100:
                await asyncio.sleep(0)
            for call in calls:
                call.cancel()
            await asyncio.gather(*calls, return_exceptions=True)
            stall.clear()
            await asyncio.gather(*(client.get("/v1/things") for _ in range(150)))
        server.wait_for(lambda: server.open == 0)


async def test_streams_take_no_connection_from_calls(cloud: Sandbox) -> None:
    async with (
        AsyncParticle(cloud.access_token, base_url=cloud.base_url, http_client="aiohttp") as client,
        client.events.stream("lamp") as events,
    ):
        await client.events.publish("lamp/on", "1")
        assert (await events.wait_for("lamp/on", timeout=30)).data == "1"


# --- what goes over the wire ----------------------------------------------------------------------


async def test_headers_are_those_of_the_client(recorder: Recorder) -> None:
    recorder.answer(headers={"Set-Cookie": "spy=1", "X-Twice": "a", "x-twice": "b"})
    async with over_aiohttp(recorder.base_url, headers={"X-Mine": "1"}) as client:
        response = await client.get("/v1/things/%2e%2E%20?a=%20b%2Fc")
        assert response.headers["x-TWICE"] == "a, b"
        assert sorted(response.headers) == [
            "content-length",
            "content-type",
            "set-cookie",
            "x-twice",
        ]
        await client.post("/v1/things")
    first, second = recorder.requests
    assert first.target == "/v1/things/%2e%2E%20?a=%20b%2Fc"
    assert {name.lower() for name, _ in first.headers} == {
        *("host", "accept", "accept-encoding", "user-agent", "x-mine", "authorization"),
    }
    assert second.header("cookie") is None
    assert second.header("content-length") == "0"
    assert second.header("content-type") is None


async def test_a_netrc_file_is_not_read(
    recorder: Recorder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "netrc"
    path.write_text("machine 127.0.0.1 login me password s3cret\n")
    monkeypatch.setenv("NETRC", str(path))
    async with over_aiohttp(recorder.base_url) as client:
        await client.get("/v1/things")
    assert recorder.last.header("authorization") == f"Bearer {TOKEN}"


async def test_a_put_is_not_repeated_behind_our_back(recorder: Recorder) -> None:
    async with over_aiohttp(recorder.base_url, retries=0) as client:
        await client.get("/v1/things")  # the connection is used before
        recorder.clear()
        recorder.answer_raw(b"")
        with pytest.raises(APIConnectionError):
            await client.put("/v1/things", json={})
    assert len(recorder.requests) == 1


# --- a session of one's own -----------------------------------------------------------------------


async def test_a_session_of_ones_own(recorder: Recorder) -> None:
    async with aiohttp.ClientSession(headers={"X-Own": "1"}) as session:
        async with AsyncParticle(TOKEN, base_url=recorder.base_url, http_client=session) as client:
            recorder.answer(302, headers={"location": "https://elsewhere.example/"})
            with pytest.raises(APIStatusError, match="HTTP 302"):
                await client.devices.call_function("1", "brew")
        assert not session.closed
        assert recorder.last.header("x-own") == "1"
        assert recorder.last.header("authorization") == f"Bearer {TOKEN}"
    other = AsyncParticle(TOKEN, base_url=recorder.base_url, http_client=session)
    with pytest.raises(ConfigurationError, match="http_client that was passed in is closed"):
        await other.get("/v1/things")


async def test_a_session_of_ones_own_repeats_nothing(recorder: Recorder) -> None:
    async with (
        aiohttp.ClientSession(headers={"X-Own": "1"}, cookies={"mine": "2"}) as session,
        AsyncParticle(TOKEN, base_url=recorder.base_url, http_client=session, retries=0) as client,
    ):
        await client.get("/v1/things")  # the connection is used before
        session.headers["X-Later"] = "3"
        recorder.clear()
        recorder.answer_raw(b"")
        with pytest.raises(APIConnectionError):
            await client.put("/v1/things", json={})
        assert len(recorder.requests) == 1
        assert [recorder.last.header(name) for name in ("x-own", "x-later", "cookie")] == [
            "1",
            "3",
            "mine=2",
        ]
        await client.close()
        async with session.get(recorder.base_url) as answer:  # it repeats for its owner
            assert answer.status == 200


def test_another_event_loop(recorder: Recorder) -> None:
    client = over_aiohttp(recorder.base_url)

    async def use() -> None:
        await client.get("/v1/things")

    async def use_and_close() -> None:
        await use()
        await client.close()

    with asyncio.Runner() as first, asyncio.Runner() as second:
        first.run(use())
        with pytest.raises(ConfigurationError, match="belongs to another event loop"):
            second.run(use())
        first.run(use_and_close())
        with pytest.raises(ConfigurationError, match="The client is closed"):
            first.run(use())
