"""The time that `publish_and_wait` has, and what has become of it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypedDict, cast

from ..base.checks import check_function, check_type
from ..base.errors import StreamTimeoutError
from ..events.checks import check_more_than_0, check_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..calls.options import RequestOptions

__all__ = ["Prompt", "PromptOptions"]


class PromptOptions(TypedDict, total=False):
    """What `publish_and_wait` takes besides, by keyword."""

    headers: Mapping[str, str]
    """Further headers, of all its requests."""
    access_token: str | None
    """Instead of the client's; None sends none."""


class Prompt:
    """An event that is published for the sake of another one, the response."""

    def __init__(self, name: str, response: str | None, timeout: float, where: object) -> None:
        check_text("name", name)
        check_type("wait_for", response, str)
        check_more_than_0("timeout", "seconds", timeout)
        check_function("where", where)
        self.response = name if response is None else response
        self.published = False
        self._name = name
        self._timeout = timeout
        self._deadline = time.monotonic() + timeout

    @property
    def remaining(self) -> float:
        return max(self._deadline - time.monotonic(), 0.0)

    def request_options(self, options: PromptOptions) -> RequestOptions:
        """Return the options of the request that publishes: it has no more time than is left."""
        return cast("RequestOptions", {**options, "timeout": max(self.remaining, 0.001)})

    def timed_out(self) -> StreamTimeoutError:
        within = f"within {self._timeout:g} s"
        if self.published:
            return StreamTimeoutError(
                f"Event {self._name!r} was published, but no response {self.response!r} came "
                f"{within}."
            )
        return StreamTimeoutError(
            f"Event {self._name!r} wasn't published: the event stream for the response couldn't be "
            f"opened {within}."
        )
