"""Handle each event once: its key is kept with what the event changes, in one transaction.

An event is delivered at least once: again when a worker died after it had handled the event and
before it could say so. What has been counted already is recognized by its key here, and passed
over.
PostgreSQL is used in the same way: `INSERT … ON CONFLICT DO NOTHING`.

python -m particle_client.relay --product my-product-v100 &
python examples/relay_exactly_once.py readings.db
"""

from __future__ import annotations

import argparse
import sqlite3
import sys

from particle_client import ParticleError
from particle_client.events import Event
from particle_client.relay import RelayConsumer


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("database", help="file, which is made if it isn't there")
    parser.add_argument("--redis", default="redis://localhost:6379/0", metavar="URL")
    options = parser.parse_args()
    database = sqlite3.connect(options.database, timeout=30)
    with database:
        database.execute("CREATE TABLE IF NOT EXISTS handled (key TEXT PRIMARY KEY)")
        database.execute("CREATE TABLE IF NOT EXISTS counts (device TEXT PRIMARY KEY, events INT)")

    def handle(event: Event) -> None:
        with database:  # a transaction: both lines of it, or neither
            new = database.execute("INSERT OR IGNORE INTO handled VALUES (?)", [event.id])
            if new.rowcount:
                database.execute(
                    "INSERT INTO counts VALUES (?, 1)"
                    " ON CONFLICT (device) DO UPDATE SET events = events + 1",
                    [event.device_id],
                )

    try:
        RelayConsumer(options.redis, group="counts").run(handle)  # until Ctrl+C or SIGTERM
    except ParticleError as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        database.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
