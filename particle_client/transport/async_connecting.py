"""Connecting for tasks; `connecting.py` has the same for threads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import anyio
import httpcore

if TYPE_CHECKING:
    from .interrupt import Interrupt

__all__ = ["close", "connect"]


async def connect(
    host: str, port: int, timeout: float | None, interrupt: Interrupt | None
) -> httpcore.AsyncNetworkStream:
    """Connect to the address that answers first.

    Args:
        interrupt: Not needed: a task is cancelled.
    """
    return await httpcore.AnyIOBackend().connect_tcp(host, port, timeout)


async def close(stream: httpcore.AsyncNetworkStream) -> None:
    """Close a connection, even in a task that is cancelled."""
    with anyio.CancelScope(shield=True):
        await stream.aclose()
