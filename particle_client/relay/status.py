"""What is going on: the relays, the partitions, and the groups that read them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from .keys import Keys, Redis

_ALIVE = 10.0
"""Seconds without a sign of life after which a relay counts as dead; clocks may differ by some."""


def read_status(redis: Redis, name: str = "particle") -> dict[str, Any]:
    """Return what is going on, as plain data; `docs/relay.md` explains each field.

    Raises:
        ConfigurationError: There is no such relay.
    """
    keys, groups = Keys(name), dict[str, dict[str, Any]]()
    partitions = keys.check_partitions(redis.hget(keys.of("config"), "partitions"))
    status: dict[str, Any] = {"name": name, "partitions": partitions, "entries": 0, "written": 0}
    for partition in range(partitions):
        stream = keys.at(partition, "events")
        if not redis.exists(stream):
            continue
        info = redis.xinfo_stream(stream)
        status["entries"] += info["length"]
        status["written"] += info["entries-added"]
        for found in redis.xinfo_groups(stream):
            group_name, lag = found["name"].decode(), found["lag"] or 0
            empty = {"name": group_name, "workers": 0, "lag": 0, "trimmed": 0, "pending": 0}
            group = groups.setdefault(group_name, {**empty, "oldest_pending": 0, "dead_letters": 0})
            group["workers"] = redis.zcard(keys.of("workers", group_name))
            group["lag"] += lag
            if found["entries-read"] is not None or found["last-delivered-id"] == b"0-0":
                gone = info["entries-added"] - info["length"]
                group["trimmed"] += max(gone - (found["entries-read"] or 0), 0)
            group["dead_letters"] += redis.xlen(keys.at(partition, "dead", group_name))
            group["pending"] += found["pending"]
            if found["pending"]:
                pending = redis.xpending(stream, group_name)
                oldest = int(pending["min"].partition(b"-")[0]) / 1000
                group["oldest_pending"] = min(group["oldest_pending"] or oldest, oldest)
    now = redis.time()[0]
    relays: list[dict[str, Any]] = []
    for relay, text in sorted(redis.hgetall(keys.of("relays")).items()):
        said = json.loads(text)
        relays.append({"name": relay.decode(), "alive": said["at"] > now - _ALIVE, **said})
    return {**status, "relays": relays, "groups": list(groups.values())}


class StatusCollector:
    """The status as metrics, for a registry of prometheus-client; read when they are asked for."""

    def __init__(self, redis: Redis, name: str = "particle") -> None:
        self._redis = redis
        self._name = name

    def collect(self) -> Iterator[Any]:
        """Yield the metrics: `particle_relay_…` of each relay, `particle_relay_group_…`."""
        from prometheus_client.core import GaugeMetricFamily

        status = read_status(self._redis, self._name)
        for items, label, prefix in (
            (status["relays"], "relay", "particle_relay_"),
            (status["groups"], "group", "particle_relay_group_"),
        ):
            metrics: dict[str, Any] = {}
            for item in items:
                for field, value in item.items():
                    if isinstance(value, int | float):
                        help = f"See {field} of the status."
                        new = GaugeMetricFamily(prefix + field, help, labels=[label])
                        metrics.setdefault(field, new).add_metric([item["name"]], value)
            yield from metrics.values()


def tables(status: dict[str, Any]) -> Any:
    """Return the status as tables, for rich to print."""
    from rich.console import Group
    from rich.table import Table

    shown: list[Any] = [
        "{name}: {partitions} partitions, {entries} entries of {written}".format(**status)
    ]
    for title in ("relays", "groups"):
        items: list[dict[str, Any]] = status[title]
        table = Table(*(items[0] if items else ()), title=title)
        for item in items:
            table.add_row(*map(str, item.values()))
        shown.append(table)
    return Group(*shown)
