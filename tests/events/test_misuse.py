"""What streams say when they are used in a way that can't work."""

from __future__ import annotations

from typing import Any

import pytest

from particle_client import AsyncParticle, Particle
from particle_client.errors import ConfigurationError, StreamClosedError

from .fakes import FakeCloud, Reader
from .following import TOKEN, both_ways, settled
from .raw_server import RawServer, event

pytestmark = pytest.mark.anyio


def client_of(mode: str, url: str = "http://127.0.0.1:1") -> Any:
    return (Particle if mode == "sync" else AsyncParticle)(TOKEN, base_url=url)


async def enter(mode: str, manager: Any) -> None:
    """Enter and leave a `with` block, having asked for one event."""
    if mode == "sync":
        with manager as entered:
            next(entered)
    else:
        async with manager as entered:
            await anext(entered)


# --- a stream that was closed -------------------------------------------------------------------


@both_ways
async def test_a_closed_stream_can_not_be_entered_again(mode: str) -> None:
    cloud = FakeCloud([event(1), event(2)])
    stream = Reader(mode, cloud).stream
    await enter(mode, stream)
    for again in (stream, stream.buffered(5)):
        with pytest.raises(StreamClosedError, match="make a new one"):
            await enter(mode, again)
    with pytest.raises(StreamClosedError, match="make a new one"):
        await settled(stream.connect())
    assert len(cloud.responses) == 1


# --- the user's functions -----------------------------------------------------------------------


async def asynchronous(*_: object) -> bool:
    return True


class Asynchronous:
    async def __call__(self, *_: object) -> bool:
        return True


CALLBACKS = ["on_connect", "on_disconnect", "on_retry", "on_reconnect"]


@both_ways
@pytest.mark.parametrize("name", CALLBACKS)
@pytest.mark.parametrize("wrong", ["print", 5])
async def test_functions_must_be_functions(wrong: object, name: str, mode: str) -> None:
    client = client_of(mode)
    kind = type(wrong).__name__
    with pytest.raises(TypeError, match=f"{name} must be a function, not {kind}$"):
        client.events.stream("t", **{name: wrong})
    await settled(client.close())


@pytest.mark.parametrize("name", CALLBACKS)
def test_a_sync_stream_takes_no_async_functions(name: str) -> None:
    options: dict[str, Any] = {name: asynchronous}
    with pytest.raises(TypeError, match=f"{name} must be a plain function.*async"):
        Reader("sync", FakeCloud([]), **options)


def test_a_sync_stream_notices_a_function_that_turns_out_to_be_async() -> None:
    stream = Reader("sync", FakeCloud([event(1)]), on_connect=lambda: asynchronous()).stream
    with pytest.raises(TypeError, match="must not be an async function"):
        next(stream)
    stream.close()


async def test_an_async_stream_awaits_whatever_is_async() -> None:
    reader = Reader("async", FakeCloud([event(1)]), on_connect=Asynchronous())
    assert await reader.next() == "1"
    await reader.close()


@both_ways
@pytest.mark.parametrize(
    ("where", "message"),
    [
        ("data", "where must be a function, not str"),
        (asynchronous, "where must be a plain function"),
        (Asynchronous(), "where must be a plain function"),
        (lambda _: asynchronous(), "where must not be an async function"),
    ],
)
async def test_where_must_be_a_plain_function(where: Any, message: str, mode: str) -> None:
    reader = Reader(mode, FakeCloud([event(1)]))
    with pytest.raises(TypeError, match=message):
        await reader.wait_for(where=where)
    await reader.close()


@both_ways
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"where": "data"}, "where must be a function, not str"),
        ({"where": asynchronous}, "where must be a plain function"),
        ({"timeout": "1"}, "timeout must be a number, not str"),
        ({"name": 5}, "name must be a str, not int"),
        ({"wait_for": 5}, "wait_for must be a str, not int"),
    ],
)
async def test_nothing_is_published_with_wrong_arguments(
    arguments: dict[str, Any], message: str, mode: str, server: RawServer
) -> None:
    client = client_of(mode, server.url)
    for events in (client.events, client.product(5).events):
        with pytest.raises(TypeError, match=message):
            await settled(events.publish_and_wait(**{"name": "ping", **arguments}))
    assert server.requests == []
    await settled(client.close())


# --- other arguments ----------------------------------------------------------------------------


@both_ways
@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"timeout": "1"}, TypeError, "timeout must be a number, not str"),
        ({"timeout": float("nan")}, ValueError, "timeout must be a number of seconds, not nan"),
        ({"name": 5}, TypeError, "name must be a str, not int"),
        ({"name": "test/b"}, ValueError, "no event 'test/b' can come.*begins with 'test/a'"),
    ],
)
async def test_waiting_for_what_can_not_come(
    arguments: dict[str, Any], error: type[Exception], message: str, mode: str
) -> None:
    client = client_of(mode)
    org, product = client.org("o").events, client.product(5).events
    for stream in (events.stream("test/a") for events in (client.events, org, product)):
        with pytest.raises(error, match=message):
            await settled(stream.wait_for(**arguments))
    if "timeout" in arguments:
        with pytest.raises(error, match=message):
            await settled(stream.connect(**arguments))
    await settled(client.close())


@both_ways
async def test_a_name_that_begins_with_the_prefix_comes(mode: str) -> None:
    found = Reader(mode, FakeCloud([event(1)]), "te")
    assert (await found.wait_for("test")).data == "1"
    await found.close()


@both_ways
@pytest.mark.parametrize(
    ("prefix", "options", "message"),
    [
        (5, {}, "prefix must be a str, not int"),
        ("t", {"reconnect_delay": "1"}, "reconnect_delay must be a number, not str"),
        ("t", {"deadline": True}, "deadline must be a number, not bool"),
        ("t", {"timeout": "1"}, "^timeout must be a number, not str"),
        ("t", {"max_reconnects": "1"}, "max_reconnects must be a number, not str"),
        ("t", {"last_event_id": 5}, "last_event_id must be a str, not int"),
        ("t", {"retries": 5}, "unexpected argument: retries.*has max_reconnects=, not retries="),
    ],
)
async def test_arguments_of_another_type(
    prefix: Any, options: dict[str, Any], message: str, mode: str
) -> None:
    client = client_of(mode)
    for events in (client.events, client.product(5).events, client.org("o").events):
        with pytest.raises(TypeError, match=message):
            events.stream(prefix, **options)
    await settled(client.close())


@both_ways
async def test_a_timeout_of_nothing_is_called_timeout(mode: str) -> None:
    client = client_of(mode)
    with pytest.raises(ConfigurationError, match=r"^timeout must be more than 0 seconds: 0"):
        client.events.stream("t", timeout=0)
    await settled(client.close())


@both_ways
async def test_the_size_of_a_buffer_is_a_number(mode: str) -> None:
    with pytest.raises(TypeError, match="size must be a number, not str"):
        Reader(mode, FakeCloud([])).stream.buffered("5")
