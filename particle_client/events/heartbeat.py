"""How long an event stream may be silent before its connection counts as dead."""

from __future__ import annotations

from math import inf

UNLEARNED = 75.0
"""Seconds, until the interval of the heartbeats is known: the cloud promises one a minute."""
SHORTEST = 15.0
FACTOR = 2.5

# Reading less promptly than this says nothing about when a heartbeat was sent.
_PROMPT = 1.0


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
        self.seconds = UNLEARNED if self._fixed is None else self._fixed
        self.last = self.since = now
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
                self.seconds = max(SHORTEST, FACTOR * self._longest)
            # A late one may have come long ago.
            self._heartbeat = None if self._late else now
        self._late = False
        self.last = self.since = now
