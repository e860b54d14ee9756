"""Doing the steps of a login."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from ..calls.async_waiting import in_thread, resolve, wait_for
from ..operations.tokens import CREATE_ACCESS_TOKEN
from .session import SingleFlight

if TYPE_CHECKING:
    from ..calls.async_sender import AsyncSender
    from .session import Steps

T = TypeVar("T")


async def run(steps: Steps[T], client: AsyncSender) -> T:
    """Do the steps one after the other; return their result."""
    try:
        step = next(steps)
        while True:
            try:
                result = await _do(step, client)
            except Exception as error:
                step = steps.throw(error)
            else:
                step = steps.send(result)
    except StopIteration as done:
        value: T = done.value
        return value
    finally:
        steps.close()


async def _do(step: Any, client: AsyncSender) -> Any:
    if isinstance(step, SingleFlight):
        return await wait_for(step)
    if isinstance(step, dict):
        path = CREATE_ACCESS_TOKEN.path
        return await client._send(CREATE_ACCESS_TOKEN, path, {}, form=step)
    # In a thread: a prompt or a key ring must not hold up the event loop.
    return await resolve(await in_thread(step), "a login")
