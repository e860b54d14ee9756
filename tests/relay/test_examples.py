"""The examples read what a relay has written, and the files for deployment are well-formed."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml

from particle_client.relay.__main__ import main
from particle_client.sandbox import VirtualDevice

from .conftest import StartRelay
from .processes import ROOT, Process, RedisProcess, wait_until

EXAMPLES = ROOT / "examples"
DEPLOYMENT = EXAMPLES / "deployment"


@pytest.fixture
def stored(redis: RedisProcess, start_relay: StartRelay, device: VirtualDevice) -> RedisProcess:
    """A Redis with three events in partition 0."""
    relay = start_relay(partitions=1).what
    for number in range(3):
        device.publish("number", str(number))
    wait_until(lambda: relay.status()["written"] == 3)
    return redis


def expected(device: VirtualDevice) -> list[str]:
    return [f"number {device.id} {number}" for number in range(3)]


@pytest.mark.parametrize("module", ["redis_py", "coredis"])
def test_other_clients_can_read_it(
    stored: RedisProcess, device: VirtualDevice, module: str
) -> None:
    if module == "coredis" and find_spec(module) is None:
        pytest.skip("needs coredis")
    command = [sys.executable, f"examples/relay_{module}.py", stored.url, "--count", "3"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert ran.stdout.splitlines() == expected(device), ran.stderr


def test_faststream_can_read_it(
    stored: RedisProcess, device: VirtualDevice, tmp_path: Path
) -> None:
    if find_spec("faststream") is None:
        pytest.skip("needs faststream")
    code = "import asyncio; from examples.relay_faststream import app; asyncio.run(app.run())"
    log = tmp_path / "log"
    with Process(sys.executable, "-c", code, log=log, RELAY_REDIS=stored.url) as process:
        wait_until(lambda: all(line in log.read_text() for line in expected(device)))
        process.terminate()


def test_sqlite_counts_each_event_once(
    stored: RedisProcess, device: VirtualDevice, tmp_path: Path
) -> None:
    path = tmp_path / "readings.db"

    def counted() -> list[Any]:
        with closing(sqlite3.connect(path)) as database:
            return database.execute("SELECT device, events FROM counts").fetchall()

    def is_done() -> bool:
        groups = stored.client.xinfo_groups("{particle:0}:events")
        return bool(groups and groups[0]["pending"] == groups[0]["lag"] == 0)

    command = sys.executable, "examples/relay_exactly_once.py", str(path), "--redis", stored.url
    for _ in range(2):
        with Process(*command, log=tmp_path / "log") as process:
            wait_until(is_done)
            process.send(signal.SIGTERM)
            assert process.process.wait(60) == 0
        stored.client.xgroup_destroy("{particle:0}:events", "counts")  # all is delivered again
    assert counted() == [(device.id, 3)]


def test_the_webhook_example_is_an_application() -> None:
    code = "from examples.relay_webhook import app; print(type(app).__name__)"
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "RELAY_SECRET": "x"},
        capture_output=True,
        text=True,
    )
    assert ran.stdout == "WebhookEndpoint\n", ran.stderr


def options() -> set[str]:
    """Return the options of the command."""
    ran = subprocess.run(
        [sys.executable, "-m", "particle_client.relay", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(re.findall(r"--[\w-]+", ran.stdout))


def test_the_files_for_deployment_use_options_that_there_are() -> None:
    assert callable(main)
    used = re.findall(r"relay (--.*)", (DEPLOYMENT / "particle-relay@.service").read_text())
    assert len(used) == 1
    assert set(re.findall(r"--[\w-]+", used[0])) <= options()


def test_the_manifest_for_kubernetes_is_well_formed() -> None:
    deployment, budget = yaml.safe_load_all((DEPLOYMENT / "kubernetes.yaml").read_text())
    labels = deployment["spec"]["selector"]["matchLabels"]
    assert deployment["spec"]["template"]["metadata"]["labels"] == labels
    assert budget["spec"]["selector"]["matchLabels"] == labels
    [container] = deployment["spec"]["template"]["spec"]["containers"]
    assert {each for each in container["args"] if each.startswith("--")} <= options()
    assert {each["name"] for each in container["env"]} == {"PARTICLE_ACCESS_TOKEN", "RELAY_REDIS"}


def test_the_unit_of_systemd_is_well_formed(tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("needs systemd-analyze")
    unit = tmp_path / "particle-relay@1.service"
    unit.write_text((DEPLOYMENT / "particle-relay@.service").read_text())
    ran = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(unit)], capture_output=True, text=True
    )
    complaints = [line for line in ran.stderr.splitlines() if "particle-relay" in line]
    assert complaints == []


def test_the_containerfile_is_well_formed() -> None:
    lines = (DEPLOYMENT / "Containerfile").read_text().splitlines()
    instructions = [line.split()[0] for line in lines if line and not line.startswith("#")]
    known = {"FROM", "COPY", "RUN", "USER", "ENV", "STOPSIGNAL", "ENTRYPOINT", "CMD"}
    assert instructions[0] == "FROM"
    assert set(instructions) <= known
