"""Servers that send what nobody asked for, or what isn't HTTP."""

from __future__ import annotations

import socket
import threading
from typing import TYPE_CHECKING

import pytest

from particle_client import APIConnectionError
from tests.conftest import TOKEN

from .servers import ScriptedServer, answer_once, read_request

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import NewClient

pytestmark = pytest.mark.anyio

CANARY = "canary-of-the-answer"


@pytest.fixture(params=["sync", "async", "aiohttp"])
def kind(request: pytest.FixtureRequest) -> str:
    """Which of the clients the test runs with."""
    value: str = request.param
    if value == "aiohttp":
        pytest.importorskip("aiohttp")
    return value


@pytest.mark.parametrize("closes", [True, False])
async def test_what_comes_between_two_calls_answers_neither(
    new_client: NewClient, closes: bool
) -> None:
    """Some servers say 408 before they close an idle connection."""
    answered, said = threading.Event(), threading.Event()

    def script(server: ScriptedServer, connection: socket.socket) -> None:
        read_request(connection)
        connection.sendall(answer_once())
        if server.connections == 1:
            answered.wait()
            connection.sendall(answer_once(408))
            if closes:
                connection.shutdown(socket.SHUT_WR)
            said.set()
        server.over.wait()

    with ScriptedServer(script) as server:
        client = new_client(access_token=TOKEN, base_url=server.base_url, retries=0)
        await client.post("/v1/things")
        answered.set()
        said.wait()
        assert (await client.post("/v1/things")).status_code == 200
        assert server.connections == 2


@pytest.mark.parametrize(
    "answer",
    [
        f'{{"access_token": "{CANARY}"}}\r\n\r\n',
        f"HTTP/1.1 200 OK\r\nset-cookie {CANARY}\r\n\r\n",
        f"HTTP/1.1 200 OK\r\nset-cookie: {CANARY}\r\n",
        f"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n{CANARY}\r\n",
        f"HTTP/1.1 200 OK\r\nset-cookie: {CANARY}\r\ncontent-length: 99\r\n\r\n{CANARY}",
    ],
)
async def test_errors_about_broken_answers_show_neither_them_nor_the_request(
    new_client: NewClient, answer: str
) -> None:
    def script(server: ScriptedServer, connection: socket.socket) -> None:
        read_request(connection)
        connection.sendall(answer.encode())

    with ScriptedServer(script) as server:
        client = new_client(access_token=TOKEN, base_url=server.base_url, retries=0)
        with pytest.raises(APIConnectionError, match=r"the connection broke: \w+") as caught:
            await client.post("/v1/things")
    errors = list(chain(caught.value))
    shown = "".join(f"{error} {error!r} {error.args!r}" for error in errors)
    assert CANARY not in shown
    assert TOKEN not in shown
    assert "bytearray" not in shown
    assert "<RawResponseMessage" not in shown


def chain(error: BaseException) -> Iterator[BaseException]:
    """Return an error and all that led to it."""
    seen: list[BaseException] = []
    errors: list[BaseException | None] = [error]
    while errors:
        each = errors.pop()
        if each is not None and each not in seen:
            seen.append(each)
            yield each
            errors += [each.__cause__, each.__context__]
