"""The event stream rules of the WHATWG HTML standard, written down as simply as they go.

Slow, and only for a whole stream at once: what the real parser is held against.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field


@dataclass
class Parsed:
    events: list[tuple[str, str, str]] = field(default_factory=list[tuple[str, str, str]])
    last_event_id: str = ""
    retry: int | None = None


def parse_whole(content: bytes, last_event_id: str = "") -> Parsed:
    """Return name (empty for none), data and id of each event, and what else the stream said."""
    text = content.decode("utf-8", "replace").removeprefix("\ufeff")
    # What follows the last line end is no line.
    lines = re.split("\r\n|\n|\r", text)[:-1]
    result = Parsed(last_event_id=last_event_id)
    name, data, event_id = "", "", last_event_id
    for line in lines:
        if line == "":
            result.last_event_id = event_id
            if data != "":
                result.events.append((name, data[:-1], event_id))
            name, data = "", ""
            continue
        if line.startswith(":"):
            continue
        key, colon, value = line.partition(":")
        if colon and value.startswith(" "):
            value = value[1:]
        if key == "event":
            name = value
        elif key == "data":
            data += value + "\n"
        elif key == "id" and "\0" not in value:
            event_id = value
        elif key == "retry" and re.fullmatch("[0-9]+", value):
            result.retry = int(value)
    return result
