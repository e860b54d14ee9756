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
    from ..events.async_stream import AsyncEventStream
    from ..transport.async_streamed import AsyncStreamedResponse
    from ..transport.interrupt import Interrupt
    from .async_resource import AsyncResource


def open_stream(
    resource: AsyncResource, path: str, options: EventStreamOptions, prefix: str | None = None
) -> AsyncEventStream:
    """Return an event stream, not connected yet."""
    from ..events.async_stream import AsyncEventStream  # anyio takes its time to load

    client = resource._client
    stream_options, request_options = split_options(options)
    path = resource._scope + path
    operation = stream_operation(path)

    async def connect(
        last_event_id: str | None, connect_timeout: float, interrupt: Interrupt | None
    ) -> AsyncStreamedResponse:
        attempt = connect_options(request_options, connect_timeout)
        extensions = stream_extensions(last_event_id, interrupt)
        return await client._open(
            operation, path, attempt, extensions=extensions, within=connect_timeout
        )

    return AsyncEventStream(connect, prefix or "", **stream_options)
