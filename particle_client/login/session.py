"""What a login knows of one cloud: its token, the login under way, and what the cloud refused."""

from __future__ import annotations

import copy
import json
import logging
import os
import threading
from collections.abc import Awaitable, Callable, Generator
from concurrent.futures import Future
from contextlib import contextmanager
from contextvars import ContextVar
from hashlib import pbkdf2_hmac
from typing import Any, TypeAlias, TypeGuard

from attrs import define, field

from ..base.errors import ConfigurationError
from ..base.http_errors import AuthenticationError, BadRequestError, PermissionDeniedError
from ..base.known_errors import InvalidCredentialsError
from ..base.response import Response
from ..base.secrets import Secret
from .tokens import Token, TokenKey, TokenStore

Prompt: TypeAlias = Callable[[], str | Awaitable[str]]

_log = logging.getLogger("particle_client.login")

REFUSALS = (BadRequestError, AuthenticationError, PermissionDeniedError)
"""The cloud understood a login and doesn't want it: the same again would be refused again."""

# Ten failures in a row block the IP address for half an hour, so the same password waits longer and
# longer for its next chance.
_FIRST_PAUSE = 30.0
_LONGEST_PAUSE = 1800.0

# Where the cloud refuses any token (401), logging in again and again would help nobody.
_MOST_REFUSED = 5
_REFUSED_WITHIN = 60.0

PUBLIC_CLIENTS = ("particle", "particle-api")
"""OAuth clients of everybody, for developer accounts. Their tokens can't be refreshed."""

_under_way: ContextVar[tuple[SingleFlight, ...]] = ContextVar("under_way", default=())
"""The logins that what runs here, in whatever thread or task, is part of."""


class SingleFlight(Future[Exception | None]):
    """A login under way, for all who wait for it in threads and in tasks of any event loop.

    Its result is the error if it failed. Else there is a token; or the login was given up, by a
    cancellation for example: then one of those who waited starts another.
    """

    loop_thread: int | None = None
    """Where the event loop runs that the login needs."""
    is_limited = False
    """Whether it ends when a call has to."""


@define(eq=False, repr=False)
class LoginBackoff:
    """A login that the cloud refused, and when the same one may be tried again."""

    form: dict[str, Any]
    error: Exception
    pause: float
    until: float


