# Generated from openapi/ by `make generate`. Do not edit.
"""Access tokens: creating one with a username and password, a one-time password, a client's secret
or a refresh token; listing tokens and revoking them.
"""

from __future__ import annotations

import builtins
from typing import Unpack

from ..base.deprecation import deprecated
from ..base.secrets import hidden
from ..base.unset import UNSET, Unset
from ..calls.lazy import AsyncListing
from ..calls.options import RequestOptions
from ..methods.arguments import filled
from ..methods.async_resource import AsyncResource
from ..methods.resource import Resource
from ..models.common import Ok
from ..models.tokens import AccessToken, AccessTokenInfo, CurrentAccessToken
from ..operations.tokens import (
    CREATE_ACCESS_TOKEN,
    DELETE_ACCESS_TOKEN,
    DELETE_ALL_ACCESS_TOKENS,
    DELETE_CURRENT_ACCESS_TOKEN,
    GET_CURRENT_ACCESS_TOKEN,
    LIST_ACCESS_TOKENS,
)

__all__ = ["AsyncTokens", "Tokens"]


class Tokens(Resource):
    """Access tokens: creating one with a username and password, a one-time password, a client's
    secret or a refresh token; listing tokens and revoking them.

    Reached as `particle.tokens`.
    """

    __slots__ = ()

    def create_for_customer(
        self, email: str, *, expires_in: int | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> AccessToken:
        """Create an access token for a customer of your product.

        It takes the OAuth client of the product: Particle(client_id=…, client_secret=…). The client
        itself goes on with the token that it has.

        BadRequestError: there is no such customer, or the OAuth client is wrong.

        Args:
            email: The email address that the customer was created with; `customer=` is sent
                before it.
            expires_in: Lifetime of the token in seconds; 0 makes a token that never expires.
                Default 7776000, which is 90 days.

        Raises:
            InvalidCredentialsError: What was logged in with isn't right: user name, password,
                refresh token or OAuth client.
            MFARequiredError: The login needs a one-time password.

        Examples:
            >>> particle.tokens.create_for_customer("jane@example.com")

        Cloud API: createAccessToken, POST /oauth/token.
        """
        return self._call(
            CREATE_ACCESS_TOKEN,
            options,
            AccessToken,
            form={
                "grant_type": "client_credentials",
                "scope": filled("email", email, "customer="),
                "expires_in": expires_in,
            },
        )

    def refresh(self, refresh_token: str, **options: Unpack[RequestOptions]) -> AccessToken:
        """Trade a refresh token for a new access token.

        The new access token comes with another refresh token. This works for tokens that were made
        with the OAuth client of a product, and takes the same OAuth client: Particle(client_id=…,
        client_secret=…). A developer's own token can't be renewed. The client itself goes on with
        the token that it has.

        InvalidCredentialsError: the refresh token is used up, unknown, or of another client.

        Args:
            refresh_token: The `refresh_token` that came with the access token to be renewed. It
                is good for 14 days, and only once.

        Raises:
            InvalidCredentialsError: What was logged in with isn't right: user name, password,
                refresh token or OAuth client.
            MFARequiredError: The login needs a one-time password.

        Examples:
            >>> particle.tokens.refresh("b5b901e8760164e134199bc2c3dd1d228acf2d90")

        Cloud API: createAccessToken, POST /oauth/token.
        """
        refresh_token = hidden(refresh_token)
        return self._call(
            CREATE_ACCESS_TOKEN,
            options,
            AccessToken,
            form={
                "grant_type": "refresh_token",
                "refresh_token": filled("refresh_token", refresh_token),
            },
        )

    @deprecated("List the access tokens of an account: the Cloud API has deprecated it")
    def list(
        self,
        username: str,
        password: str,
        *,
        otp: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> builtins.list[AccessTokenInfo]:
        """List the access tokens of an account.

        Every active access token of the account, with its expiry and the client that made it.
        Authenticates with the account's username and password, and with a one-time password in
        addition where the account has multi-factor authentication.

        Deprecated: the current official SDK has dropped this operation.

        Limit: 100 requests in 5 minutes per public IP address.

        Args:
            username: The account's user name (e-mail address).
            password: The account's password.
            otp: The one-time password that the authenticator app shows at the moment. Needed
                when the account has multi-factor authentication.

        Examples:
            >>> for info in particle.tokens.list("ada@example.com", "correct horse", otp="123456"):
            ...     print(info.token)

        Cloud API: listAccessTokens, GET /v1/access_tokens.
        """
        password = hidden(password)
        otp = hidden(otp)
        return self._list(
            LIST_ACCESS_TOKENS,
            options,
            AccessTokenInfo,
            basic=(username, password),
            query={"otp": otp},
        )

    def delete_all(self, **options: Unpack[RequestOptions]) -> Ok:
        """Revoke all access tokens of the account.

        Revokes every active access token of the account, the one that the request was made with
        among them: a further request, or a repetition of this one, needs a new login.

        Examples:
            >>> particle.tokens.delete_all()

        Cloud API: deleteAllAccessTokens, DELETE /v1/access_tokens.
        """
        return self._call(DELETE_ALL_ACCESS_TOKENS, options, Ok)

    def current(self, **options: Unpack[RequestOptions]) -> CurrentAccessToken:
        """Describe the access token in use.

        Expiry, client, permissions and organizations of the access token that the request is made
        with. A cheap way to find out whether a token is valid.

        Examples:
            >>> particle.tokens.current()

        Cloud API: getCurrentAccessToken, GET /v1/access_tokens/current.
        """
        return self._call(GET_CURRENT_ACCESS_TOKEN, options, CurrentAccessToken)

    def delete_current(self, **options: Unpack[RequestOptions]) -> Ok:
        """Revoke the access token in use.

        Revokes the access token that the request is made with: a log-out. A further request, or a
        repetition of this one, needs another token.

        Examples:
            >>> particle.tokens.delete_current()

        Cloud API: deleteCurrentAccessToken, DELETE /v1/access_tokens/current.
        """
        return self._call(DELETE_CURRENT_ACCESS_TOKEN, options, Ok)

    def delete(self, token: str, **options: Unpack[RequestOptions]) -> Ok:
        """Revoke an access token.

        Revokes one access token, such as one that was lost or isn't needed any more. No
        authorization is needed besides knowing the token: Particle's clients send none. An access
        token of the account, or its username and password (HTTP Basic authentication), may
        authenticate the request.

        Limit: 100 requests in 5 minutes per public IP address.

        Args:
            token: The access token to revoke.

        Examples:
            >>> particle.tokens.delete("123abc")

        Cloud API: deleteAccessToken, DELETE /v1/access_tokens/{token}.
        """
        token = hidden(token)
        return self._call(DELETE_ACCESS_TOKEN, options, Ok, path={"token": token})


class AsyncTokens(AsyncResource):
    """Access tokens: creating one with a username and password, a one-time password, a client's
    secret or a refresh token; listing tokens and revoking them.

    Reached as `particle.tokens` of an `AsyncParticle`.
    """

    __slots__ = ()

    async def create_for_customer(
        self, email: str, *, expires_in: int | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> AccessToken:
        """Create an access token for a customer of your product.

        It takes the OAuth client of the product: Particle(client_id=…, client_secret=…). The client
        itself goes on with the token that it has.

        BadRequestError: there is no such customer, or the OAuth client is wrong.

        Args:
            email: The email address that the customer was created with; `customer=` is sent
                before it.
            expires_in: Lifetime of the token in seconds; 0 makes a token that never expires.
                Default 7776000, which is 90 days.

        Raises:
            InvalidCredentialsError: What was logged in with isn't right: user name, password,
                refresh token or OAuth client.
            MFARequiredError: The login needs a one-time password.

        Examples:
            >>> await particle.tokens.create_for_customer("jane@example.com")

        Cloud API: createAccessToken, POST /oauth/token.
        """
        return await self._call(
            CREATE_ACCESS_TOKEN,
            options,
            AccessToken,
            form={
                "grant_type": "client_credentials",
                "scope": filled("email", email, "customer="),
                "expires_in": expires_in,
            },
        )

    async def refresh(self, refresh_token: str, **options: Unpack[RequestOptions]) -> AccessToken:
        """Trade a refresh token for a new access token.

        The new access token comes with another refresh token. This works for tokens that were made
        with the OAuth client of a product, and takes the same OAuth client: Particle(client_id=…,
        client_secret=…). A developer's own token can't be renewed. The client itself goes on with
        the token that it has.

        InvalidCredentialsError: the refresh token is used up, unknown, or of another client.

        Args:
            refresh_token: The `refresh_token` that came with the access token to be renewed. It
                is good for 14 days, and only once.

        Raises:
            InvalidCredentialsError: What was logged in with isn't right: user name, password,
                refresh token or OAuth client.
            MFARequiredError: The login needs a one-time password.

        Examples:
            >>> await particle.tokens.refresh("b5b901e8760164e134199bc2c3dd1d228acf2d90")

        Cloud API: createAccessToken, POST /oauth/token.
        """
        refresh_token = hidden(refresh_token)
        return await self._call(
            CREATE_ACCESS_TOKEN,
            options,
            AccessToken,
            form={
                "grant_type": "refresh_token",
                "refresh_token": filled("refresh_token", refresh_token),
            },
        )

    @deprecated("List the access tokens of an account: the Cloud API has deprecated it")
    def list(
        self,
        username: str,
        password: str,
        *,
        otp: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AsyncListing[AccessTokenInfo]:
        """List the access tokens of an account.

        Every active access token of the account, with its expiry and the client that made it.
        Authenticates with the account's username and password, and with a one-time password in
        addition where the account has multi-factor authentication.

        Deprecated: the current official SDK has dropped this operation.

        Limit: 100 requests in 5 minutes per public IP address.

        Args:
            username: The account's user name (e-mail address).
            password: The account's password.
            otp: The one-time password that the authenticator app shows at the moment. Needed
                when the account has multi-factor authentication.

        Examples:
            >>> async for info in particle.tokens.list(
            ...     "ada@example.com", "correct horse", otp="123456"
            ... ):
            ...     print(info.token)

        Cloud API: listAccessTokens, GET /v1/access_tokens.
        """
        password = hidden(password)
        otp = hidden(otp)
        return self._list(
            LIST_ACCESS_TOKENS,
            options,
            AccessTokenInfo,
            basic=(username, password),
            query={"otp": otp},
        )

    async def delete_all(self, **options: Unpack[RequestOptions]) -> Ok:
        """Revoke all access tokens of the account.

        Revokes every active access token of the account, the one that the request was made with
        among them: a further request, or a repetition of this one, needs a new login.

        Examples:
            >>> await particle.tokens.delete_all()

        Cloud API: deleteAllAccessTokens, DELETE /v1/access_tokens.
        """
        return await self._call(DELETE_ALL_ACCESS_TOKENS, options, Ok)

    async def current(self, **options: Unpack[RequestOptions]) -> CurrentAccessToken:
        """Describe the access token in use.

        Expiry, client, permissions and organizations of the access token that the request is made
        with. A cheap way to find out whether a token is valid.

        Examples:
            >>> await particle.tokens.current()

        Cloud API: getCurrentAccessToken, GET /v1/access_tokens/current.
        """
        return await self._call(GET_CURRENT_ACCESS_TOKEN, options, CurrentAccessToken)

    async def delete_current(self, **options: Unpack[RequestOptions]) -> Ok:
        """Revoke the access token in use.

        Revokes the access token that the request is made with: a log-out. A further request, or a
        repetition of this one, needs another token.

        Examples:
            >>> await particle.tokens.delete_current()

        Cloud API: deleteCurrentAccessToken, DELETE /v1/access_tokens/current.
        """
        return await self._call(DELETE_CURRENT_ACCESS_TOKEN, options, Ok)

    async def delete(self, token: str, **options: Unpack[RequestOptions]) -> Ok:
        """Revoke an access token.

        Revokes one access token, such as one that was lost or isn't needed any more. No
        authorization is needed besides knowing the token: Particle's clients send none. An access
        token of the account, or its username and password (HTTP Basic authentication), may
        authenticate the request.

        Limit: 100 requests in 5 minutes per public IP address.

        Args:
            token: The access token to revoke.

        Examples:
            >>> await particle.tokens.delete("123abc")

        Cloud API: deleteAccessToken, DELETE /v1/access_tokens/{token}.
        """
        token = hidden(token)
        return await self._call(DELETE_ACCESS_TOKEN, options, Ok, path={"token": token})
