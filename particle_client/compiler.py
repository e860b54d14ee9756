"""What the cloud's compiler says, parsed: see `parse_messages`."""

from __future__ import annotations

from .firmware.compiler import CompilerMessage, Severity, parse_messages

__all__ = ["CompilerMessage", "Severity", "parse_messages"]
