"""A real server process that is killed, started again, paused and resumed under a stream."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from particle_client import AsyncParticle, Particle, errors
from tests.ports import lasting_port

from .following import TOKEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="pauses a process"),
]

SCRIPT = Path(__file__).with_name("stream_process.py")
QUICK: dict[str, Any] = {"reconnect_delay": 0.05, "max_reconnect_delay": 0.2}


class StreamProcess:
    def __init__(self) -> None:
        self.port = lasting_port()
        self.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(SCRIPT), str(self.port)], stdout=subprocess.PIPE, text=True
        )
        assert self.process.stdout is not None
        assert self.process.stdout.readline() == "listening\n"

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()


@pytest.fixture
def process() -> Iterator[StreamProcess]:
    process = StreamProcess()
    yield process
    process.process.send_signal(signal.SIGCONT)
    process.kill()


async def follow(
    mode: str, url: str, at: dict[int, Callable[[], object]], count: int, **options: Any
) -> tuple[list[int], int]:
    """Return the numbers of so many events, and the reconnects; do something after some of them."""
    numbers: list[int] = []

    def take(number: str | None) -> bool:
        numbers.append(int(number or -1))
        at.get(len(numbers), lambda: None)()
        return len(numbers) == count

    if mode == "sync":
        with Particle(TOKEN, base_url=url) as particle:
            with particle.events.stream("test", **options) as stream:
                for found in stream:
                    if take(found.data):
                        break
            return numbers, stream.reconnects
    async with AsyncParticle(TOKEN, base_url=url) as aparticle:
        async with aparticle.events.stream("test", **options) as astream:
            async for found in astream:
                if take(found.data):
                    break
        return numbers, astream.reconnects


@pytest.mark.parametrize("mode", ["sync", "async"])
async def test_a_server_that_is_killed_and_started_again(mode: str, process: StreamProcess) -> None:
    reasons: list[Exception] = []

    def on_retry(attempt: int, seconds: float, reason: Exception) -> None:
        if attempt == 3:
            process.start()

    numbers, reconnects = await follow(
        mode,
        process.url,
        {5: process.kill},
        20,
        on_disconnect=reasons.append,
        on_retry=on_retry,
        **QUICK,
    )
    # What the first process had sent before it died may come after that.
    again = numbers.index(0, 1)
    assert numbers == [*range(again), *range(20 - again)]
    assert reconnects == 1
    assert [type(reason) for reason in reasons] == [errors.APIConnectionError]


@pytest.mark.parametrize("mode", ["sync", "async"])
async def test_a_server_that_is_paused_and_resumed(mode: str, process: StreamProcess) -> None:
    reasons: list[Exception] = []

    def on_retry(attempt: int, seconds: float, reason: Exception) -> None:
        # It still takes connections, but answers none.
        if attempt == 3:
            assert isinstance(reason, errors.APITimeoutError)
            process.process.send_signal(signal.SIGCONT)

    numbers, reconnects = await follow(
        mode,
        process.url,
        {5: lambda: process.process.send_signal(signal.SIGSTOP)},
        30,
        idle_timeout=0.3,
        connect_timeout=0.3,
        on_disconnect=reasons.append,
        on_retry=on_retry,
        **QUICK,
    )
    assert numbers == sorted(set(numbers))  # each once and in order
    assert reconnects >= 1
    assert isinstance(reasons[0], errors.APITimeoutError)
