"""A server that closes idle connections early, and says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import TOKEN
from tests.transport.servers import ScriptedServer, answer_once, read_request

if TYPE_CHECKING:
    import socket

    from tests.conftest import NewClient

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("kind", ["sync", "asyncio", "trio"], indirect=True)
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
