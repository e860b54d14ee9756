"""One login for many who wait for it, in threads and in tasks of any event loop."""

from __future__ import annotations

import contextlib
import copy
import os
import threading
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from ..base.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from .tokens import Token

__all__ = ["Flight", "TaskSignal", "ThreadSignal"]


class ThreadSignal:
    """Wakes a thread."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self.set = self._event.set
        self.wait = self._event.wait


class TaskSignal:
    """Wakes a task of asyncio or trio, from any thread."""

    def __init__(self) -> None:
        task = _asyncio_task()
        self._event: Any
        self._call: Callable[[Callable[[], object]], object]
        if task is not None:
            import asyncio

            self._event = asyncio.Event()
            self._call = asyncio.get_running_loop().call_soon_threadsafe
        else:
            import trio

            self._event = trio.Event()
            self._call = trio.lowlevel.current_trio_token().run_sync_soon

    def set(self) -> None:
        """Wake it. Nothing happens if its event loop is gone."""
        with contextlib.suppress(RuntimeError):
            self._call(self._event.set)

    async def wait(self) -> None:
        """Wait until it is woken."""
        await self._event.wait()


class Flight:
    """A login under way. Its lock is the session's; whoever starts it lands it, come what may.

    Attributes:
        token: What came of it.
        error: Why nothing did. Both are None when it was given up, by a cancellation for example:
            then one of those who waited starts another.
    """

    def __init__(self, *, in_task: bool) -> None:
        self.token: Token | None = None
        self.error: Exception | None = None
        self._in_task = in_task
        self._thread = threading.get_ident()
        self._process = os.getpid()
        self._signals: list[ThreadSignal | TaskSignal] = []

    @property
    def is_lost(self) -> bool:
        """Whether it is from before a fork: the thread that would land it isn't in this process."""
        return self._process != os.getpid()

    @contextlib.contextmanager
    def led(self) -> Generator[None]:
        """Mark what happens inside, in whatever thread or task, as part of it."""
        mark = _led.set((*_led.get(), self))
        try:
            yield
        finally:
            # A coroutine that nobody ran to its end may be closed elsewhere.
            with contextlib.suppress(ValueError):
                _led.reset(mark)

    def check_not_led_here(self) -> None:
        """ConfigurationError where the login itself is about to wait for the login."""
        if self in _led.get():
            raise ConfigurationError(
                "A login needs itself: password=, otp=, the store and hooks must not call a client "
                "that logs in with them."
            )

    def holds_up(self, *, in_task: bool) -> bool:
        """Whether it needs the event loop that waiting here would hold up."""
        return self._in_task and not in_task and self._thread == threading.get_ident()

    def join(self, signal: ThreadSignal | TaskSignal) -> None:
        """Have a signal set when it lands."""
        self._signals.append(signal)

    def land(self) -> None:
        """Wake all who wait."""
        for signal in self._signals:
            signal.set()

    def result(self) -> Token | None:
        """Give the token, or raise the error, of which each has a copy of its own."""
        if self.error is not None:
            raise copied(self.error)
        return self.token


def copied(error: Exception) -> Exception:
    """Give a copy: one error raised in many threads would collect all their tracebacks."""
    try:
        return copy.copy(error)
    except Exception:  # it isn't one of ours, and can't be copied
        return error


def _asyncio_task() -> object:
    import asyncio

    try:
        return asyncio.current_task()
    except RuntimeError:
        return None


_led: ContextVar[tuple[Flight, ...]] = ContextVar("logins under way here", default=())
