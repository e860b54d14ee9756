"""Opening the event streams of a `Particle`; `async_event_streams.py` is for `AsyncParticle`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..events.stream import EventStream
from ..transport.streamed import OpeningTime, prepare_connection
from .stream_options import (
    EventStreamOptions,
    connect_options,
    split_options,
    stream_extensions,
    stream_operation,
)

if TYPE_CHECKING:
    from ..transport.interrupt import Interrupt
    from ..transport.streamed import StreamedResponse
    from .resource import Resource

__all__ = ["open_stream"]


def open_stream(
    resource: Resource, path: str, options: EventStreamOptions, prefix: str | None = None
) -> EventStream:
    """Return an event stream, not connected yet."""
    client = resource._client
    stream_options, request_options = split_options(options)
    path = resource._scope + path
    operation = stream_operation(path)

    def connect(
        last_event_id: str | None, connect_timeout: float, interrupt: Interrupt
    ) -> StreamedResponse:
        attempt = connect_options(request_options, connect_timeout)
        opening = OpeningTime(connect_timeout)
        extensions = stream_extensions(last_event_id)
        extensions["trace"] = prepare_connection(interrupt.call, opening)
        response = client._open(operation, path, attempt, extensions=extensions)
        opening.end()
        return response

    return EventStream(connect, prefix or "", **stream_options)
