"""A server on loopback that remembers each request and answers all of them alike."""

from __future__ import annotations

import threading
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import parse_qsl, urlsplit

if TYPE_CHECKING:
    from types import TracebackType

__all__ = ["Part", "Recorded", "RecordingServer", "Reply"]


class Part(NamedTuple):
    """One part of a multipart body."""

    name: str
    filename: str | None
    content_type: str | None
    content: bytes


class Recorded(NamedTuple):
    """A request as it came over the socket."""

    method: str
    target: str
    """Path and query, percent-encoded as they came."""
    headers: dict[str, str]
    """Names in lower case."""
    body: bytes

    @property
    def path(self) -> str:
        return urlsplit(self.target).path

    @property
    def query(self) -> list[tuple[str, str]]:
        return parse_qsl(urlsplit(self.target).query, keep_blank_values=True)

    @property
    def content_type(self) -> str | None:
        """The type alone, without charset or boundary."""
        header = self.headers.get("content-type")
        return None if header is None else header.partition(";")[0].strip()

    @property
    def form(self) -> list[tuple[str, str]]:
        return parse_qsl(self.body.decode("ascii"), keep_blank_values=True)

    @property
    def parts(self) -> list[Part]:
        """The parts of a multipart body."""
        head = f"Content-Type: {self.headers['content-type']}\r\n\r\n".encode()
        message = message_from_bytes(head + self.body, policy=policy.HTTP)
        assert message.is_multipart(), "the body is not multipart"
        parts: list[Part] = []
        for part in message.iter_parts():
            content = part.get_payload(decode=True)
            assert isinstance(content, bytes)
            parts.append(
                Part(
                    name=str(part.get_param("name", header="content-disposition")),
                    filename=part.get_filename(),
                    content_type=part.get_content_type() if "content-type" in part else None,
                    content=content,
                )
            )
        return parts


class Reply(NamedTuple):
    """A response of the server."""

    status: int
    content_type: str | None = None
    body: bytes = b""


NOTHING = Reply(204)
TOKEN = Reply(200, "application/json", b'{"access_token": "token", "token_type": "bearer"}')
SILENT_STREAM = Reply(200, "text/event-stream", b":ok\n\n")


class RecordingServer:
    """Serves on a free port while the context is entered.

    It answers with `reply`, if there is one; otherwise a login gets a token, event streams begin
    and stay silent, and everything else is answered by 204.
    """

    def __init__(self) -> None:
        self.reply: Reply | None = None
        self._requests: list[Recorded] = []
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.recording = self
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
        )

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def record(self, request: Recorded) -> Reply:
        """Remember a request; give the response."""
        self._requests.append(request)
        if self.reply is not None:
            return self.reply
        if request.path == "/oauth/token":
            return TOKEN
        streams = "text/event-stream" in request.headers.get("accept", "")
        return SILENT_STREAM if streams else NOTHING

    def take(self) -> list[Recorded]:
        """Return the requests since the last time, and forget them."""
        requests, self._requests = self._requests, []
        return requests

    def __enter__(self) -> RecordingServer:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    recording: RecordingServer


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def answer(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Recorded(self.command, self.path, headers, self._body(headers))
        reply = self.server.recording.record(request)
        self.send_response_only(reply.status)
        if reply.content_type is not None:
            self.send_header("Content-Type", reply.content_type)
        silent = reply is SILENT_STREAM
        if reply.status != 204 and not silent:
            self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(reply.body)
        if silent:
            self.rfile.read()  # until the client closes the connection
            self.close_connection = True

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = answer

    def _body(self, headers: dict[str, str]) -> bytes:
        if headers.get("transfer-encoding") != "chunked":
            return self.rfile.read(int(headers.get("content-length", 0)))
        body = b""
        while size := int(self.rfile.readline(), 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return body

    def log_message(self, format: str, *args: Any) -> None:
        """Stay silent."""
