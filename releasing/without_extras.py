"""What works without any extra, run where none is installed: `python releasing/without_extras.py`.

The other tests need the sandbox, which is one.
"""

from __future__ import annotations

import asyncio
import json
import pkgutil
import sys
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module

import particle_client
from particle_client import (
    AsyncParticle,
    ConfigurationError,
    KeyringTokenStore,
    Particle,
    RateLimiter,
)
from particle_client.progress import ProgressBar

OF_EXTRAS = tuple(
    f"particle_client.{name}"
    for name in ("sandbox", "relay", "pytest_plugin", "transport.over_aiohttp")
)
DEVICE = {"id": "0123456789abcdef01234567", "name": "lamp", "online": True}
EVENT = b'event: light\ndata: {"data": "12", "coreid": "abc"}\n\n'


class Cloud(BaseHTTPRequestHandler):
    """Answers with a device, a list of them, or an event."""

    def do_GET(self) -> None:
        is_stream = "events" in self.path
        devices = [DEVICE] if self.path.endswith("devices") else DEVICE
        body = EVENT if is_stream else json.dumps(devices).encode()
        self.send_response(200)
        self.send_header("content-type", "text/event-stream" if is_stream else "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def import_everything() -> int:
    """Import all modules but those of the extras."""
    names = [
        module.name
        for module in pkgutil.walk_packages(particle_client.__path__, "particle_client.")
        if not module.name.startswith(OF_EXTRAS)
    ]
    for name in names:
        import_module(name)
    return len(names)


def call(base_url: str) -> None:
    """Call, list, and follow events."""
    with Particle(access_token="x", base_url=base_url) as particle:
        assert particle.devices.get(str(DEVICE["id"])).name == "lamp"
        assert [device.online for device in particle.devices.list()] == [True]
        with particle.events.stream("light") as events:
            assert next(iter(events)).data == "12"


async def call_async(base_url: str) -> None:
    """Call, list, and follow events, with asyncio."""
    async with AsyncParticle(access_token="x", base_url=base_url) as particle:
        assert (await particle.devices.get(str(DEVICE["id"]))).name == "lamp"
        assert [device.online async for device in particle.devices.list()] == [True]
        async with particle.events.stream("light") as events:
            assert (await anext(aiter(events))).data == "12"


def extras() -> dict[str, Callable[[], object]]:
    """Return what needs an extra, by its name."""

    def over_aiohttp() -> None:
        async def use() -> None:
            async with AsyncParticle(access_token="x", http_client="aiohttp") as particle:
                await particle.devices.list()

        asyncio.run(use())

    return {
        "sandbox": lambda: import_module("particle_client.sandbox"),
        "progress": lambda: ProgressBar("firmware"),
        "keyring": KeyringTokenStore,
        "rate-limits": RateLimiter,
        "redis": lambda: RateLimiter(storage="redis://localhost"),
        "aiohttp": over_aiohttp,
    }


def main() -> int:
    count = import_everything()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Cloud)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base_url = f"http://127.0.0.1:{server.server_port}"
    call(base_url)
    asyncio.run(call_async(base_url))
    server.shutdown()
    for extra, use in extras().items():
        try:
            use()
        except (ConfigurationError, ImportError) as error:
            message = str(error)
        else:
            message = "it is installed"
        assert f"particle-client[{extra}]" in message, (extra, message)
    print(f"{count} modules, calls and events work without extras, which say how to install them")
    return 0


if __name__ == "__main__":
    sys.exit(main())
