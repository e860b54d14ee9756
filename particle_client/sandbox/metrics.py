"""What the fleet's health is made of: calls that are counted, and buckets of time."""

from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple

from .clock import Clock
from .devices import VirtualDevice

HISTORY_LENGTH = 100_000
"""Counted things that a sandbox remembers."""


class Counted(NamedTuple):
    """One thing that happened: a function call that failed, say."""

    kind: str
    """``functions``, ``variables`` or ``integrations``."""
    outcome: str
    """``success``, ``failure``, ``offline`` or ``sleep``."""
    time: datetime
    product_id: int
    device_id: str


@dataclass(frozen=True, kw_only=True)
class Buckets:
    """Spans of time of the same length, from ``start`` to ``end``."""

    start: datetime
    end: datetime
    seconds: int

    def __iter__(self) -> Iterator[datetime]:
        return (self.start + timedelta(seconds=n * self.seconds) for n in range(len(self)))

    def __len__(self) -> int:
        return int((self.end - self.start).total_seconds() // self.seconds) + 1

    def position(self, moment: datetime) -> int | None:
        """Which bucket the moment is in; None outside of all."""
        position = int((moment - self.start).total_seconds() // self.seconds)
        return position if 0 <= position < len(self) else None


@dataclass(eq=False, repr=False)
class Metrics:
    """Counts what devices are asked for and what integrations do."""

    _clock: Clock
    _counted: deque[Counted] = field(default_factory=lambda: deque(maxlen=HISTORY_LENGTH))

    def count(self, kind: str, outcome: str, device: VirtualDevice) -> None:
        """Notes one thing that a product's device took part in."""
        if device.product and not device.quarantined:
            self.count_for(kind, outcome, device.product.id, device.id)

    def count_for(self, kind: str, outcome: str, product_id: int, device_id: str) -> None:
        """Notes one thing of a product."""
        self._counted.append(Counted(kind, outcome, self._clock.now(), product_id, device_id))

    def totals(
        self, kind: str, product_id: int, device_ids: set[str] | None, buckets: Buckets
    ) -> list[Counter[str]]:
        """How often each outcome was there, by bucket; of some devices or of all."""
        totals: list[Counter[str]] = [Counter() for _ in range(len(buckets))]
        for each in self._counted:
            if each.kind != kind or each.product_id != product_id:
                continue
            if device_ids is not None and each.device_id not in device_ids:
                continue
            position = buckets.position(each.time)
            if position is not None:
                totals[position][each.outcome] += 1
        return totals
