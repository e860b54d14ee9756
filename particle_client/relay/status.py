"""What is going on: the relays, the partitions, and the groups that read them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from .keys import Keys, Redis, connect

_COUNTS = "workers", "lag", "trimmed", "pending", "oldest_pending", "dead_letters"
_ALIVE = 10.0  # seconds without a sign of life after which a relay counts as dead


def read_status(redis: str | Redis, name: str = "particle") -> dict[str, Any]:
    """Return what is going on, as plain data; `docs/relay.md` explains each field.

    Raises:
        ConfigurationError: There is no such relay.
    """
    client, keys, groups = connect(redis), Keys(name), dict[str, dict[str, Any]]()
    partitions = keys.check_partitions(client.hget(keys.of("config"), "partitions"))
    status: dict[str, Any] = {"name": name, "partitions": partitions, "entries": 0, "written": 0}
    for partition in range(partitions):
        stream = keys.at(partition, "events")
        if not client.exists(stream):
            continue
        info = client.xinfo_stream(stream)
        status["entries"] += info["length"]
        status["written"] += info["entries-added"]
        for found in client.xinfo_groups(stream):
            group_name = found["name"].decode()
            group = groups.setdefault(group_name, {"name": group_name, **dict.fromkeys(_COUNTS, 0)})
            group["workers"] = client.zcard(keys.of("workers", group_name))
            group["lag"] += found["lag"] or 0
            if found["entries-read"] is not None or found["last-delivered-id"] == b"0-0":
                gone = info["entries-added"] - info["length"]
                group["trimmed"] += max(gone - (found["entries-read"] or 0), 0)
            group["dead_letters"] += client.xlen(keys.at(partition, "dead", group_name))
            pending = client.xpending(stream, group_name)
            group["pending"] += pending["pending"]
            if pending["min"]:
                oldest = int(pending["min"].partition(b"-")[0]) / 1000
                group["oldest_pending"] = min(group["oldest_pending"] or oldest, oldest)
    now = client.time()[0]
    said = {id.decode(): json.loads(text) for id, text in client.hgetall(keys.of("relays")).items()}
    relays = [{"name": n, "alive": said[n]["at"] > now - _ALIVE, **said[n]} for n in sorted(said)]
    return {**status, "relays": relays, "groups": list(groups.values())}


class StatusCollector:
    """The status as metrics, for a registry of prometheus-client; read when they are asked for."""

    def __init__(self, redis: str | Redis, name: str = "particle") -> None:
        self._redis, self._name = connect(redis), name

    def collect(self) -> Iterator[Any]:
        """Yield the metrics: `particle_relay_…` of each relay, `particle_relay_group_…`."""
        from prometheus_client.core import GaugeMetricFamily

        status = read_status(self._redis, self._name)
        for kind, prefix in ("relay", "particle_relay_"), ("group", "particle_relay_group_"):
            items: list[dict[str, Any]] = status[f"{kind}s"]
            for field in dict.fromkeys(field for item in items for field in item):
                metric = GaugeMetricFamily(prefix + field, f"{field} of status", labels=[kind])
                for item in items:
                    if isinstance(value := item.get(field), int | float):
                        metric.add_metric([item["name"]], value)
                if metric.samples:
                    yield metric


def tables(status: dict[str, Any]) -> Any:
    """Return the status as tables, for rich to print."""
    from rich.console import Group
    from rich.table import Table

    summary = "{name}: {partitions} partitions, {entries} entries of {written}"
    shown: list[Any] = [summary.format(**status)]
    for title in ("relays", "groups"):
        items: list[dict[str, Any]] = status[title]
        table = Table("", *(item["name"] for item in items), title=title)
        for field in dict.fromkeys(field for item in items for field in item if field != "name"):
            table.add_row(field, *(str(item.get(field, "")) for item in items))
        shown.append(table)
    return Group(*shown)
