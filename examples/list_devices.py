"""List the devices of your account.

    export PARTICLE_ACCESS_TOKEN=…
    python examples/list_devices.py

If you have no device at hand, `make sandbox` serves a local cloud and prints what to export.
"""

from __future__ import annotations

import sys

from particle_client import Particle, ParticleError


def main() -> int:
    try:
        with Particle() as particle:
            devices = particle.devices.list()
    except ParticleError as error:
        print(error, file=sys.stderr)
        return 1
    for device in sorted(devices, key=lambda device: device.name or ""):
        state = "online" if device.online else "offline"
        seen = f"{device.last_heard:%Y-%m-%d %H:%M} UTC" if device.last_heard else "never"
        print(f"{device.id}  {device.name or '(no name)':20}  {state:8}  last heard {seen}")
    online = sum(device.online for device in devices)
    print(f"{len(devices)} devices, {online} online")
    return 0


if __name__ == "__main__":
    sys.exit(main())
