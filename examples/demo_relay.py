"""What the demo's relay needs: a Redis of its own, and two relays that follow a product."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import threading
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator

    from particle_client import Particle

_PATIENCE = 30.0  # seconds


def redis_server() -> str | None:
    """Return the program that serves as Redis; None if there is none, or redis-py is missing."""
    try:
        import redis
    except ImportError:
        return None
    del redis
    return shutil.which("redis-server") or shutil.which("valkey-server")


@contextmanager
def two_relays(server: str, particle: Particle, product: str) -> Generator[str]:
    """Start a Redis and two relays; yields its URL."""
    from particle_client.relay import Relay, read_status
    from particle_client.relay.keys import connect

    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        url = f"unix://{folder / 'redis.sock'}"
        command = [server, "--port", "0", "--unixsocket", str(folder / "redis.sock"), "--save", ""]
        process = subprocess.Popen([*command, "--dir", str(folder)], stdout=subprocess.DEVNULL)
        stack.callback(process.wait)
        stack.callback(process.terminate)
        until = time.monotonic() + _PATIENCE
        while not (folder / "redis.sock").exists():
            if time.monotonic() > until:
                raise RuntimeError("redis-server doesn't start")
            time.sleep(0.01)
        sources = {f"product/{product}": particle.product(product).events.stream}
        for _ in range(2):
            relay = Relay(url, sources)
            thread = threading.Thread(target=relay.run)
            thread.start()
            stack.callback(thread.join)
            stack.callback(relay.stop)
        client = connect(url)
        while not client.exists("particle:config") or len(read_status(client)["relays"]) < 2:
            if time.monotonic() > until:
                raise RuntimeError("the relays don't start")
            time.sleep(0.01)
        yield url
