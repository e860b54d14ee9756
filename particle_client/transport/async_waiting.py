"""What tasks do otherwise than threads; `waiting.py` has the same names for threads."""

from __future__ import annotations

import anyio
import httpcore
from anyio import Event, Semaphore
from anyio.to_thread import run_sync as in_thread

__all__ = ["Event", "Semaphore", "acquire", "close", "connect", "in_thread", "release", "wait"]


async def acquire(semaphore: Semaphore, owner: object, timeout: float | None) -> bool:
    """Wait for a semaphore; False when that took too long."""
    try:
        semaphore.acquire_nowait()
    except anyio.WouldBlock:
        with anyio.move_on_after(timeout) as scope:
            await semaphore.acquire()
        return not scope.cancelled_caught
    return True


def release(semaphore: Semaphore, owner: object) -> None:
    """Let the next one have the semaphore."""
    semaphore.release()


async def connect(
    host: str, port: int, timeout: float | None, names: object
) -> httpcore.AsyncNetworkStream:
    """Connect to the address that answers first. A task that is to end sooner is cancelled."""
    return await httpcore.AnyIOBackend().connect_tcp(host, port, timeout)  # pyright: ignore


async def close(stream: httpcore.AsyncNetworkStream) -> None:
    """Close a connection, even in a task that is cancelled."""
    with anyio.CancelScope(shield=True):
        await stream.aclose()


async def wait(event: Event, seconds: float) -> None:
    """Wait for an event, no longer than so many seconds."""
    with anyio.move_on_after(seconds):
        await event.wait()
