"""Recording anew (`--record`), and the clients that replay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from particle_client import AsyncParticle, Particle

from .placeholders import ACCESS_TOKEN
from .tapes import record_all

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--record", action="store_true", help="record the cassettes anew, then replay")


@pytest.fixture(scope="session", autouse=True)
def _recorded(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--record", default=False):
        record_all()


@pytest.fixture(scope="module")
def connection() -> Iterator[Particle]:
    """A client whose TLS context all tests share: making one takes a while."""
    with Particle(strict=True) as client:
        yield client


@pytest.fixture
def client(connection: Particle) -> Particle:
    return connection.with_options(access_token=ACCESS_TOKEN)


@pytest.fixture(scope="module")
async def async_connection() -> AsyncIterator[AsyncParticle]:
    async with AsyncParticle(strict=True) as client:
        yield client


@pytest.fixture
def async_client(async_connection: AsyncParticle) -> AsyncParticle:
    return async_connection.with_options(access_token=ACCESS_TOKEN)
