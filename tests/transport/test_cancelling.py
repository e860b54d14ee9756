"""Calls that are cancelled, at whatever they are: no connection and no slot is lost."""

from __future__ import annotations

import random
import socket
import threading

import anyio
import anyio.lowlevel
import pytest

from particle_client import AsyncParticle
from tests.conftest import TOKEN

from .servers import CERTIFICATE, ScriptedServer, answer_once, read_request

pytestmark = pytest.mark.anyio

SLOTS = 100


@pytest.fixture(params=["asyncio", "trio"])
def anyio_backend(request: pytest.FixtureRequest) -> str:
    """These hold under both."""
    return str(request.param)


class TogetherServer(ScriptedServer):
    """Responds to `/v1/together` when as many requests have come as may be under way."""

    def __init__(self, stall_after: bytes | None = None) -> None:
        super().__init__(self._serve_one)
        self._stall_after = stall_after
        self._together = threading.Barrier(SLOTS)

    def _serve_one(self, server: ScriptedServer, connection: socket.socket) -> None:
        while True:
            request = read_request(connection)
            if b" /v1/together " in request:
                self._together.wait(30)
            elif self._stall_after is not None and b" /v1/good " not in request:
                connection.sendall(self._stall_after)
                connection.recv(1)
                return
            connection.sendall(answer_once())


async def check(client: AsyncParticle, server: ScriptedServer) -> None:
    """Check that no connection is open, and that no slot is taken."""
    while server.open:
        await anyio.sleep(0.001)
    # The server responds when so many requests have come; more than that can't be under way.
    async with anyio.create_task_group() as group:
        for _ in range(SLOTS):
            group.start_soon(client.get, "/v1/together")


async def test_while_waiting_for_a_slot() -> None:
    with TogetherServer(b"") as server:
        async with AsyncParticle(TOKEN, base_url=server.base_url) as client:
            async with anyio.create_task_group() as group:
                for _ in range(3 * SLOTS):
                    group.start_soon(client.get, "/v1/stalls")
                while server.connections < SLOTS:
                    await anyio.sleep(0.001)
                group.cancel_scope.cancel()
            assert server.connections == SLOTS
            await check(client, server)


@pytest.mark.parametrize(
    "beginning",
    [b"", b"HTTP/1.1 200 OK\r\nContent-Le", b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"],
    ids=["headers", "within headers", "body"],
)
async def test_while_waiting_for_the_answer(beginning: bytes) -> None:
    with TogetherServer(beginning) as server:
        async with AsyncParticle(TOKEN, base_url=server.base_url) as client:
            for _ in range(3):  # more in all than there are slots
                async with anyio.create_task_group() as group:
                    for _ in range(50):
                        group.start_soon(client.get, "/v1/stalls")
                    while server.open < 50:
                        await anyio.sleep(0.001)
                    group.cancel_scope.cancel()
                while server.open:
                    await anyio.sleep(0.001)
            await check(client, server)


async def test_while_a_handshake_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))

    def say_nothing(server: ScriptedServer, connection: socket.socket) -> None:
        while connection.recv(65536):
            pass

    with ScriptedServer(say_nothing) as server:
        url = server.base_url.replace("http:", "https:")
        async with (
            AsyncParticle(TOKEN, base_url=url) as client,
            anyio.create_task_group() as group,
        ):
            for _ in range(20):
                group.start_soon(client.get, "/v1/things")
            while server.connections < 20:
                await anyio.sleep(0.001)
            group.cancel_scope.cancel()
        server.wait_for(lambda: server.open == 0)


# httpx leaves the generator of a request's body behind when writing is cancelled; trio says so.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
async def test_at_any_moment() -> None:
    """Calls under way, each cancelled after some turns of the event loop."""
    chance = random.Random(1)
    with TogetherServer() as server:
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
            # Those that are open are idle, and can be used.
            async with anyio.create_task_group() as group:
                for _ in range(SLOTS):
                    group.start_soon(client.get, "/v1/together")
        server.wait_for(lambda: server.open == 0)


async def test_closing_ends_calls_under_way() -> None:
    from particle_client import APIConnectionError

    errors: list[Exception] = []
    with TogetherServer(b"HTTP/1.1 200 OK\r\n") as server:
        client = AsyncParticle(TOKEN, base_url=server.base_url, retries=0)

        async def call() -> None:
            try:
                await client.get("/v1/stalls")
            except APIConnectionError as error:
                errors.append(error)

        async with anyio.create_task_group() as group:
            for _ in range(3):
                group.start_soon(call)
            while server.connections < 3:
                await anyio.sleep(0.001)
            await client.close()
    assert len(errors) == 3
