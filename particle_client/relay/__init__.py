"""Following a fleet on many machines: event streams, written into Redis once, for many workers.

`Relay` follows event streams and writes what comes; `RelayConsumer` and `AsyncRelayConsumer` hand
it out. `python -m particle_client.relay` is the relay as a service. Needs the extra `relay`.
"""

from __future__ import annotations

from importlib.util import find_spec

if find_spec("redis") is None:
    raise ImportError(
        "particle_client.relay needs redis, which isn't installed. Install the extra that has it: "
        'pip install "particle-client[relay]"',
        name="redis",
    )

from .async_consumer import AsyncRelayConsumer
from .consumer import RelayConsumer
from .entries import RelayGap
from .service import Relay
from .status import StatusCollector, read_status
from .webhooks import WebhookEndpoint

__all__ = [
    "AsyncRelayConsumer",
    "Relay",
    "RelayConsumer",
    "RelayGap",
    "StatusCollector",
    "WebhookEndpoint",
    "read_status",
]
