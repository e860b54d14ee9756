"""An asyncio event loop whose time jumps to the next timer instead of waiting for it."""

from __future__ import annotations

import asyncio
import selectors
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from .conftest import FakeClock

__all__ = ["run"]


class _JumpingSelector(selectors.DefaultSelector):
    def __init__(self, clock: FakeClock) -> None:
        super().__init__()
        self._clock = clock

    def select(self, timeout: float | None = None) -> Any:
        ready = super().select(0)
        if not ready:
            assert timeout is not None, "everything waits, and for nothing"
            self._clock.advance(max(timeout, 0))
        return ready


def run(main: Coroutine[Any, Any, None], clock: FakeClock) -> None:
    """Run a coroutine in virtual time, which is that of the clock."""
    loop = asyncio.SelectorEventLoop(_JumpingSelector(clock))
    loop.time = clock.time  # type: ignore[method-assign]
    clock.moves_by_itself = True
    with asyncio.Runner(loop_factory=lambda: loop) as runner:
        runner.run(main)
