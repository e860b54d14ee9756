"""A task that is cancelled while a thread reads for it."""

from __future__ import annotations

import asyncio
import io
import threading
from typing import TYPE_CHECKING, Any

import pytest
from anyio import to_thread

from particle_client import file_sources
from particle_client.uploads import MultipartBody, collect_sources, number_parts

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.anyio


class StuckFile(io.BytesIO):
    """A file on a disk that doesn't answer."""

    def __init__(self) -> None:
        super().__init__(b"abc")
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


@pytest.mark.parametrize("close_body", [True, False])
async def test_file_is_closed_by_the_thread_that_reads_it(
    close_body: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "main.cpp").write_bytes(b"abc")
    body = MultipartBody([], number_parts(collect_sources(tmp_path / "main.cpp")))
    file = StuckFile()

    def open_stuck(*args: Any, **options: Any) -> StuckFile:
        return file

    monkeypatch.setattr(file_sources, "open", open_stuck, raising=False)

    async def send() -> list[bytes]:
        return [block async for block in body]

    task = asyncio.create_task(send())
    assert await to_thread.run_sync(file.reading.wait, 30)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    if close_body:
        body.close()
    assert not file.is_closed.is_set()
    file.answers.set()

    assert await to_thread.run_sync(file.is_closed.wait, 30)
    assert not file.closed_while_reading
