"""What is going on: as data, as metrics, as tables, and by the command line; and spans."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest
from rich.console import Console

from particle_client import ConfigurationError
from particle_client.relay import StatusCollector, read_status
from particle_client.relay.status import tables
from particle_client.sandbox import VirtualDevice
from tests.ports import lasting_port

from .conftest import StartRelay, StartWorker
from .processes import ROOT, CloudProcess, Process, RedisProcess, relay_process, wait_until


@pytest.fixture
def at_work(
    redis: RedisProcess, start_relay: StartRelay, start_worker: StartWorker, device: VirtualDevice
) -> Any:
    """A relay that has written an event, which a worker has handled."""
    relay = start_relay()
    device.publish("number", "1")
    worker = start_worker()
    wait_until(lambda: worker.events)
    wait_until(lambda: all(state["written"] for state in relay.what.status()["relays"]))
    wait_until(lambda: relay.what.status()["groups"][0]["pending"] == 0)
    return relay.what


def test_the_status_tells_all(at_work: Any) -> None:
    status = at_work.status()
    assert (status["name"], status["partitions"]) == ("particle", 16)
    assert (status["entries"], status["written"]) == (1, 1)
    [relay] = status["relays"]
    assert (relay["name"], relay["alive"]) == (at_work.id, True)
    assert relay["connected"] == {"product/fleet": True}
    assert (relay["received"], relay["duplicates"], relay["dropped"]) == (1, 0, 0)
    [group] = status["groups"]
    assert (group["name"], group["workers"], group["lag"], group["trimmed"]) == ("g", 1, 0, 0)
    json.dumps(status)


def test_metrics(at_work: Any, redis: RedisProcess) -> None:
    prometheus = pytest.importorskip("prometheus_client")
    registry = prometheus.CollectorRegistry()
    registry.register(StatusCollector(redis.client))
    text = prometheus.generate_latest(registry).decode()
    assert f'particle_relay_written{{relay="{at_work.id}"}} 1.0' in text
    assert f'particle_relay_alive{{relay="{at_work.id}"}} 1.0' in text
    assert 'particle_relay_group_lag{group="g"} 0.0' in text


def test_metrics_of_a_service_that_runs_for_the_first_time(
    redis: RedisProcess, tmp_path: Path
) -> None:
    pytest.importorskip("prometheus_client")
    port = lasting_port()
    metrics = "--metrics", str(port)
    with CloudProcess() as cloud, relay_process(cloud, redis.url, tmp_path / "log", *metrics):
        cloud.wait_for_streams(1)
        url = f"http://127.0.0.1:{port}/metrics"
        wait_until(lambda: "particle_relay_alive" in httpx.get(url).raise_for_status().text)


def test_tables(at_work: Any) -> None:
    console = Console(width=240)
    with console.capture() as capture:
        console.print(tables(at_work.status()))
    shown = capture.get()
    assert "16 partitions" in shown
    assert at_work.id in shown
    assert "oldest_pending" in shown


def test_the_command_prints_json(at_work: Any, redis: RedisProcess) -> None:
    command = [sys.executable, "-m", "particle_client.relay", "status", "--redis", redis.url]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(ran.stdout)["relays"][0]["name"] == at_work.id


def test_watching_ends_when_redis_is_gone(own_redis: RedisProcess, tmp_path: Path) -> None:
    """What is shown isn't old without one's knowing."""
    own_redis.client.hset("particle:config", "partitions", 1)
    log = tmp_path / "log"
    command = "-m", "particle_client.relay", "status", "--watch", "--redis", own_redis.url
    with Process(sys.executable, *command, log=log) as process:
        wait_until(lambda: own_redis.client.info("commandstats").get("cmdstat_hgetall"))
        own_redis.terminate()
        assert process.process.wait(60) == 1
    assert "Traceback" not in log.read_text()


def test_a_dead_relay_is_shown_as_such(at_work: Any, redis: RedisProcess) -> None:
    redis.client.hset("particle:relays", "dead", '{"at": 0, "connected": {}}')
    alive = {relay["name"]: relay["alive"] for relay in at_work.status()["relays"]}
    assert alive == {"dead": False, at_work.id: True}


def test_what_was_trimmed_before_a_group_got_it_is_shown(
    redis: RedisProcess,
    start_relay: StartRelay,
    start_worker: StartWorker,
    device: VirtualDevice,
    caplog: pytest.LogCaptureFixture,
) -> None:
    relay = start_relay(partitions=1).what
    start_worker().stop()
    for number in range(10):
        device.publish("number", str(number))
    wait_until(lambda: relay.status()["written"] == 10)
    redis.client.xtrim("{particle:0}:events", maxlen=3, approximate=False)
    assert relay.status()["groups"][0]["trimmed"] == 7
    relay._next_look = 0.0
    wait_until(lambda: "group g is too slow: 7 are gone" in caplog.text)


def test_what_is_acknowledged_while_the_status_is_read(
    at_work: Any, redis: RedisProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A relay reads it while workers work: it must not stumble over what changes meanwhile."""
    groups_of = redis.client.xinfo_groups

    def as_before(stream: str) -> list[dict[str, Any]]:
        return [{**group, "pending": 1} for group in groups_of(stream)]

    monkeypatch.setattr(redis.client, "xinfo_groups", as_before)
    [group] = read_status(redis.client)["groups"]
    assert (group["pending"], group["oldest_pending"]) == (0, 0)


def test_there_must_be_a_relay(redis: RedisProcess) -> None:
    with pytest.raises(ConfigurationError, match="has ever run"):
        read_status(redis.client)


def test_a_span_from_the_event_to_its_handling(exporter: Any, at_work: Any) -> None:
    def spans(name: str) -> list[Any]:
        return [span for span in exporter.get_finished_spans() if span.name == name]

    wait_until(lambda: spans("relay handle") and spans("relay append"))
    parents = {span.context.span_id for span in spans("relay append")}
    assert spans("relay handle")[-1].parent.span_id in parents
    assert spans("relay handle")[-1].kind.name == "CONSUMER"
