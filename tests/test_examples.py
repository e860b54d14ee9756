"""The examples and the demo run, as programs of their own, against a local cloud."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest

from examples import demo
from particle_client.sandbox import Sandbox, VirtualDevice

ROOT = Path(__file__).parent.parent


class RunExample(Protocol):
    """Runs a program; gives its exit code and what it printed."""

    def __call__(self, *command: str, **environment: str) -> subprocess.CompletedProcess[str]: ...


@pytest.fixture
def cloud() -> Iterator[Sandbox]:
    with Sandbox(flash_step=0.01) as cloud:
        cloud.add_product("Demo Fleet", slug="demo-fleet")
        yield cloud


@pytest.fixture
def device(cloud: Sandbox) -> VirtualDevice:
    """A device of the product that publishes its temperature again and again."""
    device = cloud.add_device(
        "greenhouse", product="demo-fleet", variables={"temperature": 21.5}, firmware_version=1
    )
    cloud.run_every(0.01, lambda: device.online and device.publish("temperature", "21.5"))
    return device


def environment_of(cloud: Sandbox) -> dict[str, str]:
    """Return the environment of a program that finds the cloud."""
    return {
        **os.environ,
        "PARTICLE_BASE_URL": cloud.base_url,
        "PARTICLE_ACCESS_TOKEN": cloud.access_token,
        "PYTHONPATH": str(ROOT),
        "PYTHONIOENCODING": "utf-8",
    }


@pytest.fixture
def run_example(cloud: Sandbox) -> RunExample:
    def run(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *command],
            cwd=ROOT,
            env={**environment_of(cloud), **environment},
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )

    return run


def test_list_devices(run_example: RunExample, cloud: Sandbox, device: VirtualDevice) -> None:
    cloud.add_device("coffee-machine", online=False)
    done = run_example("examples/list_devices.py")
    assert done.returncode == 0, done.stderr
    first, second, last = done.stdout.splitlines()
    assert "coffee-machine" in first
    assert "offline" in first
    assert device.id in second
    assert last == "2 devices, 1 online"


@pytest.mark.parametrize("arguments", [["temp"], [], ["--product", "demo-fleet"]])
def test_follow_events(
    run_example: RunExample, device: VirtualDevice, arguments: list[str]
) -> None:
    done = run_example("examples/follow_events.py", *arguments, "--count", "3")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert len(lines) == 3
    assert all(f"{device.id}  temperature  21.5" in line for line in lines)


def test_fleet_report(run_example: RunExample, cloud: Sandbox, device: VirtualDevice) -> None:
    cloud.add_device("off", product="demo-fleet", online=False)
    cloud.add_device("other", product="demo-fleet", variables={"humidity": 61})
    done = run_example("examples/fleet_report.py", "demo-fleet")
    assert done.returncode == 0, done.stderr
    readings = {line.split()[1]: line.split()[2:] for line in done.stdout.splitlines()[:3]}
    assert readings["greenhouse"] == ["21.5"]
    assert readings["off"] == ["offline"]
    assert readings["other"][:2] == ["HTTP", "400:"]
    assert "3 devices, 2 online" in done.stdout
    assert "1 with firmware version 1" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="its event loops know no signal handlers")
def test_event_service_finishes_its_calls(
    run_example: RunExample, cloud: Sandbox, device: VirtualDevice
) -> None:
    called, go_on = threading.Event(), threading.Event()

    def set_vent(argument: str) -> int:
        called.set()
        go_on.wait(5)
        return int(argument)

    device.functions["setVent"] = set_vent
    service = subprocess.Popen(
        [sys.executable, "examples/event_service.py", "demo-fleet", "--limit", "20"],
        cwd=ROOT,
        env=environment_of(cloud),
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    with service:
        assert called.wait(30)
        service.send_signal(signal.SIGTERM)
        assert service.stderr is not None
        said = ""
        for said in service.stderr:
            if "stopping" in said:
                break
        assert "calls in progress: 1" in said
        go_on.set()
        _, after = service.communicate(timeout=30)
    assert service.returncode == 0, after
    first, last = after.splitlines()
    assert f"{device.id}: the vent is open: 100" in first
    assert last.endswith("stopped")
    assert device.calls == [("setVent", "100")]


def test_flash_project(run_example: RunExample, device: VirtualDevice) -> None:
    done = run_example("examples/flash_project.py", device.id, "examples/firmware")
    assert done.returncode == 0, done.stderr
    assert device.firmware_version == 2
    assert "spark/flash/status: success" in done.stdout
    assert "It runs, after " in done.stdout


def test_a_flash_that_fails_fails(run_example: RunExample, device: VirtualDevice) -> None:
    device.flash_outcome = "failed"
    done = run_example("examples/flash_project.py", device.id, "examples/firmware")
    assert done.returncode == 1
    assert done.stderr == (
        f"Device {device.id} couldn't be flashed: its events report 'failed'. It keeps the "
        "firmware that it has.\n"
    )


def test_a_device_that_is_not_heard_of_again(
    run_example: RunExample, device: VirtualDevice
) -> None:
    device.flash_outcome = "timeout"
    done = run_example(
        "examples/flash_project.py", device.id, "examples/firmware", "--timeout", "0.5"
    )
    assert done.returncode == 1
    assert "within 0.5 s" in done.stderr  # in which phase depends on the load of the machine


def test_sources_that_do_not_compile(
    run_example: RunExample, device: VirtualDevice, tmp_path: Path
) -> None:
    (tmp_path / "main.cpp").write_text('#error "not today"\n')
    done = run_example("examples/flash_project.py", device.id, str(tmp_path))
    assert done.returncode == 1
    assert 'main.cpp:1:2: error: #error "not today"' in done.stderr


@pytest.mark.parametrize(
    "command",
    [
        ["examples/list_devices.py"],
        ["examples/follow_events.py"],
        ["examples/event_service.py", "demo-fleet"],
        ["examples/fleet_report.py", "demo-fleet"],
        ["examples/flash_project.py", "0123456789abcdef01234567", "examples/firmware"],
    ],
    ids=lambda command: Path(command[0]).stem,
)
def test_errors_are_told_without_a_traceback(run_example: RunExample, command: list[str]) -> None:
    done = run_example(*command, PARTICLE_ACCESS_TOKEN="expired")
    assert done.returncode == 1
    assert "HTTP 401" in done.stderr
    assert "Traceback" not in done.stderr
    assert not done.stdout


def test_the_demo(run_example: RunExample) -> None:
    # Neither a proxy nor a login that the machine is set up for gets in its way.
    nowhere = "http://127.0.0.1:9"
    done = run_example("-m", "examples.demo", http_proxy=nowhere, PARTICLE_CLIENT_ID="mine")
    assert done.returncode == 0, done.stdout + done.stderr
    assert not done.stderr
    assert "All of it worked" in done.stdout
    assert "1 before, 2 now" in done.stdout
    control = {character for character in done.stdout if ord(character) < 32} - {"\n"}
    assert not control, "a pipe gets plain text"


def test_a_demo_that_fails_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def no_furniture(cloud: Sandbox) -> None:
        raise OSError("the shop is closed")

    monkeypatch.setattr(demo, "furnish", no_furniture)
    monkeypatch.setattr("os.environ", {})
    monkeypatch.setattr("sys.stdout.reconfigure", lambda **_: None, raising=False)
    assert demo.main() == 1
    assert "The demo failed. OSError: the shop is closed" in capsys.readouterr().out
