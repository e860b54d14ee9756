"""Sending requests. Nothing else of the package names an HTTP library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .async_over_httpx import AsyncTransport
    from .over_httpx import Transport


def make_transport(http_client: Any | None, *, loopback: bool) -> Transport:
    """Return the transport for what the user passed as `http_client` to `Particle`."""
    from .over_httpx import Transport  # not for an AsyncParticle

    _check(http_client, "close")
    return Transport(http_client, loopback=loopback)


def make_async_transport(http_client: Any | None, *, loopback: bool) -> AsyncTransport:
    """Return the transport for what the user passed as `http_client` to `AsyncParticle`."""
    from .async_over_httpx import AsyncTransport  # not for a Particle

    if http_client == "aiohttp" or hasattr(http_client, "ws_connect"):  # a ClientSession has that
        from .over_aiohttp import AiohttpTransport  # loads aiohttp

        session = None if http_client == "aiohttp" else http_client
        return AiohttpTransport(session, loopback=loopback)
    _check(http_client, "aclose")
    return AsyncTransport(http_client, loopback=loopback)


def _check(http_client: Any, close: str) -> None:
    """Raise TypeError for what is no client of httpx or httpx2: either may be missing."""
    names = ("build_request", "send", close)
    if http_client is not None and not all(hasattr(http_client, name) for name in names):
        kind = repr(http_client) if isinstance(http_client, str) else type(http_client).__name__
        raise TypeError(
            f"http_client can't be {kind}: Particle takes an httpx.Client (or one of httpx2), "
            "AsyncParticle takes an httpx.AsyncClient (or one of httpx2), 'aiohttp' or an "
            "aiohttp.ClientSession"
        )
