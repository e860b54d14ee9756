"""Clocks that don't make anybody wait, and a real Redis."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep
from types import SimpleNamespace
from typing import TYPE_CHECKING

import anyio
import pytest
from anyio import sleep as async_sleep
from anyio.to_thread import run_sync as in_thread

from particle_client.calls.operation import Operation
from particle_client.rate_limits import RateLimiter
from particle_client.transport.async_over_httpx import AsyncTransport
from particle_client.transport.over_httpx import Transport
from tests.relay.processes import RedisProcess

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


GET_DEVICES = Operation("listDevices", "GET", "/v1/devices")


def pass_through(limiter: RateLimiter, method: str = "GET", path: str = "/v1/devices") -> None:
    """Ask a limiter as the client does."""
    acquire(limiter, Operation("request", method, path), path)


def acquire(limiter: RateLimiter, operation: Operation, path: str) -> None:
    """Wait as a Particle does."""
    with closing(limiter.waits(operation, path)) as waits:
        for seconds in waits:
            sleep(seconds)


async def aacquire(limiter: RateLimiter, operation: Operation, path: str) -> None:
    """Wait as an AsyncParticle does."""
    with closing(limiter.waits(operation, path)) as waits:
        while seconds := await in_thread(next, waits, 0.0) if limiter.is_shared else next(waits, 0):
            await async_sleep(seconds)


class FakeClock:
    """A clock that only moves when somebody sleeps, or when a test moves it."""

    def __init__(self) -> None:
        self.now = 1_000_000.0
        self.slept: list[float] = []
        self.on_sleep: Callable[[float], object] = self.advance
        """What happens instead of sleeping."""
        self.moves_by_itself = False
        """Whether it is the clock of an event loop (virtual_time.run)."""

    def time(self) -> float:
        return self.now

    def advance(self, seconds: float) -> None:
        self.now += seconds

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.on_sleep(seconds)

    async def async_sleep(self, seconds: float) -> None:
        if self.moves_by_itself:
            await anyio.sleep(seconds)
        else:
            self.sleep(seconds)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> FakeClock:
    """Let limiters and what they count live by a fake clock."""
    clock = FakeClock()
    fake = SimpleNamespace(time=clock.time, monotonic=clock.time)
    for module in ("limits.storage.memory", "limits.storage.redis"):
        monkeypatch.setattr(f"{module}.time", fake)
    monkeypatch.setattr("particle_client.rate_limits.time", fake)
    monkeypatch.setattr("tests.rate_limits.conftest.sleep", clock.sleep)
    monkeypatch.setattr("tests.rate_limits.conftest.async_sleep", clock.async_sleep)
    monkeypatch.setattr(Transport, "sleep", lambda _, seconds: clock.sleep(seconds))
    monkeypatch.setattr(AsyncTransport, "sleep", lambda _, seconds: clock.async_sleep(seconds))
    return clock


@pytest.fixture(scope="session")
def redis_server(redis_program: str) -> Iterator[RedisProcess]:
    """A real Redis, with a client that reads text."""
    import redis

    with (
        TemporaryDirectory() as folder,  # pytest's names are too long for a socket
        RedisProcess(Path(folder), "--appendonly", "no") as server,
        redis.Redis(unix_socket_path=str(server.socket), decode_responses=True) as client,
    ):
        server.client = client
        yield server


@pytest.fixture
def redis_url(redis_server: RedisProcess) -> str:
    """The URL of an empty Redis."""
    redis_server.client.flushall()
    return f"redis+{redis_server.url}"
