"""Closing a stream, whatever it is doing, and from wherever."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anyio
import anyio.to_thread
import pytest

from particle_client import AsyncParticle, Particle

from .fakes import FakeCloud, Reader
from .following import TOKEN, both_ways
from .raw_server import Connection, RawServer, event, streaming

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = pytest.mark.anyio

# Far longer than it takes: a stream that doesn't stop makes the test fail, not wait for ever.
PATIENCE = 20

BUSY = ["reading", "connecting", "waiting"]
"""What the stream is doing when it is closed: reading, waiting for the headers, or backing off."""


class Busy:
    """A server that brings a stream into a state, and tells when it is there."""

    def __init__(self, server: RawServer, doing: str) -> None:
        self.reached = threading.Event()
        self.options: dict[str, Any] = {"reconnect_delay": 600, "connect_timeout": 600}
        if doing == "waiting":
            server.stop()
            self.options["on_retry"] = lambda *_: self.reached.set()
        elif doing == "connecting":
            server.script = [self._hold]
        else:
            server.script = [streaming(then=self._hold)]

    def _hold(self, connection: Connection) -> None:
        self.reached.set()
        connection.hold()


@pytest.mark.parametrize("doing", BUSY)
def test_closing_from_another_thread(doing: str, server: RawServer) -> None:
    busy = Busy(server, doing)
    got: list[object] = []
    with Particle(TOKEN, base_url=server.url) as particle:
        stream = particle.events.stream("test", **busy.options)
        thread = threading.Thread(target=lambda: got.extend(stream))
        thread.start()
        assert busy.reached.wait(PATIENCE)
        stream.close()
        thread.join(PATIENCE)
        assert not thread.is_alive()
        assert got == []
        assert next(stream, None) is None
        assert not stream.connected


@pytest.mark.parametrize("how", ["aclose", "close", "from a thread"])
@pytest.mark.parametrize("doing", BUSY)
async def test_closing_from_another_task(doing: str, how: str, server: RawServer) -> None:
    busy = Busy(server, doing)
    before = asyncio.all_tasks()
    async with AsyncParticle(TOKEN, base_url=server.url) as particle:
        stream = particle.events.stream("test", **busy.options)

        async def read() -> list[object]:
            return [found async for found in stream]

        task = asyncio.create_task(read())
        assert await anyio.to_thread.run_sync(busy.reached.wait, PATIENCE)
        if how == "aclose":
            await stream.aclose()
        elif how == "close":
            stream.close()
        else:
            await anyio.to_thread.run_sync(stream.close)
        assert await asyncio.wait_for(task, PATIENCE) == []
        await stream.aclose()
        assert await anext(stream, None) is None
        assert not stream.connected
    assert asyncio.all_tasks() == before


@pytest.fixture
def full_port() -> Iterator[int]:
    """A port that takes no more connections, and doesn't say so."""
    with contextlib.ExitStack() as stack:
        listener = stack.enter_context(socket.create_server(("127.0.0.1", 0), backlog=0))
        for _ in range(3):
            other = stack.enter_context(socket.socket())
            other.setblocking(False)
            other.connect_ex(listener.getsockname())
        yield listener.getsockname()[1]


def connecting(port: int) -> int:
    """How many sockets of this machine wait for a response from the port."""
    lines = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()]
    return sum(line[2].endswith(f":{port:04X}") and line[3] == "02" for line in lines)


@pytest.mark.skipif(not Path("/proc/net/tcp").is_file(), reason="looks at the system's sockets")
@both_ways
async def test_closing_while_the_socket_connects(mode: str, full_port: int) -> None:
    others = connecting(full_port)
    url = f"http://127.0.0.1:{full_port}"
    if mode == "sync":
        with Particle(TOKEN, base_url=url) as particle:
            stream = particle.events.stream("test", connect_timeout=600)
            thread = threading.Thread(target=lambda: list(stream))
            thread.start()
            while connecting(full_port) == others:
                await anyio.sleep(0.01)
            stream.close()
            await anyio.to_thread.run_sync(thread.join, PATIENCE)
            assert not thread.is_alive()
    else:
        async with AsyncParticle(TOKEN, base_url=url) as aparticle:
            astream = aparticle.events.stream("test", connect_timeout=600)
            task = asyncio.ensure_future(anext(astream, None))
            while connecting(full_port) == others:
                await anyio.sleep(0.01)
            astream.close()
            assert await asyncio.wait_for(task, PATIENCE) is None


