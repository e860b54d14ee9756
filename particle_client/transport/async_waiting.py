"""What tasks do otherwise than threads; `waiting.py` has the same names for threads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import anyio
from anyio import Semaphore
from anyio.to_thread import run_sync as in_thread

if TYPE_CHECKING:
    import httpcore

__all__ = ["Semaphore", "acquire", "close", "connect", "in_thread"]


async def acquire(semaphore: Semaphore, timeout: float | None) -> bool:
    """Wait for a semaphore; False when that took too long."""
    try:
        semaphore.acquire_nowait()
    except anyio.WouldBlock:
        with anyio.move_on_after(timeout) as scope:
            await semaphore.acquire()
        return not scope.cancelled_caught
    return True


async def connect(
    host: str, port: int, timeout: float | None, names: object
) -> httpcore.AsyncNetworkStream:
    """Connect to the address that answers first. A task that is to end sooner is cancelled."""
    import httpcore  # takes its time to load

    backend: Any = httpcore.AnyIOBackend()
    stream: httpcore.AsyncNetworkStream = await backend.connect_tcp(host, port, timeout)
    return stream


async def close(stream: httpcore.AsyncNetworkStream) -> None:
    """Close a connection, even in a task that is cancelled."""
    with anyio.CancelScope(shield=True):
        await stream.aclose()
