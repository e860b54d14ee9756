"""Connecting for threads, in a way that another thread can interrupt.

httpcore tells of a socket when it is connected; until then a thread waits for as long as the
timeout lets it. So this makes the socket itself, and tells who wants to know of it beforehand.
"""

from __future__ import annotations

import socket
from importlib import import_module
from typing import TYPE_CHECKING, Any

import httpcore

from .early import as_httpcore
from .streamed import connecting

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["InterruptibleBackend"]

try:
    # What httpcore's own backend wraps a socket in. It isn't public: without it, connecting just
    # can't be interrupted.
    _Stream: Any = import_module("httpcore._backends.sync").SyncStream
except (ImportError, AttributeError):
    _Stream = None


class InterruptibleBackend(httpcore.SyncBackend):
    """httpcore's sockets for threads."""

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address that answers."""
        if connecting.tell is None or _Stream is None:
            return super().connect_tcp(host, port, timeout, local_address, socket_options)
        with as_httpcore(httpcore.ConnectTimeout, httpcore.ConnectError):
            sock = _connect(host, port, timeout, local_address)
            for option in socket_options or ():
                sock.setsockopt(*option)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        stream: httpcore.NetworkStream = _Stream(sock)
        return stream


def _connect(
    host: str, port: int, timeout: float | None, local_address: str | None
) -> socket.socket:
    """Do as `socket.create_connection`, but tell of each socket before it is connected."""
    failure = OSError(f"{host} has no address")
    for family, kind, protocol, _, address in socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM):
        sock = socket.socket(family, kind, protocol)
        try:
            if connecting.tell is not None:
                connecting.tell(sock)
            sock.settimeout(timeout)
            if local_address is not None:
                sock.bind((local_address, 0))
            sock.connect(address)
        except OSError as error:
            sock.close()
            failure = error
        except BaseException:
            sock.close()
            raise
        else:
            return sock
    raise failure
