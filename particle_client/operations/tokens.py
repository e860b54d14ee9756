# Generated from openapi/ by `make generate`. Do not edit.
"""Operations of `tokens`."""

from __future__ import annotations

from ..calls.operation import Operation

__all__ = [
    "CREATE_ACCESS_TOKEN",
    "DELETE_ACCESS_TOKEN",
    "DELETE_ALL_ACCESS_TOKENS",
    "DELETE_CURRENT_ACCESS_TOKEN",
    "GET_CURRENT_ACCESS_TOKEN",
    "LIST_ACCESS_TOKENS",
]

CREATE_ACCESS_TOKEN = Operation("createAccessToken", "POST", "/oauth/token", auth="client")
LIST_ACCESS_TOKENS = Operation(
    "listAccessTokens", "GET", "/v1/access_tokens", auth="basic", secret=True
)
DELETE_ALL_ACCESS_TOKENS = Operation(
    "deleteAllAccessTokens", "DELETE", "/v1/access_tokens", idempotent=False
)
GET_CURRENT_ACCESS_TOKEN = Operation("getCurrentAccessToken", "GET", "/v1/access_tokens/current")
DELETE_CURRENT_ACCESS_TOKEN = Operation(
    "deleteCurrentAccessToken", "DELETE", "/v1/access_tokens/current", idempotent=False
)
DELETE_ACCESS_TOKEN = Operation(
    "deleteAccessToken", "DELETE", "/v1/access_tokens/{token}", auth="optional", secret=True
)
