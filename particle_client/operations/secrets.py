# Generated from openapi/ by `make generate`. Do not edit.
"""Operations of `secrets`."""

from __future__ import annotations

from ..calls.operation import Operation, Pagination

__all__ = ["CREATE_SECRET", "DELETE_SECRET", "GET_SECRET", "LIST_SECRETS", "SET_SECRET"]

LIST_SECRETS = Operation("listSecrets", "GET", "{scope}/secrets", pagination=Pagination("secrets"))
CREATE_SECRET = Operation("createSecret", "POST", "/v1/secrets")
GET_SECRET = Operation("getSecret", "GET", "{scope}/secrets/{name}")
SET_SECRET = Operation("setSecret", "PUT", "{scope}/secrets/{name}")
DELETE_SECRET = Operation("deleteSecret", "DELETE", "{scope}/secrets/{name}")
