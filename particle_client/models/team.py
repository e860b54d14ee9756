# Generated from openapi/ by `make generate`. Do not edit.
"""Models of team."""

from enum import StrEnum

from ..base.unset import UNSET
from ..schema.fields import content_of, json_field, model
from ..schema.model import Model

__all__ = [
    "ApiUser",
    "ApiUserCreated",
    "ApiUserToken",
    "ApiUserUpdated",
    "ScimUser",
    "TeamInvited",
    "TeamList",
    "TeamMember",
    "TeamMemberUpdated",
    "TeamRole",
    "TeamRoleName",
]


class TeamRoleName(StrEnum):
    """Role of a person in a team, which decides what they may do."""

    ADMINISTRATOR = "Administrator"
    DEVELOPER = "Developer"
    VIEW_ONLY = "View-only"
    SUPPORT = "Support"


@model
class ApiUserToken(Model):
    """The access token of an API user. It never expires."""

    token: str = json_field(secret=True)
    """The access token itself."""


@model
class ApiUser(Model):
    """An API user, with its token."""

    username: str
    """Username that the cloud made up, in the form of an email address."""
    is_programmatic: bool | None = UNSET
    """Always true."""
    friendly_name: str | None = UNSET
    """Name that the API user is recognized by."""
    scopes: list[str] | None = UNSET
    """The permissions of the API user."""
    tokens: list[ApiUserToken] | None = UNSET
    """The API user's access token; there is one at a time."""


@model
class ApiUserCreated(Model):
    """A new API user, with its token."""

    ok: bool
    """Whether the API user was created."""
    created: ApiUser
    """The API user."""

    @property
    def username(self) -> str:
        """Username that the cloud made up, in the form of an email address."""
        return content_of(self.created, "username")

    @property
    def is_programmatic(self) -> bool | None:
        """Always true."""
        return content_of(self.created, "is_programmatic")

    @property
    def friendly_name(self) -> str | None:
        """Name that the API user is recognized by."""
        return content_of(self.created, "friendly_name")

    @property
    def scopes(self) -> list[str] | None:
        """The permissions of the API user."""
        return content_of(self.created, "scopes")

    @property
    def tokens(self) -> list[ApiUserToken] | None:
        """The API user's access token; there is one at a time."""
        return content_of(self.created, "tokens")


@model
class ApiUserUpdated(Model):
    """An API user as it is now, with its new token."""

    ok: bool
    """Whether the change was made."""
    updated: ApiUser
    """The API user."""

    @property
    def username(self) -> str:
        """Username that the cloud made up, in the form of an email address."""
        return content_of(self.updated, "username")

    @property
    def is_programmatic(self) -> bool | None:
        """Always true."""
        return content_of(self.updated, "is_programmatic")

    @property
    def friendly_name(self) -> str | None:
        """Name that the API user is recognized by."""
        return content_of(self.updated, "friendly_name")

    @property
    def scopes(self) -> list[str] | None:
        """The permissions of the API user."""
        return content_of(self.updated, "scopes")

    @property
    def tokens(self) -> list[ApiUserToken] | None:
        """The API user's access token; there is one at a time."""
        return content_of(self.updated, "tokens")


@model
class ScimUser(Model):
    """A member of an organization whom an identity provider provisions, as a resource of SCIM 2.0.
    The Cloud API documents no fields: these are some of RFC 7643, and whatever else comes is kept
    as it is.
    """

    __open__ = True

    schemas: list[str] | None = UNSET
    """URIs of the SCIM schemas that the resource follows."""
    id: str | None = UNSET
    """ID of the SCIM user."""
    user_name: str | None = json_field(default=UNSET, name="userName")
    """Name that the user logs in with."""
    active: bool | None = UNSET
    """Whether the user may log in."""


@model
class TeamRole(Model):
    """The role of a member of a team."""

    id: str | None = UNSET
    """ID of the role."""
    name: str | None = UNSET
    """Name of the role, such as `Administrator`."""


