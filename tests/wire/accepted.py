"""Where the client sends something else than the JavaScript SDK on purpose, and why."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from particle_client.calls.credentials import basic_authorization

if TYPE_CHECKING:
    from collections.abc import Callable

    from .compare import Aspects

__all__ = ["ACCEPTED", "Accepted", "accepted", "is_refused"]


class Accepted(NamedTuple):
    """A difference that is meant, whatever the other arguments are."""

    reason: str
    calls: set[str] | None
    """The SDK's methods; None for all."""
    aspect: str
    sent: Callable[[dict[str, Any], Any], Any]
    """What the client sends instead: from the arguments, and what was recorded."""

    def expected(self, call: str, args: dict[str, Any], recorded: Any) -> Any:
        """Return what the client sends where the SDK sends what was recorded."""
        concerned = self.calls is None or call in self.calls
        return self.sent(args, recorded) if concerned else recorded


def is_refused(call: str, args: dict[str, Any]) -> bool:
    """Whether the client refuses what the SDK sends: an archive or a binary without content, and
    lists of devices that are none.
    """
    name = {"contributeLibrary": "archive", "uploadProductFirmware": "file"}.get(call)
    no_list = call == "addDeviceToProduct" and "\0" in args.get("file", {}).get("bytes", "")
    return no_list or (name is not None and args[name]["bytes"] == "")


def accepted(call: str, args: dict[str, Any], recorded: Aspects) -> Aspects:
    """Return what the client is to send: what was recorded, but for the differences below."""
    aspects = dict(recorded)
    for each in ACCEPTED:
        aspects[each.aspect] = each.expected(call, args, aspects[each.aspect])
    return aspects


def _no_token(args: dict[str, Any], recorded: Any) -> Any:
    # What the user sets as a header is sent.
    return recorded if "authorization" in map(str.lower, args.get("headers") or {}) else None


def _groups_in_one(args: dict[str, Any], recorded: Any) -> Any:
    if not args.get("groups") or not isinstance(args["groups"], list):
        return recorded
    others = [pair for pair in recorded if not pair[0].startswith("groups[")]
    return sorted([*others, ("groups", ",".join(args["groups"]))])


def _no_description(args: dict[str, Any], recorded: Any) -> Any:
    if args.get("description", "") is not None:
        return recorded
    return [part for part in recorded if part[0] != "description"]


def _with_target(args: dict[str, Any], recorded: Any) -> Any:
    groups = args.get("groups")
    in_list = {"groups": [groups]} if isinstance(groups, str) else {}
    target = {} if groups or args.get("product_default") else {"product_default": True}
    return {**recorded, **in_list, **target}


def _as_text(args: dict[str, Any], recorded: Any) -> Any:
    value = args.get("argument")
    return {"args": json.dumps(value)} if isinstance(value, int | float) else recorded


def _basic(args: dict[str, Any], recorded: Any) -> Any:
    auth = args.get("auth")
    if recorded is not None or not isinstance(auth, dict):
        return recorded
    return basic_authorization(auth["username"], auth["password"])


def _one_segment(args: dict[str, Any], recorded: list[str]) -> list[str]:
    path = "\n".join(recorded)
    for value in args.values():
        if isinstance(value, str) and "/" in value and not value.startswith("/"):
            path = path.replace(f"\n{value.replace('/', chr(10))}", f"\n{value}")
    return path.split("\n")


ACCEPTED = [
    Accepted(
        "The Cloud API's reference says: a comma-separated list. The SDK numbers the groups "
        "instead, `groups[0]=east&groups[1]=west`.",
        {"getProductLocations"},
        "query",
        _groups_in_one,
    ),
    Accepted(
        "A description of null is none. The SDK sends the word `null`.",
        {"uploadProductFirmware"},
        "body",
        _no_description,
    ),
    Accepted(
        "A release names its target, and its groups are a list. The SDK sends one without a "
        "target, and a text as it is.",
        {"releaseProductFirmware"},
        "body",
        _with_target,
    ),
    Accepted(
        "A device gets the argument of a function as text: the reference has a string. The SDK "
        "sends a number as a number.",
        {"callFunction"},
        "body",
        _as_text,
    ),
    Accepted(
        "A user name and a password are HTTP Basic, as the SDK's reference says and 10.4.2 does. "
        "12.0.2 drops them and sends no credentials.",
        None,
        "authorization",
        _basic,
    ),
    Accepted(
        "An argument is one segment of the path. The SDK doesn't encode it, so that a slash in it "
        "leads to another operation.",
        None,
        "path",
        _one_segment,
    ),
    Accepted(
        "A request that makes an access token names an OAuth client. A token of earlier, which may "
        "belong to somebody else, has no business there.",
        {"login", "sendOtp", "loginAsClientOwner"},
        "authorization",
        _no_token,
    ),
]
