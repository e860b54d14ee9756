"""The async stream under asyncio and under trio: what depends on the event loop."""

from __future__ import annotations

import gc
import os
import sys
import threading
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING

import anyio
import anyio.to_thread
import pytest

from particle_client import AsyncParticle, StreamTimeoutError
from particle_client.errors import APITimeoutError, AuthenticationError, StreamReconnectError
from particle_client.events.async_worker import AsyncWorker

from .following import TOKEN
from .raw_server import Connection, RawServer, answer, event, streaming
from .test_stopping import BUSY, PATIENCE, Busy

if TYPE_CHECKING:
    from particle_client import AsyncEventStream

pytestmark = pytest.mark.anyio


@pytest.fixture(params=["asyncio", "trio"])
def anyio_backend(request: pytest.FixtureRequest) -> str:
    value: str = request.param
    return value


def system_tasks() -> int:
    """How many tasks run beside the nurseries; 0 with asyncio."""
    import trio

    if not trio.lowlevel.in_trio_task():
        import asyncio

        return len(asyncio.all_tasks())
    root = trio.lowlevel.current_root_task()
    assert root is not None
    return sum(len(nursery.child_tasks) for nursery in root.child_nurseries)


def current_task() -> object:
    """What trio's does where none of its tasks runs."""
    raise RuntimeError("must be called from async context")


@pytest.mark.parametrize("lowlevel", [{"current_task": current_task}, None])
@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_asyncio_beside_an_old_or_half_imported_trio(
    lowlevel: dict[str, object] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    trio = ModuleType("trio")
    if lowlevel is not None:
        trio.lowlevel = SimpleNamespace(**lowlevel)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "trio", trio)
    done = anyio.Event()

    async def work() -> None:
        done.set()

    worker = AsyncWorker()
    worker.start(work)
    await worker.join()
    assert done.is_set()


async def data_of(stream: AsyncEventStream, count: int) -> list[str | None]:
    with anyio.fail_after(PATIENCE):
        return [(await anext(stream)).data for _ in range(count)]


async def test_events_over_several_connections(server: RawServer) -> None:
    server.script = [
        streaming(1, 2, then=Connection.reset),
        answer(500, "text/plain", b""),
        streaming(3, then=Connection.finish),
        streaming(4),
    ]
    before = system_tasks()
    async with AsyncParticle(TOKEN, base_url=server.url) as particle:
        options = {"reconnect_delay": 0.001, "max_reconnect_delay": 0.001}
        async with particle.events.stream("test", **options) as stream:  # type: ignore[arg-type]
            assert await data_of(stream, 4) == ["1", "2", "3", "4"]
            assert stream.reconnects == 2
    assert system_tasks() == before


async def test_an_idle_connection_is_given_up(server: RawServer) -> None:
    server.script = [streaming(1), streaming(2)]
    reasons: list[Exception] = []
    async with (
        AsyncParticle(TOKEN, base_url=server.url) as particle,
        particle.events.stream(
            "test", idle_timeout=0.05, reconnect_delay=0.001, on_disconnect=reasons.append
        ) as stream,
    ):
        assert await data_of(stream, 2) == ["1", "2"]
    assert isinstance(reasons[0], APITimeoutError)


async def test_nothing_is_left_of_what_was_read_ahead(server: RawServer) -> None:
    # `filterwarnings` makes an error of trio's warning about a generator that was never ended.
    server.script = [then_more]
    before = system_tasks()
    async with (
        AsyncParticle(TOKEN, base_url=server.url) as particle,
        particle.events.stream("test") as stream,
    ):
        assert await data_of(stream, 1) == ["1"]
        await anyio.sleep(0)
    del stream, particle
    gc.collect()
    assert system_tasks() == before


def then_more(connection: Connection) -> None:
    """Send more than is read ahead."""
    connection.answer()
    while True:
        connection.chunk(event(1) * 100)


async def test_errors_reach_who_waits(server: RawServer) -> None:
    server.script = [streaming(1, then=Connection.finish), answer(401, "text/plain", b"")]
    async with (
        AsyncParticle(TOKEN, base_url=server.url) as particle,
        particle.events.stream("test", reconnect_delay=0.001) as stream,
    ):
        assert await data_of(stream, 1) == ["1"]
        for _ in range(2):
            with pytest.raises(AuthenticationError):
                await anext(stream)


async def test_what_a_function_raises_reaches_who_waits(server: RawServer) -> None:
    server.script = [streaming(1)]
    calls: list[int] = []

    async def broken() -> None:
        calls.append(1)
        if len(calls) == 1:
            raise LookupError("the user's")

    async with AsyncParticle(TOKEN, base_url=server.url) as particle:
        stream = particle.events.stream("test", on_connect=broken)
        with pytest.raises(LookupError):
            await stream.connect()
        assert await data_of(stream, 1) == ["1"]
        await stream.aclose()


