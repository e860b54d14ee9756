"""Workers share the partitions of a group, and each event is handled at least once, in order."""

from __future__ import annotations

import asyncio
import signal
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from particle_client import ConfigurationError
from particle_client.events import Event
from particle_client.relay import AsyncRelayConsumer, RelayConsumer
from particle_client.sandbox import VirtualDevice

from .conftest import Background, StartRelay, StartWorker
from .processes import Process, RedisProcess, wait_until, worker_process


def publish(device: VirtualDevice, *numbers: int) -> None:
    for number in numbers:
        device.publish("number", str(number))


def group_of(relay: Any, name: str = "g") -> dict[str, Any]:
    return next(group for group in relay.what.status()["groups"] if group["name"] == name)


def test_a_worker_gets_typed_events_in_order_with_a_key(
    start_relay: StartRelay, start_worker: StartWorker, device: VirtualDevice
) -> None:
    relay = start_relay()
    publish(device, *range(20))
    worker = start_worker()
    wait_until(lambda: len(worker.events) == 20)
    assert worker.data == [*map(str, range(20))]
    assert type(worker.events[0]) is Event
    assert worker.events[0].device_id == device.id
    assert len({event.id for event in worker.events}) == 20
    wait_until(lambda: group_of(relay)["pending"] == 0)
    assert group_of(relay)["lag"] == 0


@pytest.mark.anyio
async def test_an_async_worker(
    redis: RedisProcess, start_relay: StartRelay, device: VirtualDevice
) -> None:
    await asyncio.to_thread(start_relay)
    publish(device, *range(20))
    data: list[str | None] = []
    consumer = AsyncRelayConsumer(redis.url, "g")

    async def on_event(event: Event) -> None:
        await asyncio.sleep(0)
        data.append(event.data)
        if len(data) == 20:
            consumer.stop()

    await asyncio.wait_for(consumer.run(on_event), 60)
    assert data == [*map(str, range(20))]


@pytest.mark.anyio
async def test_an_async_worker_handles_devices_of_other_partitions_meanwhile(
    redis: RedisProcess, start_relay: StartRelay, cloud: Any
) -> None:
    devices = [cloud.add_device(product="fleet") for _ in range(8)]
    await asyncio.to_thread(start_relay)
    for device in devices:
        device.publish("x")
    at_once: list[int] = []
    running = 0
    consumer = AsyncRelayConsumer(redis.url, "g")

    async def on_event(event: Event) -> None:
        nonlocal running
        running += 1
        await asyncio.sleep(0.05)
        at_once.append(running)
        running -= 1
        if len(at_once) == len(devices):
            consumer.stop()

    await asyncio.wait_for(consumer.run(on_event), 60)
    assert max(at_once) > 1


def test_each_group_gets_everything_from_where_it_starts(
    redis: RedisProcess, start_relay: StartRelay, start_worker: StartWorker, device: VirtualDevice
) -> None:
    relay = start_relay()
    publish(device, 1, 2)
    wait_until(lambda: relay.what.status()["written"] == 2)
    at = datetime.now(UTC)
    all_of_it = start_worker(group="all", start="beginning")
    from_now = start_worker(group="now", start="end")
    wait_until(lambda: len([*redis.client.scan_iter("*:lock:now")]) == 16)
    publish(device, 3)
    since = start_worker(group="since", start=at)
    wait_until(lambda: since.data == ["3"] and from_now.data == ["3"])
    wait_until(lambda: all_of_it.data == ["1", "2", "3"])


def test_what_fails_is_delivered_again_before_what_follows(
    start_relay: StartRelay, start_worker: StartWorker, device: VirtualDevice
) -> None:
    start_relay()
    publish(device, 1, 2, 3)
    attempts: list[str | None] = []

    def handle(event: Event) -> None:
        attempts.append(event.data)
        if event.data == "2" and attempts.count("2") < 3:
            raise OSError("the database is away")

    worker = start_worker(handle)
    wait_until(lambda: len(worker.events) == 3)
    assert attempts == ["1", "2", "2", "2", "3"]


