"""Where the client sends something else than the JavaScript SDK on purpose, and why."""

from __future__ import annotations

from typing import Any, NamedTuple

__all__ = ["ACCEPTED", "Accepted"]


class Accepted(NamedTuple):
    """A difference that is meant."""

    call: str
    args: dict[str, Any]
    """Arguments that the call has, among others."""
    aspect: str
    sent: Any
    """What the client sends."""
    reason: str

    def concerns(self, call: str, args: dict[str, Any]) -> bool:
        """Whether a call is meant."""
        return call == self.call and self.args.items() <= args.items()


_NO_TOKEN = (
    "A request that makes an access token names an OAuth client. A token of earlier, which may "
    "belong to somebody else, has no business there."
)

ACCEPTED = [
    Accepted(call, {}, "authorization", None, _NO_TOKEN)
    for call in ("login", "sendOtp", "loginAsClientOwner")
]
