"""A progress bar in the terminal, for whatever takes `progress=`. It needs the extra `progress`."""

from __future__ import annotations

import weakref
from functools import cache
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress
else:
    Console = Any  # so that type hints can be read where it isn't installed

__all__ = ["ProgressBar"]


class ProgressBar:
    """A line that shows how far something is: `progress=ProgressBar("Flashing")`.

    It appears when something is done for the first time, and stays as it is when all is done. In a
    `with` block it stays until the block's end, also if the end never comes:

    ```python
    with ProgressBar("Downloading") as bar:
        particle.firmware.download(binary_id, to="firmware.bin", progress=bar)
    ```

    Where the output is no terminal, only its last state is written, as plain text. What
    `bar.console.print` prints appears above the bar.

    Args:
        description: What is done.
        unit: What is counted: `bytes`, or for example `devices`.
        console: The rich Console to show it on. Default: one for standard error.

    Raises:
        ImportError: rich isn't installed.
    """

    def __init__(
        self, description: str = "", *, unit: str = "bytes", console: Console | None = None
    ) -> None:
        try:
            from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
        except ImportError as error:
            raise ImportError(
                'The progress bar needs rich: pip install "particle-client[progress]"'
            ) from error
        self.console: Any = _standard_error() if console is None else console
        self._unit = unit
        self._in_block = False
        self._progress = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TextColumn("{task.fields[amount]}", markup=False),
            TimeRemainingColumn(compact=True, elapsed_when_finished=True),
            console=self.console,
        )
        self._task = self._progress.add_task(description, total=None, start=False, amount="")
        # What fails is never reported as done. The cursor must come back all the same.
        weakref.finalize(self, _stop, self._progress)

    def __call__(self, done: int, total: int | None) -> None:
        """Show that so much is done; this is what `progress=` takes."""
        if not self._progress.live.is_started:
            self._progress.start_task(self._task)
            self._progress.start()
        if done == 0:
            self._progress.reset(self._task)
        amount = self._amount(done, total)
        self._progress.update(self._task, completed=done, total=total, amount=amount)
        if total is not None and done >= total and not self._in_block:
            self.close()

    def describe(self, description: str) -> None:
        """Change the description beside the bar."""
        self._progress.update(self._task, description=description)

    def close(self) -> None:
        """Leave the line as it is."""
        _stop(self._progress)

    def __enter__(self) -> Self:
        self._in_block = True
        return self

    def __exit__(self, *exception: object) -> None:
        self._in_block = False
        self.close()

    def _amount(self, done: int, total: int | None) -> str:
        if self._unit != "bytes":
            return f"{done:,} {self._unit}" if total is None else f"{done:,}/{total:,} {self._unit}"
        from rich.filesize import decimal

        return decimal(done) if total is None else f"{decimal(done)} of {decimal(total)}"


def _stop(progress: Progress) -> None:
    if progress.live.is_started:
        progress.stop()


@cache
def _standard_error() -> Any:
    """Return one console for all bars, which then are shown below each other."""
    from rich.console import Console

    return Console(stderr=True)
