"""Read what a relay has written with coredis, an async client of Redis.

pip install coredis
python examples/relay_coredis.py redis://localhost:6379/0 --count 3
"""

from __future__ import annotations

import argparse
import asyncio
import json

import coredis


async def follow(url: str, partition: int, count: int | None) -> None:
    """Print the events of a partition from its beginning, `count` of them or without end."""
    stream, seen = f"{{particle:{partition}}}:events", 0
    last: str | bytes = "0-0"
    async with coredis.Redis.from_url(url, decode_responses=True) as client:
        while count is None or seen < count:
            found = await client.xread({stream: last}, count=100, block=1000)
            for entry in (found or {}).get(stream, ()):
                fields = entry.field_values
                event = json.loads(fields["json"])
                print(fields["name"], event.get("coreid"), event.get("data"), flush=True)
                last, seen = entry.identifier, seen + 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("redis", metavar="URL")
    parser.add_argument("--partition", type=int, default=0)
    parser.add_argument("--count", type=int, help="how many to print; without end by default")
    options = parser.parse_args()
    asyncio.run(follow(options.redis, options.partition, options.count))


if __name__ == "__main__":
    main()
