"""From the start of a process: importing the package, and the first response."""

from __future__ import annotations

import compileall
import subprocess
import sys
import time
from pathlib import Path

import particle_client

from .measure import Table, rounds
from .server import Server

OURS = """
import sys
from particle_client import Particle
with Particle(access_token="token", base_url=sys.argv[1]) as particle:
    assert particle.devices.get("0123456789abcdef01234567").name == "gongbot"
"""
PLAIN = """
import sys
import httpx
headers = {"Authorization": "Bearer token"}
with httpx.Client(base_url=sys.argv[1], headers=headers) as client:
    response = client.get("/v1/devices/0123456789abcdef01234567")
    response.raise_for_status()
    assert response.json()["name"] == "gongbot"
"""
MODULES = """
import sys
before = set(sys.modules)
import particle_client
print(len(set(sys.modules) - before), *sorted(set(sys.modules) - before))
"""


def _process(*arguments: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True)
    return time.perf_counter() - start


def main(count: int = 15) -> None:
    """Print the tables."""
    # As an installed package is: its own modules compiled, like those of httpx.
    compileall.compile_dir(Path(particle_client.__file__).parent, quiet=1)
    Table(
        "Importing", "ms", 1000, "whole processes; the difference to an empty one is the import"
    ).show(
        rounds(
            {
                "python -c pass": lambda: _process("-c", "pass"),
                "import particle_client": lambda: _process("-c", "import particle_client"),
                "import httpx": lambda: _process("-c", "import httpx"),
            },
            count,
        ),
        peer="python -c pass",
    )
    loaded = subprocess.run(
        [sys.executable, "-c", MODULES], capture_output=True, text=True, check=True
    ).stdout.split()
    print(f"  import particle_client loads {loaded[0]} modules: {', '.join(loaded[1:])}")
    with Server() as server:
        Table(
            "From process start to the first response", "ms", 1000, "whole processes, over loopback"
        ).show(
            rounds(
                {
                    "plain httpx": lambda: _process("-c", PLAIN, server.url),
                    "particle_client": lambda: _process("-c", OURS, server.url),
                },
                count,
            ),
            peer="plain httpx",
        )
