"""Bodies that end before their end."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from particle_client import DownloadError, ResponseDecodeError
from tests.conftest import TOKEN
from tests.transport.servers import ScriptedServer, read_request

if TYPE_CHECKING:
    import socket
    from pathlib import Path

    from tests.conftest import NewClient

pytestmark = pytest.mark.anyio

FILE = b"firmware" * 1000


def serve_once(body: bytes, *headers: bytes) -> ScriptedServer:
    """Return a server that ends each connection after one response."""

    def script(server: ScriptedServer, connection: socket.socket) -> None:
        read_request(connection)
        connection.sendall(
            b"\r\n".join([b"HTTP/1.1 200 OK", b"Connection: close", *headers, b"", body])
        )

    return ScriptedServer(script)


@pytest.mark.parametrize("version", [b"HTTP/1.0", b"HTTP/1.1"])
async def test_the_end_of_the_connection_is_no_end_of_a_file(
    new_client: NewClient, tmp_path: Path, version: bytes
) -> None:
    def script(server: ScriptedServer, connection: socket.socket) -> None:
        read_request(connection)
        connection.sendall(version + b" 200 OK\r\nConnection: close\r\n\r\n" + FILE[:4000])

    with ScriptedServer(script) as server:
        client = new_client(access_token=TOKEN, base_url=server.base_url, retries=0)
        with pytest.raises(DownloadError, match="doesn't say"):
            await client.firmware.download("1")
        with pytest.raises(DownloadError, match="doesn't say"):
            await client.firmware.download("1", to=tmp_path / "firmware.bin")
        assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("end", [10, 4000, -9, -1])
async def test_gzip_that_is_cut(new_client: NewClient, end: int) -> None:
    body = gzip.compress(FILE, 0)[:end]
    headers = (b"Content-Encoding: gzip", b"Content-Length: %d" % len(body))
    with serve_once(body, *headers) as server:
        client = new_client(access_token=TOKEN, base_url=server.base_url, retries=0)
        for call in (client.firmware.download, client.devices.get):
            with pytest.raises(ResponseDecodeError, match="encoding is broken"):
                await call("1")


async def test_gzip_of_several_members(new_client: NewClient) -> None:
    body = gzip.compress(FILE[:4000]) + gzip.compress(FILE[4000:])
    headers = (b"Content-Encoding: gzip", b"Content-Length: %d" % len(body))
    with serve_once(body, *headers) as server:
        client = new_client(access_token=TOKEN, base_url=server.base_url)
        assert await client.firmware.download("1") == FILE
        assert (await client.get("/v1/things")).content == FILE
