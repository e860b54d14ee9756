"""When a request is sent again, and after how long."""

from __future__ import annotations

import time
from copy import copy
from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING, Any, Self

from ..base.checks import check_function, check_number, check_whole_number
from ..base.errors import APIConnectionError, ConfigurationError
from ..base.status_errors import APIStatusError, parse_retry_after
from ..base.unset import Unset
from .telemetry import is_observed, log_retry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..base.errors import ParticleError
    from .operation import Operation

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
    no harm: the document says of each operation whether that is so (as a rule GET, PUT and DELETE).
    A request that surely never left is always retried. Calling a function, publishing and flashing
    are not, unless `methods` says so.

    For rules of your own, override `should_retry` or `delay`.

    Args:
        max_retries: How many times a request may be sent again.
        statuses: After which HTTP statuses.
        methods: Retry these HTTP methods, whatever the document says. A device may then be told
            the same thing twice.
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
        check_whole_number("max_retries", self.max_retries)
        for name in ("max_retries", "initial_delay", "max_delay", "max_retry_after", "jitter"):
            check_number(name, getattr(self, name))
            if not getattr(self, name) >= 0:
                raise ConfigurationError(f"{name} must be 0 or more: {getattr(self, name)}")
        if self.jitter > 1:
            raise ConfigurationError(f"jitter must be from 0 to 1: {self.jitter}")
        if self.deadline is not None:
            check_number("deadline", self.deadline)
            if not self.deadline > 0:
                raise ConfigurationError(f"deadline must be more than 0 seconds: {self.deadline}")
        if isinstance(self.statuses, int | str):
            raise TypeError(f"statuses must be a list of whole numbers, such as [{self.statuses}]")
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
        if isinstance(error, APIStatusError):
            return error.status_code in self.statuses and self._is_repeatable(operation)
        if isinstance(error, APIConnectionError) and self.connection_errors:
            return not error.sent or self._is_repeatable(operation)
        return False

    def _is_repeatable(self, operation: Operation) -> bool:
        return operation.idempotent or operation.method in self.methods

    def delay(self, number: int, error: ParticleError) -> float | None:
        """Return the seconds to wait before a retry; None when it isn't worth the wait.

        Args:
            number: 1 for the first retry.
            error: What it comes after.
        """
        if isinstance(error, APIStatusError):
            asked = parse_retry_after(error.headers.get("retry-after"))
            if asked is not None:
                return asked if asked <= self.max_retry_after else None
        from random import random

        # Beyond some 1,000 doublings a float would overflow.
        longest = min(self.initial_delay * 2.0 ** min(number - 1, 64), self.max_delay)
        return longest * (1 - self.jitter * random())


DEFAULT_RETRIES = RetryPolicy()


def retry_policy_from(
    value: int | RetryPolicy | Unset | None, base: RetryPolicy = DEFAULT_RETRIES
) -> RetryPolicy:
    """Return the policy for what a user passed: a policy, or the number of retries.

    Args:
        base: What a mere number is the number of retries of; its other rules stay.
    """
    if isinstance(value, RetryPolicy):
        return value
    if isinstance(value, Unset):
        return base
    if value is None:
        value = 0
    check_whole_number("retries", value, " or a RetryPolicy")
    return base if value == base.max_retries else base.replace(max_retries=value)


def retry_delay(
    policy: RetryPolicy,
    operation: Operation,
    path: str,
    number: int,
    error: ParticleError,
    deadline: float | None,
) -> float | None:
    """Return the seconds until a retry, of which log and hook were told; None if there is none."""
    if number > policy.max_retries or not policy.should_retry(operation, error):
        return None
    delay = policy.delay(number, error)
    if delay is None or (deadline is not None and time.monotonic() + delay >= deadline):
        return None
    if is_observed():
        log_retry(operation, path, number, delay, error)
    if policy.on_retry is not None:
        policy.on_retry(RetryAttempt(operation, number, delay, error))
    return delay
