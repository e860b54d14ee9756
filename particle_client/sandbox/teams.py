"""Who works with a product or an organization, and in which role."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field

from .accounts import AccessToken, Account, Directory
from .clock import new_token
from .owners import Owner
from .products import Organization, Product

ROLES = ("Administrator", "Developer", "View-only", "Support")


@dataclass(eq=False, kw_only=True)
class ApiUser:
    """An account for a program, confined to its scopes and to one product or organization."""

    account: Account
    owner: Owner
    friendly_name: str
    scopes: list[str]
    token: AccessToken = field(repr=False)


def role_id(role: str) -> str:
    """The role's id, as the cloud's fixed roles have them."""
    return f"{ROLES.index(role) + 2:024}"


@dataclass(eq=False, repr=False)
class Teams:
    """The roles of people and the API users, over the memberships that products and organizations
    keep themselves."""

    _directory: Directory
    _roles: dict[tuple[str, str], str] = field(default_factory=dict)
    _api_users: dict[str, ApiUser] = field(default_factory=dict)

    def people(self, owner: Owner) -> list[tuple[Account, str]]:
        """The members who are no API users, each with a role."""
        ids = _members(owner)
        return [
            (account, self._roles.get((owner.key, account.id), ROLES[0]))
            for account in self._directory.accounts()
            if account.id in ids or (owner.product and account is owner.product.owner)
        ]

    def api_users(self, owner: Owner) -> Iterator[ApiUser]:
        """The owner's API users; an organization shows those of its products as well."""
        for user in self._api_users.values():
            if user.owner.key == owner.key or owner.has_product(user.owner.product):
                yield user

    def person(self, owner: Owner, username: str) -> Account | None:
        """The member with that name."""
        wanted = username.lower()
        return next((a for a, _ in self.people(owner) if a.username.lower() == wanted), None)

    def api_user(self, owner: Owner, username: str) -> ApiUser | None:
        """The API user with that name."""
        wanted = username.lower()
        return next(
            (u for u in self.api_users(owner) if u.account.username.lower() == wanted), None
        )

    def set_role(self, owner: Owner, account: Account, role: str) -> None:
        """Makes the account a member, or gives a member another role."""
        _members(owner).add(account.id)
        self._roles[owner.key, account.id] = role

    def remove(self, owner: Owner, account: Account) -> None:
        """Takes the account off the team."""
        _members(owner).discard(account.id)
        self._roles.pop((owner.key, account.id), None)

    def add_api_user(self, owner: Owner, friendly_name: str, scopes: list[str]) -> ApiUser:
        """A new API user, with a token that never expires."""
        slug = "".join(c if c.isalnum() and c.isascii() else "-" for c in friendly_name.lower())
        username = f"{slug.strip('-') or 'api-user'}+{secrets.token_hex(5)}@api.particle.io"
        # Nobody logs in as an API user: it isn't among the directory's accounts.
        account = Account(username=username, password=new_token())
        user = ApiUser(
            account=account,
            owner=owner,
            friendly_name=friendly_name,
            scopes=scopes,
            token=self._issue(account, scopes),
        )
        self._api_users[account.id] = user
        _members(owner).add(account.id)
        return user

    def renew_token(self, user: ApiUser) -> None:
        """Replaces the API user's token, which ends."""
        self._directory.revoke_all(user.account)
        user.token = self._issue(user.account, user.scopes)

    def remove_api_user(self, user: ApiUser) -> None:
        """Deletes the API user and its token."""
        self._directory.revoke_all(user.account)
        _members(user.owner).discard(user.account.id)
        del self._api_users[user.account.id]

    def _issue(self, account: Account, scopes: list[str]) -> AccessToken:
        return self._directory.issue(account, expires_in=0, scopes=tuple(scopes))


def _members(owner: Owner) -> set[str]:
    team: Product | Organization | None = owner.product or owner.organization
    if isinstance(team, Product):
        return team.team
    return team.members if team else set[str]()
