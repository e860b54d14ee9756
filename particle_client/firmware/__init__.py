"""Firmware: what the compiler says, what a binary needs, whether a flash has succeeded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import flashing as flashing
else:

    def __getattr__(name: str) -> Any:
        if name != "flashing":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return import_module(".flashing", __name__)
