"""What can be set on a stream, its helpers, and the user's own functions."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any

import pytest

from particle_client import Particle, errors
from particle_client.errors import StreamTimeoutError
from tests.responses import raw_response

from .fakes import FakeCloud, Reader
from .following import TOKEN, both_ways
from .raw_server import Connection, RawServer, event, streaming
from .test_waiting import PATIENCE, Waiting

if TYPE_CHECKING:
    from particle_client.events.event import Event

pytestmark = pytest.mark.anyio


def failure() -> errors.APIConnectionError:
    return errors.APIConnectionError("the connection broke")


def timeout() -> errors.APITimeoutError:
    return errors.APITimeoutError("no response in time", phase="read")


@pytest.mark.parametrize(
    "option",
    [
        {"idle_timeout": 0},
        {"idle_timeout": -1},
        {"idle_timeout": float("nan")},
        {"connect_timeout": 0},
        {"max_line_size": 0},
        {"max_event_size": -1},
        {"reconnect_delay": 0},
        {"max_reconnect_delay": 0},
        {"deadline": 0},
        {"max_reconnects": -1},
    ],
)
@both_ways
async def test_options_that_make_no_sense(option: dict[str, Any], mode: str) -> None:
    with pytest.raises(errors.ConfigurationError, match=next(iter(option))):
        Reader(mode, FakeCloud([]), **option)


@pytest.mark.parametrize(
    "option", [{"connect_timeout": None}, {"idle_timeout": "75"}, {"max_reconnects": "3"}]
)
@both_ways
async def test_options_that_are_no_numbers(option: dict[str, Any], mode: str) -> None:
    with pytest.raises(TypeError, match=f"{next(iter(option))} must be a number"):
        Reader(mode, FakeCloud([]), **option)


# --- timeouts -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("seconds", "handed"), [(40, 40), (float("inf"), None)])
def test_a_fixed_idle_timeout(seconds: float, handed: float | None) -> None:
    cloud = FakeCloud([b"\n", b"\n", event(1)])
    reader = Reader("sync", cloud, idle_timeout=seconds)
    next(reader.stream)
    assert cloud.responses[0].timeouts == [handed]
    reader.stream.close()


@both_ways
async def test_the_connect_timeout_is_handed_on(mode: str) -> None:
    cloud = FakeCloud(failure(), [event(1)])
    reader = Reader(mode, cloud, connect_timeout=7)
    await reader.next()
    assert cloud.connect_timeouts == [7, 7]
    await reader.close()


@both_ways
async def test_a_deadline_while_reading(mode: str, server: RawServer) -> None:
    server.script = [streaming(1)]
    async with Waiting(mode, server.url, deadline=2) as waiting:
        assert (await waiting.wait_for()).data == "1"
        for _ in range(2):  # it stays so
            with pytest.raises(StreamTimeoutError, match="deadline"):
                await waiting.wait_for()
    assert len(server.requests) == 1


@both_ways
async def test_a_deadline_counts_from_the_first_use(
    mode: str, server: RawServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.script = [streaming(1)]
    async with Waiting(mode, server.url, deadline=100) as waiting:
        real = time.monotonic
        monkeypatch.setattr(time, "monotonic", lambda: real() + 1000)
        assert (await waiting.wait_for()).data == "1"


@both_ways
async def test_a_deadline_cuts_waiting_short(mode: str, server: RawServer) -> None:
    server.stop()
    async with Waiting(mode, server.url, deadline=1, reconnect_delay=600) as waiting:
        with pytest.raises(StreamTimeoutError, match="deadline") as raised:
            await waiting.connect()
        assert isinstance(raised.value.__cause__, errors.APIConnectionError)


@both_ways
async def test_a_deadline_cuts_connecting_short(mode: str, server: RawServer) -> None:
    server.script = [Connection.hold]
    async with Waiting(mode, server.url, deadline=0.2, connect_timeout=600) as waiting:
        with pytest.raises(StreamTimeoutError, match="deadline"):
            await waiting.connect()


@both_ways
async def test_a_deadline_comes_before_a_longer_wait(mode: str, server: RawServer) -> None:
    server.script = [streaming(1)]
    async with Waiting(mode, server.url, deadline=0.2) as waiting:
        with pytest.raises(StreamTimeoutError, match="deadline"):
            await waiting.wait_for(name="test/b", timeout=600)


@both_ways
async def test_a_deadline_ends_a_stream_whose_events_never_pause(
    mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = Reader(mode, FakeCloud([event(1) + event(2) + event(3)]), deadline=100)
    assert await reader.next() == "1"
    real = time.monotonic
    monkeypatch.setattr(time, "monotonic", lambda: real() + 1000)
    for _ in range(2):  # it stays so
        with pytest.raises(StreamTimeoutError, match="deadline"):
            await reader.next()
    monkeypatch.undo()
    await reader.close()


# --- one connection at a time -------------------------------------------------------------------


@both_ways
async def test_there_is_never_more_than_one_connection(mode: str) -> None:
    cloud = FakeCloud(
        [event(1)], [event(2), failure()], failure(), [event(3), timeout()], [event(4)]
    )
    reader = Reader(mode, cloud)
    assert [await reader.next() for _ in range(4)] == ["1", "2", "3", "4"]
    assert cloud.most_open == 1
    await reader.close()
    assert cloud.open_now == set()


@both_ways
async def test_an_answer_that_is_no_stream_is_closed(mode: str) -> None:
    class Cloud(FakeCloud):
        def open(self, last_event_id: str | None, connect_timeout: float, _: Any = None) -> Any:
            response = super().open(last_event_id, connect_timeout)
            if len(self.responses) == 1:
                response.headers = {"content-type": "text/html"}
            return response

    cloud = Cloud([b"<html>"], [event(1)])
    reader = Reader(mode, cloud)
    assert await reader.next() == "1"
    assert cloud.responses[0].closed
    assert cloud.most_open == 1
    await reader.close()


@both_ways
async def test_no_reconnects_at_all(mode: str) -> None:
    cloud = FakeCloud([event(1)])
    waits: list[float] = []
    reader = Reader(
        mode, cloud, max_reconnects=0, on_retry=lambda _n, seconds, _r: waits.append(seconds)
    )
    assert await reader.next() == "1"
    with pytest.raises(errors.StreamReconnectError) as raised:
        await reader.next()
    assert isinstance(raised.value.__cause__, errors.StreamClosedError)
    assert waits == []
    await reader.close()


@both_ways
async def test_delays_can_be_set(mode: str) -> None:
    waits: list[float] = []
    reader = Reader(
        mode,
        FakeCloud(failure()),
        reconnect_delay=0.001,
        max_reconnect_delay=0.003,
        max_reconnects=5,
        on_retry=lambda _n, seconds, _r: waits.append(seconds),
    )
    with pytest.raises(errors.StreamReconnectError):
        await reader.next()
    assert 0.001 <= waits[0] <= 0.0015
    assert len(waits) == 5
    assert all(0.002 <= seconds <= 0.003 for seconds in waits[1:])
    await reader.close()


@both_ways
async def test_beginning_after_an_id(mode: str) -> None:
    asked: list[str | None] = []

    class Cloud(FakeCloud):
        def open(self, last_event_id: str | None, connect_timeout: float, _: Any = None) -> Any:
            asked.append(last_event_id)
            return super().open(last_event_id, connect_timeout)

    reader = Reader(mode, Cloud([event(1)], [event(2, id="9")], [event(3)]), last_event_id="5")
    assert [await reader.next() for _ in range(3)] == ["1", "2", "3"]
    assert asked == ["5", "5", "9"]
    assert reader.stream.last_event_id == "9"
    await reader.close()


# --- the user's functions -----------------------------------------------------------------------


@both_ways
async def test_what_the_functions_are_told(mode: str) -> None:
    told: list[Any] = []
    first, second = failure(), errors.InternalServerError(raw_response(500))
    reader = Reader(
        mode,
        FakeCloud([event(1), first], second, [event(2)]),
        on_connect=lambda: told.append("connect"),
        on_disconnect=lambda reason: told.append(("disconnect", reason)),
        on_retry=lambda attempt, seconds, reason: told.append((attempt, seconds, reason)),
        on_reconnect=lambda attempt, gap: told.append(("reconnect", attempt, gap)),
    )
    assert [await reader.next(), await reader.next()] == ["1", "2"]
    waits = [each[1] for each in told if each[0] in (1, 2)]
    assert 0.002 <= waits[0] <= 0.003
    assert 0.004 <= waits[1] <= 0.006
    gap = told[-1][2]
    assert gap >= sum(waits)
    assert told == [
        "connect",
        ("disconnect", first),
        (1, waits[0], first),
        (2, waits[1], second),
        "connect",
        ("reconnect", 2, gap),
    ]
    await reader.close()
    assert len(told) == 6  # closing is no news to who closes


async def test_async_functions_are_awaited() -> None:
    told: list[str] = []

    async def on_connect() -> None:
        told.append("connect")

    reader = Reader("async", FakeCloud([event(1)]), on_connect=on_connect)
    await reader.next()
    assert told == ["connect"]
    await reader.close()


@both_ways
@pytest.mark.parametrize("name", ["on_connect", "on_disconnect", "on_retry", "on_reconnect"])
async def test_what_a_function_raises_comes_out_of_the_loop_and_harms_nothing(
    name: str, mode: str
) -> None:
    calls: list[int] = []

    def broken(*_: object) -> None:
        calls.append(1)
        if len(calls) == 1:
            raise LookupError("the user's")

    cloud = FakeCloud([event(1), failure()], [event(2)])
    options: dict[str, Any] = {name: broken}
    reader = Reader(mode, cloud, **options)
    got: list[str | None] = []
    with pytest.raises(LookupError, match="the user's"):  # noqa: PT012
        while len(got) < 2:
            got.append(await reader.next())
    while len(got) < 2:
        got.append(await reader.next())
    assert got == ["1", "2"]
    assert cloud.most_open == 1
    await reader.close()


@both_ways
async def test_what_opening_raises_besides_comes_out_of_the_loop(mode: str) -> None:
    cloud = FakeCloud(LookupError("no token today"), [event(1)])
    reader = Reader(mode, cloud)
    with pytest.raises(LookupError, match="no token today"):
        await reader.next()
    assert await reader.next() == "1"
    await reader.close()


# --- errors stay --------------------------------------------------------------------------------


@both_ways
async def test_a_final_error_is_raised_again(mode: str) -> None:
    error = errors.AuthenticationError(raw_response(401))
    cloud = FakeCloud([event(1), failure()], error)
    reader = Reader(mode, cloud)
    assert await reader.next() == "1"
    for _ in range(2):
        with pytest.raises(errors.AuthenticationError):
            await reader.next()
    assert len(cloud.connect_timeouts) == 2
    await reader.close()
    assert await reader.next() is None


@both_ways
async def test_entering_connects_and_raises(mode: str) -> None:
    reader = Reader(mode, FakeCloud(errors.NotFoundError(raw_response(404))))
    with pytest.raises(errors.NotFoundError):  # noqa: PT012
        if mode == "sync":
            with reader.stream:
                pytest.fail("not reached")
        else:
            async with reader.stream:
                pytest.fail("not reached")
    assert reader.stream.closed


@both_ways
async def test_a_connection_that_breaks_at_once_does_not_keep_connect_waiting(mode: str) -> None:
    cloud = FakeCloud([event(1), failure()], [event(2)])
    reader = Reader(mode, cloud, on_connect=lambda: None, on_disconnect=lambda _: None)
    await reader.connect()
    assert await reader.next() == "1"
    assert await reader.next() == "2"
    await reader.close()


# --- helpers ------------------------------------------------------------------------------------


def named(name: str, data: str) -> bytes:
    return b'event: %s\ndata: {"data":"%s"}\n\n' % (name.encode(), data.encode())


@both_ways
async def test_wait_for(mode: str) -> None:
    content = named("a", "1") + named("b", "2") + named("a", "3") + named("ab", "4")
    reader = Reader(mode, FakeCloud([content]))
    assert (await reader.wait_for("b")).data == "2"

    def is_four(found: Event) -> bool:
        return found.data == "4"

    assert (await reader.wait_for(where=is_four)).data == "4"
    await reader.close()


@both_ways
async def test_wait_for_takes_whole_names(mode: str) -> None:
    reader = Reader(mode, FakeCloud([named("ab", "1") + named("a", "2")]))
    assert (await reader.wait_for("a")).data == "2"
    await reader.close()


@both_ways
async def test_waiting_for_an_event_of_a_closed_stream(mode: str) -> None:
    reader = Reader(mode, FakeCloud([event(1)]))
    await reader.close()
    with pytest.raises(errors.StreamClosedError, match="'b'"):
        await reader.wait_for("b")


@both_ways
async def test_leaving_a_loop_loses_no_event(mode: str) -> None:
    reader = Reader(mode, FakeCloud([event(1) + event(2) + event(3), failure()], [event(4)]))
    got: list[str | None] = []
    for _ in range(4):
        if mode == "sync":
            for found in reader.stream:
                got.append(found.data)
                break
        else:
            async for found in reader.stream:
                got.append(found.data)
                break
    assert got == ["1", "2", "3", "4"]
    await reader.close()


@both_ways
async def test_what_the_stream_says_of_itself(mode: str) -> None:
    shown: list[str] = []

    def show(*_: object) -> None:
        shown.append(repr(reader.stream))

    cloud = FakeCloud([event(1) + event(2), failure()], [event(3)])
    reader = Reader(mode, cloud, on_connect=show, on_disconnect=show)
    stream = reader.stream
    assert (stream.events, stream.reconnects, stream.connected) == (0, 0, False)
    assert not stream.closed
    show()
    for _ in range(3):
        await reader.next()
    assert [line.partition(" ")[2] for line in shown] == [
        "not connected, 0 events>",
        "connected, 0 events>",
        "not connected, 2 events>",
        "connected, 2 events>",
    ]
    assert (stream.events, stream.reconnects) == (3, 1)
    assert stream.last_event_id is None
    await reader.close()
    assert (stream.closed, stream.connected) == (True, False)
    assert repr(stream).endswith("EventStream closed, 3 events>")


def test_a_stream_that_is_forgotten_is_closed_and_warned_of(server: RawServer) -> None:
    gone = threading.Event()

    def watching(connection: Connection) -> None:
        connection.hold()
        gone.set()

    server.script = [streaming(1, then=watching)]
    with Particle(TOKEN, base_url=server.url) as particle:
        stream = particle.events.stream("test")
        next(stream)
        with pytest.warns(ResourceWarning, match="never closed"):
            del stream
        assert gone.wait(PATIENCE)
