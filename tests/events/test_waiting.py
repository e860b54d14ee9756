"""Waiting for one event over real connections: the connection outlasts the waiting."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any

import anyio.to_thread
import pytest

from particle_client import AsyncParticle, Event, Particle, errors
from particle_client.errors import StreamTimeoutError

from .following import TOKEN, both_ways, settled
from .raw_server import Connection, RawServer, event, streaming, then

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.anyio

PATIENCE = 20


class Waiting:
    """A stream of either kind, whose calls don't block the event loop."""

    def __init__(self, mode: str, url: str, **options: Any) -> None:
        self.mode = mode
        kind: Any = Particle if mode == "sync" else AsyncParticle
        self.particle = kind(TOKEN, base_url=url)
        self.stream = self.particle.events.stream("test", **{"reconnect_delay": 0.01, **options})

    async def call(self, method: Callable[..., Any], **options: Any) -> Any:
        if self.mode == "sync":
            return await anyio.to_thread.run_sync(lambda: method(**options))
        return await method(**options)

    async def wait_for(self, **options: Any) -> Any:
        return await self.call(self.stream.wait_for, **options)

    async def connect(self, **options: Any) -> Any:
        return await self.call(self.stream.connect, **options)

    async def __aenter__(self) -> Waiting:
        return self

    async def __aexit__(self, *_: object) -> None:
        self.stream.close()
        if self.mode == "async":
            await self.stream.aclose()
        await settled(self.particle.close())


def in_chunks(connection: Connection, go_on: threading.Event) -> None:
    connection.answer()
    connection.chunk(event(1))
    go_on.wait(PATIENCE)
    # A chunk header in two parts: what the client has read already isn't an event yet.
    content = event(2)
    connection.send(b"%x" % len(content))
    connection.send(b"\r\n" + content + b"\r\n")
    connection.hold()


def until_closed(connection: Connection, go_on: threading.Event) -> None:
    connection.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n" + event(1))
    go_on.wait(PATIENCE)
    connection.send(event(2))
    connection.hold()


@both_ways
@pytest.mark.parametrize("body", [in_chunks, until_closed])
async def test_waiting_in_vain_keeps_the_connection(
    body: Callable[[Connection, threading.Event], None], mode: str, server: RawServer
) -> None:
    go_on = threading.Event()
    server.script = [lambda connection: body(connection, go_on)]
    reasons: list[Exception] = []
    async with Waiting(mode, server.url, on_disconnect=reasons.append) as waiting:
        try:
            assert (await waiting.wait_for(timeout=PATIENCE)).data == "1"
            for _ in range(3):
                with pytest.raises(StreamTimeoutError, match="'test/nothing' has come") as raised:
                    await waiting.wait_for(name="test/nothing", timeout=0.02)
                assert raised.value.__cause__ is None
                assert waiting.stream.connected
        finally:
            go_on.set()
        assert (await waiting.wait_for(timeout=PATIENCE)).data == "2"
    assert reasons == []
    assert len(server.requests) == 1


@both_ways
async def test_short_waits_do_not_keep_a_dead_connection(mode: str, server: RawServer) -> None:
    """Silence adds up, however often somebody asks."""
    server.script = [streaming(1), streaming(2)]
    async with Waiting(mode, server.url, idle_timeout=0.2) as waiting:
        assert (await waiting.wait_for()).data == "1"
        found = None
        for _ in range(1000):
            try:
                found = await waiting.wait_for(timeout=0.03)
            except StreamTimeoutError:
                continue
            break
        assert found is not None
        assert found.data == "2"
    assert len(server.requests) == 2


@both_ways
async def test_short_waits_do_not_put_off_another_attempt(mode: str, server: RawServer) -> None:
    server.script = [streaming(1, then=Connection.finish), streaming(2)]
    async with Waiting(mode, server.url, reconnect_delay=0.2) as waiting:
        assert (await waiting.wait_for()).data == "1"
        causes: list[BaseException | None] = []
        found = None
        for _ in range(1000):
            try:
                found = await waiting.wait_for(timeout=0.02)
            except StreamTimeoutError as error:
                causes.append(error.__cause__)
                continue
            break
        assert found is not None
        assert found.data == "2"
    assert any(isinstance(cause, errors.StreamClosedError) for cause in causes)


@both_ways
async def test_waiting_ends_in_time_though_other_events_are_at_hand(
    mode: str, server: RawServer
) -> None:
    server.script = [streaming(*range(500))]
    seen: list[str | None] = []

    def slow(event: Event) -> bool:
        seen.append(event.data)
        time.sleep(0.01)
        return False

    async with Waiting(mode, server.url) as waiting:
        await waiting.connect(timeout=PATIENCE)
        with pytest.raises(StreamTimeoutError, match=r"within 0\.1 s"):
            await waiting.wait_for(timeout=0.1, where=slow)
        assert seen == [str(number) for number in range(len(seen))]
        assert len(seen) < 250
        # What was not looked at is still to come.
        found = await waiting.wait_for(timeout=PATIENCE, where=lambda event: event.data == "499")
        assert found.data == "499"


@both_ways
async def test_connecting_in_vain_tells_why(mode: str, server: RawServer) -> None:
    server.script = [then(b"220 smtp.example.com ESMTP\r\n\r\n")]
    async with Waiting(mode, server.url) as waiting:
        with pytest.raises(StreamTimeoutError, match="opened within 0") as raised:
            await waiting.connect(timeout=0.1)
        assert isinstance(raised.value.__cause__, errors.APIConnectionError)
        server.script = [streaming(1)]
        await waiting.connect(timeout=PATIENCE)
        assert (await waiting.wait_for(timeout=PATIENCE)).data == "1"


@both_ways
async def test_closing_ends_waiting(mode: str, server: RawServer) -> None:
    reached = threading.Event()

    def step(connection: Connection) -> None:
        reached.set()
        connection.hold()

    server.script = [streaming(then=step)]
    async with Waiting(mode, server.url) as waiting, anyio.create_task_group() as group:

        async def wait() -> None:
            with pytest.raises(errors.StreamClosedError):
                await waiting.wait_for(timeout=600)

        group.start_soon(wait)
        assert await anyio.to_thread.run_sync(reached.wait, PATIENCE)
        waiting.stream.close()


@both_ways
async def test_a_deadline_tells_what_was_wrong(mode: str, server: RawServer) -> None:
    server.script = [then(b"")]
    async with Waiting(mode, server.url, deadline=0.1) as waiting:
        with pytest.raises(StreamTimeoutError, match="deadline") as raised:
            await waiting.connect()
        assert isinstance(raised.value.__cause__, errors.APIConnectionError)


@both_ways
@pytest.mark.parametrize("wrong", ["prefx", "idle_timeot"])
async def test_an_unknown_option_is_told_with_the_known_ones(wrong: str, mode: str) -> None:
    with pytest.raises(TypeError, match=f"unexpected argument: {wrong}") as raised:
        Waiting(mode, "http://127.0.0.1:1", **{wrong: 1})
    for known in ("idle_timeout", "on_reconnect", "access_token", "timeout", "headers"):
        assert known in str(raised.value)
