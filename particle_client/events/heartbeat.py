"""How long an event stream may be silent before it counts as dead."""

from __future__ import annotations

__all__ = ["IdleTimeout"]

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

    Args:
        fixed: Seconds; None to learn.
    """

    __slots__ = ("_fixed", "_heartbeat", "_longest", "asked", "received", "seconds")

    def __init__(self, fixed: float | None = None) -> None:
        self._fixed = fixed
        self.connected(0.0)

    def connected(self, now: float) -> None:
        """A new connection: what was learned from another one may not hold for it."""
        self.seconds = UNLEARNED if self._fixed is None else self._fixed
        """How long the connection may be silent from now on."""
        self.received = now
        """When anything came last: to be set by the owner."""
        self.asked = now
        """When the user asked for more: to be set by the owner."""
        self._longest = 0.0
        self._heartbeat: float | None = None  # when the last one came, if that is known

    def heartbeat(self, now: float) -> None:
        """A heartbeat came, and nothing else. `received` still tells of what came before it."""
        if self.asked - self.received > _PROMPT:
            # It may have come long ago, while the user was busy: its time is unknown.
            self._heartbeat = None
            return
        if self._heartbeat is not None and self._fixed is None:
            self._longest = max(now - self._heartbeat, self._longest)
            self.seconds = max(SHORTEST, FACTOR * self._longest)
        self._heartbeat = now
