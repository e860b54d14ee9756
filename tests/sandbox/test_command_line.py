"""`python -m particle_client.sandbox`: what it prints, how it ends, and what it refuses."""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from particle_client import Particle
from particle_client.sandbox import RemoteSandbox, Sandbox
from particle_client.sandbox.__main__ import main

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

COMMAND = [sys.executable, "-m", "particle_client.sandbox"]


@contextmanager
def running(
    *arguments: str, stop_with: signal.Signals = signal.SIGTERM
) -> Generator[dict[str, str]]:
    """The command while it serves: the environment that it says to export."""
    with subprocess.Popen(
        [*COMMAND, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as run:
        assert run.stdout
        assert run.stderr
        try:
            printed = ""
            while "Ctrl+C" not in printed:
                line = run.stdout.readline()
                assert line, run.stderr.read()
                printed += line
            yield dict(re.findall(r"export (\w+)=(\S+)", printed))
        finally:
            run.send_signal(stop_with)
        assert run.wait(10) == 0
        assert run.stderr.read() == ""


def client_of(environment: dict[str, str]) -> Particle:
    return Particle(
        base_url=environment["PARTICLE_BASE_URL"], access_token=environment["PARTICLE_ACCESS_TOKEN"]
    )


def has_ipv6_loopback() -> bool:
    try:
        with socket.socket(socket.AF_INET6) as probe:
            probe.bind(("::1", 0))
    except OSError:
        return False
    return True


@pytest.mark.parametrize("signal_number", [signal.SIGINT, signal.SIGTERM])
def test_command_line(signal_number: signal.Signals) -> None:
    with (
        running("--devices", "3", stop_with=signal_number) as environment,
        client_of(environment) as particle,
    ):
        assert [device.name for device in particle.devices.list()] == [
            "greenhouse-2",
            "coffee-machine",
            "greenhouse",
        ]


@pytest.mark.parametrize(
    ("host", "reachable"),
    [
        ("0.0.0.0", "127.0.0.1"),
        pytest.param(
            "::", "::1", marks=pytest.mark.skipif(not has_ipv6_loopback(), reason="no IPv6 here")
        ),
    ],
)
def test_the_client_accepts_what_is_printed_for_all_addresses(host: str, reachable: str) -> None:
    with (
        running("--host", host, "--access-token", "my-token") as environment,
        client_of(environment) as particle,
    ):
        assert environment["PARTICLE_ACCESS_TOKEN"] == "my-token"
        assert urlsplit(environment["PARTICLE_BASE_URL"]).hostname == reachable
        assert len(particle.devices.list()) == 2


@pytest.mark.parametrize(
    ("host", "base_url"),
    [
        ("127.0.0.1", "http://127.0.0.1:8080"),
        ("localhost", "http://localhost:8080"),
        ("::1", "http://[::1]:8080"),
        ("0.0.0.0", "http://127.0.0.1:8080"),
        ("", "http://127.0.0.1:8080"),
        ("::", "http://[::1]:8080"),
        ("0:0:0:0:0:0:0:0", "http://[::1]:8080"),
    ],
)
def test_base_url(host: str, base_url: str) -> None:
    assert Sandbox(host=host, port=8080).base_url == base_url


@pytest.mark.parametrize(
    ("option", "value", "complaint"),
    [
        ("--port", "99999", "not a port: 99999"),
        ("--port", "abc", "not a port: abc"),
        ("--port", "-1", "not a port: -1"),
        ("--devices", "-1", "not a number of devices: -1"),
        ("--devices", "many", "not a number of devices: many"),
        ("--access-token", "a b", "The access token holds spaces"),
        ("--access-token", "schlüssel", "The access token holds spaces, line breaks or non-ASCII"),
        ("--access-token", "", "The access token is empty"),
    ],
)
def test_command_line_mistakes(
    option: str,
    value: str,
    complaint: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "argv", ["sandbox", f"{option}={value}"])
    with pytest.raises(SystemExit) as caught:
        main()
    assert caught.value.code == 2
    assert f"argument {option}: {complaint}" in capsys.readouterr().err.splitlines()[-1]


def test_json() -> None:
    arguments = ["--print-json", "--devices", "0", "--admin-token", "secret", "--access-token", "a"]
    with subprocess.Popen([*COMMAND, *arguments], stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout
        facts = json.loads(run.stdout.readline())
        assert (facts["admin_token"], facts["access_token"], facts["pid"]) == (
            "secret",
            "a",
            run.pid,
        )
        assert facts["console_url"] == f"{facts['base_url']}/__sandbox__/#token=secret"
        assert RemoteSandbox(facts["base_url"], "secret").devices == []
        run.terminate()
    assert run.returncode == 0


def test_variables_for_a_shell() -> None:
    """It goes on in the background when the command has ended."""
    script = f'eval "$({shlex.join(COMMAND)} --env --devices 1)"; env'
    run = subprocess.run(["sh", "-c", script], capture_output=True, text=True, timeout=60)
    assert run.returncode == 0, run.stderr
    found = dict(re.findall(r"^(PARTICLE_\w+)=(.*)$", run.stdout, re.MULTILINE))
    try:
        remote = RemoteSandbox(found["PARTICLE_SANDBOX_URL"], found["PARTICLE_SANDBOX_TOKEN"])
        assert [device.name for device in remote.devices] == ["greenhouse"]
        assert found["PARTICLE_ACCESS_TOKEN"] == remote.access_token
    finally:
        os.kill(int(found["PARTICLE_SANDBOX_PID"]), signal.SIGTERM)


def test_a_mistake_with_env() -> None:
    run = subprocess.run([*COMMAND, "--env", "--seed", "none.json"], capture_output=True, text=True)
    assert (run.returncode, run.stdout) == (1, "")
    assert "none.json" in run.stderr


def test_state_and_seed(tmp_path: Path) -> None:
    seed, state = tmp_path / "seed.json", tmp_path / "state.json"
    seed.write_text('{"devices": [{"name": "seeded", "count": 2}]}')
    arguments = ("--seed", str(seed), "--state", str(state))
    with running(*arguments) as environment, client_of(environment) as particle:
        assert {device.name for device in particle.devices.list()} == {"seeded-1", "seeded-2"}
        token = environment["PARTICLE_ACCESS_TOKEN"]
        remote = RemoteSandbox(
            environment["PARTICLE_SANDBOX_URL"], environment["PARTICLE_SANDBOX_TOKEN"]
        )
        remote.add_device("added")
    with running(*arguments) as environment, client_of(environment) as particle:
        assert len(particle.devices.list()) == 3
        assert environment["PARTICLE_ACCESS_TOKEN"] == token
    state.write_text("{")
    run = subprocess.run([*COMMAND, *arguments], capture_output=True, text=True)
    assert (run.returncode, run.stdout) == (1, "")
    assert "state.json is damaged" in run.stderr
    assert state.read_text() == "{"
    nowhere = str(tmp_path / "nowhere" / "state.json")
    run = subprocess.run([*COMMAND, "--state", nowhere], capture_output=True, text=True)
    assert (run.returncode, run.stdout) == (1, ""), "it is told before there is anything to lose"
    assert "nowhere" in run.stderr
    assert "Traceback" not in run.stderr


def test_the_schema_of_seeds() -> None:
    run = subprocess.run([*COMMAND, "--seed-schema"], capture_output=True, text=True, check=True)
    assert json.loads(run.stdout)["properties"].keys() >= {"products", "devices"}
