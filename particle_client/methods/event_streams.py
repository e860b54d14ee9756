# Generated from async_event_streams.py by `make generate`. Do not edit.
"""Opening event streams."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .stream_options import (
    EventStreamOptions,
    connect_options,
    split_options,
    stream_extensions,
    stream_operation,
)

if TYPE_CHECKING:
    from ..events.stream import EventStream
    from ..transport.interrupt import Interrupt
    from ..transport.streamed import StreamedResponse
    from .resource import Resource


def open_stream(
    resource: Resource, path: str, options: EventStreamOptions, prefix: str | None = None
) -> EventStream:
    """Return an event stream, not connected yet."""
    from ..events.stream import EventStream  # anyio takes its time to load

    client = resource._client
    stream_options, request_options = split_options(options)
    path = resource._scope + path
    operation = stream_operation(path)

    def connect(
        last_event_id: str | None, connect_timeout: float, interrupt: Interrupt | None
    ) -> StreamedResponse:
        attempt = connect_options(request_options, connect_timeout)
        extensions = stream_extensions(last_event_id, interrupt)
        return client._open(operation, path, attempt, extensions=extensions, within=connect_timeout)

    return EventStream(connect, prefix or "", **stream_options)
