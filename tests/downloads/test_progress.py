"""The progress bar."""

from __future__ import annotations

import gc
import io
import sys
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from particle_client import NotFoundError
from particle_client.progress import ProgressBar

from .files import CONTENT

if TYPE_CHECKING:
    from pathlib import Path

    from particle_client import AsyncParticle
    from tests.recorder import Recorder

pytestmark = pytest.mark.anyio

HIDDEN, SHOWN = "\x1b[?25l", "\x1b[?25h"


@pytest.fixture
def terminal() -> Console:
    return Console(file=io.StringIO(), force_terminal=True, width=100, color_system=None)


@pytest.fixture
def pipe() -> Console:
    return Console(file=io.StringIO(), force_terminal=False, width=100)


def text(console: Console) -> str:
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


async def test_one_line_is_enough(
    wire: AsyncParticle, recorder: Recorder, tmp_path: Path, pipe: Console
) -> None:
    recorder.answer(content=CONTENT)
    bar = ProgressBar("Firmware", console=pipe)
    await wire.firmware.download("id", to=tmp_path / "a", progress=bar)
    assert text(pipe).startswith("Firmware ━")
    assert "300.0 kB of 300.0 kB" in text(pipe)
    assert text(pipe).count("\n") == 1


async def test_it_goes_on_over_several_transfers(
    wire: AsyncParticle, recorder: Recorder, pipe: Console
) -> None:
    recorder.answer(content=CONTENT)
    recorder.answer(content=CONTENT[:1000])
    with ProgressBar("first", console=pipe) as bar:
        await wire.firmware.download("id", progress=bar)
        bar.describe("second")
        await wire.firmware.download("id", progress=bar)
        assert text(pipe) == ""
    assert "second" in text(pipe)
    assert "1.0 kB of 1.0 kB" in text(pipe)


def test_devices_are_counted(pipe: Console) -> None:
    bar = ProgressBar("Fleet", unit="devices", console=pipe)
    for done in range(1201):
        bar(done, 1200)
    assert "1,200/1,200 devices" in text(pipe)


def test_nobody_knows_how_many(pipe: Console) -> None:
    with ProgressBar("[red]", unit="events", console=pipe) as bar:
        bar(0, None)
        bar(7, None)
    assert "7 events" in text(pipe)
    assert "[red]" in text(pipe)


def test_the_cursor_comes_back(terminal: Console) -> None:
    bar = ProgressBar("x", console=terminal)
    bar(0, 10)
    assert text(terminal).count(HIDDEN) == 1
    bar(10, 10)
    assert text(terminal).count(SHOWN) == 1
    assert "10 bytes of 10 bytes" in text(terminal)


async def test_the_cursor_comes_back_after_an_error(
    wire: AsyncParticle, recorder: Recorder, terminal: Console
) -> None:
    recorder.answer(404)
    with ProgressBar("x", console=terminal) as bar:
        bar(0, 10)
        with pytest.raises(NotFoundError):
            await wire.firmware.download("id", progress=bar)
    assert text(terminal).count(HIDDEN) == text(terminal).count(SHOWN) == 1


def test_the_cursor_comes_back_when_nobody_holds_the_bar(terminal: Console) -> None:
    bar = ProgressBar("x", console=terminal)
    bar(1, 10)
    del bar
    gc.collect()
    assert text(terminal).count(SHOWN) == 1


def test_a_bar_that_nobody_used_writes_nothing(pipe: Console, terminal: Console) -> None:
    for console in (pipe, terminal):
        with ProgressBar("x", console=console):
            pass
        ProgressBar("y", console=console)
        gc.collect()
        assert text(console) == ""


def test_two_at_a_time(terminal: Console) -> None:
    first, second = ProgressBar("first", console=terminal), ProgressBar("second", console=terminal)
    first(0, 1)
    second(0, 1)
    second(1, 1)
    first(1, 1)
    assert text(terminal).count(SHOWN) >= 1
    assert "first" in text(terminal)


def test_it_goes_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    ProgressBar("x")(3, 3)
    out, err = capsys.readouterr()
    assert out == ""
    assert "3 bytes of 3 bytes" in err


def test_without_rich(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rich.progress", None)
    with pytest.raises(ImportError, match=r"particle-client\[progress\]"):
        ProgressBar("x")
