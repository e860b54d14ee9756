"""Written by `make public-api`; see CONTRIBUTING.md. Do not edit."""

from typing import Literal, overload

DOCUMENTED_LIMITS: tuple[Limit, ...]

class Limit:
    def __init__(
        self,
        name: str,
        amount: int,
        seconds: int,
        routes: tuple[str, ...] = (),
        per: Literal["address", "account"] = "address",
    ) -> None: ...
    amount: int
    name: str
    per: Literal["address", "account"]
    routes: tuple[str, ...]
    seconds: int

class RateLimiter:
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
    ) -> None: ...
    is_shared: bool
    def limited(self, operation: Operation, path: str, retry_after: float | None) -> None: ...
    limits: tuple[Limit, ...]
    def waits(
        self, operation: Operation, path: str, within: float | None = None
    ) -> Generator[float, None, None]: ...
