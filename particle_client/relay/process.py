"""What concerns the whole process: its ending in good order, and OpenTelemetry."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager

from ..base.version import __version__


@contextmanager
def stop_on_signals(stop: Callable[[], object]) -> Generator[None]:
    """Call `stop` on SIGTERM and SIGINT; not outside of the main thread, which alone can."""

    with ExitStack() as stack:
        if threading.current_thread() is threading.main_thread():
            for number in (signal.SIGTERM, signal.SIGINT):
                before = signal.signal(number, lambda _number, _frame: stop())
                stack.callback(signal.signal, number, before)
        yield


@contextmanager
def span(name: str, kind: str, parent: str = "") -> Generator[str]:
    """Enter a span, and give its W3C traceparent; its parent may be in another process."""
    if "opentelemetry.trace" not in sys.modules:
        yield ""
        return
    from opentelemetry import propagate, trace

    carrier = {"traceparent": parent}
    context = propagate.extract(carrier)
    start = trace.get_tracer("particle_client.relay", __version__).start_as_current_span
    with start(name, context, trace.SpanKind[kind], {"messaging.system": "redis"}):
        propagate.inject(carrier)
        yield carrier["traceparent"]
