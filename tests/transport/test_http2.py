"""HTTP/2, by a client of httpx that the user brings, against a real server."""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from hypercorn.asyncio import serve
from hypercorn.config import Config

from tests.conftest import TOKEN

from .servers import CERTIFICATE

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from particle_client import AsyncParticle
    from tests.both import Kind
    from tests.conftest import NewClient

pytestmark = pytest.mark.anyio


class Cloud:
    """An HTTP/2 server in a thread of its own, with a stream that never ends.

    Attributes:
        clients: The address of the client, for each request.
        bodies: The bodies of the requests.
        versions: The versions of HTTP that they came in.
        events, interval: How many events a stream has, and the seconds between them.
    """

    events = 1
    interval = 0.0

    def __init__(self) -> None:
        self.clients: list[Any] = []
        self.bodies: list[bytes] = []
        self.versions: set[str] = set()
        self.base_url = ""
        self._is_bound = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._over = asyncio.Event()
        self._thread = threading.Thread(target=self._run)

    def __enter__(self) -> Cloud:
        self._thread.start()
        assert self._is_bound.wait(30)
        return self

    def __exit__(self, *error: object) -> None:
        self._loop.call_soon_threadsafe(self._over.set)
        self._thread.join()

    def _run(self) -> None:
        listener = socket.create_server(("127.0.0.1", 0))
        self.base_url = f"https://localhost:{listener.getsockname()[1]}"
        config = Config()
        config.bind = [f"fd://{listener.detach()}"]
        config.certfile = config.keyfile = str(CERTIFICATE)
        config.alpn_protocols = ["h2"]
        config.graceful_timeout = 0
        config.errorlog = None
        self._is_bound.set()
        app: Any = self._app
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(serve(app, config, shutdown_trigger=self._over.wait))

    async def _app(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            return
        body, more = b"", True
        while more:
            message = await receive()
            body += message.get("body", b"")
            more = message.get("more_body", False)
        self.clients.append(tuple(scope["client"]))
        self.bodies.append(body)
        self.versions.add(scope["http_version"])
        is_stream = scope["path"].endswith("/events")
        kind = b"text/event-stream" if is_stream else b"application/json"
        headers = [(b"content-type", kind)]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        if not is_stream:
            await send({"type": "http.response.body", "body": b'{"id": "1"}'})
            return
        event = b'event: lamp\ndata: {"data": "on"}\n\n'
        for _ in range(self.events):
            await send({"type": "http.response.body", "body": event, "more_body": True})
            await asyncio.sleep(self.interval)
        while (await receive())["type"] != "http.disconnect":
            pass


@pytest.fixture
def cloud() -> Iterator[Cloud]:
    with Cloud() as cloud:
        yield cloud


@pytest.fixture
async def client(new_client: NewClient, kind: Kind, cloud: Cloud) -> AsyncIterator[AsyncParticle]:
    """A client over an HTTP/2 client of the user's."""
    options: dict[str, Any] = {
        "http2": True,
        "verify": ssl.create_default_context(cafile=CERTIFICATE),
    }
    if kind == "async":
        async with httpx.AsyncClient(**options) as http_client:
            yield new_client(access_token=TOKEN, base_url=cloud.base_url, http_client=http_client)
    else:
        with httpx.Client(**options) as http_client:
            yield new_client(access_token=TOKEN, base_url=cloud.base_url, http_client=http_client)


async def test_calls_share_a_connection(client: AsyncParticle, cloud: Cloud, kind: Kind) -> None:
    assert (await client.devices.get("1")).id == "1"
    if kind == "async":
        await asyncio.gather(*(client.devices.get("1") for _ in range(20)))
    else:
        for _ in range(20):
            await client.devices.get("1")
    assert len(cloud.clients) == 21
    assert len(set(cloud.clients)) == 1
    assert cloud.versions == {"2"}


async def test_uploads(client: AsyncParticle, cloud: Cloud) -> None:
    content = bytes(range(256)) * 8192
    await client.product("p").firmware.upload(content, 1, "First")
    assert content in cloud.bodies[0]
    assert cloud.versions == {"2"}


async def test_a_stream_shares_its_connection(
    client: AsyncParticle, cloud: Cloud, kind: Kind
) -> None:
    """There are calls on it while it is read, and after it was left."""
    if kind == "sync":
        plain: Any = client
        with plain.target.events.stream(device="mine", idle_timeout=60) as events:
            assert next(events).data == "on"
            await client.devices.get("1")
    else:
        async with client.events.stream(device="mine", idle_timeout=60) as async_events:
            assert (await anext(async_events)).data == "on"
            await client.devices.get("1")
    await client.devices.get("1")
    assert len(cloud.clients) == 3
    assert len(set(cloud.clients)) == 1
    assert cloud.versions == {"2"}


async def test_a_stream_that_falls_silent(client: AsyncParticle, cloud: Cloud, kind: Kind) -> None:
    options: dict[str, Any] = {"device": "mine", "idle_timeout": 0.3, "reconnect_delay": 0.001}
    if kind == "sync":
        plain: Any = client
        with plain.target.events.stream(**options) as events:
            assert [next(events).data, next(events).data] == ["on", "on"]
    else:
        async with client.events.stream(**options) as async_events:
            assert [(await anext(async_events)).data for _ in range(2)] == ["on", "on"]
    assert (await client.devices.get("1")).id == "1"


@pytest.mark.parametrize("interval", [0.0, 0.003])
async def test_a_loop_that_calls_the_cloud_for_each_event(
    interval: float, client: AsyncParticle, cloud: Cloud, kind: Kind
) -> None:
    """Events come while calls are under way, and before them."""
    cloud.events, cloud.interval = 40, interval
    left = cloud.events
    options: dict[str, Any] = {"device": "mine", "idle_timeout": 60}
    if kind == "sync":
        plain: Any = client
        with plain.target.events.stream(**options) as events:
            for _ in events:
                plain.target.devices.get("1")
                left -= 1
                if not left:
                    break
    else:
        async with client.events.stream(**options) as async_events:
            async for _ in async_events:
                await asyncio.gather(*(client.devices.get("1") for _ in range(3)))
                left -= 1
                if not left:
                    break
    assert len(set(cloud.clients)) == 1
    assert len(cloud.clients) == 1 + cloud.events * (1 if kind == "sync" else 3)