@model
class TeamMember(Model):
    """A member of a team; either a person, or an API user, which is an account for programs."""

    id: str | None = json_field(default=UNSET, name="_id")
    """ID of the member."""
    username: str
    """Username of the member. A person's is their email address; an API user's is made up by the
    cloud.
    """
    role: TeamRole | None = UNSET
    """Role of a person. API users have scopes instead."""
    friendly_name: str | None = UNSET
    """Name that an API user is recognized by."""
    is_programmatic: bool | None = UNSET
    """True for an API user. Missing or false for a person."""
    scopes: list[str] | None = UNSET
    """The permissions of an API user, such as `devices:list`. Missing for a person."""
    no_mfa: bool | None = UNSET
    """Whether a person has no multi-factor authentication."""
    no_password: bool | None = UNSET
    """Whether a person has no password, as one who logs in through single sign-on."""
    scim_provisioned: bool | None = UNSET
    """Whether an identity provider provisions the person, with SCIM."""
    product_id: int | None = json_field(default=UNSET, nullable=True)
    """ID of the product that an API user belongs to, or null."""


@model
class TeamInvited(Model):
    """Confirmation of an invitation."""

    ok: bool
    """Whether the invitation was sent."""
    invited: TeamMember
    """The person invited."""

    @property
    def id(self) -> str | None:
        """ID of the member."""
        return content_of(self.invited, "id")

    @property
    def username(self) -> str:
        """Username of the member. A person's is their email address; an API user's is made up by
        the cloud.
        """
        return content_of(self.invited, "username")

    @property
    def role(self) -> TeamRole | None:
        """Role of a person. API users have scopes instead."""
        return content_of(self.invited, "role")

    @property
    def friendly_name(self) -> str | None:
        """Name that an API user is recognized by."""
        return content_of(self.invited, "friendly_name")

    @property
    def is_programmatic(self) -> bool | None:
        """True for an API user. Missing or false for a person."""
        return content_of(self.invited, "is_programmatic")

    @property
    def scopes(self) -> list[str] | None:
        """The permissions of an API user, such as `devices:list`. Missing for a person."""
        return content_of(self.invited, "scopes")

    @property
    def no_mfa(self) -> bool | None:
        """Whether a person has no multi-factor authentication."""
        return content_of(self.invited, "no_mfa")

    @property
    def no_password(self) -> bool | None:
        """Whether a person has no password, as one who logs in through single sign-on."""
        return content_of(self.invited, "no_password")

    @property
    def scim_provisioned(self) -> bool | None:
        """Whether an identity provider provisions the person, with SCIM."""
        return content_of(self.invited, "scim_provisioned")

    @property
    def product_id(self) -> int | None:
        """ID of the product that an API user belongs to, or null."""
        return content_of(self.invited, "product_id")


@model
class TeamList(Model):
    """The members of a team."""

    ok: bool | None = UNSET
    """Whether the request succeeded."""
    team: list[TeamMember]
    """The people and the API users."""


@model
class TeamMemberUpdated(Model):
    """Confirmation of a change to a member of a team."""

    ok: bool | None = UNSET
    """Whether the change was made."""
    updated: TeamMember | None = UNSET
    """The member as it is now, where the cloud returns it."""

    @property
    def id(self) -> str | None:
        """ID of the member."""
        return content_of(self.updated, "id")

    @property
    def username(self) -> str:
        """Username of the member. A person's is their email address; an API user's is made up by
        the cloud.
        """
        return content_of(self.updated, "username")

    @property
    def role(self) -> TeamRole | None:
        """Role of a person. API users have scopes instead."""
        return content_of(self.updated, "role")

    @property
    def friendly_name(self) -> str | None:
        """Name that an API user is recognized by."""
        return content_of(self.updated, "friendly_name")

    @property
    def is_programmatic(self) -> bool | None:
        """True for an API user. Missing or false for a person."""
        return content_of(self.updated, "is_programmatic")

    @property
    def scopes(self) -> list[str] | None:
        """The permissions of an API user, such as `devices:list`. Missing for a person."""
        return content_of(self.updated, "scopes")

    @property
    def no_mfa(self) -> bool | None:
        """Whether a person has no multi-factor authentication."""
        return content_of(self.updated, "no_mfa")

    @property
    def no_password(self) -> bool | None:
        """Whether a person has no password, as one who logs in through single sign-on."""
        return content_of(self.updated, "no_password")

    @property
    def scim_provisioned(self) -> bool | None:
        """Whether an identity provider provisions the person, with SCIM."""
        return content_of(self.updated, "scim_provisioned")

    @property
    def product_id(self) -> int | None:
        """ID of the product that an API user belongs to, or null."""
        return content_of(self.updated, "product_id")
