"""How long to wait before connecting again."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_WAIT = 3600.0
"""Seconds. A server that asks for more is asked again after this long all the same."""

_SHORTEST_BASE = 0.001  # doubling has to begin somewhere


class Backoff:
    """Exponential back-off with jitter: delays double from `base` to `maximum` seconds.

    A delay is never below `base`. The jitter keeps the clients of a server that failed from all
    coming back at the same time.
    """

    __slots__ = ("_base", "_failures", "_maximum", "_random")

    def __init__(
        self,
        base: float = 1.0,
        maximum: float = 60.0,
        random: Callable[[], float] = random.random,
    ) -> None:
        self._base = base
        self._maximum = maximum
        self._random = random
        self._failures = 0

    def reset(self) -> None:
        """Start anew: the next delay is the shortest again."""
        self._failures = 0

    def set_base(self, seconds: float) -> None:
        """Use the delay that the server asks for in general (`retry:`)."""
        self._base = min(max(seconds, _SHORTEST_BASE), LONGEST_WAIT)

    def next(self, at_least: float | None = None) -> float:
        """Return the seconds to wait after one more failure.

        Args:
            at_least: What the server asked for this time (Retry-After).
        """
        base = self._base
        maximum = max(self._maximum, base)
        # Bounded for the sake of 2**n alone: the delay is at its maximum long before.
        nominal = base * 2.0 ** min(self._failures, 60)
        self._failures += 1
        low = max(base, min(nominal, maximum * 2 / 3))
        high = max(low, min(nominal * 1.5, maximum))
        delay = low + (high - low) * self._random()
        return delay if at_least is None else max(delay, min(at_least, LONGEST_WAIT))
