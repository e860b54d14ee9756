"""From the HTTP library's errors to those of this package."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

from ..errors import APIConnectionError, APITimeoutError, ConfigurationError, ResponseDecodeError

if TYPE_CHECKING:
    from ..operation import Request

__all__ = ["raise_failure", "raise_typed"]

_LIBRARIES = ("httpx", "httpx2")
_PHASES = {
    "ConnectTimeout": "connect",
    "ReadTimeout": "read",
    "WriteTimeout": "write",
    "PoolTimeout": "pool",
}


def raise_typed(error: Exception, request: Request) -> NoReturn:
    """Raise the error of this package for one of httpx's (or httpx2's); others pass as they are."""
    # Both libraries have the same classes, and either may be missing: so they go by their names.
    kinds = [
        kind.__name__
        for kind in type(error).__mro__
        if kind.__module__.partition(".")[0] in _LIBRARIES
    ]
    if "TimeoutException" in kinds:
        phase = next((_PHASES[kind] for kind in kinds if kind in _PHASES), "")
        raise_failure("timeout", error, request, phase=phase)
    for kind, cause in _CAUSES.items():
        if kind in kinds:
            raise_failure(cause, error, request)
    raise error


_CAUSES = {
    "ConnectError": "connect",
    "UnsupportedProtocol": "url",
    "InvalidURL": "url",
    "DecodingError": "decode",
    "ProxyError": "proxy",
    "RequestError": "broken",
}


def raise_failure(cause: str, error: Exception, request: Request, *, phase: str = "") -> NoReturn:
    """Raise the error of this package for a cause.

    Args:
        cause: `timeout`, `connect`, `url`, `decode`, `proxy` or `broken`.
        error: The HTTP library's.
        phase: Of a timeout: what took too long.
    """
    where = f"{request.method} {request.shown_url}"
    said = str(error) or type(error).__name__
    about: dict[str, Any] = {"method": request.method, "url": request.shown_url}
    if cause == "timeout":
        seconds = getattr(request.timeout, phase, None)
        raise APITimeoutError(
            f"{where}: no answer in time ({phase} took over {seconds} s)",
            sent=phase not in ("connect", "pool"),
            phase=phase,
            **about,
        ) from error
    if cause == "connect":
        raise APIConnectionError(f"{where}: can't connect: {said}", sent=False, **about) from error
    if cause == "url":
        raise ConfigurationError(f"{where}: {said}") from error
    if cause == "decode":
        raise ResponseDecodeError(f"{where}: the answer's encoding is broken: {said}") from error
    if cause == "proxy":
        raise APIConnectionError(
            f"{where}: the proxy failed: {said}", sent=False, **about
        ) from error
    raise APIConnectionError(f"{where}: the connection broke: {said}", **about) from error