@pytest.mark.skipif(not hasattr(signal, "pthread_kill"), reason="sends a signal to a thread")
@pytest.mark.parametrize("mode", ["sync", "async"])
@pytest.mark.parametrize("doing", BUSY)
def test_closing_in_a_signal_handler(doing: str, mode: str, server: RawServer) -> None:
    busy = Busy(server, doing)
    streams: list[Any] = []
    before = signal.signal(signal.SIGUSR1, lambda *_: streams[0].close())
    me = threading.get_ident()

    def send() -> None:
        if busy.reached.wait(PATIENCE):
            signal.pthread_kill(me, signal.SIGUSR1)

    def read() -> list[object]:
        with Particle(TOKEN, base_url=server.url) as particle:
            streams.append(particle.events.stream("test", **busy.options))
            return list(streams[0])

    async def aread() -> list[object]:
        async with AsyncParticle(TOKEN, base_url=server.url) as particle:
            streams.append(particle.events.stream("test", **busy.options))
            async with asyncio.timeout(PATIENCE):
                return [found async for found in streams[0]]

    thread = threading.Thread(target=send)
    thread.start()
    try:
        assert (read() if mode == "sync" else asyncio.run(aread())) == []
    finally:
        thread.join()
        signal.signal(signal.SIGUSR1, before)


@both_ways
async def test_the_connection_is_closed(mode: str, server: RawServer) -> None:
    gone = threading.Event()

    def watching(connection: Connection) -> None:
        connection.hold()
        gone.set()

    server.script = [streaming(1, then=watching)]
    if mode == "sync":

        def run() -> None:
            with Particle(TOKEN, base_url=server.url) as particle:
                with particle.events.stream("test") as stream:
                    next(stream)
                assert gone.wait(PATIENCE)

        await anyio.to_thread.run_sync(run)
    else:
        async with AsyncParticle(TOKEN, base_url=server.url) as particle:
            async with particle.events.stream("test") as stream:
                await anext(stream)
            assert await anyio.to_thread.run_sync(gone.wait, PATIENCE)


@both_ways
async def test_no_event_comes_after_closing(mode: str) -> None:
    reader = Reader(mode, FakeCloud([event(1) + event(2), event(3)]))
    assert await reader.next() == "1"
    reader.stream.close()
    assert await reader.next() is None
    assert await reader.rest() == []
    await reader.close()


@both_ways
async def test_closing_in_the_loop(mode: str) -> None:
    cloud = FakeCloud([event(1) + event(2), event(3)])
    reader = Reader(mode, cloud)
    got: list[str | None] = []
    if mode == "sync":
        for found in reader.stream:
            got.append(found.data)
            reader.stream.close()
    else:
        async for found in reader.stream:
            got.append(found.data)
            reader.stream.close()
    assert got == ["1"]
    await reader.close()
    assert cloud.open_now == set()


@both_ways
async def test_closing_before_it_began(mode: str) -> None:
    cloud = FakeCloud([event(1)])
    reader = Reader(mode, cloud)
    await reader.close()
    await reader.close()
    assert await reader.next() is None
    assert cloud.responses == []


@both_ways
@pytest.mark.parametrize("name", ["on_connect", "on_disconnect", "on_retry", "on_reconnect"])
async def test_closing_in_one_of_the_users_functions(name: str, mode: str) -> None:
    cloud = FakeCloud([event(1)], [event(2)])

    def close(*_: object) -> None:
        reader.stream.close()

    options: dict[str, Any] = {name: close}
    reader = Reader(mode, cloud, **options)
    assert await reader.rest() == ([] if name == "on_connect" else ["1"])
    await reader.close()
    assert cloud.open_now == set()


