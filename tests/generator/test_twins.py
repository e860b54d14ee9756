"""The sync twins of async modules: words are replaced, and the command keeps them up to date."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from generator import __main__ as command
from generator import twins as module
from generator.twins import twin_of, twins
from tests.documented import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .project import Project

HEADER = "# Generated from async_gadget.py by `make generate`. Do not edit.\n"


def twin(folder: Path, text: str) -> str:
    """Return the twin of a module, without its header."""
    source = folder / "async_gadget.py"
    source.write_text(dedent(text), encoding="utf-8")
    made = twin_of(source)
    assert made.startswith(HEADER)
    return made.removeprefix(HEADER)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("async def send(self) -> None: ...", "def send(self) -> None: ..."),
        ("async for each in self:", "for each in self:"),
        ("async with client, await open() as file:", "with client, open() as file:"),
        ("return [x async for x in y]", "return [x for x in y]"),
        ("return await (yield)", "return (yield)"),
        ("send: Callable[[A], Awaitable[list[B]]]", "send: Callable[[A], list[B]]"),
        ("token: Callable[[], str | Awaitable[str]]", "token: Callable[[], str]"),
        ("parts: Iterable[T] | AsyncIterable[T]", "parts: Iterable[T]"),
        ("-> Coroutine[Any, Any, bytes] | AsyncDownload:", "-> bytes | Download:"),
        ("from .async_sender import AsyncSender", "from .sender import Sender"),
        ("prepare_async_connection(_AsyncPool)", "prepare_connection(_Pool)"),
        ("raise StopAsyncIteration", "raise StopIteration"),
        ("async def __aenter__(self): ...", "def __enter__(self): ..."),
        ("await stream.aclose()", "stream.close()"),
        ("await response.aread()", "response.read()"),
        ('"""A file (async ones too)."""', '"""A file."""'),
    ],
)
def test_words_are_replaced(tmp_path: Path, line: str, expected: str) -> None:
    assert twin(tmp_path, line).rstrip() == expected


@pytest.mark.parametrize(
    "line", ["already = synchronous", "a_close = asynchronous", "reader.awaiting(avoid)"]
)
def test_other_words_stay(tmp_path: Path, line: str) -> None:
    assert twin(tmp_path, line).rstrip() == line


def test_every_rule_is_needed() -> None:
    sources = twins(ROOT / "particle_client")
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    for pattern, replacement in module._REPLACEMENTS:
        text, count = pattern.subn(replacement, text)
        assert count, f"nothing has {pattern.pattern}"


def test_what_is_async_only_is_left_out(tmp_path: Path) -> None:
    text = """\
        import anyio  # async only
        from .call import (  # async only
            Call,
        )


        class Gadget:
            @property
            def kept(self) -> int: ...

            async def left_out(self) -> None:  # for callers that gather: async only
                if self:

                    await self.send()

            async def kept_too(self) -> None:
                self.x = 1
                if self.x:  # async only
                    self.x = 2
                await self.send()
    """
    kept = """\
        class Gadget:
            @property
            def kept(self) -> int: ...

            def kept_too(self) -> None:
                self.x = 1
                self.send()
    """
    lines = [line for line in twin(tmp_path, text).splitlines() if line]
    assert lines == [line for line in dedent(kept).splitlines() if line]


def test_a_pair_written_by_hand_is_no_twin(tmp_path: Path) -> None:
    for name in ("async_waiting.py", "waiting.py", "async_gadget.py"):
        (tmp_path / name).write_text("", encoding="utf-8")
    gadget = tmp_path / "async_gadget.py"
    assert twins(tmp_path) == {gadget: tmp_path / "gadget.py"}
    (tmp_path / "gadget.py").write_text(HEADER, encoding="utf-8")
    assert twins(tmp_path) == {gadget: tmp_path / "gadget.py"}


# --- the command ----------------------------------------------------------------------------------


@pytest.fixture
def run(project: Project, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Run the command on a project with one twin."""
    monkeypatch.setattr(command, "ROOT", project.root)
    folder = project.root / "particle_client" / "calls"
    folder.mkdir(parents=True)
    source = folder / "async_gadget.py"
    source.write_text('"""Gadgets."""\n\n\nasync def send() -> None: ...\n', encoding="utf-8")

    def run(*arguments: str) -> int:
        monkeypatch.setattr("sys.argv", ["generator", *arguments])
        return command.main()

    return run


def test_the_command_writes_the_twin(project: Project, run: Callable[..., int]) -> None:
    assert run() == 0
    written = project.root / "particle_client" / "calls" / "gadget.py"
    text = written.read_text(encoding="utf-8")
    assert text == f'{HEADER}"""Gadgets."""\n\n\ndef send() -> None: ...\n'
    assert run("--check") == 0


def test_the_check_reports_a_twin_that_is_not_up_to_date(
    project: Project, run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    run()
    source = project.root / "particle_client" / "calls" / "async_gadget.py"
    source.write_text(source.read_text(encoding="utf-8").replace("send", "post"), encoding="utf-8")
    assert run("--check") == 1
    assert "particle_client/calls/gadget.py isn't up to date\n" in capsys.readouterr().err
    assert run() == 0
    assert run("--check") == 0


def test_a_twin_whose_source_is_gone_is_removed(
    project: Project, run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    run()
    folder = project.root / "particle_client" / "calls"
    (folder / "async_gadget.py").unlink()
    assert run("--check") == 1
    assert "particle_client/calls/gadget.py is no longer generated" in capsys.readouterr().err
    assert run() == 0
    assert not (folder / "gadget.py").exists()
