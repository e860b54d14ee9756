"""Taking turns in tasks: each partition has its own; `turns.py` has the same name for a thread."""

from __future__ import annotations

import asyncio
from typing import Any

_LOOK_EVERY = 0.1  # seconds


async def take_turns(consumer: Any) -> None:
    """Handle what there is in all partitions that the consumer has, until it is stopped."""
    tasks: dict[int, asyncio.Task[None]] = {}

    async def follow(partition: int) -> None:
        while not consumer.stopped and partition in consumer.partitions:
            if not await consumer.turn(partition):
                await consumer.wait([partition])

    try:
        while not consumer.stopped:
            for partition in consumer.partitions:
                if partition not in tasks:
                    tasks[partition] = asyncio.create_task(follow(partition))
            waits = tasks.values() or [asyncio.create_task(asyncio.sleep(_LOOK_EVERY))]
            await asyncio.wait(waits, timeout=_LOOK_EVERY, return_when=asyncio.FIRST_COMPLETED)
            for partition, task in list(tasks.items()):
                if task.done():
                    del tasks[partition]
                    task.result()
        await asyncio.gather(*tasks.values())
    except BaseException:
        for task in tasks.values():
            task.cancel()
        await asyncio.gather(*tasks.values(), return_exceptions=True)
        raise
