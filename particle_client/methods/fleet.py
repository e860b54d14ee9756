"""The same call for many devices at a time."""

from __future__ import annotations

from asyncio import CancelledError
from collections import deque
from collections.abc import AsyncIterable
from contextvars import copy_context
from inspect import iscoroutinefunction
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, cast

from ..base.checks import check_function

if TYPE_CHECKING:
    from collections.abc import (
        AsyncGenerator,
        AsyncIterator,
        Awaitable,
        Callable,
        Iterable,
        Iterator,
    )
    from concurrent.futures import Future, ThreadPoolExecutor
    from types import TracebackType

    from anyio import Event

    from ..events.background import BackgroundTask
    from ..uploads.multipart import Progress

__all__ = ["AsyncDeviceResults", "DeviceResult", "DeviceResults"]

D = TypeVar("D")
T = TypeVar("T")

_END: Any = object()


class DeviceResult(Generic[D, T]):
    """What a function gave for one device.

    Attributes:
        device: The device, or its id, as it was passed.
        error: What the function raised, None if it returned.
    """

    __slots__ = ("_value", "device", "error")

    def __init__(self, device: D, value: T, error: Exception | None = None) -> None:
        self.device = device
        self._value = value
        self.error = error

    @property
    def device_id(self) -> str:
        """The device's id."""
        return str(getattr(self.device, "id", self.device))

    @property
    def ok(self) -> bool:
        """Whether the function returned."""
        return self.error is None

    @property
    def value(self) -> T:
        """What the function returned. Raises what it raised."""
        if self.error is not None:
            raise self.error
        return self._value

    def __repr__(self) -> str:
        what = type(self._value).__name__ if self.error is None else repr(self.error)
        return f"<DeviceResult {self.device_id}: {what}>"


class _Window(Generic[D]):
    """How many calls run at a time, and how far it all is."""

    def __init__(self, devices: object, concurrency: int, progress: Progress | None) -> None:
        if isinstance(devices, str | bytes):
            raise TypeError("device_ids must be several ids or devices, not one str")
        if isinstance(concurrency, bool) or not isinstance(concurrency, int):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise TypeError(f"concurrency must be a whole number, not {type(concurrency).__name__}")
        if concurrency < 1:
            raise ValueError(f"concurrency must be 1 or more: {concurrency}")
        self.concurrency = concurrency
        self.closed = False
        self._done = 0
        self._total = _length(devices)
        check_function("progress", progress)
        self._progress = progress
        if progress is not None:
            progress(0, self._total)

    def one_more(self) -> None:
        self._done += 1
        if self._progress is not None:
            self._progress(self._done, self._total)


def _length(devices: Any) -> int | None:
    try:
        return len(devices)
    except TypeError:  # an iterator, or a listing that isn't fetched yet
        return None


