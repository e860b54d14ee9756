"""Signal handlers that raise at any moment of asking for an event: the event isn't lost."""

from __future__ import annotations

import random
import signal
import subprocess
import sys

import pytest

from .raw_server import Connection, RawServer, event

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs a timer's signals")

COUNT = 300

FOLLOWER = """
import signal, sys, threading, time
import httpx
from particle_client import Particle

class Interrupt(BaseException): pass

def handle(number, frame):
    global interrupts
    if frame.f_globals is globals():  # what the loop here does with an event is its own affair
        return
    if frame.f_globals is vars(threading) and sys.exc_info()[1]:
        return  # a second one, while a first one is on its way, breaks Python's own locks
    interrupts += 1
    raise Interrupt

http_client = httpx.Client() if sys.argv[2] == "own" else None
count, interrupts, data, reasons = int(sys.argv[3]), 0, [], []
end = time.monotonic() + 20
with Particle("token", base_url=sys.argv[1], http_client=http_client) as particle:
    stream = particle.events.stream("test", on_disconnect=reasons.append)
    if sys.argv[4:]:
        stream = stream.buffered(int(sys.argv[4]))
    signal.signal(signal.SIGALRM, handle)
    signal.setitimer(signal.ITIMER_REAL, 0.0005, 0.0005)
    while interrupts < count:
        try:
            for event in stream:
                data.append(event)
                if interrupts >= count or time.monotonic() > end:
                    break
        except Interrupt:
            pass
    signal.setitimer(signal.ITIMER_REAL, 0)
    stream.close()
assert interrupts >= count, (interrupts, len(data))
data = [int(event.data) for event in data]
assert data == list(range(len(data))), [(a, b) for a, b in zip(data, data[1:]) if b != a + 1][:9]
assert reasons == []
print("all", interrupts, len(data))
"""


@pytest.mark.parametrize("buffered", [[], ["5"]], ids=["", "buffered"])
@pytest.mark.parametrize("client", ["ours", "own"])
def test_no_event_is_lost_or_doubled(client: str, buffered: list[str], server: RawServer) -> None:
    chance = random.Random(7)

    def numbered(connection: Connection) -> None:
        connection.answer()
        number = 0
        while number < 10_000_000:
            # Some are parsed by the thread that reads them, some by the one that takes them.
            many = chance.choice([1, 2, 10, 300])
            numbers = range(number, number + many)
            connection.chunk(b"".join(map(event, numbers)))
            number += len(numbers)
        connection.hold()

    server.script = [numbered]
    arguments = [server.url, client, str(COUNT), *buffered]
    done = subprocess.run(
        [sys.executable, "-c", FOLLOWER, *arguments], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("all")
