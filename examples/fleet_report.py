"""Report on a product's devices: who is online, which firmware they run, and a reading of each.

    export PARTICLE_ACCESS_TOKEN=…
    python examples/fleet_report.py my-product-v100 --variable temperature

All devices are listed, page by page, and the variable is read from many at a time.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections import Counter
from typing import TYPE_CHECKING

from particle_client import APIStatusError, AsyncParticle, ParticleError

if TYPE_CHECKING:
    from particle_client.models import Device

AT_A_TIME = 10
"""Devices that are asked at the same time: enough to be quick, and kind to the rate limits."""


async def report(product: str, variable: str) -> None:
    """Print the report."""
    async with AsyncParticle() as particle:
        fleet = particle.product(product)
        devices = [device async for device in fleet.devices.list(per_page=100)]
        free = asyncio.Semaphore(AT_A_TIME)

        async def read(device: Device) -> str:
            if not device.online:
                return "offline"
            async with free:
                try:
                    answer = await fleet.devices.get_variable(device.id, variable)
                except APIStatusError as error:
                    # One device that can't answer (400: no such variable, 408: no answer in time)
                    # is no reason to go without the others.
                    return f"HTTP {error.status_code}: {error.error_description or error.error}"
            return str(answer.result)

        readings = await asyncio.gather(*map(read, devices))

    for device, reading in zip(devices, readings, strict=True):
        print(f"{device.id}  {device.name or '(no name)':20}  {reading}")
    versions = Counter(device.firmware_version or 0 for device in devices)
    print(f"\n{len(devices)} devices, {sum(device.online for device in devices)} online")
    for version, count in sorted(versions.items(), reverse=True):
        print(f"  {count} with firmware version {version}" if version else f"  {count} with none")


def main() -> int:
    parser = argparse.ArgumentParser(description="Report on a product's devices.")
    parser.add_argument("product", help="id or slug of the product")
    parser.add_argument("--variable", default="temperature", help="to be read (%(default)s)")
    arguments = parser.parse_args()
    try:
        asyncio.run(report(arguments.product, arguments.variable))
    except ParticleError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
