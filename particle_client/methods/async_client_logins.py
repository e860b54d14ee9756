"""Logging in with the client itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

from ..base.secrets import hidden
from ..calls.async_sender import AsyncSender

if TYPE_CHECKING:
    from ..calls.options import RequestOptions
    from ..models.tokens import AccessToken


class AsyncClientLogins(AsyncSender):
    """Logins whose token the client uses from then on."""

    async def login(
        self,
        username: str,
        password: str,
        *,
        expires_in: int = 7_776_000,
        **options: Unpack[RequestOptions],
    ) -> AccessToken:
        """Log in with the account's e-mail address and password (`POST /oauth/token`).

        The client (and its `with_options` copies) uses the new token from then on.

        Args:
            username: The e-mail address.
            password: The password.
            expires_in: The token's life in seconds, 90 days by default; 0 for ever.

        Raises:
            MFARequiredError: The account has multi-factor authentication: go on with
                `submit_otp(error.mfa_token, otp)`.
            InvalidCredentialsError: The user name or the password is wrong.
        """
        password = hidden(password)
        form = {"username": username, "password": password, "grant_type": "password"}
        return await self._request_token({**form, "expires_in": expires_in}, options)

    async def submit_otp(
        self, mfa_token: str, otp: str, **options: Unpack[RequestOptions]
    ) -> AccessToken:
        """Finish a login with the one-time password of the authenticator app.

        Args:
            mfa_token: From the MFARequiredError that `login` raised.
            otp: Six digits.
        """
        mfa_token, otp = hidden(mfa_token), hidden(otp)
        form = {"grant_type": "urn:custom:mfa-otp", "mfa_token": mfa_token, "otp": otp}
        return await self._request_token(form, options)

    async def login_as_client_owner(self, **options: Unpack[RequestOptions]) -> AccessToken:
        """Log in as the owner of the OAuth client (`client_credentials`)."""
        return await self._request_token({"grant_type": "client_credentials"}, options)

    async def _request_token(self, form: dict[str, Any], options: RequestOptions) -> AccessToken:
        from ..calls.parsing import parse
        from ..login import Token
        from ..models.tokens import AccessToken
        from ..operations.tokens import CREATE_ACCESS_TOKEN

        response = await self._send(
            CREATE_ACCESS_TOKEN, CREATE_ACCESS_TOKEN.path, options, form=form
        )
        token = parse(response, AccessToken, self._strict)
        self._credentials.set(Token.from_response(response, 0.0).value)
        return token
