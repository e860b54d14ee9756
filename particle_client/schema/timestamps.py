"""Reading and writing the timestamps of the Cloud API (ISO 8601, UTC)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone


def parse_timestamp(text: object) -> datetime | None:
    """Return a timestamp as an aware datetime (UTC where it names no offset).

    What nobody can read, which may be no text, is None.
    """
    if not isinstance(text, str):
        return None
    try:
        value: datetime | None = datetime.fromisoformat(text)
    except ValueError:
        # The cloud's own documentation has `2016-01-01T14:41:0.000Z`.
        value = _parse_leniently(text)
    if value is None or value.tzinfo is not None:
        return value
    return value.replace(tzinfo=UTC)


def _parse_leniently(text: str) -> datetime | None:
    from dateutil.parser import parse

    try:
        # What a text leaves out, dateutil takes from today: a bare "10" would be a day of this
        # month. A text that says all of the date reads the same whatever the default is.
        value, other = (
            parse(text, default=default, tzinfos=_zone)
            for default in (datetime(2000, 1, 1), datetime(2003, 2, 2))
        )
    except Exception:  # dateutil's own errors, and those that strange texts make it stumble over
        return None
    return value if value == other else None


def _zone(name: str | None, offset: int | None) -> timezone | None:
    if offset is not None:
        return timezone(timedelta(seconds=offset))
    if name:
        raise ValueError(f"unknown time zone {name}")
    return None


def format_timestamp(value: datetime) -> str:
    """Return a timestamp as the Cloud API writes it: UTC, milliseconds, `Z`. Naive: ValueError."""
    if value.utcoffset() is None:
        raise ValueError(
            "a datetime must say its time zone: datetime.now(UTC), datetime(…, tzinfo=UTC), or "
            "value.astimezone() for one in this machine's local time"
        )
    return value.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
