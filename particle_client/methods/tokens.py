# Generated from async_tokens.py by `make generate`. Do not edit.
"""Tokens from an OAuth client or a refresh token: what is written by hand of `tokens`."""

from __future__ import annotations

from typing import Any, Unpack

from ..base.secrets import hidden
from ..base.unset import UNSET, Unset
from ..calls.options import RequestOptions
from ..calls.parsing import parse
from ..models.tokens import AccessToken
from ..operations.tokens import CREATE_ACCESS_TOKEN
from .resource import Resource


class TokenMethods(Resource):
    """Tokens for others than the client itself, which goes on with the token that it has."""

    __slots__ = ()

    def create_for_customer(
        self,
        email: str,
        *,
        expires_in: int | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AccessToken:
        """Create an access token for a customer of your product.

        It takes the OAuth client of the product: Particle(client_id=…, client_secret=…).

        Args:
            email: The e-mail address that the customer was created with.
            expires_in: The token's life in seconds; 90 days by default, 0 for ever.

        Raises:
            BadRequestError: There is no such customer, or the OAuth client is wrong.

        Cloud API: createAccessToken, POST /oauth/token.
        """
        if not email:  # it would be a token of the client's owner
            raise ValueError("email must be the e-mail address of a customer")
        form = {"grant_type": "client_credentials", "scope": f"customer={email}"}
        return self._create({**form, "expires_in": expires_in}, options)

    def refresh(self, refresh_token: str, **options: Unpack[RequestOptions]) -> AccessToken:
        """Trade a refresh token for a new access token, which comes with another refresh token.

        This works for tokens that were made with the OAuth client of a product, and takes the same
        OAuth client: Particle(client_id=…, client_secret=…). A developer's own token can't be
        renewed.

        Args:
            refresh_token: The `refresh_token` that came with the access token. It is good for
                14 days, and only once.

        Raises:
            InvalidCredentialsError: The refresh token is used up, unknown, or of another client.

        Cloud API: createAccessToken, POST /oauth/token.
        """
        if not refresh_token:
            raise ValueError("refresh_token must be the one that came with an access token")
        refresh_token = hidden(refresh_token)
        form = {"grant_type": "refresh_token", "refresh_token": refresh_token}
        return self._create(form, options)

    def _create(self, form: dict[str, Any], options: RequestOptions) -> AccessToken:
        form["client_id"], form["client_secret"] = self._client._oauth_client
        response = self._client._send(
            CREATE_ACCESS_TOKEN, CREATE_ACCESS_TOKEN.path, options, form=form
        )
        return parse(response, AccessToken, self._client._strict)
