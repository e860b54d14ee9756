"""What a relay costs: `python -m tests.relay.measure`. Prints a table in Markdown.

One relay writes events that come as fast as it takes them, into a Redis that holds more and more;
then one worker handles what is stored.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from pathlib import Path

from particle_client.events import Event
from particle_client.relay import RelayConsumer

from .processes import CloudProcess, RedisProcess, relay_process, wait_until

PARTITIONS = 16

# Entries like those of the cloud below.
_FILL = """
for number = 1, ARGV[1] do
  redis.call('XADD', KEYS[1], '*', 'name', 'temperature', 'json', ARGV[2], 'key', number)
end
"""
_JSON = (
    '{"data":"{\\"number\\":1,\\"celsius\\":21.5}","ttl":60,'
    '"published_at":"2026-01-02T03:04:05.678Z","coreid":"000000000000000000000000"}'
)


def _usage(pid: int) -> tuple[float, float]:
    """Return the CPU seconds of a process, and its megabytes."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    seconds = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return seconds, int(fields[21]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def _stream(partition: int) -> str:
    return f"{{particle:{partition}}}:events"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=200_000, help="in each step")
    parser.add_argument("--stored", type=int, nargs="*", default=[10_000, 100_000, 1_000_000])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print("| stored | events/s | per CPU second | Redis per CPU second | relay MB | Redis MB |")
        print("| --- | --- | --- | --- | --- | --- |")
        for stored in options.stored:
            with RedisProcess(folder, "--appendonly", "no") as redis, CloudProcess() as cloud:
                for partition in range(PARTITIONS):
                    count = stored // PARTITIONS
                    redis.client.eval(_FILL, 1, _stream(partition), count, _JSON)
                limit = "--max-entries", str(stored)
                with relay_process(cloud, redis.url, folder / "log", *limit) as relay:
                    cloud.wait_for_streams(1)
                    _measure(relay.process.pid, redis, cloud, stored, options.events)
                if stored == options.stored[-1]:
                    _handle(redis, min(stored, 200_000))


def _measure(
    relay: int, redis: RedisProcess, cloud: CloudProcess, stored: int, events: int
) -> None:
    def written() -> int:
        return sum(
            redis.client.xinfo_stream(_stream(number))["entries-added"]
            for number in range(PARTITIONS)
        )

    cloud.command("publish 1000 100000")
    wait_until(lambda: written() >= stored + 1000)
    before, began = written(), time.monotonic()
    relay_before, redis_before = _usage(relay)[0], _usage(redis.process.pid)[0]
    cloud.command(f"publish {events} 10000000")
    wait_until(lambda: written() >= before + events, 600)
    seconds = time.monotonic() - began
    (relay_cpu, megabytes), (redis_cpu, redis_megabytes) = _usage(relay), _usage(redis.process.pid)
    print(
        f"| {stored:,} | {events / seconds:,.0f} | {events / (relay_cpu - relay_before):,.0f} "
        f"| {events / (redis_cpu - redis_before):,.0f} | {megabytes:,.0f} "
        f"| {redis_megabytes:,.0f} |",
        flush=True,
    )


def _handle(redis: RedisProcess, events: int) -> None:
    """Handle some of what is stored."""
    consumer = RelayConsumer(redis.url, "measured")
    began, cpu, count = time.monotonic(), time.process_time(), 0

    def on_event(event: Event) -> None:
        nonlocal count
        count += 1
        if count == events:
            consumer.stop()

    consumer.run(on_event)
    print(
        f"\nA worker that does nothing with them: {count / (time.monotonic() - began):,.0f} "
        f"events/s, {count / (time.process_time() - cpu):,.0f} per CPU second"
    )


if __name__ == "__main__":
    main()
