"""Files that change or vanish, errors in the middle, and what is closed then."""

from __future__ import annotations

import socket
import struct
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

import pytest

from particle_client import (
    APIConnectionError,
    APITimeoutError,
    PayloadTooLargeError,
    Timeout,
)
from particle_client.uploads.files import CHUNK_SIZE
from tests.conftest import TOKEN
from tests.transport.servers import ScriptedServer, answer_once, read_head

from .bodies import blocks_of, body_of, both_ways, drain, read, read_into
from .kinds import async_chunks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.both import Kind
    from tests.conftest import NewClient

    from .conftest import OpenedFiles

pytestmark = pytest.mark.anyio


@both_ways
@pytest.mark.parametrize(
    ("size", "change"),
    [
        (size, change)
        for size in (0, 10, CHUNK_SIZE)
        for change in (-1, 1, -CHUNK_SIZE, CHUNK_SIZE)
        if size + change >= 0
    ],
)
@pytest.mark.parametrize("kind", ["path", "file"])
async def test_file_that_changes_its_size(
    mode: str, size: int, change: int, kind: str, tmp_path: Path, opened: OpenedFiles
) -> None:
    path = tmp_path / "log.bin"
    path.write_bytes(bytes(size))
    with path.open("rb") as file:
        body = body_of(path if kind == "path" else [file])
        length = body.content_length
        assert length is not None
        path.write_bytes(bytes(size + change))
        sent: list[bytes] = []
        with pytest.raises(ValueError, match=rf"log\.bin' changed .*: {size} bytes were announced"):
            await read_into(sent, body, mode)
        assert sum(map(len, sent)) < length, "the server must not take the body for whole"
    assert opened.open_now == 0


@both_ways
async def test_file_that_changes_while_it_is_sent(
    mode: str, tmp_path: Path, opened: OpenedFiles
) -> None:
    path = tmp_path / "log.bin"
    path.write_bytes(bytes(40 * CHUNK_SIZE))
    body = body_of(path)
    blocks = blocks_of(body, mode)
    await anext(blocks)
    with path.open("ab") as file:
        file.write(b"more")
    with pytest.raises(ValueError, match="there are more"):
        await drain(blocks)
    assert opened.open_now == 0


@both_ways
async def test_file_that_is_gone(mode: str, tmp_path: Path) -> None:
    path = tmp_path / "main.cpp"
    path.write_bytes(b"abc")
    body = body_of(path)
    path.unlink()
    with pytest.raises(FileNotFoundError, match=r"main\.cpp"):
        await read(body, mode)


@both_ways
async def test_error_while_reading_closes_files(
    mode: str, tmp_path: Path, opened: OpenedFiles
) -> None:
    (tmp_path / "a.bin").write_bytes(bytes(CHUNK_SIZE))

    def failing() -> Iterator[bytes]:
        yield b"abc"
        raise RuntimeError("the generator failed")

    files: Any = {"a.bin": tmp_path / "a.bin", "b.bin": failing(), "c.bin": tmp_path / "a.bin"}
    with pytest.raises(RuntimeError, match="the generator failed"):
        await read(body_of(files), mode)
    assert opened.open_now == 0


@both_ways
async def test_consumer_that_breaks_off(mode: str, tmp_path: Path, opened: OpenedFiles) -> None:
    (tmp_path / "a.bin").write_bytes(bytes(40 * CHUNK_SIZE))
    body = body_of(tmp_path / "a.bin")
    blocks: Any = blocks_of(body, mode)
    await anext(blocks)
    assert opened.open_now == 1
    body.close()
    assert opened.open_now == 0
    with pytest.raises(ValueError, match="closed while") if mode == "async" else nullcontext():
        await drain(blocks)
    assert len(await read(body, mode)) == body.content_length


@both_ways
async def test_closes_nothing_that_the_user_opened(mode: str, tmp_path: Path) -> None:
    class Closable:
        closed = False

        def __iter__(self) -> Iterator[bytes]:
            return iter([b"abc"])

        def close(self) -> None:
            self.closed = True

    closable = Closable()
    body = body_of({"a.bin": closable})
    await read(body, mode)
    body.close()
    assert not closable.closed


