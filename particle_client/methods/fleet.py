"""The same call for many devices at a time."""

from __future__ import annotations

import sys
from _thread import start_new_thread
from collections.abc import (
    AsyncGenerator,
    AsyncIterable,
    AsyncIterator,
    Awaitable,
    Callable,
    Generator,
    Iterable,
    Iterator,
    Sized,
)
from contextlib import suppress
from contextvars import Context, copy_context
from dataclasses import dataclass
from functools import partial
from itertools import count, islice
from queue import Empty, SimpleQueue
from typing import (
    TYPE_CHECKING,
    Any,
    ClassVar,
    Generic,
    Literal,
    NoReturn,
    Self,
    TypeAlias,
    TypeVar,
)

from ..base.checks import check_function, check_whole_number
from ..base.files import Progress
from ..schema.tables import html_table

if TYPE_CHECKING:
    from ..events.async_worker import AsyncWorker

D = TypeVar("D")
T = TypeVar("T")

_END: Any = object()


@dataclass(eq=False, repr=False)
class _Result(Generic[D]):
    device: D

    @property
    def device_id(self) -> str:
        """The device's id."""
        return str(getattr(self.device, "id", self.device))

    def __repr__(self) -> str:
        value: object = vars(self).get("value")
        outcome = repr(self.error) if isinstance(self, DeviceFailure) else type(value).__name__
        return f"<DeviceResult {self.device_id}: {outcome}>"

    def _seen(self) -> dict[str, object]:
        return {"device_id": self.device_id, **vars(self), "device": None}

    def _repr_html_(self) -> str | None:
        return html_table([self])


@dataclass(eq=False, repr=False)
class DeviceSuccess(_Result[D], Generic[D, T]):
    """What a function returned for one device (`device`, as it was passed): its `value`."""

    ok: ClassVar[Literal[True]] = True
    error: ClassVar[None] = None
    value: T


@dataclass(eq=False, repr=False)
class DeviceFailure(_Result[D]):
    """What a function raised for one device (`device`, as it was passed): the `error`."""

    ok: ClassVar[Literal[False]] = False
    error: Exception

    @property
    def value(self) -> NoReturn:
        """Raises what the function raised."""
        raise self.error


DeviceResult: TypeAlias = DeviceSuccess[D, T] | DeviceFailure[D]
"""What a function gave for one device; `ok`, or `error is None`, tells which."""


def _cancelled(device: D) -> DeviceFailure[D]:
    """Return the result of a call that ends without one of its own."""
    return DeviceFailure(device, RuntimeError("the call was cancelled from within"))


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
        running = 0
        finished: SimpleQueue[DeviceResult[D, T]] = SimpleQueue()

        def call(device: D, context: Context) -> None:
            result: DeviceResult[D, T] = _cancelled(device)
            try:
                result = DeviceSuccess(device, context.run(fn, device))
            except Exception as error:
                result = DeviceFailure(device, error)
            finally:
                finished.put(result)

        try:
            while True:
                for device in islice(devices, concurrency - running):
                    # Ctrl+C, which can harm the start of a `Thread`, ends the program without it.
                    start_new_thread(call, (device, copy_context()))
                    running += 1
                if not running:
                    return
                while True:
                    with suppress(Empty):  # a signal just before a wait is handled only after it
                        result = finished.get(timeout=1)
                        break
                running -= 1
                self._one_more()
                yield result
        except (GeneratorExit, Exception):  # but not Ctrl+C
            while running and not sys.is_finalizing():
                finished.get()
                running -= 1
            raise


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

        from ..events.async_worker import AsyncWorker

        running: dict[object, AsyncWorker] = {}
        send, receive = anyio.create_memory_object_stream[tuple[object, DeviceResult[D, T]]](
            concurrency
        )

        async def call(key: object, device: D) -> None:
            result: DeviceResult[D, T] = _cancelled(device)
            try:
                result = DeviceSuccess(device, await fn(device))
            except Exception as error:
                result = DeviceFailure(device, error)
            finally:
                send.send_nowait((key, result))

        with send, receive:
            try:
                while True:
                    while (
                        len(running) < concurrency
                        and (device := await anext(devices, _END)) is not _END
                    ):
                        key = object()
                        running[key] = AsyncWorker()
                        running[key].start(partial(call, key, device))
                    if not running:
                        return
                    key, result = await receive.receive()
                    del running[key]
                    self._one_more()
                    yield result
            finally:
                with anyio.CancelScope(shield=True):
                    for task in running.values():
                        task.stop()
                    for task in running.values():
                        await task.join()
                    if isinstance(devices, AsyncGenerator):
                        await devices.aclose()


async def _aiter(devices: Iterable[D]) -> AsyncIterator[D]:
    for device in devices:
        yield device
