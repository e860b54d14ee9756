# Generated from async_event_streams.py by `make generate`. Do not edit.
"""Opening event streams."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..base.request import Timeout
from .stream_options import EventStreamOptions, split_options, stream_operation

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..events.stream import EventStream
    from ..transport.streamed import StreamedResponse
    from .resource import Resource


def open_stream(
    resource: Resource, path: str, options: EventStreamOptions, prefix: str | None = None
) -> EventStream:
    """Return an event stream, not connected yet."""
    from ..events.joining import ChunkJoiner
    from ..events.stream import EventStream  # anyio takes its time to load

    client = resource._client
    stream_options, request_options = split_options(options)
    path = resource._scope + path
    operation = stream_operation(path)

    def connect(
        last_event_id: str | None, seconds: float, interrupt: Callable[[Any], None] | None
    ) -> StreamedResponse:
        request_options["timeout"] = Timeout(seconds)
        extensions: dict[str, Any] = {"interrupt": interrupt, "joiner": ChunkJoiner()}
        if last_event_id:  # sent in UTF-8, by the standard
            extensions["more_headers"] = [(b"last-event-id", last_event_id.encode())]
        return client._open(operation, path, request_options, extensions=extensions, within=seconds)

    return EventStream(connect, prefix or "", path, **stream_options)
