"""Handle what a relay has written in a service of FastStream: an entry comes as a dict.

pip install "faststream[redis,cli]"
RELAY_REDIS=redis://localhost:6379/0 faststream run examples.relay_faststream:app
"""

from __future__ import annotations

import json
import os

from faststream import FastStream
from faststream.redis import RedisBroker, StreamSub

url = os.environ.get("RELAY_REDIS", "redis://localhost:6379/0")
broker = RedisBroker(url)
app = FastStream(broker)
partition = StreamSub("{particle:0}:events", group="faststream", consumer="me")


@broker.subscriber(stream=partition)
async def handle(entry: dict[str, str]) -> None:
    event = json.loads(entry["json"])
    print(entry["name"], event.get("coreid"), event.get("data"), flush=True)


@app.on_startup
async def make_group() -> None:
    """Have the group begin with what is stored, instead of with what comes from now on."""
    from redis.asyncio import Redis, ResponseError

    async with Redis.from_url(url) as redis:  # pyright: ignore[reportUnknownMemberType]
        try:
            await redis.xgroup_create(partition.name, "faststream", id="0", mkstream=True)
        except ResponseError as error:
            if "BUSYGROUP" not in str(error):  # it exists
                raise
