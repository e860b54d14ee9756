"""Many calls at once: tasks of one event loop, threads, and more calls than connections."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, suppress
from typing import Any

import aiohttp
import httpx

from particle_client import AsyncParticle, Particle

from .calls import DEVICE_ID, HEADERS, PATH
from .measure import Table
from .server import Server

CALLS = 3000
AT_ONCE = 100
GATHERED = 5000
THREADS = 16
THREAD_CALLS = 100
# Plain httpx takes minutes for 5,000 at once: its time grows with the square of their number.
GATHERED_PLAIN = 600

FUNCTION = f"{PATH}/brew"
ARGUMENT = {"args": "D0:HIGH"}


def main(count: int = 5) -> None:
    """Print the tables."""
    with Server() as server:
        asyncio.run(_tasks(server.url, count))
        asyncio.run(_gathered(server.url, count))
        _threads(server.url, count)


async def _tasks(url: str, count: int) -> None:
    async with AsyncExitStack() as stack:
        plain = await stack.enter_async_context(
            httpx.AsyncClient(base_url=url, headers=HEADERS, timeout=60)
        )
        session = await stack.enter_async_context(aiohttp.ClientSession(url, headers=HEADERS))
        particle = await stack.enter_async_context(AsyncParticle("token", base_url=url))
        fast = await stack.enter_async_context(
            AsyncParticle("token", base_url=url, http_client="aiohttp")
        )

        async def call_plain() -> object:
            response = await plain.post(FUNCTION, json=ARGUMENT)
            response.raise_for_status()
            return response.json()["id"]

        async def call_aiohttp() -> object:
            async with session.post(FUNCTION, json=ARGUMENT) as response:
                response.raise_for_status()
                return (await response.json())["id"]

        async def call() -> object:
            return (await particle.devices.call_function(DEVICE_ID, "brew", "D0:HIGH")).id

        async def call_fast() -> object:
            return (await fast.devices.call_function(DEVICE_ID, "brew", "D0:HIGH")).id

        title = f"{CALLS:,} function calls, {AT_ONCE} at a time"
        results = await _rounds(
            {
                "plain httpx": lambda: _work(call_plain),
                "AsyncParticle": lambda: _work(call),
            },
            count,
        )
        Table(title, "ms", 1000).show(results, peer="plain httpx")
        results = await _rounds(
            {
                "plain aiohttp": lambda: _work(call_aiohttp),
                'AsyncParticle(http_client="aiohttp")': lambda: _work(call_fast),
            },
            3 * count,
        )
        Table("", "ms", 1000).show(results, peer="plain aiohttp")


async def _gathered(url: str, count: int) -> None:
    async with (
        httpx.AsyncClient(base_url=url, headers=HEADERS, timeout=None) as plain,
        AsyncParticle("token", base_url=url) as particle,
    ):

        async def gather_plain(number: int) -> None:
            await asyncio.gather(*(plain.post(FUNCTION, json=ARGUMENT) for _ in range(number)))

        async def gather(number: int) -> None:
            await asyncio.gather(
                *(
                    particle.devices.call_function(DEVICE_ID, "brew", "D0:HIGH")
                    for _ in range(number)
                )
            )

        results = await _rounds(
            {
                f"plain httpx, {GATHERED_PLAIN}": lambda: gather_plain(GATHERED_PLAIN),
                f"AsyncParticle, {GATHERED_PLAIN}": lambda: gather(GATHERED_PLAIN),
                f"AsyncParticle, {GATHERED:,}": lambda: gather(GATHERED),
            },
            count,
        )
        Table("asyncio.gather of function calls", "ms", 1000).show(
            results, peer=f"plain httpx, {GATHERED_PLAIN}"
        )


def _threads(url: str, count: int) -> None:
    with (
        httpx.Client(base_url=url, headers=HEADERS, timeout=60) as plain,
        Particle("token", base_url=url) as particle,
        ThreadPoolExecutor(THREADS) as pool,
    ):

        def work_plain(_: int) -> None:
            for _ in range(THREAD_CALLS):
                # Now and then one of httpx's threads closes a connection that another one uses.
                with suppress(httpx.TransportError):
                    response = plain.post(FUNCTION, json=ARGUMENT)
                    response.raise_for_status()
                    response.json()["id"]

        def work(_: int) -> None:
            for _ in range(THREAD_CALLS):
                particle.devices.call_function(DEVICE_ID, "brew", "D0:HIGH").id  # noqa: B018

        results: dict[str, list[float]] = {"plain httpx": [], "Particle": []}
        for number in range(-1, count):
            for name, function in (("plain httpx", work_plain), ("Particle", work)):
                start = time.perf_counter()
                list(pool.map(function, range(THREADS)))
                if number >= 0:
                    results[name].append(time.perf_counter() - start)
        Table(
            f"{THREADS} threads with one client, {THREAD_CALLS} function calls each", "ms", 1000
        ).show(results, peer="plain httpx")


async def _rounds(
    contestants: dict[str, Callable[[], Awaitable[None]]], count: int
) -> dict[str, list[float]]:
    results: dict[str, list[float]] = {name: [] for name in contestants}
    for number in range(-1, count):
        for name, run in contestants.items():
            start = time.perf_counter()
            await run()
            if number >= 0:
                results[name].append(time.perf_counter() - start)
    return results


async def _work(call: Callable[[], Awaitable[Any]]) -> None:
    """Do all calls, so many at a time."""
    numbers = iter(range(CALLS))

    async def work() -> None:
        for _ in numbers:
            await call()

    await asyncio.gather(*(work() for _ in range(AT_ONCE)))
