"""Small chunks of a real connection reach the stream joined."""

from __future__ import annotations

import anyio.to_thread
import pytest

from particle_client import AsyncParticle, Particle

from .following import TOKEN, both_ways
from .raw_server import Connection, RawServer, event

pytestmark = pytest.mark.anyio


@both_ways
async def test_small_chunks_are_joined(mode: str, server: RawServer) -> None:
    def step(connection: Connection) -> None:
        connection.answer()
        small = [event(number) for number in range(100)]
        connection.send(b"".join(b"%x\r\n%b\r\n" % (len(one), one) for one in small))
        connection.finish()

    server.script = [step]
    pieces: list[bytes] = []

    def run() -> None:
        with Particle(TOKEN, base_url=server.url) as particle:
            response = particle.events.stream("test")._reader._connect(None, 10.0, lambda _: None)
            pieces.extend(response.iter_bytes())
            response.close()

    if mode == "sync":
        await anyio.to_thread.run_sync(run)
    else:
        async with AsyncParticle(TOKEN, base_url=server.url) as particle:
            response = await particle.events.stream("test")._reader._connect(None, 10.0, None)
            pieces += [piece async for piece in response.aiter_bytes()]
            await response.aclose()
    assert b"".join(pieces) == b"".join(event(number) for number in range(100))
    assert len(pieces) < 20
