"""The deadline of a call ends answers that drip in for ever, which no timeout does."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from particle_client import APITimeoutError, RetryPolicy
from tests.conftest import TOKEN

from .servers import CERTIFICATE, ScriptedServer, read_request

if TYPE_CHECKING:
    from tests.conftest import NewClient

pytestmark = pytest.mark.anyio

DEADLINE = 0.3
PIECES = 2000
"""So many come before the response is complete: it takes more than 20 seconds."""


@pytest.fixture(params=["sync", "async", "aiohttp", "own async"])
def kind(request: pytest.FixtureRequest) -> str:
    """Which of the clients the test runs with."""
    value: str = request.param
    if value == "aiohttp":
        pytest.importorskip("aiohttp")
    return value


def drip(server: ScriptedServer, connection: socket.socket, before: bytes, after: bytes) -> None:
    read_request(connection)
    connection.sendall(before)
    for _ in range(PIECES):
        connection.sendall(b" ")
        if server.over.wait(0.01):
            return
    connection.sendall(after)


def drip_head(server: ScriptedServer, connection: socket.socket) -> None:
    drip(server, connection, b"HTTP/1.1 200 OK\r\nA: ", b"a\r\nContent-Length: 2\r\n\r\n{}")


def drip_body(server: ScriptedServer, connection: socket.socket) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % (PIECES + 2)
    drip(server, connection, head, b"{}")


@pytest.mark.parametrize("tls", [False, True])
@pytest.mark.parametrize("script", [drip_head, drip_body])
async def test_an_answer_that_drips_in(
    new_client: NewClient, kind: str, script: Any, tls: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    options: dict[str, Any] = {"http_client": httpx.AsyncClient()} if kind == "own async" else {}
    policy = RetryPolicy(5, initial_delay=0, deadline=DEADLINE)
    with ScriptedServer(script, tls=tls) as server:
        client = new_client(access_token=TOKEN, base_url=server.base_url, retries=policy, **options)
        with pytest.raises(APITimeoutError):
            await client.devices.get("1")
        assert server.connections <= 1  # none, if this machine is too busy to connect by then
        if options:
            await options["http_client"].aclose()


def drip_error(server: ScriptedServer, connection: socket.socket) -> None:
    head = b"HTTP/1.1 404 Not Found\r\nContent-Length: %d\r\n\r\n" % (PIECES + 2)
    drip(server, connection, head, b"{}")


async def test_an_error_instead_of_a_file_that_drips_in(new_client: NewClient, kind: str) -> None:
    options: dict[str, Any] = {"http_client": httpx.AsyncClient()} if kind == "own async" else {}
    policy = RetryPolicy(5, initial_delay=0, deadline=DEADLINE)
    with ScriptedServer(drip_error) as server:
        client = new_client(access_token=TOKEN, base_url=server.base_url, retries=policy, **options)
        with pytest.raises(APITimeoutError):
            await client.download_file("/v1/things")
        assert server.connections <= 1  # none, if this machine is too busy to connect by then
        if options:
            await options["http_client"].aclose()
