"""Sending requests. Nothing else of the package names an HTTP library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .over_httpx import Transport

if TYPE_CHECKING:
    from .async_over_httpx import AsyncTransport

__all__ = ["make_async_transport", "make_transport"]


def make_transport(http_client: Any | None, *, loopback: bool = False) -> Transport:
    """Return the transport for what the user passed as `http_client` to `Particle`.

    Args:
        http_client: None, or a client of httpx or httpx2.
        loopback: Whether the cloud is on this machine: then no proxy is used.

    Raises:
        TypeError: It is something else.
    """
    if http_client is not None and (not _is_httpx(http_client) or _is_async(http_client)):
        raise _type_error(http_client)
    return Transport(http_client, loopback=loopback)


def make_async_transport(http_client: Any | None, *, loopback: bool = False) -> AsyncTransport:
    """Return the transport for what the user passed as `http_client` to `AsyncParticle`.

    Args:
        http_client: None, an async client of httpx or httpx2, `"aiohttp"`, or a `ClientSession`
            of aiohttp.
        loopback: Whether the cloud is on this machine: then no proxy is used.

    Raises:
        TypeError: It is something else.
        ConfigurationError: aiohttp isn't installed.
    """
    if http_client is None or (_is_httpx(http_client) and _is_async(http_client)):
        from .async_over_httpx import AsyncTransport  # loads anyio

        return AsyncTransport(http_client, loopback=loopback)
    if http_client == "aiohttp" or _is_aiohttp(http_client):
        from .over_aiohttp import AiohttpTransport

        session = None if http_client == "aiohttp" else http_client
        return AiohttpTransport(session, loopback=loopback)
    raise _type_error(http_client)


def _is_httpx(http_client: Any) -> bool:
    return hasattr(http_client, "build_request") and hasattr(http_client, "send")


def _is_async(http_client: Any) -> bool:
    return hasattr(http_client, "aclose")


def _is_aiohttp(http_client: Any) -> bool:
    return any(
        kind.__name__ == "ClientSession" and kind.__module__.partition(".")[0] == "aiohttp"
        for kind in type(http_client).__mro__
    )


def _type_error(http_client: Any) -> TypeError:
    kind = repr(http_client) if isinstance(http_client, str) else type(http_client).__name__
    return TypeError(
        f"http_client can't be {kind}: Particle takes an httpx.Client (or one of httpx2), "
        "AsyncParticle takes an httpx.AsyncClient (or one of httpx2), 'aiohttp' or an "
        "aiohttp.ClientSession"
    )
