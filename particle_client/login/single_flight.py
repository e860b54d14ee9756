"""One login for many who wait for it, in threads and in tasks of any event loop."""

from __future__ import annotations

import copy
import os
import threading
from collections.abc import Callable, Generator
from concurrent.futures import Future
from contextvars import ContextVar
from typing import Any, TypeAlias, TypeVar

from ..base.errors import ConfigurationError
from .tokens import Token

__all__ = ["SingleFlight", "Steps", "copied", "under_way"]

T = TypeVar("T")

under_way: ContextVar[tuple[SingleFlight, ...]] = ContextVar("under_way", default=())
"""The logins that what runs here, in whatever thread or task, is part of."""


class SingleFlight(Future[Token | Exception | None]):
    """A login under way. Its result is the token, or the error.

    None when it was given up, by a cancellation for example: then one of those who waited starts
    another.
    """

    def __init__(self, *, in_task: bool) -> None:
        super().__init__()
        self._in_task = in_task
        self._thread = threading.get_ident()
        self._process = os.getpid()

    @property
    def is_lost(self) -> bool:
        """Whether it is from before a fork: the thread that would end it isn't in this process."""
        return self._process != os.getpid()

    def can_wait(self, *, in_task: bool) -> bool:
        """Whether it can end while this thread or task waits for it.

        Raises:
            ConfigurationError: It is the login itself that would wait.
        """
        if self in under_way.get():
            raise ConfigurationError(
                "A login needs itself: password=, otp=, the store and hooks must not call a client "
                "that logs in with them."
            )
        # It can't if it needs the event loop that a thread would hold up.
        return in_task or not self._in_task or self._thread != threading.get_ident()


Steps: TypeAlias = Generator[dict[str, Any] | SingleFlight | Callable[[], Any], Any, T]
"""What a login does. It yields what must be waited for, and gets what came of it:

- a form, for the response of the token endpoint to it,
- another's login, until that has ended,
- a function that may take its time, or may be async, for its result.

So it is written once for threads and tasks (see async_steps.py).
"""


def copied(error: Exception) -> Exception:
    """Return a copy: one error raised in many threads would collect all their tracebacks."""
    try:
        return copy.copy(error)
    except Exception:  # it isn't one of ours, and can't be copied
        return error
