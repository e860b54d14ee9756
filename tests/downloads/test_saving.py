"""Saving: all of it, or nothing."""

from __future__ import annotations

import asyncio
import errno
import os
import sys
import threading
from typing import TYPE_CHECKING, Any

import pytest

from particle_client import AsyncParticle, NotFoundError, Particle
from particle_client.downloads.targets import Target

from .files import CONTENT, HALF

if TYPE_CHECKING:
    from pathlib import Path

    from tests.recorder import Recorder

pytestmark = pytest.mark.anyio

posix = pytest.mark.skipif(sys.platform == "win32", reason="has no such files")


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A file that is there already."""
    path = tmp_path / "firmware.bin"
    path.write_bytes(b"older")
    return path


def check_unchanged(older: Path) -> None:
    assert older.read_bytes() == b"older"
    assert list(older.parent.iterdir()) == [older]


async def test_an_error_changes_nothing(
    wire: AsyncParticle, recorder: Recorder, older: Path
) -> None:
    recorder.answer(404)
    with pytest.raises(NotFoundError):
        await wire.firmware.download("id", to=older)
    check_unchanged(older)


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
@pytest.mark.parametrize("when", [0, 1])
async def test_what_progress_raises_ends_it(
    when: int,
    error: type[BaseException],
    wire: AsyncParticle,
    recorder: Recorder,
    older: Path,
) -> None:
    def progress(done: int, total: int | None) -> None:
        if done >= when:
            raise error("enough")

    recorder.answer(content=CONTENT)
    recorder.answer(content=CONTENT)
    with pytest.raises(error, match="enough"):
        await wire.firmware.download("id", to=older, progress=progress)
    check_unchanged(older)
    # And the connection that it left in the middle is not used for what follows.
    assert await wire.firmware.download("id") == CONTENT


async def test_a_disk_that_is_full(
    wire: AsyncParticle, recorder: Recorder, older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full:
        def __init__(self, file: Any) -> None:
            self.file = file

        def write(self, piece: bytes) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        def __getattr__(self, name: str) -> Any:
            return getattr(self.file, name)

    open_file = Target.open

    def open_full(target: Target) -> None:
        open_file(target)
        target._file = Full(target._file)

    monkeypatch.setattr(Target, "open", open_full)
    recorder.answer(content=CONTENT)
    with pytest.raises(OSError, match="No space left"):
        await wire.firmware.download("id", to=older)
    check_unchanged(older)


async def test_what_cannot_be_saved_is_not_asked_for(
    wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    with pytest.raises(FileNotFoundError, match="There is no folder"):
        await wire.firmware.download("id", to=tmp_path / "not-there" / "a")
    for folder in (tmp_path, f"{tmp_path}/", f"{tmp_path}/not-there/"):
        with pytest.raises(IsADirectoryError, match="is a folder"):
            await wire.firmware.download("id", to=folder)
    assert recorder.requests == []
    assert list(tmp_path.iterdir()) == []


@posix
async def test_a_device_or_pipe_is_not_replaced(
    wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(ValueError, match="no ordinary file"):
        await wire.firmware.download("id", to=pipe)
    assert pipe.is_fifo()
    assert recorder.requests == []


@posix
async def test_the_file_is_one_like_others(
    wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    recorder.answer(content=CONTENT)
    plain = tmp_path / "plain"
    plain.touch()
    path = await wire.firmware.download("id", to=tmp_path / "a")
    assert path.stat().st_mode == plain.stat().st_mode


@posix
@pytest.mark.parametrize("permissions", [0o600, 0o640, 0o755, 0o444])
async def test_permissions_stay(
    permissions: int, wire: AsyncParticle, recorder: Recorder, older: Path
) -> None:
    recorder.answer(content=CONTENT)
    older.chmod(permissions)
    await wire.firmware.download("id", to=older)
    assert older.read_bytes() == CONTENT
    assert older.stat().st_mode & 0o7777 == permissions


@posix
async def test_a_symbolic_link_stays_one(
    wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    recorder.answer(content=CONTENT)
    (tmp_path / "there").mkdir()
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "there" / "real")
    assert await wire.firmware.download("id", to=link) == link
    assert link.is_symlink()
    assert (tmp_path / "there" / "real").read_bytes() == CONTENT


async def test_a_task_that_is_cancelled_leaves_nothing(recorder: Recorder, older: Path) -> None:
    head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(CONTENT)}\r\n\r\n".encode()
    recorder.answer_raw(head + CONTENT[:HALF], stall=True)
    came = asyncio.Event()

    def progress(done: int, total: int | None) -> None:
        if done == HALF:
            came.set()

    async with AsyncParticle("token", base_url=recorder.base_url) as client:
        task = asyncio.create_task(client.firmware.download("id", to=older, progress=progress))
        await came.wait()
        assert len(list(older.parent.iterdir())) == 2  # there is a file in the making
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        check_unchanged(older)
        recorder.answer(content=CONTENT)
        assert await client.firmware.download("id") == CONTENT


@pytest.mark.parametrize("step", ["open", "flush", "commit"])
async def test_a_task_that_is_cancelled_while_its_thread_works(
    step: str, recorder: Recorder, older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The thread can't be stopped. What it does must come to nothing."""
    working, go_on, done = asyncio.Event(), threading.Event(), threading.Event()
    loop = asyncio.get_running_loop()
    original = getattr(Target, step)

    def slow(target: Target, *arguments: Any) -> None:
        loop.call_soon_threadsafe(working.set)
        go_on.wait()
        try:
            original(target, *arguments)
        finally:
            done.set()

    monkeypatch.setattr(Target, step, slow)
    monkeypatch.setattr("particle_client.downloads.async_download.BATCH", 1000)
    recorder.answer(content=CONTENT)
    async with AsyncParticle("token", base_url=recorder.base_url) as client:
        task = asyncio.create_task(client.firmware.download("id", to=older))
        await working.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        go_on.set()
        assert await asyncio.to_thread(done.wait, 10)
    check_unchanged(older)


async def test_the_event_loop_goes_on_while_a_file_is_written(
    recorder: Recorder, older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: set[int] = set()
    original = Target.flush

    def flush(target: Target) -> None:
        threads.add(threading.get_ident())
        original(target)

    monkeypatch.setattr(Target, "flush", flush)
    monkeypatch.setattr("particle_client.downloads.async_download.BATCH", 1000)
    recorder.answer(content=CONTENT)
    async with AsyncParticle("token", base_url=recorder.base_url) as client:
        await client.firmware.download("id", to=older)
    assert threads
    assert threading.get_ident() not in threads
    assert older.read_bytes() == CONTENT


def test_a_sync_client_needs_no_event_loop(recorder: Recorder, older: Path) -> None:
    recorder.answer(content=CONTENT)
    with Particle("token", base_url=recorder.base_url) as client:
        for _ in client.firmware.download("id", stream=True):
            pass
        recorder.answer(content=CONTENT)
        assert client.firmware.download("id", to=older) == older
    assert older.read_bytes() == CONTENT
