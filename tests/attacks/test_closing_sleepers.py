"""Closing a client ends at once what sleeps: before a retry, or at the rate limiter."""

from __future__ import annotations

import socket
import threading
from typing import TYPE_CHECKING, Any

import anyio
import pytest

from particle_client import APIConnectionError, Limit, RateLimiter, RetryPolicy
from particle_client.transport.async_over_httpx import AsyncTransport
from particle_client.transport.over_httpx import Transport
from tests.transport.servers import ScriptedServer, answer_once, read_request

if TYPE_CHECKING:
    from particle_client import AsyncParticle
    from tests.conftest import NewClient

pytestmark = pytest.mark.anyio

LONG = 25  # seconds, after which a test that fails ends


@pytest.fixture
def sleeping(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Is set when a call is about to sleep."""
    begun = threading.Event()
    sleep, async_sleep = Transport.sleep, AsyncTransport.sleep

    def tell(transport: Any, seconds: float) -> Any:
        begun.set()
        if isinstance(transport, AsyncTransport):
            return async_sleep(transport, seconds)
        return sleep(transport, seconds)

    monkeypatch.setattr(Transport, "sleep", tell)
    monkeypatch.setattr(AsyncTransport, "sleep", tell)
    return begun


async def closed_during(
    call: Any, client: AsyncParticle, kind: str, sleeping: threading.Event
) -> APIConnectionError:
    """Close the client when the call sleeps; return the call's error."""

    async def fail() -> None:
        with pytest.raises(APIConnectionError, match=r"GET .*: The client was closed") as caught:
            await call()
        errors.append(caught.value)

    errors: list[APIConnectionError] = []
    is_sync = kind in ("sync", "own httpx.Client")
    if is_sync:
        closing = threading.Thread(
            target=lambda: sleeping.wait(LONG) and client.target.close()  # type: ignore[attr-defined]
        )
        closing.start()
    started = anyio.current_time()
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(fail)
        if not is_sync:
            assert await anyio.to_thread.run_sync(sleeping.wait, LONG)
            await client.close()
    assert anyio.current_time() - started < LONG / 2
    return errors[0]


async def test_before_a_retry(kind: str, new_client: NewClient, sleeping: threading.Event) -> None:
    def busy(server: ScriptedServer, connection: socket.socket) -> None:
        read_request(connection)
        connection.sendall(answer_once(503, b"", b"Retry-After: %d" % LONG))

    with ScriptedServer(busy) as server:
        client = new_client(access_token="token", base_url=server.base_url)
        error = await closed_during(lambda: client.get("/v1/things"), client, kind, sleeping)
    assert error.sent
    assert error.url == f"{server.base_url}/v1/things"


async def test_before_a_retry_of_what_was_not_sent(
    kind: str, new_client: NewClient, sleeping: threading.Event, dead_port: int
) -> None:
    patient = RetryPolicy(1, initial_delay=LONG, max_delay=LONG, jitter=0)
    client = new_client(
        access_token="token", base_url=f"http://127.0.0.1:{dead_port}", retries=patient
    )
    error = await closed_during(lambda: client.get("/v1/things"), client, kind, sleeping)
    assert not error.sent


async def test_at_the_rate_limiter(
    kind: str, new_client: NewClient, sleeping: threading.Event
) -> None:
    def answer(server: ScriptedServer, connection: socket.socket) -> None:
        read_request(connection)
        connection.sendall(answer_once(200, b"{}"))

    limiter = RateLimiter([Limit("all", 1, LONG)])
    with ScriptedServer(answer) as server:
        client = new_client(access_token="token", base_url=server.base_url, rate_limiter=limiter)
        await client.get("/v1/things")
        error = await closed_during(lambda: client.get("/v1/things"), client, kind, sleeping)
        assert server.connections == 1
    assert not error.sent


async def test_before_a_download_begins_anew(
    kind: str, new_client: NewClient, sleeping: threading.Event
) -> None:
    def breaks(server: ScriptedServer, connection: socket.socket) -> None:
        read_request(connection)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")

    patient = RetryPolicy(1, initial_delay=LONG, max_delay=LONG, jitter=0)
    with ScriptedServer(breaks) as server:
        client = new_client(access_token="token", base_url=server.base_url, retries=patient)
        download = lambda: client.download_file("/v1/file")  # noqa: E731
        error = await closed_during(download, client, kind, sleeping)
    assert error.sent
