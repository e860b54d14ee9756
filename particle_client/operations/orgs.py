# Generated from openapi/ by `make generate`. Do not edit.
"""Operations of `orgs`."""

from __future__ import annotations

from ..calls.operation import Operation, Pagination

__all__ = ["GET_ORGANIZATION", "LIST_ORGANIZATIONS"]

LIST_ORGANIZATIONS = Operation(
    "listOrganizations", "GET", "/v1/orgs", pagination=Pagination("organizations")
)
GET_ORGANIZATION = Operation("getOrganization", "GET", "/v1/orgs/{orgIdOrSlug}")
