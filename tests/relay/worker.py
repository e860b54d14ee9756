"""A worker in a process of its own, which notes in a file what it handles, in one write each."""

from __future__ import annotations

import logging
import os
import sys

from particle_client.events import Event
from particle_client.relay import RelayConsumer, RelayGap


def main(url: str, path: str, group: str, lease: float) -> None:
    log = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def on_event(event: Event) -> None:
        number = event.json()["number"]
        os.write(log, f"event {event.device_id} {number} {event.id} {os.getpid()}\n".encode())

    def on_gap(gap: RelayGap) -> None:
        os.write(log, f"gap {gap.source} {gap.since} {gap.until}\n".encode())

    RelayConsumer(url, group, lease=lease).run(on_event, on_gap)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    main(sys.argv[1], sys.argv[2], sys.argv[3], float(sys.argv[4]))
