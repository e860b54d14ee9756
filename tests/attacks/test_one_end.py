"""The deadline of a call is the end of all its waits, whatever comes meanwhile.

Each server here would go on for some twenty seconds.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest

from particle_client import APITimeoutError, PasswordLogin, RetryPolicy
from tests.conftest import TOKEN
from tests.transport.servers import ScriptedServer, read_request

if TYPE_CHECKING:
    import socket
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
        assert server.connections == 1


@pytest.mark.parametrize("to_file", [False, True])
@pytest.mark.parametrize("script", [steady, chunks])
async def test_a_download(
    script: Any, to_file: bool, new_client: NewClient, tmp_path: Path
) -> None:
    where = {"to": tmp_path / "file"} if to_file else {}
    with ScriptedServer(script) as server:
        with pytest.raises(APITimeoutError):
            await client_of(server, new_client).download_file("/v1/things", **where)
        assert server.connections == 1
    assert not list(tmp_path.iterdir())


async def test_the_token_of_a_call(new_client: NewClient) -> None:
    """The call isn't sent after its deadline."""
    login = PasswordLogin("user@example.com", "correct horse")
    with ScriptedServer(steady) as server:
        client = client_of(server, new_client, access_token=login)
        with pytest.raises(APITimeoutError):
            await client.devices.get("1")
        assert server.connections == 1


@pytest.mark.parametrize("is_download", [False, True])
async def test_broken_chunks_that_come_late(is_download: bool, new_client: NewClient) -> None:
    """No timeout of aiohttp's fires then."""
    with ScriptedServer(late_chunk) as server:
        client = client_of(server, new_client, timeout=0.3, retries=0)
        with pytest.raises(Exception, match="GET"):
            await (client.download_file("/v1/a") if is_download else client.devices.get("1"))
