"""What can be seen of the requests: log lines, and spans of OpenTelemetry."""

from __future__ import annotations

import logging
import sys
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from .operation import RAW

if TYPE_CHECKING:
    from ..base.request import Request
    from ..base.response import Response
    from .operation import Operation

__all__ = ["RequestSpan", "is_observed", "log_retry", "route_of"]

_log = logging.getLogger("particle_client")
_retries_log = logging.getLogger("particle_client.retries")

_REQUEST_ID = "x-request-id"
_SCOPES = {"products": "{productIdOrSlug}", "orgs": "{orgIdOrSlug}"}


def is_observed() -> bool:
    """Whether anybody looks: at the log, or by OpenTelemetry.

    Who has set up OpenTelemetry has imported it, so there is no need to look for it on the disk.
    """
    return _log.isEnabledFor(logging.DEBUG) or "opentelemetry.trace" in sys.modules


def route_of(operation: Operation, path: str) -> str:
    """Give the path template of a call: the same for all ids, for counting by it."""
    template = operation.path
    if not template.startswith("{scope}"):
        return template
    parts = path.split("/", 3)
    name = _SCOPES.get(parts[2]) if len(parts) > 3 else None
    scope = "/v1" if name is None else f"/v1/{parts[2]}/{name}"
    return scope + template.removeprefix("{scope}")


class RequestSpan:
    """One request of a call, from being sent to its response or its failure.

    Its OpenTelemetry span is the current one until then, and so the parent of spans that the HTTP
    library's instrumentation makes. Task and thread have to stay the same.
    """

    __slots__ = ("_context", "_number", "_operation", "_request", "_route", "_span", "_started")

    def __init__(
        self,
        operation: Operation,
        path: str,
        request: Request,
        number: int,
    ) -> None:
        self._operation = operation
        self._request = request
        self._route = route_of(operation, path)
        self._number = number
        self._span: Any = None
        if "opentelemetry.trace" in sys.modules:
            self._span = _start_span(operation, request, self._route, number)
            self._context = _make_current(self._span)
        self._started = time.perf_counter()

    def end(self, response: Response[Any]) -> None:
        """The response has come."""
        if _log.isEnabledFor(logging.DEBUG):
            request_id = response.headers.get(_REQUEST_ID)
            _log.debug(
                "%s %s: HTTP %d in %.0f ms, attempt %d%s",
                self._request.method,
                self._route,
                response.status_code,
                self._milliseconds(),
                self._number,
                f", request id {request_id}" if request_id else "",
            )
        if self._span is not None:
            _end_span(self._span, self._context, status=response.status_code)

    def fail(self, error: BaseException) -> None:
        """There is no response."""
        _log.debug(
            "%s %s: %s in %.0f ms, attempt %d",
            self._request.method,
            self._route,
            type(error).__name__,
            self._milliseconds(),
            self._number,
        )
        if self._span is not None:
            _end_span(self._span, self._context, error=error)

    def _milliseconds(self) -> float:
        return (time.perf_counter() - self._started) * 1000


def log_retry(operation: Operation, path: str, number: int, delay: float, error: Exception) -> None:
    """Log that a request is about to be sent again."""
    _retries_log.debug(
        "%s %s: retry %d in %.2f s after %s",
        operation.method,
        route_of(operation, path),
        number,
        delay,
        type(error).__name__,
    )


def _start_span(operation: Operation, request: Request, route: str, number: int) -> Any:
    """Start a span by the semantic conventions for HTTP clients. No query: it may hold a secret."""
    from opentelemetry import trace

    from ..base.version import __version__

    # A raw request's path is no template: who counts by it would count each device for itself.
    is_template = operation.name not in RAW
    parts = urlsplit(request.redacted_url)
    attributes: dict[str, Any] = {
        "http.request.method": request.method,
        "url.full": request.redacted_url,
        "server.address": parts.hostname or "",
        "server.port": parts.port or (443 if parts.scheme == "https" else 80),
        "particle.operation": operation.name,
    }
    if is_template:
        attributes["url.template"] = route
    if number > 1:
        attributes["http.request.resend_count"] = number - 1
    return trace.get_tracer("particle_client", __version__).start_span(
        f"{request.method} {route}" if is_template else request.method,
        kind=trace.SpanKind.CLIENT,
        attributes=attributes,
    )


def _make_current(span: Any) -> Any:
    """Make a span the current one; return what says which was it before."""
    from opentelemetry import context, trace

    return context.attach(trace.set_span_in_context(span))


def _end_span(
    span: Any, before: Any, *, status: int = 0, error: BaseException | None = None
) -> None:
    from opentelemetry import context, trace

    context.detach(before)
    if error is not None:
        span.set_attribute("error.type", type(error).__name__)
        span.set_status(trace.StatusCode.ERROR)
    else:
        span.set_attribute("http.response.status_code", status)
        if status >= 400:
            span.set_attribute("error.type", str(status))
            span.set_status(trace.StatusCode.ERROR)
    span.end()
