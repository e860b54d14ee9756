"""Waiting until a socket can be read or written, under asyncio and under trio."""

from __future__ import annotations

import asyncio
import errno
import math
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import socket
    from collections.abc import Awaitable, Callable

__all__ = ["AsyncioWaits", "trio_waits"]


class AsyncioWaits:
    """Waiting for a socket, with asyncio."""

    def __init__(self, sock: socket.socket) -> None:
        self._fd = sock.fileno()
        self._loop = asyncio.get_running_loop()
        self._waiting: set[asyncio.Future[None]] = set()

    async def wait(self, read: bool, write: bool, timeout: float | None) -> None:
        """Wait until the socket can be read from or written to."""
        loop = self._loop
        waiter: asyncio.Future[None] = loop.create_future()
        self._waiting.add(waiter)
        timer = None if timeout is None else loop.call_later(timeout, _time_out, waiter)
        if read:
            loop.add_reader(self._fd, _wake, waiter)
        if write:
            loop.add_writer(self._fd, _wake, waiter)
        try:
            await waiter
        finally:
            self._waiting.discard(waiter)
            if timer is not None:
                timer.cancel()
            if self._fd >= 0:
                if read:
                    loop.remove_reader(self._fd)
                if write:
                    loop.remove_writer(self._fd)

    def close(self) -> None:
        """Wake who waits: the socket is about to be closed."""
        for waiter in self._waiting:
            if not waiter.done():
                waiter.set_exception(OSError(errno.EBADF, "The connection was closed"))
            self._loop.remove_reader(self._fd)
            self._loop.remove_writer(self._fd)
        self._fd = -1

    async def pause(self) -> None:
        """Give other tasks their turn."""
        await asyncio.sleep(0)


def _wake(waiter: asyncio.Future[None]) -> None:
    if not waiter.done():
        waiter.set_result(None)


def _time_out(waiter: asyncio.Future[None]) -> None:
    if not waiter.done():
        waiter.set_exception(TimeoutError())


def trio_waits(sock: socket.socket) -> Any:
    """Waiting for a socket, with trio."""
    import trio

    async def wait(read: bool, write: bool, timeout: float | None) -> None:
        with trio.move_on_after(math.inf if timeout is None else timeout) as scope:
            try:
                if not write:
                    await trio.lowlevel.wait_readable(sock)
                elif not read:
                    await trio.lowlevel.wait_writable(sock)
                else:
                    await wait_for_either()
            except trio.ClosedResourceError as error:
                raise OSError(errno.EBADF, "The connection was closed") from error
        if scope.cancelled_caught:
            raise TimeoutError

    async def wait_for_either() -> None:
        closed: list[trio.ClosedResourceError] = []

        async def first(wait: Any) -> None:
            try:
                await wait(sock)
            except trio.ClosedResourceError as error:
                closed.append(error)
            nursery.cancel_scope.cancel()

        async with trio.open_nursery() as nursery:
            nursery.start_soon(first, trio.lowlevel.wait_readable)
            nursery.start_soon(first, trio.lowlevel.wait_writable)
        if closed:
            raise closed[0]

    return _Waits(wait, lambda: trio.lowlevel.notify_closing(sock), trio.lowlevel.checkpoint)


class _Waits(NamedTuple):
    """What `AsyncioWaits` has, of functions."""

    wait: Callable[[bool, bool, float | None], Awaitable[None]]
    close: Callable[[], None]
    pause: Callable[[], Awaitable[None]]
