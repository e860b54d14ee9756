"""Opening the event streams of a `Particle`; `async_event_streams.py` is for `AsyncParticle`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..events.stream import EventStream
from ..transport.interrupt import Interrupt
from .stream_options import (
    EventStreamOptions,
    connect_extensions,
    connect_options,
    split_options,
    stream_operation,
)

if TYPE_CHECKING:
    from collections.abc import Callable

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
        last_event_id: str | None,
        connect_timeout: float,
        register_interrupt: Callable[[Callable[[], None]], None],
    ) -> StreamedResponse:
        attempt = connect_options(request_options, connect_timeout)
        interrupt = Interrupt()
        register_interrupt(interrupt.set)
        extensions = {**connect_extensions(last_event_id), "interrupt": interrupt}
        return client._open(operation, path, attempt, extensions=extensions)

    stream = EventStream(connect, **stream_options)
    stream._prefix = prefix or ""
    return stream
