"""The options of one call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..base.request import TimeoutTypes
    from ..base.response import Response
    from .encoding import QueryValue
    from .retries import RetryPolicy

__all__ = ["RequestOptions"]


class RequestOptions(TypedDict, total=False):
    """What every method that sends one request takes, by keyword, for this one call."""

    headers: Mapping[str, str]
    """Further headers; they replace the client's of the same name."""
    query: Mapping[str, QueryValue]
    """Further query parameters."""
    extra_body: Mapping[str, Any]
    """Further fields of a JSON body or a form. Objects within it are added to, not replaced."""
    timeout: TimeoutTypes
    """Seconds, or a `Timeout`; None waits for ever."""
    access_token: str | None
    """Instead of the client's; None sends none."""
    retries: int | RetryPolicy | None
    """How many times the request may be sent again, or a `RetryPolicy`; 0 or None for never."""
    on_response: Callable[[Response[Any]], object]
    """Called with the raw response that ends the call, before it is parsed."""
