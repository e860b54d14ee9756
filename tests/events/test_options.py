"""What can be set on a stream, its helpers, and the user's own functions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from particle_client import errors
from particle_client.errors import StreamTimeoutError
from tests.responses import raw_response

from .fakes import FakeCloud, Reader
from .following import Time, both_ways
from .raw_server import event

if TYPE_CHECKING:
    from collections.abc import Callable

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


@both_ways
async def test_the_idle_timeout_is_learned_and_handed_to_the_connection(mode: str) -> None:
    time = Time()

    def later(seconds: float) -> Callable[[], None]:
        def move() -> None:
            time.now += seconds

        return move

    cloud = FakeCloud(
        [b":ok\n\n", later(9), b"\n", later(9), b"\n", later(12), b"\n", event(1), failure()],
        [event(2)],
    )
    reader = Reader(mode, cloud, time)
    assert await reader.next() == "1"
    assert await reader.next() == "2"
    assert cloud.responses[0].timeouts == [75, 22.5, 30]
    assert cloud.responses[1].timeouts == [75]
    await reader.close()


@both_ways
@pytest.mark.parametrize(("seconds", "handed"), [(40, 40), (float("inf"), None)])
async def test_a_fixed_idle_timeout(seconds: float, handed: float | None, mode: str) -> None:
    cloud = FakeCloud([b"\n", b"\n", event(1)])
    reader = Reader(mode, cloud, idle_timeout=seconds)
    await reader.next()
    assert cloud.responses[0].timeouts == [handed]
    await reader.close()


@both_ways
async def test_the_connect_timeout_is_handed_on(mode: str) -> None:
    cloud = FakeCloud(failure(), [event(1)])
    reader = Reader(mode, cloud, connect_timeout=7)
    await reader.next()
    assert cloud.connect_timeouts == [7, 7]
    await reader.close()


@both_ways
async def test_a_deadline_while_reading(mode: str) -> None:
    cloud = FakeCloud([event(1), timeout()])
    reader = Reader(mode, cloud, deadline=50)
    assert await reader.next() == "1"
    with pytest.raises(StreamTimeoutError, match="deadline"):
        await reader.next()
    assert cloud.responses[0].timeouts == [50]
    assert cloud.responses[0].closed
    # It stays so.
    with pytest.raises(TimeoutError):
        await reader.next()
    assert len(cloud.responses) == 1
    await reader.close()


@both_ways
async def test_a_deadline_counts_from_the_first_attempt(mode: str) -> None:
    time = Time()

    def move() -> None:
        time.now += 20

    cloud = FakeCloud([event(1), move, event(2), timeout()])
    reader = Reader(mode, cloud, time, deadline=50)
    time.now += 1000
    assert await reader.next() == "1"
    assert await reader.next() == "2"
    with pytest.raises(StreamTimeoutError):
        await reader.next()
    assert cloud.responses[0].timeouts == [50, 30]
    await reader.close()


@both_ways
async def test_a_deadline_cuts_connecting_and_waiting_short(mode: str) -> None:
    cloud = FakeCloud(failure())
    reader = Reader(mode, cloud, deadline=5, connect_timeout=30, reconnect_delay=2)
    with pytest.raises(StreamTimeoutError):
        await reader.next()
    assert sum(reader.time.waits) == pytest.approx(5)
    assert all(seconds <= 5 for seconds in cloud.connect_timeouts)
    await reader.close()


@both_ways
async def test_a_deadline_while_connecting(mode: str) -> None:
    cloud = FakeCloud(timeout())
    reader = Reader(mode, cloud, deadline=5)
    with pytest.raises(StreamTimeoutError):
        await reader.next()
    assert cloud.connect_timeouts == [5]
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
    reader = Reader(mode, cloud, max_reconnects=0)
    assert await reader.next() == "1"
    with pytest.raises(errors.StreamReconnectError) as raised:
        await reader.next()
    assert isinstance(raised.value.__cause__, errors.StreamClosedError)
    assert reader.time.waits == []
    await reader.close()


@both_ways
async def test_delays_can_be_set(mode: str) -> None:
    cloud = FakeCloud(failure())
    reader = Reader(
        mode,
        cloud,
        reconnect_delay=0.1,
        max_reconnect_delay=0.3,
        max_reconnects=5,
        random=lambda: 1.0,
    )
    with pytest.raises(errors.StreamReconnectError):
        await reader.next()
    assert reader.time.waits == pytest.approx([0.15, 0.3, 0.3, 0.3, 0.3])
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
        random=lambda: 0.0,
    )
    assert [await reader.next(), await reader.next()] == ["1", "2"]
    assert told == [
        "connect",
        ("disconnect", first),
        (1, 1, first),
        (2, 2, second),
        "connect",
        ("reconnect", 2, pytest.approx(3)),
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
    assert reader.time.waits == []
    await reader.close()


@both_ways
async def test_a_function_can_not_read_its_own_stream(mode: str) -> None:
    async def aread() -> None:
        await reader.next()

    def read() -> object:
        return next(reader.stream) if mode == "sync" else aread()

    reader = Reader(mode, FakeCloud([event(1)]), on_connect=read)
    with pytest.raises(RuntimeError, match="on_"):
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


async def test_waiting_too_long_leaves_a_sync_stream_of_use() -> None:
    cloud = FakeCloud([event(1), timeout()], [event(2)])
    reader = Reader("sync", cloud)
    with pytest.raises(StreamTimeoutError, match="'b' has come within 5 s"):
        reader.stream.wait_for("b", timeout=5)
    assert cloud.responses[0].timeouts == [5]
    assert reader.stream.wait_for("test", timeout=5).data == "2"
    assert next(reader.stream, None) is not None
    await reader.close()


@both_ways
async def test_the_timeout_of_wait_for_ends_with_it(mode: str) -> None:
    time = Time()
    cloud = FakeCloud([event(1), timeout()], [event(2)])
    reader = Reader(mode, cloud, time)
    assert (await reader.wait_for("test", timeout=5)).data == "1"
    time.now += 100
    assert await reader.next() == "2"  # after an idle timeout like any other
    assert len(cloud.responses) == 2
    await reader.close()


async def test_waiting_too_long_does_not_outlast_the_deadline() -> None:
    cloud = FakeCloud([event(1), timeout()])
    reader = Reader("sync", cloud, deadline=5)
    with pytest.raises(StreamTimeoutError):
        reader.stream.wait_for("b", timeout=60)
    assert cloud.responses[0].timeouts == [5]
    reader.time.now += 5
    with pytest.raises(StreamTimeoutError, match="deadline"):
        next(reader.stream)
    assert len(cloud.responses) == 1


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


def test_a_stream_that_is_forgotten_is_warned_of() -> None:
    reader = Reader("sync", FakeCloud([event(1), event(2)]))
    next(reader.stream)
    with pytest.warns(ResourceWarning, match="never closed"):
        del reader
