"""From when to when each connection of each relay stood, so that all know what nobody has got."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from .keys import Keys, Redis

_ALIVE = 5.0
"""Seconds without a sign of life after which a relay counts as dead."""
_KEPT = 20  # connections that have ended, of each stream


class Gap(NamedTuple):
    """A time in which no relay was connected."""

    source: str
    since: float
    until: float
    reason: str


class _Other(NamedTuple):
    """Another connection to an event stream."""

    id: str
    since: float
    until: float
    """When something came over it last."""
    stands: bool
    """Whether it isn't known to be lost, and its relay is alive."""


@dataclass(slots=True)
class _Own:
    """The connection of this relay to an event stream."""

    id: str
    since: float
    reason: str
    """Why there was none before."""
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
        self._numbers = 0
        self._own: dict[str, _Own] = {}
        self._records: dict[str, dict[str, str]] = {}
        self._others: dict[str, tuple[float, list[_Other]]] = {}

    def connected(self, source: str, reason: str) -> None:
        """Note that a connection stands; the reason is why there was none before."""
        with self._lock:
            self._numbers += 1
            self._own[source] = _Own(f"{self._relay}/{self._numbers}", time.time(), reason)

    def record(self, source: str, last: float, *, stands: bool) -> None:
        """Note when something came over a connection last, and whether it stands."""
        with self._lock:
            if own := self._own.get(source):
                text = (
                    f"{own.since:.3f} {max(last, own.since):.3f} {'stands' if stands else 'lost'}"
                )
                self._records.setdefault(source, {})[own.id] = text

    def beat(self, status: Mapping[str, Any]) -> list[Gap]:
        """Tell the others, and return the gaps that have become known."""
        pipeline = self._redis.pipeline(transaction=False)
        pipeline.set(self._keys.of("alive", self._relay), 1, px=int(_ALIVE * 1000))
        pipeline.hset(self._keys.of("relays"), self._relay, json.dumps(status))
        with self._lock:
            for source, records in self._records.items():
                pipeline.hset(self._keys.of("coverage", source), mapping=records)
        pipeline.execute()
        gaps: list[Gap] = []
        for source, own in list(self._own.items()):
            others = self._look(source)
            before = [other for other in others if other.since < own.since]
            until = max((other.until for other in before), default=own.since)
            is_proven = until >= own.since
            if own.undecided and (is_proven or not any(other.stands for other in before)):
                own.undecided = False
                if not is_proven:
                    gaps.append(Gap(source, until, own.since, own.reason))
                self._forget(source, own, others)
        return gaps

    def is_covered(self, source: str, since: float) -> bool:
        """Whether another relay is connected, and has been since then."""
        seen, others = self._others.get(source, (0.0, []))
        if time.monotonic() - seen > 1.0:  # this process may have been stopped
            others = self._look(source)
        return any(other.stands and other.since < since for other in others)

    def has_precedence(self, source: str) -> bool:
        """Whether another relay was connected before this one is."""
        own = self._own.get(source)
        return own is not None and self.is_covered(source, own.since)

    def _look(self, source: str) -> list[_Other]:
        """Return the connections of others, and the former ones of this relay."""
        found = self._redis.hgetall(self._keys.of("coverage", source))
        own = self._own.get(source)
        alive: dict[str, bool] = {self._relay: False}
        others: list[_Other] = []
        for name, text in found.items():
            id, (since, until, state) = name.decode(), text.decode().split()
            relay = id.rpartition("/")[0]
            if relay not in alive:
                alive[relay] = bool(self._redis.exists(self._keys.of("alive", relay)))
            if own is None or id != own.id:
                stands = state == "stands" and alive[relay]
                others.append(_Other(id, float(since), float(until), stands))
        self._others[source] = time.monotonic(), others
        return others

    def _forget(self, source: str, own: _Own, others: list[_Other]) -> None:
        """Remove the records that say nothing any more: the latest of those that ended says it."""
        ended = sorted((other for other in others if not other.stands), key=lambda one: one.until)
        if ids := [other.id for other in ended[:-_KEPT]]:
            self._redis.hdel(self._keys.of("coverage", source), *ids)
            # Those that are alive after all say so with the next beat.
            self._redis.hdel(self._keys.of("relays"), *(id.rpartition("/")[0] for id in ids))
        with self._lock:
            for id in self._records[source].keys() - {own.id}:
                del self._records[source][id]
