"""Take the deliveries of a webhook into the streams of a relay, as a service.

pip install "particle-client[relay]" uvicorn
RELAY_SECRET=… uvicorn examples.relay_webhook:app --host 0.0.0.0 --port 8000

The webhook: a POST of JSON to this address, with the header `Authorization: Bearer` and the secret.
TLS is for a proxy before it, or for uvicorn's options.
"""

from __future__ import annotations

import os

from particle_client.relay import WebhookEndpoint

app = WebhookEndpoint(
    os.environ.get("RELAY_REDIS", "redis://localhost:6379/0"),
    secret=os.environ["RELAY_SECRET"],
)
