"""The response of the event stream paths."""

import asyncio

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from .events import EventBus, Subscription


class EventStreamResponse(Response):
    """Sends a subscription's events until either side has had enough."""

    media_type = "text/event-stream"

    def __init__(self, subscription: Subscription, bus: EventBus, heartbeat: float | None) -> None:
        super().__init__(headers={"Cache-Control": "no-cache"})
        del self.headers["Content-Length"]
        self._subscription = subscription
        self._bus = bus
        self._heartbeat = heartbeat

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        watcher = asyncio.create_task(self._close_on_disconnect(receive))
        try:
            await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
            if scope["method"] != "HEAD":
                await self._send_events(send)
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        except OSError:
            pass  # the client went away while something was being sent
        finally:
            self._bus.unsubscribe(self._subscription)
            watcher.cancel()

    async def _send_events(self, send: Send) -> None:
        chunk: bytes | None = b":ok\n\n"
        while chunk is not None:
            await send({"type": "http.response.body", "body": chunk, "more_body": True})
            chunk = await self._subscription.next_chunk(self._heartbeat)

    async def _close_on_disconnect(self, receive: Receive) -> None:
        while (await receive())["type"] != "http.disconnect":
            pass
        self._subscription.close(discard=True)
