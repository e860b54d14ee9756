"""Connecting to a host that has several addresses, and over TLS."""

from __future__ import annotations

import socket
import sys
from typing import TYPE_CHECKING, Any

import pytest

from particle_client import APIConnectionError, AsyncParticle
from tests.conftest import TOKEN

from .servers import CERTIFICATE, ScriptedServer, answer_once, read_request

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import NewClient
    from tests.recorder import Recorder

pytestmark = pytest.mark.anyio


@pytest.fixture(params=["asyncio", "trio"])
def anyio_backend(request: pytest.FixtureRequest) -> str:
    """These hold under both."""
    return str(request.param)


@pytest.fixture
def resolve(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Set the addresses of the host `cloud.example`."""

    def set_addresses(*addresses: tuple[str, int]) -> None:
        async def getaddrinfo(host: str, port: int, **_: object) -> list[Any]:
            assert host == "cloud.example"
            return [
                (socket.AF_INET6 if ":" in where[0] else socket.AF_INET, 1, 6, "", where)
                for where in addresses
            ]

        monkeypatch.setattr("anyio.getaddrinfo", getaddrinfo)

    return set_addresses


def far_client() -> AsyncParticle:
    return AsyncParticle(
        TOKEN, base_url="http://cloud.example", allow_insecure_http=True, retries=0
    )


def address(recorder: Recorder) -> tuple[str, int]:
    host, _, port = recorder.base_url.removeprefix("http://").partition(":")
    return host, int(port)


async def test_the_next_address_is_tried(
    resolve: Callable[..., None], recorder: Recorder, dead_port: int
) -> None:
    nobody = ("127.0.0.1", dead_port)
    resolve(nobody, nobody, address(recorder))
    async with far_client() as client:
        assert (await client.get("/v1/things")).json() == {}
    assert recorder.connections == 1


async def test_no_address_answers(resolve: Callable[..., None], dead_port: int) -> None:
    resolve(("127.0.0.1", dead_port), ("127.0.0.1", dead_port))
    async with far_client() as client:
        with pytest.raises(APIConnectionError, match=r"can't connect: .*ECONNREFUSED") as caught:
            await client.get("/v1/things")
    assert caught.value.sent is False


@pytest.mark.skipif(sys.platform != "linux", reason="other systems queue connections differently")
async def test_an_address_that_says_nothing_holds_up_nobody(
    resolve: Callable[..., None], recorder: Recorder
) -> None:
    with (
        socket.create_server(("127.0.0.1", 0), backlog=0) as silent,
        # With its queue full, the system leaves further connections waiting.
        socket.create_connection(silent.getsockname()),
    ):
        resolve(silent.getsockname(), address(recorder))
        async with far_client() as client:
            assert (await client.get("/v1/things")).json() == {}


@pytest.mark.parametrize("kind", ["async", "sync", "aiohttp"])
@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_a_certificate_that_nobody_trusts(
    kind: str, new_client: NewClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def script(server: ScriptedServer, connection: socket.socket) -> None:
        read_request(connection)
        connection.sendall(answer_once())

    with ScriptedServer(script, tls=True) as server:
        client = new_client(access_token=TOKEN, base_url=server.base_url, retries=0)
        with pytest.raises(APIConnectionError, match=r"can't connect: .*CERTIFICATE") as caught:
            await client.get("/v1/things")
        assert caught.value.sent is False
        monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
        client = new_client(access_token=TOKEN, base_url=server.base_url, retries=0)
        assert (await client.get("/v1/things")).json() == {}
