"""Publishing an event, and waiting for the one that answers it."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

import anyio
import pytest

from particle_client import AsyncParticle, ConfigurationError, StreamTimeoutError
from particle_client.errors import APIStatusError, NotFoundError

from ..conftest import TOKEN
from .raw_server import Connection, RawServer, then

if TYPE_CHECKING:
    from collections.abc import Iterator

    from particle_client import Event
    from particle_client.sandbox import Sandbox, VirtualDevice

    from ..conftest import NewClient

pytestmark = pytest.mark.anyio

PATIENCE = 20


@pytest.fixture
def device(cloud: Sandbox) -> VirtualDevice:
    if not any(product.slug == "fleet" for product in cloud.state.products.values()):
        cloud.add_product("Fleet", slug="fleet")
    return cloud.add_device(product="fleet")


@contextlib.contextmanager
def answering(cloud: Sandbox, device: VirtualDevice, *data: str) -> Iterator[None]:
    """The device answers each `ping` at once, before the publishing request itself is answered."""

    def answer(found: Any) -> None:
        if found.name == "ping":
            for each in data:
                device.publish("pong", each)

    listeners = cloud.state.events.listeners
    listeners.append(answer)
    try:
        yield
    finally:
        listeners.remove(answer)


@pytest.mark.parametrize("scope", ["account", "product"])
async def test_the_answer_comes_however_fast_it_is(
    scope: str, client: AsyncParticle, cloud: Sandbox, device: VirtualDevice
) -> None:
    assert device.product is not None
    events: Any = client.events if scope == "account" else client.product(device.product.id).events
    with answering(cloud, device, "no", "yes"):
        for _ in range(5):
            found = await events.publish_and_wait("ping", wait_for="pong", timeout=PATIENCE)
            assert found.data == "no"
        found = await events.publish_and_wait(
            "ping",
            "are you there?",
            wait_for="pong",
            where=lambda found: found.data == "yes",
            device=device.id,
            timeout=PATIENCE,
        )
    assert (found.data, found.device_id) == ("yes", device.id)
    with anyio.fail_after(PATIENCE):
        while cloud.open_streams:  # the cloud takes a moment to see that they are closed
            await anyio.sleep(0.001)


@pytest.mark.parametrize("scope", ["account", "product"])
async def test_the_event_itself_by_default(
    scope: str, client: AsyncParticle, device: VirtualDevice
) -> None:
    assert device.product is not None
    events: Any = client.events if scope == "account" else client.product(device.product.id).events
    found: Event = await events.publish_and_wait("hello", "you", timeout=PATIENCE)
    assert (found.name, found.data) == ("hello", "you")


async def test_as_a_device(client: AsyncParticle, device: VirtualDevice) -> None:
    assert device.product is not None
    found = await client.product(device.product.id).events.publish_and_wait(
        "hello", as_device_id=device.id, timeout=PATIENCE
    )
    assert found.device_id == device.id


async def test_no_answer(client: AsyncParticle) -> None:
    with pytest.raises(StreamTimeoutError, match="'ping' was published, but no response 'pong'"):
        await client.events.publish_and_wait("ping", wait_for="pong", timeout=0.3)


async def test_nothing_is_published_without_a_stream(
    new_client: NewClient, server: RawServer
) -> None:
    server.script = [then(b"")]
    client = new_client(access_token=TOKEN, base_url=server.url)
    with pytest.raises(StreamTimeoutError, match="'ping' wasn't published") as raised:
        await client.events.publish_and_wait("ping", timeout=1)
    assert raised.value.__cause__ is not None
    assert {request.request_line.split()[0] for request in server.requests} == {"GET"}


async def test_a_stream_that_is_refused(client: AsyncParticle) -> None:
    with pytest.raises(NotFoundError):
        await client.product("no-such-product").events.publish_and_wait("ping", timeout=PATIENCE)


async def test_an_event_that_is_refused(client: AsyncParticle) -> None:
    with pytest.raises(APIStatusError, match="printable"):
        await client.events.publish_and_wait("x" * 65, wait_for="x", timeout=PATIENCE)


async def test_its_requests(new_client: NewClient, server: RawServer) -> None:
    """First the stream for the response, then the event; the same headers for both."""
    server.script = [Connection.hold]
    client = new_client(access_token=TOKEN, base_url=server.url)
    with pytest.raises(StreamTimeoutError):
        await client.events.publish_and_wait(
            "ping", wait_for="pong/ü", timeout=0.2, headers={"x-mine": "1"}
        )
    request = server.requests[0]
    assert request.request_line == "GET /v1/devices/events/pong%2F%C3%BC HTTP/1.1"
    assert request.headers["x-mine"] == "1"


async def test_a_timeout_that_makes_no_sense(client: AsyncParticle) -> None:
    with pytest.raises(ConfigurationError, match="timeout"):
        await client.events.publish_and_wait("ping", timeout=0)
