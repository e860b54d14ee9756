"""A file that the recording server sends, whole or in part."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from particle_client import RetryPolicy

if TYPE_CHECKING:
    from tests.recorder import Recorder

__all__ = ["AT_ONCE", "CONTENT", "HALF", "broken"]

CONTENT = random.Random(1).randbytes(300_000)
HALF = 150_000
AT_ONCE = RetryPolicy(2, initial_delay=0)
"""Retries that nobody has to wait for."""


def broken(recorder: Recorder, *, sent: int = HALF) -> None:
    """Let the next response promise everything, and break after `sent` bytes."""
    head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(CONTENT)}\r\n\r\n"
    recorder.answer_raw(head.encode() + CONTENT[:sent])
