"""A login as a row of steps, which a thread takes in one way and a task in another.

What is to be done is written once, as a generator that yields `Send` and `Ask`, and gets what came
of them. It neither waits nor knows who does.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from ..base.errors import ConfigurationError
from ..operations.tokens import CREATE_ACCESS_TOKEN
from .tokens import Secret

if TYPE_CHECKING:
    from ..calls.async_sender import AsyncSender
    from ..calls.sender import Sender

__all__ = ["Ask", "Send", "Steps", "arun", "run"]

T = TypeVar("T")


class Send:
    """Send a form to the token endpoint. Gives the response."""

    __slots__ = ("form",)

    def __init__(self, form: dict[str, Any]) -> None:
        self.form = form


class Ask:
    """Call a function that may wait for something: a person, a disk. Gives what it gave."""

    __slots__ = ("arguments", "function")

    def __init__(self, function: Callable[..., Any], *arguments: Any) -> None:
        self.function = function
        self.arguments = arguments


Steps: TypeAlias = Generator[Send | Ask, Any, T]


def run(steps: Steps[T], client: Sender) -> T:
    """Take the steps in this thread."""
    try:
        step = next(steps)
        while True:
            try:
                result = _take(step, client)
            except Exception as error:
                step = steps.throw(error)
            else:
                step = steps.send(result)
    except StopIteration as done:
        value: T = done.value
        return value
    finally:
        steps.close()


def _take(step: Send | Ask, client: Sender) -> Any:
    if isinstance(step, Send):
        return client._send(CREATE_ACCESS_TOKEN, CREATE_ACCESS_TOKEN.path, {}, form=step.form)
    answer = step.function(*step.arguments)
    if inspect.isawaitable(answer):
        if inspect.iscoroutine(answer):
            answer.close()  # one that nobody awaits would warn
        raise ConfigurationError("Only AsyncParticle can ask an async function.")
    return _discreet(answer)


async def arun(steps: Steps[T], client: AsyncSender) -> T:
    """Take the steps in this task."""
    try:
        step = next(steps)
        while True:
            try:
                result = await _atake(step, client)
            except Exception as error:
                step = steps.throw(error)
            else:
                step = steps.send(result)
    except StopIteration as done:
        value: T = done.value
        return value
    finally:
        steps.close()


async def _atake(step: Send | Ask, client: AsyncSender) -> Any:
    if isinstance(step, Send):
        return await client._send(CREATE_ACCESS_TOKEN, CREATE_ACCESS_TOKEN.path, {}, form=step.form)
    if inspect.iscoroutinefunction(step.function):
        return _discreet(await step.function(*step.arguments))
    from anyio import to_thread

    # In a thread: a prompt or a key ring must not hold up the event loop.
    answer = await to_thread.run_sync(step.function, *step.arguments)
    return _discreet(await answer if inspect.isawaitable(answer) else answer)


def _discreet(answer: Any) -> Any:
    return Secret(answer) if isinstance(answer, str) else answer
