# Generated from async_steps.py by `make generate`. Do not edit.
"""Doing the steps of a login."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from ..calls.waiting import in_thread, resolve, wait_for
from ..operations.tokens import CREATE_ACCESS_TOKEN
from .session import SingleFlight

if TYPE_CHECKING:
    from ..calls.sender import Sender
    from .session import Steps

T = TypeVar("T")


def run(steps: Steps[T], client: Sender) -> T:
    """Do the steps one after the other; return their result."""
    try:
        step = next(steps)
        while True:
            try:
                result = _do(step, client)
            except Exception as error:
                step = steps.throw(error)
            else:
                step = steps.send(result)
    except StopIteration as done:
        value: T = done.value
        return value
    finally:
        steps.close()


def _do(step: Any, client: Sender) -> Any:
    if isinstance(step, SingleFlight):
        return wait_for(step)
    if isinstance(step, dict):
        path = CREATE_ACCESS_TOKEN.path
        return client._send(CREATE_ACCESS_TOKEN, path, {}, form=step)
    # In a thread: a prompt or a key ring must not hold up the event loop.
    return resolve(in_thread(step), "a login")
