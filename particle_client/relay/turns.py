"""Doing several things in a thread: one after the other; `async_turns.py` does so in tasks."""

from __future__ import annotations

import time
from collections.abc import Iterable


def do_all(calls: Iterable[bool]) -> bool:
    """Wait for all calls, one after the other. Whether one of them returned True."""
    return any([*calls])


def sleep(seconds: float) -> None:
    """Wait so long."""
    time.sleep(seconds)
