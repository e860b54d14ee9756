"""Responses that are much larger than they look: none takes more memory than it may."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib
from typing import TYPE_CHECKING

import pytest

from particle_client import ConfigurationError, NotFoundError, ResponseDecodeError
from tests.conftest import TOKEN
from tests.transport.servers import ScriptedServer, read_request

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator

    from tests.conftest import NewClient

pytestmark = pytest.mark.anyio

MB = 1024 * 1024
LIMIT = 2 * MB


def packed(size: int, times: int = 1, content: bytes = b" ") -> bytes:
    """Return a small gzip file of a large one."""
    packer = zlib.compressobj(9, wbits=31)
    block = content * (MB // len(content))
    body = b"".join(packer.compress(block) for _ in range(size // MB)) + packer.flush()
    for _ in range(times - 1):
        body = gzip.compress(body)
    return body


def serve(body: bytes, *headers: bytes, status: int = 200) -> ScriptedServer:
    """Return a server whose every response is this one."""

    def script(server: ScriptedServer, connection: socket.socket) -> None:
        lines = [b"HTTP/1.1 %d Reason" % status, *headers]
        while read_request(connection):
            connection.sendall(b"\r\n".join([*lines, b"", b""]))
            connection.sendall(body)

    return ScriptedServer(script)


def with_length(body: bytes, *headers: bytes, status: int = 200) -> ScriptedServer:
    return serve(body, b"Content-Length: %d" % len(body), *headers, status=status)


def chunked(body: bytes, size: int) -> bytes:
    """Return a body in chunks of a size."""
    chunks = (body[start : start + size] for start in range(0, len(body), size))
    return b"".join(b"%x\r\n%b\r\n" % (len(chunk), chunk) for chunk in chunks) + b"0\r\n\r\n"


@pytest.fixture
def memory() -> Iterator[None]:
    """Verify that no more than 4 times the limit is allocated at any time, and a little."""
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < 4 * LIMIT + 2 * MB
    finally:
        tracemalloc.stop()


GZIP = b"Content-Encoding: gzip"
CHUNKED = b"Transfer-Encoding: chunked"
LARGE = {
    "gzip": (packed(16 * MB), GZIP),
    "gzip of gzip": (packed(16 * MB, times=3), b"Content-Encoding: gzip, gzip, gzip"),
    "gzip of many members": (packed(MB) * 16, GZIP),
    "deflate": (zlib.compress(bytes(16 * MB)), b"Content-Encoding: deflate"),
    "as it is": (b" " * (8 * LIMIT), b"X-Encoding: none"),
    "arrays": (packed(LIMIT - MB, content=b"[[],[],[]],"), GZIP),
    "objects": (packed(LIMIT - MB, content=b'{"a":{}},'), GZIP),
}

MANY_CHUNKS = chunked(b" " * (8 * LIMIT), 65536)


@pytest.mark.parametrize("name", LARGE)
async def test_a_response_that_is_too_large(new_client: NewClient, name: str, memory: None) -> None:
    body, header = LARGE[name]
    with with_length(body, header) as server:
        client = new_client(
            access_token=TOKEN, base_url=server.base_url, max_response_size=LIMIT, retries=0
        )
        with pytest.raises(ResponseDecodeError) as caught:
            await client.devices.get("1")
        del caught


@pytest.mark.parametrize("encoding", ["gzip", "none"])
async def test_an_error_that_is_too_large(
    new_client: NewClient, encoding: str, memory: None
) -> None:
    body = LARGE["gzip" if encoding == "gzip" else "as it is"][0]
    with with_length(body, b"Content-Encoding: " + encoding.encode(), status=404) as server:
        client = new_client(access_token=TOKEN, base_url=server.base_url)
        for call in (client.devices.get, client.firmware.download):
            with pytest.raises(NotFoundError) as caught:
                await call("1")
            assert caught.value.content == b" " * MB


async def test_small_chunks(new_client: NewClient) -> None:
    with serve(chunked(b" " * 10_001, 2), CHUNKED) as server:
        client = new_client(access_token=TOKEN, base_url=server.base_url, max_response_size=10_000)
        with pytest.raises(ResponseDecodeError, match="max_response_size"):
            await client.get("/v1/things")


async def test_a_length_that_does_not_count(new_client: NewClient, memory: None) -> None:
    with serve(MANY_CHUNKS, CHUNKED, b"Content-Length: 2") as server:
        client = new_client(
            access_token=TOKEN, base_url=server.base_url, max_response_size=LIMIT, retries=0
        )
        with pytest.raises(Exception, match=r"max_response_size|broke"):
            await client.get("/v1/things")


async def test_a_download_is_unpacked_bit_by_bit(new_client: NewClient, memory: None) -> None:
    with with_length(packed(16 * MB), GZIP) as server:
        client = new_client(access_token=TOKEN, base_url=server.base_url)
        done = 0
        async with client.firmware.download("1", stream=True) as download:
            async for piece in download:
                done += len(piece)
        assert done == 16 * MB


@pytest.mark.parametrize("size", [1, 262144, LIMIT])
@pytest.mark.parametrize("wbits", [31, -15])
async def test_what_is_not_too_large_arrives(new_client: NewClient, size: int, wbits: int) -> None:
    packer = zlib.compressobj(wbits=wbits)
    content = b'"' + b"a" * (size - 2) + b'"' if size > 1 else b"1"
    body = packer.compress(content) + packer.flush()
    header = GZIP if wbits == 31 else b"Content-Encoding: deflate"
    with with_length(body, header) as server:
        client = new_client(access_token=TOKEN, base_url=server.base_url, max_response_size=LIMIT)
        response = await client.get("/v1/things")
        assert response.content == content


async def test_deep_json(new_client: NewClient) -> None:
    with with_length(b"[" * 1_000_000) as server:
        client = new_client(access_token=TOKEN, base_url=server.base_url)
        with pytest.raises(ResponseDecodeError):
            await client.devices.get("1")


async def test_the_limit_can_be_changed(new_client: NewClient) -> None:
    with with_length(b'"' + b"a" * 1000 + b'"') as server:
        client = new_client(access_token=TOKEN, base_url=server.base_url, max_response_size=1000)
        with pytest.raises(ResponseDecodeError, match="larger than max_response_size"):
            await client.get("/v1/things")
        larger = client.with_options(max_response_size=1002)
        assert len((await larger.get("/v1/things")).content) == 1002
        with pytest.raises(ConfigurationError):
            client.with_options(max_response_size=0)
