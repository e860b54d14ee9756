"""What concerns the whole process: its ending in good order, and OpenTelemetry."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

from ..base.version import __version__


@contextmanager
def stop_on_signals(stop: Callable[[], object]) -> Generator[None]:
    """Call `stop` on SIGTERM and SIGINT; not outside of the main thread, which alone can."""

    def on_signal(number: int, frame: object) -> None:
        stop()

    is_main = threading.current_thread() is threading.main_thread()
    numbers = (signal.SIGTERM, signal.SIGINT) if is_main else ()
    before = [(number, signal.signal(number, on_signal)) for number in numbers]
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)


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