def test_what_fails_too_often_goes_to_the_dead_letters(
    redis: RedisProcess, start_relay: StartRelay, start_worker: StartWorker, device: VirtualDevice
) -> None:
    relay = start_relay()
    publish(device, 1, 2)

    def handle(event: Event) -> None:
        if event.data == "1":
            raise ValueError("no such reading")

    worker = start_worker(handle, attempts=3)
    wait_until(lambda: worker.data == ["2"])
    [key] = redis.client.scan_iter("*:dead:g")
    [(_, letter)] = redis.client.xrange(key)
    assert letter[b"error"] == b"ValueError: no such reading"
    assert letter[b"deliveries"] == b"3"
    assert b'"data":"1"' in letter[b"json"].replace(b" ", b"")
    assert letter[b"entry"]
    assert group_of(relay)["dead_letters"] == 1


def test_what_a_slow_function_had_no_time_for_keeps_its_attempts(
    redis: RedisProcess, start_relay: StartRelay, start_worker: StartWorker, device: VirtualDevice
) -> None:
    start_relay()
    publish(device, *range(10))
    worker = start_worker(lambda event: time.sleep(0.06), attempts=1, lease=0.4)
    wait_until(lambda: len(worker.events) == 10 or [*redis.client.scan_iter("*:dead:g")])
    assert worker.data == [*map(str, range(10))]


def test_workers_share_and_go(
    start_relay: StartRelay, start_worker: StartWorker, cloud: Any
) -> None:
    devices = [cloud.add_device(product="fleet") for _ in range(12)]
    relay = start_relay()
    first = start_worker(lease=1.0)
    wait_until(lambda: len(first.consumer._shares) == 16)
    second = start_worker(lease=1.0)
    wait_until(lambda: len(second.consumer._shares) == len(first.consumer._shares) == 8)
    for device in devices:
        publish(device, 1)
    wait_until(lambda: len(first.events) + len(second.events) == 12)
    assert group_of(relay)["workers"] == 2
    second.stop()
    wait_until(lambda: len(first.consumer._shares) == 16)
    assert group_of(relay)["workers"] == 1


def test_what_a_killed_worker_left_goes_to_another(
    redis: RedisProcess,
    start_relay: StartRelay,
    start_worker: StartWorker,
    device: VirtualDevice,
    tmp_path: Path,
) -> None:
    start_relay()
    handled = tmp_path / "handled"
    publish(device, 1)
    code = (
        "import os, sys; from particle_client.relay import RelayConsumer\n"
        "RelayConsumer(sys.argv[1], 'g', lease=1).run(lambda event: os._exit(9))"
    )
    with Process(sys.executable, "-c", code, redis.url, log=handled) as process:
        assert process.process.wait(60) == 9
    publish(device, 2)
    worker = start_worker(lease=1.0)
    wait_until(lambda: worker.data == ["1", "2"])


def test_an_event_that_kills_its_workers_goes_to_the_dead_letters(
    redis: RedisProcess, start_relay: StartRelay, start_worker: StartWorker, device: VirtualDevice
) -> None:
    relay = start_relay()
    publish(device, 1)
    wait_until(lambda: relay.what.status()["written"] == 1)
    [stream] = [key for key in redis.client.scan_iter("*:events") if redis.client.xlen(key)]
    redis.client.xgroup_create(stream, "g", "0")
    redis.client.xreadgroup("g", "relay", {stream: ">"})
    for _ in range(2):
        redis.client.xautoclaim(stream, "g", "relay", 0)
    worker = start_worker(attempts=3)
    wait_until(lambda: group_of(relay)["dead_letters"] == 1)
    [key] = redis.client.scan_iter("*:dead:g")
    assert redis.client.xrange(key)[0][1][b"error"] == b"RuntimeError: its worker died each time"
    assert worker.events == []


