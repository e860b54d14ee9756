# Generated from openapi/ by `make generate`. Do not edit.
"""The account that the access token belongs to: its profile, username and password, multi-factor
authentication, and the creation and deletion of accounts.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Unpack

from ..base.secrets import hidden
from ..base.unset import UNSET, Unset
from ..calls.options import RequestOptions
from ..methods.arguments import choice
from ..methods.async_resource import AsyncResource
from ..methods.resource import Resource
from ..models.common import Ok
from ..models.user import (
    AccountInfo,
    MfaConfirmed,
    MfaEnrollment,
    TrackingIdentity,
    User,
    UserConfirmation,
    UserUpdated,
)
from ..operations.user import (
    COMPLETE_PASSWORD_RESET,
    CONFIRM_MFA,
    CREATE_USER,
    DELETE_USER,
    DISABLE_MFA,
    ENABLE_MFA,
    GET_TRACKING_IDENTITY,
    GET_USER,
    RESET_PASSWORD,
    UPDATE_USER,
    VERIFY_USER,
)

__all__ = ["AsyncCurrentUser", "CurrentUser"]


class CurrentUser(Resource):
    """The account that the access token belongs to: its profile, username and password,
    multi-factor authentication, and the creation and deletion of accounts.

    Reached as `particle.user`.
    """

    __slots__ = ()

    def get(self, **options: Unpack[RequestOptions]) -> User:
        """Get the account in use.

        The account that the access token belongs to: username, name and company, state of
        multi-factor authentication, and the numbers of devices that count towards its limits.

        Examples:
            >>> particle.user.get()

        Cloud API: getUser, GET /v1/user.
        """
        return self._call(GET_USER, options, User)

    def update(
        self, account_info: AccountInfo | Mapping[str, Any], **options: Unpack[RequestOptions]
    ) -> UserUpdated:
        """Change the user's name and company.

        Changes the user's name, the kind of account and the company. Only the fields that are given
        change.

        Args:
            account_info: The fields to change.

        Examples:
            >>> particle.user.update({"first_name": "Test", "last_name": "User"})

        Cloud API: updateUser, PUT /v1/user.
        """
        return self._call(UPDATE_USER, options, UserUpdated, json={"account_info": account_info})

    def change_username(
        self,
        username: str,
        current_password: str,
        *,
        invalidate_tokens: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> UserConfirmation:
        """Change the username.

        Changes the username of the account, which is the email address that the user logs in with.
        Takes the current password. With `invalidate_tokens` all access tokens of the account are
        revoked, and the user has to log in again.

        Args:
            username: The new username, an email address.
            current_password: Password of the account, to prove that the user themselves makes
                the change.
            invalidate_tokens: Whether to revoke all access tokens of the account, the one in
                use among them. Default false.

        Examples:
            >>> particle.user.change_username("testuser@example.com", "My current password")

        Cloud API: updateUser, PUT /v1/user.
        """
        current_password = hidden(current_password)
        return self._call(
            UPDATE_USER,
            options,
            UserConfirmation,
            json={
                "username": username,
                "current_password": current_password,
                "invalidate_tokens": invalidate_tokens,
            },
        )

    def change_password(
        self,
        password: str,
        current_password: str,
        *,
        invalidate_tokens: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> UserConfirmation:
        """Change the password.

        Changes the password of the account. Takes the current one too. With `invalidate_tokens` all
        access tokens of the account are revoked, and the user has to log in again.

        Args:
            password: The new password.
            current_password: The password up to now.
            invalidate_tokens: Whether to revoke all access tokens of the account, the one in
                use among them. Default false.

        Examples:
            >>> particle.user.change_password(
            ...     "I'm a really long password that no one would guess", "My current password"
            ... )

        Cloud API: updateUser, PUT /v1/user.
        """
        password = hidden(password)
        current_password = hidden(current_password)
        return self._call(
            UPDATE_USER,
            options,
            UserConfirmation,
            json={
                "password": password,
                "current_password": current_password,
                "invalidate_tokens": invalidate_tokens,
            },
        )

    def delete(self, password: str, **options: Unpack[RequestOptions]) -> UserConfirmation:
        """Delete the account.

        Deletes the account that the access token belongs to, with everything in it. There is no way
        back, and the access token is of no use afterwards. Takes the account's password.

        Limit: 100 requests in 5 minutes per public IP address.

        Args:
            password: Password of the account.

        Examples:
            >>> particle.user.delete("mypassword")

        Cloud API: deleteUser, DELETE /v1/user.
        """
        password = hidden(password)
        return self._call(DELETE_USER, options, UserConfirmation, json={"password": password})

    def complete_password_reset(
        self, body: Mapping[str, Any], **options: Unpack[RequestOptions]
    ) -> dict[str, Any]:
        """Set a new password after a forgotten one.

        Sets a new password by the token that the cloud mailed to the user. The Cloud API names this
        operation in its list of rate limits and documents neither the fields of the body nor those
        of the response.

        Limit: 100 requests in 5 minutes per public IP address.

        Args:
            body: The token that the cloud mailed, and the new password. The Cloud API doesn't
                document what the fields are called.

        Examples:
            >>> particle.user.complete_password_reset({"token": "reset-tok", "password": "pw2"})

        Cloud API: completePasswordReset, PUT /v1/user/password-reset.
        """
        body = hidden(body)
        return self._call(COMPLETE_PASSWORD_RESET, options, dict[str, Any], json=body)

    def reset_password(self, username: str, **options: Unpack[RequestOptions]) -> UserConfirmation:
        """Send a mail to reset a forgotten password.

        Makes a token to reset the password with and mails it to the user. Needs no access token.

        Limit: 100 requests in 5 minutes per public IP address.

        Args:
            username: Username of the account, which is its email address.

        Examples:
            >>> particle.user.reset_password("forgetful-john@example.com")

        Cloud API: resetPassword, POST /v1/user/password-reset.
        """
        return self._call(RESET_PASSWORD, options, UserConfirmation, json={"username": username})

    def create(
        self,
        username: str,
        password: str,
        *,
        account_info: AccountInfo | Mapping[str, Any] | Unset = UNSET,
        utm: Mapping[str, str] | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Ok:
        """Create an account.

        Creates an account of the Device Cloud. Needs no access token; a login with the new username
        and password returns one.

        Limit: 100 requests in 5 minutes per public IP address.

        Args:
            username: Username of the new account, which is the user's email address.
            password: Password of the new account.
            account_info: Name and company of the user.
            utm: The campaign that led the user here, as the UTM parameters of the link, such as
                `source`.

        Examples:
            >>> particle.user.create(
            ...     "n@example.com",
            ...     "pw",
            ...     account_info={
            ...         "first_name": "A",
            ...         "business_account": True,
            ...         "company_name": "Acme",
            ...     },
            ... )

        Cloud API: createUser, POST /v1/users.
        """
        password = hidden(password)
        return self._call(
            CREATE_USER,
            options,
            Ok,
            json={
                "username": username,
                "password": password,
                "account_info": account_info,
                "utm": utm,
            },
        )

    def verify(self, token: str, **options: Unpack[RequestOptions]) -> Ok:
        """Verify a new account.

        Confirms the email address of a new account with the token that the cloud mailed to it.
        Needs no access token.

        Args:
            token: The token in the mail that the cloud sent to the new user.

        Examples:
            >>> particle.user.verify("verify-tok")

        Cloud API: verifyUser, POST /v1/user/verify.
        """
        token = hidden(token)
        return self._call(VERIFY_USER, options, Ok, json={"token": token})

    def tracking_identity(
        self, *, full: bool = False, **options: Unpack[RequestOptions]
    ) -> TrackingIdentity:
        """Get the user's identity for tracking.

        What identifies the user to tools that count the use of an application: an opaque ID alone,
        or all that is needed to register the user with such a tool, the email address among it.

        Args:
            full: The full identity, which comes without this parameter. 1 is for the ID alone.

        Examples:
            >>> particle.user.tracking_identity(full=False)

        Cloud API: getTrackingIdentity, GET /v1/user/identify.
        """
        return self._call(
            GET_TRACKING_IDENTITY,
            options,
            TrackingIdentity,
            query={"tracking": choice("full", full, "1", None)},
        )

    def enable_mfa(self, **options: Unpack[RequestOptions]) -> MfaEnrollment:
        """Begin to enable multi-factor authentication.

        Makes a secret for an authenticator app, as a QR code and as text. Nothing changes for
        logins until the enrollment is confirmed with a one-time password from the app and the
        `mfa_token` of this response.

        Examples:
            >>> particle.user.enable_mfa()

        Cloud API: enableMfa, GET /v1/user/mfa-enable.
        """
        return self._call(ENABLE_MFA, options, MfaEnrollment)

    def confirm_mfa(
        self,
        mfa_token: str,
        otp: str,
        *,
        invalidate_tokens: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> MfaConfirmed:
        """Confirm multi-factor authentication.

        Ends the enrollment: from now on every login takes a one-time password besides the password.
        Tokens that exist stay valid, unless `invalidate_tokens` is true.

        Args:
            mfa_token: The `mfa_token` that the enrollment was begun with.
            otp: The one-time password that the authenticator app shows at the moment.
            invalidate_tokens: Whether to revoke all access tokens of the account, so that every
                login from now on has taken a one-time password. Default false.

        Examples:
            >>> particle.user.confirm_mfa("mfa-tok", "123456")

        Cloud API: confirmMfa, POST /v1/user/mfa-enable.
        """
        mfa_token = hidden(mfa_token)
        otp = hidden(otp)
        return self._call(
            CONFIRM_MFA,
            options,
            MfaConfirmed,
            json={"mfa_token": mfa_token, "otp": otp, "invalidate_tokens": invalidate_tokens},
        )

    def disable_mfa(self, current_password: str, **options: Unpack[RequestOptions]) -> Ok:
        """Disable multi-factor authentication.

        Logins take the password alone again. Takes the current password.

        Args:
            current_password: Password of the account.

        Examples:
            >>> particle.user.disable_mfa("pw")

        Cloud API: disableMfa, PUT /v1/user/mfa-disable.
        """
        current_password = hidden(current_password)
        return self._call(DISABLE_MFA, options, Ok, json={"current_password": current_password})


class AsyncCurrentUser(AsyncResource):
    """The account that the access token belongs to: its profile, username and password,
    multi-factor authentication, and the creation and deletion of accounts.

    Reached as `particle.user` of an `AsyncParticle`.
    """

    __slots__ = ()

    async def get(self, **options: Unpack[RequestOptions]) -> User:
        """Get the account in use.

        The account that the access token belongs to: username, name and company, state of
        multi-factor authentication, and the numbers of devices that count towards its limits.

        Examples:
            >>> await particle.user.get()

        Cloud API: getUser, GET /v1/user.
        """
        return await self._call(GET_USER, options, User)

    async def update(
        self, account_info: AccountInfo | Mapping[str, Any], **options: Unpack[RequestOptions]
    ) -> UserUpdated:
        """Change the user's name and company.

        Changes the user's name, the kind of account and the company. Only the fields that are given
        change.

        Args:
            account_info: The fields to change.

        Examples:
            >>> await particle.user.update({"first_name": "Test", "last_name": "User"})

        Cloud API: updateUser, PUT /v1/user.
        """
        return await self._call(
            UPDATE_USER, options, UserUpdated, json={"account_info": account_info}
        )

    async def change_username(
        self,
        username: str,
        current_password: str,
        *,
        invalidate_tokens: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> UserConfirmation:
        """Change the username.

        Changes the username of the account, which is the email address that the user logs in with.
        Takes the current password. With `invalidate_tokens` all access tokens of the account are
        revoked, and the user has to log in again.

        Args:
            username: The new username, an email address.
            current_password: Password of the account, to prove that the user themselves makes
                the change.
            invalidate_tokens: Whether to revoke all access tokens of the account, the one in
                use among them. Default false.

        Examples:
            >>> await particle.user.change_username("testuser@example.com", "My current password")

        Cloud API: updateUser, PUT /v1/user.
        """
        current_password = hidden(current_password)
        return await self._call(
            UPDATE_USER,
            options,
            UserConfirmation,
            json={
                "username": username,
                "current_password": current_password,
                "invalidate_tokens": invalidate_tokens,
            },
        )

    async def change_password(
        self,
        password: str,
        current_password: str,
        *,
        invalidate_tokens: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> UserConfirmation:
        """Change the password.

        Changes the password of the account. Takes the current one too. With `invalidate_tokens` all
        access tokens of the account are revoked, and the user has to log in again.

        Args:
            password: The new password.
            current_password: The password up to now.
            invalidate_tokens: Whether to revoke all access tokens of the account, the one in
                use among them. Default false.

        Examples:
            >>> await particle.user.change_password(
            ...     "I'm a really long password that no one would guess", "My current password"
            ... )

        Cloud API: updateUser, PUT /v1/user.
        """
        password = hidden(password)
        current_password = hidden(current_password)
        return await self._call(
            UPDATE_USER,
            options,
            UserConfirmation,
            json={
                "password": password,
                "current_password": current_password,
                "invalidate_tokens": invalidate_tokens,
            },
        )

    async def delete(self, password: str, **options: Unpack[RequestOptions]) -> UserConfirmation:
        """Delete the account.

        Deletes the account that the access token belongs to, with everything in it. There is no way
        back, and the access token is of no use afterwards. Takes the account's password.

        Limit: 100 requests in 5 minutes per public IP address.

        Args:
            password: Password of the account.

        Examples:
            >>> await particle.user.delete("mypassword")

        Cloud API: deleteUser, DELETE /v1/user.
        """
        password = hidden(password)
        return await self._call(DELETE_USER, options, UserConfirmation, json={"password": password})

    async def complete_password_reset(
        self, body: Mapping[str, Any], **options: Unpack[RequestOptions]
    ) -> dict[str, Any]:
        """Set a new password after a forgotten one.

        Sets a new password by the token that the cloud mailed to the user. The Cloud API names this
        operation in its list of rate limits and documents neither the fields of the body nor those
        of the response.

        Limit: 100 requests in 5 minutes per public IP address.

        Args:
            body: The token that the cloud mailed, and the new password. The Cloud API doesn't
                document what the fields are called.

        Examples:
            >>> await particle.user.complete_password_reset(
            ...     {"token": "reset-tok", "password": "pw2"}
            ... )

        Cloud API: completePasswordReset, PUT /v1/user/password-reset.
        """
        body = hidden(body)
        return await self._call(COMPLETE_PASSWORD_RESET, options, dict[str, Any], json=body)

    async def reset_password(
        self, username: str, **options: Unpack[RequestOptions]
    ) -> UserConfirmation:
        """Send a mail to reset a forgotten password.

        Makes a token to reset the password with and mails it to the user. Needs no access token.

        Limit: 100 requests in 5 minutes per public IP address.

        Args:
            username: Username of the account, which is its email address.

        Examples:
            >>> await particle.user.reset_password("forgetful-john@example.com")

        Cloud API: resetPassword, POST /v1/user/password-reset.
        """
        return await self._call(
            RESET_PASSWORD, options, UserConfirmation, json={"username": username}
        )

    async def create(
        self,
        username: str,
        password: str,
        *,
        account_info: AccountInfo | Mapping[str, Any] | Unset = UNSET,
        utm: Mapping[str, str] | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Ok:
        """Create an account.

        Creates an account of the Device Cloud. Needs no access token; a login with the new username
        and password returns one.

        Limit: 100 requests in 5 minutes per public IP address.

        Args:
            username: Username of the new account, which is the user's email address.
            password: Password of the new account.
            account_info: Name and company of the user.
            utm: The campaign that led the user here, as the UTM parameters of the link, such as
                `source`.

        Examples:
            >>> await particle.user.create(
            ...     "n@example.com",
            ...     "pw",
            ...     account_info={
            ...         "first_name": "A",
            ...         "business_account": True,
            ...         "company_name": "Acme",
            ...     },
            ... )

        Cloud API: createUser, POST /v1/users.
        """
        password = hidden(password)
        return await self._call(
            CREATE_USER,
            options,
            Ok,
            json={
                "username": username,
                "password": password,
                "account_info": account_info,
                "utm": utm,
            },
        )

    async def verify(self, token: str, **options: Unpack[RequestOptions]) -> Ok:
        """Verify a new account.

        Confirms the email address of a new account with the token that the cloud mailed to it.
        Needs no access token.

        Args:
            token: The token in the mail that the cloud sent to the new user.

        Examples:
            >>> await particle.user.verify("verify-tok")

        Cloud API: verifyUser, POST /v1/user/verify.
        """
        token = hidden(token)
        return await self._call(VERIFY_USER, options, Ok, json={"token": token})

    async def tracking_identity(
        self, *, full: bool = False, **options: Unpack[RequestOptions]
    ) -> TrackingIdentity:
        """Get the user's identity for tracking.

        What identifies the user to tools that count the use of an application: an opaque ID alone,
        or all that is needed to register the user with such a tool, the email address among it.

        Args:
            full: The full identity, which comes without this parameter. 1 is for the ID alone.

        Examples:
            >>> await particle.user.tracking_identity(full=False)

        Cloud API: getTrackingIdentity, GET /v1/user/identify.
        """
        return await self._call(
            GET_TRACKING_IDENTITY,
            options,
            TrackingIdentity,
            query={"tracking": choice("full", full, "1", None)},
        )

    async def enable_mfa(self, **options: Unpack[RequestOptions]) -> MfaEnrollment:
        """Begin to enable multi-factor authentication.

        Makes a secret for an authenticator app, as a QR code and as text. Nothing changes for
        logins until the enrollment is confirmed with a one-time password from the app and the
        `mfa_token` of this response.

        Examples:
            >>> await particle.user.enable_mfa()

        Cloud API: enableMfa, GET /v1/user/mfa-enable.
        """
        return await self._call(ENABLE_MFA, options, MfaEnrollment)

    async def confirm_mfa(
        self,
        mfa_token: str,
        otp: str,
        *,
        invalidate_tokens: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> MfaConfirmed:
        """Confirm multi-factor authentication.

        Ends the enrollment: from now on every login takes a one-time password besides the password.
        Tokens that exist stay valid, unless `invalidate_tokens` is true.

        Args:
            mfa_token: The `mfa_token` that the enrollment was begun with.
            otp: The one-time password that the authenticator app shows at the moment.
            invalidate_tokens: Whether to revoke all access tokens of the account, so that every
                login from now on has taken a one-time password. Default false.

        Examples:
            >>> await particle.user.confirm_mfa("mfa-tok", "123456")

        Cloud API: confirmMfa, POST /v1/user/mfa-enable.
        """
        mfa_token = hidden(mfa_token)
        otp = hidden(otp)
        return await self._call(
            CONFIRM_MFA,
            options,
            MfaConfirmed,
            json={"mfa_token": mfa_token, "otp": otp, "invalidate_tokens": invalidate_tokens},
        )

    async def disable_mfa(self, current_password: str, **options: Unpack[RequestOptions]) -> Ok:
        """Disable multi-factor authentication.

        Logins take the password alone again. Takes the current password.

        Args:
            current_password: Password of the account.

        Examples:
            >>> await particle.user.disable_mfa("pw")

        Cloud API: disableMfa, PUT /v1/user/mfa-disable.
        """
        current_password = hidden(current_password)
        return await self._call(
            DISABLE_MFA, options, Ok, json={"current_password": current_password}
        )
