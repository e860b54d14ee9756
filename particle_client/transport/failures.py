"""From the HTTP library's errors to those of this package."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING, Any, NoReturn, cast

from ..base.errors import APIConnectionError, APITimeoutError, ConfigurationError
from ..base.response import ResponseDecodeError

if TYPE_CHECKING:
    from ..base.request import Request
    from ..base.response import Response

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
    **dict.fromkeys(_PHASES, "timeout"),
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
_UNTRUSTED = (
    ". Check base_url. If the certificate is right, set SSL_CERT_FILE to that of the authority "
    "that has signed it."
)
_DATA = re.compile(r"""[\s:,(]*(?:\bbytearray\(|\bb['"]|<)""")
_LARGE = 64 * 1024


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
    cause = next((cause for kind, cause in _CAUSES.items() if kind in kinds), None)
    if cause is None:
        raise error
    phase = next((_PHASES[kind] for kind in kinds if kind in _PHASES), "")
    detail = _system_error(error) if cause == "connect" else None
    has_request = "ClientResponseError" in kinds  # aiohttp's, and its text shows the URL
    if has_request:
        known: Any = error
        detail = f"HTTP {known.status}" if cause == "proxy" else known.message
    raise_failure(
        cause, error, request, phase=phase, detail=detail, alone=has_request, response=response
    )


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
    detail = detail or str(error) or type(error).__name__
    source = f"{request.method} {request.redacted_url}"
    about: dict[str, Any] = {"method": request.method, "url": request.redacted_url}
    failure: Exception
    if cause == "timeout":
        about |= {"phase": phase, "sent": phase not in ("connect", "pool")}
        seconds = getattr(request.timeout, phase, None) or 0
        failure = APITimeoutError(
            f"{source}: no response in time ({phase} took over {seconds:.3g} s)"
            f"{_effect(request) if about['sent'] else ''}",
            **about,
        )
    elif cause == "connect":
        advice = _UNTRUSTED if "CERTIFICATE_VERIFY_FAILED" in detail else ""
        failure = APIConnectionError(
            f"{source}: can't connect: {detail}{advice}", sent=False, **about
        )
    elif cause == "url":
        failure = ConfigurationError(f"{source}: {detail}")
    elif cause == "decode" and response is not None:
        failure = ResponseDecodeError(
            f"but its encoding is broken: {detail}. Something on its way may have changed it",
            response,
        )
    elif cause == "proxy":
        failure = APIConnectionError(f"{source}: the proxy failed: {detail}", sent=False, **about)
    else:
        # What the server sent may be secret.
        plain = _DATA.split(detail.partition("\n")[0])[0].rstrip(" :")
        alone = alone or plain != detail
        failure = APIConnectionError(
            f"{source}: the connection broke: {plain or 'the response is not HTTP'}"
            f"{_effect(request)}",
            **about,
        )
    if not alone:
        raise failure from error
    try:
        raise failure
    finally:
        failure.__context__ = None


def _system_error(error: BaseException) -> str | None:
    """Return the system's words, where those of a library only say that nothing worked."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, OSError) and cause.strerror:
            return str(cause)
        if isinstance(cause, BaseExceptionGroup):  # one for each address
            cause = cast("BaseExceptionGroup[BaseException]", cause).exceptions[0]
        else:
            cause = cause.__cause__ or cause.__context__
    return None


def _effect(request: Request) -> str:
    """Return what the user has to reckon with."""
    if request.method in ("GET", "HEAD"):
        return ""
    effect = ". The cloud may have carried it out all the same"
    content = request.content
    if content is not None and not (isinstance(content, bytes) and len(content) < _LARGE):
        effect += ", or have refused so large a request (its size, or the token)"
    return effect
