"""A cloud without sockets: what each connection brings is written down in the test."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from typing import Any

from particle_client import Response
from particle_client.events import AsyncEventStream, EventStream

Item = bytes | Exception | Callable[[], object]
"""Bytes that come, an error that is raised, or something that happens while the client reads."""


class FakeResponse:
    """A response for both kinds of stream."""

    is_shared = False
    status_code = 200

    def __init__(self, cloud: FakeCloud, items: Sequence[Item]) -> None:
        self.headers = {"content-type": "text/event-stream; charset=utf-8"}
        self.timeouts: list[float | None] = []
        self.closed = False
        self._cloud = cloud
        self._items = items

    def iter_bytes(self) -> Iterator[bytes]:
        for item in self._items:
            if isinstance(item, Exception):
                raise item
            if isinstance(item, bytes):
                yield item
            else:
                item()

    async def aiter_bytes(self) -> AsyncIterator[bytes]:
        for piece in self.iter_bytes():
            yield piece

    def to_response(self, content: bytes) -> Response[Any]:
        url = "https://cloud.example/v1/events"
        return Response(
            method="GET", url=url, status_code=200, headers=self.headers, content=content
        )

    def set_read_timeout(self, seconds: float | None) -> None:
        self.timeouts.append(seconds)

    def interrupt(self) -> None:
        pass

    def close(self) -> None:
        self.closed = True
        self._cloud.open_now.discard(self)

    async def aclose(self) -> None:
        self.close()


class FakeCloud:
    """Answers each attempt with the next thing in the script: a connection or an error."""

    def __init__(self, *script: Sequence[Item] | Exception) -> None:
        self.script = list(script)
        self.connect_timeouts: list[float] = []
        self.responses: list[FakeResponse] = []
        self.open_now: set[FakeResponse] = set()
        self.most_open = 0

    def open(
        self, last_event_id: str | None, connect_timeout: float, _: Any = None
    ) -> FakeResponse:
        self.connect_timeouts.append(connect_timeout)
        found = self.script[min(len(self.connect_timeouts), len(self.script)) - 1]
        if isinstance(found, Exception):
            raise found
        response = FakeResponse(self, found)
        self.responses.append(response)
        self.open_now.add(response)
        self.most_open = max(self.most_open, len(self.open_now))
        return response

    async def aopen(
        self, last_event_id: str | None, connect_timeout: float, _: object
    ) -> FakeResponse:
        return self.open(last_event_id, connect_timeout)


class Reader:
    """A stream of either kind, read in the same words."""

    def __init__(self, mode: str, cloud: FakeCloud, prefix: str = "", **options: Any) -> None:
        options.setdefault("reconnect_delay", 0.002)
        self.stream: Any
        if mode == "sync":
            self.stream = EventStream(cloud.open, prefix, **options)
        else:
            self.stream = AsyncEventStream(cloud.aopen, prefix, **options)
        self._sync = mode == "sync"

    async def connect(self) -> None:
        if self._sync:
            self.stream.connect()
        else:
            await self.stream.connect()

    async def next(self) -> str | None:
        """Return the next event's data; None at the end."""
        if self._sync:
            found = next(self.stream, None)
        else:
            found = await anext(self.stream, None)
        return None if found is None else found.data

    async def rest(self) -> list[str | None]:
        if self._sync:
            return [found.data for found in self.stream]
        return [found.data async for found in self.stream]

    async def wait_for(self, *arguments: Any, **keywords: Any) -> Any:
        found = self.stream.wait_for(*arguments, **keywords)
        return found if self._sync else await found

    async def close(self) -> None:
        if self._sync:
            self.stream.close()
        else:
            await self.stream.aclose()
