"""Errors that handlers raise and the application turns into responses."""

from collections.abc import Mapping
from typing import Any

from starlette.responses import JSONResponse, Response


class ApiError(Exception):
    """Ends a request with the given status and JSON body."""

    def __init__(
        self, status: int, body: Mapping[str, Any], headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(f"{status} {dict(body)}")
        self.status = status
        self.body: dict[str, Any] = dict(body)
        self.headers: dict[str, str] = dict(headers or {})

    def response(self) -> Response:
        """The response that the client gets."""
        return JSONResponse(self.body, status_code=self.status, headers=self.headers)


def failure(status: int, message: str) -> ApiError:
    """The commonest error body: ``{"ok": false, "error": …}``."""
    return ApiError(status, {"ok": False, "error": message})


def failures(status: int, *messages: str) -> ApiError:
    """The error body of claiming and compiling: ``{"ok": false, "errors": […]}``."""
    return ApiError(status, {"ok": False, "errors": list(messages)})


def oauth_error(status: int, code: str, description: str, **extra: str) -> ApiError:
    """The OAuth error body: ``{"error": …, "error_description": …}``."""
    scheme = {"WWW-Authenticate": 'Bearer realm="particle"'} if status == 401 else None
    return ApiError(status, {"error": code, "error_description": description, **extra}, scheme)


def invalid_token() -> ApiError:
    """The documented response to a token that is unknown, expired or revoked."""
    return oauth_error(401, "invalid_token", "The access token provided is invalid.")


def missing_token() -> ApiError:
    """The response to a request without any token."""
    return oauth_error(401, "invalid_request", "The access token was not found")


def permission_denied() -> ApiError:
    """The response for a device that doesn't exist or isn't the caller's: it tells neither."""
    info = "I didn't recognize that device name or ID, or it isn't yours"
    return ApiError(403, {"error": "Permission Denied", "info": info})


def device_offline() -> ApiError:
    """The response to a request that needs a device which isn't connected."""
    return failure(404, "Device is not connected to the cloud")


def device_timeout() -> ApiError:
    """The response when the device doesn't answer in time."""
    return failure(408, "Timed out.")
