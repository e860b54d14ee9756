"""The application: from a request to its handler and back to a response."""

import inspect
import logging
from collections.abc import Sequence

from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from . import routes
from .authorization import authorize, needs_body
from .body import Body, bounded, read_body
from .errors import ApiError, failure
from .request import Call
from .routing import Result, Route, Router
from .state import CloudState

_log = logging.getLogger("particle_client.sandbox")


def build_app(cloud: CloudState, middleware: Sequence[Middleware] = ()) -> ASGIApp:
    """The sandbox as an ASGI application.

    ``middleware`` wraps it, the first one outermost: the place for anything that spoils responses
    on purpose.
    """
    app: ASGIApp = SandboxApp(cloud)
    for wrapper in reversed(middleware):
        app = wrapper.cls(app, *wrapper.args, **wrapper.kwargs)
    return app


class SandboxApp:
    """Routing, authorization and errors."""

    def __init__(self, cloud: CloudState) -> None:
        self._cloud = cloud
        self._router = Router(routes.all_routes())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        request = Request(scope, bounded(receive))
        try:
            response = await self._respond(request)
        except ApiError as error:
            response = error.response()
        except ClientDisconnect:
            return
        except Exception:
            _log.exception("The sandbox failed to answer %s %s", request.method, request.url.path)
            response = JSONResponse({"ok": False, "error": "The sandbox failed"}, status_code=500)
        await response(scope, receive, send)

    async def _respond(self, request: Request) -> Response:
        raw_path = bytes(request.scope["raw_path"]).decode("ascii", "replace")
        found = self._router.find(request.method, raw_path)
        if found is None:
            raise self._unknown(request, raw_path)
        route, parameters = found
        call = Call(cloud=self._cloud, request=request, parameters=parameters, body=Body())
        if needs_body(request):
            call.body = await read_body(request)
            self._authorize(call, route)
        else:
            self._authorize(call, route)
            call.body = await read_body(request)
        result: Result
        if inspect.iscoroutinefunction(route.handler):
            result = await route.handler(call)
        else:
            with self._cloud.lock:
                result = route.handler(call)
        return result if isinstance(result, Response) else JSONResponse(result)

    def _authorize(self, call: Call, route: Route) -> None:
        with self._cloud.lock:
            authorize(call, route)

    def _unknown(self, request: Request, raw_path: str) -> ApiError:
        methods = self._router.methods(raw_path)
        if methods:
            error = failure(405, f"{request.method} is not possible here")
            error.headers["Allow"] = ", ".join(sorted(methods))
            return error
        return failure(404, f"There is nothing at {request.url.path}")
