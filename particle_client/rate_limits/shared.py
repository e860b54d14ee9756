"""Counting requests in windows that many processes share, by the library `limits`."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from ..base.errors import ConfigurationError, RateLimiterUnavailableError
from .windows import Blocked, Window

if TYPE_CHECKING:
    from collections.abc import Sequence

    from limits import RateLimitItem

__all__ = ["SharedWindows"]

# Another process may take the place that became free: ask again, but not in a busy loop.
_SHORTEST_WAIT = 0.02

_SCHEMES = ("redis://", "rediss://", "redis+unix://")


class SharedWindows:
    """Moving windows in Redis, one list for each, which scripts of `limits` change atomically.

    Args:
        storage: The storage's URL, or a `redis.Redis`.
        timeout: Seconds to connect, and to wait for a response.
    """

    def __init__(self, storage: Any, timeout: float, prefix: str) -> None:
        try:
            import redis
            from limits.storage import RedisStorage
            from limits.strategies import MovingWindowRateLimiter
        except ImportError as error:
            raise ConfigurationError(
                "a rate limiter that is shared needs the packages limits and redis: "
                "pip install 'particle-client[redis]'"
            ) from error
        options: Any = {"key_prefix": prefix}
        if isinstance(storage, str):
            options |= _connection_options(timeout)
        else:
            options["connection_pool"] = storage.connection_pool
            storage = "redis://"
        try:
            if not storage.startswith(_SCHEMES):
                raise ValueError("no such scheme")
            self._storage = RedisStorage(storage, **options)
        except ValueError:
            # Neither URL nor error is shown, which may hold a password.
            raise ConfigurationError(
                "storage must be a URL: redis://host:6379/0, rediss://host:6379/0 (TLS) or "
                "redis+unix:///path/to/socket"
            ) from None
        self._strategy = MovingWindowRateLimiter(self._storage)
        self._errors = redis.RedisError
        self._items: dict[Window, RateLimitItem] = {}

    def take(self, windows: Sequence[Window], ahead: Sequence[int]) -> Blocked | None:
        try:
            # One request can't be counted in several windows in one step: look at all first, so
            # that a place in one is seldom taken in vain.
            if len(windows) > 1 or any(ahead):
                for window, before in zip(windows, ahead, strict=True):
                    if blocked := self._look(window, before):
                        return blocked
            for window in windows:
                if not self._strategy.hit(self._item(window), window.name, window.key):
                    return self._look(window, 0) or Blocked(window, _SHORTEST_WAIT)
        except self._errors as error:
            raise RateLimiterUnavailableError(
                "the rate limiter can't reach its storage, so the request was not sent "
                f"({type(error).__name__}). Check that Redis runs and can be reached, or let the "
                'limiter go on without it: RateLimiter(…, if_unavailable="local").'
            ) from error
        return None

    def _look(self, window: Window, before: int) -> Blocked | None:
        """Tell how long the window stays full for one with others before it."""
        stats = self._strategy.get_window_stats(self._item(window), window.name, window.key)
        if stats.remaining > before:
            return None
        # When the oldest leaves the window is known; those after it are taken to be spread evenly.
        later = (before - stats.remaining) * window.seconds / window.amount
        wait = stats.reset_time - time.time() + later
        return Blocked(window, max(wait, _SHORTEST_WAIT))

    def _item(self, window: Window) -> RateLimitItem:
        item = self._items.get(window)
        if item is None:
            from limits import RateLimitItemPerSecond

            item = RateLimitItemPerSecond(window.amount, window.seconds, namespace="window")
            self._items[window] = item
        return item


def _connection_options(timeout: float) -> dict[str, Any]:
    from redis.backoff import NoBackoff
    from redis.retry import Retry

    return {
        "socket_timeout": timeout,
        "socket_connect_timeout": timeout,
        # Once again at once, as the server may have closed an idle connection. redis-py's default
        # would hold up every request for seconds while the server is down.
        "retry": Retry(NoBackoff(), 1),
    }
