"""What event streams are opened with: paths, options, and what each attempt to connect sends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

from ..base.checks import check_more_than_0, unexpected_arguments
from ..base.request import Timeout
from ..base.secrets import hide_options
from ..calls.operation import Operation, path_segment
from ..calls.options import RequestOptions
from ..events.checks import check_text
from ..events.options import StreamOptions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..calls.encoding import QueryValue
    from ..transport.interrupt import Interrupt


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
    if prefix is None:
        return path
    check_text("prefix", prefix)
    return f"{path}/{path_segment('prefix', prefix)}"


def org_events_path(prefix: str | None, product: str | int | None, device: str | None) -> str:
    where = "" if product is None else f"/products/{path_segment('product', product)}"
    return where + events_path(prefix, device)


_REQUEST_OPTIONS = ("headers", "query", "access_token")


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
    return stream, request


def stream_operation(path: str) -> Operation:
    """Return the operation of a stream: its path with names instead of values."""
    template, before = "", ""
    for segment in path.split("/")[1:]:
        # `/devices/events` has no device's id.
        if before == "devices" and segment == "events":
            before = ""
        name = _PARAMETERS.get(before)
        template += f"/{{{name}}}" if name else f"/{segment}"
        before = "" if name else segment
    return Operation("streamEvents", "GET", template)


_PARAMETERS = {
    "devices": "deviceId",
    "products": "productIdOrSlug",
    "orgs": "orgIdOrSlug",
    "events": "eventPrefix",
}


def connect_options(options: RequestOptions, connect_timeout: float) -> RequestOptions:
    """Return the options of one attempt to connect."""
    headers = {
        "accept": "text/event-stream",
        "accept-encoding": "identity",
        "cache-control": "no-store",
        # A pooled connection may have died unnoticed; a stream wants one of its own.
        "connection": "close",
    }
    return {
        **options,
        "headers": {**headers, **options.get("headers", {})},
        "timeout": Timeout(connect_timeout),
        # The stream itself tries again, for as long as it is told to.
        "retries": None,
    }


def stream_extensions(last_event_id: str | None, interrupt: Interrupt | None) -> dict[str, Any]:
    """Return what goes past the headers of the call: an id is sent in UTF-8, by the standard."""
    extensions: dict[str, Any] = {"interrupt": interrupt}
    if last_event_id:
        extensions["more_headers"] = [(b"last-event-id", last_event_id.encode())]
    return extensions
