"""Where a relay's things are in Redis, and how to get there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeAlias
from urllib.parse import unquote, urlsplit
from zlib import crc32

from ..base.checks import check_more_than_0
from ..base.errors import ConfigurationError

Redis: TypeAlias = Any
AsyncRedis: TypeAlias = Any
"""A client of redis-py, for one server, for Sentinel's, or for a cluster: they share no class."""

_TIMEOUT = 5.0  # seconds


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


def partition_of(device: str, partitions: int) -> int:
    """Return the partition of a device: the same in each process and for ever."""
    return crc32(device.encode("utf-8", "surrogatepass")) % partitions


def check_numbers(arguments: Mapping[str, float | None]) -> None:
    """Refuse what isn't more than 0; None is no limit."""
    for name, value in arguments.items():
        if value is not None:
            check_more_than_0(name, name.rpartition("_")[2], value)


def check_partitions(found: bytes | None, wanted: int | None, name: str) -> int:
    """Return the number of partitions, which never changes.

    Raises:
        ConfigurationError: There is no such relay, or it has another number of partitions.
    """
    if found is None:
        raise ConfigurationError(f"There is no relay {name!r} in this Redis: it has to run first.")
    if wanted is not None and int(found) != wanted:
        raise ConfigurationError(
            f"Relay {name!r} has {int(found)} partitions, not {wanted}. Their number is fixed when "
            "it runs for the first time, as it says which device is where: use another name."
        )
    return int(found)


def redis_errors() -> tuple[type[Exception], ...]:
    """Return what is raised when Redis can't be reached, is full, or refuses something."""
    from redis.exceptions import RedisError

    return RedisError, OSError


def connect(url: str | Redis) -> Redis:
    """Return a client for a URL, or the one that was given. Nothing is sent yet."""
    import redis
    from redis import cluster, retry, sentinel

    return _client(url, redis.Redis, cluster.RedisCluster, sentinel.Sentinel, retry.Retry)


def async_connect(url: str | AsyncRedis) -> AsyncRedis:
    """Return an async client for a URL, or the one that was given. Nothing is sent yet."""
    import redis.asyncio as redis
    from redis.asyncio import cluster, retry, sentinel

    return _client(url, redis.Redis, cluster.RedisCluster, sentinel.Sentinel, retry.Retry)


def _client(url: Any, single: Any, cluster: Any, sentinel: Any, retry: Any) -> Any:
    if not isinstance(url, str):
        return url
    from redis.backoff import NoBackoff

    options: dict[str, Any] = {"socket_timeout": _TIMEOUT, "socket_connect_timeout": _TIMEOUT}
    scheme, _, rest = url.partition("://")
    scheme, _, kind = scheme.partition("+")
    try:
        if kind == "cluster" and scheme in ("redis", "rediss"):
            return cluster.from_url(f"{scheme}://{rest}", **options)
        # What failed may have been done: the caller repeats it, as nothing is done twice.
        options["retry"] = retry(NoBackoff(), 0)
        if kind == "sentinel" and scheme in ("redis", "rediss"):
            parts = urlsplit(url)
            login, _, hosts = parts.netloc.rpartition("@")
            username, _, password = map(unquote, login.partition(":"))
            service, _, database = parts.path.strip("/").partition("/")
            servers = [
                (urlsplit(f"//{host}").hostname, urlsplit(f"//{host}").port or 26379)
                for host in hosts.split(",")
            ]
            login_options = {"username": username or None, "password": password or None}
            manager = sentinel(servers, sentinel_kwargs=dict(options), **options)
            return manager.master_for(
                service, ssl=scheme == "rediss", db=int(database or 0), **login_options
            )
        if not kind:
            return single.from_url(url, **options)
    except ValueError:
        pass  # neither the URL nor the error is shown, which may hold a password
    raise ConfigurationError(
        "redis must be a URL: redis://host:6379/0, rediss://… (TLS), unix:///path/to/socket, "
        "redis+sentinel://host:26379,host:26379/mymaster/0 or redis+cluster://host:6379"
    )
