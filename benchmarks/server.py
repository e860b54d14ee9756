"""A loopback server in a process of its own that answers every request alike, as fast as it can;
or with a file of any size.
"""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import threading
from types import TracebackType
from typing import Self

DEVICE = (
    b'{"id":"0123456789abcdef01234567","name":"gongbot","owner":"someone@particle.io",'
    b'"last_ip_address":"176.83.211.237","last_heard":"2015-07-17T22:28:40.907Z",'
    b'"last_handshake_at":"2015-07-15T20:08:00.456Z","product_id":13,"online":true,'
    b'"platform_id":13,"cellular":true,"notes":null,"functions":["gong","goto"],'
    b'"variables":{"Gongs":"int32"},"status":"normal","serial_number":"AAAAAA111111111",'
    b'"iccid":"89314404000111111111","imei":"357520000000000","system_firmware_version":"1.5.0",'
    b'"firmware_updates_enabled":true,"firmware_updates_forced":false}'
)


class Server:
    """Runs while the `with` block does. `url` is its address."""

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.server"], stdout=subprocess.PIPE, text=True
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


def _serve() -> None:
    answer = (
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
        % len(DEVICE)
    ) + DEVICE
    listener = socket.create_server(("127.0.0.1", 0), backlog=256)
    print(listener.getsockname()[1], flush=True)
    while True:
        connection, _ = listener.accept()
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        threading.Thread(target=_answer, args=(connection, answer), daemon=True).start()


def _answer(connection: socket.socket, answer: bytes) -> None:
    buffer = bytearray(1024 * 1024)
    with connection:
        received = b""
        while True:
            while b"\r\n\r\n" not in received:
                piece = connection.recv(65536)
                if not piece:
                    return
                received += piece
            head, _, received = received.partition(b"\r\n\r\n")
            length = re.search(rb"content-length: *(\d+)", head.lower())
            body = int(length[1]) if length else 0
            left = body - len(received)
            received = received[body:]
            while left > 0:
                count = connection.recv_into(buffer, min(left, len(buffer)))
                if not count:
                    return
                left -= count
            file = _FILE.match(head)
            if file is None:
                connection.sendall(answer)
            else:
                _send_file(connection, int(file[1]))


# A binary whose id is a number is a file of that many bytes.
_FILE = re.compile(rb"GET /v1/binaries/(\d+) ")


def _send_file(connection: socket.socket, size: int) -> None:
    connection.sendall(
        b"HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n"
        b"Content-Length: %d\r\n\r\n" % size
    )
    block = memoryview(bytes(1024 * 1024))
    while size:
        piece = block[:size]
        connection.sendall(piece)
        size -= len(piece)


if __name__ == "__main__":
    _serve()
