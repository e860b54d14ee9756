"""The deadline of a call is the end of all its waits, whatever comes meanwhile.

Each server here would go on for some twenty seconds.
"""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from typing import TYPE_CHECKING, Any

import pytest

from particle_client import APITimeoutError, Particle, PasswordLogin, RetryPolicy, StreamClosedError
from tests.conftest import TOKEN
from tests.transport.servers import ScriptedServer, answer_once, read_head, read_request

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.conftest import NewClient

pytestmark = pytest.mark.anyio

POLICY = RetryPolicy(5, initial_delay=0, deadline=0.3)
GOES_ON = 20.0
"""Seconds; the tests would wait for so long if nothing ended them."""


def repeat(server: ScriptedServer, connection: socket.socket, head: bytes, piece: bytes) -> None:
    """Send a piece again and again; no wait for one is ever long."""
    read_request(connection)
    connection.sendall(head)
    end = time.monotonic() + GOES_ON
    while time.monotonic() < end and not server.over.wait(0.002):
        connection.sendall(piece)


def steady(server: ScriptedServer, connection: socket.socket) -> None:
    repeat(server, connection, b"HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n", b"x" * 10)


def chunks(server: ScriptedServer, connection: socket.socket) -> None:
    repeat(
        server,
        connection,
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"1\r\n \r\n" * 50,
    )


def informational(server: ScriptedServer, connection: socket.socket) -> None:
    repeat(server, connection, b"", b"HTTP/1.1 102 Processing\r\n\r\n")


def late_chunk(server: ScriptedServer, connection: socket.socket) -> None:
    """Break the framing in a segment after that of the head, and say nothing more."""
    read_request(connection)
    connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    server.over.wait(0.05)
    connection.sendall(b"zz\r\nhello\r\n")
    server.over.wait(GOES_ON)


def silent(server: ScriptedServer, connection: socket.socket) -> None:
    read_request(connection)
    server.over.wait(GOES_ON)


def client_of(server: ScriptedServer, new_client: NewClient, **options: Any) -> Any:
    options = {"access_token": TOKEN, "retries": POLICY, **options}
    return new_client(base_url=server.base_url, **options)


@pytest.mark.parametrize("script", [steady, chunks, informational])
async def test_a_call(script: Any, kind: str, new_client: NewClient) -> None:
    if kind == "own httpx.Client" and script is informational:
        pytest.skip("httpx reads these in a loop of its own, which only its connection can end")
    with ScriptedServer(script) as server:
        with pytest.raises(APITimeoutError):
            await client_of(server, new_client).devices.get("1")
        assert server.connections <= 1


@pytest.mark.parametrize("to_file", [False, True])
@pytest.mark.parametrize("script", [steady, chunks])
async def test_a_download(
    script: Any, to_file: bool, new_client: NewClient, tmp_path: Path
) -> None:
    where = {"to": tmp_path / "file"} if to_file else {}
    with ScriptedServer(script) as server:
        with pytest.raises(APITimeoutError):
            await client_of(server, new_client).download_file("/v1/things", **where)
        assert server.connections <= 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("script", [steady, silent])
async def test_the_token_of_a_call(script: Any, new_client: NewClient) -> None:
    """The login ends with the call that it is for."""
    login = PasswordLogin("user@example.com", "correct horse")
    with ScriptedServer(script) as server:
        client = client_of(server, new_client, access_token=login, retries=0)
        with pytest.raises(APITimeoutError, match="/oauth/token"):
            await client.devices.get("1", retries=POLICY)
        assert server.connections <= 1


async def test_a_token_that_comes_too_late(new_client: NewClient) -> None:
    """The call isn't sent after its deadline."""
    with ScriptedServer(silent) as server:

        def get_token() -> str:
            server.over.wait(0.4)
            return TOKEN

        client = client_of(server, new_client, access_token=get_token)
        with pytest.raises(APITimeoutError, match="/v1/devices/1") as caught:
            await client.devices.get("1")
        assert caught.value.sent is False
        assert server.connections == 0


def test_a_login_that_others_wait_for() -> None:
    """Who has less time than the login leaves it to the others."""
    asked = threading.Event()
    release = threading.Event()

    def script(server: ScriptedServer, connection: socket.socket) -> None:
        while True:
            is_login = read_request(connection).startswith(b"POST /oauth/token")
            if is_login:
                asked.set()
                release.wait(GOES_ON)
            token = b'{"access_token": "b", "token_type": "bearer", "expires_in": 3600}'
            connection.sendall(answer_once(200, token if is_login else b'{"id": "1"}'))

    login = PasswordLogin("user@example.com", "correct horse")
    with (
        ScriptedServer(script) as server,
        Particle(login, base_url=server.base_url, retries=0) as client,
    ):
        found: list[str] = []
        first = threading.Thread(target=lambda: found.append(client.devices.get("1").id))
        first.start()
        assert asked.wait(GOES_ON)
        with pytest.raises(APITimeoutError) as caught:
            client.devices.get("1", retries=POLICY)
        assert caught.value.sent is False
        release.set()
        first.join()
    assert found == ["1"]


