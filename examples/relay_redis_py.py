"""Read what a relay has written with redis-py alone: any client of Redis can.

python examples/relay_redis_py.py redis://localhost:6379/0 --partition 3
"""

from __future__ import annotations

import argparse
import json
from typing import Any

import redis


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("redis", metavar="URL")
    parser.add_argument("--partition", type=int, default=0)
    parser.add_argument("--count", type=int, help="how many to print; without end by default")
    options = parser.parse_args()
    stream, group = f"{{particle:{options.partition}}}:events", "printers"
    client: Any = redis.Redis.from_url(options.redis)  # pyright: ignore[reportUnknownMemberType]
    try:
        client.xgroup_create(stream, group, id="0", mkstream=True)
    except redis.ResponseError as error:
        if "BUSYGROUP" not in str(error):  # it exists
            raise
    seen = 0
    while options.count is None or seen < options.count:
        found: list[Any] | None = client.xreadgroup(group, "me", {stream: ">"}, count=1, block=1000)
        for _, entries in found or []:
            for entry_id, fields in entries:
                event = json.loads(fields[b"json"])
                print(fields[b"name"].decode(), event.get("coreid"), event.get("data"), flush=True)
                client.xack(stream, group, entry_id)
                seen += 1


if __name__ == "__main__":
    main()
