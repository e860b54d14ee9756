"""Follow the events of your devices as they happen, until Ctrl+C.

export PARTICLE_ACCESS_TOKEN=…
python examples/follow_events.py                  # all events of your devices
python examples/follow_events.py temperature      # only names that start with this
python examples/follow_events.py --product my-product-v100
"""

from __future__ import annotations

import argparse
import asyncio
import sys

from particle_client import AsyncParticle, ParticleError


async def follow(prefix: str | None, product: str | None, count: int | None) -> None:
    """Print events, `count` of them or without end."""
    async with AsyncParticle() as particle:
        if product is None:
            stream = particle.events.stream(
                prefix, device="mine", on_retry=on_retry, on_reconnect=on_reconnect
            )
        else:
            stream = particle.product(product).events.stream(
                prefix, on_retry=on_retry, on_reconnect=on_reconnect
            )
        seen = 0
        async with stream as events:
            async for event in events:
                print(f"{event.published_at}  {event.device_id}  {event.name}  {event.data or ''}")
                seen += 1
                if seen == count:
                    break


def on_retry(attempt: int, seconds: float, reason: Exception) -> None:
    """The connection was lost or could not be made. The stream tries again on its own."""
    print(f"… attempt {attempt} to connect in {seconds:.1f} s: {reason}", file=sys.stderr)


def on_reconnect(attempts: int, seconds: float) -> None:
    """The cloud doesn't store events, so those published meanwhile are lost."""
    print(f"… reconnected after {seconds:.1f} s without events", file=sys.stderr)


def main() -> int:
    parser = argparse.ArgumentParser(description="Follow the events of your devices.")
    parser.add_argument("prefix", nargs="?", help="only events whose name starts with this")
    parser.add_argument("--product", help="follow a product's events; its id or slug")
    parser.add_argument("--count", type=int, help="stop after this many events")
    arguments = parser.parse_args()
    try:
        asyncio.run(follow(arguments.prefix, arguments.product, arguments.count))
    except KeyboardInterrupt:
        pass
    except ParticleError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