def test_a_login_with_less_time_than_those_who_wait_for_it() -> None:
    """They begin another, in their own time."""
    logins = 0
    asked = threading.Event()

    def script(server: ScriptedServer, connection: socket.socket) -> None:
        nonlocal logins
        while True:
            is_login = read_request(connection).startswith(b"POST /oauth/token")
            if is_login:
                logins += 1
                asked.set()
                if logins == 1:
                    server.over.wait(GOES_ON)
            token = b'{"access_token": "b", "token_type": "bearer", "expires_in": 3600}'
            connection.sendall(answer_once(200, token if is_login else b'{"id": "1"}'))

    login = PasswordLogin("user@example.com", "correct horse")
    with (
        ScriptedServer(script) as server,
        Particle(login, base_url=server.base_url, retries=0) as client,
    ):
        failures: list[BaseException] = []

        def call_with_deadline() -> None:
            try:
                client.devices.get("1", retries=POLICY)
            except APITimeoutError as error:
                failures.append(error)

        first = threading.Thread(target=call_with_deadline)
        first.start()
        assert asked.wait(GOES_ON)
        assert client.devices.get("1").id == "1"
        first.join()
    assert len(failures) == 1
    assert logins == 2


@pytest.mark.parametrize("is_download", [False, True])
async def test_broken_chunks_that_come_late(is_download: bool, new_client: NewClient) -> None:
    """No timeout of aiohttp's fires then."""
    with ScriptedServer(late_chunk) as server:
        client = client_of(server, new_client, timeout=0.3, retries=0)
        with pytest.raises(Exception, match="GET"):
            await (client.download_file("/v1/a") if is_download else client.devices.get("1"))


async def test_an_event_stream_with_broken_chunks(new_client: NewClient) -> None:
    """It connects again, though no timeout of aiohttp's fires."""

    def script(server: ScriptedServer, connection: socket.socket) -> None:
        if server.connections == 1:
            late_chunk(server, connection)
        read_request(connection)
        event = b'event: a\ndata: {"data": "1"}\n\n'
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n" + event)
        server.over.wait(GOES_ON)

    with ScriptedServer(script) as server:
        client = client_of(server, new_client)
        async with client.events.stream(idle_timeout=0.2, reconnect_delay=0.001) as events:
            is_async = hasattr(events, "__anext__")
            event: Any = await anext(events) if is_async else next(iter(events))
            assert event.name == "a"


# Of httpx's generator, which trio finds when it wasn't run to its end.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
async def test_an_upload_that_is_taken_in_drops(kind: str, new_client: NewClient) -> None:
    if kind == "own httpx.Client":
        pytest.skip("each part of a write that is taken begins httpx's timeout anew")

    def script(server: ScriptedServer, connection: socket.socket) -> None:
        read_head(connection)
        end = time.monotonic() + GOES_ON
        while time.monotonic() < end and not server.over.wait(0.01) and connection.recv(4096):
            pass

    with ScriptedServer(script) as server:
        client = client_of(server, new_client)
        with pytest.raises(APITimeoutError):
            await client.post("/v1/things", content=bytes(30_000_000))
        assert server.connections <= 1


class Lookups:
    """The lookup of `cloud.example`, which comes to no end by itself."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self.over = threading.Event()
        self._real = socket.getaddrinfo

    def getaddrinfo(self, host: Any, port: Any, *arguments: Any, **options: Any) -> list[Any]:
        # What trio tries first waits for nothing.
        is_numeric = len(arguments) == 4 and arguments[3] & socket.AI_NUMERICHOST
        if host not in ("cloud.example", b"cloud.example") or is_numeric:
            return list(self._real(host, port, *arguments, **options))
        self.begun.set()
        self.over.wait(GOES_ON)
        raise socket.gaierror(socket.EAI_AGAIN, "Try again")


@pytest.fixture
def lookups(monkeypatch: pytest.MonkeyPatch) -> Iterator[Lookups]:
    lookups = Lookups()
    monkeypatch.setattr("socket.getaddrinfo", lookups.getaddrinfo)
    yield lookups
    lookups.over.set()


async def test_a_name_that_is_never_found(
    lookups: Lookups, kind: str, new_client: NewClient
) -> None:
    if kind == "own httpx.Client":
        pytest.skip("httpx looks names up where nothing can end it")
    client = new_client(access_token=TOKEN, base_url="https://cloud.example", retries=POLICY)
    try:
        with pytest.raises(APITimeoutError) as caught:
            await client.devices.get("1")
    finally:
        lookups.over.set()  # asyncio waits for its threads
    if kind == "sync":  # the end of a task may come first, which doesn't know the phase
        assert caught.value.sent is False
        assert caught.value.phase == "connect"


def test_closing_a_stream_whose_host_is_looked_up(lookups: Lookups) -> None:
    readers: list[threading.Thread] = []

    def follow() -> None:
        with contextlib.suppress(StreamClosedError):
            for _ in events:
                pass

    with Particle(TOKEN, base_url="https://cloud.example") as client:
        events = client.events.stream()
        follower = threading.Thread(target=follow)
        follower.start()
        assert lookups.begun.wait(GOES_ON)
        readers = [each for each in threading.enumerate() if each.name == "particle-event-stream"]
        events.close()
        follower.join()
    for reader in readers:
        reader.join(GOES_ON / 2)
    assert [reader.is_alive() for reader in readers] == [False]