@pytest.mark.parametrize("how", ["aclose", "close", "from a thread"])
@pytest.mark.parametrize("doing", BUSY)
async def test_closing(doing: str, how: str, server: RawServer) -> None:
    busy = Busy(server, doing)
    before = system_tasks()
    got: list[object] = []
    async with AsyncParticle(TOKEN, base_url=server.url) as particle:
        stream = particle.events.stream("test", **busy.options)

        async def read() -> None:
            got.extend([found async for found in stream])

        with anyio.fail_after(PATIENCE):
            async with anyio.create_task_group() as group:
                group.start_soon(read)
                assert await anyio.to_thread.run_sync(busy.reached.wait, PATIENCE)
                if how == "aclose":
                    await stream.aclose()
                elif how == "close":
                    stream.close()
                else:
                    await anyio.to_thread.run_sync(stream.close)
            await stream.aclose()
        assert got == []
        assert await anext(stream, None) is None
        assert not stream.connected
    assert system_tasks() == before


async def test_closing_at_once(server: RawServer) -> None:
    """The stream's task hasn't begun yet."""
    server.script = [Connection.hold]
    got: list[object] = []
    async with AsyncParticle(TOKEN, base_url=server.url) as particle:
        stream = particle.events.stream("test")

        async def read() -> None:
            got.append(await anext(stream, None))

        with anyio.fail_after(PATIENCE):
            async with anyio.create_task_group() as group:
                group.start_soon(read)
                await anyio.lowlevel.checkpoint()
                stream.close()
        assert got == [None]
        await stream.aclose()


async def test_cancelling_who_waits_loses_nothing(server: RawServer) -> None:
    go_on = threading.Event()

    def slow(connection: Connection) -> None:
        connection.answer()
        go_on.wait(PATIENCE)
        connection.chunk(event(1) + event(2))
        connection.hold()

    server.script = [slow]
    async with (
        AsyncParticle(TOKEN, base_url=server.url) as particle,
        particle.events.stream("test") as stream,
    ):
        for _ in range(3):
            with anyio.move_on_after(0.01) as limit:
                await anext(stream)
            assert limit.cancelled_caught
        with pytest.raises(StreamTimeoutError) as raised:
            await stream.wait_for(timeout=0.01)
        assert raised.value.__cause__ is None
        assert stream.connected
        go_on.set()
        assert await data_of(stream, 2) == ["1", "2"]
        assert len(server.requests) == 1


async def test_waiting_for_what_does_not_come_tells_why(server: RawServer) -> None:
    server.stop()
    async with AsyncParticle(TOKEN, base_url=server.url) as particle:
        stream = particle.events.stream("test", reconnect_delay=600)
        with pytest.raises(StreamTimeoutError) as raised:
            await stream.connect(timeout=0.2)
        assert raised.value.__cause__ is not None
        assert "can't connect" in str(raised.value.__cause__)
        await stream.aclose()


@pytest.mark.parametrize("when_full", ["block", "drop_oldest"])
async def test_buffering(when_full: str, server: RawServer) -> None:
    server.script = [streaming(*range(100), then=Connection.finish)]
    before = system_tasks()
    async with AsyncParticle(TOKEN, base_url=server.url) as particle:
        stream = particle.events.stream("test", max_reconnects=0)
        got: list[str | None] = []
        with anyio.fail_after(PATIENCE):
            async with stream.buffered(10, when_full) as buffer:  # type: ignore[arg-type]
                with pytest.raises(StreamReconnectError):  # noqa: PT012
                    async for found in buffer:
                        got.append(found.data)
        assert len(got) + buffer.dropped == 100
        if when_full == "block":
            assert got == [str(number) for number in range(100)]
    assert system_tasks() == before


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="counts the open files")
async def test_nothing_is_left_behind(server: RawServer) -> None:
    server.script = [streaming(1)]
    counts: list[tuple[int, int, int]] = []
    for _ in range(6):
        async with (
            AsyncParticle(TOKEN, base_url=server.url) as particle,
            particle.events.stream("test") as stream,
        ):
            await anext(stream)
        counts.append((len(os.listdir("/proc/self/fd")), threading.active_count(), system_tasks()))
    # The server may not have closed its end of the last one yet.
    assert max(counts[1:])[0] <= counts[0][0] + 1
    assert len({(threads, tasks) for _, threads, tasks in counts}) == 1
