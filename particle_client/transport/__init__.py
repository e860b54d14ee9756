"""Sending requests. Nothing else of the package names an HTTP library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .async_over_httpx import AsyncTransport
    from .over_httpx import Transport

__all__ = ["make_async_transport", "make_transport"]


def make_transport(http_client: Any | None, *, loopback: bool = False) -> Transport:
    """Return the transport for what the user passed as `http_client` to `Particle`.

    Args:
        http_client: None, or a client of httpx or httpx2.
        loopback: Whether the cloud is on this machine: then no proxy is used.
    """
    from .over_httpx import Transport  # not for an AsyncParticle

    if http_client is None or _is_httpx(http_client, "close"):
        return Transport(http_client, loopback=loopback)
    raise _type_error(http_client)


def make_async_transport(http_client: Any | None, *, loopback: bool = False) -> AsyncTransport:
    """Return the transport for what the user passed as `http_client` to `AsyncParticle`.

    Args:
        http_client: None, an async client of httpx or httpx2, `"aiohttp"`, or a `ClientSession`
            of aiohttp.
        loopback: Whether the cloud is on this machine: then no proxy is used.

    Raises:
        ConfigurationError: aiohttp isn't installed.
    """
    from .async_over_httpx import AsyncTransport  # not for a Particle

    if http_client is None or _is_httpx(http_client, "aclose"):
        return AsyncTransport(http_client, loopback=loopback)
    bases = {
        f"{kind.__module__.partition('.')[0]}.{kind.__name__}" for kind in type(http_client).__mro__
    }
    if http_client == "aiohttp" or "aiohttp.ClientSession" in bases:
        from .over_aiohttp import AiohttpTransport  # loads aiohttp

        session = None if http_client == "aiohttp" else http_client
        return AiohttpTransport(session, loopback=loopback)
    raise _type_error(http_client)


def _is_httpx(http_client: Any, close: str) -> bool:
    """Whether this is a client of httpx or httpx2: either may be missing."""
    return all(hasattr(http_client, name) for name in ("build_request", "send", close))


def _type_error(http_client: Any) -> TypeError:
    kind = repr(http_client) if isinstance(http_client, str) else type(http_client).__name__
    return TypeError(
        f"http_client can't be {kind}: Particle takes an httpx.Client (or one of httpx2), "
        "AsyncParticle takes an httpx.AsyncClient (or one of httpx2), 'aiohttp' or an "
        "aiohttp.ClientSession"
    )
