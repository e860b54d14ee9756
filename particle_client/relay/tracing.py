"""Spans of OpenTelemetry, from an event's being written to its handling, for who has loaded it."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from ..base.version import __version__


def span(name: str, kind: str, traceparent: str = "") -> AbstractContextManager[Any]:
    """Return a span that is current while it is entered; its parent may be in another process."""
    if "opentelemetry.trace" not in sys.modules:
        return nullcontext()
    from opentelemetry import propagate, trace

    tracer = trace.get_tracer("particle_client.relay", __version__)
    parent = propagate.extract({"traceparent": traceparent}) if traceparent else None
    attributes = {"messaging.system": "redis"}
    return tracer.start_as_current_span(name, parent, trace.SpanKind[kind], attributes)


def current_traceparent() -> str:
    """Return the current span as a W3C traceparent; empty when there is none."""
    carrier: dict[str, str] = {}
    if "opentelemetry.trace" in sys.modules:
        from opentelemetry import propagate

        propagate.inject(carrier)
    return carrier.get("traceparent", "")
