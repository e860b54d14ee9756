"""An HTTP server for tests that records what came, to the byte, and answers what it is told to.

    with Recorder() as recorder:
        recorder.answer(json={"id": "1"})        # the first request gets this …
        recorder.answer(404, json={"error": "…"})  # … the second one that, all others 200 {}
        …
        assert recorder.last.target == "/v1/devices/1"

It speaks HTTP/1.1 over plain sockets and understands only what clients are to send; anything else
ends up in `broken`, which is checked when the recorder is closed.
"""

from __future__ import annotations

import contextlib
import json as json_module
import socket
import threading
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

if TYPE_CHECKING:
    from collections.abc import Callable
    from io import BufferedReader
    from types import TracebackType
    from typing import Self

__all__ = ["Answer", "Recorded", "Recorder"]


@dataclass(frozen=True)
class Recorded:
    """A request as it came."""

    method: str
    target: str
    """Path and query, undecoded."""
    headers: tuple[tuple[str, str], ...]
    body: bytes

    @property
    def path(self) -> str:
        """The path, undecoded."""
        return self.target.partition("?")[0]

    @property
    def query(self) -> list[tuple[str, str]]:
        """The query, decoded."""
        return parse_qsl(self.target.partition("?")[2], keep_blank_values=True)

    @property
    def form(self) -> list[tuple[str, str]]:
        """The form-encoded body, decoded."""
        return parse_qsl(self.body.decode("ascii"), keep_blank_values=True)

    @property
    def json(self) -> Any:
        """The JSON body, decoded."""
        return json_module.loads(self.body)

    def all(self, name: str) -> list[str]:
        """Return every value of a header."""
        return [value for key, value in self.headers if key.lower() == name.lower()]

    def header(self, name: str) -> str | None:
        """Return the value of a header, which must not have come twice."""
        values = self.all(name)
        assert len(values) <= 1, f"{name} came {len(values)} times: {values}"
        return values[0] if values else None


@dataclass(frozen=True)
class Answer:
    """What the server does with a request."""

    data: bytes
    """Sent as it is."""
    close: bool = False
    """Whether the connection is closed afterwards."""
    stall: bool = False
    """Whether the connection stays open afterwards without another byte."""


class Recorder:
    """The server. It listens on a free port of 127.0.0.1 while its `with` block runs."""

    def __init__(self) -> None:
        self.requests: list[Recorded] = []
        self.broken: list[str] = []
        self.connections = 0
        self.most_connections = 0
        self.respond: Callable[[Recorded], Answer] = lambda request: response()
        """Gives the response to a request that none was set for."""
        self._answers: deque[Answer] = deque()
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._closed = threading.Semaphore(0)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._accepting = threading.Thread(target=self._accept, daemon=True)

    @property
    def base_url(self) -> str:
        """Where the server is."""
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    @property
    def last(self) -> Recorded:
        """The only request since the last `clear`."""
        assert len(self.requests) == 1, self.requests
        return self.requests[0]

    def clear(self) -> None:
        """Forget the requests."""
        self.requests.clear()

    def answer(self, status: int = 200, **what: Any) -> None:
        """Set the response to the next request that has none yet; see `response`."""
        self._answers.append(response(status, **what))

    def answer_raw(self, data: bytes, *, close: bool = True, stall: bool = False) -> None:
        """Set any bytes as the response; without bytes, the connection just closes."""
        self._answers.append(Answer(data, close=close, stall=stall))

    def wait_until_closed(self) -> None:
        """Wait until a response has closed its connection; once for each."""
        assert self._closed.acquire(timeout=10)

    def __enter__(self) -> Self:
        self._accepting.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        _hang_up(self._listener)  # wakes the thread that is blocked in accept
        self._accepting.join()  # first: a connection may just have been accepted
        self._listener.close()
        with self._lock:
            for connection in self._open:
                _hang_up(connection)
        assert not self.broken

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with self._lock:
                self.connections += 1
                self._open.add(connection)
                self.most_connections = max(self.most_connections, len(self._open))
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with connection, connection.makefile("rb") as stream:
            try:
                while (request := _read(stream)) is not None:
                    with self._lock:
                        self.requests.append(request)
                        answer = self._answers.popleft() if self._answers else None
                    answer = answer or self.respond(request)
                    data = answer.data
                    if request.method == "HEAD":
                        data = b"".join(data.partition(b"\r\n\r\n")[:2])
                    connection.sendall(data)
                    if answer.stall:
                        stream.read()
                    if answer.close:
                        _hang_up(connection)
                        self._closed.release()
                        return
            except OSError:
                return  # the client, or the end of the test, closed the connection
            except Exception as error:
                self.broken.append(repr(error))
            finally:
                with self._lock:
                    self._open.discard(connection)


def response(
    status: int = 200,
    *,
    json: Any = None,
    content: bytes | None = None,
    headers: dict[str, str] | None = None,
    content_type: str = "application/json",
) -> Answer:
    """Return a well-formed answer: a JSON body (`{}` by default), or other content."""
    body = json_module.dumps({} if json is None else json).encode() if content is None else content
    fields = {"content-type": content_type, "content-length": str(len(body)), **(headers or {})}
    if status in (204, 304):
        body, fields = b"", headers or {}
    lines = [f"HTTP/1.1 {status} Reason", *(f"{name}: {value}" for name, value in fields.items())]
    return Answer("\r\n".join([*lines, "", ""]).encode("latin-1") + body)


def _read(stream: BufferedReader) -> Recorded | None:
    line = stream.readline()
    if not line:
        return None
    method, target, version = line.decode("ascii").rstrip("\r\n").split(" ")
    assert version == "HTTP/1.1", line
    headers: list[tuple[str, str]] = []
    while (line := stream.readline()) != b"\r\n":
        name, colon, value = line.decode("ascii").removesuffix("\r\n").partition(":")
        assert colon, line
        headers.append((name, value.strip(" ")))
    return Recorded(method, target, tuple(headers), _read_body(stream, headers))


def _read_body(stream: BufferedReader, headers: list[tuple[str, str]]) -> bytes:
    fields = {name.lower(): value for name, value in headers}
    if fields.get("transfer-encoding") == "chunked":
        body = b""
        while size := int(stream.readline(), 16):
            body += stream.read(size)
            assert stream.readline() == b"\r\n"
        assert stream.readline() == b"\r\n"
        return body
    return stream.read(int(fields.get("content-length", "0")))


def _hang_up(open_socket: socket.socket) -> None:
    with contextlib.suppress(OSError):  # it is closed already
        open_socket.shutdown(socket.SHUT_RDWR)
