"""What a login knows of one cloud: its token, the login under way, and what the cloud refused."""

from __future__ import annotations

import copy
import logging
import os
import threading
from collections import deque
from collections.abc import Callable, Generator
from concurrent.futures import Future
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from ..base.errors import ConfigurationError
from .tokens import Token

if TYPE_CHECKING:
    from ..base.secrets import Secret
    from .stores import TokenKey

_log = logging.getLogger("particle_client.login")

T = TypeVar("T")

# Ten failures in a row block the IP address for half an hour, so the same password waits longer and
# longer for its next chance.
_FIRST_PAUSE = 30.0
_LONGEST_PAUSE = 1800.0

# Where the cloud answers 401 to any token, logging in again and again would help nobody.
_MOST_REPLACED = 5
_REPLACED_WITHIN = 60.0

under_way: ContextVar[tuple[SingleFlight, ...]] = ContextVar("under_way", default=())
"""The logins that what runs here, in whatever thread or task, is part of."""


class SingleFlight(Future[Token | Exception | None]):
    """A login under way, for all who wait for it in threads and in tasks of any event loop.

    Its result is the token, or the error. None when it was given up, by a cancellation for example:
    then one of those who waited starts another.
    """

    def __init__(self, *, in_task: bool) -> None:
        super().__init__()
        self._in_task = in_task
        self._thread = threading.get_ident()
        self._process = os.getpid()

    @property
    def is_lost(self) -> bool:
        """Whether it is from before a fork: the thread that would end it isn't in this process."""
        return self._process != os.getpid()

    def can_wait(self, *, in_task: bool) -> bool:
        """Whether it can end while this thread or task waits for it."""
        if self in under_way.get():
            raise ConfigurationError(
                "A login needs itself: password=, otp=, the store and hooks must not call a client "
                "that logs in with them."
            )
        # It can't if it needs the event loop that a thread would hold up.
        return in_task or not self._in_task or self._thread != threading.get_ident()


Steps: TypeAlias = Generator[dict[str, Any] | SingleFlight | Callable[[], Any], Any, T]
"""What a login does. It yields what must be waited for, and gets what came of it:

- a form, for the response of the token endpoint to it,
- another's login, until that has ended,
- a function that may take its time, or may be async, for its result.

So it is written once for threads and tasks (see async_steps.py).
"""


def copied(error: Exception) -> Exception:
    """Return a copy: one error raised in many threads would collect all their tracebacks."""
    try:
        return copy.copy(error)
    except Exception:  # it isn't one of ours, and can't be copied
        return error


class LoginBackoff:
    """A login that the cloud refused, and when the same one may be tried again."""

    def __init__(
        self, form: dict[str, Any], error: Exception, before: LoginBackoff | None, now: float
    ) -> None:
        self._form = form
        self._error = copied(error)  # without the traceback, and all that hangs on it
        self._pause = _FIRST_PAUSE
        if before is not None and before._form == form:
            self._pause = min(before._pause * 2, _LONGEST_PAUSE)
        self._until = now + self._pause

    def check(self, form: dict[str, Any], now: float) -> None:
        """Raise the error once more if it is too early for the same login."""
        if now < self._until and self._form == form:
            error = copied(self._error)
            # Instead of adding to the notes of the copy, which are the original's.
            error.__notes__ = [
                *getattr(error, "__notes__", ()),
                "This is the cloud's answer to the last attempt. The same login is tried again in "
                f"{self._until - now:.0f} s: too many failures block the IP address.",
            ]
            raise error


class Session:
    """The token for one cloud and one OAuth client, and what happens to it."""

    def __init__(self, key: TokenKey, leeway: float | None) -> None:
        self.key = key
        self.token: Token | None = None
        self.refresh_token: Secret | None = None
        self.refused: set[str] = set()
        """Tokens that the cloud refused; a store may still have them."""
        self.backoff: LoginBackoff | None = None
        self._leeway = leeway
        self._renew_at = 0.0
        self._flight: SingleFlight | None = None
        self._replaced = deque[float](maxlen=_MOST_REPLACED)
        self._lock = threading.Lock()
        """Held for moments only: never while something is waited for."""

    def enter(self, now: float, *, in_task: bool) -> tuple[Token | SingleFlight, bool]:
        """Return the token if there is a good one; else a login, and whether to do it now."""
        with self._lock:
            token, flight = self.token, self._flight
            if flight is not None and flight.is_lost:
                flight = None
            if token is not None and (
                now < self._renew_at
                # While another one is fetched, the old one still does.
                or (flight is not None and not token.is_expired(now))
            ):
                return token, False
            if flight is None:
                self._flight = flight = SingleFlight(in_task=in_task)
                return flight, True
        if flight.can_wait(in_task=in_task):
            return flight, False
        return SingleFlight(in_task=in_task), True  # a login of its own

    def finish(self, flight: SingleFlight, outcome: Token | Exception | None) -> None:
        """End a login for all who wait for it."""
        with self._lock:
            if isinstance(outcome, Token) and outcome is not self.token:
                self.token = outcome
                self._renew_at = outcome.renew_at(self._leeway)
            if self._flight is flight:
                self._flight = None
        flight.set_result(outcome)

    def postpone(self, until: float) -> None:
        """Use the token on for some time, at most until it expires."""
        with self._lock:
            if self.token is not None and self.token.expires_at is not None:
                self._renew_at = min(until, self.token.expires_at)

    def reject(self, token: str, now: float) -> bool:
        """Drop a token that the cloud refused. Return whether there is another, or may be one."""
        with self._lock:
            if self.token is None or self.token.value != token:
                return bool(self.token or self._flight or token in self.refused)
            if len(self._replaced) == _MOST_REPLACED and now - self._replaced[0] < _REPLACED_WITHIN:
                _log.warning("The cloud answers 401 to new tokens, too: none is asked for for now.")
                return False
            self._replaced.append(now)
            self.refused.add(token)
            self.token = None
            return True
