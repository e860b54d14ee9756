"""The end of a call's time, for whatever the thread that makes the call waits for.

Timeouts are for each wait; a response that drips in would never come to its end by them.
"""

from __future__ import annotations

import threading
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator

__all__ = ["cut", "no_later_than"]


class _Deadline(threading.local):
    until: float | None = None


_deadline = _Deadline()


@contextmanager
def no_later_than(until: float | None) -> Generator[None]:
    """Let what this thread waits for inside end at that time, by the monotonic clock."""
    before = _deadline.until
    _deadline.until = until
    try:
        yield
    finally:
        _deadline.until = before


def cut(timeout: float | None) -> float | None:
    """Give a timeout that doesn't reach beyond the end."""
    until = _deadline.until
    if until is None:
        return timeout
    left = max(until - monotonic(), 0.001)
    return left if timeout is None else min(timeout, left)
