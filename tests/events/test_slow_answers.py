"""Answers that come byte by byte, or without an end, while a stream is being opened."""

from __future__ import annotations

import contextlib
import time

import pytest

from particle_client import AsyncParticle, Particle, errors

from .following import TOKEN, both_ways, follow
from .raw_server import Connection, RawServer, Step, streaming

pytestmark = pytest.mark.anyio

HALF_A_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nX-More: "
HEAD_OF_AN_ERROR = b"HTTP/1.1 500 Oh\r\nContent-Length: 1000000\r\n\r\n"
HEAD_OF_A_LONG_ERROR = b"HTTP/1.1 500 Oh\r\nContent-Length: 100000000\r\n\r\n"


def dripping(head: bytes, given_up: list[bool]) -> Step:
    """Send a byte again and again, until the client has had enough."""

    def step(connection: Connection) -> None:
        connection.send(head)
        with contextlib.suppress(OSError):
            for _ in range(2000):
                connection.send(b"x")
                time.sleep(0.01)
            given_up.append(False)
            return
        given_up.append(True)

    return step


@both_ways
@pytest.mark.parametrize("head", [HALF_A_HEAD, HEAD_OF_AN_ERROR], ids=["head", "body of an error"])
async def test_the_time_to_connect_holds_for_all_of_it(
    head: bytes, mode: str, server: RawServer
) -> None:
    given_up: list[bool] = []
    server.script = [dripping(head, given_up), streaming(1)]
    seen = await follow(mode, server.url, 1, connect_timeout=0.5)
    assert seen.data == ["1"]
    assert given_up == [True]
    assert isinstance(seen.retries[0], errors.APITimeoutError)


@both_ways
async def test_a_deadline_holds_while_an_answer_drips_in(mode: str, server: RawServer) -> None:
    given_up: list[bool] = []
    server.script = [dripping(HALF_A_HEAD, given_up), streaming(1)]

    async def connect() -> None:
        if mode == "sync":
            with Particle(TOKEN, base_url=server.url) as particle:
                particle.events.stream("test").connect(timeout=0.3)
        else:
            async with AsyncParticle(TOKEN, base_url=server.url) as aparticle:
                await aparticle.events.stream("test").connect(timeout=0.3)

    with pytest.raises(errors.StreamTimeoutError):
        await connect()
    assert False not in given_up


@both_ways
async def test_an_error_of_any_length_is_read_no_further_than_needed(
    mode: str, server: RawServer
) -> None:
    given_up: list[bool] = []

    def long_error(connection: Connection) -> None:
        connection.send(HEAD_OF_A_LONG_ERROR)
        with contextlib.suppress(OSError):
            for _ in range(1000):
                connection.send(b"x" * 100_000)
            given_up.append(False)
            return
        given_up.append(True)

    server.script = [long_error, streaming(1)]
    seen = await follow(mode, server.url, 1)
    assert seen.data == ["1"]
    assert given_up == [True]
    error = seen.retries[0]
    assert isinstance(error, errors.InternalServerError)
    assert 2**20 <= len(error.content) < 2**21
