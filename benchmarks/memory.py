"""The memory of a stream that runs for long: 5 million events, over a connection that breaks."""

from __future__ import annotations

import asyncio
import gc
import os
from pathlib import Path

from particle_client import AsyncParticle, Particle

from .stream_server import StreamServer

MILLION = 1_000_000
EVENTS_A_CONNECTION = 50_000


def main(millions: int = 5) -> None:
    """Print the memory of this process after each million of events."""
    with StreamServer(EVENTS_A_CONNECTION) as server:
        print(f"\nMemory while {millions} million events are read, {EVENTS_A_CONNECTION:,} a")
        print("  connection (resident set size in MiB; Python objects)")
        _show("EventStream", _sync(server.url, millions))
        _show("AsyncEventStream", asyncio.run(_async(server.url, millions)))


def _sync(url: str, millions: int) -> list[tuple[float, int]]:
    sizes: list[tuple[float, int]] = []
    with (
        Particle("token", base_url=url) as particle,
        particle.events.stream("large", device="mine", reconnect_delay=0.001) as stream,
    ):
        for number, event in enumerate(stream, start=1):
            _name, _data = event.name, event.data
            if number % MILLION == 0:
                sizes.append(_size())
                if len(sizes) == millions:
                    break
    return sizes


async def _async(url: str, millions: int) -> list[tuple[float, int]]:
    sizes: list[tuple[float, int]] = []
    async with (
        AsyncParticle("token", base_url=url) as particle,
        particle.events.stream("large", device="mine", reconnect_delay=0.001) as stream,
    ):
        number = 0
        async for event in stream:
            _name, _data = event.name, event.data
            number += 1
            if number % MILLION == 0:
                sizes.append(_size())
                if len(sizes) == millions:
                    break
    return sizes


def _size() -> tuple[float, int]:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024**2, len(gc.get_objects())


def _show(name: str, sizes: list[tuple[float, int]]) -> None:
    for million, (size, objects) in enumerate(sizes, start=1):
        print(f"  {name:<17} {million} million  {size:8.1f} MiB  {objects:,} objects")
    print(f"  {name:<17} growth from the first: {sizes[-1][0] - sizes[0][0]:+.1f} MiB")
