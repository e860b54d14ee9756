"""The processes that the tests of the relay start: Redis, a cloud, relays, workers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import IO, Any, Self

import redis

from ..redis_program import REDIS_PROGRAM

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 60.0  # seconds


def wait_until(condition: object, seconds: float = PATIENCE, what: str = "") -> None:
    """Wait until a function returns something true."""
    assert callable(condition)
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, f"in vain: {what}"
        time.sleep(0.02)


class Process:
    """A process that is killed in the end, whatever happens to it before."""

    def __init__(self, *command: str, log: Path | None = None, **environment: str) -> None:
        self.command = command
        self.log = log
        self.environment = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
        self.start()

    def start(self) -> None:
        output: IO[bytes] | int = subprocess.DEVNULL
        if self.log is not None:
            output = self.log.open("ab")
        self.process = subprocess.Popen(
            self.command,
            cwd=ROOT,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )
        if not isinstance(output, int):
            output.close()

    def send(self, number: signal.Signals) -> None:
        self.process.send_signal(number)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def terminate(self) -> int:
        """End it in good order, and return its exit code."""
        self.process.send_signal(signal.SIGCONT)
        self.process.terminate()
        return self.process.wait(PATIENCE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()


class RedisProcess(Process):
    """A Redis with an append-only file."""

    def __init__(self, folder: Path, *options: str) -> None:
        assert REDIS_PROGRAM, "needs redis-server or valkey-server"
        self.socket = folder / "redis.sock"
        self.url = f"unix://{self.socket}"
        command = [
            *(REDIS_PROGRAM, "--port", "0", "--unixsocket", str(self.socket), "--dir", str(folder)),
            *("--save", "", "--appendonly", "yes", *options),
        ]
        super().__init__(*command, log=folder / "redis.log")
        self.wait()

    def wait(self) -> None:
        self.client: Any = redis.Redis(unix_socket_path=str(self.socket))

        def answers() -> bool:
            try:
                return bool(self.client.ping())
            except redis.RedisError:
                return False

        wait_until(answers, what="Redis")

    def restart(self) -> None:
        """Kill it, as a power cut would end it, and start it anew."""
        self.kill()
        self.start()
        self.wait()


class CloudProcess:
    """A cloud of event streams: see `cloud.py`."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.relay.cloud"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.url = f"http://127.0.0.1:{int(self._read())}"

    def _read(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline()

    def command(self, command: str) -> int:
        """Give a command, and return its answer."""
        with self.lock:
            assert self.process.stdin is not None
            self.process.stdin.write(command + "\n")
            self.process.stdin.flush()
            return int(self._read())

    def wait_for_streams(self, count: int) -> None:
        wait_until(lambda: self.command("connections") >= count, what=f"{count} streams")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()


def relay_process(cloud: CloudProcess, url: str, log: Path, *options: str) -> Process:
    """Start a relay."""
    command = [sys.executable, "-m", "particle_client.relay", "--product", "p", "--redis", url]
    environment = {"PARTICLE_BASE_URL": cloud.url, "PARTICLE_ACCESS_TOKEN": "token"}
    return Process(*command, *options, log=log, **environment)


def worker_process(
    url: str, handled: Path, log: Path, group: str = "g", lease: float = 3.0
) -> Process:
    """Start a worker."""
    arguments = url, str(handled), group, str(lease)
    return Process(sys.executable, "-m", "tests.relay.worker", *arguments, log=log)
