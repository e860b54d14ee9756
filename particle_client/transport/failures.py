"""From the HTTP library's errors to those of this package."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

from ..errors import APIConnectionError, APITimeoutError, ConfigurationError, ResponseDecodeError

if TYPE_CHECKING:
    from ..operation import Request

__all__ = ["raise_typed"]


def raise_typed(error: Exception, request: Request) -> NoReturn:
    """Raise the error of this package for one of the HTTP library's; others pass as they are."""
    import httpx

    where = f"{request.method} {request.shown_url}"
    said = str(error) or type(error).__name__
    about: dict[str, Any] = {"method": request.method, "url": request.shown_url}
    if isinstance(error, httpx.TimeoutException):
        phase = type(error).__name__.removesuffix("Timeout").lower()
        seconds = getattr(request.timeout, phase, None)
        sent = phase not in ("connect", "pool")
        raise APITimeoutError(
            f"{where}: no answer in time ({phase} took over {seconds} s)",
            sent=sent,
            phase=phase,
            **about,
        ) from error
    if isinstance(error, httpx.ConnectError):
        raise APIConnectionError(f"{where}: can't connect: {said}", sent=False, **about) from error
    if isinstance(error, httpx.UnsupportedProtocol | httpx.InvalidURL):
        raise ConfigurationError(f"{where}: {said}") from error
    if isinstance(error, httpx.DecodingError):
        raise ResponseDecodeError(f"{where}: the answer's encoding is broken: {said}") from error
    if isinstance(error, httpx.ProxyError):
        raise APIConnectionError(
            f"{where}: the proxy failed: {said}", sent=False, **about
        ) from error
    if isinstance(error, httpx.RequestError):
        raise APIConnectionError(f"{where}: the connection broke: {said}", **about) from error
    raise error
