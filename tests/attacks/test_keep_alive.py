"""A server that closes idle connections early, and says so."""

from __future__ import annotations

import socket
import struct
import threading
from typing import TYPE_CHECKING, Any

import pytest

from particle_client.transport.async_connection import AsyncConnection
from particle_client.transport.connection import Connection
from tests.conftest import TOKEN
from tests.transport.servers import ScriptedServer, answer_once, read_request

if TYPE_CHECKING:
    from tests.conftest import NewClient

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("kind", ["sync", "asyncio", "trio", "aiohttp"], indirect=True)
@pytest.mark.parametrize(("header", "connections"), [(b"timeout=1, max=9", 3), (b"timeout=60", 1)])
async def test_the_server_says_when_it_closes_an_idle_connection(
    new_client: NewClient, header: bytes, connections: int
) -> None:
    def script(server: ScriptedServer, connection: socket.socket) -> None:
        while read_request(connection):
            connection.sendall(answer_once(200, b"{}", b"Keep-Alive: " + header))

    with ScriptedServer(script) as server:
        client = new_client(access_token=TOKEN, base_url=server.base_url)
        for _ in range(3):
            await client.post("/v1/things", json={})
        assert server.connections == connections


# Not under asyncio, where writing to a connection that the server has just reset is no error.
@pytest.mark.parametrize("kind", ["sync", "trio"], indirect=True)
async def test_a_request_of_which_nothing_could_be_written_gets_another_connection(
    new_client: NewClient, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server resets an idle connection just after the client has looked whether it lives."""
    writing, reset, requests = threading.Event(), threading.Event(), []

    def script(server: ScriptedServer, connection: socket.socket) -> None:
        requests.append(read_request(connection))
        connection.sendall(answer_once(200, b"{}"))
        if server.connections == 1:
            writing.wait()
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            connection.close()
            reset.set()
        server.over.wait()

    connection_class: Any = Connection if kind == "sync" else AsyncConnection
    write = connection_class.write

    def delayed(*arguments: Any, **options: Any) -> Any:
        if requests:
            writing.set()
            reset.wait()
        return write(*arguments, **options)

    monkeypatch.setattr(connection_class, "write", delayed)
    with ScriptedServer(script) as server:
        client = new_client(access_token=TOKEN, base_url=server.base_url)
        for _ in range(2):
            await client.post("/v1/things", json={})
        assert server.connections == len(requests) == 2
