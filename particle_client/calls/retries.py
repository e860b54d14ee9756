"""When a request is sent again, and after how long."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable
from copy import copy
from dataclasses import KW_ONLY, dataclass
from math import inf
from typing import Any, Self

from ..base.checks import check_function, check_more_than_0, check_whole_number
from ..base.errors import APIConnectionError, ConfigurationError, ParticleError
from ..base.status_errors import APIStatusError
from ..base.unset import Unset
from .operation import Operation

_log = logging.getLogger("particle_client.retries")

RETRIED_STATUSES = frozenset({408, 429, 500, 502, 503, 504, 529})


@dataclass(slots=True, eq=False, repr=False)
class RetryAttempt:
    """A request that is about to be sent again."""

    operation: Operation
    """What is called: `operation.name`, `.method`, `.path`."""
    number: int
    """1 for the first retry."""
    delay: float
    """Seconds until then."""
    error: ParticleError
    """Why: an APIStatusError or an APIConnectionError."""

    def __repr__(self) -> str:
        return (
            f"<RetryAttempt {self.number} of {self.operation.name} in {self.delay:.2f} s "
            f"after {type(self.error).__name__}>"
        )


@dataclass(slots=True, eq=False)
class RetryPolicy:
    """When a request is sent again. Fixed once made; `replace()` gives a changed copy.

    A request is retried after one of `statuses`, or when the connection failed, if a retry does
    no harm: the API description says of each operation whether that is so (as a rule GET, PUT and
    DELETE). A request that surely never left is always retried. Calling a function, publishing and
    flashing are not, unless `methods` says so.

    For rules of your own, override `should_retry` or `delay`.

    Args:
        max_retries: How many times a request may be sent again.
        statuses: After which HTTP statuses.
        methods: Retry these HTTP methods, whatever the API description says. A device may then be
            told the same thing twice.
        connection_errors: Whether to retry after a connection that failed or a timeout.
        initial_delay: Seconds before the first retry; doubled for each further one.
        max_delay: The longest of these delays in seconds.
        jitter: Which part of a delay is random, so that many clients don't come back at once:
            0.5 means half to all of it.
        max_retry_after: When the cloud asks (Retry-After) for a longer wait in seconds than this,
            its error is raised at once. Else its wish counts, not the delay above.
        deadline: Seconds that a call may take with all its retries and waits. Then it raises
            APITimeoutError, or the error before.
        on_retry: Called before each wait.
    """

    max_retries: int = 2
    _: KW_ONLY
    statuses: Iterable[int] = RETRIED_STATUSES
    methods: Iterable[str] = ()
    connection_errors: bool = True
    initial_delay: float = 0.5
    max_delay: float = 8.0
    jitter: float = 0.5
    max_retry_after: float = 60.0
    deadline: float | None = None
    on_retry: Callable[[RetryAttempt], object] | None = None

    def __post_init__(self) -> None:
        for name in ("max_retries", "initial_delay", "max_delay", "max_retry_after", "jitter"):
            if not getattr(self, name) >= 0:
                raise ConfigurationError(f"{name} must be 0 or more: {getattr(self, name)}")
        if self.jitter > 1:
            raise ConfigurationError(f"jitter must be from 0 to 1: {self.jitter}")
        if self.deadline is not None:
            check_more_than_0("deadline", "seconds", self.deadline)
        check_function("on_retry", self.on_retry)
        methods = (self.methods,) if isinstance(self.methods, str) else self.methods
        self.methods = frozenset(method.upper() for method in methods)
        self.statuses = frozenset(self.statuses)

    def replace(self, **changes: Any) -> Self:
        """Return a policy that differs in these arguments."""
        changed = copy(self)  # a subclass may have a constructor of its own
        for name, value in changes.items():
            if name not in RetryPolicy.__slots__:
                raise TypeError(f"RetryPolicy has no {name}")
            setattr(changed, name, value)
        changed.__post_init__()
        return changed

    def should_retry(self, operation: Operation, error: ParticleError) -> bool:
        """Whether a retry is right after this error. (Not: how often.)"""
        harmless = bool(operation.idempotent) or operation.method in self.methods
        if isinstance(error, APIStatusError):
            return harmless and error.status_code in self.statuses
        if isinstance(error, APIConnectionError) and self.connection_errors:
            is_trusted = "CERTIFICATE_VERIFY_FAILED" not in str(error)
            return is_trusted and (harmless or not error.sent)
        return False

    def delay(self, number: int, error: ParticleError) -> float | None:
        """Return the seconds to wait before a retry; None when it isn't worth the wait.

        Args:
            number: 1 for the first retry.
            error: What it comes after.
        """
        if isinstance(error, APIStatusError):
            asked = error.retry_after
            if asked is not None:
                return asked if asked <= self.max_retry_after else None
        from random import random  # few calls need it

        # Beyond some 1,000 doublings a float would overflow.
        longest = min(self.initial_delay * 2.0 ** min(number - 1, 64), self.max_delay)
        return longest * (1 - self.jitter * random())


_DEFAULT = RetryPolicy()


def retry_policy_from(
    value: int | RetryPolicy | Unset | None, base: RetryPolicy = _DEFAULT
) -> RetryPolicy:
    """Return what a user passed: a policy, or the number of retries by the rules of `base`."""
    if isinstance(value, RetryPolicy):
        return value
    if isinstance(value, Unset):
        return base
    number = 0 if value is None else value
    check_whole_number("retries", number, " or a RetryPolicy")
    return base.replace(max_retries=number)


class Retries:
    """The retries of one call, within its deadline."""

    def __init__(
        self, value: int | RetryPolicy | Unset | None, base: RetryPolicy, latest: float = inf
    ) -> None:
        self.policy: RetryPolicy = retry_policy_from(value, base)
        self.number: int = 0
        self.deadline: float = min(time.monotonic() + (self.policy.deadline or inf), latest)

    @property
    def remaining(self) -> float:
        """Seconds until the deadline."""
        return max(self.deadline - time.monotonic(), 0.0)

    def next_delay(self, operation: Operation, path: str, error: ParticleError) -> float | None:
        """Return the seconds until a retry, which log and hook are told; None if there is none."""
        policy, number = self.policy, self.number + 1
        if number > policy.max_retries or not policy.should_retry(operation, error):
            return None
        delay = policy.delay(number, error)
        if delay is None or delay >= self.remaining:
            return None
        self.number = number
        route, cause = operation.route(path), type(error).__name__
        form = "%s %s: retry %d in %.2f s after %s"
        _log.debug(form, operation.method, route, number, delay, cause)
        if policy.on_retry is not None:
            policy.on_retry(RetryAttempt(operation, number, delay, error))
        return delay
