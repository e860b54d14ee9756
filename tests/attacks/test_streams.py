"""A server, a signal handler or a dead address can't keep a stream busy, silent or closed."""

from __future__ import annotations

import logging
import os
import re
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anyio
import anyio.to_thread
import pytest

from particle_client.errors import ConfigurationError, StreamReconnectError
from tests.events.following import TOKEN
from tests.events.raw_server import Connection, RawServer, event, streaming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import NewClient

pytestmark = pytest.mark.anyio

PATIENCE = 20  # seconds; far longer than it takes


@pytest.fixture
def server() -> Iterator[RawServer]:
    with RawServer() as server:
        yield server


async def take(stream: Any) -> str | None:
    """Return the data of the next event of either kind of stream; None at its end."""
    if hasattr(stream, "__anext__"):
        found = await anext(stream, None)
    else:
        found = await anyio.to_thread.run_sync(next, stream, None)
    return None if found is None else found.data


async def open_and_close(stream: Any) -> None:
    async with stream:
        pass


async def interrupted(stream: Any, data: str) -> None:
    """Take an event, and be interrupted."""
    assert await take(stream) == data
    raise KeyboardInterrupt


@pytest.mark.parametrize("asked", [0, 3600000])
async def test_a_server_that_asks_for_no_delay_or_for_an_hour(
    asked: int, new_client: NewClient, server: RawServer
) -> None:
    def asking(connection: Connection) -> None:
        connection.answer()
        connection.chunk(b"retry: %d\n\n" % asked + event(1))
        connection.finish()

    server.script = [asking]
    waits: list[float] = []
    async with new_client(access_token=TOKEN, base_url=server.url).events.stream(
        "test",
        reconnect_delay=0.03,
        max_reconnect_delay=0.05,
        on_retry=lambda _, seconds, __: waits.append(seconds),
    ) as stream:
        with anyio.fail_after(PATIENCE):
            assert [await take(stream) for _ in range(3)] == ["1"] * 3
    assert len(waits) >= 2
    assert all(0.03 <= wait <= 0.05 for wait in waits)


async def test_an_id_that_no_server_takes_back(new_client: NewClient, server: RawServer) -> None:
    def long_id(connection: Connection) -> None:
        connection.answer()
        connection.chunk(event(1, "x" * 100_000))
        connection.finish()

    server.script = [long_id, streaming(2)]
    client = new_client(access_token=TOKEN, base_url=server.url)
    async with client.events.stream("test", reconnect_delay=0.01) as stream:
        with anyio.fail_after(PATIENCE):
            assert [await take(stream), await take(stream)] == ["1", "2"]
    assert "last-event-id" not in server.requests[1].headers


async def test_a_dead_address_is_warned_of(
    new_client: NewClient, caplog: pytest.LogCaptureFixture
) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{nobody.getsockname()[1]}"
        product = new_client(access_token=TOKEN, base_url=url).product("lamps")
        options: dict[str, Any] = {"reconnect_delay": 0.001, "max_reconnects": 5}
        with (
            caplog.at_level(logging.WARNING, "particle_client.events"),
            pytest.raises(StreamReconnectError, match="max_reconnects=5"),
        ):
            await open_and_close(product.events.stream("glow", **options))
    (record,) = (each for each in caplog.records if each.name == "particle_client.events")
    assert record.levelno == logging.WARNING
    assert "/products/lamps/events/glow" in record.getMessage()
    assert TOKEN not in record.getMessage()


