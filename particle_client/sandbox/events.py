"""Events and who gets them."""

import asyncio
import json
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from .runtime import Runtime
from .validation import check_event

HISTORY_LENGTH = 10_000
"""How many past events a sandbox remembers for its users' assertions."""

BUFFER_LIMIT = 100_000
"""Events waiting for one slow stream before the sandbox gives it up, as the cloud would."""

_CHUNK_EVENTS = 256
_TIME_TO_LIVE = 60


@dataclass(frozen=True, kw_only=True)
class Event:
    """One published event. ``device_id`` is what the wire calls ``coreid``."""

    name: str
    data: str | None
    device_id: str
    published_at: str
    ttl: int = _TIME_TO_LIVE
    public: bool = False
    owner_id: str | None = None
    """Account whose stream carries the event."""
    user_id: str = ""
    product_id: int | None = None
    """Product whose stream carries the event."""
    version: int = 0

    @cached_property
    def brief_frame(self) -> bytes:
        """The event as account and device streams carry it."""
        return self._frame({})

    @cached_property
    def detailed_frame(self) -> bytes:
        """The event as product and organization streams carry it."""
        return self._frame(
            {
                "userid": self.user_id,
                "version": self.version,
                "public": self.public,
                "productID": self.product_id,
            }
        )

    def _frame(self, more: dict[str, object]) -> bytes:
        body = {
            "data": self.data,
            "ttl": self.ttl,
            "published_at": self.published_at,
            "coreid": self.device_id,
            **more,
        }
        text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
        return f"event: {self.name}\ndata: {text}\n\n".encode()


class Subscription:
    """One open stream: the events that it wants and that it hasn't sent yet."""

    def __init__(self, wants: Callable[[Event], bool], *, detailed: bool, runtime: Runtime) -> None:
        self._wants = wants
        self._detailed = detailed
        self._runtime = runtime
        self._frames: deque[bytes] = deque()
        self._changed = asyncio.Event()
        self._wake_up_sent = False
        self._closed = False

    def offer(self, event: Event) -> None:
        """Takes the event if it is wanted. From any thread, under the sandbox's lock."""
        if self._closed or not self._wants(event):
            return
        if len(self._frames) >= BUFFER_LIMIT:
            self.close(discard=True)
            return
        self._frames.append(event.detailed_frame if self._detailed else event.brief_frame)
        self._wake_up()

    def close(self, *, discard: bool = False) -> None:
        """Ends the stream once what is waiting has been sent, or at once with ``discard``."""
        self._closed = True
        if discard:
            self._frames.clear()
        self._wake_up()

    def _wake_up(self) -> None:
        if not self._wake_up_sent:
            self._wake_up_sent = True
            self._runtime.call_soon(self._woken)

    def _woken(self) -> None:
        self._wake_up_sent = False
        self._changed.set()

    async def next_chunk(self, heartbeat: float | None) -> bytes | None:
        """Bytes to send: waiting events, or a blank line after ``heartbeat`` seconds without one.
        None at the end."""
        while True:
            if self._frames:
                count = min(len(self._frames), _CHUNK_EVENTS)
                return b"".join(self._frames.popleft() for _ in range(count))
            if self._closed:
                return None
            self._changed.clear()
            try:
                async with asyncio.timeout(heartbeat):
                    await self._changed.wait()
            except TimeoutError:
                return b"\n"


class EventBus:
    """Carries every event to the streams that want it, in the order of publishing."""

    history: deque[Event]

    def __init__(self, runtime: Runtime) -> None:
        self._lock = runtime.lock
        self._runtime = runtime
        self._subscriptions: set[Subscription] = set()
        self.history = deque(maxlen=HISTORY_LENGTH)
        self.published: int = 0
        """How many events there were, those that are no longer in the history included."""
        self.listeners: list[Callable[[Event], None]] = []
        """Called with every event, after the streams, under the sandbox's lock."""

    def publish(
        self,
        name: str,
        data: str | None,
        *,
        device_id: str,
        owner_id: str | None = None,
        user_id: str = "",
        product_id: int | None = None,
        version: int = 0,
        ttl: int = _TIME_TO_LIVE,
        public: bool = False,
    ) -> Event:
        """Publishes an event; TypeError or ValueError for one that no stream could carry."""
        check_event(name, data)
        with self._lock:
            event = Event(
                name=name,
                data=data,
                device_id=device_id,
                published_at=self._runtime.clock.timestamp(),
                ttl=ttl,
                public=public,
                owner_id=owner_id,
                user_id=user_id,
                product_id=product_id,
                version=version,
            )
            self.history.append(event)
            self.published += 1
            for subscription in self._subscriptions:
                subscription.offer(event)
            for listener in self.listeners:
                listener(event)
        return event

    def subscribe(self, wants: Callable[[Event], bool], *, detailed: bool) -> Subscription:
        """Opens a stream of the events that ``wants`` accepts, from now on."""
        subscription = Subscription(wants, detailed=detailed, runtime=self._runtime)
        with self._lock:
            self._subscriptions.add(subscription)
        return subscription

    def unsubscribe(self, subscription: Subscription) -> None:
        """Forgets a stream whose connection is gone."""
        with self._lock:
            self._subscriptions.discard(subscription)

    def close_all(self) -> None:
        """Ends every open stream at once."""
        with self._lock:
            for subscription in self._subscriptions:
                subscription.close()

    def __len__(self) -> int:
        return len(self._subscriptions)
