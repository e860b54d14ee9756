"""A loopback server in a process of its own that sends an event stream as fast as it can."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
from functools import cache
from types import TracebackType
from typing import Self

PIECE = 65536
TINY = 16


def typical_events(count: int, first: int = 0) -> bytes:
    """Return events as the cloud sends them."""
    return b"".join(_event(number) for number in range(first, first + count))


def _event(number: int) -> bytes:
    return (
        b"event: temperature\n"
        b'data: {"data":"{\\"celsius\\":%d.%d,\\"sequence\\":%d}","ttl":60,'
        b'"published_at":"2026-01-02T03:%02d:%02d.%03dZ","coreid":"%024x"}\n\n'
        % (number % 40, number % 10, number, number // 60 % 60, number % 60, number % 1000, number)
    )


class StreamServer:
    """Runs while the `with` block does. The last part of the path says how the events come.

    `large` is 64 KiB a chunk, `single` one event a chunk, `tiny` 16 bytes a chunk.
    """

    def __init__(self, events: int) -> None:
        self._events = events

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.stream_server", str(self._events)],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        self.url = f"http://127.0.0.1:{int(self._process.stdout.readline())}"
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._process.terminate()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()


def _serve(events: int) -> None:
    listener = socket.create_server(("127.0.0.1", 0), backlog=64)
    print(listener.getsockname()[1], flush=True)
    while True:
        connection, _ = listener.accept()
        threading.Thread(target=_answer, args=(connection, events), daemon=True).start()


@cache
def _body(name: str, events: int) -> bytes:
    """Return the chunks of a response."""
    if name == "single":
        return b"".join(_chunk(_event(number)) for number in range(events))
    content = typical_events(events)
    size = {"large": PIECE, "tiny": TINY}[name]
    return b"".join(_chunk(content[at : at + size]) for at in range(0, len(content), size))


def _chunk(content: bytes) -> bytes:
    return b"%x\r\n%b\r\n" % (len(content), content)


def _answer(connection: socket.socket, events: int) -> None:
    with connection:
        head = b""
        while b"\r\n\r\n" not in head:
            head += connection.recv(PIECE)
        path = head.split(b" ", 2)[1].partition(b"?")[0]
        body = _body(path.rpartition(b"/")[2].decode(), events)
        try:
            connection.sendall(
                b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                b"Transfer-Encoding: chunked\r\n\r\n"
            )
            connection.sendall(body)
            connection.sendall(b"0\r\n\r\n")
        except OSError:
            pass  # the client has seen enough


if __name__ == "__main__":
    _serve(int(sys.argv[1]))
