"""Closing a client while calls are under way, or wait for their turn: all of them end."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import anyio
import httpcore
import pytest

from particle_client import APIConnectionError, AsyncParticle, Particle
from particle_client.transport.async_network import make_async_network
from particle_client.transport.network import Network
from tests.conftest import TOKEN

from .servers import ScriptedServer, answer_once, read_request

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.anyio

SLOTS = 100
CALLS = 120


class Stalled(ScriptedServer):
    """Reads requests, and answers none."""

    def __init__(self) -> None:
        super().__init__(self._stall)
        self._arrived = threading.Semaphore(0)

    def _stall(self, server: ScriptedServer, connection: socket.socket) -> None:
        read_request(connection)
        self._arrived.release()
        connection.recv(1)

    def wait_for_requests(self) -> None:
        for _ in range(SLOTS):
            assert self._arrived.acquire(timeout=30)


def check(errors: list[BaseException | None]) -> None:
    assert len(errors) == CALLS
    assert {type(error) for error in errors} == {APIConnectionError}
    unsent = [error for error in errors if isinstance(error, APIConnectionError) and not error.sent]
    assert len(unsent) == CALLS - SLOTS
    assert all("The client was closed" in str(error) for error in unsent)


def test_threads() -> None:
    with Stalled() as server, ThreadPoolExecutor(CALLS) as threads:
        client = Particle(TOKEN, base_url=server.base_url)
        calls = [threads.submit(client.get, "/v1/things") for _ in range(CALLS)]
        server.wait_for_requests()
        pool: Any = client._transport._pool
        while len(pool._slots["calls"]._waiting) < CALLS - SLOTS:
            time.sleep(0)
        client.close()
        check([call.exception(30) for call in calls])
        assert server.connections == SLOTS
        server.wait_for(lambda: server.open == 0)


@pytest.mark.parametrize("http_client", [None, "aiohttp"])
async def test_tasks(http_client: str | None) -> None:
    if http_client is not None:
        pytest.importorskip(http_client)
    with Stalled() as server:
        options: Any = {"http_client": http_client}
        client = AsyncParticle(TOKEN, base_url=server.base_url, **options)
        calls = [asyncio.ensure_future(client.get("/v1/things")) for _ in range(CALLS)]
        await asyncio.to_thread(server.wait_for_requests)
        await client.close()
        with anyio.fail_after(30):
            results = await asyncio.gather(*calls, return_exceptions=True)
        check([result for result in results if isinstance(result, BaseException)])
        assert server.connections == SLOTS
        await asyncio.to_thread(server.wait_for, lambda: server.open == 0)


def test_a_closed_client_repeats_nothing() -> None:
    """Neither does it wait for the repeat."""
    clients: list[Particle] = []

    def script(server: ScriptedServer, connection: socket.socket) -> None:
        read_request(connection)
        clients[0]._transport.closed = True  # as if another thread were closing it
        connection.sendall(answer_once(503, b"", b"Retry-After: 50"))

    with ScriptedServer(script) as server, Particle(TOKEN, base_url=server.base_url) as client:
        clients.append(client)
        with pytest.raises(Exception, match="HTTP 503"):
            client.get("/v1/things")


def connected_late(network: Any, backend: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the network closed at the moment when a connection stands."""
    connect: Callable[..., Any] = backend.connect_tcp

    def then_close(*args: Any) -> Any:
        stream = connect(*args)
        network.close()
        return stream

    monkeypatch.setattr(backend, "connect_tcp", then_close)


def test_a_connection_that_stands_too_late(monkeypatch: pytest.MonkeyPatch) -> None:
    with Stalled() as server:
        network = Network()
        connected_late(network, network._backend, monkeypatch)
        host, port = server.base_url.removeprefix("http://").split(":")
        with pytest.raises(httpcore.ConnectError, match="The client was closed"):
            network.connect_tcp(host, int(port))
        server.wait_for(lambda: server.connections == 1 and server.open == 0)


async def test_an_async_connection_that_stands_too_late(monkeypatch: pytest.MonkeyPatch) -> None:
    with Stalled() as server:
        network = make_async_network(asyncio.get_running_loop())
        assert network is not None
        connect = network._connect

        async def then_close(address: Any) -> socket.socket:
            connected = await connect(address)
            network.close()
            return connected

        monkeypatch.setattr(network, "_connect", then_close)
        host, port = server.base_url.removeprefix("http://").split(":")
        with pytest.raises(httpcore.ConnectError, match="The client was closed"):
            await network.connect_tcp(host, int(port))
        await asyncio.to_thread(
            server.wait_for, lambda: server.connections == 1 and server.open == 0
        )