async def test_a_dead_address_is_warned_of_once_a_minute(
    new_client: NewClient, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, passed = time.monotonic, 0.0
    monkeypatch.setattr(time, "monotonic", lambda: real() + passed)

    def half_a_minute_passes(*_: object) -> None:
        nonlocal passed
        passed += 30

    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{nobody.getsockname()[1]}"
        client = new_client(access_token=TOKEN, base_url=url)
        options: dict[str, Any] = {"reconnect_delay": 0.001, "max_reconnects": 5}
        options["on_retry"] = half_a_minute_passes
        with (
            caplog.at_level(logging.INFO, "particle_client.events"),
            pytest.raises(StreamReconnectError),
        ):
            await open_and_close(client.events.stream("glow", **options))
    levels = [each.levelname for each in caplog.records if each.name == "particle_client.events"]
    assert levels == ["WARNING", "INFO", "WARNING", "INFO", "WARNING"]


async def test_a_server_that_hangs_up_at_once_is_warned_of(
    new_client: NewClient, server: RawServer, caplog: pytest.LogCaptureFixture
) -> None:
    def greeting(connection: Connection) -> None:
        connection.answer()
        connection.finish()

    server.script = [greeting]
    client = new_client(access_token=TOKEN, base_url=server.url)
    options: dict[str, Any] = {"reconnect_delay": 0.001, "max_reconnects": 5}
    with caplog.at_level(logging.WARNING, "particle_client.events"):
        async with client.events.stream("glow", **options) as stream:
            with pytest.raises(StreamReconnectError), anyio.fail_after(PATIENCE):
                await take(stream)
    (record,) = (each for each in caplog.records if each.name == "particle_client.events")
    assert "/v1/events/glow: not connected" in record.getMessage()


def test_the_loop_of_the_readme_is_not_silent() -> None:
    """Without any logging set up, Python shows warnings."""
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    (program,) = re.findall(r"### Events\n.*?```python\n(.*?)```", readme, re.DOTALL)
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{nobody.getsockname()[1]}"
        process = subprocess.Popen(
            [sys.executable, "-c", program],
            env={**os.environ, "PARTICLE_BASE_URL": url, "PARTICLE_ACCESS_TOKEN": TOKEN},
            stderr=subprocess.PIPE,
            text=True,
        )
        assert process.stderr is not None
        try:
            line = process.stderr.readline()  # the program doesn't end by itself
        finally:
            process.kill()
            process.communicate()
    assert line.startswith("Event stream /v1/devices/events/temperature: not connected")
    assert f"GET {url}/v1/devices/events/temperature: can't connect" in line
    assert "Check base_url" in line
    assert ".." not in line


async def test_an_interrupt_in_the_loop(new_client: NewClient, server: RawServer) -> None:
    server.script = [streaming(1, 2, 3)]
    reasons: list[Exception] = []
    client = new_client(access_token=TOKEN, base_url=server.url)
    async with client.events.stream("test", on_disconnect=reasons.append) as stream:
        for number in ("1", "2", "3"):
            with pytest.raises(KeyboardInterrupt):
                await interrupted(stream, number)
        assert stream.connected
    assert reasons == []
    assert len(server.requests) == 1


MALFORMED: dict[str, bytes] = {
    "no number": b"no number\r\n",
    "a negative one": b"-5\r\n",
    "no line end": b"5\r\nabcdeXX",
    "huge": b"f" * 40 + b"\r\n",
}


@pytest.mark.parametrize("content", MALFORMED.values(), ids=MALFORMED)
async def test_chunks_that_are_malformed(
    content: bytes, new_client: NewClient, server: RawServer
) -> None:
    """They come after the head, in a segment of their own, and then nothing does."""
    go_on = threading.Event()

    def malformed(connection: Connection) -> None:
        connection.answer()
        connection.chunk(event(1))
        go_on.wait(PATIENCE)
        connection.send(content)
        connection.hold()

    server.script = [malformed, streaming(2)]
    client = new_client(access_token=TOKEN, base_url=server.url)
    options: dict[str, Any] = {"idle_timeout": 0.2, "reconnect_delay": 0.001}
    async with client.events.stream("test", **options) as stream:
        with anyio.fail_after(PATIENCE):
            assert await take(stream) == "1"
            go_on.set()
            assert await take(stream) == "2"


# --- closing ------------------------------------------------------------------------------------


class Reached:
    """A server step or a look-up that says when it has been reached, and then goes no further."""

    def __init__(self) -> None:
        self.event = threading.Event()
        self.over = threading.Event()

    def step(self, connection: Connection) -> None:
        self.event.set()
        connection.hold()

    def look_up(self, *arguments: Any, **_: Any) -> Any:
        if any(flags & socket.AI_NUMERICHOST for flags in arguments[5:]):  # trio; asks nobody
            raise socket.gaierror(socket.EAI_NONAME, "no number")
        self.event.set()
        self.over.wait(PATIENCE)
        raise socket.gaierror("no such host")


@pytest.fixture
def reached() -> Iterator[Reached]:
    reached = Reached()
    yield reached
    reached.over.set()


@pytest.mark.parametrize("phase", ["look-up", "TLS", "head", "body"])
async def test_closing_a_stream_from_a_thread(
    kind: str,
    phase: str,
    new_client: NewClient,
    server: RawServer,
    reached: Reached,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if (kind, phase) == ("own httpx.AsyncClient", "TLS"):
        pytest.skip("httpx itself leaves the connection open when TLS is cancelled")
    url = server.url
    if phase == "look-up":
        url = "https://cloud.invalid"
        monkeypatch.setattr(socket, "getaddrinfo", reached.look_up)
    elif phase == "TLS":
        url = url.replace("http:", "https:")
        monkeypatch.setattr(server, "_answer", lambda sock: reached.step(Connection(sock, b"")))
    else:
        server.script = [reached.step if phase == "head" else streaming(then=reached.step)]
    client: Any = new_client(access_token=TOKEN, base_url=url)
    client = getattr(client, "target", client)
    stream = client.events.stream("test", connect_timeout=60)
    closed = threading.Event()

    def close() -> None:
        reached.event.wait(PATIENCE)
        stream.close()
        closed.set()

    thread = threading.Thread(target=close)
    thread.start()
    with anyio.fail_after(PATIENCE / 4):
        assert await take(stream) is None
        assert await anyio.to_thread.run_sync(closed.wait, PATIENCE / 4)
        if hasattr(stream, "aclose"):  # else the event loop closes the connection
            await stream.aclose()
    thread.join()


async def test_closing_the_client_ends_a_stream(
    kind: str, new_client: NewClient, server: RawServer
) -> None:
    if kind.startswith("own"):
        pytest.skip("whose connections belong to the user")
    server.script = [streaming(1)]
    client = new_client(access_token=TOKEN, base_url=server.url)
    async with client.events.stream("test", reconnect_delay=0.001) as stream:
        with anyio.fail_after(PATIENCE):
            assert await take(stream) == "1"
            await client.close()
            with pytest.raises(ConfigurationError, match="client is closed"):
                await take(stream)
