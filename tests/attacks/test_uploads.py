"""What a user's own code raises while an upload is sent comes out, over each HTTP library."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import TOKEN
from tests.transport.servers import ScriptedServer, answer_once, read_request

if TYPE_CHECKING:
    import socket
    from pathlib import Path

    from tests.conftest import NewClient

pytestmark = pytest.mark.anyio


def respond(server: ScriptedServer, connection: socket.socket) -> None:
    read_request(connection)
    connection.sendall(answer_once())


async def test_what_progress_raises(new_client: NewClient) -> None:
    def fail(done: int, total: int | None) -> None:
        if done:
            raise LookupError("no such row")

    with ScriptedServer(respond) as server:
        client = new_client(access_token=TOKEN, base_url=server.base_url)
        with pytest.raises(LookupError, match="no such row"):
            await client.devices.flash("1", ("a.bin", bytes(1_000_000)), progress=fail)
        assert server.connections <= 1, "it is not sent again"


async def test_a_file_that_shrinks(new_client: NewClient, tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(bytes(1_000_000))

    def shrink(done: int, total: int | None) -> None:
        path.write_bytes(b"")

    with ScriptedServer(respond) as server:
        client = new_client(access_token=TOKEN, base_url=server.base_url)
        with pytest.raises(ValueError, match="changed while it was sent"):
            await client.devices.flash("1", path, progress=shrink)
        assert server.connections <= 1, "it is not sent again"
