"""Connecting to a host that has several addresses, and over TLS."""

from __future__ import annotations

import contextlib
import socket
import sys
import threading
from typing import TYPE_CHECKING, Any

import anyio
import httpx
import pytest

from particle_client import APIConnectionError, APITimeoutError, AsyncParticle, Timeout
from tests.conftest import TOKEN

from .servers import CERTIFICATE, ScriptedServer, answer_once, read_request

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.both import Kind
    from tests.conftest import NewClient
    from tests.recorder import Recorder

pytestmark = pytest.mark.anyio


@pytest.fixture(params=["asyncio", "trio"])
def anyio_backend(request: pytest.FixtureRequest) -> str:
    """These hold under both."""
    return str(request.param)


@pytest.fixture(params=["async", "sync"])
def kind(request: pytest.FixtureRequest) -> Kind:
    """Which of the two clients the test runs with."""
    value: Kind = request.param
    return value


@pytest.fixture
def resolve(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Set the addresses of the host `cloud.example`."""

    def set_addresses(*addresses: str) -> None:
        real = socket.getaddrinfo

        def getaddrinfo(host: Any, port: Any, *arguments: Any, **options: Any) -> list[Any]:
            if host not in ("cloud.example", b"cloud.example"):
                return list(real(host, port, *arguments, **options))
            return [
                (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))
                for address in addresses
            ]

        monkeypatch.setattr("socket.getaddrinfo", getaddrinfo)

    return set_addresses


def far_client(new_client: NewClient, recorder: Recorder, **options: Any) -> AsyncParticle:
    return new_client(
        access_token=TOKEN,
        base_url=f"http://cloud.example:{port(recorder)}",
        allow_insecure_http=True,
        retries=0,
        **options,
    )


def port(recorder: Recorder) -> int:
    return int(recorder.base_url.rpartition(":")[2])


async def test_the_next_address_is_tried(
    resolve: Callable[..., None], recorder: Recorder, new_client: NewClient
) -> None:
    resolve("127.0.0.2", "127.0.0.3", "127.0.0.1")
    client = far_client(new_client, recorder)
    assert (await client.get("/v1/things")).json() == {}
    assert recorder.connections == 1


async def test_no_address_answers(
    resolve: Callable[..., None], recorder: Recorder, new_client: NewClient
) -> None:
    resolve("127.0.0.2", "127.0.0.3")
    client = far_client(new_client, recorder)
    with pytest.raises(APIConnectionError, match=r"can't connect: .*Errno") as caught:
        await client.get("/v1/things")
    assert caught.value.sent is False


async def test_an_unknown_name(new_client: NewClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def getaddrinfo(*arguments: Any, **options: Any) -> list[Any]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr("socket.getaddrinfo", getaddrinfo)
    client = new_client(
        access_token=TOKEN, base_url="https://cloud.example", retries=0, http_client=None
    )
    with pytest.raises(APIConnectionError, match=r"can't connect: .*not known") as caught:
        await client.get("/v1/things")
    assert caught.value.sent is False


@pytest.mark.skipif(sys.platform != "linux", reason="other systems queue connections differently")
async def test_an_address_that_says_nothing_leaves_time_for_the_others(
    resolve: Callable[..., None], recorder: Recorder, new_client: NewClient
) -> None:
    with silent_server(port(recorder)):
        resolve("127.0.0.2", "127.0.0.1")
        client = far_client(new_client, recorder, timeout=Timeout(30, connect=1))
        assert (await client.get("/v1/things")).json() == {}


@pytest.mark.skipif(sys.platform != "linux", reason="other systems queue connections differently")
async def test_addresses_that_all_say_nothing(
    resolve: Callable[..., None], recorder: Recorder, new_client: NewClient
) -> None:
    with silent_server(port(recorder)):
        resolve("127.0.0.2", "127.0.0.2", "127.0.0.2")
        client = far_client(new_client, recorder, timeout=Timeout(30, connect=0.2))
        with pytest.raises(APITimeoutError, match=r"connect took over 0\.2 s"):
            await client.get("/v1/things")


@contextlib.contextmanager
def silent_server(port: int) -> Iterator[None]:
    """Leave connections to 127.0.0.2 waiting: the queue of those not accepted is full."""
    with (
        socket.create_server(("127.0.0.2", port), backlog=0) as silent,
        socket.create_connection(silent.getsockname()),
    ):
        yield


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


async def test_certificates_are_loaded_in_another_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """So the event loop isn't held up by the first call."""
    threads: list[int] = []
    create_ssl_context = httpx.create_ssl_context

    def tell(*arguments: Any, **options: Any) -> Any:
        threads.append(threading.get_ident())
        return create_ssl_context(*arguments, **options)

    def script(server: ScriptedServer, connection: socket.socket) -> None:
        while True:
            read_request(connection)
            connection.sendall(answer_once())

    monkeypatch.setattr("httpx.create_ssl_context", tell)
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    with ScriptedServer(script, tls=True) as server:
        async with (
            AsyncParticle(TOKEN, base_url=server.base_url) as client,
            anyio.create_task_group() as group,
        ):
            for _ in range(10):
                group.start_soon(client.get, "/v1/things")
    assert len(threads) == 1
    assert threads[0] != threading.get_ident()
