"""Staying under the cloud's rate limits: in one process, or in many that share Redis.

The library `limits` counts the requests in moving windows.
"""

from __future__ import annotations

import logging
import math
import os
import re
import time
from collections.abc import Generator, Iterable
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any, Literal
from weakref import WeakSet

from .base.errors import ConfigurationError, RateLimiterUnavailableError, RateLimitExceededError
from .calls.operation import Operation
from .operations.rate_limits import RATE_LIMITS

if TYPE_CHECKING:
    from limits.storage import Storage
    from limits.strategies import RateLimiter as RateLimiterStrategy
    from redis import Redis
else:
    Redis = Any  # so that type hints can be read where it isn't installed

__all__ = ["DOCUMENTED_LIMITS", "Limit", "RateLimiter"]

_log = logging.getLogger("particle_client.rate_limits")

_TRY_AGAIN_AFTER = 5.0
"""Seconds for which an unavailable storage is left alone."""

_LONGEST_PAUSE = 3600.0
"""Seconds for which the cloud can ask: as long as the longest of its windows."""

# A request exactly at the end of a window still counts. And another process may take the place that
# became free: ask again, but not in a busy loop.
_A_MOMENT = 0.02


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `amount` requests within any `seconds`.

    Args:
        name: Names the limit in errors, logs and Redis; each limit of a limiter has its own.
        amount: How many requests may go out.
        seconds: Within how many seconds, a whole number.
        routes: Which requests count, as `"GET /v1/serial_numbers/{serial_number}"`; a name in
            braces stands for one segment of the path. Without routes, all requests count.
        per: What the cloud counts by: the public IP `address`, or the `account` of the token.
    """

    name: str
    amount: int
    seconds: int
    routes: tuple[str, ...] = ()
    per: Literal["address", "account"] = "address"

    def __post_init__(self) -> None:
        if self.amount < 1 or self.seconds < 1:
            raise ValueError(f"amount and seconds must be 1 or more: {self}")
        if isinstance(self.routes, str):
            raise TypeError("routes must be a tuple of routes, not one str")
        object.__setattr__(self, "routes", tuple(self.routes))
        for route in self.routes:
            if not _ROUTE(route):
                raise ValueError(f"not a route like 'GET /v1/devices/{{deviceId}}': {route!r}")


_ROUTE = re.compile(r"[A-Z]+ /[^\s?#]+").fullmatch

DOCUMENTED_LIMITS: tuple[Limit, ...] = tuple(Limit(*limit) for limit in RATE_LIMITS)
"""The limits of Particle's API reference, for those who have no higher ones agreed."""


