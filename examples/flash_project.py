"""Compile a project in the cloud, flash a device with it, and wait until it runs.

export PARTICLE_ACCESS_TOKEN=…
python examples/flash_project.py 0123456789abcdef01234567 examples/firmware
"""

from __future__ import annotations

import argparse
import sys

from particle_client import CompileError, Particle, ParticleError

DEADLINE = 180.0
"""Seconds until a device that says nothing more is given up."""


def flash(particle: Particle, device_id: str, files: str) -> bool:
    """Flash a device; whether it came back with the new firmware."""
    # First listen, then flash: so no event is missed.
    with particle.events.stream("spark/", device=device_id, deadline=DEADLINE) as events:
        particle.devices.flash(device_id, files, progress=show_progress)
        taken = False
        for event in events:
            status = (event.data or "").strip()
            print(f"{event.name}: {status}")
            if event.name == "spark/flash/status":
                if status == "failed":
                    return False
                taken = taken or status == "success"
            elif event.name == "spark/status" and status == "online" and taken:
                return True
    return False


def show_progress(done: int, total: int | None) -> None:
    """Say how much of the upload is done."""
    if done == total:
        print(f"sent {done:,} bytes")


def main() -> int:
    parser = argparse.ArgumentParser(description="Flash a device with a project or a binary.")
    parser.add_argument("device", help="id of the device")
    parser.add_argument("files", help="a project folder, a source file, a binary or a bundle")
    arguments = parser.parse_args()
    try:
        with Particle() as particle:
            if flash(particle, arguments.device, arguments.files):
                return 0
            print("The device did not take the firmware.", file=sys.stderr)
    except CompileError as error:
        print(f"The project doesn't compile:\n{error}", file=sys.stderr)
    except TimeoutError:
        print(f"The device was not heard of for {DEADLINE:.0f} s.", file=sys.stderr)
    except (ParticleError, OSError, ValueError) as error:
        print(error, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
