"""Event streams over real sockets, with connections that break in every way."""

from __future__ import annotations

import os
import random
import threading
from typing import TYPE_CHECKING

import anyio
import pytest

from particle_client import errors

from .following import DELAY, both_ways, each_way, follow
from .raw_server import Connection, RawServer, Step, answer, event, streaming, then

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.anyio

HALF_A_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"


def half_event(connection: Connection) -> None:
    connection.chunk(event("lost")[:-1])


def half_line(connection: Connection) -> None:
    connection.chunk(b'event: test\ndata: {"data":"lo')


def half_character(connection: Connection) -> None:
    connection.chunk(b'event: test\ndata: {"data":"\xe2\x82')


def half_chunk(connection: Connection) -> None:
    connection.send(b"ff\r\nevent: test\n")


def half_chunk_header(connection: Connection) -> None:
    connection.send(b"f")


def broken_chunk_header(connection: Connection) -> None:
    connection.send(b"no number\r\n")


def close(_: Connection) -> None:
    """Leave it to the server, which closes the connection after each step."""


def until_closed(*numbers: int) -> Step:
    """A stream whose body ends with the connection."""
    return then(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
        + b"".join(event(number) for number in numbers)
    )


# How a connection that streamed can end, and what the user is told.
ENDS: dict[str, tuple[Step, type[Exception]]] = {
    "clean end": (Connection.finish, errors.StreamClosedError),
    "closed": (close, errors.APIConnectionError),
    "reset": (Connection.reset, errors.APIConnectionError),
    "half event": (half_event, errors.APIConnectionError),
    "half line": (half_line, errors.APIConnectionError),
    "half character": (half_character, errors.APIConnectionError),
    "half chunk": (half_chunk, errors.APIConnectionError),
    "half chunk header": (half_chunk_header, errors.APIConnectionError),
    "broken chunk header": (broken_chunk_header, errors.APIConnectionError),
}

# What can come instead of a stream, and the error that is behind the next attempt.
REFUSALS: dict[str, tuple[Step, type[Exception]]] = {
    "closed without a response": (close, errors.APIConnectionError),
    "reset": (Connection.reset, errors.APIConnectionError),
    "half a head": (then(HALF_A_HEAD), errors.APIConnectionError),
    "no HTTP": (then(b"220 smtp.example.com ESMTP\r\n\r\n"), errors.APIConnectionError),
    "no content type": (then(b"HTTP/1.1 200 OK\r\n\r\n"), errors.StreamFormatError),
    "JSON": (answer(200, "application/json", b'{"ok":true}'), errors.StreamFormatError),
    "HTML": (answer(200, "text/html", b"<h1>Log in</h1>"), errors.StreamFormatError),
    "202": (answer(202, "text/event-stream", b""), errors.StreamFormatError),
    "HTML 502": (answer(502, "text/html", b"<h1>Oh</h1>"), errors.InternalServerError),
    "500": (answer(500, "application/json", b"{}"), errors.InternalServerError),
    "503 that breaks off": (
        then(b"HTTP/1.1 503 Down\r\nContent-Length: 100\r\n\r\nhalf"),
        errors.APIConnectionError,
    ),
    "429": (answer(429, "application/json", b"{}"), errors.RateLimitError),
    "529": (answer(529, "text/plain", b"slow down"), errors.RateLimitError),
}


@both_ways
@pytest.mark.parametrize("name", ENDS)
async def test_a_connection_that_ends(name: str, mode: str, server: RawServer) -> None:
    end, reason = ENDS[name]
    server.script = [streaming(1, 2, then=end), streaming(3, then=end), streaming(4)]
    seen = await follow(mode, server.url, 4)
    assert seen.data == ["1", "2", "3", "4"]
    assert [type(found) for found in seen.reasons] == [reason, reason]
    assert seen.reconnects == 2
    assert seen.received == 4
    assert len(seen.waits) == 2
    # A connection that brought events was good: each wait is a first one.
    assert all(1 <= wait <= 1.5 for wait in seen.waits)


@both_ways
async def test_a_body_that_ends_with_the_connection(mode: str, server: RawServer) -> None:
    server.script = [until_closed(1), until_closed(2), streaming(3)]
    seen = await follow(mode, server.url, 3)
    assert seen.data == ["1", "2", "3"]


