"""Each of these tests runs with every client that there is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx
import pytest

from tests.both import make_client

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from particle_client import AsyncParticle
    from tests.conftest import NewClient

# Loaded once: each client would load one of its own, whether it speaks TLS or not.
TLS = httpx.create_ssl_context()

KINDS = ("sync", "asyncio", "trio", "aiohttp", "own httpx.Client", "own httpx.AsyncClient")


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    """Which of the clients the test runs with."""
    value: str = request.param
    if value == "aiohttp":
        pytest.importorskip("aiohttp")
    return value


@pytest.fixture
def anyio_backend(kind: str) -> str:
    """The event loop of the client."""
    return "trio" if kind == "trio" else "asyncio"


@pytest.fixture
async def new_client(kind: str) -> AsyncIterator[NewClient]:
    """Make clients of the kind that the test runs with."""
    clients: list[AsyncParticle] = []
    own: list[Any] = []

    def new(**options: Any) -> AsyncParticle:
        if kind == "aiohttp":
            options["http_client"] = "aiohttp"
        elif kind.startswith("own"):
            new_own = httpx.Client if kind == "own httpx.Client" else httpx.AsyncClient
            own.append(new_own(verify=TLS))
            options["http_client"] = own[-1]
        is_sync = kind in ("sync", "own httpx.Client")
        clients.append(make_client("sync" if is_sync else "async", **options))
        return clients[-1]

    yield new
    for client in clients:
        await client.close()
    for http_client in own:
        if isinstance(http_client, httpx.Client):
            http_client.close()
        else:
            await http_client.aclose()
