"""Where a relay's things are in Redis, and how to get there."""

from __future__ import annotations

import os
import re
import socket
from collections.abc import Callable
from functools import partial
from importlib import import_module
from secrets import token_hex
from typing import Any, Final, TypeAlias
from urllib.parse import urlsplit

from redis.backoff import NoBackoff
from redis.exceptions import ReadOnlyError, RedisClusterException, RedisError

from ..base.errors import ConfigurationError

Redis: TypeAlias = Any
AsyncRedis: TypeAlias = Any
"""A client of redis-py, for one server, for Sentinel's, or for a cluster: they share no class."""

REDIS_ERRORS: Final = RedisError, RedisClusterException, OSError
"""What is raised when Redis can't be reached, is full, or refuses something."""

_TIMEOUT = 5.0  # seconds


def new_id() -> str:
    """Return a name for a relay or worker that tells where it runs."""
    return f"{socket.gethostname()}-{os.getpid()}-{token_hex(3)}"


class Keys:
    """The names of all keys of one relay."""

    def __init__(self, name: str) -> None:
        if not re.fullmatch(r"[\w.-]{1,64}", name):
            raise ConfigurationError(f"name must be letters, digits, '.', '_' or '-': {name!r}")
        self.name = name

    def of(self, kind: str, *more: str) -> str:
        """Return the name of a key that concerns all partitions."""
        return ":".join((self.name, kind, *more))

    def at(self, partition: int, kind: str, *more: str) -> str:
        """Return the name of a key of a partition: all of them are in one slot of a cluster."""
        return ":".join((f"{{{self.name}:{partition}}}", kind, *more))

    def check_partitions(self, found: bytes | None, wanted: int | None = None) -> int:
        """Return the number of partitions that was found in Redis, where it never changes."""
        if found is None:
            raise ConfigurationError(f"No relay {self.name!r} has ever run with this Redis.")
        if wanted is not None and int(found) != wanted:
            raise ConfigurationError(
                f"Relay {self.name!r} has {int(found)} partitions, not {wanted}: use another name."
            )
        return int(found)


def _client(package: str, url: Any) -> Any:
    """Return a client for a URL, or the one that was given. Nothing is sent yet."""
    if not isinstance(url, str):
        return url
    scheme, _, rest = url.partition("://")
    scheme, _, kind = scheme.partition("+")
    options: dict[str, Any] = {"socket_timeout": _TIMEOUT, "socket_connect_timeout": _TIMEOUT}
    # What failed may have been done: the caller repeats it, as nothing is done twice.
    options["retry"] = import_module(f"{package}.retry").Retry(NoBackoff(), 0)
    try:
        if kind == "cluster":
            cluster = import_module(f"{package}.cluster").RedisCluster
            return cluster.from_url(f"{scheme}://{rest}", **options)
        options["retry_on_error"] = [ReadOnlyError]  # the address may be another server's by now
        if kind == "sentinel":
            login, at, hosts = urlsplit(url).netloc.rpartition("@")
            service, _, database = urlsplit(url).path.strip("/").partition("/")
            servers = [urlsplit(f"//{host}") for host in hosts.split(",")]
            parse_url: Any = import_module("redis.connection").parse_url
            sentinel = import_module(f"{package}.sentinel").Sentinel(
                [(server.hostname, server.port or 26379) for server in servers],
                sentinel_kwargs=options,
                ssl=scheme == "rediss",
                **options,
                **parse_url(f"redis://{login}{at}/{database}?{urlsplit(url).query}"),
            )
            return sentinel.master_for(service)
        return import_module(package).from_url(url, **options)
    except ValueError:
        # Neither the URL nor the error is shown, which may hold a password.
        raise ConfigurationError(
            "redis must be a URL: redis://host:6379/0, rediss://… (TLS), unix:///path/to/socket, "
            "redis+sentinel://host:26379,host:26379/mymaster/0 or redis+cluster://host:6379"
        ) from None


connect: Callable[[str | Redis], Redis] = partial(_client, "redis")
async_connect: Callable[[str | AsyncRedis], AsyncRedis] = partial(_client, "redis.asyncio")
