"""A real Redis for the tests of the relay, and relays and workers in threads."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from particle_client.events import Event
from particle_client.relay import Relay, RelayConsumer, RelayGap
from particle_client.sandbox import Sandbox, VirtualDevice

from .processes import RedisProcess, wait_until


@pytest.fixture(scope="session")
def shared_redis(redis_program: str) -> Iterator[RedisProcess]:
    with (
        tempfile.TemporaryDirectory() as folder,  # pytest's names are too long for a socket
        RedisProcess(Path(folder), "--appendonly", "no") as redis,
    ):
        yield redis


@pytest.fixture
def redis(shared_redis: RedisProcess) -> RedisProcess:
    """A Redis with nothing in it."""
    shared_redis.client.flushall()
    return shared_redis


@pytest.fixture
def own_redis(redis_program: str) -> Iterator[RedisProcess]:
    """A Redis with an append-only file, which may be restarted."""
    with tempfile.TemporaryDirectory() as folder, RedisProcess(Path(folder)) as redis:
        yield redis


@pytest.fixture
def cloud() -> Iterator[Sandbox]:
    with Sandbox(heartbeat_interval=0.2) as cloud:
        cloud.add_product("Fleet", slug="fleet")
        yield cloud


@pytest.fixture
def device(cloud: Sandbox) -> VirtualDevice:
    return cloud.add_device("greenhouse", product="fleet")


class Background:
    """Something that runs in a thread until it is stopped; what it raises comes out of `stop`."""

    def __init__(self, what: Any, run: Callable[[], object]) -> None:
        self.what = what
        self.failure: BaseException | None = None
        self._thread = threading.Thread(target=self._run, args=(run,), daemon=True)
        self._thread.start()

    def _run(self, run: Callable[[], object]) -> None:
        try:
            run()
        except BaseException as error:
            self.failure = error

    @property
    def running(self) -> bool:
        return self._thread.is_alive()

    def stop(self) -> None:
        self.what.stop()
        self._thread.join(60)
        assert not self.running
        if self.failure is not None:
            failure, self.failure = self.failure, None
            raise failure


StartRelay = Callable[..., Background]


@pytest.fixture
def start_relay(redis: RedisProcess, cloud: Sandbox) -> Iterator[StartRelay]:
    """Starts relays that follow the product, and returns once they are connected."""
    started: list[Background] = []
    with cloud.client() as particle:

        def start(url: str = redis.url, **options: Any) -> Background:
            sources = {"product/fleet": particle.product("fleet").events.stream}
            relay = Relay(url, sources, **options)
            background = Background(relay, relay.run)
            started.append(background)
            stream = relay._sources[0].stream
            wait_until(lambda: stream.connected or not background.running, what="a connection")
            return background

        yield start
        for background in started:
            background.stop()
            background.what._redis.close()


class Worker:
    """A worker in a thread that keeps what it handles."""

    def __init__(
        self, url: str, group: str, handle: Callable[[Event], object] | None, **options: Any
    ) -> None:
        self.events: list[Event] = []
        self.gaps: list[RelayGap] = []
        self._handle = handle
        self.consumer = RelayConsumer(url, group, **options)
        run = self.consumer.run
        self.background = Background(self.consumer, lambda: run(self._on_event, self.gaps.append))

    def _on_event(self, event: Event) -> None:
        if self._handle is not None:
            self._handle(event)
        self.events.append(event)

    @property
    def data(self) -> list[str | None]:
        return [event.data for event in self.events]

    def stop(self) -> None:
        self.background.stop()


StartWorker = Callable[..., Worker]


@pytest.fixture
def start_worker(redis: RedisProcess) -> Iterator[StartWorker]:
    """Starts workers, which are stopped in the end."""
    started: list[Worker] = []

    def start(
        handle: Callable[[Event], object] | None = None,
        group: str = "g",
        url: str = redis.url,
        **options: Any,
    ) -> Worker:
        worker = Worker(url, group, handle, **{"lease": 2.0, "retry_delay": 0.01, **options})
        started.append(worker)
        return worker

    yield start
    for worker in started:
        worker.stop()
