"""Ending in good order when the process is asked to."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any


@contextmanager
def stop_on_signals(stop: Callable[[], object]) -> Generator[None]:
    """Call `stop` on SIGTERM and SIGINT; not outside of the main thread, which alone can."""
    before: dict[signal.Signals, Any] = {}

    def on_signal(number: int, frame: object) -> None:
        stop()

    if threading.current_thread() is threading.main_thread():
        for number in (signal.SIGTERM, signal.SIGINT):
            before[number] = signal.signal(number, on_signal)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
