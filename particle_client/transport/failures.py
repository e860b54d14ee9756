"""From the HTTP library's errors to those of this package."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING, Any, NoReturn

from ..base.errors import APIConnectionError, APITimeoutError, ConfigurationError, system_error
from ..base.response import Response, ResponseDecodeError

if TYPE_CHECKING:
    from ..base.request import Request

# By the names of classes, for any of the libraries may be missing. The first that fits counts.
_CAUSES = {
    "ConnectTimeout": "connect timeout",
    "ReadTimeout": "read timeout",
    "WriteTimeout": "write timeout",
    "PoolTimeout": "pool timeout",
    "ConnectError": "can't connect",
    "UnsupportedProtocol": "url",
    "InvalidURL": "url",
    "ProxyError": "the proxy failed",
    "RequestError": "the connection broke",
    # Those of aiohttp.
    "ConnectionTimeoutError": "connect timeout",
    "SocketTimeoutError": "read timeout",
    "ClientHttpProxyError": "the proxy failed",
    "ClientProxyConnectionError": "the proxy failed",
    "ClientConnectorError": "can't connect",
    "ClientError": "the connection broke",
}
_UNTRUSTED = ". Check base_url. If it is right, set SSL_CERT_FILE to its authority's certificate."
_EXPIRED = ". Check this machine's clock. If it is right, the server needs another certificate."
_UNREACHABLE = ". Check base_url, and the network."
_DATA = re.compile(r"""[\s:,(]*(?:\bbytearray\(|\bb['"]|<)""")


def raise_typed(
    error: BaseException, request: Request, response: Response[Any] | None = None
) -> NoReturn:
    """Raise the error of this package for one of an HTTP library's; others pass as they are."""
    classes = type(error).__mro__
    kinds = {kind.__name__ for kind in classes if kind.__module__.startswith(("httpx", "aiohttp"))}
    cause = next((cause for kind, cause in _CAUSES.items() if kind in kinds), None)
    source, effect = f"{request.method} {request.redacted_url}", request.effect()
    about: dict[str, Any] = {"method": request.method, "url": request.redacted_url}
    detail = str(error) or type(error).__name__
    is_chained = True
    if "ClientResponseError" in kinds:  # aiohttp's, which holds the request, and shows its URL
        known: Any = error
        detail = f"HTTP {known.status}" if cause == "the proxy failed" else known.message
        is_chained = False
    failure: Exception
    if isinstance(error, zlib.error | EOFError) and response is not None:
        failure = ResponseDecodeError(
            f", but its encoding is broken: {detail}. A proxy may have changed it", response
        )
    elif cause is None:
        raise error
    elif cause.endswith("timeout"):
        phase = cause.partition(" ")[0]
        sent = phase not in ("connect", "pool")
        seconds = round(getattr(request.timeout, phase) or 0, 3)
        advice = effect if sent else _UNREACHABLE if phase == "connect" else ""
        text = f"{source}: no response in time ({phase} took over {seconds:.12g} s){advice}"
        failure = APITimeoutError(text, **about, phase=phase, sent=sent)
    elif cause == "url":
        failure = ConfigurationError(f"{source}: {detail}")
    elif cause == "the connection broke":
        # What the server sent may be secret.
        plain = _DATA.split(detail.partition("\n")[0])[0].rstrip(" :")
        is_chained = is_chained and plain == detail
        plain = plain.rstrip(".") or "the response is not HTTP"
        advice = _UNREACHABLE.rstrip(".") if response is None else ""
        failure = APIConnectionError(f"{source}: {cause}: {plain}{advice}{effect}", **about)
    else:
        if cause == "can't connect":
            detail = system_error(error) or detail
        advice = _UNTRUSTED if "CERTIFICATE_VERIFY_FAILED" in detail else _UNREACHABLE
        if advice is _UNTRUSTED and ("expired" in detail or "not yet valid" in detail):
            advice = _EXPIRED
        text = f"{source}: {cause}: {detail.rstrip('.')}{advice}"
        failure = APIConnectionError(text, sent=False, **about)
    try:
        raise failure from (error if is_chained else None)
    finally:
        if not is_chained:
            failure.__context__ = None
