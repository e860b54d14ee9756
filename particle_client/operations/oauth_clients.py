# Generated from openapi/ by `make generate`. Do not edit.
"""Operations of `oauth_clients`."""

from __future__ import annotations

from ..calls.operation import Operation, Pagination

__all__ = [
    "CREATE_OAUTH_CLIENT",
    "DELETE_OAUTH_CLIENT",
    "LIST_OAUTH_CLIENTS",
    "UPDATE_OAUTH_CLIENT",
]

LIST_OAUTH_CLIENTS = Operation(
    "listOAuthClients", "GET", "{scope}/clients", pagination=Pagination("clients")
)
CREATE_OAUTH_CLIENT = Operation("createOAuthClient", "POST", "{scope}/clients")
UPDATE_OAUTH_CLIENT = Operation("updateOAuthClient", "PUT", "{scope}/clients/{clientId}")
DELETE_OAUTH_CLIENT = Operation("deleteOAuthClient", "DELETE", "{scope}/clients/{clientId}")
