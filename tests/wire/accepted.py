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

_ONE_VALUE = (
    "The Cloud API's reference says: a comma-separated list. The SDK numbers the groups instead, "
    "`groups[0]=east&groups[1]=west`."
)

ACCEPTED = [
    *(
        Accepted(call, {}, "authorization", None, _NO_TOKEN)
        for call in ("login", "sendOtp", "loginAsClientOwner")
    ),
    Accepted(
        "getProductLocations",
        {"groups": ["east", "west"]},
        "query",
        [
            ("date_range", "2020-05-15T18:29:45Z,2020-05-19T18:29:45Z"),
            ("device_id", "e00f"),
            ("device_name", "tr"),
            ("groups", "east,west"),
            ("page", "1"),
            ("per_page", "20"),
            ("rect_bl", "56.185,-117.78"),
            ("rect_tr", "56.30,-117.60"),
        ],
        _ONE_VALUE,
    ),
]
