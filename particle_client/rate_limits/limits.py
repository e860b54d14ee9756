"""The limits that the cloud documents, and which request counts against which."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal


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

# The reference lists seven routes; `/v1/events` has a limit of its own with the same numbers, and
# the prose speaks of "100 new connections" in all. One count for all of them keeps to either.
_STREAMS = (
    "/v1/events",
    "/v1/devices/events",
    "/v1/devices/{deviceId}/events",
    "/v1/orgs/{org}/events",
    "/v1/orgs/{org}/devices/{deviceId}/events",
    "/v1/orgs/products/{product}/events",
    "/v1/orgs/{org}/products/{product}/events",
    "/v1/orgs/{org}/products/{product}/devices/{deviceId}/events",
    "/v1/products/{product}/events",
    "/v1/products/{product}/devices/{deviceId}/events",
)

DOCUMENTED_LIMITS: tuple[Limit, ...] = (
    Limit("requests", 10_000, 300),
    Limit("create-token", 100, 300, ("POST /oauth/token",)),
    Limit("list-tokens", 100, 300, ("GET /v1/access_tokens",)),
    Limit("delete-token", 100, 300, ("DELETE /v1/access_tokens/{token}",)),
    Limit("create-user", 100, 300, ("POST /v1/users",)),
    Limit("delete-user", 100, 300, ("DELETE /v1/user",)),
    Limit("request-password-reset", 100, 300, ("POST /v1/user/password-reset",)),
    Limit("reset-password", 100, 300, ("PUT /v1/user/password-reset",)),
    Limit(
        "event-streams",
        100,
        300,
        tuple(f"GET {path}{prefix}" for path in _STREAMS for prefix in ("", "/{prefix}")),
    ),
    Limit("serial-numbers", 50, 3600, ("GET /v1/serial_numbers/{serial_number}",), per="account"),
)
"""The limits of Particle's API reference, for those who have no higher ones agreed."""
