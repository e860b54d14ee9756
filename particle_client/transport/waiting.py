"""What threads do otherwise than tasks; `async_waiting.py` has the same names for tasks."""

from __future__ import annotations

import socket
from _thread import start_new_thread
from contextlib import suppress
from math import inf
from queue import Empty, SimpleQueue
from threading import TIMEOUT_MAX, Event, Lock
from time import monotonic
from typing import TYPE_CHECKING, Any
from weakref import ref

import httpcore

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Event", "Semaphore", "acquire", "close", "connect", "in_thread", "release", "wait"]


class Semaphore:
    """Lets a number of owners in. Who is dropped, by whatever exception, is out by itself."""

    def __init__(self, value: int) -> None:
        # All this is written in C: a signal can't interrupt it half-way.
        self.value: int = value
        self.owners: set[ref[object]] = set()
        self.lock: Lock = Lock()
        self.freed: SimpleQueue[None] = SimpleQueue()


def acquire(semaphore: Semaphore, owner: object, timeout: float | None) -> bool:
    """Wait until the semaphore lets the owner in; return False when that took too long."""
    end = inf if timeout is None else monotonic() + timeout
    while True:
        with semaphore.lock:
            if len(semaphore.owners) < semaphore.value:
                semaphore.owners.add(ref(owner, semaphore.owners.discard))
                return True
        if (remaining := end - monotonic()) <= 0:
            return False
        with suppress(Empty):  # of who was dropped nobody is told
            semaphore.freed.get(timeout=min(remaining, 1.0))


def release(semaphore: Semaphore, owner: object) -> None:
    """Let an owner out, and one that waits look."""
    semaphore.owners.discard(ref(owner))
    if semaphore.freed.qsize() < semaphore.value:
        semaphore.freed.put(None)


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
    # Nor can a signal handler's exception harm it, as it can a `Thread`.
    start_new_thread(look_up, ())
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


def wait(event: Event, seconds: float) -> None:
    """Wait for an event, no longer than so many seconds."""
    event.wait(min(seconds, TIMEOUT_MAX))
