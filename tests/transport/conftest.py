"""Clients over each of the HTTP libraries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.both import make_client

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from particle_client import AsyncParticle
    from tests.conftest import NewClient


@pytest.fixture
async def new_client(kind: str) -> AsyncIterator[NewClient]:
    """Make clients of the kind that the test runs with: `sync`, `async`, or over `aiohttp`."""
    clients: list[AsyncParticle] = []

    def new(**options: Any) -> AsyncParticle:
        if kind == "aiohttp":
            options.setdefault("http_client", "aiohttp")
        clients.append(make_client("sync" if kind == "sync" else "async", **options))
        return clients[-1]

    yield new
    for client in clients:
        await client.close()
