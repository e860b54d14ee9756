"""Connecting for threads; `async_connecting.py` has the same for tasks."""

from __future__ import annotations

import socket
import threading
from queue import Empty, SimpleQueue
from time import monotonic
from typing import TYPE_CHECKING, TypeAlias

import httpcore

if TYPE_CHECKING:
    from concurrent.futures import Future

    from .interrupt import Interrupt

__all__ = ["close", "connect"]

_Connecting: TypeAlias = "Future[httpcore.NetworkStream]"


def connect(
    host: str, port: int, timeout: float | None, interrupt: Interrupt | None
) -> httpcore.NetworkStream:
    """Connect to the first address that answers.

    Args:
        timeout: Seconds for all addresses together.
        interrupt: Whatever may end this from another thread.
    """
    if interrupt is None:
        return _connect_to_any(host, port, timeout)
    from concurrent.futures import Future  # takes its time to load

    # Nothing ends a thread that resolves a name or connects, so it is another one that does.
    connecting: _Connecting = Future()
    first: SimpleQueue[_Connecting | None] = SimpleQueue()
    connecting.add_done_callback(first.put)
    interrupt.call(lambda: first.put(None))
    arguments = connecting, host, port, timeout
    threading.Thread(target=_connect_in_thread, args=arguments, daemon=True).start()
    try:
        if first.get(timeout=timeout) is None:
            raise httpcore.ConnectError("interrupted")
    except BaseException as error:
        connecting.add_done_callback(_close_unused)
        if isinstance(error, Empty):
            raise httpcore.ConnectTimeout("timed out") from None
        raise
    return connecting.result()


def close(stream: httpcore.NetworkStream) -> None:
    """Close a connection."""
    stream.close()


def _connect_in_thread(
    connecting: _Connecting, host: str, port: int, timeout: float | None
) -> None:
    try:
        connecting.set_result(_connect_to_any(host, port, timeout))
    except Exception as error:
        connecting.set_exception(error)


def _close_unused(connecting: _Connecting) -> None:
    if connecting.exception() is None:
        connecting.result().close()


def _connect_to_any(host: str, port: int, timeout: float | None) -> httpcore.NetworkStream:
    end = None if timeout is None else monotonic() + timeout
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise httpcore.ConnectError(str(error)) from error
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
