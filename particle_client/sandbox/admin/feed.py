"""The live feed: a stream of what has changed, a few times a second."""

import asyncio
import dataclasses
import json
import time
from typing import Any

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from ..cloud import Cloud
from . import views

_INTERVAL = 0.2
_LARGEST = 400
"""Events and requests in one message: a page that shows them can't use more."""

_SIGN_OF_LIFE = 2.0


class Feed(Response):
    """Sends events and requests in batches until the client or the sandbox has had enough."""

    media_type = "text/event-stream"

    def __init__(self, cloud: Cloud, closing: asyncio.Event) -> None:
        super().__init__()
        del self.headers["Content-Length"]
        self._cloud = cloud
        self._closing = closing
        self._events: int = cloud.state.events.published
        self._changes: int = cloud.requests_log.changes
        self._last = 0.0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        watcher = asyncio.create_task(self._until_gone(receive))
        stop = asyncio.create_task(self._closing.wait())
        try:
            await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
            while not (watcher.done() or stop.done()):
                if message := self._next():
                    await send({"type": "http.response.body", "body": message, "more_body": True})
                await asyncio.wait(
                    (watcher, stop), timeout=_INTERVAL, return_when=asyncio.FIRST_COMPLETED
                )
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        except OSError:
            pass  # the client went away while something was being sent
        finally:
            watcher.cancel()
            stop.cancel()

    def _next(self) -> bytes | None:
        state, log = self._cloud.state, self._cloud.requests_log
        now = time.monotonic()
        news = state.events.published != self._events or log.changes != self._changes
        if not news and now - self._last < _SIGN_OF_LIFE:
            return None
        self._last = now
        published, changes = state.events.published, log.changes
        message: dict[str, Any] = {
            "published": published,
            "requests_seen": log.count,
            "open_streams": len(state.events),
            "time": state.clock.timestamp(),
            "events": views.events(state, self._events, _LARGEST),
            "requests": [
                dataclasses.asdict(each)
                for each in log.requests(since=self._changes, bodies=False)[-_LARGEST:]
            ],
            "faults": [views.fault(fault) for fault in self._cloud.faults],
        }
        self._events, self._changes = published, changes
        return f"data: {json.dumps(message, separators=(',', ':'))}\n\n".encode()

    async def _until_gone(self, receive: Receive) -> None:
        while (await receive())["type"] != "http.disconnect":
            pass
