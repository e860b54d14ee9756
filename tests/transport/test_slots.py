"""Waiting for a slot: in turn, and none is lost."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import anyio
import anyio.lowlevel
import pytest

from particle_client.transport.slots import AsyncSlots, Slots

pytestmark = pytest.mark.anyio


@pytest.fixture(params=["asyncio", "trio"])
def anyio_backend(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def wait_until(slots: Slots, waiting: int) -> None:
    while len(slots._waiting) < waiting:
        threading.Event().wait(0.001)


def test_threads_get_slots_in_the_order_in_which_they_came() -> None:
    slots = Slots(1)
    assert slots.acquire()
    order: list[int] = []
    threads = []

    def work(number: int) -> None:
        slots.acquire()
        order.append(number)
        slots.release()

    for number in range(20):
        threads.append(threading.Thread(target=work, args=(number,)))
        threads[-1].start()
        wait_until(slots, number + 1)
    slots.release()
    for thread in threads:
        thread.join()
    assert order == list(range(20))
    assert slots.free == 1


def test_a_thread_that_waits_too_long() -> None:
    slots = Slots(1)
    assert slots.acquire(timeout=0.01)
    assert not slots.acquire(timeout=0.01)
    slots.release()
    assert slots.acquire(timeout=0.01)


def test_never_more_threads_than_slots() -> None:
    slots = Slots(3)
    lock = threading.Lock()
    busy = most = missed = 0

    def work(_: int) -> None:
        nonlocal busy, most, missed
        for turn in range(50):
            if not slots.acquire(timeout=0.0005 if turn % 2 else None):
                with lock:
                    missed += 1
                continue
            with lock:
                busy += 1
                most = max(most, busy)
            threading.Event().wait(0.0002)
            with lock:
                busy -= 1
            slots.release()

    with ThreadPoolExecutor(12) as pool:
        list(pool.map(work, range(12)))
    assert most <= 3
    assert missed
    assert (slots.free, len(slots._waiting)) == (3, 0)


async def test_tasks_get_slots_in_the_order_in_which_they_came() -> None:
    slots = AsyncSlots(1)
    assert await slots.acquire()
    order: list[int] = []

    async def work(number: int) -> None:
        assert await slots.acquire()
        order.append(number)
        slots.release()

    async with anyio.create_task_group() as group:
        for number in range(20):
            group.start_soon(work, number)
            while len(slots._waiting) <= number:
                await anyio.lowlevel.checkpoint()
        slots.release()
    assert order == list(range(20))


async def test_a_task_that_waits_too_long() -> None:
    slots = AsyncSlots(1)
    assert await slots.acquire(0.01)
    assert not await slots.acquire(0.01)
    slots.release()
    assert await slots.acquire(0.01)


async def test_a_task_that_is_cancelled_when_its_turn_has_come() -> None:
    slots = AsyncSlots(1)
    assert await slots.acquire()
    async with anyio.create_task_group() as group:
        group.start_soon(slots.acquire)
        while not slots._waiting:
            await anyio.lowlevel.checkpoint()
        slots.release()  # gives it to the task, which hasn't run yet
        group.cancel_scope.cancel()
    # Whether the task had it or lost it, the count is right.
    assert slots.free in (0, 1)
    if not slots.free:
        slots.release()
    assert await slots.acquire(0.01)
    assert not slots.free