@both_ways
@pytest.mark.parametrize("first", [True, False], ids=["at first", "later"])
@pytest.mark.parametrize("name", REFUSALS)
async def test_what_is_no_stream(name: str, first: bool, mode: str, server: RawServer) -> None:
    refusal, reason = REFUSALS[name]
    begin = [] if first else [streaming(0, then=Connection.finish)]
    server.script = [*begin, refusal, refusal, streaming(1)]
    seen = await follow(mode, server.url, 1 if first else 2)
    assert seen.data == (["1"] if first else ["0", "1"])
    assert [type(found) for found in seen.retries][-2:] == [reason, reason]
    assert len(seen.reasons) == (0 if first else 1)  # nothing that stood was lost
    # Without a good connection in between, the waits grow.
    assert seen.waits[-1] > seen.waits[-2] >= 1


@both_ways
async def test_a_server_that_is_down_at_first(mode: str, server: RawServer) -> None:
    server.stop()
    waits: list[float] = []

    def on_wait(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 3:
            server.start()

    server.script = [streaming(1)]
    seen = await follow(mode, server.url, 1, on_wait=on_wait)
    assert seen.data == ["1"]
    assert [type(error) for error in seen.retries] == [errors.APIConnectionError] * 3
    assert seen.order[:1] == ["connect"]
    assert seen.reconnects == 0


@both_ways
async def test_a_server_that_dies_and_comes_back(mode: str, server: RawServer) -> None:
    server.script = [streaming(1), streaming(2)]

    def on_event(_: object, found: object) -> None:
        if len(server.requests) == 1:
            server.stop()

    def on_wait(_: float) -> None:
        if not server.running:
            server.start()

    seen = await follow(mode, server.url, 2, on_event=on_event, on_wait=on_wait)
    assert seen.data == ["1", "2"]


class Enough(Exception):
    """Ends a stream at its first wait, however long that is."""


async def first_wait(mode: str, url: str) -> float:
    """Follow a stream up to its first wait, and return the seconds of that."""
    waits: list[float] = []

    def on_wait(seconds: float) -> None:
        waits.append(seconds)
        raise Enough

    seen = await follow(mode, url, 9, on_wait=on_wait)
    assert isinstance(seen.error, Enough)
    return waits[0]


@both_ways
@pytest.mark.parametrize("header", ["Retry-After: 7\r\n", "Retry-After: 7.5\r\n"])
@pytest.mark.parametrize("status", [429, 503, 529])
async def test_retry_after_is_honoured(
    status: int, header: str, mode: str, server: RawServer
) -> None:
    server.script = [answer(status, "text/plain", b"", header)]
    assert await first_wait(mode, server.url) == float(header.split()[1])


@both_ways
async def test_the_retry_field_is_honoured(mode: str, server: RawServer) -> None:
    def asking(connection: Connection) -> None:
        connection.answer()
        connection.chunk(b"retry: 5000\n\n" + event(1))

    server.script = [asking]
    assert 5 <= await first_wait(mode, server.url) <= 7.5


@both_ways
async def test_a_greeting_alone_proves_nothing(mode: str, server: RawServer) -> None:
    useless = streaming(then=Connection.finish)
    server.script = [useless, useless, useless, streaming(1, then=Connection.finish), streaming(2)]
    seen = await follow(mode, server.url, 2)
    assert [round(wait) >= low for wait, low in zip(seen.waits, [1, 2, 4, 1], strict=True)]
    assert seen.waits[0] < seen.waits[1] < seen.waits[2]
    assert seen.waits[3] <= 1.5


@both_ways
async def test_a_heartbeat_proves_a_connection_good(mode: str, server: RawServer) -> None:
    def beating(connection: Connection) -> None:
        connection.answer()
        connection.chunk(b":ok\n\n")
        connection.chunk(b"\n")
        connection.finish()

    server.script = [beating, beating, beating, streaming(1)]
    seen = await follow(mode, server.url, 1)
    assert all(wait <= 1.5 for wait in seen.waits)


# --- what no other attempt can help -------------------------------------------------------------

FINAL: dict[int, type[Exception]] = {
    400: errors.BadRequestError,
    401: errors.AuthenticationError,
    403: errors.PermissionDeniedError,
    404: errors.NotFoundError,
    410: errors.APIStatusError,
}


@both_ways
@pytest.mark.parametrize("later", [False, True], ids=["at first", "later"])
@pytest.mark.parametrize("status", FINAL)
async def test_refusals_stop_the_stream(
    status: int, later: bool, mode: str, server: RawServer
) -> None:
    begin = [streaming(1, then=Connection.finish)] if later else []
    server.script = [*begin, answer(status, "application/json", b'{"error":"no"}'), streaming(2)]
    seen = await follow(mode, server.url, 2)
    assert seen.data == (["1"] if later else [])
    assert type(seen.error) is FINAL[status]
    assert isinstance(seen.error, errors.APIStatusError)
    assert seen.error.error == "no"
    assert "0123456789abcdef" not in str(seen.error)
    assert not seen.connected_at_end


@both_ways
async def test_204_asks_not_to_come_back(mode: str, server: RawServer) -> None:
    server.script = [then(b"HTTP/1.1 204 No Content\r\n\r\n"), streaming(1)]
    seen = await follow(mode, server.url, 1)
    assert isinstance(seen.error, errors.StreamFormatError)
    assert seen.waits == []


@both_ways
async def test_an_event_over_the_limit_comes_after_those_before_it(
    mode: str, server: RawServer
) -> None:
    def large(connection: Connection) -> None:
        connection.answer()
        connection.chunk(event(1) + b"data: " + b"x" * 5000)
        connection.hold()

    server.script = [large]
    seen = await follow(mode, server.url, 2, max_line_size=4096)
    assert seen.data == ["1"]
    assert isinstance(seen.error, errors.StreamLimitError)
    assert "max_line_size=4096" in str(seen.error)
    assert isinstance(seen.reasons[0], errors.StreamLimitError)
    assert not seen.connected_at_end


@both_ways
async def test_an_event_over_the_limit_is_reported_while_the_server_is_silent(
    mode: str, server: RawServer
) -> None:
    def large(connection: Connection) -> None:
        connection.answer()
        connection.chunk(b"data: " + b"x" * 5000)
        connection.hold()

    server.script = [large]
    with anyio.fail_after(10):  # the idle timeout is 75 s
        seen = await follow(mode, server.url, 1, max_line_size=4096, on_disconnect=None)
    assert isinstance(seen.error, errors.StreamLimitError)


@both_ways
async def test_the_reconnects_may_be_limited(mode: str, server: RawServer) -> None:
    server.script = [streaming(1, then=Connection.finish), streaming(2, then=Connection.finish)]
    seen = await follow(mode, server.url, 9, max_reconnects=2)
    assert seen.data == ["1", "2", "2"]
    assert isinstance(seen.error, errors.StreamReconnectError)
    assert isinstance(seen.error.__cause__, errors.StreamClosedError)
    assert "max_reconnects=2" in str(seen.error)


# --- silence ------------------------------------------------------------------------------------


@both_ways
async def test_a_silent_connection_is_given_up(mode: str, server: RawServer) -> None:
    server.script = [streaming(1), streaming(2)]
    seen = await follow(mode, server.url, 2, idle_timeout=0.05)
    assert seen.data == ["1", "2"]
    assert isinstance(seen.reasons[0], errors.APITimeoutError)
    assert "0.05 s" in str(seen.reasons[0])


@both_ways
async def test_heartbeats_keep_a_connection(mode: str, server: RawServer) -> None:
    go_on = threading.Event()

    def beating(connection: Connection) -> None:
        connection.answer()
        while not go_on.wait(0.02):
            connection.chunk(b"\n")
        connection.chunk(event(1))
        connection.hold()

    server.script = [beating]
    timer = threading.Timer(0.8, go_on.set)
    timer.start()
    try:
        seen = await follow(mode, server.url, 1, idle_timeout=0.4)
    finally:
        go_on.set()
        timer.join()
    assert seen.data == ["1"]
    assert seen.reasons == []


@both_ways
async def test_headers_that_never_come(mode: str, server: RawServer) -> None:
    server.script = [Connection.hold, streaming(1)]
    seen = await follow(mode, server.url, 1, connect_timeout=0.05)
    assert seen.data == ["1"]
    assert isinstance(seen.retries[0], errors.APITimeoutError)


@both_ways
async def test_the_connect_timeout_is_not_for_the_stream(mode: str, server: RawServer) -> None:
    go_on = threading.Event()

    def slow(connection: Connection) -> None:
        connection.answer()
        go_on.wait(0.5)  # longer than connecting may take
        connection.chunk(event(1))
        connection.hold()

    server.script = [slow]
    seen = await follow(mode, server.url, 1, connect_timeout=0.1)
    assert seen.data == ["1"]
    assert seen.reasons == []


# --- what is sent -------------------------------------------------------------------------------


@both_ways
async def test_the_request(mode: str, server: RawServer) -> None:
    server.script = [streaming(1)]
    await follow(mode, server.url, 1)
    request = server.requests[0]
    assert request.request_line == "GET /v1/events/test HTTP/1.1"
    assert request.headers["accept"] == "text/event-stream"
    assert request.headers["authorization"].startswith("Bearer ")
    assert "last-event-id" not in request.headers


@each_way
async def test_the_last_event_id_is_sent(mode: str, server: RawServer) -> None:
    def numbered(connection: Connection) -> None:
        connection.answer()
        # The last one isn't complete: it has to come again.
        connection.chunk(event(1, id="seven of 9") + event("lost", id="eight")[:-1])

    server.script = [
        numbered,
        streaming(2, then=Connection.finish),
        answer(500, "text/plain", b""),
        streaming(3),
    ]
    seen = await follow(mode, server.url, 3)
    assert seen.data == ["1", "2", "3"]
    assert [found.id for found in seen.events] == ["seven of 9"] * 3
    sent = [request.headers.get("last-event-id") for request in server.requests]
    assert sent == [None, "seven of 9", "seven of 9", "seven of 9"]


@both_ways
@pytest.mark.parametrize("id", ["a\x01b", " a", "a\t"])
async def test_an_id_that_no_header_can_hold_is_not_sent(
    id: str, mode: str, server: RawServer
) -> None:
    def strange(connection: Connection) -> None:
        connection.answer()
        connection.chunk(event(1, id=id))

    server.script = [strange, streaming(2)]
    seen = await follow(mode, server.url, 2)
    assert seen.data == ["1", "2"]
    assert "last-event-id" not in server.requests[1].headers


@each_way
@pytest.mark.parametrize("id", ["ü", "seven of 9 \u2028 \N{SNOWMAN}", "\x85"])
async def test_an_id_is_sent_in_utf_8(id: str, mode: str, server: RawServer) -> None:
    def numbered(connection: Connection) -> None:
        connection.answer()
        connection.chunk(event(1, id=id))

    server.script = [numbered, streaming(2)]
    seen = await follow(mode, server.url, 2)
    assert seen.data == ["1", "2"]
    assert server.requests[1].headers["last-event-id"].encode("latin-1").decode() == id


@both_ways
async def test_the_token_is_asked_for_at_each_attempt(mode: str, server: RawServer) -> None:
    tokens = iter(["first", "second"])
    server.script = [streaming(1, then=Connection.finish), streaming(2)]
    seen = await follow(mode, server.url, 2, access_token=lambda: next(tokens))
    assert seen.data == ["1", "2"]
    sent = [request.headers["authorization"] for request in server.requests]
    assert sent == ["Bearer first", "Bearer second"]


# --- what the user sees -------------------------------------------------------------------------


@both_ways
async def test_the_order_of_what_happens(mode: str, server: RawServer) -> None:
    server.script = [
        streaming(1, 2, then=Connection.finish),
        answer(500, "text/plain", b""),
        streaming(3),
    ]
    seen = await follow(mode, server.url, 3, gaps=True)
    assert seen.order == [
        "connect",
        "event 1",
        "event 2",
        "connect",
        "reconnect 2",
        "gap",
        "event 3",
    ]
    gap = seen.gaps[0]
    assert gap.attempts == 2
    assert gap.seconds >= sum(seen.waits) * DELAY
    assert isinstance(gap.reason, errors.StreamClosedError)
    assert (gap.until - gap.since).total_seconds() == pytest.approx(gap.seconds, abs=1e-5)


@both_ways
async def test_there_is_a_gap_for_each_new_connection(mode: str, server: RawServer) -> None:
    server.script = [
        streaming(1, then=Connection.finish),
        streaming(then=Connection.finish),
        streaming(2, then=Connection.finish),
        streaming(3),
    ]
    seen = await follow(mode, server.url, 3, gaps=True)
    shown = [line for line in seen.order if not line.startswith(("connect", "reconnect"))]
    assert shown == ["event 1", "gap", "gap", "event 2", "gap", "event 3"]


# --- many of them -------------------------------------------------------------------------------

DROPS = int(os.environ.get("PARTICLE_STREAM_DROPS", "300"))
"""How many connections break in the test below."""


def open_files() -> int:
    return len(os.listdir("/proc/self/fd"))


@both_ways
@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="counts the open files")
async def test_every_event_of_a_live_connection_comes_once_and_in_order(
    mode: str, server: RawServer
) -> None:
    chance = random.Random(4)
    steps: list[Callable[[], Step]] = []
    sent: list[str] = []

    def live() -> Step:
        numbers = [str(len(sent) + n) for n in range(chance.randrange(4))]
        sent.extend(numbers)
        return streaming(*numbers, then=chance.choice(list(ENDS.values()))[0])

    steps = [live, lambda: chance.choice(list(REFUSALS.values()))[0]]
    server.script = [chance.choice(steps)() for _ in range(DROPS)]
    sent.append("end")
    server.script.append(streaming("end"))
    files, threads = open_files(), threading.active_count()
    seen = await follow(mode, server.url, len(sent), max_reconnect_delay=2 * DELAY)
    assert seen.data == sent
    assert seen.error is None
    assert len(seen.retries) == DROPS
    # A thread pool of the test itself may keep a thread.
    assert threading.active_count() <= threads + 1
    assert open_files() <= files + 4
