"""Taking turns in a thread: one partition after the other; `async_turns.py` does so in tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .consumer import RelayConsumer


def take_turns(consumer: RelayConsumer) -> None:
    """Handle what there is in all partitions that the consumer has, until it is stopped."""
    while not consumer.stopped:
        found = [consumer.turn(partition) for partition in consumer.partitions]
        if not any(found) and not consumer.stopped:
            consumer.wait(consumer.partitions)
