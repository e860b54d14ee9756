"""Reading and writing the timestamps of the Cloud API (ISO 8601, UTC)."""

from __future__ import annotations

import re
from datetime import UTC, datetime

# The cloud's own documentation has `2016-01-01T14:41:0.000Z`.
_ONE_DIGIT = re.compile(r":(?=[0-9](?![0-9]))")


def parse_timestamp(text: str) -> datetime | str:
    """Return a timestamp as an aware datetime (UTC where it names no offset).

    What can't be read, which may be no text, is returned as it came.
    """
    try:
        value = datetime.fromisoformat(text)
    except TypeError:
        return text
    except ValueError:
        try:
            value = datetime.fromisoformat(_ONE_DIGIT.sub(":0", text))
        except ValueError:
            return text
    return value if value.tzinfo is not None else value.replace(tzinfo=UTC)


def format_timestamp(value: datetime) -> str:
    """Return a timestamp as the Cloud API writes it: UTC, milliseconds, `Z`. Naive means UTC."""
    value = value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
    return value.isoformat(timespec="milliseconds").replace("+00:00", "Z")
