"""Following a stream in both ways: a test reads as one for sync and async."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import anyio.to_thread
import pytest

from particle_client import AsyncParticle, Event, Gap, Particle

both_ways = pytest.mark.parametrize("mode", ["sync", "async"])
each_way = pytest.mark.parametrize("mode", ["sync", "async", "aiohttp"])
"""As `both_ways`, and over aiohttp: for what depends on how requests are sent."""

TOKEN = "0123456789abcdef0123456789abcdef01234567"

DELAY = 0.002
"""The first delay before connecting again, in seconds."""


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
    """The delays before each attempt, in multiples of `DELAY`."""
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

    def on_retry(_: int, seconds: float, reason: Exception) -> None:
        seen.retries.append(reason)
        seen.waits.append(seconds / DELAY)
        if on_wait is not None:
            on_wait(seconds)

    options.setdefault("reconnect_delay", DELAY)
    options.setdefault("on_connect", lambda: seen.order.append("connect"))
    options.setdefault("on_disconnect", seen.reasons.append)
    options.setdefault("on_retry", on_retry)
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

    def finish(stream: Any) -> None:
        seen.reconnects = stream.reconnects
        seen.received = stream.events
        seen.connected_at_end = stream.connected

    def run() -> None:
        with Particle(access_token, base_url=url) as particle:
            stream = particle.events.stream("test", **options)
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
            stream = particle.events.stream("test", **options)
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
    """Return a value that may have to be awaited."""
    return await result if inspect.isawaitable(result) else result
