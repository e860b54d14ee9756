# Generated from openapi/ by `make generate`. Do not edit.
"""Errors that are known by their reason: see openapi/errors.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from .error_reasons import ErrorReason
from .http_errors import (
    AuthenticationError,
    BadRequestError,
    NotFoundError,
    PermissionDeniedError,
    RequestTimeoutError,
)
from .status_errors import APIStatusError, RateLimitError


class MFARequiredError(PermissionDeniedError):
    """The login needs a one-time password."""

    _advice = "Call submit_otp(error.mfa_token, otp) with the code of the authenticator app."

    @property
    def mfa_token(self) -> str:
        """What `submit_otp()` takes; empty if the cloud sent none."""
        return self._text("mfa_token")


class InvalidCredentialsError(AuthenticationError, BadRequestError):
    """What was logged in with isn't right: user name, password, refresh token or OAuth client."""

    _advice = "Check the user name and password, or whatever else was logged in with."
    _advices: ClassVar[Mapping[str, str]] = {
        "invalid_client": "Check the OAuth client: its client_id and client_secret."
    }


class MissingScopeError(BadRequestError):
    """The access token lacks the scope, or is an API user's where API users aren't allowed."""

    _advice = "Check the scopes of the access token."


class InvalidTokenError(AuthenticationError):
    """The access token has expired, was revoked, or isn't one."""


class DeviceOfflineError(NotFoundError):
    """The device isn't connected to the cloud."""

    _advice = "The device is offline: try again when it is online."


class DeviceTimeoutError(RequestTimeoutError):
    """The device didn't answer the cloud in time."""


class UnknownVariableError(BadRequestError):
    """The device has no such variable."""


class UnknownFunctionError(BadRequestError):
    """The device has no such function."""


class FunctionFailedError(BadRequestError):
    """The device has the function, but it failed there."""


class UnknownDeviceError(PermissionDeniedError):
    """There is no such device, or none that the access token may use: the cloud tells neither."""


class UnknownProductError(PermissionDeniedError):
    """There is no such product, or none that the access token may use: the cloud tells neither."""


class LimitReachedError(APIStatusError):
    """A quota, or a data limit, of the account, the product or a SIM card is used up."""

    _advice = "Later requests fail as well, until there is room below the limit."


class NameInUseError(BadRequestError):
    """Something else has this name already."""


BY_REASON: dict[ErrorReason, type[APIStatusError]] = {
    ErrorReason.MFA_REQUIRED: MFARequiredError,
    ErrorReason.INVALID_CREDENTIALS: InvalidCredentialsError,
    ErrorReason.MISSING_SCOPE: MissingScopeError,
    ErrorReason.INVALID_TOKEN: InvalidTokenError,
    ErrorReason.DEVICE_OFFLINE: DeviceOfflineError,
    ErrorReason.DEVICE_TIMEOUT: DeviceTimeoutError,
    ErrorReason.UNKNOWN_VARIABLE: UnknownVariableError,
    ErrorReason.UNKNOWN_FUNCTION: UnknownFunctionError,
    ErrorReason.FUNCTION_FAILED: FunctionFailedError,
    ErrorReason.UNKNOWN_DEVICE: UnknownDeviceError,
    ErrorReason.UNKNOWN_PRODUCT: UnknownProductError,
    ErrorReason.LIMIT_REACHED: LimitReachedError,
    ErrorReason.NAME_IN_USE: NameInUseError,
    ErrorReason.RATE_LIMITED: RateLimitError,
}
