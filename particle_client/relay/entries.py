"""What a relay writes: events as they came, and gaps; and how to tell what was written already."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any, NamedTuple

import attrs

from ..events.event import Event
from ..schema.timestamps import format_timestamp

GAP_NAME = "particle-relay/gap"
"""The name of the entries that tell of a gap. Names of devices' events can't begin so."""


class Entry(NamedTuple):
    """What is to be written into a partition, unless it was written already."""

    partition: int
    bucket: str
    """The tenth of a second in which it was published: what was written then is kept together."""
    digest: str
    number: int
    """Which one it is of those that are equal."""
    name: str
    json: str
    at: float
    """When the relay got it, in seconds since 1970."""

    @property
    def size(self) -> int:
        """About how many bytes it takes."""
        return len(self.json) + 400


def bucket_of(published_at: str) -> str:
    """Return the tenth of a second of a time."""
    return published_at[: len("2026-01-02T03:04:05.6")]


def digest_of(*parts: object) -> str:
    """Return what stands for all of it."""
    text = "\0".join(map(str, parts)).encode("utf-8", "surrogatepass")
    return blake2b(text, digest_size=12).hexdigest()


def iso(seconds: float) -> str:
    """Return a time as the cloud writes it."""
    return format_timestamp(datetime.fromtimestamp(seconds, UTC))


class Counts:
    """Counts how many times the same event has come over one connection, for those of late."""

    def __init__(self) -> None:
        self._new: dict[str, int] = {}
        self._old: dict[str, int] = {}

    def add(self, digest: str) -> int:
        """Count an event, and return how many of it there are by now."""
        count = (self._new.get(digest) or self._old.get(digest) or 0) + 1
        self._new[digest] = count
        if len(self._new) >= 50_000:
            self._old, self._new = self._new, {}
        return count


@attrs.define(repr=False, init=False, unsafe_hash=True)
class RelayEvent(Event):
    """An event that a relay has written.

    Attributes:
        key: The same whenever this event is delivered, and no other event's: who keeps it together
            with what the event changes, in one transaction, handles each event once.
        entry_id: The ID of its entry in the stream of Redis.
        attempt: How many times its handling has been begun, as far as is known: 1 at first.
    """

    key: str = ""
    entry_id: str = ""
    attempt: int = 1

    def __init__(self, name: str, raw: str, key: str = "", entry_id: str = "") -> None:
        super().__init__(name, raw)
        self.key, self.entry_id, self.attempt = key, entry_id, 1

    def __reduce__(self) -> tuple[Any, ...]:
        return RelayEvent, (self.name, self.raw, self.key, self.entry_id)


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
    key: str
    entry_id: str


def gap_entries(
    partitions: int, source: str, since: float, until: float, reason: str, dropped: int = 0
) -> list[Entry]:
    """Return the entries of a gap, one for each partition."""
    times = {"from": iso(since), "until": iso(until)}
    text = json.dumps({"source": source, **times, "reason": reason, "dropped": dropped})
    digest, bucket, now = (
        digest_of("gap", source, *times.values(), dropped),
        bucket_of(times["until"]),
        time.time(),
    )
    return [
        Entry(partition, bucket, digest, 1, GAP_NAME, text, now) for partition in range(partitions)
    ]


def read_entry(entry_id: bytes, fields: Mapping[bytes, bytes]) -> RelayEvent | RelayGap:
    """Return what an entry says: its ID, and its fields as redis-py gives them."""
    name, text, key = (fields[field].decode() for field in (b"name", b"json", b"key"))
    if name != GAP_NAME:
        return RelayEvent(name, text, key, entry_id.decode())
    gap = json.loads(text)
    since, until = (datetime.fromisoformat(gap[field]) for field in ("from", "until"))
    return RelayGap(
        gap["source"], since, until, gap["reason"], gap["dropped"], key, entry_id.decode()
    )
