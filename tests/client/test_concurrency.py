"""One client in many threads, one async client in many tasks."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

import pytest

from particle_client import APITimeoutError, AsyncParticle, Particle, Timeout
from particle_client.models import Device
from tests.conftest import TOKEN

if TYPE_CHECKING:
    from particle_client.sandbox import Sandbox
    from tests.recorder import Recorder

pytestmark = pytest.mark.anyio

THREADS = 16


def test_sixteen_threads_share_a_client(cloud: Sandbox) -> None:
    devices = [
        cloud.add_device(functions={"twice": lambda text: 2 * int(text)}) for _ in range(THREADS)
    ]
    together = threading.Barrier(THREADS)

    with cloud.client(strict=True) as client:

        def work(number: int) -> list[int]:
            together.wait(timeout=30)
            mine = client.with_options(headers={"X-Thread": str(number)}) if number % 2 else client
            device_id = devices[number].id
            results = []
            for value in range(5):
                assert mine.devices.get(device_id).id == device_id
                call = mine.devices.call_function(device_id, "twice", str(100 * number + value))
                results.append(call.return_value)
            return results

        with ThreadPoolExecutor(THREADS) as pool:
            found = list(pool.map(work, range(THREADS)))
    assert found == [
        [2 * (100 * number + value) for value in range(5)] for number in range(THREADS)
    ]


def test_the_first_requests_of_many_threads_make_one_pool(recorder: Recorder) -> None:
    together = threading.Barrier(THREADS)
    with Particle(TOKEN, base_url=recorder.base_url) as client:

        def work(_: int) -> int:
            together.wait(timeout=30)
            client.get("/v1/things")
            return id(client._transport.http_client)

        with ThreadPoolExecutor(THREADS) as pool:
            assert len(set(pool.map(work, range(THREADS)))) == 1
    assert len(recorder.requests) == THREADS


def test_many_threads_read_one_model() -> None:
    together = threading.Barrier(THREADS)
    for _ in range(20):
        device = Device.from_dict({"last_heard": "2024-05-17T09:30:00.000Z", "status": "normal"})

        def work(_: int, device: Device = device) -> str:
            together.wait(timeout=30)
            return repr((device.last_heard, device.status))

        with ThreadPoolExecutor(THREADS) as pool:
            assert len(set(pool.map(work, range(THREADS)))) == 1


async def test_two_hundred_calls_at_once(cloud: Sandbox) -> None:
    devices = [cloud.add_device(variables={"number": number}) for number in range(20)]
    async with cloud.async_client(strict=True) as client:
        results = await asyncio.gather(
            *(client.devices.get_variable(devices[n % 20].id, "number") for n in range(200))
        )
    assert [result.result for result in results] == [n % 20 for n in range(200)]


async def test_thousands_of_calls_at_once(recorder: Recorder) -> None:
    async with AsyncParticle(TOKEN, base_url=recorder.base_url) as client:
        answers = await asyncio.gather(*(client.get(f"/v1/things/{n}") for n in range(2000)))
    assert [answer.json() for answer in answers] == [{}] * 2000
    assert {request.path for request in recorder.requests} == {
        f"/v1/things/{n}" for n in range(2000)
    }
    # Not more connections than that, and they are used again and again.
    assert recorder.connections <= 100


def test_hundreds_of_threads_wait_their_turn(recorder: Recorder) -> None:
    together = threading.Barrier(200)
    with Particle(TOKEN, base_url=recorder.base_url) as client:

        def work(number: int) -> object:
            together.wait(timeout=30)
            return [client.get(f"/v1/things/{number}").json() for _ in range(2)]

        with ThreadPoolExecutor(200) as pool:
            assert list(pool.map(work, range(200))) == [[{}, {}]] * 200
    assert recorder.connections <= 100


async def test_a_call_that_gets_no_connection_in_time(recorder: Recorder) -> None:
    async with AsyncParticle(TOKEN, base_url=recorder.base_url, retries=0) as client:
        for _ in range(100):
            recorder.answer_raw(b"", stall=True)
        stalled = [asyncio.ensure_future(client.get("/v1/slow")) for _ in range(100)]
        while len(recorder.requests) < 100:
            await asyncio.sleep(0.001)
        with pytest.raises(APITimeoutError, match=r"pool took over 0\.05 s") as caught:
            await client.get("/v1/things", timeout=Timeout(60, pool=0.05))
        assert (caught.value.phase, caught.value.sent) == ("pool", False)
        for call in stalled:
            call.cancel()
        await asyncio.gather(*stalled, return_exceptions=True)
        assert (await client.get("/v1/things", timeout=Timeout(60, pool=0.05))).json() == {}


async def test_event_streams_take_no_connection_from_calls(cloud: Sandbox) -> None:
    async with cloud.async_client(strict=True) as client, AsyncExitStack() as stack:
        for _ in range(101):
            await stack.enter_async_context(client.events.stream("lamp"))
        assert (await client.user.get()).username


async def test_a_cancelled_call_leaves_the_client_usable(recorder: Recorder) -> None:
    async with AsyncParticle(TOKEN, base_url=recorder.base_url) as client:
        recorder.answer_raw(b"", stall=True)
        call = asyncio.ensure_future(client.get("/v1/slow"))
        while not recorder.requests:
            await asyncio.sleep(0.001)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        assert (await client.get("/v1/things")).json() == {}
