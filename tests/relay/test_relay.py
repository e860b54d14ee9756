"""Relays write each event once, in order, and tell what nobody got."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest

from particle_client import ConfigurationError, NotFoundError, Particle, ParticleError
from particle_client.events import Event
from particle_client.relay import Relay, RelayConsumer, entries, service
from particle_client.relay.keys import connect
from particle_client.sandbox import Sandbox, VirtualDevice
from tests.events.raw_server import event
from tests.transport.servers import ScriptedServer, read_request

from .conftest import Background, StartRelay, StartWorker
from .processes import ROOT, RedisProcess, wait_until

PARTITIONS = 16


def written(redis: RedisProcess, name: str = "particle") -> list[dict[bytes, bytes]]:
    """Return all entries, partition by partition."""
    return [
        fields
        for partition in range(PARTITIONS)
        for _, fields in redis.client.xrange(f"{{{name}:{partition}}}:events")
    ]


def status_of(relay: Relay) -> dict[str, Any]:
    state: dict[str, Any]
    [state] = [state for state in relay.status()["relays"] if state["name"] == relay.id]
    return state


def test_an_entry_is_the_event_as_it_came(
    redis: RedisProcess, start_relay: StartRelay, device: VirtualDevice
) -> None:
    start_relay()
    device.publish("temperature", '{"celsius": 21.5}')
    wait_until(lambda: written(redis))
    [entry] = written(redis)
    # The tests of spans switch them on for the rest of the process.
    assert entry.keys() - {b"traceparent"} == {b"name", b"json", b"key"}
    assert entry[b"name"] == b"temperature"
    event = json.loads(entry[b"json"])
    assert (event["data"], event["coreid"]) == ('{"celsius": 21.5}', device.id)
    assert entry[b"key"].endswith(b"-1")


def test_what_two_relays_get_is_written_once(
    redis: RedisProcess, start_relay: StartRelay, device: VirtualDevice
) -> None:
    first, second = start_relay(), start_relay()
    for number in range(50):
        device.publish("number", str(number))
    wait_until(lambda: sum(status_of(each.what)["duplicates"] for each in (first, second)) == 50)
    assert [json.loads(entry[b"json"])["data"] for entry in written(redis)] == [
        *map(str, range(50))
    ]
    assert not any(entry[b"name"] == b"particle-relay/gap" for entry in written(redis))


class TwoRelays:
    """Two relays that follow the same stream, of which each gets what the test sends to it."""

    def __init__(self, redis: RedisProcess) -> None:
        self.redis = redis
        self.streams: list[socket.socket] = []
        self.relays: list[Background] = []

    def start(self, particle: Particle) -> None:
        relay = Relay(self.redis.url, {"mine": particle.events.stream})
        self.relays.append(Background(relay, relay.run))
        wait_until(lambda: len(self.streams) == len(self.relays), what="a connection")

    def serve(self, server: ScriptedServer, connection: socket.socket) -> None:
        read_request(connection)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n:ok\n\n")
        self.streams.append(connection)
        server.over.wait()

    @property
    def data(self) -> list[str]:
        return [json.loads(entry[b"json"])["data"] for entry in written(self.redis)]

    def beat(self) -> None:
        """Wait until both have told each other how far they are."""
        until = time.time() + 0.5
        wait_until(lambda: all(status_of(each.what)["at"] > until for each in self.relays))


@pytest.fixture
def two(redis: RedisProcess) -> Iterator[TwoRelays]:
    """The first one has written an event before the second one has connected."""
    two = TwoRelays(redis)
    with (
        ScriptedServer(two.serve) as server,
        Particle("token", base_url=server.base_url) as particle,
    ):
        try:
            two.start(particle)
            two.streams[0].sendall(event(1))
            wait_until(lambda: two.data == ["1"])
            two.start(particle)
            yield two
        finally:
            for each in two.relays:
                each.stop()


def test_a_new_one_waits_for_what_is_on_its_way_to_an_older_one(two: TwoRelays) -> None:
    """What the older one has got lately tells nothing of that: a frozen process reads late."""
    first, second = two.streams
    second.sendall(event(3))
    first.sendall(b":\n\n")
    two.beat()
    assert two.data == ["1"]
    first.sendall(event(2) + event(3))
    wait_until(lambda: len(two.data) == 3)
    second.sendall(event(4))
    wait_until(lambda: len(two.data) == 4)
    assert two.data == ["1", "2", "3", "4"]


def test_a_new_one_that_is_always_behind_counts_as_well(two: TwoRelays) -> None:
    first, second = two.streams
    first.sendall(event(2))
    wait_until(lambda: len(two.data) == 2)
    two.beat()
    first.sendall(event(3))
    wait_until(lambda: len(two.data) == 3)
    two.beat()
    second.sendall(event(2))
    [source] = two.relays[1].what._sources
    wait_until(lambda: source.known == source.since, what="it may write")
    assert two.data == ["1", "2", "3"]


def test_what_a_lost_connection_has_brought_is_written_before_others_go_on(
    redis: RedisProcess, cloud: Sandbox
) -> None:
    with cloud.client() as particle:
        relay = Relay(redis.url, {"mine": particle.events.stream})
        [source] = relay._sources
        source.since = source.known = 1.0
        source.new.append(entries.Entry(0, "x-1", b"x", "{}"))

        def claims() -> bool:
            relay._cover(source, time.time())
            return bool(redis.client.hexists("particle:coverage:mine", f"relay/{relay.id}"))

        assert not source.stream.connected
        assert claims()
        on_connect = source.stream._state._options["on_connect"]
        connecting = threading.Thread(target=on_connect)
        connecting.start()
        connecting.join(0.1)
        assert connecting.is_alive()
        assert source.since == 1.0
        source.new.clear()  # written
        connecting.join()
        assert source.since > 1.0
        assert not claims()


def test_equal_events_are_counted() -> None:
    event = Event("same", '{"data":"1","coreid":"a","published_at":"2026-01-02T03:04:05.678Z"}')
    first, second = entries.Entries(PARTITIONS), entries.Entries(PARTITIONS)
    made = [first.of_event(event) for _ in range(3)]
    digest = made[0].key.removesuffix("-1")
    assert [entry.key for entry in made] == [f"{digest}-{number}" for number in (1, 2, 3)]
    assert second.of_event(event) == made[0]


def test_a_time_without_any_relay_is_a_gap(
    start_relay: StartRelay, start_worker: StartWorker, device: VirtualDevice
) -> None:
    first = start_relay()
    device.publish("before")
    wait_until(lambda: first.what.status()["written"] == 1)
    first.stop()
    start_relay()
    device.publish("after")
    worker = start_worker()
    wait_until(lambda: len(worker.events) == 2 and len(worker.gaps) == PARTITIONS)
    assert [event.name for event in worker.events] == ["before", "after"]
    gap = worker.gaps[0]
    assert (gap.source, gap.reason) == ("product/fleet", "no relay was running")
    assert gap.since < gap.until
    assert gap.dropped == 0


def test_a_cut_connection_of_the_only_relay_is_a_gap(
    cloud: Sandbox, start_relay: StartRelay, start_worker: StartWorker, device: VirtualDevice
) -> None:
    relay = start_relay()
    device.publish("before")
    wait_until(lambda: relay.what.status()["written"] == 1)
    cloud.disconnect_streams()
    worker = start_worker()
    wait_until(lambda: len(worker.gaps) == PARTITIONS)
    assert "server" in worker.gaps[0].reason or "closed" in worker.gaps[0].reason


def test_the_number_of_partitions_is_fixed(redis: RedisProcess, start_relay: StartRelay) -> None:
    start_relay(partitions=4)
    other = start_relay(partitions=8)
    with pytest.raises(ConfigurationError, match="has 4 partitions, not 8"):
        other.stop()
    assert start_relay().what.status()["partitions"] == 4


def test_a_stream_that_ends_for_good_ends_the_relay(cloud: Sandbox, redis: RedisProcess) -> None:
    with cloud.client() as particle:
        relay = Relay(redis.url, {"product/x": particle.product("nowhere").events.stream})
        with pytest.raises(NotFoundError):
            relay.run()


def test_a_redis_that_is_away_is_waited_for(
    own_redis: RedisProcess, start_relay: StartRelay, device: VirtualDevice
) -> None:
    start_relay(own_redis.url)
    device.publish("number", "1")
    wait_until(lambda: len(written(own_redis)) == 1)
    own_redis.kill()
    device.publish("number", "2")
    own_redis.start()
    own_redis.wait()
    wait_until(lambda: len(written(own_redis)) == 2)


def test_a_redis_that_is_away_at_the_start_is_waited_for(
    own_redis: RedisProcess, cloud: Sandbox, device: VirtualDevice
) -> None:
    own_redis.terminate()
    with cloud.client() as particle:
        relay = Relay(own_redis.url, {"product/fleet": particle.product("fleet").events.stream})
        background = Background(relay, relay.run)
        consumer = RelayConsumer(own_redis.url, "g")
        own_redis.start()
        own_redis.wait()
        wait_until(lambda: own_redis.client.exists("particle:relays"))
        working = Background(consumer, lambda: consumer.run(print))
        wait_until(lambda: consumer._partitions == PARTITIONS)
        working.stop()
        background.stop()


def test_what_is_too_much_for_the_buffer_is_dropped_and_told(
    own_redis: RedisProcess,
    start_relay: StartRelay,
    start_worker: StartWorker,
    device: VirtualDevice,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    relay = start_relay(own_redis.url, max_buffer=10).what
    device.publish("number", "0")
    wait_until(lambda: len(written(own_redis)) == 1)
    own_redis.terminate()
    wait_until(lambda: relay._failures)
    monkeypatch.setattr(service, "_MOST_IN_HAND", 0)
    for number in range(1, 31):
        device.publish("number", str(number))
    wait_until(lambda: relay._sources[0].received == 31)
    monkeypatch.undo()
    own_redis.start()
    own_redis.wait()
    worker = start_worker(url=own_redis.url)
    wait_until(lambda: len(worker.gaps) == PARTITIONS and len(worker.events) == 11)
    assert worker.data == ["0", *map(str, range(21, 31))]
    assert worker.gaps[0].dropped == 20
    assert worker.gaps[0].source == f"relay/{relay.id}"


def test_what_redis_has_lost_is_written_again(
    own_redis: RedisProcess, start_relay: StartRelay, device: VirtualDevice
) -> None:
    """As in a power cut with `appendfsync everysec`, or when a replica takes over."""
    start_relay(own_redis.url)
    own_redis.client.config_set("appendonly", "no")  # what follows is in memory alone
    for number in range(5):
        device.publish("number", str(number))
    wait_until(lambda: len(written(own_redis)) == 5)
    own_redis.restart()
    wait_until(lambda: len(written(own_redis)) == 5)
    assert [json.loads(entry[b"json"])["data"] for entry in written(own_redis)] == [*"01234"]


def test_a_redis_that_has_lost_everything_ends_no_relay(
    redis: RedisProcess, start_relay: StartRelay, start_worker: StartWorker, device: VirtualDevice
) -> None:
    """As one that keeps nothing, once restarted: new workers find the partitions again."""
    relay = start_relay().what
    redis.client.flushall()
    wait_until(lambda: redis.client.exists("particle:config"))
    relay._next_look = 0.0
    wait_until(lambda: relay._next_look)
    device.publish("number", "1")
    worker = start_worker()
    wait_until(lambda: worker.data == ["1"])


def test_what_could_not_be_written_is_not_told_to_be(
    redis: RedisProcess, start_relay: StartRelay, cloud: Sandbox
) -> None:
    """Such as a gap: if the relay is killed before it could, the next one must find it again."""

    def told() -> float:
        return float(redis.client.hget("particle:coverage:product/fleet", "until") or 0)

    relay = start_relay().what
    wait_until(told)
    streams = [f"{{particle:{partition}}}:events" for partition in range(PARTITIONS)]
    redis.client.mset(dict.fromkeys(streams, "what is no stream"))
    cloud.disconnect_streams()
    wait_until(lambda: relay._failures > 5)
    gap = json.loads(relay._in_hand[0].json)
    assert told() < datetime.fromisoformat(gap["until"]).timestamp()
    redis.client.delete(*streams)
    wait_until(lambda: told() > datetime.fromisoformat(gap["until"]).timestamp())


def test_redis_keeps_about_what_it_is_told_to(
    redis: RedisProcess, start_relay: StartRelay, device: VirtualDevice
) -> None:
    relay = start_relay(partitions=1, max_entries=100).what
    for number in range(1000):
        device.publish("number", str(number))
    wait_until(lambda: relay.status()["written"] == 1000 and relay.status()["entries"] <= 300)
    assert relay.status()["entries"] >= 100
    assert redis.client.ttl(next(redis.client.scan_iter("*seen*"))) > 0


def test_what_is_old_goes_even_when_nothing_comes(
    redis: RedisProcess,
    start_relay: StartRelay,
    device: VirtualDevice,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """And the newest entry being gone isn't taken for Redis's having lost it."""
    redis.client.config_set("stream-node-max-entries", 1)  # whole nodes are removed
    try:
        start_relay(partitions=1, max_age=3.0)
        device.publish("number", "1")
        wait_until(lambda: written(redis))
        wait_until(lambda: not written(redis))
        device.publish("number", "2")
        wait_until(lambda: written(redis))
    finally:
        redis.client.config_set("stream-node-max-entries", 100)
    assert "has lost" not in caplog.text


def test_a_relay_that_died_long_ago_is_forgotten(
    redis: RedisProcess, start_relay: StartRelay
) -> None:
    redis.client.hset("particle:relays", "dead", '{"at": 0, "connected": {}}')
    relay = start_relay().what
    wait_until(lambda: [state["name"] for state in relay.status()["relays"]] == [relay.id])


def test_a_relay_that_stood_still_for_long_ends(
    start_relay: StartRelay, monkeypatch: pytest.MonkeyPatch
) -> None:
    relay = start_relay()
    monkeypatch.setattr(service, "WINDOW", 0.0)
    wait_until(lambda: not relay.running)
    with pytest.raises(ParticleError, match="stood still"):
        relay.stop()


def test_events_without_a_time_or_a_device_have_entries() -> None:
    made = entries.Entries(PARTITIONS)
    odd = [made.of_event(Event(name, raw)) for name, raw in (("a", "{"), ("b", "{}"))]
    assert all(entry.key.endswith("-1") for entry in odd)
    assert odd[0].key != odd[1].key


@pytest.mark.parametrize(
    "options",
    [{"partitions": 0}, {"max_entries": 0}, {"max_age": -1}, {"max_buffer": 0}, {"name": "a b"}],
)
def test_what_can_not_work_is_refused(options: dict[str, Any]) -> None:
    with pytest.raises((ConfigurationError, ValueError)):
        Relay("redis://localhost", {"x": print}, **options)  # type: ignore[dict-item]


def test_a_relay_needs_a_stream() -> None:
    with pytest.raises(ConfigurationError, match="event stream"):
        Relay("redis://localhost", {})


def test_a_url_that_is_none_is_refused_without_showing_it() -> None:
    with pytest.raises(ConfigurationError, match="redis must be a URL") as caught:
        connect("http://user:secret@host")
    assert "secret" not in str(caught.value)


def test_nothing_of_it_is_loaded_unless_it_is_used() -> None:
    code = "import particle_client, sys; particle_client.Particle; print('redis' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert ran.stdout == "False\n"


def test_without_redis_py_the_error_names_the_extra() -> None:
    code = "import sys; sys.modules['redis'] = None; import particle_client.relay"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert 'pip install "particle-client[relay]"' in ran.stderr


def test_the_service_ends_in_good_order(redis: RedisProcess, cloud: Sandbox) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "particle_client.relay", "--product", "fleet", "--redis", redis.url],
        cwd=ROOT,
        env={
            "PATH": "/usr/bin:/bin",
            "PARTICLE_BASE_URL": cloud.base_url,
            "PARTICLE_ACCESS_TOKEN": cloud.access_token,
        },
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        wait_until(lambda: redis.client.exists("particle:coverage:product/fleet"))
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0
