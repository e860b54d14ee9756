"""What the parts of a sandbox share: its lock, its clock, and the event loop that serves it."""

import asyncio
import contextlib
import threading
import time
from collections.abc import Callable, Coroutine
from typing import Any

from .clock import Clock

_JOIN_SECONDS = 0.2
_KEPT_THREADS = 100


class Runtime:
    """The lock and the clock of one sandbox, and its event loop, reachable from any thread.

    Everything that reads or changes the sandbox's state holds ``lock``: the handlers run in the
    server's thread, the user's own calls in any other.
    """

    def __init__(self) -> None:
        self.lock: threading.RLock = threading.RLock()
        self.clock: Clock = Clock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._threads: set[threading.Thread] = set()

    @property
    def running(self) -> bool:
        """Whether the sandbox is serving."""
        return self._loop is not None

    def attach(self) -> None:
        """Takes the running event loop as the sandbox's; called when serving starts."""
        self._loop = asyncio.get_running_loop()

    async def detach(self) -> None:
        """Ends every background task; called when serving stops."""
        self._loop = None
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def join(self) -> None:
        """Waits a little for calls of the user's code that haven't come back."""
        deadline = time.monotonic() + _JOIN_SECONDS
        for thread in list(self._threads):
            if thread is not threading.current_thread():
                thread.join(max(0.0, deadline - time.monotonic()))
        self._threads = {thread for thread in self._threads if thread.is_alive()}

    def call_soon(self, callback: Callable[[], None]) -> None:
        """Runs the callback in the loop; nothing happens when the sandbox isn't serving."""
        loop = self._loop
        if loop is None:
            return
        try:
            loop.call_soon_threadsafe(callback)
        except RuntimeError:
            if not loop.is_closed():
                raise

    def spawn(self, start: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Runs a coroutine in the background until it ends or the sandbox stops."""

        def begin() -> None:
            task = asyncio.get_running_loop().create_task(start())
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

        self.call_soon(begin)

    async def call(self, function: Callable[[], object], timeout: float) -> object:
        """Calls the user's function in a thread of its own and gives what it returns.

        Raises TimeoutError after ``timeout`` seconds, or whatever the function raises.
        """
        loop = asyncio.get_running_loop()
        outcome: asyncio.Future[object] = loop.create_future()

        def settle(result: object, error: BaseException | None) -> None:
            if outcome.done():
                return
            if error is None:
                outcome.set_result(result)
            elif isinstance(error, StopIteration):  # which a future can't carry
                outcome.set_exception(RuntimeError("StopIteration"))
            else:
                outcome.set_exception(error)

        def work() -> None:
            result, error = None, None
            try:
                result = function()
            except BaseException as raised:
                error = raised
            with contextlib.suppress(RuntimeError):  # stopped: nobody waits any more
                loop.call_soon_threadsafe(settle, result, error)

        # A thread for each call: a pool would stall on functions that hang, which tests do.
        thread = threading.Thread(target=work, name="particle-sandbox-device", daemon=True)
        if len(self._threads) > _KEPT_THREADS:
            self._threads = {other for other in self._threads if other.is_alive()}
        self._threads.add(thread)
        thread.start()
        async with asyncio.timeout(timeout):
            return await outcome
