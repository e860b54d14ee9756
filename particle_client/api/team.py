# Generated from openapi/ by `make generate`. Do not edit.
"""The team of a product or an organization: people with their roles, and API users, which are
accounts for programs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Unpack

from ..base.unset import UNSET, Unset
from ..calls.encoding import several
from ..calls.lazy import AsyncPager
from ..calls.options import RequestOptions
from ..calls.page import Page
from ..methods.async_resource import AsyncResource
from ..methods.resource import Resource
from ..models.common import Ok
from ..models.team import (
    ApiUserCreated,
    ApiUserUpdated,
    ScimUser,
    TeamInvited,
    TeamList,
    TeamMember,
    TeamMemberUpdated,
    TeamRoleName,
)
from ..operations.team import (
    ADD_TEAM_MEMBER,
    GET_SCIM_USER,
    LIST_TEAM_MEMBERS,
    REGENERATE_TEAM_MEMBER_TOKEN,
    REMOVE_TEAM_MEMBER,
    UPDATE_PRODUCT_API_USER,
    UPDATE_PRODUCT_TEAM_MEMBER,
    UPDATE_SCIM_USER,
)

__all__ = ["AsyncOrgTeam", "AsyncProductTeam", "OrgTeam", "ProductTeam"]


class TeamBase(Resource):
    """What the team of a product and an organization have in common."""

    __slots__ = ()

    def list(self, **options: Unpack[RequestOptions]) -> Page[TeamList, TeamMember]:
        """List the members of a team.

        All members of the team in one response: people, and API users (`is_programmatic`). Among
        them are the API users of all products of the organization, in the list of one of its
        products too.

        Examples:
            >>> for member in product.team.list():
            ...     print(member.id)

        Cloud API: listTeamMembers, GET {scope}/team. Permission of API users: teams.users:list.
        """
        return self._page(LIST_TEAM_MEMBERS, options, TeamList, TeamMember)

    def invite(
        self,
        username: str,
        role: TeamRoleName | str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> TeamInvited:
        """Invite a person to the team.

        Sends the person a mail with a link to accept the invitation. They become a member when they
        follow it.

        Args:
            username: The email address of the person, which must be the username of an account.
            role: The role that the person gets.

        Examples:
            >>> product.team.invite("test@example.com", "Administrator")

        Cloud API: addTeamMember, POST {scope}/team. Permission of API users: teams.users:invite.
        """
        return self._call(
            ADD_TEAM_MEMBER, options, TeamInvited, json={"username": username, "role": role}
        )

    def create_api_user(
        self, friendly_name: str, scopes: Sequence[str], **options: Unpack[RequestOptions]
    ) -> ApiUserCreated:
        """Create an API user.

        Creates an account for a program, with the permissions given and with a single access token,
        which never expires. Takes the access token of an administrator. The response holds the new
        token: keep it, and keep it secret.

        Args:
            friendly_name: Name to recognize the API user by. The cloud makes the username of
                it.
            scopes: The permissions of the API user, such as `devices:list`.

        Examples:
            >>> product.team.create_api_user("MyToken", ["foo:bar"])

        Cloud API: addTeamMember, POST {scope}/team. Permission of API users: teams.users:invite.
        """
        return self._call(
            ADD_TEAM_MEMBER,
            options,
            ApiUserCreated,
            json={"friendly_name": friendly_name, "scopes": several("scopes", scopes)},
        )

    def remove(self, username: str, **options: Unpack[RequestOptions]) -> Ok:
        """Remove a member from a team.

        Takes a person off the team, or deletes an API user, whose access token is no longer valid
        from then on.

        Args:
            username: Username of the member.

        Examples:
            >>> product.team.remove("jeff@particle.io")

        Cloud API: removeTeamMember, DELETE {scope}/team/{username}. Permission of API users:
        teams.users:remove.
        """
        return self._call(REMOVE_TEAM_MEMBER, options, Ok, path={"username": username})

    def regenerate_token(self, username: str, **options: Unpack[RequestOptions]) -> ApiUserUpdated:
        """Regenerate the token of an API user.

        Creates a new access token for an API user. The response holds it. The one before is no
        longer valid.

        Args:
            username: Username of the API user.

        Examples:
            >>> product.team.regenerate_token("test+prg123@example.com")

        Cloud API: regenerateTeamMemberToken, PUT {scope}/team/{username}/token. Permission of API
        users: teams.users:update.
        """
        return self._call(
            REGENERATE_TEAM_MEMBER_TOKEN, options, ApiUserUpdated, path={"username": username}
        )


class ProductTeam(TeamBase):
    """The team of a product or an organization: people with their roles, and API users, which are
    accounts for programs.

    Reached as `particle.product(…).team`.
    """

    __slots__ = ()

    def update_api_user(
        self,
        username: str,
        *,
        friendly_name: str | Unset = UNSET,
        scopes: Sequence[str] | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> ApiUserUpdated:
        """Update an API user.

        Changes the name or the permissions of an API user of the product. Other permissions also
        replace its token: the response holds the new one, and the one before is no longer valid.

        Args:
            username: Username of the API user. It has a plus sign and an at sign.
            friendly_name: New name to recognize the API user by.
            scopes: All permissions that the API user is to have from now on. Different ones
                than before replace its token.

        Examples:
            >>> product.team.update_api_user(
            ...     "example-api-user+abcdefghij@api.particle.io",
            ...     friendly_name="Updated API user",
            ...     scopes=["devices:list", "sims:list", "customers:list"],
            ... )

        Cloud API: updateProductApiUser, PUT /v1/products/{productIdOrSlug}/team/{username}.
        Permission of API users: teams.users:update.
        """
        return self._call(
            UPDATE_PRODUCT_API_USER,
            options,
            ApiUserUpdated,
            path={"username": username},
            json={"friendly_name": friendly_name, "scopes": several("scopes", scopes)},
        )

    def update(
        self,
        username: str,
        role: TeamRoleName | str | Unset = UNSET,
        *,
        friendly_name: str | Unset = UNSET,
        scopes: Sequence[str] | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> TeamMemberUpdated:
        """Update a member of a team.

        Changes a member of the product's team: the role of a person, or the name and the
        permissions of an API user. Other permissions also create a new token for the API user; the
        one before is no longer valid. The Cloud API documents neither the fields nor the response
        of this operation; for an API user, see the PUT of the same path.

        Args:
            username: Username of the member.
            role: The new role of a person.
            friendly_name: New name to recognize an API user by.
            scopes: All permissions that an API user is to have from now on. Different ones than
                before replace its token.

        Examples:
            >>> product.team.update("jeff@particle.io", "Developer")

        Cloud API: updateProductTeamMember, POST /v1/products/{productIdOrSlug}/team/{username}.
        Permission of API users: teams.users:update.
        """
        return self._call(
            UPDATE_PRODUCT_TEAM_MEMBER,
            options,
            TeamMemberUpdated,
            path={"username": username},
            json={
                "role": role,
                "friendly_name": friendly_name,
                "scopes": several("scopes", scopes),
            },
        )


class OrgTeam(TeamBase):
    """The team of a product or an organization: people with their roles, and API users, which are
    accounts for programs.

    Reached as `particle.org(…).team`.
    """

    __slots__ = ()

    def get_scim_user(self, user_id: str, **options: Unpack[RequestOptions]) -> ScimUser:
        """Get a SCIM user.

        Reads a member of the organization whom an identity provider provisions with SCIM 2.0, for
        single sign-on. Takes the token of an API user with the permissions `teams.users:invite`,
        `teams.users:remove`, `teams.users:list` and `teams.users:update`.

        Args:
            user_id: ID of the SCIM user.

        Examples:
            >>> org.team.get_scim_user("2819c223-7f76-453a-919d-413861904646")

        Cloud API: getScimUser, GET /v1/orgs/{orgIdOrSlug}/team/provision/Users/{userId}.
        """
        return self._call(GET_SCIM_USER, options, ScimUser, path={"user_id": user_id})

    def update_scim_user(
        self, user_id: str, patch: Mapping[str, Any], **options: Unpack[RequestOptions]
    ) -> ScimUser | None:
        """Change a SCIM user.

        Changes a member of the organization whom an identity provider provisions with SCIM 2.0, for
        single sign-on. Takes the token of an API user with the permissions `teams.users:invite`,
        `teams.users:remove`, `teams.users:list` and `teams.users:update`.

        Args:
            user_id: ID of the SCIM user.
            patch: The change as SCIM 2.0 has it: `schemas` with
                `urn:ietf:params:scim:api:messages:2.0:PatchOp`, and `Operations`, as in `[{"op":
                "replace", "path": "active", "value": false}]`.

        Examples:
            >>> org.team.update_scim_user(
            ...     "2819c223-7f76-453a-919d-413861904646",
            ...     {
            ...         "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
            ...         "Operations": [{"op": "replace", "path": "active", "value": False}],
            ...     },
            ... )

        Cloud API: updateScimUser, PATCH /v1/orgs/{orgIdOrSlug}/team/provision/Users/{userId}.
        """
        return self._call(
            UPDATE_SCIM_USER, options, ScimUser | None, path={"user_id": user_id}, json=patch
        )


class AsyncTeamBase(AsyncResource):
    """What the team of a product and an organization have in common."""

    __slots__ = ()

    def list(self, **options: Unpack[RequestOptions]) -> AsyncPager[TeamList, TeamMember]:
        """List the members of a team.

        All members of the team in one response: people, and API users (`is_programmatic`). Among
        them are the API users of all products of the organization, in the list of one of its
        products too.

        Examples:
            >>> async for member in product.team.list():
            ...     print(member.id)

        Cloud API: listTeamMembers, GET {scope}/team. Permission of API users: teams.users:list.
        """
        return self._page(LIST_TEAM_MEMBERS, options, TeamList, TeamMember)

    async def invite(
        self,
        username: str,
        role: TeamRoleName | str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> TeamInvited:
        """Invite a person to the team.

        Sends the person a mail with a link to accept the invitation. They become a member when they
        follow it.

        Args:
            username: The email address of the person, which must be the username of an account.
            role: The role that the person gets.

        Examples:
            >>> await product.team.invite("test@example.com", "Administrator")

        Cloud API: addTeamMember, POST {scope}/team. Permission of API users: teams.users:invite.
        """
        return await self._call(
            ADD_TEAM_MEMBER, options, TeamInvited, json={"username": username, "role": role}
        )

    async def create_api_user(
        self, friendly_name: str, scopes: Sequence[str], **options: Unpack[RequestOptions]
    ) -> ApiUserCreated:
        """Create an API user.

        Creates an account for a program, with the permissions given and with a single access token,
        which never expires. Takes the access token of an administrator. The response holds the new
        token: keep it, and keep it secret.

        Args:
            friendly_name: Name to recognize the API user by. The cloud makes the username of
                it.
            scopes: The permissions of the API user, such as `devices:list`.

        Examples:
            >>> await product.team.create_api_user("MyToken", ["foo:bar"])

        Cloud API: addTeamMember, POST {scope}/team. Permission of API users: teams.users:invite.
        """
        return await self._call(
            ADD_TEAM_MEMBER,
            options,
            ApiUserCreated,
            json={"friendly_name": friendly_name, "scopes": several("scopes", scopes)},
        )

    async def remove(self, username: str, **options: Unpack[RequestOptions]) -> Ok:
        """Remove a member from a team.

        Takes a person off the team, or deletes an API user, whose access token is no longer valid
        from then on.

        Args:
            username: Username of the member.

        Examples:
            >>> await product.team.remove("jeff@particle.io")

        Cloud API: removeTeamMember, DELETE {scope}/team/{username}. Permission of API users:
        teams.users:remove.
        """
        return await self._call(REMOVE_TEAM_MEMBER, options, Ok, path={"username": username})

    async def regenerate_token(
        self, username: str, **options: Unpack[RequestOptions]
    ) -> ApiUserUpdated:
        """Regenerate the token of an API user.

        Creates a new access token for an API user. The response holds it. The one before is no
        longer valid.

        Args:
            username: Username of the API user.

        Examples:
            >>> await product.team.regenerate_token("test+prg123@example.com")

        Cloud API: regenerateTeamMemberToken, PUT {scope}/team/{username}/token. Permission of API
        users: teams.users:update.
        """
        return await self._call(
            REGENERATE_TEAM_MEMBER_TOKEN, options, ApiUserUpdated, path={"username": username}
        )


class AsyncProductTeam(AsyncTeamBase):
    """The team of a product or an organization: people with their roles, and API users, which are
    accounts for programs.

    Reached as `particle.product(…).team` of an `AsyncParticle`.
    """

    __slots__ = ()

    async def update_api_user(
        self,
        username: str,
        *,
        friendly_name: str | Unset = UNSET,
        scopes: Sequence[str] | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> ApiUserUpdated:
        """Update an API user.

        Changes the name or the permissions of an API user of the product. Other permissions also
        replace its token: the response holds the new one, and the one before is no longer valid.

        Args:
            username: Username of the API user. It has a plus sign and an at sign.
            friendly_name: New name to recognize the API user by.
            scopes: All permissions that the API user is to have from now on. Different ones
                than before replace its token.

        Examples:
            >>> await product.team.update_api_user(
            ...     "example-api-user+abcdefghij@api.particle.io",
            ...     friendly_name="Updated API user",
            ...     scopes=["devices:list", "sims:list", "customers:list"],
            ... )

        Cloud API: updateProductApiUser, PUT /v1/products/{productIdOrSlug}/team/{username}.
        Permission of API users: teams.users:update.
        """
        return await self._call(
            UPDATE_PRODUCT_API_USER,
            options,
            ApiUserUpdated,
            path={"username": username},
            json={"friendly_name": friendly_name, "scopes": several("scopes", scopes)},
        )

    async def update(
        self,
        username: str,
        role: TeamRoleName | str | Unset = UNSET,
        *,
        friendly_name: str | Unset = UNSET,
        scopes: Sequence[str] | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> TeamMemberUpdated:
        """Update a member of a team.

        Changes a member of the product's team: the role of a person, or the name and the
        permissions of an API user. Other permissions also create a new token for the API user; the
        one before is no longer valid. The Cloud API documents neither the fields nor the response
        of this operation; for an API user, see the PUT of the same path.

        Args:
            username: Username of the member.
            role: The new role of a person.
            friendly_name: New name to recognize an API user by.
            scopes: All permissions that an API user is to have from now on. Different ones than
                before replace its token.

        Examples:
            >>> await product.team.update("jeff@particle.io", "Developer")

        Cloud API: updateProductTeamMember, POST /v1/products/{productIdOrSlug}/team/{username}.
        Permission of API users: teams.users:update.
        """
        return await self._call(
            UPDATE_PRODUCT_TEAM_MEMBER,
            options,
            TeamMemberUpdated,
            path={"username": username},
            json={
                "role": role,
                "friendly_name": friendly_name,
                "scopes": several("scopes", scopes),
            },
        )


class AsyncOrgTeam(AsyncTeamBase):
    """The team of a product or an organization: people with their roles, and API users, which are
    accounts for programs.

    Reached as `particle.org(…).team` of an `AsyncParticle`.
    """

    __slots__ = ()

    async def get_scim_user(self, user_id: str, **options: Unpack[RequestOptions]) -> ScimUser:
        """Get a SCIM user.

        Reads a member of the organization whom an identity provider provisions with SCIM 2.0, for
        single sign-on. Takes the token of an API user with the permissions `teams.users:invite`,
        `teams.users:remove`, `teams.users:list` and `teams.users:update`.

        Args:
            user_id: ID of the SCIM user.

        Examples:
            >>> await org.team.get_scim_user("2819c223-7f76-453a-919d-413861904646")

        Cloud API: getScimUser, GET /v1/orgs/{orgIdOrSlug}/team/provision/Users/{userId}.
        """
        return await self._call(GET_SCIM_USER, options, ScimUser, path={"user_id": user_id})

    async def update_scim_user(
        self, user_id: str, patch: Mapping[str, Any], **options: Unpack[RequestOptions]
    ) -> ScimUser | None:
        """Change a SCIM user.

        Changes a member of the organization whom an identity provider provisions with SCIM 2.0, for
        single sign-on. Takes the token of an API user with the permissions `teams.users:invite`,
        `teams.users:remove`, `teams.users:list` and `teams.users:update`.

        Args:
            user_id: ID of the SCIM user.
            patch: The change as SCIM 2.0 has it: `schemas` with
                `urn:ietf:params:scim:api:messages:2.0:PatchOp`, and `Operations`, as in `[{"op":
                "replace", "path": "active", "value": false}]`.

        Examples:
            >>> await org.team.update_scim_user(
            ...     "2819c223-7f76-453a-919d-413861904646",
            ...     {
            ...         "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
            ...         "Operations": [{"op": "replace", "path": "active", "value": False}],
            ...     },
            ... )

        Cloud API: updateScimUser, PATCH /v1/orgs/{orgIdOrSlug}/team/provision/Users/{userId}.
        """
        return await self._call(
            UPDATE_SCIM_USER, options, ScimUser | None, path={"user_id": user_id}, json=patch
        )
