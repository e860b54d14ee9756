"""Uploads that the server doesn't read to their end: an error that says so, and nothing hangs."""

from __future__ import annotations

import socket
import threading
from typing import TYPE_CHECKING

import pytest

from particle_client import (
    APIConnectionError,
    APITimeoutError,
    AuthenticationError,
    PayloadTooLargeError,
    Timeout,
)
from tests.conftest import TOKEN

from .servers import CERTIFICATE, ScriptedServer, answer_once, read_head, read_request

if TYPE_CHECKING:
    from collections.abc import Callable

    from particle_client import AsyncParticle
    from tests.conftest import NewClient

pytestmark = pytest.mark.anyio

# More than the buffers of both sockets hold.
LARGE = b"x" * (32 * 1024 * 1024)


@pytest.fixture(params=[False, True], ids=["plain", "tls"])
def tls(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether the test runs over TLS."""
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    return bool(request.param)


def answering(
    answer: bytes, *, hold: bool = False
) -> Callable[[ScriptedServer, socket.socket], None]:
    """Return a script that answers when a little of the body has come.

    Then it closes the connection, which resets it, or leaves it open and reads no more.
    """

    def script(server: ScriptedServer, connection: socket.socket) -> None:
        read_head(connection)
        connection.recv(65536)
        connection.sendall(answer)
        if hold:
            server.over.wait()

    return script


def connect(new_client: NewClient, server: ScriptedServer) -> AsyncParticle:
    return new_client(access_token=TOKEN, base_url=server.base_url)


@pytest.mark.parametrize(
    ("status", "error"), [(413, PayloadTooLargeError), (401, AuthenticationError)]
)
async def test_a_response_before_the_body_is_sent(
    status: int, error: type[Exception], tls: bool, new_client: NewClient
) -> None:
    """The response may get lost with the connection; then the error names the likely cause."""
    with ScriptedServer(answering(answer_once(status)), tls=tls) as server:
        client = connect(new_client, server)
        with pytest.raises((error, APIConnectionError)) as caught:
            await client.post("/v1/things", content=LARGE)
        if isinstance(caught.value, APIConnectionError):
            assert "or have refused so large a request" in str(caught.value)
        assert server.connections == 1


async def test_a_response_before_the_body_is_sent_over_a_connection_that_stays(
    tls: bool, new_client: NewClient
) -> None:
    with ScriptedServer(answering(answer_once(413), hold=True), tls=tls) as server:
        client = connect(new_client, server)
        with pytest.raises(APITimeoutError, match="or have refused so large a request"):
            await client.post("/v1/things", content=LARGE, timeout=Timeout(60, write=0.05))


@pytest.mark.parametrize(
    "beginning", [b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Le"]
)
async def test_what_is_no_error_does_not_end_the_upload(
    beginning: bytes, tls: bool, new_client: NewClient
) -> None:
    received: list[int] = []

    def script(server: ScriptedServer, connection: socket.socket) -> None:
        head = read_head(connection)
        connection.sendall(beginning)
        count = len(head.partition(b"\r\n\r\n")[2])
        while count < len(LARGE):
            count += len(connection.recv(1024 * 1024))
        received.append(count)
        rest = answer_once() if beginning.endswith(b"\n") else b"ngth: 2\r\n\r\n{}"
        connection.sendall(rest)

    with ScriptedServer(script, tls=tls) as server:
        client = connect(new_client, server)
        assert (await client.post("/v1/things", content=LARGE)).json() == {}
    assert received == [len(LARGE)]


async def test_a_server_that_stops_reading(tls: bool, new_client: NewClient) -> None:
    def script(server: ScriptedServer, connection: socket.socket) -> None:
        read_head(connection)
        server.over.wait()

    with ScriptedServer(script, tls=tls) as server:
        client = connect(new_client, server)
        with pytest.raises(APITimeoutError, match=r"write took over 0\.05 s") as caught:
            await client.post("/v1/things", content=LARGE, timeout=Timeout(60, write=0.05))
        assert (caught.value.phase, caught.value.sent) == ("write", True)
        server.wait_for(lambda: server.connections == 1)


async def test_a_server_that_goes_away_in_the_middle(tls: bool, new_client: NewClient) -> None:
    def script(server: ScriptedServer, connection: socket.socket) -> None:
        read_head(connection)
        connection.recv(65536)

    with ScriptedServer(script, tls=tls) as server:
        client = connect(new_client, server)
        with pytest.raises(APIConnectionError, match="the connection broke") as caught:
            await client.post("/v1/things", content=LARGE)
        assert caught.value.sent is True
        assert not isinstance(caught.value, APITimeoutError)
        assert server.connections == 1  # a POST isn't sent twice


async def test_a_large_body_arrives_whole(tls: bool, new_client: NewClient) -> None:
    arrived: list[bytes] = []
    read = threading.Event()

    def script(server: ScriptedServer, connection: socket.socket) -> None:
        arrived.append(read_request(connection).partition(b"\r\n\r\n")[2])
        read.set()
        connection.sendall(answer_once(200, b'"' + b"y" * 1_000_000 + b'"'))

    body = bytes(range(256)) * 4096
    with ScriptedServer(script, tls=tls) as server:
        client = connect(new_client, server)
        answer = await client.post("/v1/things", content=body)
        assert answer.json() == "y" * 1_000_000
    assert arrived == [body]
