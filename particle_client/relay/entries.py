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
from ..schema.timestamps import format_timestamp, parse_timestamp

GAP_NAME = "particle-relay/gap"
"""The name of the entries that tell of a gap. The cloud lets no device publish such a name."""

_TENTHS = len("2026-01-02T03:04:05.6")


class Entry(NamedTuple):
    """What is to be written into a partition, unless it was written already."""

    partition: int
    bucket: str
    digest: str
    count: int
    name: str
    json: str
    at: float
    """When the relay got it, in seconds since 1970."""

    @property
    def size(self) -> int:
        """About how many bytes it takes."""
        return len(self.json) + 400


class Identity(NamedTuple):
    """What makes two events the same one: device, name, time and data."""

    device: str
    published_at: str
    bucket: str
    digest: str


def identify(event: Event) -> Identity | None:
    """Return what an event is told by; None if it doesn't say when it was published."""
    fields = event._decoded()
    device, published_at = fields.get("coreid"), fields.get("published_at")
    if not isinstance(published_at, str) or not published_at:
        return None
    if device.__class__ is not str:
        device = event.device_id or ""
    text = f"{device}\0{event.name}\0{published_at}\0{event.data}"
    return Identity(device, published_at, published_at[:_TENTHS], digest_of(text))


def digest_of(text: str) -> str:
    """Return what stands for a text."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


class Counts:
    """Counts how many times the same event has come over one connection. Bounded."""

    def __init__(self, size: int = 50_000) -> None:
        self._size = size
        self._new: dict[str, int] = {}
        self._old: dict[str, int] = {}

    def add(self, digest: str) -> int:
        """Count an event, and return how many of it there are by now."""
        new = self._new
        count = (new.get(digest) or self._old.get(digest) or 0) + 1
        new[digest] = count
        if len(new) >= self._size:
            self._old, self._new = new, {}
        return count


@attrs.define(repr=False, init=False, unsafe_hash=True)
class RelayEvent(Event):
    """An event that a relay has written.

    Attributes:
        key: The same whenever this event is delivered again, and no other event's: who keeps it
            together with what the event changes, in one transaction, handles each event once.
        entry_id: The ID of its entry in the stream of Redis.
        partition: The number of its partition.
        attempt: How many times its handling has been begun, as far as is known: 1 at first.
    """

    key: str = ""
    entry_id: str = ""
    partition: int = 0
    attempt: int = 1

    def __init__(
        self,
        name: str,
        raw: str,
        id: str = "",
        key: str = "",
        entry_id: str = "",
        partition: int = 0,
    ) -> None:
        super().__init__(name, raw, id)
        self.key, self.entry_id, self.partition, self.attempt = key, entry_id, partition, 1

    def __reduce__(self) -> tuple[Any, ...]:
        whole = self.name, self.raw, self.id, self.key, self.entry_id, self.partition
        return RelayEvent, whole


@dataclass(frozen=True, slots=True)
class RelayGap:
    """A time in which events may have been lost. Each partition gets an entry of it.

    Devices can be asked for what they know: the cloud doesn't send again what nobody has got.
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
    partition: int


def gap_json(source: str, since: float, until: float, reason: str, dropped: int) -> str:
    """Return what the entry of a gap says."""
    times = {"from": iso(since), "until": iso(until)}
    return json.dumps({"source": source, **times, "reason": reason, "dropped": dropped})


def gap_entries(
    partitions: int, source: str, since: float, until: float, reason: str, dropped: int = 0
) -> list[Entry]:
    """Return the entries of a gap, one for each partition."""
    text = gap_json(source, since, until, reason, dropped)
    digest = digest_of(f"gap\0{source}\0{since:.3f}\0{until:.3f}\0{dropped}")
    bucket, now = iso(until)[:_TENTHS], time.time()
    return [
        Entry(partition, bucket, digest, 1, GAP_NAME, text, now) for partition in range(partitions)
    ]


def iso(seconds: float) -> str:
    """Return a time as the cloud writes it."""
    return format_timestamp(datetime.fromtimestamp(seconds, UTC))


def read_entry(
    entry_id: bytes | str, fields: Mapping[bytes, bytes], partition: int
) -> RelayEvent | RelayGap:
    """Return what an entry says: its ID, and its fields as redis-py gives them."""
    name, text, key = (
        fields.get(field, b"").decode("utf-8", "replace") for field in (b"name", b"json", b"key")
    )
    shown_id = entry_id.decode() if isinstance(entry_id, bytes) else entry_id
    if name != GAP_NAME:
        return RelayEvent(name, text, "", key, shown_id, partition)
    gap = json.loads(text)
    since, until = parse_timestamp(gap["from"]), parse_timestamp(gap["until"])
    assert since is not None
    assert until is not None
    return RelayGap(
        gap["source"], since, until, gap["reason"], gap["dropped"], key, shown_id, partition
    )
