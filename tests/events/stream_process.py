"""An event stream server as a process of its own, to be stopped, killed and started again.

    python stream_process.py PORT

It numbers its events, starting anew when it is started, and sends one each 10 ms.
"""

from __future__ import annotations

import contextlib
import socket
import sys
import threading
import time


def main() -> None:
    listener = socket.create_server(("127.0.0.1", int(sys.argv[1])))
    print("listening", flush=True)
    while True:
        connection, _ = listener.accept()
        threading.Thread(target=stream, args=(connection,), daemon=True).start()


def stream(connection: socket.socket) -> None:
    with connection, contextlib.suppress(OSError):
        connection.recv(65536)
        connection.sendall(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
            b"Transfer-Encoding: chunked\r\n\r\n"
        )
        send(connection, b":ok\n\n")
        while True:
            with lock:
                numbers.append(len(numbers))
                number = numbers[-1]
            send(connection, b'event: test\ndata: {"data":"%d"}\n\n' % number)
            time.sleep(0.01)


def send(connection: socket.socket, content: bytes) -> None:
    connection.sendall(b"%x\r\n%b\r\n" % (len(content), content))


numbers: list[int] = []
lock = threading.Lock()

if __name__ == "__main__":
    main()
