"""How much to read from a connection at a time: of a large file more than the HTTP library asks.

It asks for 64 KiB, and each piece passes through many hands on its way to the user.
"""

from __future__ import annotations

__all__ = ["ReadSize"]

_MOST = 256 * 1024


class ReadSize:
    """Grows while more is waiting than is read. So small answers need no large buffers."""

    __slots__ = ("_size",)

    def __init__(self) -> None:
        self._size = 0

    def of(self, max_bytes: int) -> int:
        """Give the bytes to read, where `max_bytes` are asked for."""
        return max(max_bytes, self._size)

    def came(self, count: int, size: int) -> None:
        """Learn that so many of the bytes came."""
        self._size = min(2 * size, _MOST) if count >= size else 0
