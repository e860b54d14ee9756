"""From when to when each connection of each relay stood, so that all know what nobody has got."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from .keys import Keys, Redis

ALIVE = 5.0
"""Seconds without a sign of life after which a relay counts as dead."""


class Connection(NamedTuple):
    """A connection to an event stream, of this relay or another one."""

    id: str
    relay: str
    since: float
    until: float
    """When something came over it last."""
    stands: bool
    """Whether it counts as standing: not known to be lost, and its relay is alive."""


class Gap(NamedTuple):
    """A time in which no relay was connected."""

    source: str
    since: float
    until: float
    reason: str


@dataclass(slots=True)
class _Own:
    number: int
    since: float
    reason: str
    stands: bool = True
    undecided: bool = True
    """Whether it isn't known yet if there was a gap before it."""


class Coverage:
    """Notes when this relay is connected, and finds what no relay has covered.

    A time without any connection ends when one is made. So who connects looks how long the others
    have covered; one that seems to stand has to prove it first, by what comes over it.
    """

    def __init__(self, redis: Redis, keys: Keys, relay: str) -> None:
        self._redis = redis
        self._keys = keys
        self._relay = relay
        self._lock = threading.Lock()
        self._connections: dict[str, _Own] = {}
        self._ended: dict[str, dict[str, str]] = {}
        self._numbers = 0
        self._others: dict[str, tuple[float, list[Connection]]] = {}

    def connected(self, source: str, reason: str) -> None:
        """Note that a connection stands; the reason is why there was none before."""
        with self._lock:
            self._numbers += 1
            self._connections[source] = _Own(self._numbers, time.time(), reason)

    def disconnected(self, source: str, last: float) -> None:
        """Note that it is lost, and when something came over it last."""
        with self._lock:
            own = self._connections.get(source)
            if own is not None and own.stands:
                own.stands = False
                ended = self._ended.setdefault(source, {})
                ended[f"{self._relay}/{own.number}"] = self._record(own, last)

    def beat(self, last: Mapping[str, float], status: Mapping[str, Any]) -> list[Gap]:
        """Tell the others, and return the gaps that have become known.

        Args:
            last: When something came last, by source.
            status: What `status` shows of this relay.
        """
        pipeline = self._redis.pipeline(transaction=False)
        pipeline.set(self._keys.alive(self._relay), 1, px=int(ALIVE * 1000))
        pipeline.hset(self._keys.relays, self._relay, json.dumps(status))
        with self._lock:
            ended, self._ended = self._ended, {}
            for source, own in self._connections.items():
                records = ended.setdefault(source, {})
                if own.stands:
                    records[f"{self._relay}/{own.number}"] = self._record(own, last[source])
        for source, records in ended.items():
            if records:
                pipeline.hset(self._keys.coverage(source), mapping=records)
        try:
            pipeline.execute()
        except BaseException:
            with self._lock:
                for source, records in ended.items():
                    self._ended[source] = records | self._ended.get(source, {})
            raise
        gaps: list[Gap] = []
        for source, own in list(self._connections.items()):
            others = self._look(source)
            if own.undecided:
                gap = _gap_before(own.since, others)
                if gap != ():
                    own.undecided = False
                    self._forget(source, others)
                if gap:
                    gaps.append(Gap(source, gap[0], own.since, own.reason))
        return gaps

    def is_covered(self, source: str, since: float) -> bool:
        """Whether another relay is connected, and has been since then."""
        seen, others = self._others.get(source, (0.0, []))
        if time.monotonic() - seen > 1.0:  # this process may have been stopped
            others = self._look(source)
        return any(other.stands and other.since < since for other in others)

    def has_precedence(self, source: str) -> bool:
        """Whether another relay was connected before this one is."""
        own = self._connections.get(source)
        return own is not None and self.is_covered(source, own.since)

    def _record(self, own: _Own, last: float) -> str:
        until = max(last, own.since)
        stands = "stands" if own.stands else "lost"
        return f"{own.since:.3f} {until:.3f} {stands}"

    def _look(self, source: str) -> list[Connection]:
        """Return the connections of others, and the former ones of this relay."""
        found = self._redis.hgetall(self._keys.coverage(source))
        records: list[tuple[str, str, list[str]]] = []
        with self._lock:
            own = self._connections.get(source)
            current = own and f"{self._relay}/{own.number}"
        for name, text in found.items():
            id = name.decode()
            if id != current:
                records.append((id, id.rpartition("/")[0], text.decode().split()))
        relays = {relay for _, relay, _ in records} - {self._relay}
        alive = {relay for relay in relays if self._redis.exists(self._keys.alive(relay))}
        others = [
            Connection(id, relay, float(since), float(until), stands == "stands" and relay in alive)
            for id, relay, (since, until, stands) in records
        ]
        self._others[source] = time.monotonic(), others
        return others

    def _forget(self, source: str, others: list[Connection]) -> None:
        """Remove the records that say nothing any more: all but the last of those that ended."""
        ended = sorted((other for other in others if not other.stands), key=lambda one: one.until)
        if len(ended) > 20:
            self._redis.hdel(self._keys.coverage(source), *(other.id for other in ended[:-20]))


def _gap_before(moment: float, others: list[Connection]) -> tuple[float, ...] | None:
    """Return when the gap before a connection began; None if there is none, () if unknown."""
    before = [other for other in others if other.since < moment]
    until = max((other.until for other in before), default=moment)
    if until >= moment:
        return None
    if any(other.stands for other in before):
        return ()  # it has to prove that it stands
    return (until,)
