"""Open the vent of each greenhouse that is too warm, until SIGTERM or Ctrl+C.

    export PARTICLE_ACCESS_TOKEN=…
    python examples/event_service.py my-product-v100 --limit 22

A service to start from: it follows the events of a product, calls a function of the devices, and
finishes the calls that are in progress before it exits. `make sandbox` serves a cloud for it.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import signal
import sys
from typing import Any

from particle_client import (
    AsyncParticle,
    Event,
    ParticleError,
    RateLimiter,
    RetryPolicy,
)

log = logging.getLogger("event_service")

# Opening a vent twice does no harm, so the function call may be retried.
RETRIES = RetryPolicy(5, deadline=60, methods={"POST"})


async def serve(product_id: str, limit: float) -> None:
    """Follow the events until the stream is closed."""
    async with AsyncParticle(rate_limiter=RateLimiter(), tool="event-service") as particle:
        product = particle.product(product_id)
        in_progress: set[str] = set()

        async def open_vent(device_id: str) -> None:
            try:
                called = await product.devices.call_function(
                    device_id, "setVent", "100", retries=RETRIES
                )
                log.info("%s: the vent is open: %s", device_id, called.return_value)
            except ParticleError as error:
                log.warning("%s", error)  # one device must not stop the service
            finally:
                in_progress.discard(device_id)

        events = product.events.stream("temperature", on_reconnect=on_reconnect)
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, events.close)

        async with events, asyncio.TaskGroup() as calls:
            log.info("following the events of %s", product_id)
            async for event in events:
                device_id, celsius = event.device_id, temperature(event)
                if not device_id or celsius is None or celsius <= limit:
                    continue
                if device_id not in in_progress:
                    in_progress.add(device_id)
                    calls.create_task(open_vent(device_id))
            log.info("stopping; calls in progress: %d", len(in_progress))
    log.info("stopped")


def temperature(event: Event) -> float | None:
    """Read the temperature from an event: a number, or an object with `celsius`."""
    try:
        data: dict[str, Any] | float = event.json()
        return float(data["celsius"] if isinstance(data, dict) else data)
    except (ValueError, TypeError, KeyError):
        log.warning("not a temperature: %r", event)
        return None


def on_reconnect(attempts: int, seconds: float) -> None:
    """The cloud doesn't store events, so those published meanwhile are lost."""
    log.warning("reconnected after %.0f s without events", seconds)


def main() -> int:
    parser = argparse.ArgumentParser(description="Open the vents of greenhouses that are too warm.")
    parser.add_argument("product", help="id or slug of the product")
    parser.add_argument("--limit", type=float, default=30.0, help="degrees Celsius (%(default)s)")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(message)s")
    logging.getLogger("httpx").setLevel(logging.WARNING)  # it logs each request
    code = 0
    try:
        asyncio.run(serve(arguments.product, arguments.limit))
    except* ParticleError as errors:  # a task group raises groups of errors
        for error in errors.exceptions:
            print(error, file=sys.stderr)
        code = 1
    return code


if __name__ == "__main__":
    sys.exit(main())