@define(eq=False, repr=False)
class Session:
    """The token for one cloud and one OAuth client, and how to get the next.

    It needs no lock: what several threads change is changed in one step.
    """

    key: TokenKey
    form: dict[str, Any]
    """What a login sends; a function is asked for its value."""
    otp: Prompt | None
    store: TokenStore | None
    leeway: float | None
    clock: Callable[[], float]
    timer: Callable[[], float]
    """What pauses are measured by: nobody sets it."""

    token: Token | None = field(default=None, init=False)
    postponed_until: float = field(default=0.0, init=False)
    """When another token is tried for again, after that has failed."""
    refresh_token: Secret | None = field(default=None, init=False)
    refused: dict[str, float] = field(factory=dict[str, float], init=False)
    """When the cloud refused which token; a store may still have them."""
    backoff: LoginBackoff | None = field(default=None, init=False)
    _flights: dict[int, SingleFlight] = field(factory=dict[int, SingleFlight], init=False)
    """The login under way, by process: nobody in a forked one would end that of its parent."""

    @property
    def is_renewing(self) -> bool:
        """Whether a token is being fetched."""
        return os.getpid() in self._flights

    def is_good(self, token: Token | None, *, lasting: bool = True) -> TypeGuard[Token]:
        """Whether the cloud takes a token; a lasting one if it isn't time for another, too."""
        if token is None or token.value in self.refused or token.is_expired(self.clock()):
            return False
        lasting = lasting and self.timer() >= self.postponed_until
        return not lasting or self.clock() < token.renew_at(self.leeway)

    def join(self, flight: SingleFlight) -> SingleFlight:
        """Return the login under way; this one if there is none that can be waited for."""
        found = self._flights.setdefault(os.getpid(), flight)
        if found in _under_way.get():
            raise ConfigurationError(
                "A login needs itself: password=, otp=, the store and hooks must not call a client "
                "that logs in with them."
            )
        # A thread that waits must not hold up the event loop that the login needs.
        is_blocked = flight.loop_thread is None and found.loop_thread == threading.get_ident()
        return flight if is_blocked else found

    @contextmanager
    def leading(self, flight: SingleFlight) -> Generator[None]:
        """Log in for all who wait for it; they go on, whatever comes of it."""
        outer, failure = _under_way.get(), None
        _under_way.set((*outer, flight))
        try:
            yield
        except Exception as error:
            failure = copied(error)
            raise
        finally:
            _under_way.set(outer)
            if self._flights.get(os.getpid()) is flight:
                del self._flights[os.getpid()]
            flight.set_result(failure)

    def reject(self, token: str) -> bool:
        """Drop a token that the cloud refused. Return whether there is another, or may be one."""
        if self.token is None:
            return False
        if self.token.value != token or token in self.refused:
            return True
        now = self.timer()
        recent = [when for when in list(self.refused.values()) if now - when < _REFUSED_WITHIN]
        if len(recent) >= _MOST_REFUSED:
            _log.warning("The cloud refuses new tokens, too (401): none is requested for now.")
            return False
        self.refused[token] = now
        return True

    def check_backoff(self, form: dict[str, Any]) -> None:
        """Raise the last login's error if the cloud has just refused the same one."""
        last = self.backoff
        if last is None or last.form != form or (seconds := last.until - self.timer()) <= 0:
            return
        error = copied(last.error)
        # Instead of adding to the notes of the copy, which are the original's.
        error.__notes__ = [
            *getattr(error, "__notes__", ()),
            "This is the response to the last attempt. The same login is tried again in "
            f"{seconds:.0f} s: too many failures block the IP address.",
        ]
        raise error

    def back_off(self, form: dict[str, Any], error: Exception) -> Token:
        """Let the next login of the same wait; return what tells other processes of that."""
        last = self.backoff if self.backoff is not None and self.backoff.form == form else None
        pause = _FIRST_PAUSE if last is None else min(last.pause * 2, _LONGEST_PAUSE)
        self.backoff = LoginBackoff(form, copied(error), pause, self.timer() + pause)
        until = self.clock() + pause
        return Token(self._fingerprint(form), expires_at=until, lifetime=pause)

    def recall(self, form: dict[str, Any], refused: Token) -> None:
        """Take note of what `back_off` returned in another process."""
        if refused.value != self._fingerprint(form):
            return
        url = f"{self.key.base_url}/oauth/token"
        body = b'{"error": "invalid_grant", "error_description": "refused in another process"}'
        response = Response[Any](method="POST", url=url, status_code=400, headers={}, content=body)
        pause = min(refused.lifetime or 0.0, _LONGEST_PAUSE)
        seconds = min((refused.expires_at or 0.0) - self.clock(), pause)
        error = InvalidCredentialsError(response)
        self.backoff = LoginBackoff(form, error, pause, self.timer() + seconds)

    def _fingerprint(self, form: dict[str, Any]) -> str:
        """Return what tells a login from others, and is too slow to guess a password by."""
        text = json.dumps(form, sort_keys=True).encode()
        return pbkdf2_hmac("sha256", text, str(self.key).encode(), 50_000).hex()


def copied(error: Exception) -> Exception:
    """Return a copy: one error raised in many threads would collect all their tracebacks."""
    try:
        return copy.copy(error)
    except Exception:  # it isn't one of ours, and can't be copied
        return error


def secret_text(name: str, value: object) -> Secret:
    """Return what the user gave, if it is text; errors don't show it."""
    if not isinstance(value, str):
        raise TypeError(f"{name} must be a str, not {type(value).__name__}")
    if not value:
        raise ConfigurationError(f"{name} is empty")
    return Secret(value)
