"""The rate limiter: holds requests back until the limits let them pass."""

from __future__ import annotations

import logging
import math
import time
from typing import TYPE_CHECKING, Any, Literal

from ..base.errors import ConfigurationError, RateLimiterUnavailableError, RateLimitExceededError
from ..calls.telemetry import route_of
from .limits import DOCUMENTED_LIMITS, Limit, Routes
from .line import Line, Turn
from .windows import Blocked, LocalWindows, Window, Windows

if TYPE_CHECKING:
    from collections.abc import Iterable

    import redis as redis_py

    from ..calls.operation import Operation

__all__ = ["RateLimiter"]

_log = logging.getLogger("particle_client.rate_limits")

_TRY_AGAIN_AFTER = 5.0
"""Seconds for which an unavailable storage is left alone."""


class RateLimiter:
    """Keeps requests under the cloud's rate limits by waiting before they are sent.

        particle = Particle(rate_limiter=RateLimiter())

    One limiter may serve many clients, sync and async, in threads and tasks; the limits then hold
    for all of them together. Those who wait go in the order of their arrival.

    Args:
        limits: Default: `DOCUMENTED_LIMITS`.
        max_wait: Seconds that a request may wait; None: as long as it takes. Default: 600, which
            is enough for the limits of five minutes.
        storage: Where processes and machines share the counts: `redis://host:6379/0`, `rediss://…`
            or `redis+unix:///path/to/socket`. Default: this process counts for itself.
        redis: A `redis.Redis` of your own, instead of `storage`. Its timeouts are yours to set.
        address: A name for the public IP address that the requests come from. Processes with the
            same name share what the cloud counts per address.
        account: A name for the account, for what the cloud counts per account.
        margin: Seconds by which each window is longer than the cloud's, for requests that take
            longer on their way than others, and clocks that differ between machines.
        if_unavailable: When the storage can't be reached: `"raise"` RateLimiterUnavailableError,
            or keep the limits for this process alone (`"local"`).
        timeout: Seconds to wait for the storage, each for connecting and for a response. One retry
            may double that.

    Raises:
        ConfigurationError: What is given can't work, or the extra `redis` isn't installed.
    """

    def __init__(
        self,
        limits: Iterable[Limit] = DOCUMENTED_LIMITS,
        *,
        max_wait: float | None = 600.0,
        storage: str | None = None,
        redis: redis_py.Redis | None = None,
        address: str = "default",
        account: str = "default",
        margin: int = 1,
        if_unavailable: Literal["raise", "local"] = "raise",
        timeout: float = 2.0,
    ) -> None:
        self._limits = tuple(limits)
        names = [limit.name for limit in self._limits]
        if len(set(names)) != len(names):
            raise ConfigurationError("each limit of a RateLimiter needs a name of its own")
        if max_wait is not None and not max_wait >= 0:
            raise ConfigurationError(f"max_wait must be seconds, 0 or more, or None: {max_wait!r}")
        if not isinstance(margin, int) or margin < 0:  # pyright: ignore[reportUnnecessaryIsInstance]
            raise ConfigurationError(f"margin must be whole seconds, 0 or more: {margin!r}")
        if if_unavailable not in ("raise", "local"):
            raise ConfigurationError(
                f"if_unavailable must be 'raise' or 'local': {if_unavailable!r}"
            )
        if not timeout > 0:
            raise ConfigurationError(f"timeout must be more than 0 seconds: {timeout!r}")
        if storage is not None and redis is not None:
            raise ConfigurationError("pass storage or redis, not both")
        self._max_wait = math.inf if max_wait is None else max_wait
        self._if_unavailable = if_unavailable
        self._routes = Routes(self._limits)
        self._windows = {
            limit: Window(
                limit.name,
                address if limit.per == "address" else account,
                limit.amount,
                limit.seconds + margin,
            )
            for limit in self._limits
        }
        self._local: Windows = LocalWindows(self._now)
        self._shared: Windows | None = None
        if storage is not None or redis is not None:
            from .shared import SharedWindows

            self._shared = SharedWindows(_checked(storage or redis), timeout, "particle-client")
        self._unavailable_until = -math.inf
        self._paused_until: dict[Window, float] = {}
        self._line = Line()

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
        windows = self._windows_of(operation, path)
        turn = Turn()
        try:
            while blocked := self._take(windows, turn):
                self._sleep(self._wait(turn, blocked, operation, path, within))
        finally:
            self._line.leave(turn)

    async def aacquire(
        self, operation: Operation, path: str, *, within: float | None = None
    ) -> None:
        """Do the same as `acquire` in a task of asyncio or trio. Who is cancelled isn't counted.

        The shared storage is asked in a worker thread.
        """
        windows = self._windows_of(operation, path)
        turn = Turn()
        try:
            while blocked := await self._atake(windows, turn):
                await self._asleep(self._wait(turn, blocked, operation, path, within))
        finally:
            self._line.leave(turn)

    def limited(self, operation: Operation, path: str, retry_after: float | None) -> None:
        """Take note that the cloud refused a request for being too many (429, 529).

        What counts against the same limit then waits for `retry_after` seconds: the limit of the
        request's own route, if it has one, else the general one. This is for this process alone.
        Without `retry_after` nothing changes.
        """
        windows = self._windows_of(operation, path)
        if not windows or not retry_after or not retry_after > 0:
            return
        until = self._now() + retry_after
        self._paused_until[windows[0]] = max(until, self._paused_until.get(windows[0], until))

    def _windows_of(self, operation: Operation, path: str) -> list[Window]:
        limits = self._routes.limits_of(operation.method, path)
        return [self._windows[limit] for limit in limits]

    # --- one try --------------------------------------------------------------------------------

    def _take(self, windows: list[Window], turn: Turn) -> Blocked | None:
        ahead = self._line.ahead(windows, turn)
        if self._paused_until and (blocked := self._paused(windows)):
            return blocked
        if self._shared is None or self._now() < self._unavailable_until:
            return self._local.take(windows, ahead)
        return self._take_shared(self._shared, windows, ahead)

    async def _atake(self, windows: list[Window], turn: Turn) -> Blocked | None:
        if self._shared is None or not windows:
            return self._take(windows, turn)
        from anyio.to_thread import run_sync

        return await run_sync(self._take, windows, turn)

    def _take_shared(
        self, shared: Windows, windows: list[Window], ahead: list[int]
    ) -> Blocked | None:
        try:
            return shared.take(windows, ahead)
        except RateLimiterUnavailableError as error:
            if self._if_unavailable == "raise":
                raise
            _log.warning(
                "the rate limiter's storage can't be reached (%s): "
                "the limits hold for this process alone",
                type(error.__cause__).__name__,
            )
            self._unavailable_until = self._now() + _TRY_AGAIN_AFTER
        return self._local.take(windows, ahead)

    def _paused(self, windows: list[Window]) -> Blocked | None:
        now = self._now()
        for window in windows:
            if (left := self._paused_until.get(window, now) - now) > 0:
                return Blocked(window, left)
        return None

    # --- waiting --------------------------------------------------------------------------------

    def _wait(
        self, turn: Turn, blocked: Blocked, operation: Operation, path: str, within: float | None
    ) -> float:
        """Give the seconds to wait before the next try, unless that takes too long."""
        now = self._now()
        window, seconds = blocked
        route = route_of(operation, path)
        if turn.number is None:
            turn.give_up_at = now + (
                self._max_wait if within is None else min(within, self._max_wait)
            )
            _log.info(
                "%s %s waits %.1f s for the rate limit %s",
                operation.method,
                route,
                seconds,
                window.name,
            )
        if now + seconds > turn.give_up_at:
            shown = route if operation.secret else path.partition("?")[0]
            if within is not None and within < self._max_wait:
                longer = "than the deadline leaves. Try later, send less, or pass a later deadline."
            else:
                longer = (
                    f"than max_wait ({self._max_wait:g} s). "
                    "Try later, send less, or pass a longer max_wait."
                )
            raise RateLimitExceededError(
                f"{operation.method} {shown} was not sent: the rate limit "
                f"{window.name!r} would make it wait {seconds:.1f} s more, longer {longer}",
                limit=window.name,
                retry_after=seconds,
            )
        self._line.wait(turn, window)
        return seconds

    # Tests replace these.
    def _now(self) -> float:
        return time.monotonic()

    def _sleep(self, seconds: float) -> None:
        time.sleep(seconds)

    async def _asleep(self, seconds: float) -> None:
        import anyio

        await anyio.sleep(seconds)


def _checked(storage: Any) -> Any:
    """Refuse what can't be asked from threads."""
    if isinstance(storage, str) or hasattr(storage, "connection_pool"):
        if not type(storage).__module__.startswith("redis.asyncio"):
            return storage
        raise ConfigurationError(
            "redis must be a redis.Redis, for async clients as well: the limiter asks it in a "
            "worker thread. A redis.asyncio.Redis belongs to one event loop."
        )
    raise ConfigurationError(
        f"redis must be a redis.Redis, not {type(storage).__name__} (for Sentinel: what its "
        "master_for() gives; a cluster can't be used)"
    )
