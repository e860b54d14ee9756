"""The time between two connections of an event stream."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

__all__ = ["Gap"]


@dataclass(frozen=True, slots=True)
class Gap:
    """A time without a connection. The cloud doesn't send again what was published meanwhile."""

    seconds: float
    """From the last byte of the old connection to the new one."""
    attempts: int
    """How many attempts it took to connect again; 1 when the first one did."""
    reason: Exception | None
    """Why the old connection ended."""
    since: datetime
    until: datetime
