"""Ending what another thread waits for."""

from __future__ import annotations

import socket
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


class Interrupt:
    """Ends a request that another thread sends: `request.extensions["interrupt"]`.

    It has no lock, so that a signal handler can set it.
    """

    def __init__(self) -> None:
        self._is_set = False
        self._functions: list[Callable[[], object]] = []

    def set(self) -> None:
        """End what the request waits for: connecting, TLS or the response. Safe from any thread."""
        self._is_set = True
        for function in list(self._functions):
            function()

    def call(self, function: Callable[[], object]) -> None:
        """Have a function called when this is set; now if it is."""
        self._functions.append(function)
        if self._is_set:
            function()


def shut_down(sock: Any) -> None:
    """Wake who reads from a socket or writes to it: they get the end, or an error.

    Closing the file descriptor wouldn't wake them. Safe from any thread, any number of times.
    """
    with suppress(OSError):
        if isinstance(sock, socket.socket):
            # Not SSLSocket's own method, which takes the TLS object away under the reader.
            socket.socket.shutdown(sock, socket.SHUT_RDWR)
        elif sock is not None:  # asyncio's
            sock.shutdown(socket.SHUT_RDWR)
