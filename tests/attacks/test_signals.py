"""Exceptions out of a signal handler (Ctrl+C, Celery's soft limit) at any moment of a call."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

INTERRUPTS = 2000

PROGRAM = """
import faulthandler, gc, random, signal, sys, threading
from concurrent.futures import ThreadPoolExecutor
from particle_client import Particle
from tests.transport.servers import ScriptedServer, read_request


faulthandler.dump_traceback_later(60, exit=True)


class Interrupt(BaseException):
    pass


def interrupt(*_):
    raise Interrupt


def script(server, connection):
    while head := read_request(connection).split(b" "):
        if len(head) < 2:
            break
        connection.sendall(b"HTTP/1.1 200 OK\\r\\ncontent-length: %d\\r\\n\\r\\n" % len(head[1]))
        connection.sendall(head[1])


def call(number):
    path = f"/v1/things/{number}"
    assert client.get(path).text == path


with ScriptedServer(script) as server, Particle("t", base_url=server.base_url, retries=0) as client:
    call(0)  # an import that is interrupted may leave its lock locked
    signal.signal(signal.SIGALRM, interrupt)
    choose = random.Random(1).uniform
    interrupts = number = 0
    while interrupts < int(sys.argv[1]):
        try:
            try:
                signal.setitimer(signal.ITIMER_REAL, choose(0.00005, 0.002), 0.01)
                while True:
                    number += 1
                    call(number)
            finally:
                signal.setitimer(signal.ITIMER_REAL, 0)
        except Interrupt:
            interrupts += 1
    everybody = threading.Barrier(100)

    def call_together(number):
        everybody.wait(20)
        call(number)

    with ThreadPoolExecutor(100) as threads:
        list(threads.map(call_together, range(300), timeout=20))
    gc.collect()
    print(len(client._transport.http_client.pool._limiters["call"].owners))
"""


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs a timer's signals")
def test_every_slot_comes_back_and_no_response_goes_astray() -> None:
    command = [sys.executable, "-c", PROGRAM, str(INTERRUPTS)]
    found = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert found.stdout == "0\n", found.stderr
