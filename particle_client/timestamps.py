"""Reading and writing the timestamps of the Cloud API (ISO 8601, UTC)."""

from __future__ import annotations

from datetime import UTC, datetime

__all__ = ["format_timestamp", "parse_timestamp"]

_fromisoformat = datetime.fromisoformat
_UTC = UTC


def parse_timestamp(text: str) -> datetime | str:
    """Read a timestamp as an aware datetime (UTC where it names no offset).

    What nobody can read is given back as it came.
    """
    try:
        value = _fromisoformat(text)
    except ValueError:
        # The cloud's own documentation has `2016-01-01T14:41:0.000Z`.
        from dateutil.parser import parse

        try:
            value = parse(text)
        except (ValueError, OverflowError):
            return text
    return value if value.tzinfo is not None else value.replace(tzinfo=_UTC)


def format_timestamp(value: datetime) -> str:
    """Write a timestamp as the Cloud API does: UTC, milliseconds, `Z`. Naive means UTC."""
    value = value.replace(tzinfo=_UTC) if value.tzinfo is None else value.astimezone(_UTC)
    return value.isoformat(timespec="milliseconds").replace("+00:00", "Z")
