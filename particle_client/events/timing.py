"""How long a stream may be silent, and how long to wait before connecting again."""

from __future__ import annotations

import random
from math import inf

UNLEARNED = 75.0
"""Seconds, until the interval of the heartbeats is known: the cloud promises one a minute."""
SHORTEST = 15.0
LONGEST = 300.0
FACTOR = 2.5

_PROMPT = 1.0  # reading later than this says nothing about when a heartbeat was sent

LONGEST_RETRY_AFTER = 60.0
"""Seconds. A server that asks for more (Retry-After) is asked again after this long all the same,
or after the maximum of the delays if that is longer."""


class IdleTimeout:
    """The idle timeout of a connection, learned from its heartbeats unless it is fixed.

    The documentation of the cloud promises a heartbeat every 60 seconds, while its own JavaScript
    client gives up after 15 seconds of silence. So the interval is measured.

    Attributes:
        seconds: How long the connection may be silent.
        last: When something came last.
        since: When the silence began: with what came last, or when reading went on after that.
    """

    def __init__(self, fixed: float | None = None) -> None:
        self._fixed = fixed
        self.connected(0.0)

    def connected(self, now: float) -> None:
        """Start with a new connection: what another one has taught may not hold for it."""
        self.seconds: float = UNLEARNED if self._fixed is None else self._fixed
        self.last: float = now
        self.since: float = now
        self._late = False
        self._longest = 0.0
        self._heartbeat: float | None = None  # when the last one came, if that is known

    def pause(self) -> None:
        """Note that the connection isn't read for now: it can't be silent."""
        self.since = inf

    def resume(self, now: float) -> None:
        """Note that the connection is read again."""
        self._late = now - self.last > _PROMPT
        self.since = now

    def received(self, now: float, *, heartbeat: bool) -> None:
        """Note that something came: a heartbeat and nothing else, or anything else."""
        if heartbeat:
            if self._heartbeat is not None and self._fixed is None and not self._late:
                self._longest = max(now - self._heartbeat, self._longest)
                self.seconds = min(max(SHORTEST, FACTOR * self._longest), LONGEST)
            # A late one may have come long ago.
            self._heartbeat = None if self._late else now
        self._late = False
        self.last = self.since = now


class Backoff:
    """Exponential back-off with jitter: delays double from `base` to `maximum` seconds.

    A delay is never below `base`, whatever a server asks for. The jitter keeps the clients of a
    server that failed from all coming back at the same time.
    """

    def __init__(self, base: float = 1.0, maximum: float = 60.0) -> None:
        self._base = self._shortest = base
        self._maximum = max(maximum, base)
        self._failures = 0

    def reset(self) -> None:
        """Start anew: the next delay is the shortest again."""
        self._failures = 0

    def set_base(self, seconds: float) -> None:
        """Use the delay that the server asks for in general (`retry:`), within the user's."""
        self._base = min(max(seconds, self._shortest), self._maximum)

    def next(self, at_least: float | None = None) -> float:
        """Return the seconds to wait after one more failure.

        Args:
            at_least: What the server asked for this time (Retry-After).
        """
        base, maximum = self._base, self._maximum
        # Bounded for the sake of 2**n alone: the delay is at its maximum long before.
        nominal = base * 2.0 ** min(self._failures, 60)
        self._failures += 1
        low = max(base, min(nominal, maximum * 2 / 3))
        high = max(low, min(nominal * 1.5, maximum))
        longest = max(LONGEST_RETRY_AFTER, maximum)
        return max(random.uniform(low, high), min(at_least or 0.0, longest))
