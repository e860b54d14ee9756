"""Files that the recording server gives out, whole or in part."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from particle_client import RetryPolicy

if TYPE_CHECKING:
    from tests.recorder import Recorder

__all__ = ["AT_ONCE", "CONTENT", "HALF", "broken", "rest"]

CONTENT = random.Random(1).randbytes(300_000)
HALF = 150_000
AT_ONCE = RetryPolicy(2, initial_delay=0)
"""Retries that nobody has to wait for."""


def broken(
    recorder: Recorder, *headers: str, sent: int = HALF, start: int = 0, status: str = "200 OK"
) -> None:
    """Let the next response promise everything from `start` on, and break after `sent` bytes."""
    head = [f"HTTP/1.1 {status}", f"Content-Length: {len(CONTENT) - start}", *headers, "", ""]
    recorder.answer_raw("\r\n".join(head).encode() + CONTENT[start : start + sent])


def rest(recorder: Recorder, start: int, content: bytes = CONTENT, **headers: str) -> None:
    """Let the next response give the rest of the file."""
    range_ = f"bytes {start}-{len(content) - 1}/{len(content)}"
    recorder.answer(206, content=content[start:], headers={"content-range": range_, **headers})
