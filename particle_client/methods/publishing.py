"""The time that `publish_and_wait` has, and what has become of it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypedDict

from ..base.checks import check_type
from ..base.errors import StreamTimeoutError
from ..events.checks import check_more_than_0, check_text, check_where

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..calls.options import RequestOptions

__all__ = ["AskOptions", "Prompt"]


class AskOptions(TypedDict, total=False):
    """What `publish_and_wait` takes besides, by keyword."""

    headers: Mapping[str, str]
    """Further headers, of all its requests."""
    access_token: str | None
    """Instead of the client's; None sends none."""


class Prompt:
    """The time that `publish_and_wait` has, and what has become of it."""

    def __init__(self, name: str, answer: str | None, timeout: float, where: object) -> None:
        check_text("name", name)
        check_type("wait_for", answer, str)
        check_more_than_0("timeout", "seconds", timeout)
        check_where(where)
        self.answer = name if answer is None else answer
        self.published = False
        self._name = name
        self._timeout = timeout
        self._until = time.monotonic() + timeout

    @property
    def seconds_left(self) -> float:
        return max(self._until - time.monotonic(), 0.0)

    def request_options(self, options: AskOptions) -> RequestOptions:
        """Return the options of the request that publishes: it has no more time than is left."""
        request: RequestOptions = {"timeout": max(self.seconds_left, 0.001)}
        if "headers" in options:
            request["headers"] = options["headers"]
        if "access_token" in options:
            request["access_token"] = options["access_token"]
        return request

    def timed_out(self) -> StreamTimeoutError:
        within = f"within {self._timeout:g} s"
        if self.published:
            return StreamTimeoutError(
                f"Event {self._name!r} was published, but no answer {self.answer!r} came {within}."
            )
        return StreamTimeoutError(
            f"Event {self._name!r} wasn't published: the event stream for the response couldn't be "
            f"opened {within}."
        )
