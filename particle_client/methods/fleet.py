"""The same call for many devices at a time."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterable
from contextvars import copy_context
from functools import partial
from inspect import isawaitable, iscoroutinefunction
from itertools import count, islice
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, cast

from ..base.checks import check_function, check_whole_number

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Generator, Iterable, Iterator
    from concurrent.futures import Future

    from ..events.background import BackgroundTask
    from ..uploads import Progress

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


def _counter(devices: Any, concurrency: int, progress: Progress | None) -> Callable[[], None]:
    """Check the arguments; return what is to be called when one more device is done."""
    if isinstance(devices, str | bytes):
        raise TypeError("device_ids must be several ids or devices, not one str")
    check_whole_number("concurrency", concurrency)
    if concurrency < 1:
        raise ValueError(f"concurrency must be 1 or more: {concurrency}")
    check_function("progress", progress)
    try:
        total: int | None = len(devices)
    except TypeError:  # an iterator, or a listing that isn't fetched yet
        total = None
    done = count()

    def one_more() -> None:
        if progress is not None:
            progress(next(done), total)

    one_more()  # 0 of them are done
    return one_more


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
        self._one_more = _counter(devices, concurrency, progress)
        self._results = self._run(fn, iter(devices), concurrency)

    def __iter__(self) -> Iterator[DeviceResult[D, T]]:
        return self._results

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def close(self) -> None:
        """Start no further call, and wait for those that are under way."""
        self._results.close()

    def _run(
        self, fn: Callable[[D], T], devices: Iterator[D], concurrency: int
    ) -> Generator[DeviceResult[D, T]]:
        from concurrent.futures import ThreadPoolExecutor  # loads logging

        running: dict[Future[T], D] = {}
        finished: SimpleQueue[Future[T]] = SimpleQueue()
        executor = ThreadPoolExecutor(concurrency, "map_devices")
        try:
            while True:
                for device in islice(devices, concurrency - len(running)):
                    future = executor.submit(copy_context().run, fn, device)
                    running[future] = device
                    future.add_done_callback(finished.put)
                if not running:
                    return
                future = finished.get()
                device = running.pop(future)
                try:
                    result = DeviceResult(device, future.result())
                except Exception as error:
                    result = DeviceResult(device, cast("T", None), error)
                self._one_more()
                yield result
        finally:
            executor.shutdown(cancel_futures=True)


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
        self._one_more = _counter(devices, concurrency, progress)
        self._results = self._run(fn, _aiter(devices), concurrency)

    def __aiter__(self) -> AsyncGenerator[DeviceResult[D, T]]:
        return self._results

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Start no further call, and cancel those that are under way."""
        await self._results.aclose()

    close = aclose

    async def _run(
        self, fn: Callable[[D], Awaitable[T]], devices: AsyncGenerator[D], concurrency: int
    ) -> AsyncGenerator[DeviceResult[D, T]]:
        import anyio  # it takes its time to load

        from ..events.background import BackgroundTask

        running: dict[DeviceResult[D, T], BackgroundTask] = {}
        send, receive = anyio.create_memory_object_stream[DeviceResult[D, T]](concurrency)

        async def call(result: DeviceResult[D, T]) -> None:
            try:
                awaitable = fn(result.device)
                if not isawaitable(awaitable):
                    raise _NotAsyncError(
                        "AsyncParticle.map_devices takes an async function, but what it was given "
                        f"returned a {type(awaitable).__name__} and nothing to await"
                    )
                result._value = await awaitable
                result.error = None
            except Exception as error:
                result.error = error
            finally:
                send.send_nowait(result)

        with send, receive:
            try:
                while True:
                    while (
                        len(running) < concurrency
                        and (device := await anext(devices, _END)) is not _END
                    ):
                        # The error of a call that something else cancels, and so ends without one.
                        error = RuntimeError("the call was cancelled by something it waited for")
                        result = DeviceResult[D, T](device, cast("T", None), error)
                        running[result] = BackgroundTask(partial(call, result))
                    if not running:
                        return
                    result = await receive.receive()
                    del running[result]
                    if isinstance(result.error, _NotAsyncError):
                        raise result.error
                    self._one_more()
                    yield result
            finally:
                with anyio.CancelScope(shield=True):
                    for task in running.values():
                        task.cancel()
                    for task in running.values():
                        await task.wait()
                    await devices.aclose()


class _NotAsyncError(TypeError):
    pass


async def _aiter(devices: Iterable[D] | AsyncIterable[D]) -> AsyncGenerator[D]:
    if isinstance(devices, AsyncIterable):
        each = aiter(devices)
        try:
            async for device in each:
                yield device
        finally:
            if isinstance(each, AsyncGenerator):
                await each.aclose()
    else:
        for device in devices:
            yield device
