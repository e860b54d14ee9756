"""One client in many threads, one async client in many tasks."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from particle_client import AsyncParticle, Particle
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


async def test_more_calls_than_connections_wait_their_turn(recorder: Recorder) -> None:
    async with AsyncParticle(TOKEN, base_url=recorder.base_url) as client:
        await asyncio.gather(*(client.get(f"/v1/things/{n}") for n in range(130)))
    paths = {request.path for request in recorder.requests}
    assert paths == {f"/v1/things/{n}" for n in range(130)}
    assert recorder.most_connections <= 100


async def test_a_cancelled_call_leaves_the_client_usable(recorder: Recorder) -> None:
    async with AsyncParticle(TOKEN, base_url=recorder.base_url) as client:
        recorder.answer_raw(b"", stall=True)
        call = asyncio.ensure_future(client.get("/v1/slow"))
        while not recorder.requests:
            await asyncio.sleep(0)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        assert (await client.get("/v1/things")).json() == {}
