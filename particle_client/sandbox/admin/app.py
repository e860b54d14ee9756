"""Answers the requests to the admin interface, and serves the console."""

import inspect
import logging
from pathlib import Path
from typing import Any, cast

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import Receive, Scope, Send

from ..admin_path import ADMIN_PATH
from ..body import bounded, read_body
from ..clock import new_id
from ..cloud import Cloud
from ..errors import ApiError, failure
from ..routing import Router
from .guard import HEADERS, SAFE_METHODS, Guard
from .handlers import ROUTES, AdminCall

_log = logging.getLogger("particle_client.sandbox")

_PACKAGE = Path(__file__).parent.parent
_FILES = {
    "": ("console/index.html", "text/html"),
    "console.js": ("console/console.js", "text/javascript"),
    "console.css": ("console/console.css", "text/css"),
    "operations.json": ("operations.json", "application/json"),
}


class AdminApp:
    """The admin interface of one sandbox. Paths are relative to its own."""

    def __init__(self, cloud: Cloud, guard: Guard) -> None:
        self._cloud = cloud
        self._guard = guard
        self._router = Router(ROUTES)
        self._id = new_id()

    async def __call__(self, scope: Scope, receive: Receive, send: Send, path: str) -> None:
        try:
            response = await self._respond(Request(scope, bounded(receive)), path)
        except ClientDisconnect:
            return
        except Exception as error:
            response = _error_response(error, scope["method"], path)
        response.headers.update(HEADERS)
        await response(scope, receive, send)

    async def _respond(self, request: Request, path: str) -> Response:
        self._guard.check_origin(request.scope)
        if path in _FILES and request.method in SAFE_METHODS:
            if not request.url.path.endswith(ADMIN_PATH + path):
                return RedirectResponse(ADMIN_PATH)
            name, media_type = _FILES[path]
            return Response((_PACKAGE / name).read_bytes(), media_type=media_type)
        prefix, slash, rest = path.partition("/")
        if prefix != "api" or not slash:
            raise failure(404, "There is nothing here: see openapi/sandbox.yaml")
        self._guard.check_call(request.scope)
        found = self._router.find(request.method, rest)
        if found is None:
            methods = self._router.methods(rest)
            raise ApiError(
                405 if methods else 404,
                {"ok": False, "error": f"There is no {request.method} of this path"},
                {"Allow": ", ".join(methods)} if methods else None,
            )
        route, parameters = found
        body = await read_body(request)
        call: Any = AdminCall(
            cloud=self._cloud, path=parameters, query=request.query_params, body=body.fields
        )
        if inspect.iscoroutinefunction(route.handler):
            result = await route.handler(call)
        else:
            with self._cloud.state.lock:
                result = route.handler(call)
        return JSONResponse(result, headers={"Sandbox-Run": self._id})


_STATUSES = {KeyError: 404, TypeError: 400, ValueError: 400, RuntimeError: 409, TimeoutError: 504}


def _error_response(error: Exception, method: str, path: str) -> Response:
    if isinstance(error, ApiError):
        return error.response()
    status = next((s for kind, s in _STATUSES.items() if isinstance(error, kind)), 500)
    if status == 500:
        _log.error("The sandbox failed to answer %s %s", method, path, exc_info=error)
    message = f"There is no {error}" if isinstance(error, KeyError) else str(error)
    kind = type(cast("object", error)).__name__
    return JSONResponse({"ok": False, "error": message, "kind": kind}, status_code=status)
