"""What is going on: the relays, the partitions, and the groups that read them."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

from .keys import Keys, Redis

_ALIVE = 10.0
"""Seconds without a sign of life after which a relay counts as dead; clocks may differ by some."""


@dataclass(frozen=True, slots=True)
class RelayState:
    """What a relay said of itself last."""

    id: str
    alive: bool
    at: float
    """When it said so, in seconds since 1970."""
    connected: dict[str, bool]
    """Whether each of its streams is connected."""
    events_per_second: float
    received: int
    written: int
    duplicates: int
    """How many another relay had written before."""
    dropped: int
    buffered: int


@dataclass(slots=True)
class GroupState:
    """How far a group of consumers is, over all partitions."""

    name: str
    workers: int
    lag: int = 0
    """How many entries haven't been delivered yet."""
    trimmed: int = 0
    """How many of these are gone: the group was too slow for what is kept."""
    pending: int = 0
    """How many have been delivered, and not acknowledged."""
    oldest_pending: float = 0.0
    """When the oldest of them was written, in seconds since 1970; 0 if there are none."""
    dead_letters: int = 0


@dataclass(frozen=True, slots=True)
class RelayStatus:
    """What is going on: `entries` are stored, of `written` in all."""

    name: str
    partitions: int
    entries: int
    written: int
    relays: list[RelayState]
    groups: list[GroupState]

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data, for JSON."""
        return asdict(self)


def read_status(redis: Redis, name: str = "particle") -> RelayStatus:
    """Return what is going on.

    Raises:
        ConfigurationError: There is no such relay.
    """
    keys = Keys(name)
    partitions = keys.check_partitions(redis.hget(keys.of("config"), "partitions"))
    entries = written = 0
    groups: dict[str, GroupState] = {}
    for partition in range(partitions):
        stream = keys.at(partition, "events")
        if not redis.exists(stream):
            continue
        info = redis.xinfo_stream(stream)
        entries += info["length"]
        written += info["entries-added"]
        for found in redis.xinfo_groups(stream):
            title = found["name"].decode()
            if title not in groups:
                groups[title] = GroupState(title, redis.zcard(keys.of("workers", title)))
            group, lag = groups[title], found["lag"] or 0
            group.lag += lag
            group.trimmed += max(lag - info["length"], 0)
            group.dead_letters += redis.xlen(keys.at(partition, "dead", title))
            if found["pending"]:
                group.pending += found["pending"]
                oldest = int(redis.xpending(stream, title)["min"].partition(b"-")[0]) / 1000
                group.oldest_pending = min(group.oldest_pending or oldest, oldest)
    now, relays = redis.time()[0], []
    for id, text in sorted(redis.hgetall(keys.of("relays")).items()):
        said = json.loads(text)
        relays.append(RelayState(id.decode(), said["at"] > now - _ALIVE, **said))
    in_order = [group for _, group in sorted(groups.items())]
    return RelayStatus(name, partitions, entries, written, relays, in_order)
