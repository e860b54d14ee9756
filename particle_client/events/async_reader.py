"""The reader of an event stream: it connects, and connects again, ahead of the loop."""

from __future__ import annotations

import time
from typing import Any

from ..base.errors import ParticleError
from ..transport.async_streamed import AsyncStreamedResponse
from .async_worker import AsyncWorker, check_callback
from .buffer import EventBuffer
from .options import CALLBACKS, StreamOptions
from .state import StreamState


class AsyncStreamReader(AsyncWorker):
    """Connects, and puts what comes into the buffer as far as there is room.

    It knows nothing of the stream that the user holds, so that one that was forgotten is closed.

    Args:
        connect: Opens a connection. Raises the typed errors, also for an error status.
        options: See there.
        path: What the log calls the stream.
    """

    def __init__(self, connect: Any, options: StreamOptions, path: str = "") -> None:
        super().__init__()
        for name in CALLBACKS:
            check_callback(name, options.get(name))
        self.state: StreamState = StreamState(options, path)
        self.buffer: EventBuffer = EventBuffer(self.state)
        self._connect = connect
        self._paused = False

    def read_on(self) -> None:
        """Let the reader look whether there is room again; start it if it doesn't run."""
        if self._paused:
            self._paused = False
            self.notify()
        elif not self.running and self.state.failure is None:
            self.start(self._run)

    async def _run(self) -> None:
        state = self.state
        try:
            while not self.stopped and state.failure is None:
                if state.delay:
                    await self.sleep(state.delay)
                    state.delay = 0.0
                else:
                    await self._use_connection()
                    await self._hand_over()
        except Exception as error:  # of a function that gives the token, for example
            state.items.append(error)
        finally:
            self.running = False
            self.notify()

    async def _use_connection(self) -> None:
        state = self.state
        try:
            response = await self.open(self._connect, state.resume_after, state.connect_timeout)
        except ParticleError as error:
            if not self.stopped:
                state.connect_failed(error)
            return

        async def receive(chunk: bytes) -> bool:
            more = await self._receive(chunk)
            await self._leave_to_others(response)
            return more and not self.stopped

        try:
            if state.accept(response.status_code, response.to_response(b"").redacted().headers):
                await self._hand_over()
                await self._leave_to_others(response)
                reason: Exception | None = None
                try:
                    await self.read(response, state.idle, receive)
                except Exception as error:
                    reason = error
                if not self.stopped:
                    self.buffer.parse()
                    state.lost(reason)
        finally:
            state.connected = False
            await self.close(response)

    async def _receive(self, chunk: bytes) -> bool:
        """Take some bytes, and wait until more may be read; False when none may."""
        if not self.stopped:
            heartbeat = self.buffer.add(chunk)
            self.state.idle.received(time.monotonic(), heartbeat=heartbeat)
            await self._hand_over(everything=False)
        return not self.stopped and self.state.failure is None

    async def _leave_to_others(self, response: AsyncStreamedResponse) -> None:
        """Wait until an event is asked for: in httpx, reading a shared connection blocks others."""
        if response.is_shared and not self.buffer.limited:
            self._paused = True
            self.state.idle.pause()
            self.notify()  # who has asked before asks again
            while True:
                seen = self.changes
                if not self._paused or self.stopped:
                    break
                await self.wait(seen)
            self.state.idle.resume(time.monotonic())

    async def _hand_over(self, *, everything: bool = True) -> None:
        """Tell who waits that there is something, and wait until there is room for more.

        Args:
            everything: Whether to wait until the buffer is empty: what is no event must be taken
                before anything else happens.
        """
        self.notify()
        state, buffer = self.state, self.buffer
        while not self.stopped and state.failure is None:
            # In this order: who empties the buffer looks at this afterwards.
            self._paused = True
            seen = self.changes
            if buffer.empty or not (everything or buffer.full):
                self._paused = False
                break
            state.idle.pause()
            await self.wait(seen)
            state.idle.resume(time.monotonic())
