"""Waiting for async code; `waiting.py` has the same names for threads."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Awaitable, Callable
from math import inf
from typing import TYPE_CHECKING, Any, TypeVar, TypeVarTuple

from ..base.request import Request

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")
Arguments = TypeVarTuple("Arguments")


async def in_thread(function: Callable[[*Arguments], T], *arguments: *Arguments) -> T:
    """Call a function that reads or writes files where that doesn't hold up the event loop."""
    from anyio.to_thread import run_sync

    return await run_sync(function, *arguments)


async def resolve(result: Any, name: str) -> Any:
    """Return what a function of the user's returned, which may be async."""
    return await result if hasattr(result, "__await__") else result


async def wait_for(future: Future[Any], deadline: float) -> None:
    """Wait for a future that any thread may end, or until the deadline, under asyncio or trio."""
    import asyncio

    import anyio

    event = anyio.Event()
    try:
        wake: Callable[..., Any] = asyncio.get_running_loop().call_soon_threadsafe
    except RuntimeError:
        import trio

        wake = trio.lowlevel.current_trio_token().run_sync_soon

    def set_event(future: Future[Any]) -> None:
        with contextlib.suppress(RuntimeError):  # the event loop is gone
            wake(event.set)

    future.add_done_callback(set_event)
    with anyio.move_on_after(deadline - time.monotonic()):
        await event.wait()


async def in_time(send: Callable[[Request], Awaitable[T]], request: Request) -> T:
    """Send a request; raise APITimeoutError at its deadline."""
    if request.deadline == inf:
        return await send(request)
    import anyio

    # Silence ends a moment before, with an error that says in which phase it was.
    with anyio.move_on_after(max(request.deadline - time.monotonic(), 0.0) + 0.05):
        return await send(request)
    raise request.timed_out()
