"""Counting requests in moving windows, by the library `limits`: in memory, or in Redis."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, Any

from ..base.errors import ConfigurationError, RateLimiterUnavailableError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from limits.storage import Storage

    from .limits import Limit

# A request exactly at the end of a window still counts. And another process may take the place that
# became free: ask again, but not in a busy loop.
_A_MOMENT = 0.02


class Window:
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


class RequestCounts:
    """Counts requests in moving windows."""

    def __init__(self, storage: Storage) -> None:
        from limits.strategies import MovingWindowRateLimiter

        self._strategy = MovingWindowRateLimiter(storage)
        self._errors = storage.base_exceptions

    def take(self, windows: Sequence[Window], ahead: Sequence[int]) -> tuple[Window, float] | None:
        """Count a request in all windows, or return one that is full, and the seconds to wait.

        Args:
            ahead: For each window, how many wait there already: the next places are theirs.
        """
        try:
            # A request can't be counted in several windows in one step: look at all of them first,
            # so that a place in one is seldom taken in vain.
            if len(windows) > 1 or any(ahead):
                for window, before in zip(windows, ahead, strict=True):
                    if seconds := self._seconds_left(window, before):
                        return window, seconds
            for window in windows:
                if not self._strategy.hit(window.item, *window.identifiers):
                    return window, self._seconds_left(window, 0) or _A_MOMENT
        except self._errors as error:
            raise RateLimiterUnavailableError(
                "the rate limiter can't reach its storage, so the request was not sent "
                f"({type(error).__name__}). Check that Redis runs and can be reached, or let the "
                'limiter go on without it: RateLimiter(…, if_unavailable="local").'
            ) from error
        return None

    def _seconds_left(self, window: Window, before: int) -> float:
        """Return for how long a window is full for one with others before it; 0 if it isn't."""
        item = window.item
        stats = self._strategy.get_window_stats(item, *window.identifiers)
        if stats.remaining > before:
            return 0.0
        # When the oldest request leaves the window is known; the next take their places one by
        # one, at the rate of the limit.
        later = (before - stats.remaining) * item.get_expiry() / item.amount
        return max(stats.reset_time - time.time(), 0.0) + later + _A_MOMENT


def redis_storage(storage: Any, timeout: float) -> Storage:
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
        options = {"connection_pool": storage.connection_pool}
        storage = "redis://"
    elif not isinstance(storage, str):
        raise ConfigurationError(
            f"redis must be a redis.Redis, for async clients as well: {type(storage).__name__}"
        )
    try:
        if storage.startswith(("redis://", "rediss://", "redis+unix://")):
            return RedisStorage(storage, key_prefix="particle-client", **options)
    except ValueError:
        pass  # neither URL nor error is shown, which may hold a password
    raise ConfigurationError(
        "storage must be a URL: redis://host:6379/0, rediss://host:6379/0 (TLS) or "
        "redis+unix:///path/to/socket"
    )
