# Generated from openapi/ by `make generate`. Do not edit.
"""Operations of `user`."""

from __future__ import annotations

from ..calls.operation import Operation

__all__ = [
    "COMPLETE_PASSWORD_RESET",
    "CONFIRM_MFA",
    "CREATE_USER",
    "DELETE_USER",
    "DISABLE_MFA",
    "ENABLE_MFA",
    "GET_TRACKING_IDENTITY",
    "GET_USER",
    "RESET_PASSWORD",
    "UPDATE_USER",
    "VERIFY_USER",
]

GET_USER = Operation("getUser", "GET", "/v1/user")
UPDATE_USER = Operation("updateUser", "PUT", "/v1/user", idempotent=False)
DELETE_USER = Operation("deleteUser", "DELETE", "/v1/user", idempotent=False)
COMPLETE_PASSWORD_RESET = Operation(
    "completePasswordReset", "PUT", "/v1/user/password-reset", auth="optional", idempotent=False
)
RESET_PASSWORD = Operation("resetPassword", "POST", "/v1/user/password-reset", auth="optional")
CREATE_USER = Operation("createUser", "POST", "/v1/users", auth="optional")
VERIFY_USER = Operation("verifyUser", "POST", "/v1/user/verify", auth="optional")
GET_TRACKING_IDENTITY = Operation("getTrackingIdentity", "GET", "/v1/user/identify")
ENABLE_MFA = Operation("enableMfa", "GET", "/v1/user/mfa-enable")
CONFIRM_MFA = Operation("confirmMfa", "POST", "/v1/user/mfa-enable")
DISABLE_MFA = Operation("disableMfa", "PUT", "/v1/user/mfa-disable")
