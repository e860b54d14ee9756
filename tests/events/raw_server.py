"""A server that does to its connections, one after the other, what a test has written down.

It speaks bytes over a socket, so that it can be as broken as a network is.
"""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
from collections.abc import Callable
from typing import Self

from tests.ports import lasting_listener

__all__ = ["Connection", "RawServer", "Step", "answer", "event", "streaming", "then"]


def event(number: int | str, id: str | None = None) -> bytes:
    """An event as the cloud sends it, with the number as its data."""
    head = b"" if id is None else f"id: {id}\n".encode()
    return (
        head + b"event: test\n"
        b'data: {"data":"%s","ttl":60,"published_at":"2024-05-13T10:55:40.306Z",'
        b'"coreid":"0123456789abcdef01234567"}\n\n' % str(number).encode()
    )


class Connection:
    """The server's side of a connection, its request already read."""

    def __init__(self, sock: socket.socket, head: bytes) -> None:
        self.socket = sock
        lines = head.decode("latin-1").split("\r\n")
        self.request_line = lines[0]
        self.headers = {
            name.lower(): value for name, _, value in (line.partition(": ") for line in lines[1:])
        }

    def send(self, content: bytes) -> None:
        self.socket.sendall(content)

    def answer(
        self, status: int = 200, content_type: str = "text/event-stream", more: str = ""
    ) -> None:
        """Send the head of a response in chunks."""
        self.send(
            f"HTTP/1.1 {status} Status\r\nContent-Type: {content_type}\r\n{more}"
            "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n".encode("latin-1")
        )

    def chunk(self, content: bytes) -> None:
        self.send(b"%x\r\n%s\r\n" % (len(content), content))

    def finish(self) -> None:
        """End the body in good order."""
        self.send(b"0\r\n\r\n")

    def reset(self) -> None:
        """Close the connection so that the client gets an error instead of an end."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.socket.close()

    def hold(self) -> None:
        """Keep the connection open, and silent, until the client closes it."""
        while self.socket.recv(65536):
            pass


Step = Callable[[Connection], None]


def streaming(*numbers: int | str, then: Step | None = None) -> Step:
    """A connection that streams events; then it does what `then` says, or is held."""

    def step(connection: Connection) -> None:
        connection.answer()
        connection.chunk(b":ok\n\n")
        for number in numbers:
            connection.chunk(event(number))
        (then or Connection.hold)(connection)

    return step


def answer(status: int, content_type: str, body: bytes, more: str = "") -> Step:
    """A whole response that is no event stream."""

    def step(connection: Connection) -> None:
        connection.answer(status, content_type, more)
        connection.chunk(body)
        connection.finish()

    return step


def then(content: bytes, end: Step | None = None) -> Step:
    """Send bytes as they are; then close the connection, or do what `end` says."""

    def step(connection: Connection) -> None:
        connection.send(content)
        if end is not None:
            end(connection)

    return step


class RawServer:
    """Follows a script: a step for each connection. The last step is for all further ones."""

    def __init__(self) -> None:
        self.script: list[Step] = [Connection.hold]
        self.requests: list[Connection] = []
        self._listener: socket.socket | None = None
        self._thread: threading.Thread | None = None
        self._sockets: set[socket.socket] = set()
        self.port = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def running(self) -> bool:
        return self._listener is not None

    def start(self) -> None:
        if self.port:
            listener = socket.create_server(("127.0.0.1", self.port))
        else:
            listener = lasting_listener()
            self.port = listener.getsockname()[1]
        self._listener = listener
        self._thread = threading.Thread(target=self._serve, args=(listener,))
        self._thread.start()

    def stop(self) -> None:
        """Stop listening, and cut all connections."""
        listener, self._listener = self._listener, None
        if listener is not None:
            # Wakes accept; closing alone would not.
            with contextlib.suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            for sock in list(self._sockets):
                with contextlib.suppress(OSError):
                    sock.shutdown(socket.SHUT_RDWR)
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _serve(self, listener: socket.socket) -> None:
        with listener:
            while self._listener is listener:
                try:
                    sock, _ = listener.accept()
                except OSError:
                    return
                self._sockets.add(sock)
                if self._listener is not listener:  # stopped while a connection was accepted
                    sock.close()
                    return
                with sock, contextlib.suppress(OSError):
                    self._answer(sock)
                self._sockets.discard(sock)

    def _answer(self, sock: socket.socket) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            piece = sock.recv(65536)
            if not piece:
                return
            head += piece
        connection = Connection(sock, head)
        step = self.script[min(len(self.requests), len(self.script) - 1)]
        self.requests.append(connection)
        step(connection)
