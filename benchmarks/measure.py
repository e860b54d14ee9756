"""Measuring in turns: every contestant runs once in each round, so that a machine that slows down
slows all of them down. Figures are medians over the rounds; ratios are medians of the rounds'
ratios.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from typing import TextIO


def seconds(work: Callable[[], object], repeats: int = 1) -> float:
    """Return the seconds that one run takes, on average over a few in a row."""
    start = time.perf_counter()
    for _ in range(repeats):
        work()
    return (time.perf_counter() - start) / repeats


def rounds(contestants: dict[str, Callable[[], float]], count: int) -> dict[str, list[float]]:
    """Let all contestants measure themselves once a round, after a round that doesn't count."""
    results: dict[str, list[float]] = {name: [] for name in contestants}
    for number in range(-1, count):
        for name, measure in contestants.items():
            value = measure()
            if number >= 0:
                results[name].append(value)
    return results


class Table:
    """A table of medians and ratios to one of the rows."""

    def __init__(self, title: str, unit: str, scale: float, note: str = "") -> None:
        self.title = title
        self.unit = unit
        self.scale = scale
        self.note = note

    def show(self, results: dict[str, list[float]], peer: str, out: TextIO | None = None) -> None:
        """Print the medians, each with its ratio to the peer's."""
        out = out or sys.stdout
        width = max(map(len, results))
        print(f"\n{self.title}", file=out)
        if self.note:
            print(f"  ({self.note})", file=out)
        for name, values in results.items():
            median = statistics.median(values) * self.scale
            ratio = statistics.median(
                value / other for value, other in zip(values, results[peer], strict=True)
            )
            mark = "  (the peer)" if name == peer else f"  {ratio:5.2f} x"
            print(f"  {name:<{width}}  {median:10.2f} {self.unit}{mark}", file=out)
