"""A second source: the deliveries of a Particle webhook, taken by an ASGI application."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Awaitable, Callable, MutableMapping
from hmac import compare_digest
from typing import Any, TypeAlias
from urllib.parse import parse_qsl

from ..base.checks import check_more_than_0
from ..base.errors import ConfigurationError
from ..events.event import Event
from .entries import Entries, append_command
from .keys import REDIS_ERRORS, AsyncRedis, Keys, async_connect

_log = logging.getLogger("particle_client.relay")

_LOOK_EVERY = 0.1  # seconds

_Message: TypeAlias = MutableMapping[str, Any]
_Receive: TypeAlias = Callable[[], Awaitable[_Message]]
_Send: TypeAlias = Callable[[_Message], Awaitable[None]]


class WebhookEndpoint:
    """An ASGI application that writes what a webhook delivers, once together with the relays.

        app = WebhookEndpoint("redis://localhost", secret="…")    # uvicorn module:app

    A delivery is answered when its event is in Redis. As deliveries come in no order, each waits
    for a relay to have written the event, and is written only if none does. What can't be written
    is answered with 503, so that the cloud delivers it again. Needs the extra `relay`.

    The webhook must send `Authorization: Bearer` and the secret, and the default fields (`event`,
    `data`, `coreid`, `published_at`), as JSON or as a form; further fields are kept.

    Args:
        redis: A URL, or an async client of redis-py.
        secret: What the webhook must know.
        name: The name of the relay, which must have run before.
        wait: Seconds to wait for a relay, less than the cloud waits for an answer.
        max_body: Bytes that a delivery may have.
    """

    def __init__(
        self,
        redis: str | AsyncRedis,
        secret: str,
        *,
        name: str = "particle",
        wait: float = 5.0,
        max_body: int = 256 * 1024,
    ) -> None:
        check_more_than_0("max_body", "bytes", max_body)
        if not secret:
            raise ConfigurationError("secret must not be empty")
        self._redis = async_connect(redis)
        self._authorization = f"Bearer {secret}".encode()
        self._keys = Keys(name)
        self._entries: Entries | None = None
        self._wait = wait
        self._max_body = max_body

    async def __call__(self, scope: _Message, receive: _Receive, send: _Send) -> None:
        if scope["type"] != "http":
            raise RuntimeError(f"WebhookEndpoint has no {scope['type']}, only http.")
        try:
            status = await self._take(scope, receive)
        except REDIS_ERRORS as error:
            _log.warning("Redis can't be used: %s", error)
            status = 503
        await send({"type": "http.response.start", "status": status, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    async def _take(self, scope: _Message, receive: _Receive) -> int:
        """Take a delivery, and return the status of the response."""
        headers: dict[bytes, bytes] = dict(scope["headers"])
        if not compare_digest(headers.get(b"authorization", b""), self._authorization):
            return 401
        body, more = b"", True
        while more:
            message = await receive()
            body += message.get("body", b"")
            more = message.get("more_body", False)
            if len(body) > self._max_body:
                return 413
        try:
            if headers.get(b"content-type", b"").startswith(b"application/x-www-form-urlencoded"):
                fields: Any = dict(parse_qsl(body.decode(), keep_blank_values=True))
            else:
                fields = json.loads(body)
            event = Event.from_dict({**fields, "name": fields.pop("event")})
        except (ValueError, TypeError, AttributeError, KeyError, RecursionError):
            return 400
        await self._write(event)
        return 200

    async def _write(self, event: Event) -> None:
        if self._entries is None:
            found = await self._redis.hget(self._keys.of("config"), "partitions")
            self._entries = Entries(self._keys.check_partitions(found))
        # A delivery that is repeated must not count as another event.
        entry = self._entries.of_event(event, counted=False)
        done, until = 0, time.monotonic() + self._wait
        while not done:
            write = time.monotonic() >= until
            command = append_command(self._keys, entry.partition, [entry], write=write)
            done, *_ = await self._redis.execute_command(*command)
            if not done:
                await asyncio.sleep(_LOOK_EVERY)
