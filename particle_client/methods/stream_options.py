"""What event streams are opened with: paths, and the options that users pass."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypedDict

from ..base.checks import check_more_than_0, check_type, unexpected_arguments
from ..base.secrets import hidden, hide_options
from ..calls.encoding import QueryValue
from ..calls.operation import Operation, path_segment
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


def events_path(prefix: str | None, device: str | None) -> str:
    path = "/events"
    if device == "mine":
        path = "/devices/events"
    elif device is not None:
        path = f"/devices/{path_segment('device', device)}/events"
    check_type("prefix", prefix, str)
    return path if prefix is None else f"{path}/{path_segment('prefix', prefix)}"


def stream_operation(path: str) -> Operation:
    """Return the operation of a stream: its path with names instead of values."""
    template = _VALUE.sub(lambda found: f"/{found[1]}/{{{_PARAMETERS[found[1]]}}}", path)
    return Operation("streamEvents", "GET", template)


_PARAMETERS = {
    "devices": "deviceId",
    "products": "productIdOrSlug",
    "orgs": "orgIdOrSlug",
    "events": "eventPrefix",
}
# `/devices/events` has no device's id.
_VALUE = re.compile(r"/(devices(?!/events(?:/|$))|products|orgs|events)/[^/]+")

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
