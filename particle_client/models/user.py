# Generated from openapi/ by `make generate`. Do not edit.
"""Models of user."""

from typing import Any

from ..base.unset import UNSET
from ..schema.fields import json_field, model
from ..schema.model import Model

__all__ = [
    "AccountInfo",
    "MfaConfirmed",
    "MfaEnrollment",
    "MfaStatus",
    "TrackingIdentity",
    "User",
    "UserConfirmation",
    "UserUpdated",
]


@model
class AccountInfo(Model):
    """Name and company of the user of an account."""

    first_name: str | None = UNSET
    """First name of the user."""
    last_name: str | None = UNSET
    """Last name of the user."""
    business_account: bool | None = UNSET
    """Whether a company uses the account, not a person for themselves."""
    company_name: str | None = UNSET
    """Name of the company, for a business account."""


@model
class MfaConfirmed(Model):
    """Outcome of the enrollment in multi-factor authentication."""

    enrolled: bool
    """Whether logins need a one-time password from now on."""
    tokens: list[str] | None = json_field(default=UNSET, secret=True)
    """Tokens that the cloud hands out with the enrollment, where it does."""


@model
class MfaEnrollment(Model):
    """What an authenticator app needs to produce one-time passwords for the account."""

    mfa_token: str = json_field(secret=True)
    """The token to confirm the enrollment with, together with the first one-time password."""
    qr_url: str = json_field(secret=True)
    """The QR code for the authenticator app to scan. It contains the secret."""
    secret: str | None = json_field(default=UNSET, secret=True)
    """The secret, for typing it into an authenticator app that can't scan the code."""


@model
class MfaStatus(Model):
    """State of an account's multi-factor authentication."""

    enabled: bool
    """Whether a login needs a one-time password besides the password."""


@model
class TrackingIdentity(Model):
    """What identifies a user to tools that count the use of an application."""

    id: str
    """ID of the user for tracking."""
    email: str | None = UNSET
    """Email address of the user. Only in the full response."""


@model
class User(Model):
    """An account of the Device Cloud."""

    username: str
    """Username of the account, which is its email address."""
    subscription_ids: list[int | str] | None = UNSET
    """IDs of the account's subscriptions for SIM cards and products."""
    tos: int | None = UNSET
    """The terms of service that the user agreed to, as a number."""
    account_info: AccountInfo
    """Name and company of the user."""
    mfa: MfaStatus
    """State of multi-factor authentication."""
    memberships: list[dict[str, Any]] | None = UNSET
    """The user's memberships; their fields are not documented."""
    scim_provisioned: bool | None = UNSET
    """Whether the account is administered by the identity provider of a company (SCIM)."""
    no_password: bool | None = UNSET
    """Whether the account has no password of its own, as with single sign-on."""
    wifi_device_count: int | None = UNSET
    """Number of devices that count towards the account's limit of Wi-Fi devices."""
    cellular_device_count: int | None = UNSET
    """Number of devices that count towards the account's limit of cellular devices."""


@model
class UserConfirmation(Model):
    """Confirmation of a change to an account."""

    ok: bool
    """Whether the change was made."""
    message: str | None = UNSET
    """What was done, as a sentence for people."""


@model
class UserUpdated(Model):
    """Confirmation of a change to the user's data, or the account as it is now."""

    ok: bool | None = UNSET
    """Whether the change was made."""
    message: str | None = UNSET
    """What was done, as a sentence for people."""
    username: str | None = UNSET
    """Username of the account, which is its email address."""
    account_info: AccountInfo | None = UNSET
    """Name and company of the user."""
    tos: int | None = UNSET
    """The terms of service that the user agreed to, as a number."""
    mfa: MfaStatus | None = UNSET
    """State of multi-factor authentication."""
    memberships: list[dict[str, Any]] | None = UNSET
    """The user's memberships; their fields are not documented."""
    scim_provisioned: bool | None = UNSET
    """Whether the account is administered by the identity provider of a company (SCIM)."""
    no_password: bool | None = UNSET
    """Whether the account has no password of its own, as with single sign-on."""
    wifi_device_count: int | None = UNSET
    """Number of devices that count towards the account's limit of Wi-Fi devices."""
    cellular_device_count: int | None = UNSET
    """Number of devices that count towards the account's limit of cellular devices."""
