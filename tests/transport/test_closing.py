"""Closing a client while calls are under way, or wait for their turn: all of them end."""

from __future__ import annotations

import asyncio
import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import anyio
import pytest

from particle_client import APIConnectionError, AsyncParticle, Particle
from particle_client.transport import async_connection, connection
from particle_client.transport.waiting import Semaphore, acquire
from tests.conftest import TOKEN

from .servers import ScriptedServer, answer_once, read_request

if TYPE_CHECKING:
    from tests.both import Kind
    from tests.conftest import NewClient

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


def test_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    begun = threading.Semaphore(0)

    def tell(semaphore: Semaphore, owner: object, timeout: float | None) -> bool:
        begun.release()
        return acquire(semaphore, owner, timeout)

    monkeypatch.setattr("particle_client.transport.pool.acquire", tell)
    with Stalled() as server, ThreadPoolExecutor(CALLS) as threads:
        client = Particle(TOKEN, base_url=server.base_url)
        calls = [threads.submit(client.get, "/v1/things") for _ in range(CALLS)]
        server.wait_for_requests()
        for _ in calls:
            assert begun.acquire(timeout=30)
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
        for _ in range(1000):  # the others wait for their turn
            await asyncio.sleep(0)
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


async def test_a_connection_that_stands_too_late(
    kind: Kind, new_client: NewClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    module: Any = connection if kind == "sync" else async_connection
    connect = module.connect
    with Stalled() as server:
        client = new_client(access_token=TOKEN, base_url=server.base_url)

        def connect_then_close(*arguments: Any) -> Any:
            stream = connect(*arguments)
            client.target.close()  # type: ignore[attr-defined]
            return stream

        async def aconnect_then_close(*arguments: Any) -> Any:
            stream = await connect(*arguments)
            await client.close()
            return stream

        slow = connect_then_close if kind == "sync" else aconnect_then_close
        monkeypatch.setattr(module, "connect", slow)
        with pytest.raises(APIConnectionError, match="The client was closed") as caught:
            await client.get("/v1/things")
        assert not caught.value.sent
        await asyncio.to_thread(
            server.wait_for, lambda: server.connections == 1 and server.open == 0
        )
