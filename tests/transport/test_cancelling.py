"""Calls that are cancelled, at whatever they are: no connection and no slot is lost."""

from __future__ import annotations

import random
import socket
from typing import TYPE_CHECKING, Any

import anyio
import anyio.lowlevel
import pytest

from particle_client import AsyncParticle
from tests.conftest import TOKEN

from .servers import CERTIFICATE, ScriptedServer, answer_once, read_head, read_request

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.anyio

SLOTS = 100


@pytest.fixture(params=["asyncio", "trio"])
def anyio_backend(request: pytest.FixtureRequest) -> str:
    """These hold under both."""
    return str(request.param)


def answer_all(server: ScriptedServer, connection: socket.socket) -> None:
    while True:
        read_request(connection)
        connection.sendall(answer_once())


def stall_after(data: bytes) -> Callable[[ScriptedServer, socket.socket], None]:
    def script(server: ScriptedServer, connection: socket.socket) -> None:
        while True:
            head = read_head(connection)
            if b" /v1/good " in head:
                connection.sendall(answer_once())
            else:
                connection.sendall(data)
                connection.recv(1)
                return

    return script


def state(client: AsyncParticle) -> tuple[int, int]:
    """Give how many slots are free, and how many sockets are open."""
    pool: Any = client._transport._pool
    if pool is None:
        return SLOTS, 0
    sockets = [sock for sock in pool.sockets if sock.fileno() >= 0]
    return pool._slots["calls"].free, len(sockets)


async def test_while_waiting_for_a_slot() -> None:
    with ScriptedServer(stall_after(b"")) as server:
        async with AsyncParticle(TOKEN, base_url=server.base_url) as client:
            async with anyio.create_task_group() as group:
                for _ in range(3 * SLOTS):
                    group.start_soon(client.get, "/v1/stalls")
                while server.connections < SLOTS:
                    await anyio.lowlevel.checkpoint()
                group.cancel_scope.cancel()
            assert state(client) == (SLOTS, 0)
            assert (await client.get("/v1/good")).json() == {}
            assert server.connections == SLOTS + 1


@pytest.mark.parametrize(
    "beginning",
    [b"", b"HTTP/1.1 200 OK\r\nContent-Le", b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"],
    ids=["headers", "within headers", "body"],
)
async def test_while_waiting_for_the_answer(beginning: bytes) -> None:
    with ScriptedServer(stall_after(beginning)) as server:
        async with AsyncParticle(TOKEN, base_url=server.base_url) as client:
            for _ in range(3):  # more in all than there are slots
                async with anyio.create_task_group() as group:
                    for _ in range(50):
                        group.start_soon(client.get, "/v1/stalls")
                    while state(client)[1] < 50:
                        await anyio.lowlevel.checkpoint()
                    group.cancel_scope.cancel()
                assert state(client) == (SLOTS, 0)
            assert (await client.get("/v1/good")).json() == {}


async def test_while_a_handshake_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))

    def say_nothing(server: ScriptedServer, connection: socket.socket) -> None:
        while connection.recv(65536):
            pass

    with ScriptedServer(say_nothing) as server:
        url = server.base_url.replace("http:", "https:")
        async with AsyncParticle(TOKEN, base_url=url) as client:
            async with anyio.create_task_group() as group:
                for _ in range(20):
                    group.start_soon(client.get, "/v1/things")
                while server.connections < 20:
                    await anyio.lowlevel.checkpoint()
                group.cancel_scope.cancel()
            assert state(client) == (SLOTS, 0)
        server.wait_for(lambda: server.open == 0)


async def test_at_any_moment() -> None:
    """Calls under way, each cancelled after some turns of the event loop."""
    chance = random.Random(1)
    with ScriptedServer(answer_all) as server:
        async with AsyncParticle(TOKEN, base_url=server.base_url) as client:
            cancelled = 0

            async def call() -> None:
                nonlocal cancelled
                with anyio.CancelScope() as scope:
                    async with anyio.create_task_group() as group:

                        async def cancel() -> None:
                            for _ in range(chance.randrange(8)):
                                await anyio.lowlevel.checkpoint()
                            scope.cancel()

                        group.start_soon(cancel)
                        await client.post("/v1/things", content=b"x" * chance.choice([1, 50_000]))
                        group.cancel_scope.cancel()
                cancelled += scope.cancelled_caught

            for _ in range(4):
                async with anyio.create_task_group() as group:
                    for _ in range(150):
                        group.start_soon(call)
            assert cancelled
            free, sockets = state(client)
            assert free == SLOTS
            # Those that are open are idle, and can be used.
            assert sockets == client._transport._pool._connections._count  # type: ignore[union-attr]
            async with anyio.create_task_group() as group:
                for _ in range(2 * SLOTS):
                    group.start_soon(client.get, "/v1/things")
            assert state(client)[0] == SLOTS
        server.wait_for(lambda: server.open == 0)


async def test_closing_ends_calls_under_way() -> None:
    from particle_client import APIConnectionError

    errors: list[Exception] = []
    with ScriptedServer(stall_after(b"HTTP/1.1 200 OK\r\n")) as server:
        client = AsyncParticle(TOKEN, base_url=server.base_url, retries=0)

        async def call() -> None:
            try:
                await client.get("/v1/stalls")
            except APIConnectionError as error:
                errors.append(error)

        async with anyio.create_task_group() as group:
            for _ in range(3):
                group.start_soon(call)
            while server.connections < 3 or state(client)[0] > SLOTS - 3:
                await anyio.lowlevel.checkpoint()
            await client.close()
    assert len(errors) == 3
