# Generated from openapi/ by `make generate`. Do not edit.
"""Why calls fail, and how the bodies of responses tell: see openapi/errors.yaml."""

from __future__ import annotations

from enum import StrEnum


class ErrorReason(StrEnum):
    """Why a call failed, where the response tells. A reason keeps its meaning."""

    MFA_REQUIRED = "mfa_required"
    """The login needs a one-time password."""
    INVALID_CREDENTIALS = "invalid_credentials"
    """What was logged in with isn't right: user name, password, refresh token or OAuth client."""
    MISSING_SCOPE = "missing_scope"
    """The access token lacks the scope, or is an API user's where API users aren't allowed."""
    INVALID_TOKEN = "invalid_token"
    """The access token has expired, was revoked, or isn't one."""
    DEVICE_OFFLINE = "device_offline"
    """The device isn't connected to the cloud."""
    DEVICE_TIMEOUT = "device_timeout"
    """The device didn't answer the cloud in time."""
    UNKNOWN_VARIABLE = "unknown_variable"
    """The device has no such variable."""
    UNKNOWN_FUNCTION = "unknown_function"
    """The device has no such function."""
    FUNCTION_FAILED = "function_failed"
    """The device has the function, but it failed there."""
    UNKNOWN_DEVICE = "unknown_device"
    """There is no such device, or none that the access token may use: the cloud tells neither."""
    UNKNOWN_PRODUCT = "unknown_product"
    """There is no such product, or none that the access token may use: the cloud tells neither."""
    LIMIT_REACHED = "limit_reached"
    """A quota, or a data limit, of the account, the product or a SIM card is used up."""
    NAME_IN_USE = "name_in_use"
    """Something else has this name already."""
    IN_USE = "in_use"
    """It can't be deleted, because something else uses it."""
    CONFIGURATION_REJECTED = "configuration_rejected"
    """The device didn't take a part of its configuration."""
    RATE_LIMITED = "rate_limited"
    """Too many requests, or too many at the same time."""


PATTERNS: tuple[tuple[str, ErrorReason], ...] = (
    # Reference: POST /oauth/token, 403
    (r"^mfa_required$", ErrorReason.MFA_REQUIRED),
    # Reference: POST /oauth/token, 400; RFC 6749
    (r"^invalid_(grant|client)$", ErrorReason.INVALID_CREDENTIALS),
    # Reference: errors of API users, 400 (a 401 is about the token itself); RFC 6750
    (r"\A(?!401 ).*\nunauthorized$", ErrorReason.MISSING_SCOPE),
    (r"^insufficient_scope$", ErrorReason.MISSING_SCOPE),
    (r"\black.*\bscope\b", ErrorReason.MISSING_SCOPE),
    # Reference: status 401; CLI: whatever the status
    (r"^(invalid|expired)_token$", ErrorReason.INVALID_TOKEN),
    (r"\binvalid access token\b", ErrorReason.INVALID_TOKEN),
    (r"\baccess token\b.*\b(invalid|expired|revoked|not found)\b", ErrorReason.INVALID_TOKEN),
    # Reference: status 404; devices were called cores
    (
        r"\b(device|core)\b.*\b(offline|(isn.t|not) (connected|online))\b",
        ErrorReason.DEVICE_OFFLINE,
    ),
    # Reference: status 408; some operations say it with 400 or 200
    (r"^(request )?timed out\b", ErrorReason.DEVICE_TIMEOUT),
    # Reference: status 400; CLI: Unknown Variable
    (r"^unknown variable\b", ErrorReason.UNKNOWN_VARIABLE),
    (r"^variable (\S+ )?not found\b", ErrorReason.UNKNOWN_VARIABLE),
    # Reference: status 400; CLI: 404
    (r"^unknown function\b", ErrorReason.UNKNOWN_FUNCTION),
    (r"^function (\S+ )?not found\b", ErrorReason.UNKNOWN_FUNCTION),
    # None: the text is a guess. The reference only counts calls that a device couldn't process
    (r"^function (\S+ )?failed\b", ErrorReason.FUNCTION_FAILED),
    # CLI: renaming, claiming, and the devices of a product
    (r"\brecognize that device\b", ErrorReason.UNKNOWN_DEVICE),
    (r"^device (\S+ )?(not found|does(n.t| not) exist)\b", ErrorReason.UNKNOWN_DEVICE),
    # CLI: Permission denied
    (r"/products/.*\npermission denied$", ErrorReason.UNKNOWN_PRODUCT),
    # None: the texts are a guess, by the reference's words for data limits
    (r"\bquota\b", ErrorReason.LIMIT_REACHED),
    (r"(?<!rate )(?<!size )\blimit\b.*\b(reached|exceeded)\b", ErrorReason.LIMIT_REACHED),
    (r"\b(reached|exceeded)\b.*(?<!rate )(?<!size )\blimit\b", ErrorReason.LIMIT_REACHED),
    # CLI: secrets, 400; users
    (r"\b(user)?name\b.*\b(already|in use|taken|unique)\b", ErrorReason.NAME_IN_USE),
    # CLI: secrets, 400
    (r"\bcannot be deleted as it is being used\b", ErrorReason.IN_USE),
    # Reference: PUT …/config/{deviceId}, 400
    (r"^device_rejected_configuration$", ErrorReason.CONFIGURATION_REJECTED),
    # Reference: rate limits, 429 and 529
    (r"\A(429|529) ", ErrorReason.RATE_LIMITED),
    (r"\btoo many requests\b", ErrorReason.RATE_LIMITED),
    (r"\brate limit", ErrorReason.RATE_LIMITED),
)
