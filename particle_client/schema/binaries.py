"""The sizes of a compiled binary, as the response to a successful build reports them."""

from __future__ import annotations

from contextlib import suppress
from itertools import pairwise
from typing import NamedTuple


class BinarySize(NamedTuple):
    """Sizes of a binary's sections, in bytes."""

    text: int
    """Code and constants."""
    data: int
    """Variables with an initial value; they take flash as well as RAM."""
    bss: int
    """Variables that start at zero."""

    @property
    def flash(self) -> int:
        """Bytes of flash memory that the binary takes."""
        return self.text + self.data

    @property
    def ram(self) -> int:
        """Bytes of RAM that are taken before the program runs; stack and heap come on top."""
        return self.data + self.bss

    @classmethod
    def parse(cls, table: str | None) -> BinarySize | None:
        """Read the table that the compiler's `size` tool prints; None when it isn't one."""
        rows = [line.split() for line in table.splitlines()] if isinstance(table, str) else []
        for heading, row in pairwise(rows):
            sizes = dict(zip(heading, row, strict=False))
            with suppress(KeyError, ValueError):
                return cls(*(int(sizes[name]) for name in cls._fields))
        return None


class CompiledBinary:
    """Adds `size` to the response to a successful build."""

    __slots__ = ()

    size_info: str | None

    @property
    def size(self) -> BinarySize | None:
        """`size_info` as numbers: `size.flash` and `size.ram` are in bytes. None without it."""
        return BinarySize.parse(self.size_info)
