"""Compile a project in the cloud, flash it to a device, and wait until the device runs it.

export PARTICLE_ACCESS_TOKEN=…
python examples/flash_project.py 0123456789abcdef01234567 examples/firmware
"""

from __future__ import annotations

import argparse
import sys

from particle_client import CompileError, Particle, ParticleError


def flash(particle: Particle, device_id: str, files: str, timeout: float) -> None:
    """Flash a device, and print the events of the update."""
    result = particle.devices.flash(
        device_id, files, progress=show_progress, wait=True, wait_timeout=timeout
    )
    for event in result.events:
        print(f"{event.published_at}  {event.name}: {event.data}")
    print(f"It runs, after {result.seconds:.1f} s.")


def show_progress(done: int, total: int | None) -> None:
    """Print the size of the upload when it is complete."""
    if done == total:
        print(f"sent {done:,} bytes")


def main() -> int:
    parser = argparse.ArgumentParser(description="Flash a device with a project or a binary.")
    parser.add_argument("device", help="id of the device")
    parser.add_argument("files", help="a project folder, a source file, a binary or a bundle")
    parser.add_argument(
        "--timeout", type=float, default=180.0, help="seconds to wait for the device (%(default)s)"
    )
    arguments = parser.parse_args()
    try:
        with Particle() as particle:
            flash(particle, arguments.device, arguments.files, arguments.timeout)
    except CompileError as error:
        print(f"The project doesn't compile:\n{error}", file=sys.stderr)
    except (ParticleError, OSError, ValueError) as error:
        # Includes FlashError and FlashTimeoutError, which says how far the update got.
        print(error, file=sys.stderr)
    else:
        return 0
    return 1


if __name__ == "__main__":
    sys.exit(main())
