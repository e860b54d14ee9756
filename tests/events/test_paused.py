"""A client that was paused for longer than the idle timeout: what came meanwhile isn't lost."""

from __future__ import annotations

import importlib.util
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import anyio
import pytest

from particle_client import AsyncParticle
from tests.attacks.conftest import KINDS

from .following import TOKEN
from .raw_server import Connection, RawServer, event

if TYPE_CHECKING:
    from trio.testing import MockClock

pytestmark = pytest.mark.anyio

PATIENCE = 20


class Pause:
    """A server whose stream goes on while the client is paused."""

    def __init__(self, server: RawServer) -> None:
        self.begun = threading.Event()
        self.done = threading.Event()
        server.script = [self._step]

    def _step(self, connection: Connection) -> None:
        connection.answer()
        connection.chunk(event(1))
        self.begun.wait(PATIENCE)
        connection.chunk(event(2))
        connection.chunk(event(3))
        self.done.set()
        connection.hold()


async def follow(url: str, pause: Pause, jump: object) -> tuple[list[str | None], list[Exception]]:
    """Follow a stream, with a pause of the whole process once it waits for the second event."""
    reasons: list[Exception] = []
    data: list[str | None] = []
    async with (
        AsyncParticle(TOKEN, base_url=url) as particle,
        particle.events.stream("test", idle_timeout=100, on_disconnect=reasons.append) as stream,
    ):
        data.append((await anext(stream)).data)

        async def read() -> None:
            data.extend([(await anext(stream)).data, (await anext(stream)).data])

        with anyio.fail_after(PATIENCE * 100):
            async with anyio.create_task_group() as group:
                group.start_soon(read)
                await anyio.wait_all_tasks_blocked()
                # The event loop stands still from here on, until the clock has moved on.
                pause.begun.set()
                assert pause.done.wait(PATIENCE)
                assert callable(jump)
                jump(1000)
    return data, reasons


async def test_the_clock_of_asyncio_jumps(
    server: RawServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = time.monotonic

    def jump(seconds: float) -> None:
        monkeypatch.setattr(time, "monotonic", lambda: real() + seconds)

    data, reasons = await follow(server.url, Pause(server), jump)
    assert data == ["1", "2", "3"]
    assert reasons == []


def test_the_clock_of_trio_jumps(server: RawServer, monkeypatch: pytest.MonkeyPatch) -> None:
    trio = pytest.importorskip("trio")
    clock: MockClock = pytest.importorskip("trio.testing").MockClock(rate=1)
    real = time.monotonic

    def jump(seconds: float) -> None:
        clock.jump(seconds)
        monkeypatch.setattr(time, "monotonic", lambda: real() + seconds)

    data, reasons = trio.run(follow, server.url, Pause(server), jump, clock=clock)
    assert data == ["1", "2", "3"]
    assert reasons == []


FOLLOWER = """
import asyncio, sys, httpx
from particle_client import AsyncParticle, Particle

kind, url = sys.argv[1:]
options = {"idle_timeout": 1, "on_disconnect": lambda reason: print("lost", flush=True)}

def run():
    own = httpx.Client() if kind == "own httpx.Client" else None
    with Particle("token", base_url=url, http_client=own) as particle:
        with particle.events.stream("test", **options) as stream:
            for event in stream:
                print(event.data, flush=True)
                if event.data == "3":
                    break

async def arun():
    own = {"aiohttp": "aiohttp", "own httpx.AsyncClient": httpx.AsyncClient()}.get(kind)
    async with AsyncParticle("token", base_url=url, http_client=own) as particle:
        async with particle.events.stream("test", **options) as stream:
            async for event in stream:
                print(event.data, flush=True)
                if event.data == "3":
                    break

if kind in ("sync", "own httpx.Client"):
    run()
elif kind == "trio":
    import trio

    trio.run(arun)
else:
    asyncio.run(arun())
"""


def stop_for_a_while(kind: str) -> str:
    """Return what a process printed that was stopped after the first event."""
    with RawServer() as server:
        pause = Pause(server)
        process = subprocess.Popen(
            [sys.executable, "-c", FOLLOWER, kind, server.url], stdout=subprocess.PIPE, text=True
        )
        try:
            assert process.stdout is not None
            first = process.stdout.readline()
            process.send_signal(signal.SIGSTOP)
            pause.begun.set()
            assert pause.done.wait(PATIENCE)
            time.sleep(1.3)  # the pause: longer than the idle timeout
            process.send_signal(signal.SIGCONT)
            return first + process.communicate(timeout=PATIENCE)[0]
        finally:
            process.send_signal(signal.SIGCONT)
            process.kill()
            process.communicate()


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="pauses a process")
def test_processes_that_are_stopped() -> None:
    """All at once: most of the time they wait."""
    kinds = [
        kind for kind in KINDS if kind not in ("aiohttp", "trio") or importlib.util.find_spec(kind)
    ]
    with ThreadPoolExecutor(len(kinds)) as pool:
        printed = dict(zip(kinds, pool.map(stop_for_a_while, kinds), strict=True))
    assert printed == dict.fromkeys(kinds, "1\n2\n3\n")
