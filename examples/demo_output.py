"""How the demo looks: headings, the code that runs, and what came out of it."""

from __future__ import annotations

import inspect
import sys
import textwrap
import time
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from rich.console import Console
from rich.segment import Segment
from rich.syntax import Syntax
from rich.table import Table
from rich.text import Text

from particle_client.progress import ProgressBar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rich.console import ConsoleOptions, RenderableType, RenderResult

__all__ = ["Show"]

_MARGIN = "  "
_PAUSE = 0.25


class Show:
    """Writes to the terminal; into a pipe or a file it writes plain text."""

    def __init__(self) -> None:
        stdout: Any = sys.stdout
        stdout.reconfigure(errors="replace")  # for a terminal that doesn't know every character
        self.console = Console(highlight=False)
        self.interactive = self.console.is_terminal
        if not self.interactive:
            self.console.width = 100
        self._chapter = 0

    def title(self, text: str, below: str) -> None:
        """Begin."""
        self.console.print()
        self._print(Text(text, style="bold"))
        self._print(Text(below, style="dim"))

    def chapter(self, title: str, step: Callable[..., object]) -> None:
        """Begin a chapter: its title, and the body of the function that is about to run."""
        if self.interactive:
            time.sleep(_PAUSE)
        self._chapter += 1
        self.console.print()
        self._print(Text.assemble((f"{self._chapter} ", "dim"), (title, "bold cyan")))
        for line in _highlighted(_body_of(step)):
            self._print(Text.assemble(("│ ", "dim"), line))
        self.console.print()

    def show(self, what: RenderableType) -> None:
        """Show a result."""
        self._print(what, margin=_MARGIN * 2)

    def print(self, *values: object) -> None:
        """Show values side by side, as the built-in function does."""
        self.show(Text("  ").join(map(_shown, values)))

    def event(self, when: object, name: str, data: str | None, *more: object) -> None:
        """Show an event of a stream."""
        self.print(when, Text(f"{name:22}", style="cyan"), (data or "").strip(), *more)

    def facts(self, *facts: tuple[str, object]) -> None:
        """Show named values, one below the other."""
        grid = Table.grid(padding=(0, 2))
        grid.add_column(style="dim", no_wrap=True)
        grid.add_column(overflow="fold")
        for name, value in facts:
            grid.add_row(name, Text(str(value)))
        self.show(grid)

    def table(self, columns: Sequence[str], rows: Sequence[Sequence[Text | str]]) -> None:
        """Show a table."""
        table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
        for column in columns:
            table.add_column(column, no_wrap=True)
        for row in rows:
            table.add_row(*row)
        self.show(table)

    def note(self, text: str) -> None:
        """Say something beside the results."""
        self.show(Text(text, style="dim"))

    def end(self, text: str, *more: str) -> None:
        """End well."""
        self.console.print()
        self._print(Text.assemble(("✓ ", "green"), (text, "bold")))
        for line in more:
            self._print(Text(f"  {line}", style="dim"))
        self.console.print()

    def failed(self, error: BaseException) -> None:
        """Say that the demo itself failed."""
        self.console.print()
        detail = f"{type(error).__name__}: {error}"
        self._print(Text.assemble(("✗ The demo failed. ", "bold red"), detail))

    def bar(self, description: str, unit: str = "bytes") -> ProgressBar:
        """Return a progress bar."""
        return ProgressBar(f"{_MARGIN * 2}{description:<8}", unit=unit, console=self.console)

    def _print(self, what: RenderableType, *, margin: str = _MARGIN) -> None:
        self.console.print(_Indented(what, margin))


class _Indented:
    """Something with a margin on its left, and no blanks at the ends of its lines."""

    def __init__(self, what: RenderableType, margin: str) -> None:
        self._what = what
        self._margin = Segment(margin)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = max(20, options.max_width - len(self._margin.text))
        for line in console.render_lines(self._what, options.update(width=width), pad=False):
            while line and not line[-1].text.strip():
                line.pop()
            if line:
                text, style, _ = line.pop()
                yield from (self._margin, *line, Segment(text.rstrip(), style))
            yield Segment.line()


def _shown(value: object) -> Text:
    if isinstance(value, Text):
        return value
    if isinstance(value, datetime):
        return Text(f"{value:%H:%M:%S}", style="dim")
    text = " ".join(cast("list[str]", value)) if isinstance(value, list) else str(value)
    return Text(text if len(text) <= 60 else f"{text[:36]}…")


def _body_of(step: Callable[..., object]) -> str:
    """Return the code of a function without its signature and its final `return`."""
    lines = inspect.getsource(step).splitlines()
    while not lines.pop(0).endswith(":"):
        pass
    if lines[-1].startswith("    return "):
        del lines[-1]
    return textwrap.dedent("\n".join(lines))


def _highlighted(code: str) -> list[Text]:
    text = Syntax("", "python", theme="ansi_dark", background_color="default").highlight(code)
    text.rstrip()
    return list(text.split("\n"))
