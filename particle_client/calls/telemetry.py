"""What can be seen of the requests: log lines, and spans of OpenTelemetry."""

from __future__ import annotations

import logging
import sys
import time
from contextlib import AbstractContextManager, nullcontext
from typing import Any
from urllib.parse import urlsplit

from ..base.request import Request
from ..base.response import Response
from ..base.secrets import redact
from ..base.version import __version__
from .operation import RAW, Operation

_log = logging.getLogger("particle_client")


def is_observed() -> bool:
    """Whether anybody looks: at the log, or by OpenTelemetry, which is imported by then."""
    return "opentelemetry.trace" in sys.modules or _log.isEnabledFor(logging.DEBUG)


class RequestSpan:
    """One request of a call, from being sent to its response or its failure.

    Its OpenTelemetry span is the current one until then, and so the parent of spans that the HTTP
    library's instrumentation makes. Task and thread have to stay the same.
    """

    def __init__(self, operation: Operation, path: str, request: Request, number: int) -> None:
        self._route = f"{request.method} {operation.route(path)}"
        self._number = number
        self._context: AbstractContextManager[Any] = nullcontext()
        if "opentelemetry.trace" in sys.modules:
            self._context = _span(operation, request, self._route, number)
        self._span = self._context.__enter__()
        self._started = time.perf_counter()

    def end(self, result: Response[Any] | BaseException) -> None:
        """End it with the response, or with the error that came instead."""
        milliseconds = (time.perf_counter() - self._started) * 1000
        status, outcome, more = 0, type(result).__name__, ""
        if not isinstance(result, BaseException):
            status = result.status_code
            outcome = f"HTTP {status}"
            if request_id := result.headers.get("x-request-id"):
                more = f", request id {redact(request_id, result.sent_secrets())}"
        form = "%s: %s in %.0f ms, attempt %d%s"
        _log.debug(form, self._route, outcome, milliseconds, self._number, more)
        if self._span is not None:
            from opentelemetry import trace

            if status:
                self._span.set_attribute("http.response.status_code", status)
            if not status or status >= 400:
                self._span.set_attribute("error.type", str(status) if status else outcome)
                self._span.set_status(trace.StatusCode.ERROR)
        self._context.__exit__(None, None, None)


def _span(
    operation: Operation, request: Request, route: str, number: int
) -> AbstractContextManager[Any]:
    """Return a span by the semantic conventions for HTTP clients. No query: it may be secret."""
    from opentelemetry import trace

    parts = urlsplit(request.redacted_url)
    attributes: dict[str, Any] = {
        "http.request.method": request.method,
        "url.full": request.redacted_url,
        "server.address": parts.hostname or "",
        "server.port": parts.port or (443 if parts.scheme == "https" else 80),
        "particle.operation": operation.name,
    }
    # A raw request's path is no template: who counts by it would count each device for itself.
    is_template = operation.name not in RAW
    if is_template:
        attributes["url.template"] = route.partition(" ")[2]
    if number > 1:
        attributes["http.request.resend_count"] = number - 1
    return trace.get_tracer("particle_client", __version__).start_as_current_span(
        route if is_template else request.method,
        kind=trace.SpanKind.CLIENT,
        attributes=attributes,
        record_exception=False,
        set_status_on_exception=False,
    )
