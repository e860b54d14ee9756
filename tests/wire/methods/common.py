"""How the options of the JavaScript SDK become arguments of this client."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any, TypeAlias

from particle_client import UNSET, Particle
from particle_client.calls.credentials import basic_authorization

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "Args",
    "Call",
    "as_sdk_method",
    "bytes_of",
    "drop_unset",
    "fields",
    "in_query",
    "is_true",
    "sources",
    "truth",
    "wanted",
]

LOGINS = {"login", "loginAsClientOwner", "sendOtp"}
WITHOUT_AUTH = LOGINS | {
    "createCustomer",
    "createUser",
    "deleteAccessToken",
    "downloadFile",
    "listAccessTokens",
    "resetPassword",
    "verifyUser",
}
"""Methods that take no `auth`: they use what the SDK was set up with."""


class Args(dict[str, Any]):
    """The options of a method of the SDK; what isn't given is UNSET."""

    def __missing__(self, name: str) -> Any:
        return UNSET


Call: TypeAlias = "Callable[[Particle, Args], object]"


def as_sdk_method(name: str, call: Call) -> Callable[[Particle, dict[str, Any]], object]:
    """Return a call that takes what all methods of the SDK take as well."""

    def called(client: Particle, args: dict[str, Any]) -> object:
        return call(client.with_options(**client_options(name, args)), Args(args))

    return called


def client_options(name: str, args: dict[str, Any]) -> dict[str, Any]:
    """Return what `auth`, `headers` and `context` mean for the client."""
    options: dict[str, Any] = {}
    auth = args.get("auth") if name not in WITHOUT_AUTH else None
    if name == "getEventStream":
        return {"access_token": auth} if isinstance(auth, str) and auth else {}
    if name in LOGINS:
        # The SDK gives back the token, and goes on with the one that it had.
        options["access_token"] = None
    headers: dict[str, str] = args.get("headers") or {}
    if isinstance(auth, dict):
        basic = basic_authorization(auth["username"], auth["password"])
        headers = {"Authorization": basic, **headers}
    elif auth:
        options["access_token"] = auth
    if "authorization" in map(str.lower, headers):
        options["access_token"] = None
    if headers:
        options["headers"] = headers
    return options | wanted(Args(args.get("context") or {}), tool="tool", project="project")


def drop_unset(args: Args, **names: str) -> dict[str, Any]:
    """Return what the SDK was given, under our names (`ours="theirs"`). A null stays one."""
    return {ours: args[theirs] for ours, theirs in names.items() if theirs in args}


def is_true(value: object) -> bool:
    """Whether a value is true to JavaScript: an empty list or object is, too."""
    return value not in (None, False, 0, "", UNSET)


def wanted(args: Args, **names: str) -> dict[str, Any]:
    """As `drop_unset`, for options that the SDK leaves out when they aren't true to JavaScript."""
    return {ours: args[theirs] for ours, theirs in names.items() if is_true(args[theirs])}


def truth(args: Args, **names: str) -> dict[str, Any]:
    """As `wanted`, for switches: whatever is true to JavaScript switches them on."""
    return dict.fromkeys(wanted(args, **names), True)


_LISTS = ("architectures", "date_range", "exclude_scopes", "groups")


def in_query(args: Args, **names: str) -> dict[str, Any]:
    """As `drop_unset`, for a query: there the SDK writes a null as an empty text.

    Where it takes a text with commas, our methods take a list.
    """
    options = {
        ours: "" if value is None else value for ours, value in drop_unset(args, **names).items()
    }
    options |= {
        name: options[name].split(",") for name in _LISTS if isinstance(options.get(name), str)
    }
    if options.get("page") == "":  # `page` counts, but any text is a query
        del options["page"]
        options["query"] = {"page": ""}
    return options


def fields(method: Callable[..., Any], values: dict[str, Any], within: str = "") -> dict[str, Any]:
    """Return an object of the SDK as the arguments of a method.

    Fields that the method doesn't know are added to the body, or to the object `within` it.
    """
    known = inspect.signature(method).parameters.keys() & values.keys()
    more = {name: value for name, value in values.items() if name not in known}
    arguments = {name: values[name] for name in known}
    if not more:
        return arguments
    return {**arguments, "extra_body": {within: more} if within else more}


def bytes_of(file: dict[str, str]) -> bytes:
    """Return the content of a file."""
    return file["bytes"].encode()


def sources(args: Args) -> dict[str, bytes]:
    """Return the contents of the files by name."""
    return {name: bytes_of(file) for name, file in args["files"].items()}
