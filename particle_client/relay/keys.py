"""Where a relay's things are in Redis, and how to get there."""

from __future__ import annotations

import re
from typing import Any, TypeAlias
from urllib.parse import unquote, urlsplit
from zlib import crc32

from ..base.errors import ConfigurationError

Redis: TypeAlias = Any
AsyncRedis: TypeAlias = Any
"""A client of redis-py, for one server, for Sentinel's, or for a cluster: they share no class."""

_is_name = re.compile(r"[\w.-]{1,64}").fullmatch
_TIMEOUT = 5.0  # seconds


class Keys:
    """The names of all keys of one relay. All those of a partition are in one slot of a cluster."""

    def __init__(self, name: str) -> None:
        if not _is_name(name):
            raise ConfigurationError(
                f"name must be 1 to 64 letters, digits, '.', '_' or '-': {name!r}"
            )
        self.name = name
        self.config = f"{name}:config"
        self.relays = f"{name}:relays"

    def stream(self, partition: int) -> str:
        """The stream of a partition: what consumers read."""
        return f"{{{self.name}:{partition}}}:events"

    def seen(self, partition: int, bucket: str) -> str:
        """The digests of what was published in one tenth of a second."""
        return f"{{{self.name}:{partition}}}:seen:{bucket}"

    def lease(self, partition: int, group: str) -> str:
        """The worker that a partition is leased to."""
        return f"{{{self.name}:{partition}}}:lease:{group}"

    def attempts(self, partition: int, group: str) -> str:
        """How many times what was taken over has been begun."""
        return f"{{{self.name}:{partition}}}:attempts:{group}"

    def dead(self, partition: int, group: str) -> str:
        """The stream of what a group could not handle."""
        return f"{{{self.name}:{partition}}}:dead:{group}"

    def workers(self, group: str) -> str:
        """The workers of a group, by the time until which they count as alive."""
        return f"{self.name}:workers:{group}"

    def alive(self, relay: str) -> str:
        """A key that expires soon after a relay has died."""
        return f"{self.name}:alive:{relay}"

    def coverage(self, source: str) -> str:
        """From when to when each connection to an event stream stood."""
        return f"{self.name}:coverage:{source}"


def partition_of(device: str, partitions: int) -> int:
    """Return the partition of a device: the same in each process and for ever."""
    return crc32(device.encode("utf-8", "surrogatepass")) % partitions


def connect(url: str | Redis) -> Redis:
    """Return a client for a URL, or the one that was given. Nothing is sent yet."""
    import redis
    import redis.cluster
    import redis.sentinel
    from redis.retry import Retry

    classes = redis.Redis, redis.cluster.RedisCluster, redis.sentinel.Sentinel
    return _client(url, classes, Retry) if isinstance(url, str) else url


def async_connect(url: str | AsyncRedis) -> AsyncRedis:
    """Return an async client for a URL, or the one that was given. Nothing is sent yet."""
    import redis.asyncio
    import redis.asyncio.cluster
    import redis.asyncio.sentinel
    from redis.asyncio.retry import Retry

    classes = (
        redis.asyncio.Redis,
        redis.asyncio.cluster.RedisCluster,
        redis.asyncio.sentinel.Sentinel,
    )
    return _client(url, classes, Retry) if isinstance(url, str) else url


def _client(url: str, classes: tuple[Any, Any, Any], retry: Any) -> Any:
    from redis.backoff import NoBackoff

    single, cluster, sentinel = classes
    timeouts: dict[str, Any] = {"socket_timeout": _TIMEOUT, "socket_connect_timeout": _TIMEOUT}
    scheme, _, rest = url.partition("://")
    try:
        if scheme in ("redis+cluster", "rediss+cluster"):
            return cluster.from_url(f"{scheme.removesuffix('+cluster')}://{rest}", **timeouts)
        # What failed may have been done: the caller repeats it, as nothing is done twice.
        timeouts["retry"] = retry(NoBackoff(), 0)
        if scheme in ("redis", "rediss", "unix"):
            return single.from_url(url, **timeouts)
        if scheme in ("redis+sentinel", "rediss+sentinel"):
            parts = urlsplit(url)
            user, _, hosts = parts.netloc.rpartition("@")
            username, _, password = user.partition(":")
            service, _, database = parts.path.strip("/").partition("/")
            options: dict[str, Any] = {**timeouts, "db": int(database or 0)}
            if scheme == "rediss+sentinel":
                options["ssl"] = True
            if user:
                options["username"] = unquote(username) or None
                options["password"] = unquote(password)
            pairs = [host.rpartition(":") for host in hosts.split(",")]
            servers = [(host or port, int(port) if host else 26379) for host, _, port in pairs]
            return sentinel(servers, sentinel_kwargs=timeouts, **options).master_for(
                service or "mymaster"
            )
    except ValueError:
        pass  # neither the URL nor the error is shown, which may hold a password
    raise ConfigurationError(
        "redis must be a URL: redis://host:6379/0, rediss://… (TLS), unix:///path/to/socket, "
        "redis+sentinel://host:26379,host:26379/mymaster/0 or redis+cluster://host:6379"
    )


def redis_errors() -> tuple[type[Exception], ...]:
    """Return what is raised when Redis can't be reached, is full, or refuses something."""
    from redis.exceptions import RedisError

    return RedisError, OSError, TimeoutError


def check_partitions(found: bytes | str | None, wanted: int | None, name: str) -> int:
    """Return the number of partitions, which never changes.

    Raises:
        ConfigurationError: There is no such relay, or it has another number of partitions.
    """
    if found is None:
        raise ConfigurationError(
            f"There is no relay {name!r} in this Redis: a relay has to run before its consumers do."
        )
    if wanted is not None and int(found) != wanted:
        raise ConfigurationError(
            f"Relay {name!r} has {int(found)} partitions, not {wanted}. Their number is fixed when "
            "the relay runs for the first time, as it says which device is where. Use another name "
            "for a relay with another number."
        )
    return int(found)
