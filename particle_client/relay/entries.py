"""What a relay writes: events as they came, and gaps; and how to tell what was written already."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from secrets import token_hex
from typing import Any, NamedTuple
from zlib import crc32

from ..events.event import Event
from ..schema.timestamps import format_timestamp
from .keys import Keys
from .scripts import APPEND

GAP_NAME = b"particle-relay/gap"
WINDOW = 900  # seconds for which it is remembered what was written


class Entry(NamedTuple):
    """What is to be written into a partition, unless it was written already."""

    partition: int
    key: str
    """What identifies it: a digest, and which one it is of those that are equal."""
    name: bytes
    json: str


class Entries:
    """Makes entries of what comes over one connection, and counts those that are equal."""

    def __init__(self, partitions: int) -> None:
        self._partitions = partitions
        self._counts: dict[str, int] = {}
        self._older: dict[str, int] = {}

    def __contains__(self, key: bytes) -> bool:
        """Whether an event with this key has come."""
        digest = key.decode().partition("-")[0]
        return digest in self._counts or digest in self._older

    def of_event(self, event: Event) -> Entry:
        """Return the entry of an event: all relays make the same one."""
        fields, name = event._decoded(), event.name
        device = str(fields.get("coreid") or "").encode("utf-8", "surrogatepass")
        text = f"{name}\0{fields.get('published_at') or ''}\0{event.data or ''}\0"
        digest = blake2b(text.encode("utf-8", "surrogatepass") + device, digest_size=12).hexdigest()
        number = 1 + (self._counts.get(digest) or self._older.get(digest) or 0)
        self._counts[digest] = number
        if len(self._counts) >= 50_000:
            self._older, self._counts = self._counts, {}
        partition = crc32(device) % self._partitions
        return Entry(partition, f"{digest}-{number}", name.encode("utf-8", "replace"), event.raw)


def gap_entries(
    partitions: int, source: str, since: float, until: float, reason: str, dropped: int = 0
) -> list[Entry]:
    """Return the entries of a gap, one for each partition."""
    start, end = (format_timestamp(datetime.fromtimestamp(time, UTC)) for time in (since, until))
    gap = {"source": source, "from": start, "until": end, "reason": reason, "dropped": dropped}
    rest = token_hex(12), GAP_NAME, json.dumps(gap)
    return [Entry(partition, *rest) for partition in range(partitions)]


@dataclass(frozen=True, slots=True)
class RelayGap:
    """A time in which events may have been lost: the cloud doesn't send again what nobody got.

    Each partition has an entry of it, so that each worker can ask its devices.
    """

    source: str
    """The event stream, such as `product/my-product`; for what was dropped, the relay."""
    since: datetime
    until: datetime
    reason: str
    dropped: int
    """How many events were dropped, where that is known; else 0."""


def read_entry(fields: Mapping[bytes, bytes]) -> Event | RelayGap:
    """Return what the fields of an entry say. An event's id is its key."""
    name, text = fields[b"name"], fields[b"json"].decode()
    if name != GAP_NAME:
        return Event(name.decode(), text, fields[b"key"].decode())
    gap = json.loads(text)
    since, until = (datetime.fromisoformat(gap[field]) for field in ("from", "until"))
    return RelayGap(gap["source"], since, until, gap["reason"], gap["dropped"])


def append_command(
    keys: Keys, partition: int, entries: list[Entry], traceparent: str, known: bytes = b""
) -> list[Any]:
    """Return the command that appends what is new of some entries of a partition: see `APPEND`."""
    names = [keys.at(partition, "events")]
    arguments: list[Any] = [WINDOW, traceparent, known]
    for entry in entries:
        names.append(keys.at(partition, "seen", entry.key))
        arguments += (entry.name, entry.json)
    # The script itself each time: a Redis that has forgotten it is no failure.
    return ["EVAL", APPEND, len(names), *names, *arguments]
