"""From the HTTP library's errors to those of this package."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NoReturn

from ..base.errors import APIConnectionError, APITimeoutError, ConfigurationError
from ..base.response import ResponseDecodeError

if TYPE_CHECKING:
    from ..base.request import Request
    from ..base.response import Response

__all__ = ["is_decoding", "raise_failure", "raise_typed"]

_LIBRARIES = ("httpx", "httpx2")
_PHASES = {
    "ConnectTimeout": "connect",
    "ReadTimeout": "read",
    "WriteTimeout": "write",
    "PoolTimeout": "pool",
}


def raise_typed(
    error: BaseException, request: Request, answer: Response[Any] | None = None
) -> NoReturn:
    """Raise the error of this package for one of httpx's (or httpx2's); others pass as they are.

    Args:
        answer: What came until then, if it is known.
    """
    kinds = _kinds(error)
    if "TimeoutException" in kinds:
        phase = next((_PHASES[kind] for kind in kinds if kind in _PHASES), "")
        raise_failure("timeout", error, request, phase=phase)
    for kind, cause in _CAUSES.items():
        if kind in kinds:
            raise_failure(cause, error, request, answer=answer)
    raise error


def is_decoding(error: BaseException) -> bool:
    """Whether the HTTP library couldn't undo the Content-Encoding of a response."""
    return "DecodingError" in _kinds(error)


def _kinds(error: BaseException) -> list[str]:
    # Both libraries have the same classes, and either may be missing: so they go by their names.
    return [
        kind.__name__
        for kind in type(error).__mro__
        if kind.__module__.partition(".")[0] in _LIBRARIES
    ]


# The first that fits counts.
_CAUSES = {
    "ConnectError": "connect",
    "UnsupportedProtocol": "url",
    "InvalidURL": "url",
    "DecodingError": "decode",
    "ProxyError": "proxy",
    "RequestError": "broken",
}


def raise_failure(
    cause: str,
    error: BaseException,
    request: Request,
    *,
    phase: str = "",
    said: str | None = None,
    alone: bool = False,
    answer: Response[Any] | None = None,
) -> NoReturn:
    """Raise the error of this package for a cause.

    Args:
        cause: `timeout`, `connect`, `url`, `decode`, `proxy` or `broken`.
        error: The HTTP library's.
        phase: Of a timeout: what took too long.
        said: What the error says, if its own text isn't for people.
        alone: Whether the HTTP library's error holds the request, and so isn't kept.
        answer: What came until then, if it is known.
    """
    where = f"{request.method} {request.redacted_url}"
    said = said or str(error) or type(error).__name__
    about: dict[str, Any] = {"method": request.method, "url": request.redacted_url}
    if cause == "timeout":
        seconds = getattr(request.timeout, phase, None)
        raise APITimeoutError(
            f"{where}: no response in time ({phase} took over {_short(seconds)} s)"
            f"{'' if phase in ('connect', 'pool') else _effect(request)}",
            sent=phase not in ("connect", "pool"),
            phase=phase,
            **about,
        ) from error
    if cause == "connect":
        raise APIConnectionError(
            f"{where}: can't connect: {said}{_advice(said)}", sent=False, **about
        ) from error
    if cause == "url":
        raise ConfigurationError(f"{where}: {said}") from error
    if cause == "decode" and answer is not None:
        raise ResponseDecodeError(
            f"but its encoding is broken: {said}. Something on its way may have changed it", answer
        ) from error
    if cause == "proxy":
        failure = APIConnectionError(f"{where}: the proxy failed: {said}", sent=False, **about)
    else:
        plain = _without_data(said)
        alone = alone or plain != said
        failure = APIConnectionError(
            f"{where}: the connection broke: {plain}{_effect(request)}", **about
        )
    if not alone:
        raise failure from error
    try:
        raise failure
    finally:
        failure.__context__ = None


_DATA = re.compile(r"""[\s:,(]*(?:\bbytearray\(|\bb['"]|<)""").search


def _without_data(said: str) -> str:
    """Cut what the server sent, which may be secret, off the text of an error."""
    said = said.partition("\n")[0]
    data = _DATA(said)
    return (said[: data.start()] if data else said).rstrip(" :") or "the response is not HTTP"


def _short(seconds: float | None) -> str:
    """Give a time that may be the rest of a deadline, and so have many digits."""
    return f"{seconds:.3g}" if isinstance(seconds, float) else str(seconds)


def _effect(request: Request) -> str:
    """Say what the user has to reckon with."""
    if request.method in ("GET", "HEAD"):
        return ""
    return ". The cloud may have carried it out all the same"


def _advice(said: str) -> str:
    if "CERTIFICATE_VERIFY_FAILED" not in said:
        return ""
    return (
        ". Check base_url. If the certificate is right, set SSL_CERT_FILE to that of the authority "
        "that has signed it."
    )
