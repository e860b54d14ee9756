"""Asynchronous sending: files are read by threads, also when their task is cancelled."""

from __future__ import annotations

import asyncio
import io
import threading
from typing import TYPE_CHECKING, Any

import pytest
from anyio import to_thread

from particle_client.uploads import files as uploaded_files
from particle_client.uploads.files import CHUNK_SIZE

from .bodies import body_of, read
from .kinds import chunks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = pytest.mark.anyio


class StuckFile(io.BytesIO):
    """A file on a disk that doesn't answer."""

    def __init__(self, content: bytes) -> None:
        super().__init__(content)
        self.reading = threading.Event()
        self.answers = threading.Event()
        self.is_closed = threading.Event()
        self.closed_while_reading = False
        self._busy = False

    def read(self, size: int | None = -1, /) -> bytes:
        self._busy = True
        self.reading.set()
        assert self.answers.wait(30)
        self._busy = False
        return super().read(size)

    def close(self) -> None:
        self.closed_while_reading |= self._busy
        super().close()
        self.is_closed.set()


@pytest.mark.parametrize("size", [3, 100 * CHUNK_SIZE])
async def test_file_is_closed_by_the_thread_that_reads_it(
    size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "main.cpp").write_bytes(bytes(size))
    body = body_of(tmp_path / "main.cpp")
    file = StuckFile(bytes(size))

    def open_stuck(*args: Any, **options: Any) -> StuckFile:
        return file

    monkeypatch.setattr(uploaded_files, "open", open_stuck, raising=False)
    task = asyncio.create_task(read(body, "async"))
    assert await to_thread.run_sync(file.reading.wait, 30)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    body.close()
    assert not file.is_closed.is_set()
    file.answers.set()

    assert await to_thread.run_sync(file.is_closed.wait, 30)
    assert not file.closed_while_reading


async def test_event_loop_reads_nothing_from_disks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading: set[tuple[str, threading.Thread]] = set()

    def recording(kind: str, read_method: Callable[..., Any]) -> Callable[..., Any]:
        def read_and_record(size: int = -1) -> Any:
            reading.add((kind, threading.current_thread()))
            return read_method(size)

        return read_and_record

    class Recorded:
        """A file object that notes which thread reads it."""

        def __init__(self, kind: str, file: Any) -> None:
            self._file = file
            self.read = recording(kind, file.read)

        def __getattr__(self, name: str) -> Any:
            return getattr(self._file, name)

        def __enter__(self) -> Recorded:
            return self

        def __exit__(self, *details: object) -> None:
            self._file.close()

    def open_recorded(*args: Any, **options: Any) -> Recorded:
        return Recorded("path", open(*args, **options))

    def iterate() -> Iterator[bytes]:
        for chunk in chunks(b"abc"):
            reading.add(("iterator", threading.current_thread()))
            yield chunk

    path = tmp_path / "main.cpp"
    path.write_bytes(b"abc")
    monkeypatch.setattr(uploaded_files, "open", open_recorded, raising=False)
    with path.open("rb") as binary, path.open(encoding="utf-8") as text:
        files: Any = {
            "a.cpp": path,
            "b.cpp": Recorded("binary", binary),
            "c.cpp": Recorded("text", text),
            "d.cpp": iterate(),
        }
        body = body_of(files)
        content: Any = await body.aprepare()
        assert b"".join([block async for block in content]).count(b"abc") == 4

    assert {kind for kind, _ in reading} == {"path", "binary", "text", "iterator"}
    assert threading.current_thread() not in {thread for _, thread in reading}
