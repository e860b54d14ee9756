"""Opening event streams."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..base.request import Timeout
from .stream_options import EventStreamOptions, split_options, stream_operation

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..events.async_stream import AsyncEventStream
    from ..transport.async_streamed import AsyncStreamedResponse
    from .async_resource import AsyncResource


def open_stream(
    resource: AsyncResource, path: str, options: EventStreamOptions, prefix: str | None = None
) -> AsyncEventStream:
    """Return an event stream, not connected yet."""
    from ..events.async_stream import AsyncEventStream  # anyio takes its time to load
    from ..events.joining import ChunkJoiner

    client = resource._client
    stream_options, request_options = split_options(options)
    path = resource._scope + path
    operation = stream_operation(path)

    async def connect(
        last_event_id: str | None, seconds: float, interrupt: Callable[[Any], None] | None
    ) -> AsyncStreamedResponse:
        request_options["timeout"] = Timeout(seconds)
        extensions: dict[str, Any] = {"interrupt": interrupt, "joiner": ChunkJoiner()}
        if last_event_id:  # sent in UTF-8, by the standard
            extensions["more_headers"] = [(b"last-event-id", last_event_id.encode())]
        return await client._open(
            operation, path, request_options, extensions=extensions, within=seconds
        )

    return AsyncEventStream(connect, prefix or "", path, **stream_options)
