"""What event streams are opened with: their operation, and the options that users pass."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypedDict

from ..base.checks import check_more_than_0, check_type, unexpected_arguments
from ..base.secrets import hidden, hide_options
from ..calls.encoding import QueryValue
from ..calls.operation import Operation
from ..calls.options import RequestOptions
from ..events.options import StreamOptions


class EventStreamOptions(StreamOptions, total=False):
    """What every `stream` method takes, by keyword."""

    headers: Mapping[str, str]
    """Further headers, sent whenever the stream connects."""
    query: Mapping[str, QueryValue]
    """Further query parameters."""
    timeout: float
    """The same as `connect_timeout`."""
    access_token: str | None
    """Instead of the client's; None sends none."""


class PromptOptions(TypedDict, total=False):
    """What `publish_and_wait` takes besides, by keyword."""

    headers: Mapping[str, str]
    """Further headers, of all its requests."""
    access_token: str | None
    """Instead of the client's; None sends none."""


def stream_operation(
    scope: str, prefix: str | None, device: str | None, product: str | int | None
) -> tuple[Operation, str]:
    """Return the operation of a stream, and the path of a call of it."""
    check_type("prefix", prefix, str)
    template, arguments = "{scope}", dict[str, str | int]()
    if product is not None:
        template += "/products/{productIdOrSlug}"
        arguments["product"] = product
    if device is not None:
        template += "/devices"
        if device != "mine":
            template += "/{deviceId}"
            arguments["device"] = device
    template += "/events"
    if prefix is not None:
        template += "/{eventPrefix}"
        arguments["prefix"] = prefix
    operation = Operation("streamEvents", "GET", template)
    return operation, operation.fill_path(scope, arguments)


_REQUEST_OPTIONS = ("headers", "query", "access_token")
_HEADERS = {
    "accept": "text/event-stream",
    "accept-encoding": "identity",
    "cache-control": "no-store",
    # A pooled connection may have died unnoticed; a stream wants one of its own.
    "connection": "close",
}


def split_options(options: EventStreamOptions) -> tuple[StreamOptions, RequestOptions]:
    """Sort the options into those of the stream and those of its requests."""
    hide_options(options)
    stream: Any = dict(options)
    request: Any = {name: stream.pop(name) for name in _REQUEST_OPTIONS if name in stream}
    if "timeout" in stream:
        check_more_than_0("timeout", "seconds", stream["timeout"])
        stream.setdefault("connect_timeout", stream.pop("timeout"))
    known = set(StreamOptions.__annotations__)
    if unknown := stream.keys() - known:
        known = {*known, *_REQUEST_OPTIONS, "timeout"}
        more = "A stream has max_reconnects=, not retries=." if "retries" in unknown else ""
        raise unexpected_arguments(unknown, known, "every stream", more)
    request["headers"] = hidden({**_HEADERS, **request.get("headers", {})})
    request["retries"] = None  # the stream itself tries again, for as long as it is told to
    return stream, request
