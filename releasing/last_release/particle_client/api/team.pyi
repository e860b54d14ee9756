"""Written by `make public-api`; see CONTRIBUTING.md. Do not edit."""

from typing import Literal, overload

class AsyncOrgTeam:
    async def create_api_user(
        self, friendly_name: str, scopes: Sequence[str], **options: Unpack[RequestOptions]
    ) -> ApiUserCreated: ...
    async def get_scim_user(self, user_id: str, **options: Unpack[RequestOptions]) -> ScimUser: ...
    async def invite(
        self,
        username: str,
        role: TeamRoleName | str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> TeamInvited: ...
    def list(self, **options: Unpack[RequestOptions]) -> AsyncPager[TeamList, TeamMember]: ...
    async def regenerate_token(
        self, username: str, **options: Unpack[RequestOptions]
    ) -> ApiUserUpdated: ...
    async def remove(self, username: str, **options: Unpack[RequestOptions]) -> Ok: ...
    async def update_scim_user(
        self, user_id: str, patch: Mapping[str, Any], **options: Unpack[RequestOptions]
    ) -> ScimUser | None: ...

class AsyncProductTeam:
    async def create_api_user(
        self, friendly_name: str, scopes: Sequence[str], **options: Unpack[RequestOptions]
    ) -> ApiUserCreated: ...
    async def invite(
        self,
        username: str,
        role: TeamRoleName | str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> TeamInvited: ...
    def list(self, **options: Unpack[RequestOptions]) -> AsyncPager[TeamList, TeamMember]: ...
    async def regenerate_token(
        self, username: str, **options: Unpack[RequestOptions]
    ) -> ApiUserUpdated: ...
    async def remove(self, username: str, **options: Unpack[RequestOptions]) -> Ok: ...
    async def update(
        self,
        username: str,
        role: TeamRoleName | str | Unset = UNSET,
        *,
        friendly_name: str | Unset = UNSET,
        scopes: Sequence[str] | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> TeamMemberUpdated: ...
    async def update_api_user(
        self,
        username: str,
        *,
        friendly_name: str | Unset = UNSET,
        scopes: Sequence[str] | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> ApiUserUpdated: ...

class OrgTeam:
    def create_api_user(
        self, friendly_name: str, scopes: Sequence[str], **options: Unpack[RequestOptions]
    ) -> ApiUserCreated: ...
    def get_scim_user(self, user_id: str, **options: Unpack[RequestOptions]) -> ScimUser: ...
    def invite(
        self,
        username: str,
        role: TeamRoleName | str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> TeamInvited: ...
    def list(self, **options: Unpack[RequestOptions]) -> Page[TeamList, TeamMember]: ...
    def regenerate_token(
        self, username: str, **options: Unpack[RequestOptions]
    ) -> ApiUserUpdated: ...
    def remove(self, username: str, **options: Unpack[RequestOptions]) -> Ok: ...
    def update_scim_user(
        self, user_id: str, patch: Mapping[str, Any], **options: Unpack[RequestOptions]
    ) -> ScimUser | None: ...

class ProductTeam:
    def create_api_user(
        self, friendly_name: str, scopes: Sequence[str], **options: Unpack[RequestOptions]
    ) -> ApiUserCreated: ...
    def invite(
        self,
        username: str,
        role: TeamRoleName | str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> TeamInvited: ...
    def list(self, **options: Unpack[RequestOptions]) -> Page[TeamList, TeamMember]: ...
    def regenerate_token(
        self, username: str, **options: Unpack[RequestOptions]
    ) -> ApiUserUpdated: ...
    def remove(self, username: str, **options: Unpack[RequestOptions]) -> Ok: ...
    def update(
        self,
        username: str,
        role: TeamRoleName | str | Unset = UNSET,
        *,
        friendly_name: str | Unset = UNSET,
        scopes: Sequence[str] | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> TeamMemberUpdated: ...
    def update_api_user(
        self,
        username: str,
        *,
        friendly_name: str | Unset = UNSET,
        scopes: Sequence[str] | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> ApiUserUpdated: ...
