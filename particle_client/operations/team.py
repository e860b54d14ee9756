# Generated from openapi/ by `make generate`. Do not edit.
"""Operations of `team`."""

from __future__ import annotations

from ..calls.operation import Operation, Pagination

__all__ = [
    "ADD_TEAM_MEMBER",
    "GET_SCIM_USER",
    "LIST_TEAM_MEMBERS",
    "REGENERATE_TEAM_MEMBER_TOKEN",
    "REMOVE_TEAM_MEMBER",
    "UPDATE_PRODUCT_API_USER",
    "UPDATE_PRODUCT_TEAM_MEMBER",
    "UPDATE_SCIM_USER",
]

LIST_TEAM_MEMBERS = Operation(
    "listTeamMembers", "GET", "{scope}/team", pagination=Pagination("team", bare=True)
)
ADD_TEAM_MEMBER = Operation("addTeamMember", "POST", "{scope}/team")
UPDATE_PRODUCT_API_USER = Operation(
    "updateProductApiUser",
    "PUT",
    "/v1/products/{productIdOrSlug}/team/{username}",
    idempotent=False,
)
UPDATE_PRODUCT_TEAM_MEMBER = Operation(
    "updateProductTeamMember", "POST", "/v1/products/{productIdOrSlug}/team/{username}"
)
REMOVE_TEAM_MEMBER = Operation("removeTeamMember", "DELETE", "{scope}/team/{username}")
REGENERATE_TEAM_MEMBER_TOKEN = Operation(
    "regenerateTeamMemberToken", "PUT", "{scope}/team/{username}/token", idempotent=False
)
GET_SCIM_USER = Operation(
    "getScimUser", "GET", "/v1/orgs/{orgIdOrSlug}/team/provision/Users/{userId}"
)
UPDATE_SCIM_USER = Operation(
    "updateScimUser", "PATCH", "/v1/orgs/{orgIdOrSlug}/team/provision/Users/{userId}"
)
