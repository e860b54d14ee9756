"""Redis behind TLS, a password, Sentinel, and as a cluster."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import redis
from redis.cluster import RedisCluster

from particle_client.relay.keys import connect
from particle_client.sandbox import VirtualDevice
from tests.ports import lasting_port

from .conftest import StartRelay, StartWorker
from .processes import Process, wait_until

LOOPBACK = "127.0.0.1"


@pytest.fixture
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@pytest.fixture
def start(redis_program: str, folder: Path) -> Iterator[object]:
    """Starts a Redis on a port, and returns the port."""
    with ExitStack() as stack:

        def start_server(*options: str, tls: bool = False, name: str = "redis") -> int:
            port = lasting_port()
            where = folder / f"{name}-{port}"
            where.mkdir()
            ports = ("--port", "0", "--tls-port", str(port)) if tls else ("--port", str(port))
            command = [redis_program, *ports, "--bind", LOOPBACK, "--dir", str(where), "--save", ""]
            stack.enter_context(Process(*command, *options, log=where / "log"))
            return port

        yield start_server


def ping(client: redis.Redis) -> bool:
    try:
        return bool(client.ping())
    except redis.RedisError:
        return False


def relay_and_work(
    url: str, start_relay: StartRelay, start_worker: StartWorker, device: VirtualDevice
) -> None:
    """Let an event go through all of it."""
    relay = start_relay(url)
    for number in range(20):
        device.publish("number", str(number))
    worker = start_worker(url=url)
    wait_until(lambda: len(worker.events) == 20)
    assert worker.data == [*map(str, range(20))]
    assert relay.what.status()["written"] == 20
    worker.stop()
    relay.stop()


def test_tls_and_a_password(
    start: object,
    folder: Path,
    start_relay: StartRelay,
    start_worker: StartWorker,
    device: VirtualDevice,
) -> None:
    assert callable(start)
    if shutil.which("openssl") is None:
        pytest.skip("needs openssl to make a certificate")
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30"),
            *("-subj", "/CN=localhost", "-addext", f"subjectAltName=IP:{LOOPBACK}"),
            *("-keyout", str(key), "-out", str(certificate)),
        ],
        check=True,
        capture_output=True,
    )
    port = start(
        *("--tls-cert-file", str(certificate), "--tls-key-file", str(key)),
        *("--tls-ca-cert-file", str(certificate), "--tls-auth-clients", "no"),
        *("--requirepass", "p@ss/word"),
        tls=True,
    )
    url = f"rediss://:{quote('p@ss/word', safe='')}@{LOOPBACK}:{port}/0?ssl_ca_certs={certificate}"
    wait_until(lambda: ping(connect(url)))
    with pytest.raises(redis.RedisError):
        connect(f"rediss://{LOOPBACK}:{port}/0").ping()  # nobody vouches for the certificate
    relay_and_work(url, start_relay, start_worker, device)


def test_sentinel_finds_the_master_and_the_next_one(
    start: object,
    redis_program: str,
    folder: Path,
    start_relay: StartRelay,
    start_worker: StartWorker,
    device: VirtualDevice,
) -> None:
    assert callable(start)
    password = "--requirepass", "secret", "--masterauth", "secret"
    master = start(*password, "--repl-diskless-sync-delay", "0")
    replica = start(*password, "--replicaof", LOOPBACK, str(master))
    first, second = (connect(f"redis://:secret@{LOOPBACK}:{port}") for port in (master, replica))
    wait_until(lambda: ping(second) and second.info()["master_link_status"] == "up")
    sentinel = lasting_port()
    settings = folder / "sentinel.conf"
    settings.write_text(
        f"port {sentinel}\nbind {LOOPBACK}\ndir {folder}\n"
        f"sentinel monitor mymaster {LOOPBACK} {master} 1\nsentinel auth-pass mymaster secret\n"
        "sentinel down-after-milliseconds mymaster 500\n"
    )
    with Process(redis_program, str(settings), "--sentinel", log=folder / "sentinel.log"):
        url = f"redis+sentinel://:secret@{LOOPBACK}:{sentinel}/mymaster/1"
        wait_until(lambda: ping(connect(url)))
        relay_and_work(url, start_relay, start_worker, device)

        asked = connect(f"redis://{LOOPBACK}:{sentinel}")
        wait_until(lambda: asked.sentinel_master("mymaster")["num-slaves"] == 1)
        start_relay(url)
        worker = start_worker(url=url)
        device.publish("number", "20")
        wait_until(lambda: "20" in worker.data)
        first.shutdown(nosave=True)
        device.publish("number", "21")
        wait_until(lambda: second.info()["role"] == "master")
        device.publish("number", "22")
        wait_until(lambda: "22" in worker.data)
        assert worker.data[-3:] == ["20", "21", "22"]
        for client in (first, second, asked):
            client.close()


def test_a_cluster(
    start: object, start_relay: StartRelay, start_worker: StartWorker, device: VirtualDevice
) -> None:
    assert callable(start)
    # Each has a second port, for the others; by default one that there may not be.
    buses = [lasting_port() for _ in range(3)]
    options = "--cluster-enabled", "yes", "--cluster-port"
    ports = [start(*options, str(bus)) for bus in buses]
    nodes: list[Any] = [redis.Redis(port=port) for port in ports]
    wait_until(lambda: all(map(ping, nodes)))
    edges = [0, 5461, 10923, 16384]
    for number, node in enumerate(nodes):
        node.execute_command("CLUSTER", "ADDSLOTSRANGE", edges[number], edges[number + 1] - 1)
        node.execute_command("CLUSTER", "SET-CONFIG-EPOCH", number + 1)
        node.execute_command("CLUSTER", "MEET", LOOPBACK, ports[0], buses[0])

    def is_ready(node: Any) -> bool:
        return bool(node.cluster("INFO")["cluster_state"] == "ok")

    wait_until(lambda: all(map(is_ready, nodes)))
    url = f"redis+cluster://{LOOPBACK}:{ports[0]}"
    wait_until(lambda: isinstance(connect(url), RedisCluster))
    relay_and_work(url, start_relay, start_worker, device)


def test_a_server_that_became_a_replica_is_left(start: object) -> None:
    """The address may be that of another one by now, as with ElastiCache."""
    assert callable(start)
    port = start()
    client = connect(f"redis://{LOOPBACK}:{port}")
    wait_until(lambda: ping(client))
    before = client.client_id()
    client.replicaof(LOOPBACK, lasting_port())
    with pytest.raises(redis.ReadOnlyError):
        client.pipeline(transaction=False).set("a", "b").execute()
    assert client.client_id() != before


@pytest.mark.parametrize("kind", ["redis", "redis+cluster"])
def test_the_command_line_hides_the_password(kind: str) -> None:
    url = f"{kind}://:secret@127.0.0.1:1/0"
    command = [sys.executable, "-m", "particle_client.relay", "status", "--redis", url]
    ran = subprocess.run(command, capture_output=True, text=True)
    assert ran.returncode == 1
    assert "127.0.0.1:1" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert "secret" not in ran.stderr + ran.stdout