class RateLimiter:
    """Keeps requests under the cloud's rate limits by waiting before they are sent.

        particle = Particle(rate_limiter=RateLimiter())

    One limiter may serve many clients, sync and async, in threads and tasks; the limits then hold
    for all of them together. Needs the extra `rate-limits`.

    Args:
        limits: The limits to keep.
        max_wait: Seconds that a request may wait; None: as long as it takes.
        storage: The Redis in which processes share the counts: `redis://host:6379/0`, `rediss://…`
            or `redis+unix:///path/to/socket`. Needs the extra `redis`.
        redis: A `redis.Redis` of your own, instead of `storage`. Its timeouts are yours to set.
        address: A name for the public IP address that the requests come from. Processes with the
            same name share what the cloud counts per address.
        account: A name for the account, for what the cloud counts per account.
        margin: Seconds by which each window is longer than the cloud's, for requests that take
            longer on their way than others, and clocks that differ between machines.
        if_unavailable: When the storage can't be reached: `"raise"` RateLimiterUnavailableError,
            or keep the limits for this process alone (`"local"`).
        timeout: Seconds to connect to the storage and to wait for a response; one retry doubles it.

    Raises:
        ConfigurationError: An argument can't work, or the extra isn't installed.
    """

    def __init__(
        self,
        limits: Iterable[Limit] = DOCUMENTED_LIMITS,
        *,
        max_wait: float | None = 600.0,
        storage: str | None = None,
        redis: Redis | None = None,
        address: str = "default",
        account: str = "default",
        margin: int = 1,
        if_unavailable: Literal["raise", "local"] = "raise",
        timeout: float = 2.0,
    ) -> None:
        self.limits: tuple[Limit, ...] = tuple(limits)
        self._max_wait = math.inf if max_wait is None else max_wait
        if len({limit.name for limit in self.limits}) < len(self.limits):
            raise ConfigurationError("each limit of a RateLimiter needs a name of its own")
        if storage is not None and redis is not None:
            raise ConfigurationError("pass storage or redis, not both")
        self.is_shared: bool = storage is not None or redis is not None
        try:
            from limits.storage import MemoryStorage
            from limits.strategies import MovingWindowRateLimiter

            self._local = MovingWindowRateLimiter(MemoryStorage())
            self._shared = None
            if self.is_shared:
                self._shared = MovingWindowRateLimiter(_redis_storage(storage or redis, timeout))
        except ImportError as error:
            extra = "redis" if self.is_shared else "rate-limits"
            raise ConfigurationError(
                f"This RateLimiter needs an extra: pip install 'particle-client[{extra}]'"
            ) from error
        self._if_unavailable = if_unavailable
        self._unavailable_until = 0.0
        self._tickets = count()
        _limiters.add(self)
        self._windows = [
            _Window(limit, address if limit.per == "address" else account, margin)
            for limit in sorted(self.limits, key=lambda limit: not limit.routes)
        ]

    def __repr__(self) -> str:
        names = ", ".join(limit.name for limit in self.limits)
        return f"<RateLimiter {'shared' if self.is_shared else 'local'}: {names}>"

    def limited(self, operation: Operation, path: str, retry_after: float | None) -> None:
        """Take note that the cloud refused a request for being too many (429, 529).

        What counts against the same limit then waits for `retry_after` seconds, an hour at most:
        the limit of the request's own route, if it has one, else the general one. This is for this
        process alone.
        Without `retry_after` nothing changes.
        """
        if retry_after:
            until = time.monotonic() + min(retry_after, _LONGEST_PAUSE)
            for window in self._windows_of(operation, path)[:1]:
                window.paused_until = max(window.paused_until, until)

    def _windows_of(self, operation: Operation, path: str) -> list[_Window]:
        """Return the windows of a request, those of its route before the general ones."""
        route = f"{operation.method} {path.partition('?')[0].rstrip('/')}"
        return [window for window in self._windows if window.pattern.fullmatch(route)]

    def waits(
        self, operation: Operation, path: str, within: float | None = None
    ) -> Generator[float, None, None]:
        """Yield the seconds to wait before the next try, until the request was counted.

        Clients do that before each attempt. Closed early, it doesn't count the request.

        Args:
            within: Seconds that are left to the call, if it has a deadline.

        Raises:
            RateLimitExceededError: It would have to wait for longer than that, or `max_wait`.
            RateLimiterUnavailableError: The shared storage can't be reached.
        """
        windows = self._windows_of(operation, path)
        remaining = self._max_wait if within is None else min(within, self._max_wait)
        give_up_at = time.monotonic() + remaining
        ticket = next(self._tickets)
        waited = False
        while blocked := self._try(windows, ticket):
            window, seconds = blocked
            route = f"{operation.method} {operation.route(path)}"
            if time.monotonic() + seconds > give_up_at:
                limit = "the deadline" if remaining < self._max_wait else "max_wait"
                raise RateLimitExceededError(
                    f"{route} was not sent: the rate limit {window.name!r} would make it wait "
                    f"{seconds:.1f} s more, longer than {limit} allows. "
                    f"Try later, send less, or give it more time ({limit}: {remaining:.12g} s).",
                    limit=window.name,
                    retry_after=seconds,
                )
            if not waited:
                _log.info("%s waits %.1f s for the rate limit %s", route, seconds, window.name)
            waited = True
            waiting = window.waiting
            waiting.append(ticket)
            try:
                yield seconds
            finally:
                waiting.remove(ticket)

    def _try(self, windows: list[_Window], ticket: int) -> tuple[_Window, float] | None:
        """Count a request, or return a window that is full or paused, and the seconds to wait."""
        now = time.monotonic()
        for window in windows:
            if window.paused_until > now:
                return window, window.paused_until - now
        if self._shared is not None and now >= self._unavailable_until:
            try:
                return _take(self._shared, windows, ticket)
            except self._shared.storage.base_exceptions as error:
                name = type(error).__name__
                if self._if_unavailable == "raise":
                    raise RateLimiterUnavailableError(
                        "the rate limiter can't reach its storage, so the request was not sent "
                        f"({name}). Check that Redis runs and can be reached, or let the limiter "
                        'go on without it: RateLimiter(…, if_unavailable="local").'
                    ) from error
                _log.warning(
                    "the rate limiter's storage can't be reached (%s): "
                    "the limits hold for this process alone",
                    name,
                )
                self._unavailable_until = now + _TRY_AGAIN_AFTER
        return _take(self._local, windows, ticket)


