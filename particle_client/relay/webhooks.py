"""A second source: the deliveries of a Particle webhook, taken by an ASGI application."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from dataclasses import KW_ONLY, InitVar, dataclass
from hmac import compare_digest
from typing import Any
from urllib.parse import parse_qsl

from ..base.checks import check_more_than_0
from ..base.errors import ConfigurationError
from ..events.event import Event
from .entries import Entries, append_command
from .keys import REDIS_ERRORS, AsyncRedis, Keys, async_connect
from .process import span

_log = logging.getLogger("particle_client.relay")

_LOOK_EVERY = 0.1  # seconds


@dataclass(eq=False, repr=False)
class WebhookEndpoint:
    """An ASGI application that writes what a webhook delivers, once together with the relays.

        app = WebhookEndpoint("redis://localhost", secret="…")    # uvicorn module:app

    As deliveries come in no order, each waits for a relay to have written the event, and is written
    only if none does. What can't be written is answered with 503. Needs the extra `relay`.

    The webhook must send `Authorization: Bearer` and the secret, and the default fields (`event`,
    `data`, `coreid`, `published_at`), as JSON or as a form; further fields are kept.

    Args:
        redis: A URL, or an async client of redis-py.
        secret: What the webhook must know.
        name: The name of the relay, which must have run before.
        wait: Seconds to wait for a relay, less than the cloud waits for an answer.
        max_body: Bytes that a delivery may have.
    """

    redis: InitVar[str | AsyncRedis]
    secret: InitVar[str]
    _: KW_ONLY
    name: str = "particle"
    wait: float = 5.0
    max_body: int = 256 * 1024

    def __post_init__(self, redis: str | AsyncRedis, secret: str) -> None:
        check_more_than_0("max_body", "bytes", self.max_body)
        if not secret:
            raise ConfigurationError("secret must not be empty")
        self._redis, self._keys = async_connect(redis), Keys(self.name)
        self._authorization = f"Bearer {secret}".encode()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            raise RuntimeError(f"WebhookEndpoint has no {scope['type']}, only http.")
        try:
            status = await self._take(scope, receive)
        except (*REDIS_ERRORS, ConfigurationError) as error:
            _log.warning("Redis can't be used: %s", error)
            status = 503
        await send({"type": "http.response.start", "status": status, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    async def _take(self, scope: Any, receive: Any) -> int:
        """Take a delivery, and return the status of the response."""
        headers: dict[bytes, bytes] = dict(scope["headers"])
        if not compare_digest(headers.get(b"authorization", b""), self._authorization):
            return 401
        body, more = b"", True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                return 400
            body += message.get("body", b"")
            more = message.get("more_body", False)
            if len(body) > self.max_body:
                return 413
        try:
            if headers.get(b"content-type", b"").startswith(b"application/x-www-form-urlencoded"):
                fields: Any = dict(parse_qsl(body.decode(), keep_blank_values=True))
            else:
                fields = json.loads(body)
            event = Event.from_dict({**fields, "name": fields.pop("event")})
            event.raw.encode()
        except (ValueError, TypeError, AttributeError, KeyError, RecursionError):
            return 400
        await self._write(event)
        return 200

    async def _write(self, event: Event) -> None:
        """Write an event, unless a relay does so soon."""
        found = await self._redis.hget(self._keys.of("config"), "partitions")
        # Not counted: a delivery that is repeated isn't another event.
        entry = Entries(self._keys.check_partitions(found)).of_event(event)
        seen = self._keys.at(entry.partition, "seen", entry.key)
        until = time.monotonic() + self.wait
        while not await self._redis.exists(seen):
            if time.monotonic() >= until:
                with span("relay append", "PRODUCER") as traceparent:
                    append = append_command(self._keys, entry.partition, [entry], traceparent)
                    await self._redis.execute_command(*append)
                return
            await asyncio.sleep(_LOOK_EVERY)
