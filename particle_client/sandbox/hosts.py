"""Which names in a Host header the sandbox answers for.

A web page can make its own name resolve to this machine (DNS rebinding); the browser then lets it
read whatever the sandbox answers. Such a request carries the page's name as its Host.
"""

import re
from collections.abc import Collection, Iterable
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from .errors import failure
from .webhooks import is_loopback


def cors(names: Iterable[str], origins: Iterable[str] = ()) -> Middleware:
    """Let web pages of this machine, of the names and of the origins given (``"*"`` for all) use
    the sandbox; no others."""
    allowed = "|".join(map(re.escape, names))
    local = r"localhost|.+\.localhost|127(\.[0-9]+){3}|\[::1\]"
    return Middleware(
        CORSMiddleware,
        allow_origin_regex=rf"(?i:https?://({local}|{allowed})(:[0-9]+)?)",
        allow_origins=list(origins),
        allow_methods=["*"],
        allow_headers=["*"],
        expose_headers=["*"],
    )


class HostMiddleware:
    """Refuses requests that aren't meant for this machine.

    It answers for loopback, the address that a request came to, and the names that it is given.
    """

    def __init__(self, app: ASGIApp, names: Iterable[str]) -> None:
        self._app = app
        self._names = {name.lower() for name in names}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not is_own_host(scope, self._names):
            shown = Headers(scope=scope).get("host", "")
            error = failure(
                403,
                f"The sandbox doesn't answer for the host {shown!r}: use its address, "
                "or allow the name with allowed_hosts=, --allowed-host",
            )
            await error.response()(scope, receive, send)
            return
        await self._app(scope, receive, send)


def is_own_host(scope: Scope, names: Collection[str]) -> bool:
    """Whether the request is for this machine, the address that it came to, or one of the names."""
    try:
        name = urlsplit(f"//{Headers(scope=scope).get('host', '')}").hostname or ""
    except ValueError:
        return False
    return (
        is_loopback(name)
        or name.endswith(".localhost")
        or name in names
        or name == (scope.get("server") or (None,))[0]
    )