_limiters: WeakSet[RateLimiter] = WeakSet()


def _after_fork() -> None:
    """Forget the locks and the waiting of the parent's threads: none of them is in the child."""
    for limiter in list(_limiters):
        storage: Any = limiter._local.storage
        storage.locks.clear()
        for window in limiter._windows:
            window.waiting = []


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)


class _Window:
    """A limit as it is counted for an address or an account, longer by a margin of seconds."""

    def __init__(self, limit: Limit, shared_by: str, margin: int) -> None:
        from limits import RateLimitItemPerSecond

        self.name = limit.name
        routes = [re.split(r"\{[^{}/]*\}", route.rstrip("/")) for route in limit.routes]
        pattern = "|".join("[^/]+".join(map(re.escape, parts)) for parts in routes)
        self.pattern = re.compile(pattern or ".*")
        """Matches method and path of the requests that count."""
        self.item = RateLimitItemPerSecond(limit.amount, limit.seconds + margin, namespace="window")
        self.identifiers = (limit.name, shared_by)
        self.paused_until = 0.0
        self.waiting: list[int] = []
        """The tickets of the requests that wait: the next places are for the lowest."""


def _take(
    strategy: RateLimiterStrategy, windows: list[_Window], ticket: int
) -> tuple[_Window, float] | None:
    """Count a request in all windows, or return one that is full, and the seconds to wait."""
    # A request can't be counted in several windows in one step: look at all of them first, so that
    # a place in one is seldom taken in vain.
    for window in windows:
        ahead = sum(other < ticket for other in window.waiting)
        is_looked_at = ahead or len(windows) > 1
        if is_looked_at and (seconds := _seconds_left(strategy, window, ahead)):
            return window, seconds
    for window in windows:
        if not strategy.hit(window.item, *window.identifiers):
            return window, _seconds_left(strategy, window, 0) or _A_MOMENT
    return None


def _seconds_left(strategy: RateLimiterStrategy, window: _Window, ahead: int) -> float:
    """Return for how long a window is full for one with others ahead; 0 if it isn't."""
    item = window.item
    stats = strategy.get_window_stats(item, *window.identifiers)
    if stats.remaining > ahead:
        return 0.0
    # When the oldest request leaves the window is known; the next take their places one by one, at
    # the rate of the limit.
    later = (ahead - stats.remaining) * item.get_expiry() / item.amount
    return max(stats.reset_time - time.time(), 0.0) + later + _A_MOMENT


def _redis_storage(storage: Any, timeout: float) -> Storage:
    """Return the storage of a URL, or of a `redis.Redis`."""
    import redis
    from limits.storage import RedisStorage
    from redis.backoff import NoBackoff
    from redis.retry import Retry

    # Once again at once, as the server may have closed an idle connection. By default, every
    # request would be held up for seconds while the server is down.
    options: dict[str, Any] = {
        "socket_timeout": timeout,
        "socket_connect_timeout": timeout,
        "retry": Retry(NoBackoff(), 1),
    }
    if isinstance(storage, redis.Redis):
        storage, options = "redis://", {"connection_pool": storage.connection_pool}
    try:
        if str(storage).startswith(("redis://", "rediss://", "redis+unix://")):
            return RedisStorage(storage, key_prefix="particle-client", **options)
    except ValueError:
        pass  # neither URL nor error is shown, which may hold a password
    raise ConfigurationError(
        "storage must be a URL: redis://host:6379/0, rediss://host:6379/0 (TLS) or "
        "redis+unix:///path/to/socket; redis must be a redis.Redis, for async clients as well"
    )
