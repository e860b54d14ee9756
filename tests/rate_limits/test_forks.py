"""Limiters of a process that forks while its threads use them."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")

PRELUDE = """
import os, signal, threading, time, warnings
from particle_client.calls.operation import Operation
from particle_client.rate_limits import Limit, RateLimiter
warnings.simplefilter("ignore", DeprecationWarning)  # fork with threads, which is the point

operation = Operation("listDevices", "GET", "/v1/devices")

def acquire(limiter, sleep=time.sleep):
    for seconds in limiter.waits(operation, "/v1/devices", 5):
        sleep(seconds)

def check_in_child(limiter):
    child = os.fork()
    if not child:
        signal.alarm(10)  # ends a child that hangs
        acquire(limiter)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
"""

HAMMER = """
limiter = RateLimiter([Limit("all", 1_000_000, 1), Limit("list", 1_000_000, 2)])
over = threading.Event()

def busy():
    while not over.is_set():
        acquire(limiter)

threads = [threading.Thread(target=busy) for _ in range(8)]
for thread in threads:
    thread.start()
try:
    for _ in range(30):
        check_in_child(limiter)
finally:
    over.set()
print("well")
"""

WAITING = """
limiter = RateLimiter([Limit("all", 1, 1)], margin=0)
acquire(limiter)
waits = threading.Event()

def sleep(seconds):
    waits.set()
    time.sleep(seconds)

def wait():
    acquire(limiter, sleep)

thread = threading.Thread(target=wait)
thread.start()
assert waits.wait(10)
check_in_child(limiter)
thread.join()
print("well")
"""


@pytest.mark.parametrize("script", [HAMMER, WAITING], ids=["hammer", "waiting"])
def test_a_child_is_not_held_up(script: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PRELUDE + script], capture_output=True, text=True, timeout=60
    )
    assert (done.stdout, done.returncode) == ("well\n", 0), done.stderr
