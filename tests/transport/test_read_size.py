"""How much is read from a connection at a time changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .servers import ScriptedServer, answer_once, read_request

if TYPE_CHECKING:
    import socket

    from tests.conftest import NewClient


@pytest.mark.anyio
async def test_nothing_is_lost_between_small_and_large_answers(new_client: NewClient) -> None:
    large = b"".join(b"%07x\n" % number for number in range(500_000))

    def script(server: ScriptedServer, connection: socket.socket) -> None:
        while True:
            request = read_request(connection)
            content = large if b"large" in request else b"small"
            connection.sendall(answer_once(200, content))

    with ScriptedServer(script) as server:
        client = new_client(base_url=server.base_url)
        for path in ("small", "large", "small", "large"):
            content = await client.download_file(f"/v1/{path}")
            assert content == (large if path == "large" else b"small")
        assert server.connections == 1
