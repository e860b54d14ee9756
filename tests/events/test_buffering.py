"""The bounded buffer between a stream and a slow loop."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING, Any

import anyio.to_thread
import pytest

from particle_client import AsyncParticle, Particle, errors
from tests.responses import raw_response

from .fakes import FakeCloud, Reader
from .following import TOKEN, both_ways
from .raw_server import Connection, RawServer, event

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.anyio

PATIENCE = 20


async def next_of(buffer: Any) -> str | None:
    """Return the next event's data; None at the end."""
    if hasattr(buffer, "__anext__"):
        found = await asyncio.wait_for(anext(buffer, None), PATIENCE)
    else:
        found = await anyio.to_thread.run_sync(next, buffer, None)
    return None if found is None else found.data


async def close(buffer: Any) -> None:
    if hasattr(buffer, "aclose"):
        await buffer.aclose()
    else:
        buffer.close()


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not condition():
            await asyncio.sleep(0.001)


def numbers(count: int) -> list[bytes]:
    return [event(number) for number in range(count)]


@both_ways
async def test_all_events_come_in_order(mode: str) -> None:
    reader = Reader(mode, FakeCloud([*numbers(50)], [event("end")]))
    buffer = reader.stream.buffered(3)
    got = [await next_of(buffer) for _ in range(51)]
    assert got == [*map(str, range(50)), "end"]
    assert buffer.dropped == 0
    await close(buffer)
    assert await next_of(buffer) is None


@both_ways
async def test_blocking_reads_no_further(mode: str) -> None:
    taken = 0

    def take() -> None:
        nonlocal taken
        taken += 1

    items: list[Any] = []
    for content in numbers(100):
        items += [content, take]
    # An event larger than what an async stream reads ahead.
    items = [event("x" * 70_000), *items]
    reader = Reader(mode, FakeCloud(items), max_reconnects=0)
    buffer = reader.stream.buffered(2)
    await next_of(buffer)
    await until(lambda: len(buffer._state.items) == 2)
    if mode == "sync":
        assert taken <= 3
    assert buffer.dropped == 0
    assert [await next_of(buffer) for _ in range(100)] == [*map(str, range(100))]
    await close(buffer)


@both_ways
async def test_dropping_the_oldest(mode: str) -> None:
    reader = Reader(mode, FakeCloud(numbers(100)), max_reconnects=0)
    buffer = reader.stream.buffered(10, "drop_oldest")
    got = [await next_of(buffer)]
    await until(lambda: buffer.dropped > 0 and not reader.stream.connected)
    assert len(buffer._state.items) == 10 or len(got) + len(buffer._state.items) == 10
    got += [await next_of(buffer) for _ in range(len(buffer._state.items))]
    # The newest ones, after the one that was taken while there were more to come.
    assert got[-9:] == [*map(str, range(91, 100))]
    assert len(got) + buffer.dropped == 100
    with pytest.raises(errors.StreamReconnectError):
        await next_of(buffer)
    await close(buffer)


@both_ways
async def test_errors_come_after_the_events_before_them(mode: str) -> None:
    reader = Reader(mode, FakeCloud(numbers(2), errors.AuthenticationError(raw_response(401))))
    buffer = reader.stream.buffered(10)
    assert [await next_of(buffer), await next_of(buffer)] == ["0", "1"]
    for _ in range(2):
        with pytest.raises(errors.AuthenticationError):
            await next_of(buffer)
    await close(buffer)


@both_ways
async def test_what_the_users_functions_raise_ends_nothing(mode: str) -> None:
    calls: list[int] = []

    def broken(_: Exception) -> None:
        calls.append(1)
        raise LookupError("the user's")

    reader = Reader(mode, FakeCloud(numbers(1), [event("1")]), on_disconnect=broken)
    buffer = reader.stream.buffered(10)
    assert await next_of(buffer) == "0"
    with pytest.raises(LookupError):
        await next_of(buffer)
    assert await next_of(buffer) == "1"
    await close(buffer)


@pytest.mark.parametrize("size", [0, -1])
@both_ways
async def test_sizes_that_make_no_sense(size: int, mode: str) -> None:
    reader = Reader(mode, FakeCloud([]))
    with pytest.raises(errors.ConfigurationError):
        reader.stream.buffered(size)
    with pytest.raises(errors.ConfigurationError, match="drop_newest"):
        reader.stream.buffered(1, "drop_newest")


@pytest.mark.parametrize("full", [False, True], ids=["reading", "blocked"])
def test_closing_ends_the_thread(full: bool, server: RawServer) -> None:
    def step(connection: Connection) -> None:
        connection.answer()
        connection.chunk(b"".join(numbers(10 if full else 1)))
        connection.hold()

    server.script = [step]
    before = threading.enumerate()
    with (
        Particle(TOKEN, base_url=server.url) as particle,
        particle.events.stream("test").buffered(3) as buffer,
    ):
        assert next(buffer).data == "0"
        waiting = threading.Thread(target=lambda: list(buffer) if not full else None)
        waiting.start()
        buffer.close()
        waiting.join(PATIENCE)
        assert not waiting.is_alive()
    for started in set(threading.enumerate()) - set(before):
        started.join(PATIENCE)
        assert not started.is_alive()


@pytest.mark.parametrize("full", [False, True], ids=["reading", "blocked"])
async def test_closing_ends_the_task(full: bool, server: RawServer) -> None:
    def step(connection: Connection) -> None:
        connection.answer()
        connection.chunk(b"".join(numbers(10 if full else 1)))
        connection.hold()

    server.script = [step]
    before = asyncio.all_tasks()
    async with AsyncParticle(TOKEN, base_url=server.url) as particle:
        async with particle.events.stream("test").buffered(3) as buffer:
            assert (await anext(buffer)).data == "0"
            waiting = asyncio.create_task(next_of(buffer)) if not full else None
            await asyncio.sleep(0)
            buffer.close()
            if waiting is not None:
                assert await waiting is None
        await until(lambda: asyncio.all_tasks() == before)
