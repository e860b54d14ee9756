"""Following a stream in both ways, without real waits: a test reads as one for sync and async."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import anyio.to_thread
import pytest

from particle_client import AsyncParticle, Particle
from particle_client.events.async_stream import AsyncEventStream
from particle_client.events.event import Event
from particle_client.events.state import Gap
from particle_client.events.stream import EventStream

both_ways = pytest.mark.parametrize("mode", ["sync", "async"])
each_way = pytest.mark.parametrize("mode", ["sync", "async", "aiohttp"])
"""As `both_ways`, and over aiohttp: for what depends on how requests are sent."""

TOKEN = "0123456789abcdef0123456789abcdef01234567"


class Time:
    """A clock that only waiting moves on. What waits is told to `on_wait` instead of waiting."""

    def __init__(self, on_wait: Callable[[float], object] | None = None) -> None:
        self.now = 1000.0
        self.waits: list[float] = []
        self.on_wait = on_wait

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        self.waits.append(seconds)
        if self.on_wait is not None:
            self.on_wait(seconds)

    async def async_sleep(self, seconds: float) -> None:
        self.sleep(seconds)


@dataclass
class Followed:
    """What following a stream has shown."""

    data: list[str | None] = field(default_factory=list[str | None])
    events: list[Event] = field(default_factory=list[Event])
    gaps: list[Gap] = field(default_factory=list[Gap])
    order: list[str] = field(default_factory=list[str])
    reasons: list[Exception] = field(default_factory=list[Exception])
    retries: list[Exception] = field(default_factory=list[Exception])
    error: BaseException | None = None
    waits: list[float] = field(default_factory=list[float])
    reconnects: int = 0
    received: int = 0
    connected_at_end: bool = False


async def follow(
    mode: str,
    url: str,
    count: int,
    *,
    on_wait: Callable[[float], object] | None = None,
    on_event: Callable[[Any, Event], object] | None = None,
    gaps: bool = False,
    access_token: Any = TOKEN,
    **options: Any,
) -> Followed:
    """Follow the events of a server until so many have come, or the stream ends or fails."""
    seen = Followed()
    time = Time(on_wait)
    options.setdefault("on_connect", lambda: seen.order.append("connect"))
    options.setdefault("on_disconnect", seen.reasons.append)
    options.setdefault("on_retry", lambda _n, _s, reason: seen.retries.append(reason))
    options.setdefault("on_reconnect", lambda n, _s: seen.order.append(f"reconnect {n}"))

    def take(stream: Any, item: Event | Gap) -> bool:
        if isinstance(item, Gap):
            seen.gaps.append(item)
            seen.order.append("gap")
            return False
        seen.events.append(item)
        seen.data.append(item.data)
        seen.order.append(f"event {item.data}")
        if on_event is not None:
            on_event(stream, item)
        return len(seen.events) == count

    def finish(stream: EventStream | AsyncEventStream) -> None:
        seen.reconnects = stream.reconnects
        seen.received = stream.events
        seen.connected_at_end = stream.connected
        seen.waits = time.waits

    def run() -> None:
        with Particle(access_token, base_url=url) as particle:
            connect = particle.events.stream("test")._open
            stream = EventStream(connect, clock=time.clock, sleep=time.sleep, **options)
            try:
                with stream:
                    for item in stream.with_gaps() if gaps else stream:
                        if take(stream, item):
                            break
                    finish(stream)
            except Exception as error:
                seen.error = error
                finish(stream)

    async def arun() -> None:
        http_client = "aiohttp" if mode == "aiohttp" else None
        async with AsyncParticle(access_token, base_url=url, http_client=http_client) as particle:
            connect = particle.events.stream("test")._open
            stream = AsyncEventStream(connect, clock=time.clock, sleep=time.async_sleep, **options)
            try:
                async with stream:
                    async for item in stream.with_gaps() if gaps else stream:
                        if take(stream, item):
                            break
                    finish(stream)
            except Exception as error:
                seen.error = error
                finish(stream)

    if mode == "aiohttp":
        pytest.importorskip("aiohttp")
    if mode == "sync":
        await anyio.to_thread.run_sync(run)
    else:
        await arun()
    return seen


async def settled(result: Any) -> Any:
    """Give a value that may have to be awaited."""
    return await result if inspect.isawaitable(result) else result
