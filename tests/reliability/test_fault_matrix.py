"""Every fault, for calls that may be repeated, calls that may not, uploads and event streams.

Nothing hangs longer than its timeout, nothing is sent twice that mustn't be, nothing is lost
without an error.
"""

from __future__ import annotations

import threading
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from starlette.middleware import Middleware
from starlette.requests import Request

from particle_client import (
    APIConnectionError,
    AsyncParticle,
    Particle,
    ParticleError,
    ResponseValidationError,
    RetryAttempt,
    RetryPolicy,
    StreamReconnectError,
    Timeout,
)
from particle_client.sandbox import Sandbox
from tests.ports import lasting_port

from .matrix import MATRIX, PAGE, Row, page_with_table

if TYPE_CHECKING:
    from collections.abc import Awaitable, Iterator

    from starlette.types import ASGIApp, Receive, Scope, Send

    from particle_client.events.event import Event
    from tests.both import Kind
    from tests.conftest import NewClient

pytestmark = pytest.mark.anyio

DEVICE = "0123456789abcdef01234567"
GUARD = 60.0
"""Seconds after which the cloud is stopped: then whatever hangs fails."""

PATIENCE = 0.5
"""Seconds after which silence is noticed, where there is one. Where a server is merely slow, a
call has longer."""

LARGE = bytes(24_000_000)
"""More than the system's buffers between two sockets hold."""

CALLS: dict[str, str] = {
    "get": "getDevice",
    "post": "callFunction",
    "upload": "uploadProductFirmware",
}


class Cloud:
    """A local cloud that counts what it carries out."""

    def __init__(self) -> None:
        self.carried_out: Counter[str] = Counter()
        self.calls: list[str] = []
        self.sandbox = Sandbox(
            port=lasting_port(),
            heartbeat_interval=None,
            middleware=[Middleware(Count, cloud=self)],
        )
        self.sandbox.add_product("Lamps", slug="lamps")
        self.sandbox.add_device("lamp", id=DEVICE, functions={"light": self.light})

    def light(self, argument: str) -> int:
        self.calls.append(argument)
        return len(self.calls)


class Count:
    """Counts the requests that reach the cloud, behind the faults."""

    def __init__(self, app: ASGIApp, cloud: Cloud) -> None:
        self.app = app
        self.cloud = cloud

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.cloud.carried_out[Request(scope).method] += 1
        await self.app(scope, receive, send)


@pytest.fixture
def cloud() -> Iterator[Cloud]:
    cloud = Cloud()
    with cloud.sandbox:
        guard = threading.Timer(GUARD, cloud.sandbox.stop)
        guard.start()
        yield cloud
        assert guard.is_alive(), "something hung"
        guard.cancel()
        guard.join()
        cloud.sandbox.faults.clear()


def timeout_for(row: Row) -> Timeout:
    return Timeout(GUARD, read=PATIENCE, write=PATIENCE) if row.silent else Timeout(GUARD)


def request(client: AsyncParticle, call: str, row: Row) -> Awaitable[Any]:
    if call == "get":
        return client.devices.get(DEVICE)
    if call == "post":
        return client.devices.call_function(DEVICE, "light", "on")
    content = LARGE if row.needs_body else b"binary"
    return client.product("lamps").firmware.upload(content, 1, "First")


def carried_out(cloud: Cloud, call: str) -> int:
    """How often the cloud did it: by its state, where there is one."""
    if call == "get":
        return cloud.carried_out["GET"]
    if call == "post":
        assert len(cloud.calls) == cloud.carried_out["POST"]
        return len(cloud.calls)
    assert len(cloud.sandbox.state.products) == 1
    (product,) = cloud.sandbox.state.products.values()
    assert len(product.firmware) == cloud.carried_out["POST"]
    return len(product.firmware)


CASES = [
    pytest.param(row, call, id=f"{row.fault}-{call}")
    for row in MATRIX
    if not row.needs_stream
    for call in CALLS
    if call == "upload" or not row.needs_body
]


@pytest.mark.parametrize(("row", "call"), CASES)
async def test_one_fault(cloud: Cloud, new_client: NewClient, row: Row, call: str) -> None:
    fault = row.set_up(cloud.sandbox.faults, CALLS[call], 1)
    client = new_client(
        access_token=cloud.sandbox.access_token,
        base_url=cloud.sandbox.base_url,
        timeout=timeout_for(row),
        retries=RetryPolicy(initial_delay=0),
    )
    repeated = row.repeated and call == "get"
    if row.error is None or repeated:
        await request(client, call, row)
    else:
        with pytest.raises(row.error) as caught:
            await request(client, call, row)
        assert type(caught.value) is row.error
        assert cloud.sandbox.access_token not in str(caught.value)
    assert fault.hits == 1
    assert carried_out(cloud, call) == row.carried_out + repeated
    # Neither the client nor the cloud is the worse for it.
    await client.devices.get(DEVICE)


async def test_an_empty_answer_in_strict_mode(cloud: Cloud, new_client: NewClient) -> None:
    client = new_client(
        access_token=cloud.sandbox.access_token, base_url=cloud.sandbox.base_url, strict=True
    )
    cloud.sandbox.faults.garbage(kind="empty")
    with pytest.raises(ResponseValidationError):
        await client.devices.get(DEVICE)


