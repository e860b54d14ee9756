"""The endpoint for webhooks writes what is delivered, once together with the relays."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from particle_client import ConfigurationError
from particle_client.relay import WebhookEndpoint
from particle_client.sandbox import VirtualDevice

from .conftest import StartRelay
from .processes import RedisProcess, wait_until
from .test_relay import written

EVENT = {
    "event": "temperature",
    "data": "21.5",
    "coreid": "0123456789abcdef01234567",
    "published_at": "2026-01-02T03:04:05.678Z",
}
HEADERS = {"Authorization": "Bearer a secret"}

pytestmark = pytest.mark.anyio


def client_of(endpoint: WebhookEndpoint) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(endpoint)
    return httpx.AsyncClient(transport=transport, base_url="http://relay", headers=HEADERS)


@pytest.fixture
async def endpoint(redis: RedisProcess) -> AsyncIterator[WebhookEndpoint]:
    redis.client.hset("particle:config", "partitions", 16)
    endpoint = WebhookEndpoint(redis.url, "a secret", wait=0.1, max_body=1000)
    yield endpoint
    await endpoint._redis.aclose()


async def test_a_delivery_is_written(redis: RedisProcess, endpoint: WebhookEndpoint) -> None:
    async with client_of(endpoint) as client:
        assert (await client.post("/", json=EVENT)).status_code == 200
        assert (await client.post("/", json=EVENT)).status_code == 200  # once more
    [entry] = written(redis)
    assert entry[b"name"] == b"temperature"
    assert json.loads(entry[b"json"])["data"] == "21.5"


async def test_a_form_is_the_same_event(redis: RedisProcess, endpoint: WebhookEndpoint) -> None:
    async with client_of(endpoint) as client:
        assert (await client.post("/", json=EVENT)).status_code == 200
        assert (await client.post("/", data=EVENT)).status_code == 200
    assert len(written(redis)) == 1


@pytest.mark.parametrize("authorization", ["", "a secret", "Bearer another", "Bearer a secret "])
async def test_who_does_not_know_the_secret_is_refused(
    redis: RedisProcess, endpoint: WebhookEndpoint, authorization: str
) -> None:
    async with client_of(endpoint) as client:
        response = await client.post("/", json=EVENT, headers={"Authorization": authorization})
    assert response.status_code == 401
    assert written(redis) == []


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"x" * 1001, 413),
        (b"{", 400),
        (b"[]", 400),
        (b"1", 400),
        (b"{}", 400),
        (b"\xff", 400),
        (b"[" * 900, 400),
        (b'{"event": "number", "data": "\\ud800"}', 400),
    ],
)
async def test_what_is_no_event_is_refused(
    redis: RedisProcess, endpoint: WebhookEndpoint, body: bytes, status: int
) -> None:
    async with client_of(endpoint) as client:
        assert (await client.post("/", content=body)).status_code == status
    assert written(redis) == []


async def test_what_comes_in_part_is_not_written(
    redis: RedisProcess, endpoint: WebhookEndpoint
) -> None:
    """The beginning of a form is a form."""
    messages = iter(
        [
            {"type": "http.request", "body": b"event=number&data=12", "more_body": True},
            {"type": "http.disconnect"},
        ]
    )
    sent: list[Any] = []

    async def receive() -> Any:
        return next(messages)

    async def send(message: Any) -> None:
        sent.append(message)

    form = b"content-type", b"application/x-www-form-urlencoded"
    authorization = b"authorization", HEADERS["Authorization"].encode()
    await endpoint({"type": "http", "headers": [form, authorization]}, receive, send)
    assert sent[0]["status"] == 400
    assert written(redis) == []


async def test_a_relay_comes_first(
    redis: RedisProcess, start_relay: StartRelay, device: VirtualDevice
) -> None:
    """While it waits, the endpoint finds what the relay has written, and answers at once."""
    await asyncio.to_thread(start_relay)
    device.publish("number", "1")
    await asyncio.to_thread(wait_until, lambda: len(written(redis)) == 1)
    fields = json.loads(written(redis)[0][b"json"])
    delivery = {name: fields[name] for name in ("data", "coreid", "published_at")}
    endpoint = WebhookEndpoint(redis.url, "a secret", wait=3600)
    async with client_of(endpoint) as client:
        response = await client.post("/", json={"event": "number", **delivery})
    assert response.status_code == 200
    assert len(written(redis)) == 1
    await endpoint._redis.aclose()


async def test_what_can_not_be_written_is_delivered_again() -> None:
    endpoint = WebhookEndpoint("unix:///nowhere/redis.sock", "a secret")
    async with client_of(endpoint) as client:
        assert (await client.post("/", json=EVENT)).status_code == 503


async def test_before_a_relay_has_run_nothing_can_be_written(
    redis: RedisProcess, endpoint: WebhookEndpoint
) -> None:
    redis.client.delete("particle:config")
    async with client_of(endpoint) as client:
        assert (await client.post("/", json=EVENT)).status_code == 503


async def test_only_http(endpoint: WebhookEndpoint) -> None:
    async def never(*_: Any) -> Any:
        raise AssertionError

    with pytest.raises(RuntimeError, match="only http"):
        await endpoint({"type": "websocket"}, never, never)


@pytest.mark.parametrize("options", [{"secret": ""}, {"secret": "x", "max_body": 0}])
async def test_what_can_not_work_is_refused(options: dict[str, Any]) -> None:
    with pytest.raises((ConfigurationError, ValueError)):
        WebhookEndpoint("redis://localhost", **options)


async def test_a_real_webhook_of_the_sandbox(
    redis: RedisProcess, cloud: Any, device: VirtualDevice
) -> None:
    """Through uvicorn, with what the cloud sends by default."""
    import uvicorn

    redis.client.hset("particle:config", "partitions", 16)
    endpoint = WebhookEndpoint(redis.url, "a secret", wait=0.1)
    server = uvicorn.Server(uvicorn.Config(endpoint, port=0, log_level="warning"))
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    with cloud.client() as particle:
        await asyncio.to_thread(
            particle.product("fleet").integrations.create_webhook,
            event="number",
            url=f"http://127.0.0.1:{port}/",
            request_type="POST",
            request_headers=HEADERS,
        )
    device.publish("number", "1")
    until = time.monotonic() + 60
    while not written(redis):
        assert time.monotonic() < until
        await asyncio.sleep(0.02)
    [entry] = written(redis)
    assert json.loads(entry[b"json"])["coreid"] == device.id
    server.should_exit = True
    await serving
    await endpoint._redis.aclose()
