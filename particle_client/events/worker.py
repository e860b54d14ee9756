"""The thread that reads an event stream; `async_worker.py` has the same names for a task."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from contextvars import copy_context
from queue import Empty, SimpleQueue
from typing import Any

from ..base.checks import check_function as check_callback
from ..transport.streamed import StreamedResponse
from .options import refuse_coroutine
from .timing import IdleTimeout

__all__ = ["Worker", "check_callback"]

# Seconds: a signal that comes just before a wait, such as Ctrl+C, is handled only after it.
_SLICE = 1.0

# Seconds that closing a stream waits for its connection to be closed, at most.
_PATIENCE = 1.0

# Longer than any connection lives, and too long for the system calls that take a timeout.
_FOREVER = 20 * 86400.0


class Worker:
    """A thread, and a way for it and for those who wait for it to tell each other of changes.

    Attributes:
        changes: Another object after each `notify`: who waits says which one it has seen.
        running: Whether the thread runs.
        stopped: Whether `stop` was called.
    """

    def __init__(self) -> None:
        self.changes: object = object()
        self.running: bool = False
        self.stopped: bool = False
        # No locks, and queues that can't block: a signal handler may stop the stream.
        self._waiting: list[SimpleQueue[None]] = []
        self._starting = threading.Lock()
        self._thread: threading.Thread | None = None
        self._connection: Any = None

    def start(self, work: Callable[[], None]) -> None:
        """Start the thread, if it doesn't run. At its end it isn't `running`, and notifies."""
        if not self.running and not self.stopped:
            target, arguments = copy_context().run, (self._run_once, work)
            name = "particle-event-stream"
            threading.Thread(target=target, args=arguments, name=name, daemon=True).start()

    def _run_once(self, work: Callable[[], None]) -> None:
        with self._starting:  # a start that a signal handler interrupted may be repeated
            if self.running or self.stopped:
                return
            self.running = True
            self._thread = threading.current_thread()
        work()

    def stop(self) -> None:
        """End the thread and all waiting, for good. Safe from any thread and signal handler."""
        self.stopped = True
        if self._connection is not None:
            self._connection.interrupt()
        self.notify()

    def join(self) -> None:
        """Wait until the thread has ended, if it has a connection that `stop` has interrupted."""
        thread = self._thread if self._connection is not None else None
        if thread is not None and thread is not threading.current_thread():
            thread.join(_PATIENCE)

    def notify(self) -> None:
        """Let all who wait look again."""
        self.changes = object()
        waiting, self._waiting = self._waiting, []
        for each in waiting:
            each.put(None)

    def wait(self, seen: object, seconds: float | None = None) -> None:
        """Wait until `changes` isn't what was seen any more, at most so long. May end early."""
        waiting = SimpleQueue[None]()
        self._waiting.append(waiting)
        if self.changes is seen:
            with suppress(Empty):
                waiting.get(timeout=_SLICE if seconds is None else min(seconds, _SLICE))
        with suppress(ValueError):
            self._waiting.remove(waiting)

    def sleep(self, seconds: float) -> None:
        """Wait so long, or until the thread is stopped."""
        until = time.monotonic() + seconds
        while not self.stopped and (left := until - time.monotonic()) > 0:
            self.wait(self.changes, left)

    def open(self, connect: Any, last_event_id: str | None, timeout: float) -> Any:
        """Connect."""
        response = connect(last_event_id, timeout, self._use)
        self._use(response)
        return response

    def _use(self, connection: Any) -> None:
        """Have `stop` interrupt a connection; so does this, if `stop` came too early for that."""
        self._connection = connection
        if self.stopped:
            connection.interrupt()

    def read(
        self, response: StreamedResponse, idle: IdleTimeout, receive: Callable[[bytes], bool]
    ) -> None:
        """Pass on what comes over a connection until its end, or until `receive` returns False.

        Raises:
            APITimeoutError: Nothing came for too long.
        """
        timeout = idle.seconds
        response.set_read_timeout(timeout if timeout < _FOREVER else None)
        for chunk in response.iter_bytes():
            if not receive(chunk):
                return
            if idle.seconds != timeout:
                timeout = idle.seconds
                response.set_read_timeout(timeout)

    def close(self, response: StreamedResponse) -> None:
        """Close a response."""
        self._connection = None
        with suppress(Exception):  # it is of no use any more, whatever is wrong with it
            response.close()

    def call(self, function: Callable[[], object]) -> None:
        """Call a function of the user's, which must not be async."""
        refuse_coroutine("on_…", function())
