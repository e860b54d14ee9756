"""A bounded buffer between an event stream and a slow loop: `stream.buffered(size)`.

Without it nothing is read before the loop asks, and the cloud has to wait. With it the stream is
read on, up to `size` events ahead of the loop; when the buffer is full, either the stream waits
(`block`) or the oldest event is given up and counted (`drop_oldest`).
"""

from __future__ import annotations

import threading
from collections import deque
from typing import TYPE_CHECKING, Literal, Self, TypeAlias

from ..base.async_only import AsyncOnly
from ..base.checks import check_number
from ..base.errors import ConfigurationError

if TYPE_CHECKING:
    from types import TracebackType

    from .async_stream import AsyncEventStream
    from .event import Event
    from .stream import EventStream
    from .tasks import Flag, Loop, Task

__all__ = ["AsyncBufferedEvents", "BufferedEvents", "WhenFull"]

WhenFull: TypeAlias = Literal["block", "drop_oldest"]


class _Buffer:
    def __init__(self, size: int, when_full: WhenFull) -> None:
        check_number("size", size)
        if not size >= 1:
            raise ConfigurationError(f"The buffer must hold at least one event, not {size!r}.")
        if when_full not in ("block", "drop_oldest"):
            raise ConfigurationError(
                f"when_full must be 'block' or 'drop_oldest', not {when_full!r}."
            )
        self._size = size
        self._blocks = when_full == "block"
        self._events: deque[Event] = deque()
        self._error: Exception | None = None
        self.dropped = 0
        """How many events were given up because the buffer was full."""

    def __len__(self) -> int:
        """How many events are waiting."""
        return len(self._events)

    @property
    def _full(self) -> bool:
        return len(self._events) >= self._size

    def _put(self, event: Event) -> None:
        if self._full:
            self._events.popleft()
            self.dropped += 1
        self._events.append(event)

    def _raise_error(self) -> None:
        if self._error is not None:
            error, self._error = self._error, None
            raise error


class BufferedEvents(_Buffer):
    """An iterator over the events of a stream that a thread reads ahead.

    The thread begins with the first event asked for, and ends when the stream is closed. The
    stream's functions (`on_…`) run in it; what they raise comes out of the loop.
    """

    def __init__(self, stream: EventStream, size: int, when_full: WhenFull) -> None:
        super().__init__(size, when_full)
        self._stream = stream
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        stream.when_closed(self._wake)

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Event:
        with self._changed:
            while not self._stream.closed:
                if self._events:
                    self._changed.notify_all()
                    return self._events.popleft()
                self._raise_error()
                if self._thread is None:
                    self._thread = threading.Thread(
                        target=self._read, name="particle-event-buffer", daemon=True
                    )
                    self._thread.start()
                self._changed.wait()
        raise StopIteration

    def close(self) -> None:
        """Close the stream, and wait until the thread has ended."""
        self._stream.close()
        thread = self._thread
        if thread is not None and thread is not threading.current_thread():
            thread.join()

    def __enter__(self) -> Self:
        self._stream.connect()
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc_value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _read(self) -> None:
        error = None
        try:
            for event in self._stream:
                with self._changed:
                    while self._blocks and self._full and not self._stream.closed:
                        self._changed.wait()
                    self._put(event)
                    self._changed.notify_all()
        except Exception as raised:
            error = raised
        finally:
            with self._changed:
                self._error = error
                self._thread = None
                self._changed.notify_all()

    def _wake(self) -> None:
        # Not while holding the lock for long: close() must return at once.
        with self._changed:
            self._events.clear()
            self._changed.notify_all()


class AsyncBufferedEvents(AsyncOnly, _Buffer):
    """An async iterator over the events of a stream that a task reads ahead.

    The task begins with the first event asked for, and ends when the stream is closed.
    """

    def __init__(self, stream: AsyncEventStream, size: int, when_full: WhenFull) -> None:
        super().__init__(size, when_full)
        self._stream = stream
        self._loop: Loop | None = None
        self._task: Task | None = None
        self._waiting: list[Flag] = []
        stream.when_closed(self._wake)

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Event:
        from .tasks import current_loop

        while not self._stream.closed:
            if self._events:
                event = self._events.popleft()
                self._wake()
                return event
            self._raise_error()
            if self._loop is None:
                self._loop = current_loop()
            if self._task is None:
                self._task = self._loop.start(self._read)
            await self._change(self._loop)
        raise StopAsyncIteration

    async def aclose(self) -> None:
        """Close the stream, and wait until its task has ended."""
        await self._stream.aclose()
        task = self._task
        if task is not None and not task.is_current:
            await task.wait()

    async def __aenter__(self) -> Self:
        await self._stream.connect()
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc_value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()

    async def _read(self) -> None:
        error = None
        loop = self._loop
        assert loop is not None
        try:
            async for event in self._stream:
                while self._blocks and self._full and not self._stream.closed:
                    await self._change(loop)
                self._put(event)
                self._wake()
        except Exception as raised:
            error = raised
        finally:
            self._error = error
            self._task = None
            self._wake()

    async def _change(self, loop: Loop) -> None:
        flag = loop.flag()
        self._waiting.append(flag)
        await flag.wait()

    def _wake(self) -> None:
        if self._stream.closed:
            self._events.clear()
        waiting, self._waiting = self._waiting, []
        for flag in waiting:
            flag.set()
