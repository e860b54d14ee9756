"""Two relays, four workers, and trouble: `python -m tests.relay.chaos --seconds 30`.

Whatever is killed, frozen, cut or restarted, each event must be written once, handled at least
once, and those of a device in order.
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from .processes import (
    CloudProcess,
    Process,
    RedisProcess,
    relay_process,
    wait_until,
    worker_process,
)

PARTITIONS = 16


@dataclass
class Report:
    published: int = 0
    written: int = 0
    doubled: int = 0
    handled: int = 0
    handled_again: int = 0
    missing: int = 0
    out_of_order_written: int = 0
    out_of_order_handled: int = 0
    gaps: int = 0
    seconds: float = 0.0
    trouble: Counter[str] = field(default_factory=Counter)

    @property
    def good(self) -> bool:
        wrong = self.doubled, self.missing, self.out_of_order_written, self.out_of_order_handled
        return self.written == self.published and not any(wrong)


class Chaos:
    """Makes trouble, so that at any time one relay is connected."""

    def __init__(self, folder: Path, restarts: bool, fsync: str, seed: int) -> None:
        self.folder = folder
        self.random = random.Random(seed)
        self.trouble: Counter[str] = Counter()
        self.stopped = threading.Event()
        self.failed = False
        self.kinds = [
            self.kill_relay,
            self.freeze_relay,
            self.stop_relay,
            self.cut_relay,
            self.freeze_one_and_cut_one,
            self.kill_worker,
            self.freeze_worker,
            self.stop_worker,
        ]
        if restarts:
            self.kinds.append(self.restart_redis)
        self.redis = RedisProcess(folder, "--appendfsync", fsync)
        self.cloud = CloudProcess()
        url, logs = self.redis.url, folder / "log"
        self.handled = folder / "handled"
        self.relays = [
            relay_process(self.cloud, url, logs, "--max-entries", "100000000") for _ in range(2)
        ]
        self.cloud.wait_for_streams(2)
        self.workers = [worker_process(url, self.handled, logs) for _ in range(4)]

    def run(self, events: int, rate: float) -> Report:
        began = time.monotonic()
        troubling = threading.Thread(target=self.make_trouble)
        troubling.start()
        self.cloud.command(f"publish {events} {rate}")
        wait_until(lambda: self.cloud.command("published") >= events, 3600, "all are published")
        self.stopped.set()
        troubling.join()
        seconds = time.monotonic() - began
        try:
            wait_until(lambda: self.written() >= events, 90, "all are written")
            wait_until(lambda: self.done() >= events, 120, "all are handled")
        except AssertionError as error:
            print(error, file=sys.stderr)
        time.sleep(1.0)  # what is written or handled too often would come now
        report = self.check(events)
        report.seconds = seconds
        return report

    def written(self) -> int:
        return sum(
            self.redis.client.xlen(f"{{particle:{number}}}:events") for number in range(PARTITIONS)
        )

    def done(self) -> int:
        lines = self.handled.read_text().splitlines()
        return len({line.split()[3] for line in lines if line.startswith("event")})

    def make_trouble(self) -> None:
        while not self.stopped.wait(self.random.uniform(0.3, 1.5)):
            kind = self.random.choice(self.kinds)
            self.trouble[kind.__name__] += 1
            try:
                kind()
            except Exception:
                self.failed = True
                raise

    def kill_relay(self) -> None:
        self.restart(self.random.choice(self.relays), kill=True)

    def cut_relay(self) -> None:
        self.cloud.command("cut")
        wait_until(lambda: self.cloud.command("connections") == 2, what="two streams again")

    def stop_relay(self) -> None:
        self.restart(self.random.choice(self.relays), kill=False)

    def restart(self, relay: Process, *, kill: bool) -> None:
        if kill:
            relay.kill()
        else:
            relay.terminate()
        wait_until(lambda: self.cloud.command("connections") == 1, what="one stream")
        time.sleep(self.random.uniform(0, 1))
        relay.start()
        self.cloud.wait_for_streams(2)  # one must live at any time

    def freeze_relay(self) -> None:
        relay = self.random.choice(self.relays)
        relay.send(signal.SIGSTOP)
        time.sleep(self.random.uniform(0, 3))
        relay.send(signal.SIGCONT)
        self.catch_up()

    def freeze_one_and_cut_one(self) -> None:
        """What comes meanwhile may be on its way to the frozen one only."""
        relay = self.random.choice(self.relays)
        relay.send(signal.SIGSTOP)
        time.sleep(0.2)
        self.cloud.command("cut")
        time.sleep(self.random.uniform(2, 3.5))
        relay.send(signal.SIGCONT)
        wait_until(lambda: self.cloud.command("connections") == 2, what="two streams again")
        self.catch_up()

    def catch_up(self) -> None:
        """Wait until all is written by now: a cut would take away what only the frozen one has."""
        published = self.cloud.command("published")
        wait_until(lambda: self.written() >= published, what="what came meanwhile is written")

    def kill_worker(self) -> None:
        worker = self.random.choice(self.workers)
        worker.kill()
        time.sleep(self.random.uniform(0, 1))
        worker.start()

    def stop_worker(self) -> None:
        worker = self.random.choice(self.workers)
        worker.terminate()
        worker.start()

    def freeze_worker(self) -> None:
        worker = self.random.choice(self.workers)
        worker.send(signal.SIGSTOP)
        time.sleep(self.random.uniform(0, 5))
        worker.send(signal.SIGCONT)

    def restart_redis(self) -> None:
        self.redis.restart()

    def check(self, events: int) -> Report:
        report = Report(events, trouble=self.trouble)
        keys: Counter[str] = Counter()
        order: dict[str, int] = {}
        for partition in range(PARTITIONS):
            for _, fields in self.redis.client.xrange(f"{{particle:{partition}}}:events"):
                if fields[b"name"].startswith(b"particle-relay"):
                    report.gaps += 1
                    continue
                keys[fields[b"key"].decode()] += 1
                event = json.loads(fields[b"json"])
                device, number = event["coreid"], json.loads(event["data"])["number"]
                if number < order.get(device, 0):
                    report.out_of_order_written += 1
                order[device] = number
        report.written = keys.total()
        report.doubled = keys.total() - len(keys)
        first: dict[str, None] = {}
        order.clear()
        for line in self.handled.read_text().splitlines():
            if not line.startswith("event"):
                continue
            _, device, number_text, key, _ = line.split()
            report.handled += 1
            if key in first:
                report.handled_again += 1
                continue
            first[key] = None
            if int(number_text) < order.get(device, 0):
                report.out_of_order_handled += 1
            order[device] = int(number_text)
        report.missing = len(keys.keys() - first.keys()) + max(events - report.written, 0)
        return report

    def close(self) -> None:
        for process in (*self.relays, *self.workers, self.redis):
            process.kill()
        self.cloud.__exit__()


def main() -> int:
    parser = argparse.ArgumentParser(description="Make trouble for relays and workers.")
    parser.add_argument("--seconds", type=float, default=600.0)
    parser.add_argument("--rate", type=float, default=1000.0, help="events a second")
    parser.add_argument("--no-restarts", action="store_true", help="leave Redis alone")
    parser.add_argument("--fsync", default="everysec", help="appendfsync of Redis")
    parser.add_argument("--seed", type=int, default=random.randrange(1000))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        chaos = Chaos(Path(folder), not options.no_restarts, options.fsync, options.seed)
        try:
            report = chaos.run(int(options.seconds * options.rate), options.rate)
        finally:
            chaos.close()
        print(report)
        if not report.good:
            print((Path(folder) / "log").read_text()[-20000:], file=sys.stderr)
    print("all is well" if report.good else "NOT GOOD", "seed", options.seed)
    return not report.good or chaos.failed


if __name__ == "__main__":
    sys.exit(main())
