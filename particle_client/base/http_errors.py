# Generated from openapi/ by `make generate`. Do not edit.
"""Errors that are known by their status: see openapi/errors.yaml."""

from __future__ import annotations

from .status_errors import (
    APIStatusError,
    RateLimitError,
    RedirectError,
)


class RequestFailedError(APIStatusError):
    """The status says success, but the response doesn't: `ok: false`, or nothing but an error."""


class BadRequestError(APIStatusError):
    """400: the request isn't understood, or the device has no such variable or function."""


class AuthenticationError(APIStatusError):
    """401: the access token, or the user name and password, isn't valid (any more)."""

    _advice = "Check the access token: it may be expired or revoked; log in again for a new one."


class PermissionDeniedError(APIStatusError):
    """403: the token isn't allowed to do this; also a device id that the cloud doesn't know."""

    _advice = "Check the ids, whose access token it is, and its scopes."


class NotFoundError(APIStatusError):
    """404: there is no such thing, or the device isn't connected to the cloud."""

    _advice = "Check the ids and names, and that they belong to this account, product or org."


class RequestTimeoutError(APIStatusError):
    """408: the cloud reached no response from the device in time."""

    _advice = "The device may be offline or busy: devices.ping() tells."


class ConflictError(APIStatusError):
    """409: the request conflicts with the state of the resource."""


class PayloadTooLargeError(APIStatusError):
    """413: what was sent is larger than the cloud accepts."""


class UnprocessableEntityError(APIStatusError):
    """422: the request is well-formed, but its content isn't acceptable."""


class InternalServerError(APIStatusError):
    """500 and above: a fault on the cloud's side."""

    _advice = "The fault is on the cloud's side: try again later."


BY_STATUS: dict[str, type[APIStatusError]] = {
    "2XX": RequestFailedError,
    "3XX": RedirectError,
    "400": BadRequestError,
    "401": AuthenticationError,
    "403": PermissionDeniedError,
    "404": NotFoundError,
    "408": RequestTimeoutError,
    "409": ConflictError,
    "413": PayloadTooLargeError,
    "422": UnprocessableEntityError,
    "429": RateLimitError,
    "529": RateLimitError,
    "5XX": InternalServerError,
}
