"""What threads do otherwise than tasks; `async_waiting.py` has the same names for tasks."""

from __future__ import annotations

import socket
from queue import Empty, SimpleQueue
from threading import Semaphore, Thread
from time import monotonic
from typing import TYPE_CHECKING, Any

import httpcore

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Semaphore", "acquire", "close", "connect", "in_thread"]


def acquire(semaphore: Semaphore, timeout: float | None) -> bool:
    """Wait for a semaphore; return False when that took too long."""
    return semaphore.acquire(timeout=timeout)


def connect(
    host: str, port: int, timeout: float | None, names: SimpleQueue[Any]
) -> httpcore.NetworkStream:
    """Connect to the first address that answers, all of them within the timeout."""
    end = None if timeout is None else monotonic() + timeout

    def look_up() -> None:
        try:
            names.put(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            names.put(error)

    # No timeout ends that: the thread is left behind. `interrupt` puts an error in the queue.
    Thread(target=look_up, daemon=True).start()
    try:
        found = names.get(timeout=timeout)
    except Empty:
        raise httpcore.ConnectTimeout from None
    if isinstance(found, Exception):
        raise httpcore.ConnectError(str(found)) from found
    addresses = [str(address[0]) for *_, address in found]
    while True:
        address = addresses.pop(0)
        # An address that says nothing leaves time for those after it.
        share = None if end is None else max(end - monotonic(), 0.001) / (len(addresses) + 1)
        try:
            return httpcore.SyncBackend().connect_tcp(address, port, share)
        except (httpcore.ConnectError, httpcore.ConnectTimeout):
            if not addresses:
                raise


def close(stream: httpcore.NetworkStream) -> None:
    """Close a connection."""
    stream.close()


def in_thread(function: Callable[..., Any], *arguments: Any) -> Any:
    """Call a function: this is a thread."""
    return function(*arguments)
