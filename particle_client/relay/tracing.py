"""Spans of OpenTelemetry, from an event's being written to its handling, for who has loaded it."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from ..base.version import __version__


def span(
    name: str, kind: str, attributes: dict[str, Any], traceparent: str = ""
) -> AbstractContextManager[Any]:
    """Return a span that is current while it is entered; its parent may be in another process."""
    if "opentelemetry.trace" not in sys.modules:
        return nullcontext()
    from opentelemetry import trace
    from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

    parent = TraceContextTextMapPropagator().extract({"traceparent": traceparent})
    return trace.get_tracer("particle_client.relay", __version__).start_as_current_span(
        name,
        context=parent if traceparent else None,
        kind=trace.SpanKind[kind],
        attributes={"messaging.system": "redis", **attributes},
    )


def current_traceparent() -> str:
    """Return the current span as a W3C traceparent; empty when there is none."""
    if "opentelemetry.trace" not in sys.modules:
        return ""
    from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

    carrier: dict[str, str] = {}
    TraceContextTextMapPropagator().inject(carrier)
    return carrier.get("traceparent", "")