async def test_aclose_in_one_of_the_users_functions() -> None:
    async def on_disconnect(_: Exception) -> None:
        await reader.stream.aclose()

    cloud = FakeCloud([event(1)], [event(2)])
    reader = Reader("async", cloud, on_disconnect=on_disconnect)
    assert await reader.rest() == ["1"]
    assert cloud.open_now == set()


@both_ways
async def test_an_answer_that_comes_after_closing_is_dropped(mode: str) -> None:
    class Cloud(FakeCloud):
        def open(self, last_event_id: str | None, connect_timeout: float, _: Any = None) -> Any:
            reader.stream.close()
            return super().open(last_event_id, connect_timeout)

    cloud = Cloud([event(1)])
    reader = Reader(mode, cloud)
    assert await reader.rest() == []
    await reader.close()
    assert len(cloud.responses) == 1
    assert cloud.open_now == set()


def test_many_threads_share_a_stream(server: RawServer) -> None:
    count = 500
    server.script = [streaming(*range(count))]
    got: list[str | None] = []
    with Particle(TOKEN, base_url=server.url) as particle:
        stream = particle.events.stream("test")

        def read() -> None:
            for found in stream:
                got.append(found.data)
                if len(got) == count:
                    stream.close()

        threads = [threading.Thread(target=read) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(PATIENCE)
            assert not thread.is_alive()
    assert sorted(got, key=str) == sorted(map(str, range(count)))
    assert len(server.requests) == 1


# --- cancelling who waits -----------------------------------------------------------------------


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
            task = asyncio.create_task(anext(stream))
            await asyncio.sleep(0)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
        with pytest.raises(TimeoutError):
            await stream.wait_for(timeout=0.01)
        go_on.set()
        assert (await anext(stream)).data == "1"
        assert (await anext(stream)).data == "2"
        assert len(server.requests) == 1


async def test_two_tasks_share_a_stream(server: RawServer) -> None:
    server.script = [streaming(*range(200))]
    got: list[str | None] = []
    async with (
        AsyncParticle(TOKEN, base_url=server.url) as particle,
        particle.events.stream("test") as stream,
    ):

        async def read() -> None:
            async for found in stream:
                got.append(found.data)
                if len(got) == 200:
                    stream.close()

        await asyncio.wait_for(asyncio.gather(read(), read()), PATIENCE)
    assert got == [str(number) for number in range(200)]


# --- back-pressure ------------------------------------------------------------------------------


@both_ways
async def test_the_socket_is_read_only_as_the_user_asks(mode: str, server: RawServer) -> None:
    sent = 0
    full = threading.Event()
    piece = b"event: test\ndata: " + b"x" * 65500 + b"\n\n"
    # Larger than what the buffers of two sockets and the client take together.
    enough = 64 * 1024 * 1024

    def flooding(connection: Connection) -> None:
        nonlocal sent
        connection.answer()
        connection.socket.settimeout(0.5)
        try:
            while sent < enough:
                connection.chunk(piece)
                sent += len(piece)
        except TimeoutError:
            full.set()
        connection.socket.settimeout(None)

    server.script = [flooding]
    wait: Callable[..., Any] = anyio.to_thread.run_sync
    if mode == "sync":
        with Particle(TOKEN, base_url=server.url) as particle:
            with particle.events.stream("test") as stream:
                next(stream)
                assert await wait(full.wait, PATIENCE)
            assert stream.events <= 10
    else:
        async with AsyncParticle(TOKEN, base_url=server.url) as aparticle:
            async with aparticle.events.stream("test") as astream:
                await anext(astream)
                assert await wait(full.wait, PATIENCE)
            assert astream.events <= 10
    assert sent < enough


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="counts the open files")
def test_nothing_is_left_behind(server: RawServer) -> None:
    server.script = [streaming(1)]
    counts: list[tuple[int, int]] = []
    for _ in range(6):
        with (
            Particle(TOKEN, base_url=server.url) as particle,
            particle.events.stream("test") as stream,
        ):
            next(stream)
        counts.append((len(os.listdir("/proc/self/fd")), threading.active_count()))
    # The server may not have closed its end of the last one yet.
    assert max(counts[1:])[0] <= counts[0][0] + 1
    assert len({threads for _, threads in counts}) == 1
