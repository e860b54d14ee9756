"""Reading JSON from devices, whatever it holds: a value of another type reads as nothing."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, cast

from ..schema.model import value_at as value_at
from ..schema.timestamps import parse_timestamp as parse_timestamp


def as_object(value: object) -> dict[str, Any]:
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


def as_objects(value: object) -> tuple[dict[str, Any], ...]:
    items = cast("list[object]", value) if isinstance(value, list) else []
    return tuple(cast("dict[str, Any]", item) for item in items if isinstance(item, dict))


def as_text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def as_texts(value: object) -> tuple[str, ...]:
    """Return the strings of an array, or the one that stands alone."""
    items = cast("list[object]", value) if isinstance(value, list) else [value]
    return tuple(item for item in items if isinstance(item, str))


def as_hex(value: object) -> str | None:
    return value.lower() if isinstance(value, str) else None


def as_bool(value: object) -> bool | None:
    """Return a truth value, which may have come as text."""
    if isinstance(value, str):
        return {"true": True, "false": False}.get(value.lower())
    return value if isinstance(value, bool) else None


def as_flag(value: object) -> bool | None:
    number = as_integer(value)
    return None if number is None else number != 0


def as_integer(value: object) -> int | None:
    """Return an integer, which may have come as text."""
    if isinstance(value, float):
        return int(value) if value.is_integer() else None
    if isinstance(value, str):
        return int(value) if value.isascii() and value.isdigit() and len(value) < 20 else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def as_number(value: object) -> float | None:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return None
    try:
        return float(value)
    except OverflowError:
        return None


def as_time(value: object) -> datetime | None:
    """Return the time of a POSIX timestamp."""
    try:
        return datetime.fromtimestamp(as_number(value), UTC)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError, OSError):
        return None
