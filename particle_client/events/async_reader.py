"""The reader of an event stream: it connects, and connects again, ahead of the loop."""

from __future__ import annotations

import time
from math import inf
from typing import TYPE_CHECKING, Any

from ..base.errors import ParticleError
from .async_worker import AsyncWorker, check_callback
from .buffer import READ_AHEAD, EventBuffer
from .options import CALLBACKS
from .state import StreamState

if TYPE_CHECKING:
    from ..transport.async_streamed import AsyncStreamedResponse
    from .options import StreamOptions


class AsyncStreamReader(AsyncWorker):
    """Connects, and puts what comes into the buffer as far as there is room.

    It knows nothing of the stream that the user holds, so that one that was forgotten is closed.

    Args:
        connect: Opens a connection. Raises the typed errors, also for an error status.
        options: See there.
    """

    def __init__(self, connect: Any, options: StreamOptions) -> None:
        super().__init__()
        for name in CALLBACKS:
            check_callback(name, options.get(name))
        self.state = StreamState(options)
        self.buffer = EventBuffer()
        self._connect = connect
        self._paused = False

    def read_on(self) -> None:
        """Let the reader look whether there is room again; start it if it doesn't run."""
        if self._paused:
            self._paused = False
            self.notify()
        elif not self.running and self.state.failure is None:
            self.start(self._run)

    def end(self) -> None:
        """Stop for good, and forget what has come. Safe from any thread and signal handler."""
        self.stop()
        self.buffer.items.clear()

    async def _run(self) -> None:
        state = self.state
        try:
            while not self.stopped and state.failure is None:
                delay, state.delay = state.delay, None
                if delay is not None:
                    await self.sleep(delay)
                else:
                    await self._use_connection()
                await self._hand_over()
        except Exception as error:  # of a function that gives the token, for example
            self.buffer.items.append(error)

    async def _use_connection(self) -> None:
        state = self.state
        try:
            response = await self.open(self._connect, state.resume_after, state.connect_timeout)
        except ParticleError as error:
            if not self.stopped:
                state.connect_failed(error)
            return
        try:
            if state.accept(response.status_code, response.headers):
                self.notify()  # of the connection, if there is nothing to call
                await self._hand_over()
                await self._read(response)
        finally:
            state.connected = False
            await self.close(response)

    async def _read(self, response: AsyncStreamedResponse) -> None:
        error: Exception | None = None
        try:
            await self.read(response, self.state.idle, self._receive)
        except Exception as raised:
            error = raised
        if not self.stopped and self.state.failure is None:
            self.state.lost(error)

    async def _receive(self, chunk: bytes) -> bool:
        """Take some bytes, and wait until more may be read; False when none may."""
        if not self.stopped:
            self.state.receive(chunk)
            await self._hand_over(len(chunk))
        return not self.stopped and self.state.failure is None

    async def _hand_over(self, size: int = READ_AHEAD) -> None:
        """Put what is new into the buffer, and wait until there is room for more.

        Args:
            size: How many bytes that was. By default it fills the buffer: what is no event must
                be taken before anything else happens.
        """
        state, buffer = self.state, self.buffer
        news, state.news = state.news, []
        buffer.read += size
        while not self.stopped:
            if news:
                news = buffer.add(news)
                self.notify()
            # In this order: who empties the buffer looks at this afterwards.
            self._paused = True
            seen = self.changes
            if not news and (not buffer.full or state.failure is not None):
                self._paused = False
                break
            state.idle.pause()
            await self.wait(seen)
        if self.stopped:  # perhaps after the buffer was emptied
            buffer.items.clear()
        elif state.idle.since == inf:
            state.idle.resume(time.monotonic())
