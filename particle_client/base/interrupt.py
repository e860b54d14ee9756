"""Ending what another thread waits for."""

from __future__ import annotations

import socket
from contextlib import suppress
from typing import Any


def shut_down(sock: Any) -> None:
    """Wake who reads from a socket or writes to it, which closing it wouldn't. Never fails."""
    with suppress(OSError):
        if isinstance(sock, socket.socket):
            # Not SSLSocket's own method, which takes the TLS object away under the reader.
            socket.socket.shutdown(sock, socket.SHUT_RDWR)
        elif sock is not None:  # asyncio's
            sock.shutdown(socket.SHUT_RDWR)
