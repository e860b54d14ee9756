"""The same call for many devices at a time."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterable, Sized
from contextvars import copy_context
from functools import partial
from itertools import count, islice
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from ..base.checks import check_function, check_whole_number

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterable, Iterator

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

    _value: T

    def __init__(self, device: D) -> None:
        self.device: D = device
        # Stays the error of a call that ends without one of its own.
        self.error: Exception | None = RuntimeError("the call was cancelled from within")

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
        outcome = type(self._value).__name__ if self.error is None else repr(self.error)
        return f"<DeviceResult {self.device_id}: {outcome}>"


def _counter(devices: object, concurrency: int, progress: Progress | None) -> Callable[[], None]:
    """Check the arguments; return what is to be called when one more device is done."""
    if isinstance(devices, str | bytes):
        raise TypeError("device_ids must be several ids or devices, not one str")
    check_whole_number("concurrency", concurrency)
    if concurrency < 1:
        raise ValueError(f"concurrency must be 1 or more: {concurrency}")
    check_function("progress", progress)
    total = len(devices) if isinstance(devices, Sized) else None
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
        check_function("fn", fn)
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

        running = 0
        finished: SimpleQueue[DeviceResult[D, T]] = SimpleQueue()

        def call(result: DeviceResult[D, T]) -> None:
            try:
                result._value = fn(result.device)
                result.error = None
            except Exception as error:
                result.error = error
            finally:
                finished.put(result)

        with ThreadPoolExecutor(concurrency, "map_devices") as executor:
            while True:
                for device in islice(devices, concurrency - running):
                    executor.submit(copy_context().run, call, DeviceResult[D, T](device))
                    running += 1
                if not running:
                    return
                result = finished.get()
                running -= 1
                self._one_more()
                yield result


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
        each = aiter(devices) if isinstance(devices, AsyncIterable) else _aiter(devices)
        self._results = self._run(fn, each, concurrency)

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
        self, fn: Callable[[D], Awaitable[T]], devices: AsyncIterator[D], concurrency: int
    ) -> AsyncGenerator[DeviceResult[D, T]]:
        import anyio  # it takes its time to load

        from ..events.background import BackgroundTask

        running: dict[DeviceResult[D, T], BackgroundTask] = {}
        send, receive = anyio.create_memory_object_stream[DeviceResult[D, T]](concurrency)

        async def call(result: DeviceResult[D, T]) -> None:
            try:
                result._value = await fn(result.device)
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
                        result = DeviceResult[D, T](device)
                        running[result] = BackgroundTask(partial(call, result))
                    if not running:
                        return
                    result = await receive.receive()
                    del running[result]
                    self._one_more()
                    yield result
            finally:
                with anyio.CancelScope(shield=True):
                    for task in running.values():
                        task.cancel()
                    for task in running.values():
                        await task.wait()
                    if isinstance(devices, AsyncGenerator):
                        await devices.aclose()


async def _aiter(devices: Iterable[D]) -> AsyncIterator[D]:
    for device in devices:
        yield device
