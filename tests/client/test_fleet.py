"""One call for many devices: `map_devices`."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
import threading
from collections import Counter
from typing import TYPE_CHECKING, Any

import anyio
import pytest

from particle_client import AsyncParticle, NotFoundError, Particle
from tests.responses import raw_response

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from particle_client.sandbox import Sandbox

    from ..conftest import NewClient
    from ..recorder import Recorder

pytestmark = pytest.mark.anyio

LOCAL = "http://127.0.0.1:9"


async def test_each_device_gives_a_result_or_an_error(
    client: AsyncParticle, cloud: Sandbox, kind: str
) -> None:
    devices = [cloud.add_device(variables={"t": n}) for n in range(20)]
    ids = [*(device.id for device in devices), "0" * 24]
    read: Any = client.devices.get_variable
    if kind == "sync":
        read = read.method

    def variable(device_id: str) -> Any:
        return read(device_id, "t")

    results = [result async for result in client.map_devices(variable, ids, concurrency=4)]

    assert Counter(result.device_id for result in results) == Counter(ids)
    values = {result.device_id: result.value.result for result in results if result.ok}
    assert values == {device.id: n for n, device in enumerate(devices)}
    (failed,) = [result for result in results if not result.ok]
    assert failed.device_id == "0" * 24
    assert failed.error is not None
    with pytest.raises(type(failed.error)):
        _ = failed.value


async def test_devices_of_a_listing_can_be_passed(
    client: AsyncParticle, cloud: Sandbox, kind: str
) -> None:
    added = cloud.add_device("listed")
    listing: Any = client.devices.list()
    if kind == "sync":
        listing = await listing

    async def name_async(device: Any) -> str:
        return str(device.name)

    def name(device: Any) -> str:
        return str(device.name)

    function: Any = name if kind == "sync" else name_async
    results = [result async for result in client.map_devices(function, listing)]
    assert "listed" in [result.value for result in results if result.device_id == added.id]


def test_no_more_threads_than_asked_for_and_no_less() -> None:
    barrier = threading.Barrier(3)  # breaks unless three calls run at a time
    running, most = 0, 0
    lock = threading.Lock()

    def call(device_id: str) -> str:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        barrier.wait(timeout=30)
        with lock:
            running -= 1
        return device_id.upper()

    with Particle("token", base_url=LOCAL) as particle:
        results = list(particle.map_devices(call, list("abcdef"), concurrency=3))
    assert sorted(result.value for result in results) == list("ABCDEF")
    assert most == 3


@pytest.mark.parametrize("anyio_backend", ["asyncio", "trio"])
async def test_no_more_tasks_than_asked_for_and_no_less(anyio_backend: str) -> None:
    running, most = 0, 0
    together = anyio.Event()

    async def call(device_id: str) -> str:
        nonlocal running, most
        running += 1
        most = max(most, running)
        if running == 3:
            together.set()
        await together.wait()
        running -= 1
        return device_id.upper()

    async with AsyncParticle("token", base_url=LOCAL) as particle:
        results = [r async for r in particle.map_devices(call, list("abcdef"), concurrency=3)]
    assert sorted(result.value for result in results) == list("ABCDEF")
    assert most == 3


def test_devices_are_taken_as_they_are_needed_and_leaving_the_loop_ends_it() -> None:
    taken: list[int] = []
    called: list[str] = []

    def devices() -> Iterator[str]:
        for number in range(1000):
            taken.append(number)
            yield str(number)

    def call(device_id: str) -> None:
        called.append(device_id)

    with Particle("token", base_url=LOCAL) as particle:
        with particle.map_devices(call, devices(), concurrency=2) as results:
            for _ in results:
                break
        assert len(taken) <= 4
        assert len(called) <= len(taken)
        assert list(results) == []
    assert not [thread for thread in threading.enumerate() if "map_devices" in thread.name]


@pytest.mark.parametrize("anyio_backend", ["asyncio", "trio"])
async def test_leaving_the_async_loop_cancels_what_is_under_way(anyio_backend: str) -> None:
    cancelled: list[str] = []

    async def devices() -> AsyncIterator[str]:
        for number in range(1000):
            yield str(number)

    async def call(device_id: str) -> str:
        if device_id == "0":
            return device_id
        try:
            await anyio.sleep_forever()
        except BaseException:
            cancelled.append(device_id)
            raise
        return ""

    async with (
        AsyncParticle("token", base_url=LOCAL) as particle,
        particle.map_devices(call, devices(), concurrency=3) as results,
    ):
        async for result in results:
            assert result.value == "0"
            break
    assert set(cancelled) <= {"1", "2"}
    assert cancelled


async def test_a_call_that_is_cancelled_from_within_gives_an_error() -> None:
    async def call(device_id: str) -> str:
        if device_id == "1":
            other: asyncio.Future[str] = asyncio.get_running_loop().create_future()
            other.cancel()
            await other
        return device_id

    async with AsyncParticle("token", base_url=LOCAL) as particle:
        results = [result async for result in particle.map_devices(call, ["0", "1", "2"])]
    assert sorted(result.device_id for result in results) == ["0", "1", "2"]
    (failed,) = [result for result in results if not result.ok]
    assert failed.device_id == "1"
    with pytest.raises(RuntimeError, match="was cancelled"):
        _ = failed.value


def test_an_async_function_needs_the_async_client() -> None:
    async def call(device_id: str) -> str:
        return device_id

    with (
        Particle("token", base_url=LOCAL) as particle,
        pytest.raises(TypeError, match="fn must be a plain function"),
    ):
        particle.map_devices(call, ["0"])


async def test_the_async_client_needs_an_async_function() -> None:
    wrong: Any = len
    async with AsyncParticle("token", base_url=LOCAL) as client:
        (failed,) = [result async for result in client.map_devices(wrong, ["0"])]
    assert isinstance(failed.error, TypeError)
    assert "await" in str(failed.error)


@pytest.mark.parametrize("anyio_backend", ["asyncio", "trio"])
async def test_cancelling_who_waits_cancels_the_calls(anyio_backend: str) -> None:
    ended = anyio.Event()
    began = anyio.Event()

    async def call(device_id: str) -> None:
        began.set()
        try:
            await anyio.sleep_forever()
        finally:
            ended.set()

    async def run(particle: AsyncParticle) -> None:
        async for _ in particle.map_devices(call, ["1"]):
            raise AssertionError

    async with AsyncParticle("token", base_url=LOCAL) as particle:
        async with anyio.create_task_group() as group:
            group.start_soon(run, particle)
            await began.wait()
            group.cancel_scope.cancel()
        assert ended.is_set()


async def test_progress(client: AsyncParticle, kind: str) -> None:
    async def call_async(device_id: str) -> None: ...

    def call(device_id: str) -> None: ...

    function: Any = call if kind == "sync" else call_async
    seen: list[tuple[int, int | None]] = []

    def progress(done: int, total: int | None) -> None:
        seen.append((done, total))

    _ = [r async for r in client.map_devices(function, ["1", "2"], progress=progress)]
    assert seen == [(0, 2), (1, 2), (2, 2)]


def test_a_failing_iterable_of_devices_raises() -> None:
    def devices() -> Iterator[str]:
        yield "1"
        raise NotFoundError(raw_response(404))

    with (
        Particle("token", base_url=LOCAL) as particle,
        pytest.raises(NotFoundError),
    ):
        list(particle.map_devices(str, devices()))


@pytest.mark.parametrize(
    ("devices", "options", "error"),
    [
        ("0123", {}, TypeError),
        (["1"], {"concurrency": 0}, ValueError),
        (["1"], {"concurrency": "2"}, TypeError),
        (1, {}, TypeError),
    ],
)
def test_mistakes(devices: Any, options: Any, error: type[Exception]) -> None:
    with Particle("token", base_url=LOCAL) as particle, pytest.raises(error):
        particle.map_devices(str, devices, **options)


async def test_a_call_that_fails_is_not_the_end(
    new_client: NewClient, recorder: Recorder, kind: str
) -> None:
    recorder.answer(404, json={"error": "no such device"})
    client = new_client(access_token="token", base_url=recorder.base_url)
    get: Any = client.devices.get
    results = [
        result
        async for result in client.map_devices(
            get.method if kind == "sync" else get, ["1", "2", "3"], concurrency=1
        )
    ]
    assert [result.ok for result in results] == [False, True, True]
    assert isinstance(results[0].error, NotFoundError)
    assert "1" in repr(results[0])


_ENDLESS = """
import os, signal, threading
from particle_client import Particle

signal.signal(signal.SIGINT, signal.default_int_handler)  # background jobs of a shell ignore it

def call(device_id):
    os.write(1, b"called\\n")  # at once, which `print` isn't in threads
    threading.Event().wait()

with Particle("token") as particle:
    for result in particle.map_devices(call, ["1", "2"]):
        pass
"""


def test_ctrl_c_does_not_wait_for_the_calls() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _ENDLESS], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as run:
        try:
            assert run.stdout is not None
            assert run.stderr is not None
            assert [run.stdout.readline(), run.stdout.readline()] == ["called\n"] * 2
            run.send_signal(signal.SIGINT)
            assert run.wait(10) != 0
            assert run.stderr.read().endswith("KeyboardInterrupt\n")
        finally:
            run.kill()
