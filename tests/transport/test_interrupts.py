"""Ending what a thread waits for from another thread, at each stage of a request."""

from __future__ import annotations

import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from particle_client import APIConnectionError
from particle_client.base.request import Request, Timeout
from particle_client.events.worker import Worker
from particle_client.transport.over_httpx import Transport

from .servers import CERTIFICATE, ScriptedServer, read_head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from particle_client.transport.streamed import StreamedResponse

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"


@pytest.fixture
def transport() -> Iterator[Transport]:
    """As a client makes it."""
    transport = Transport(None, loopback=True)
    yield transport
    transport.close()


def request(url: str, worker: Worker | None = None) -> Request:
    request = Request("GET", url, [("connection", "close")], None, Timeout(30), url)
    if worker is not None:
        request.extensions["interrupt"] = worker._use
    return request


def check(transport: Transport, url: str, waiting: threading.Event) -> None:
    """Interrupt a request when it waits."""
    worker = Worker()
    with ThreadPoolExecutor(1) as thread:
        opening = thread.submit(transport.stream, request(url, worker))
        assert waiting.wait(30)
        worker.stop()
        worker.stop()
        error = opening.exception(30)
    assert isinstance(error, APIConnectionError)
    with pytest.raises(APIConnectionError):  # nothing is sent any more
        transport.stream(request(url, worker))


def test_while_hands_are_shaken(transport: Transport) -> None:
    greeted = threading.Event()

    def script(server: ScriptedServer, connection: socket.socket) -> None:
        connection.recv(1)
        greeted.set()
        server.over.wait()

    with ScriptedServer(script) as server:
        check(transport, server.base_url.replace("http:", "https:"), greeted)


@pytest.mark.parametrize("tls", [False, True])
def test_while_the_response_is_waited_for(
    transport: Transport, tls: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    asked = threading.Event()

    def script(server: ScriptedServer, connection: socket.socket) -> None:
        read_head(connection)
        asked.set()
        server.over.wait()

    with ScriptedServer(script, tls=tls) as server:
        check(transport, server.base_url, asked)


@pytest.mark.parametrize("tls", [False, True])
def test_while_the_body_is_read(
    transport: Transport, tls: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))

    def script(server: ScriptedServer, connection: socket.socket) -> None:
        read_head(connection)
        connection.sendall(HEAD + b"data: 1\n\n")
        connection.recv(1)

    with ScriptedServer(script, tls=tls) as server, ThreadPoolExecutor(1) as thread:
        response = transport.stream(request(server.base_url))
        begun = threading.Event()
        reading = thread.submit(read, response, begun)
        assert begun.wait(30)
        response.interrupt()
        assert reading.result(30) == b"data: 1\n\n"
        response.close()
        server.wait_for(lambda: server.open == 0)


def read(response: StreamedResponse, begun: threading.Event) -> bytes:
    content = b""
    try:
        for piece in response.iter_bytes():
            content += piece
            begun.set()
    except APIConnectionError:
        pass
    return content


def test_a_read_timeout_that_changes(transport: Transport) -> None:
    from particle_client import APITimeoutError

    def script(server: ScriptedServer, connection: socket.socket) -> None:
        read_head(connection)
        connection.sendall(HEAD + b"data: 1\n\n")
        server.over.wait()

    with ScriptedServer(script) as server:
        response = transport.stream(request(server.base_url))
        pieces = response.iter_bytes()
        assert next(pieces) == b"data: 1\n\n"
        response.set_read_timeout(0.05)
        with pytest.raises(APITimeoutError):
            next(pieces)
        response.close()
