"""Ports for servers that go away and come back.

A port that the system chose is given to whoever asks next, as soon as nobody listens there: a
client that tries again would reach the server of another test.
"""

from __future__ import annotations

import itertools
import os
import random
import socket
from typing import cast

# Below those that systems choose from (32768 and up, or 49152). Each worker has its own ones.
_FIRST, _EACH, _WORKERS = 10_000, 1_000, 20

_worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0")[2:]) % _WORKERS
_begin = random.randrange(_EACH)  # another run of the tests may be under way
_ports = itertools.cycle(
    [_FIRST + _worker * _EACH + (_begin + number) % _EACH for number in range(_EACH)]
)


def lasting_listener() -> socket.socket:
    """A listener on a port that no other test gets for a long time, even when it is closed."""
    for port in itertools.islice(_ports, _EACH):
        try:
            return socket.create_server(("127.0.0.1", port))
        except OSError:
            continue
    raise AssertionError(f"No port from {_FIRST + _worker * _EACH} on is free.")


def lasting_port() -> int:
    """Such a port, free again, unless other threads start processes at the same moment."""
    with lasting_listener() as listener:
        return cast("int", listener.getsockname()[1])
