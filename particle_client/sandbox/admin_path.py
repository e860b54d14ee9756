"""Where the admin interface is; what it takes to answer is loaded when somebody asks for it."""

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from starlette.types import ASGIApp, Receive, Scope, Send

ADMIN_PATH = "/__sandbox__/"

AdminInterface: TypeAlias = Callable[[Scope, Receive, Send, str], Awaitable[None]]
"""Answers what comes below the path."""


class AdminMiddleware:
    """Takes the requests to the admin interface out of the others: no fault hits them."""

    def __init__(self, app: ASGIApp, load: Callable[[], AdminInterface]) -> None:
        self._app = app
        self._load = load

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = bytes(scope["raw_path"]).decode("ascii", "replace") if "raw_path" in scope else ""
        if scope["type"] == "http" and (path + "/").startswith(ADMIN_PATH):
            await self._load()(scope, receive, send, path[len(ADMIN_PATH) :])
        else:
            await self._app(scope, receive, send)
