"""Which handler is for which method and path."""

import enum
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeAlias
from urllib.parse import unquote

from .request import Call

Result: TypeAlias = Any
"""What handlers give: a Response, or anything that JSON can express, for status 200."""

Handler: TypeAlias = Callable[[Call], Result | Awaitable[Result]]


class Auth(enum.Enum):
    """What a request must carry."""

    TOKEN = "token"
    """An access token."""
    USER = "user"
    """User name and password over HTTP Basic, or an access token."""
    TOKEN_OR_CLIENT = "token or client"
    """An access token, or an OAuth client's id and secret."""
    NONE = "none"


@dataclass(frozen=True, kw_only=True)
class Route:
    """One method and path template with its handler."""

    method: str
    path: str
    handler: Handler
    auth: Auth = Auth.TOKEN
    scope: str | None = None
    """Scope that a restricted token needs; None: restricted tokens are refused."""
    segments: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "segments", tuple(self.path.strip("/").split("/")))


_registered: list[Route] = []


def route(
    method: str, *paths: str, auth: Auth = Auth.TOKEN, scope: str | None = None
) -> Callable[[Handler], Handler]:
    """Registers a handler for the method and each of the paths.

    Parameters stand in braces; ``{name:rest}`` at the end takes one or more segments. Where
    paths compete, a literal segment wins over a parameter. A plain function runs under the
    sandbox's lock, so that it sees and leaves the state whole; a coroutine function takes the
    lock itself.
    """

    def register(handler: Handler) -> Handler:
        _registered.extend(
            Route(method=method, path=path, handler=handler, auth=auth, scope=scope)
            for path in paths
        )
        return handler

    return register


def paths_for(tail: str, *, products: bool = True, organizations: bool = True) -> list[str]:
    """The same path in the account's, the product's and the organization's scope."""
    bases = ["/v1"]
    bases += ["/v1/products/{product}"] if products else []
    bases += ["/v1/orgs/{organization}"] if organizations else []
    return [base + tail for base in bases]


def registered_routes() -> list[Route]:
    """All routes that the imported modules have registered."""
    return list(_registered)


class _Node:
    def __init__(self) -> None:
        self.literals: dict[str, _Node] = {}
        self.parameter: _Node | None = None
        self.rest: Route | None = None
        self.route: Route | None = None


class Router:
    """Finds the route of a request. Of two routes of the same shape the first one counts."""

    def __init__(self, routes: Iterable[Route]) -> None:
        self._roots: dict[str, _Node] = {}
        for entry in routes:
            self._add(entry)

    def _add(self, entry: Route) -> None:
        node = self._roots.setdefault(entry.method, _Node())
        for segment in entry.segments:
            if segment.endswith(":rest}"):
                node.rest = node.rest or entry
                # A single segment is matched like any parameter, or else a later route with one
                # would come first.
                node.parameter = node.parameter or _Node()
                node = node.parameter
                break
            if segment.startswith("{"):
                node.parameter = node.parameter or _Node()
                node = node.parameter
            else:
                node = node.literals.setdefault(segment, _Node())
        node.route = node.route or entry

    def find(self, method: str, raw_path: str) -> tuple[Route, dict[str, str]] | None:
        """The route and its decoded path parameters. ``raw_path`` is still percent-encoded,
        so that an escaped slash doesn't separate segments."""
        segments = [unquote(part) for part in raw_path.strip("/").split("/")]
        tried = (method, "GET") if method == "HEAD" else (method,)
        for name in tried:
            root = self._roots.get(name)
            found = _descend(root, segments, 0) if root else None
            if found:
                return found, _parameters(found, segments)
        return None

    def methods(self, raw_path: str) -> list[str]:
        """The methods that the path has."""
        segments = [unquote(part) for part in raw_path.strip("/").split("/")]
        return [name for name, root in self._roots.items() if _descend(root, segments, 0)]


def _descend(node: _Node, segments: list[str], position: int) -> Route | None:
    if position == len(segments):
        return node.route
    segment = segments[position]
    literal = node.literals.get(segment)
    found = _descend(literal, segments, position + 1) if literal else None
    if found is None and segment and node.parameter:
        found = _descend(node.parameter, segments, position + 1)
    return found or node.rest


def _parameters(entry: Route, segments: list[str]) -> dict[str, str]:
    values: dict[str, str] = {}
    for position, template in enumerate(entry.segments):
        if template.endswith(":rest}"):
            values[template[1:-6]] = "/".join(segments[position:])
        elif template.startswith("{"):
            values[template[1:-1]] = segments[position]
    return values