class DeviceResults(Generic[D, T]):
    """The results of `Particle.map_devices`, as they come. Each device gives one.

    Iterate over it. Leaving the loop, `close()` or the end of a `with` block start nothing more,
    and wait for the calls that are under way.
    """

    def __init__(
        self,
        fn: Callable[[D], T],
        devices: Iterable[D],
        concurrency: int,
        progress: Progress | None,
    ) -> None:
        if iscoroutinefunction(fn):
            raise TypeError(
                "fn is an async function: Particle takes others, AsyncParticle takes it"
            )
        self._window = _Window[D](devices, concurrency, progress)
        self._fn = fn
        self._devices = iter(devices)
        self._executor: ThreadPoolExecutor | None = None
        self._running: dict[Future[T], D] = {}
        self._finished: SimpleQueue[Future[T]] = SimpleQueue()

    def __iter__(self) -> Iterator[DeviceResult[D, T]]:
        try:
            while (result := self._next()) is not None:
                yield result
        finally:
            self.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Start no further call, and wait for those that are under way."""
        self._window.closed = True
        executor, self._executor = self._executor, None
        if executor is not None:
            executor.shutdown(wait=True, cancel_futures=True)
        self._running.clear()

    def _next(self) -> DeviceResult[D, T] | None:
        window = self._window
        while not window.closed and len(self._running) < window.concurrency:
            device = next(self._devices, _END)
            if device is _END:
                break
            self._start(device)
        if not self._running:
            return None
        future = self._finished.get()
        device = self._running.pop(future)
        error = future.exception()
        if error is not None and not isinstance(error, Exception):
            raise error
        window.one_more()
        return DeviceResult(device, cast("T", None) if error else future.result(), error)

    def _start(self, device: D) -> None:
        if self._executor is None:
            from concurrent.futures import ThreadPoolExecutor

            self._executor = ThreadPoolExecutor(self._window.concurrency, "map_devices")
        future = self._executor.submit(copy_context().run, self._fn, device)
        self._running[future] = device
        future.add_done_callback(self._finished.put)


class AsyncDeviceResults(Generic[D, T]):
    """The results of `AsyncParticle.map_devices`, as they come. Each device gives one.

    Iterate over it with `async for`. Leaving the loop, `aclose()` or the end of an `async with`
    block start nothing more, and cancel the calls that are under way.
    """

    def __init__(
        self,
        fn: Callable[[D], Awaitable[T]],
        devices: Iterable[D] | AsyncIterable[D],
        concurrency: int,
        progress: Progress | None,
    ) -> None:
        self._window = _Window[D](devices, concurrency, progress)
        self._fn = fn
        self._devices = _aiter(devices)
        self._entered = False
        self._exhausted = False
        self._running: set[BackgroundTask] = set()
        self._finished: deque[DeviceResult[D, T]] = deque()
        self._change: Event | None = None
        self._mistake: TypeError | None = None

    def __aiter__(self) -> AsyncIterator[DeviceResult[D, T]]:
        # In an `async with` block, leaving the loop needs no cleaning up.
        return self if self._entered else self._until_left()

    async def __anext__(self) -> DeviceResult[D, T]:
        result = await self._next()
        if result is None:
            raise StopAsyncIteration
        return result

    async def _until_left(self) -> AsyncIterator[DeviceResult[D, T]]:
        try:
            while (result := await self._next()) is not None:
                yield result
        finally:
            await self.aclose()

    async def __aenter__(self) -> Self:
        self._entered = True
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Start no further call, and cancel those that are under way."""
        from anyio import CancelScope

        self._window.closed = True
        for task in self._running:
            task.cancel()
        with CancelScope(shield=True):
            while self._running:
                task = next(iter(self._running))
                await task.wait()
                self._running.discard(task)
            await self._devices.aclose()

    close = aclose

    async def _next(self) -> DeviceResult[D, T] | None:
        from anyio import Event

        window = self._window
        while True:
            while (
                not (window.closed or self._exhausted)
                and len(self._running) + len(self._finished) < window.concurrency
            ):
                device = await anext(self._devices, _END)
                if device is _END:
                    self._exhausted = True
                else:
                    self._start(device)
            if self._mistake is not None:
                raise self._mistake
            if self._finished:
                window.one_more()
                return self._finished.popleft()
            if not self._running:
                return None
            self._change = Event()
            await self._change.wait()

    def _start(self, device: D) -> None:
        from ..events.background import BackgroundTask

        async def work() -> None:
            try:
                answer: Any = self._fn(device)
                if not hasattr(answer, "__await__"):
                    self._mistake = _not_async(answer)
                    return
                result = DeviceResult[D, T](device, await answer)
            except Exception as error:
                result = DeviceResult[D, T](device, cast("T", None), error)
            except CancelledError as cancelled:
                if self._window.closed:
                    raise
                # Nobody here has done that. The device mustn't be left without a result.
                failure = RuntimeError("the call was cancelled by something that it waited for")
                failure.__cause__ = cancelled
                result = DeviceResult[D, T](device, cast("T", None), failure)
            finally:
                self._running.discard(task)
                if self._change is not None:
                    self._change.set()
            self._finished.append(result)

        task = BackgroundTask(work)
        self._running.add(task)


def _not_async(answer: object) -> TypeError:
    return TypeError(
        "AsyncParticle.map_devices takes an async function, but what it was given returned a "
        f"{type(answer).__name__} and nothing to await; Particle.map_devices takes other functions"
    )


async def _aiter(devices: Iterable[D] | AsyncIterable[D]) -> AsyncGenerator[D, None]:
    if isinstance(devices, AsyncIterable):
        each = aiter(devices)
        try:
            async for device in each:
                yield device
        finally:
            if hasattr(each, "aclose"):
                await cast("AsyncGenerator[D, None]", each).aclose()
    else:
        for device in devices:
            yield device
