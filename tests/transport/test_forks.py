"""A client that was used before the process forked."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from .servers import CERTIFICATE, ScriptedServer, answer_once, read_request

if TYPE_CHECKING:
    import socket

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")

# Each child says in its exit code whether all went well.
PRELUDE = """
import os, sys, threading, traceback, warnings
from particle_client import AsyncParticle, ConfigurationError, Particle
warnings.simplefilter("ignore", DeprecationWarning)  # fork with threads, which is the point

url = sys.argv[1]

def in_child(work):
    child = os.fork()
    if not child:
        try:
            work()
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    return child

def check(child):
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
"""

ONE_CLIENT = """
client = Particle("token", base_url=url)

def who(answer):
    return int(answer.json())

mine = who(client.get("/v1/connection"))

def work():
    first = who(client.get("/v1/connection"))
    assert first != mine, "the child uses the parent's connection"
    assert who(client.get("/v1/connection")) == first
    client.close()

for _ in range(3):
    check(in_child(work))
# The parent's connection is as it was.
assert who(client.get("/v1/connection")) == mine
print("well")
"""

# The first call imports modules; a process that forks in the middle of an import is beyond help.
THREADS = """
client = Particle("token", base_url=url)
client.get("/v1/connection")
over = threading.Event()
failures = []

def busy():
    try:
        while not over.is_set():
            client.get("/v1/connection")
    except BaseException as error:
        failures.append(error)

threads = [threading.Thread(target=busy) for _ in range(8)]
for thread in threads:
    thread.start()

def work():
    for _ in range(3):
        client.get("/v1/connection")

for _ in range(8):
    check(in_child(work))
over.set()
for thread in threads:
    thread.join()
assert not failures, failures
print("well")
"""

STREAM = """
client = Particle("token", base_url=url, retries=0)
answer = client._transport.stream  # a body that isn't read to its end when the process forks
from particle_client.base.request import Request, Timeout
body = answer(Request("GET", url + "/v1/long", [], None, Timeout(30), url)).iter_bytes()
received = next(body)

def work():
    try:
        next(body)
    except Exception:
        return
    raise AssertionError("the child reads from the parent's connection")

check(in_child(work))
assert len(received) < 10_000_000
assert (received + b"".join(body)) == b"first" + b"x" * 10_000_000 + b"last"
print("well")
"""

ASYNC = """
import asyncio
client = AsyncParticle("token", base_url=url)

async def ask():
    return int((await client.get("/v1/connection")).json())

async def main():
    return await ask(), await ask()

mine = asyncio.run(main())
check(in_child(lambda: asyncio.run(main())))
try:
    asyncio.run(main())
except ConfigurationError as error:  # the parent has still used it in another event loop
    assert "another event loop" in str(error)
    print("well")
"""

OWN_HTTP_CLIENT = """
import httpx
with httpx.Client(verify=False) as http_client:
    unused, used = (Particle("token", base_url=url, http_client=http_client) for _ in range(2))
    used.get("/v1/connection")

    def work():
        unused.get("/v1/connection")
        try:
            used.get("/v1/connection")
        except ConfigurationError as error:
            assert "before this process forked" in str(error)
        else:
            raise AssertionError("the child uses the parent's http_client")

    check(in_child(work))
    used.get("/v1/connection")
print("well")
"""

MULTIPROCESSING = """
import multiprocessing
client = Particle("token", base_url=url)
mine = client.get("/v1/connection").json()

def ask(_):
    return client.get("/v1/connection").json()

with multiprocessing.get_context("fork").Pool(3) as pool:
    theirs = pool.map(ask, range(12), chunksize=1)
assert mine not in theirs
print("well")
"""


LONG = b"first" + b"x" * 10_000_000 + b"last"


def say_which(server: ScriptedServer, connection: socket.socket) -> None:
    """Answer each request with the number of its connection."""
    number = server.connections
    while True:
        request = read_request(connection)
        if b" /v1/long " in request:
            connection.sendall(answer_once(200, LONG))
        else:
            connection.sendall(answer_once(200, b"%d" % number))


@pytest.mark.parametrize("tls", [False, True], ids=["plain", "tls"])
@pytest.mark.parametrize(
    "script",
    [ONE_CLIENT, THREADS, STREAM, ASYNC, OWN_HTTP_CLIENT, MULTIPROCESSING],
    ids=["one client", "threads", "stream", "async", "own http_client", "multiprocessing"],
)
def test_a_child(script: str, tls: bool) -> None:
    environment = {**os.environ, "SSL_CERT_FILE": str(CERTIFICATE)}
    with ScriptedServer(say_which, tls=tls) as server:
        done = subprocess.run(
            [sys.executable, "-c", PRELUDE + script, server.base_url],
            env=environment,
            capture_output=True,
            text=True,
            timeout=60,
        )
    assert (done.stdout, done.returncode) == ("well\n", 0), done.stderr
