"""Report on a product's devices: which are online, which firmware they run, and a reading of each.

    export PARTICLE_ACCESS_TOKEN=…
    python examples/fleet_report.py my-product-v100 --variable temperature

All devices are listed, page by page, and the variable is read from several devices at a time.
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

CONCURRENCY = 10
"""Devices that are read at the same time: fast enough, and gentle on the rate limits."""


async def report(product_id: str, variable: str) -> None:
    """Print the report."""
    async with AsyncParticle() as particle:
        product = particle.product(product_id)
        devices = [device async for device in product.devices.list(per_page=100)]
        readings: dict[str, str] = {}

        async def read(device: Device) -> str:
            return str((await product.devices.get_variable(device.id, variable)).result)

        online = [device for device in devices if device.online]
        async for result in particle.map_devices(read, online, concurrency=CONCURRENCY):
            readings[result.device_id] = result.value if result.ok else describe(result.error)

    for device in devices:
        reading = readings.get(device.id, "offline")
        print(f"{device.id}  {device.name or '(no name)':20}  {reading}")
    versions = Counter(device.firmware_version or 0 for device in devices)
    print(f"\n{len(devices)} devices, {sum(device.online for device in devices)} online")
    for version, count in sorted(versions.items(), reverse=True):
        print(f"  {count} with firmware version {version}" if version else f"  {count} with none")


def describe(error: Exception | None) -> str:
    """Say why a device has no reading: 400: no such variable, 408: no response in time, …"""
    if isinstance(error, APIStatusError):
        return f"HTTP {error.status_code}: {error.error_description or error.error}"
    return str(error)


def main() -> int:
    parser = argparse.ArgumentParser(description="Report on a product's devices.")
    parser.add_argument("product", help="id or slug of the product")
    parser.add_argument(
        "--variable", default="temperature", help="the variable to read (%(default)s)"
    )
    arguments = parser.parse_args()
    try:
        asyncio.run(report(arguments.product, arguments.variable))
    except ParticleError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
