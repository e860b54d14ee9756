"""From the HTTP library's errors to those of this package."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING, Any, NoReturn

from ..base.errors import APIConnectionError, APITimeoutError, ConfigurationError
from ..base.response import ResponseDecodeError

if TYPE_CHECKING:
    from ..base.request import Request
    from ..base.response import Response

__all__ = ["raise_failure", "raise_typed"]

_LIBRARIES = ("httpx", "httpx2", "aiohttp")
_PHASES = {
    "ConnectTimeout": "connect",
    "ReadTimeout": "read",
    "WriteTimeout": "write",
    "PoolTimeout": "pool",
    # Those of aiohttp.
    "ConnectionTimeoutError": "connect",
    "SocketTimeoutError": "read",
}
# The first that fits counts.
_CAUSES = {
    "ConnectError": "connect",
    "UnsupportedProtocol": "url",
    "InvalidURL": "url",
    "DecodingError": "decode",
    "ProxyError": "proxy",
    "RequestError": "broken",
    # Those of aiohttp.
    "ClientHttpProxyError": "proxy",
    "ClientProxyConnectionError": "proxy",
    "ClientConnectorError": "connect",
    "ClientError": "broken",
}


def raise_typed(
    error: BaseException, request: Request, response: Response[Any] | None = None
) -> NoReturn:
    """Raise the error of this package for one of an HTTP library's; others pass as they are.

    Args:
        response: What came until then, if it is known.
    """
    if isinstance(error, zlib.error | EOFError):
        raise_failure("decode", error, request, response=response)
    # Any of the libraries may be missing: so the classes go by their names.
    kinds = [
        kind.__name__
        for kind in type(error).__mro__
        if kind.__module__.partition(".")[0] in _LIBRARIES
    ]
    phase = next((_PHASES[kind] for kind in kinds if kind in _PHASES), "")
    if phase or "TimeoutException" in kinds:
        raise_failure("timeout", error, request, phase=phase)
    for kind, cause in _CAUSES.items():
        if kind in kinds:
            detail = _system_error(error) if cause == "connect" else None
            has_request = "ClientResponseError" in kinds  # aiohttp's, and its text shows the URL
            if has_request:
                known: Any = error
                detail = f"HTTP {known.status}" if cause == "proxy" else known.message
            raise_failure(
                cause, error, request, detail=detail, alone=has_request, response=response
            )
    raise error


def raise_failure(
    cause: str,
    error: BaseException,
    request: Request,
    *,
    phase: str = "",
    detail: str | None = None,
    alone: bool = False,
    response: Response[Any] | None = None,
) -> NoReturn:
    """Raise the error of this package for a cause.

    Args:
        cause: `timeout`, `connect`, `url`, `decode`, `proxy` or `broken`.
        error: The HTTP library's.
        phase: Of a timeout: what took too long.
        detail: What the error says, if its own text isn't for people.
        alone: Whether the HTTP library's error holds the request, and so isn't kept.
        response: What came until then, if it is known.
    """
    source = f"{request.method} {request.redacted_url}"
    detail = detail or str(error) or type(error).__name__
    about: dict[str, Any] = {"method": request.method, "url": request.redacted_url}
    if cause == "timeout":
        seconds = getattr(request.timeout, phase, None)
        raise APITimeoutError(
            f"{source}: no response in time ({phase} took over {_short(seconds)} s)"
            f"{'' if phase in ('connect', 'pool') else _effect(request)}",
            sent=phase not in ("connect", "pool"),
            phase=phase,
            **about,
        ) from error
    if cause == "connect":
        raise APIConnectionError(
            f"{source}: can't connect: {detail}{_advice(detail)}", sent=False, **about
        ) from error
    if cause == "url":
        raise ConfigurationError(f"{source}: {detail}") from error
    if cause == "decode" and response is not None:
        raise ResponseDecodeError(
            f"but its encoding is broken: {detail}. Something on its way may have changed it",
            response,
        ) from error
    if cause == "proxy":
        failure = APIConnectionError(f"{source}: the proxy failed: {detail}", sent=False, **about)
    else:
        plain = _without_data(detail)
        alone = alone or plain != detail
        failure = APIConnectionError(
            f"{source}: the connection broke: {plain}{_effect(request)}", **about
        )
    if not alone:
        raise failure from error
    try:
        raise failure
    finally:
        failure.__context__ = None


_DATA = re.compile(r"""[\s:,(]*(?:\bbytearray\(|\bb['"]|<)""").search
_LARGE = 64 * 1024


def _without_data(detail: str) -> str:
    """Cut what the server sent, which may be secret, off the text of an error."""
    detail = detail.partition("\n")[0]
    data = _DATA(detail)
    return (detail[: data.start()] if data else detail).rstrip(" :") or "the response is not HTTP"


def _system_error(error: BaseException) -> str | None:
    """Return the system's words, where those of a library only say that nothing worked."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, OSError) and cause.strerror:
            return str(cause)
        if isinstance(cause, BaseExceptionGroup):  # one for each address
            cause = cause.exceptions[0]
        else:
            cause = cause.__cause__ or cause.__context__
    return None


def _short(seconds: float | None) -> str:
    """Return a time that may be the rest of a deadline, and so have many digits."""
    return f"{seconds:.3g}" if isinstance(seconds, float) else str(seconds)


def _effect(request: Request) -> str:
    """Return what the user has to reckon with."""
    if request.method in ("GET", "HEAD"):
        return ""
    effect = ". The cloud may have carried it out all the same"
    content = request.content
    if content is not None and not (isinstance(content, bytes) and len(content) < _LARGE):
        effect += ", or have refused so large a request (its size, or the token)"
    return effect


def _advice(detail: str) -> str:
    if "CERTIFICATE_VERIFY_FAILED" not in detail:
        return ""
    return (
        ". Check base_url. If the certificate is right, set SSL_CERT_FILE to that of the authority "
        "that has signed it."
    )
