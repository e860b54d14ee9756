"""The recording server and a client of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from particle_client import AsyncParticle, Particle

from .recording import RecordingServer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator


@pytest.fixture(scope="module")
def server() -> Iterator[RecordingServer]:
    with RecordingServer() as recording:
        yield recording


@pytest.fixture
def client(server: RecordingServer) -> Iterator[Particle]:
    server.take()
    with Particle(access_token="TOKEN", base_url=server.base_url) as particle:
        yield particle


@pytest.fixture
async def async_client(server: RecordingServer) -> AsyncIterator[AsyncParticle]:
    server.take()
    async with AsyncParticle(access_token="TOKEN", base_url=server.base_url) as particle:
        yield particle