@pytest.mark.parametrize("row", [pytest.param(row, id=row.fault) for row in MATRIX if row.repeated])
async def test_a_fault_that_stays(cloud: Cloud, new_client: NewClient, row: Row) -> None:
    fault = row.set_up(cloud.sandbox.faults, "getDevice", None)
    attempts: list[RetryAttempt] = []
    client = new_client(
        access_token=cloud.sandbox.access_token,
        base_url=cloud.sandbox.base_url,
        timeout=timeout_for(row),
        retries=RetryPolicy(1, initial_delay=0, on_retry=attempts.append),
    )
    assert row.error is not None
    with pytest.raises(row.error) as caught:
        await client.devices.get(DEVICE)
    assert type(caught.value) is row.error
    assert fault.hits == 2
    assert [type(attempt.error) for attempt in attempts] == [row.error]
    assert carried_out(cloud, "get") == 2 * row.carried_out


@pytest.mark.parametrize("call", CALLS)
async def test_the_cloud_is_away_and_comes_back(
    cloud: Cloud, new_client: NewClient, call: str
) -> None:
    """AWAY: what never left is repeated, whatever it is."""
    base_url = cloud.sandbox.base_url
    cloud.sandbox.stop()
    client = new_client(
        access_token=cloud.sandbox.access_token,
        base_url=base_url,
        retries=RetryPolicy(initial_delay=0, on_retry=lambda attempt: cloud.sandbox.start()),
    )
    await request(client, call, MATRIX[0])
    assert carried_out(cloud, call) == 1


# --- event streams --------------------------------------------------------------------------------


class Following:
    """Follows a stream that each connection and each event publishes another event to."""

    def __init__(self, cloud: Cloud, row: Row) -> None:
        self.cloud = cloud
        self.connections = 0
        self.losses: list[Exception] = []
        self.events: list[str | None] = []
        self.options: dict[str, Any] = {
            "device": "mine",
            "connect_timeout": PATIENCE if row.silent else GUARD,
            "idle_timeout": PATIENCE if row.silent else GUARD,
            "reconnect_delay": 0.001,
            "max_reconnects": 2,
            "on_connect": self.connected,
            "on_retry": lambda number, seconds, reason: self.losses.append(reason),
        }

    def connected(self) -> None:
        self.connections += 1
        self.cloud.sandbox.publish("test", f"connected {self.connections}")

    def is_over(self, event: Event) -> bool:
        if event.name == "test":  # a fault may have made up another one
            self.events.append(event.data)
            self.cloud.sandbox.publish("test", "next")
        return len(self.events) == 2

    async def run(self, kind: Kind) -> None:
        arguments: dict[str, Any] = {
            "access_token": self.cloud.sandbox.access_token,
            "base_url": self.cloud.sandbox.base_url,
        }
        if kind == "sync":
            with Particle(**arguments) as client, client.events.stream(**self.options) as events:
                for event in events:
                    if self.is_over(event):
                        return
        else:
            async with (
                AsyncParticle(**arguments) as async_client,
                async_client.events.stream(**self.options) as async_events,
            ):
                async for event in async_events:
                    if self.is_over(event):
                        return


async def test_the_cloud_is_away_from_a_stream_and_comes_back(cloud: Cloud, kind: Kind) -> None:
    """AWAY, for streams."""
    following = Following(cloud, MATRIX[0])

    def start(number: int, seconds: float, reason: Exception) -> None:
        following.losses.append(reason)
        cloud.sandbox.start()

    following.options["on_retry"] = start
    cloud.sandbox.stop()
    await following.run(kind)
    assert following.events == ["connected 1", "next"]
    assert [type(reason) for reason in following.losses] == [APIConnectionError]


STREAMS = [pytest.param(row, id=row.fault) for row in MATRIX if row.stream is not None]


@pytest.mark.parametrize("row", STREAMS)
async def test_one_fault_of_a_stream(cloud: Cloud, kind: Kind, row: Row) -> None:
    fault = row.set_up(cloud.sandbox.faults, "streamMyEvents", 1)
    following = Following(cloud, row)
    if isinstance(row.stream, type):
        with pytest.raises(row.stream):
            await following.run(kind)
        assert following.connections == 0
    else:
        await following.run(kind)
        # Each loss was told, and nothing came twice.
        lost = row.stream == "reconnects"
        assert len(following.losses) == lost
        if row.needs_stream and lost:
            assert following.events == ["connected 1", "connected 2"]
        else:
            assert following.events == [f"connected {following.connections}", "next"]
    assert fault.hits == 1
    assert cloud.sandbox.open_streams in (0, 1)  # the one that the client has just left


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(row, id=row.fault)
        for row in MATRIX
        if row.stream == "reconnects" and not row.needs_stream
    ],
)
async def test_a_fault_of_a_stream_that_stays(cloud: Cloud, kind: Kind, row: Row) -> None:
    fault = row.set_up(cloud.sandbox.faults, "streamMyEvents", None)
    following = Following(cloud, row)
    with pytest.raises(StreamReconnectError) as caught:
        await following.run(kind)
    assert isinstance(caught.value.__cause__, ParticleError)
    assert len(following.losses) == 2
    if not row.silent:  # else a slow cloud may not have looked at a request before it was given up
        fault.wait(3)
    assert fault.hits <= 3


# --- the page -------------------------------------------------------------------------------------


def test_the_page_shows_this_matrix() -> None:
    """If not: `python -m tests.reliability.matrix`."""
    page = PAGE.read_text()
    assert page == page_with_table(page)
