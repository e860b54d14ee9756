"""Sending requests. Nothing else of the package names an HTTP library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..base.checks import check_http_client

if TYPE_CHECKING:
    from .async_over_httpx import AsyncTransport
    from .over_httpx import Transport


def make_transport(http_client: Any | None, *, loopback: bool) -> Transport:
    """Return the transport for what the user passed as `http_client` to `Particle`."""
    from .over_httpx import Transport  # not for an AsyncParticle

    check_http_client(http_client, "close")
    return Transport(http_client, loopback=loopback)


def make_async_transport(http_client: Any | None, *, loopback: bool) -> AsyncTransport:
    """Return the transport for what the user passed as `http_client` to `AsyncParticle`."""
    from .async_over_httpx import AsyncTransport  # not for a Particle

    if http_client == "aiohttp" or hasattr(http_client, "ws_connect"):  # a ClientSession has that
        from .over_aiohttp import AiohttpTransport  # loads aiohttp

        session = None if http_client == "aiohttp" else http_client
        return AiohttpTransport(session, loopback=loopback)
    check_http_client(http_client, "aclose")
    return AsyncTransport(http_client, loopback=loopback)