def test_sigterm_finishes_what_is_in_hand(
    redis: RedisProcess, start_relay: StartRelay, device: VirtualDevice, tmp_path: Path
) -> None:
    relay = start_relay()
    for number in range(50):
        device.publish("number", f'{{"number": {number}}}')
    handled = tmp_path / "handled"
    with worker_process(redis.url, handled, tmp_path / "log") as process:
        wait_until(lambda: handled.exists() and handled.read_text())
        process.send(signal.SIGTERM)
        assert process.process.wait(60) == 0
    lines = handled.read_text().splitlines()
    assert group_of(relay)["workers"] == 0
    assert len(lines) + group_of(relay)["lag"] + group_of(relay)["pending"] == 50
    assert not [*redis.client.scan_iter("*:lock:*")]


def test_a_partition_that_another_worker_has_is_left_to_it(
    redis: RedisProcess, start_relay: StartRelay, start_worker: StartWorker, device: VirtualDevice
) -> None:
    def scripts() -> int:
        return int(redis.client.info("commandstats")["cmdstat_eval"]["calls"])

    start_relay()
    worker = start_worker(lease=30.0)
    publish(device, 1)
    wait_until(lambda: worker.data == ["1"])
    for key in redis.client.scan_iter("*:lock:*"):
        redis.client.set(key, "another")
    publish(device, 2)
    before = scripts()
    wait_until(lambda: scripts() > before + 100)
    assert worker.data == ["1"]
    for key in redis.client.scan_iter("*:lock:*"):
        redis.client.delete(key)
    wait_until(lambda: worker.data == ["1", "2"])


def test_redis_may_be_restarted(
    own_redis: RedisProcess,
    start_relay: StartRelay,
    start_worker: StartWorker,
    device: VirtualDevice,
) -> None:
    start_relay(own_redis.url)
    publish(device, 1)
    worker = start_worker(url=own_redis.url)
    wait_until(lambda: worker.data == ["1"])
    own_redis.restart()
    publish(device, 2)
    wait_until(lambda: worker.data[-1] == "2")


def test_a_group_that_somebody_removed_is_made_again(
    redis: RedisProcess, start_relay: StartRelay, start_worker: StartWorker, device: VirtualDevice
) -> None:
    start_relay(partitions=1)
    publish(device, 1)
    worker = start_worker()
    wait_until(lambda: worker.data == ["1"])
    redis.client.xgroup_destroy("{particle:0}:events", "g")
    wait_until(lambda: worker.data == ["1", "1"])
    publish(device, 2)
    wait_until(lambda: worker.data == ["1", "1", "2"])


def test_a_relay_must_have_run(redis: RedisProcess) -> None:
    with pytest.raises(ConfigurationError, match="has ever run"):
        RelayConsumer(redis.url, "g").run(print)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"attempts": 0}, "attempts"),
        ({"lease": 0}, "lease"),
        ({"batch": 0}, "batch"),
        ({"start": "middle"}, "start must be"),
        ({"start": datetime(2026, 1, 1)}, "time zone"),
    ],
)
def test_what_can_not_work_is_refused(options: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        RelayConsumer("redis://localhost", "g", **options)


def test_a_sync_worker_takes_no_async_function(
    redis: RedisProcess, start_relay: StartRelay, start_worker: StartWorker, device: VirtualDevice
) -> None:
    start_relay()

    async def on_event(event: Event) -> None: ...

    publish(device, 1)
    consumer = RelayConsumer(redis.url, "g", attempts=1)
    background = Background(consumer, lambda: consumer.run(on_event))
    wait_until(lambda: [*redis.client.scan_iter("*:dead:g")])
    background.stop()
    [key] = redis.client.scan_iter("*:dead:g")
    assert b"async" in redis.client.xrange(key)[0][1][b"error"]
