"""The account behind the token, and new accounts."""

from typing import Any, cast

from ..accounts import DEFAULT_OTP, Account
from ..authorization import check_password
from ..clock import new_token
from ..errors import failure, failures, oauth_error
from ..request import Call, as_bool
from ..routing import Auth, route


@route("POST", "/v1/users", auth=Auth.NONE)
def create_user(call: Call) -> dict[str, Any]:
    username, password = call.required_text("username"), call.required_text("password")
    if "@" not in username:
        raise failures(400, "username must be an email address")
    if call.cloud.directory.account(username):
        raise failures(400, "username must be unique")
    call.cloud.directory.add_account(
        Account(
            username=username,
            password=password,
            account_info=_account_info(call),
            verified=False,
        )
    )
    return {"ok": True}


@route("GET", "/v1/user", "/user")
def get_user(call: Call) -> dict[str, Any]:
    return _user_json(call)


@route("PUT", "/v1/user", "/user")
def update_user(call: Call) -> dict[str, Any]:
    account, fields = call.account, call.body.fields
    changes = {"username", "password", "account_info"} & set(fields)
    if not changes:
        raise failure(400, "Send what to change: username, password or account_info")
    info = _account_info(call)
    if changes & {"username", "password"}:
        check_password(account, fields.get("current_password"))
    if "username" in fields:
        try:
            call.cloud.directory.rename(account, call.required_text("username"))
        except ValueError:
            raise failure(400, "username must be unique") from None
    if "password" in fields:
        account.password = call.required_text("password")
    account.account_info |= info
    if as_bool(fields.get("invalidate_tokens", False), "invalidate_tokens"):
        call.cloud.directory.revoke_all(account)
    if changes == {"account_info"}:
        shown = _user_json(call)
        return {name: shown[name] for name in ("username", "account_info")}
    what = "password" if "password" in fields else "username"
    return {"ok": True, "message": f"User's {what} updated."}


@route("DELETE", "/v1/user", "/user")
def delete_user(call: Call) -> dict[str, Any]:
    check_password(call.account, call.body.fields.get("password"))
    for device in call.cloud.devices_of(call.account):
        device.owner = None
    call.cloud.directory.remove(call.account)
    return {"ok": True, "message": "User's account has been deleted."}


@route("POST", "/v1/user/password-reset", "/user/password-reset", auth=Auth.NONE)
def request_password_reset(call: Call) -> dict[str, Any]:
    account = call.cloud.directory.account(call.required_text("username"))
    if account is None:
        raise failure(404, "User not found.")
    account.password_reset_token = new_token()
    return {"ok": True, "message": "Password reset email sent."}


# Nobody has written down what the fields are called.
@route("PUT", "/v1/user/password-reset", auth=Auth.NONE)
def complete_password_reset(call: Call) -> dict[str, Any]:
    token, password = call.required_text("token"), call.required_text("password")
    for account in call.cloud.directory.accounts():
        if account.password_reset_token == token:
            account.password, account.password_reset_token = password, None
            return {"ok": True, "message": "User's password updated."}
    raise failure(400, "The password reset token is invalid")


@route("POST", "/v1/user/verify", auth=Auth.NONE)
def verify_user(call: Call) -> dict[str, Any]:
    token = call.required_text("token")
    for account in call.cloud.directory.accounts():
        if account.verification_token == token:
            account.verified = True
            return {"ok": True}
    raise failure(400, "The verification token is invalid")


@route("GET", "/v1/user/identify")
def identify_user(call: Call) -> dict[str, Any]:
    return {"id": call.account.id, "email": call.account.username}


@route("GET", "/v1/user/mfa-enable")
def start_enabling_mfa(call: Call) -> dict[str, Any]:
    account = call.account
    if account.mfa_enabled:
        raise failure(400, "MFA is enabled already")
    account.pending_mfa_token = new_token()
    secret = "PARTICLESANDBOX2"
    return {
        "mfa_token": account.pending_mfa_token,
        "qr_url": f"otpauth://totp/Particle:{account.username}?secret={secret}&issuer=Particle",
        "secret": secret,
    }


@route("POST", "/v1/user/mfa-enable")
def confirm_mfa(call: Call) -> dict[str, Any]:
    account, fields = call.account, call.body.fields
    pending = account.pending_mfa_token
    if pending is None or fields.get("mfa_token") != pending or fields.get("otp") != DEFAULT_OTP:
        raise oauth_error(400, "invalid_grant", "The MFA token or the one-time password is invalid")
    account.otp, account.pending_mfa_token = DEFAULT_OTP, None
    if as_bool(fields.get("invalidate_tokens", False), "invalidate_tokens"):
        call.cloud.directory.revoke_all(account)
    tokens = [token.token for token in call.cloud.directory.tokens(account)]
    return {"enrolled": True, "tokens": tokens}


@route("PUT", "/v1/user/mfa-disable")
def disable_mfa(call: Call) -> dict[str, Any]:
    check_password(call.account, call.body.fields.get("current_password"))
    call.account.otp = None
    return {"ok": True}


def _account_info(call: Call) -> dict[str, Any]:
    info: object = call.body.fields.get("account_info", {})
    if not isinstance(info, dict):
        raise failure(400, "account_info must be an object")
    return cast("dict[str, Any]", info)


def _user_json(call: Call) -> dict[str, Any]:
    account = call.account
    devices = call.cloud.devices_of(account)
    cellular = sum(device.cellular for device in devices)
    names = {"first_name": "", "last_name": "", "business_account": False}
    return {
        "username": account.username,
        "subscription_ids": [],
        "tos": 1,
        "account_info": names | account.account_info,
        "scim_provisioned": account.scim is not None,
        "no_password": False,
        "mfa": {"enabled": account.mfa_enabled},
        "memberships": [],
        "wifi_device_count": len(devices) - cellular,
        "cellular_device_count": cellular,
    }
