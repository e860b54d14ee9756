"""Doing several things in tasks: at once; `turns.py` has the same names for a thread."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Iterable


async def do_all(calls: Iterable[Awaitable[bool]]) -> bool:
    """Wait for all calls, at once. Whether one of them returned True."""
    results = await asyncio.gather(*calls, return_exceptions=True)
    for result in results:
        if isinstance(result, BaseException):
            raise result
    return any(results)


async def sleep(seconds: float) -> None:
    """Wait so long."""
    await asyncio.sleep(seconds)
