"""Taking turns in a thread: one partition after the other; `async_turns.py` does so in tasks."""

from __future__ import annotations

from typing import Any


def take_turns(consumer: Any) -> None:
    """Handle what there is in all partitions that the consumer has, until it is stopped."""
    while not consumer.stopped:
        found = [consumer.turn(partition) for partition in consumer.partitions]
        if not any(found) and not consumer.stopped:
            consumer.wait(consumer.partitions)
