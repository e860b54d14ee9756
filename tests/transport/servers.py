"""A server whose every connection is handled by a function of the test."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from typing import Self

__all__ = ["CERTIFICATE", "ScriptedServer", "answer_once", "read_head", "read_request"]

CERTIFICATE = Path(__file__).with_name("localhost.pem")
"""Key and certificate of localhost, for these tests only."""


class ScriptedServer:
    """Listens on a free port of 127.0.0.1 while its `with` block runs.

    Args:
        script: Called with each connection, in a thread of its own; the connection is closed
            when it returns. `OSError` in it is what a client that goes away looks like.
        tls: Whether to speak TLS.
    """

    def __init__(
        self, script: Callable[[ScriptedServer, socket.socket], object], *, tls: bool = False
    ) -> None:
        self.over = threading.Event()
        """Set when the `with` block ends."""
        self.connections = 0
        self.open = 0
        self._script = script
        self._context: ssl.SSLContext | None = None
        if tls:
            self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._context.load_cert_chain(CERTIFICATE)
        self._errors: list[BaseException] = []
        self._changed = threading.Condition()
        self._sockets: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=512)
        self._accepting = threading.Thread(target=self._accept, daemon=True)
        self.base_url = f"http{'s' if tls else ''}://127.0.0.1:{self._listener.getsockname()[1]}"

    def wait_for(self, condition: Callable[[], bool]) -> None:
        """Wait until something holds that changes when connections come and go."""
        with self._changed:
            assert self._changed.wait_for(condition, timeout=30)

    def __enter__(self) -> Self:
        self._accepting.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.over.set()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._accepting.join()  # first: a connection may just have been accepted
        self._listener.close()
        with self._changed:
            for sock in self._sockets:
                with contextlib.suppress(OSError):
                    socket.socket.shutdown(sock, socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()
        assert not self._errors

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with self._changed:
                self.connections += 1
                self.open += 1
                self._sockets.add(connection)
                self._changed.notify_all()
            thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, plain: socket.socket) -> None:
        connection = plain
        try:
            # A response mustn't wait for an acknowledgement: closing would throw it away.
            plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if self._context is not None:
                connection = self._context.wrap_socket(plain, server_side=True)
                with self._changed:
                    self._sockets.add(connection)
            self._script(self, connection)
        except OSError:
            pass
        except BaseException as error:
            self._errors.append(error)
        finally:
            with self._changed:
                self._sockets -= {plain, connection}
            connection.close()
            plain.close()
            with self._changed:
                self.open -= 1
                self._changed.notify_all()


def read_head(connection: socket.socket) -> bytes:
    """Read a request up to the end of its headers; more may have come with them."""
    received = b""
    while b"\r\n\r\n" not in received:
        piece = connection.recv(65536)
        if not piece:
            raise OSError("the client has closed the connection")
        received += piece
    return received


def read_request(connection: socket.socket) -> bytes:
    """Read a request, which must have a Content-Length or no body."""
    head, _, body = read_head(connection).partition(b"\r\n\r\n")
    length = 0
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    while len(body) < length:
        piece = connection.recv(65536)
        if not piece:
            raise OSError("the client has closed the connection")
        body += piece
    return head + b"\r\n\r\n" + body


def answer_once(status: int = 200, body: bytes = b"{}", *headers: bytes) -> bytes:
    """Return a response."""
    lines = [b"HTTP/1.1 %d Reason" % status, b"Content-Length: %d" % len(body), *headers]
    return b"\r\n".join([*lines, b"", b""]) + body