@both_ways
async def test_error_in_progress_ends_the_upload(
    mode: str, tmp_path: Path, opened: OpenedFiles
) -> None:
    (tmp_path / "a.bin").write_bytes(bytes(10 * CHUNK_SIZE))

    def cancel(done: int, total: int | None) -> None:
        if done:
            raise KeyboardInterrupt

    body = body_of(tmp_path / "a.bin", progress=cancel)
    with pytest.raises(KeyboardInterrupt):
        await read(body, mode)
    body.close()
    assert opened.open_now == 0


# --- servers that don't take the whole body -------------------------------------------------------

# More than the buffers of both sockets hold.
LARGE = 32 * 1024 * 1024


def large_file(name: str, folder: Path) -> Any:
    """Return a large file of one kind."""
    path = folder / "main.bin"
    with path.open("wb") as file:
        file.truncate(LARGE)
    block = bytes(CHUNK_SIZE)
    if name == "path":
        return path
    if name == "file":
        return path.open("rb")
    if name == "iterator":
        return iter([block] * (LARGE // CHUNK_SIZE))
    assert name == "async iterator"
    return async_chunks(bytes(LARGE), CHUNK_SIZE)


FILES = [
    *((name, kind) for name in ("path", "file", "iterator") for kind in ("sync", "async")),
    ("async iterator", "async"),
]


class Unwilling:
    """What a server does that doesn't read a body to its end."""

    def __init__(self, answer: bytes = b"", *, reset: bool = False, stay: bool = False) -> None:
        self._answer = answer
        self._reset = reset
        self._stay = stay

    def __call__(self, server: ScriptedServer, connection: socket.socket) -> None:
        read_head(connection)
        connection.recv(1024)
        if self._answer:
            connection.sendall(self._answer)
        if self._stay:
            server.over.wait()
        if self._reset:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


# A response may get lost with the connection.
LOST = (PayloadTooLargeError, APIConnectionError)


@pytest.mark.parametrize(
    ("does", "error"),
    [
        pytest.param(Unwilling(answer_once(413)), LOST, id="413"),
        pytest.param(Unwilling(answer_once(413), stay=True), APITimeoutError, id="413-stays"),
        pytest.param(Unwilling(stay=True), APITimeoutError, id="stops-reading"),
        pytest.param(Unwilling(), APIConnectionError, id="closes"),
        pytest.param(Unwilling(reset=True), APIConnectionError, id="resets"),
    ],
)
@pytest.mark.parametrize(("file_name", "kind"), FILES, indirect=["kind"])
async def test_server_that_does_not_take_the_body(
    does: Unwilling,
    error: type[Exception] | tuple[type[Exception], ...],
    file_name: str,
    kind: Kind,
    new_client: NewClient,
    tmp_path: Path,
    opened: OpenedFiles,
) -> None:
    file = large_file(file_name, tmp_path)
    seen: list[int] = []
    # It ends the test with the server that stops reading. For the others it never comes to that.
    timeout = Timeout(30, write=0.3, read=0.3) if error is APITimeoutError else Timeout(30)
    with ScriptedServer(does) as server:
        client = new_client(access_token=TOKEN, base_url=server.base_url, timeout=timeout)
        with pytest.raises(error) as caught:
            await client.devices.flash(
                "1", {"main.bin": file}, progress=lambda done, total: seen.append(done)
            )
        assert server.connections == 1, "it isn't sent again"
    if isinstance(caught.value, APIConnectionError):
        assert "or have refused so large a request" in str(caught.value)
    assert seen[-1] < LARGE, "the upload ended early"
    assert opened.open_now == 0
    if file_name == "file":
        assert not file.closed, "what the user opened stays open"
        file.close()
    if file_name == "async iterator":
        await file.aclose()  # it is the user's, as the file is
