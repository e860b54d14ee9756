"""The rate limiter: holds requests back until the limits let them pass."""

from __future__ import annotations

import logging
import math
import time
from bisect import bisect_left, insort
from collections import defaultdict
from contextlib import closing
from itertools import count
from typing import TYPE_CHECKING, Literal

from ..base.errors import ConfigurationError, RateLimiterUnavailableError, RateLimitExceededError
from ..calls.async_waiting import in_thread
from ..calls.async_waiting import sleep as async_sleep
from ..calls.waiting import sleep
from .counts import RequestCounts, Window, redis_storage
from .limits import DOCUMENTED_LIMITS, Limit

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable

    from redis import Redis

    from ..calls.operation import Operation

_log = logging.getLogger("particle_client.rate_limits")

_TRY_AGAIN_AFTER = 5.0
"""Seconds for which an unavailable storage is left alone."""


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
        timeout: Seconds to connect to the storage, and to wait for a response. One retry may double
            that.

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
        self._limits = tuple(limits)
        self._max_wait = math.inf if max_wait is None else max_wait
        if len({limit.name for limit in self._limits}) < len(self._limits):
            raise ConfigurationError("each limit of a RateLimiter needs a name of its own")
        if storage is not None and redis is not None:
            raise ConfigurationError("pass storage or redis, not both")
        is_shared = storage is not None or redis is not None
        try:
            from limits.storage import MemoryStorage

            self._local = RequestCounts(MemoryStorage())
            self._shared = (
                RequestCounts(redis_storage(storage or redis, timeout)) if is_shared else None
            )
        except ImportError as error:
            extra = "redis" if is_shared else "rate-limits"
            raise ConfigurationError(
                f"This RateLimiter needs an extra: pip install 'particle-client[{extra}]'"
            ) from error
        self._if_unavailable = if_unavailable
        self._unavailable_until = 0.0
        self._windows = [
            Window(limit, address if limit.per == "address" else account, margin)
            for limit in sorted(self._limits, key=lambda limit: not limit.routes)
        ]
        self._paused_until: dict[Window, float] = {}
        self._tickets = count()
        self._waiting: defaultdict[Window, list[int]] = defaultdict(list)
        """The tickets of the requests that wait for a window, in the order of their arrival."""

    @property
    def limits(self) -> tuple[Limit, ...]:
        """The limits that it keeps."""
        return self._limits

    def __repr__(self) -> str:
        names = ", ".join(limit.name for limit in self._limits)
        return f"<RateLimiter {'shared' if self._shared else 'local'}: {names}>"

    def acquire(self, operation: Operation, path: str, *, within: float | None = None) -> None:
        """Wait until a request may go out, and count it. Clients call this before each attempt.

        Args:
            within: Seconds that are left to the call, if it has a deadline.

        Raises:
            RateLimitExceededError: It would have to wait for longer than that, or `max_wait`.
            RateLimiterUnavailableError: The shared storage can't be reached.
        """
        with closing(self._waits(operation, path, within)) as waits:
            for seconds in waits:
                sleep(seconds)

    async def aacquire(
        self, operation: Operation, path: str, *, within: float | None = None
    ) -> None:
        """Do the same as `acquire` in a task of asyncio or trio. Who is cancelled isn't counted.

        The shared storage is asked in a worker thread.
        """
        with closing(self._waits(operation, path, within)) as waits:
            if self._shared is None:
                for seconds in waits:
                    await async_sleep(seconds)
            else:
                while seconds := await in_thread(lambda: next(waits, 0.0)):
                    await async_sleep(seconds)

    def limited(self, operation: Operation, path: str, retry_after: float | None) -> None:
        """Take note that the cloud refused a request for being too many (429, 529).

        What counts against the same limit then waits for `retry_after` seconds: the limit of the
        request's own route, if it has one, else the general one. This is for this process alone.
        Without `retry_after` nothing changes.
        """
        windows = self._windows_of(operation, path)
        if windows and retry_after:
            until = time.monotonic() + retry_after
            self._paused_until[windows[0]] = max(until, self._paused_until.get(windows[0], until))

    def _windows_of(self, operation: Operation, path: str) -> list[Window]:
        """Return the windows of a request, those of its route before the general ones."""
        route = f"{operation.method} {path.partition('?')[0].rstrip('/')}"
        return [window for window in self._windows if window.pattern.fullmatch(route)]

    def _waits(
        self, operation: Operation, path: str, within: float | None
    ) -> Generator[float, None, None]:
        """Yield the seconds to wait before the next try, until the request was counted."""
        windows = self._windows_of(operation, path)
        patience = self._max_wait if within is None else min(within, self._max_wait)
        give_up_at = time.monotonic() + patience
        ticket = next(self._tickets)
        waited = False
        while blocked := self._try(windows, ticket):
            window, seconds = blocked
            route = f"{operation.method} {operation.route(path)}"
            if time.monotonic() + seconds > give_up_at:
                limit = "the deadline" if patience < self._max_wait else "max_wait"
                raise RateLimitExceededError(
                    f"{route} was not sent: the rate limit {window.name!r} would make it wait "
                    f"{seconds:.1f} s more, longer than {limit} allows. "
                    f"Try later, send less, or give it more time ({limit}: {patience:g} s).",
                    limit=window.name,
                    retry_after=seconds,
                )
            if not waited:
                _log.info("%s waits %.1f s for the rate limit %s", route, seconds, window.name)
            waited = True
            insort(self._waiting[window], ticket)
            try:
                yield seconds
            finally:
                self._waiting[window].remove(ticket)

    def _try(self, windows: list[Window], ticket: int) -> tuple[Window, float] | None:
        now = time.monotonic()
        for window in windows:
            if (left := self._paused_until.get(window, now) - now) > 0:
                return window, left
        ahead = [bisect_left(self._waiting[window], ticket) for window in windows]
        if self._shared is not None and now >= self._unavailable_until:
            try:
                return self._shared.take(windows, ahead)
            except RateLimiterUnavailableError as error:
                if self._if_unavailable == "raise":
                    raise
                _log.warning(
                    "the rate limiter's storage can't be reached (%s): "
                    "the limits hold for this process alone",
                    type(error.__cause__).__name__,
                )
                self._unavailable_until = now + _TRY_AGAIN_AFTER
        return self._local.take(windows, ahead)
