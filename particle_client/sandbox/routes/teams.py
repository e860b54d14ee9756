"""Teams of products and organizations: people and API users."""

from typing import Any

from ..accounts import Account
from ..errors import failure
from ..owners import Owner
from ..request import Call, as_names
from ..routing import route
from ..teams import ROLES, ApiUser, role_id

_TEAM = ("/v1/products/{product}/team", "/v1/orgs/{organization}/team")


@route("GET", *_TEAM, scope="teams.users:list")
def list_team_members(call: Call) -> dict[str, Any]:
    owner, teams = call.owner(), call.cloud.teams
    people = [_person_json(account, role) for account, role in teams.people(owner)]
    return {"ok": True, "team": [*people, *map(_api_user_json, teams.api_users(owner))]}


@route("POST", *_TEAM, scope="teams.users:invite")
def add_team_member(call: Call) -> dict[str, Any]:
    owner, fields = call.owner(), call.body.fields
    if "username" in fields:
        return _invite(call, owner)
    friendly_name = call.required_text("friendly_name")
    user = call.cloud.teams.add_api_user(owner, friendly_name, _scopes(call))
    return {"ok": True, "created": _with_token(user)}


def _invite(call: Call, owner: Owner) -> dict[str, Any]:
    # There is no mail to accept: who is invited is in.
    username = call.required_text("username")
    role = _role(call, ROLES[0])
    account = call.cloud.directory.account(username)
    if account is None:
        raise failure(400, f"There is no user {username}")
    if call.cloud.teams.person(owner, username):
        raise failure(400, f"{username} is in the team already")
    call.cloud.teams.set_role(owner, account, role)
    return {"ok": True, "invited": {"username": account.username}}


@route("POST", *(f"{path}/{{username}}" for path in _TEAM), scope="teams.users:update")
def update_team_member(call: Call) -> dict[str, Any]:
    return _update(call)


# The prose of the API's documentation sends this one with PUT.
@route("PUT", *(f"{path}/{{username}}" for path in _TEAM), scope="teams.users:update")
def update_team_member_with_put(call: Call) -> dict[str, Any]:
    return _update(call)


def _update(call: Call) -> dict[str, Any]:
    owner, fields = call.owner(), call.body.fields
    user = call.cloud.teams.api_user(owner, call.parameters["username"])
    if user is None:
        account = _person(call, owner)
        if "role" not in fields:
            raise failure(400, "Send what to change: role")
        role = _role(call, ROLES[0])
        call.cloud.teams.set_role(owner, account, role)
        return {"ok": True, "updated": _person_json(account, role)}
    if not {"friendly_name", "scopes"} & set(fields):
        raise failure(400, "Send what to change: friendly_name or scopes")
    scopes = _scopes(call) if "scopes" in fields else user.scopes
    if "friendly_name" in fields:
        user.friendly_name = call.required_text("friendly_name")
    if set(scopes) != set(user.scopes):
        user.scopes = scopes
        call.cloud.teams.renew_token(user)
        return {"ok": True, "updated": _with_token(user)}
    return {"ok": True, "updated": _api_user_json(user)}


@route("DELETE", *(f"{path}/{{username}}" for path in _TEAM), scope="teams.users:remove")
def remove_team_member(call: Call) -> dict[str, Any]:
    owner = call.owner()
    user = call.cloud.teams.api_user(owner, call.parameters["username"])
    if user:
        call.cloud.teams.remove_api_user(user)
        return {"ok": True}
    account = _person(call, owner)
    if owner.product and account is owner.product.owner:
        raise failure(400, "The owner of a product stays in its team")
    call.cloud.teams.remove(owner, account)
    return {"ok": True}


@route("PUT", *(f"{path}/{{username}}/token" for path in _TEAM), scope="teams.users:update")
def renew_token(call: Call) -> dict[str, Any]:
    return _renew_token(call)


# The documented examples use POST.
@route("POST", *(f"{path}/{{username}}/token" for path in _TEAM), scope="teams.users:update")
def renew_token_with_post(call: Call) -> dict[str, Any]:
    return _renew_token(call)


def _renew_token(call: Call) -> dict[str, Any]:
    user = call.cloud.teams.api_user(call.owner(), call.parameters["username"])
    if user is None:
        raise failure(404, f"There is no API user {call.parameters['username']}")
    call.cloud.teams.renew_token(user)
    return {"ok": True, "updated": _with_token(user)}


def _person(call: Call, owner: Owner) -> Account:
    account = call.cloud.teams.person(owner, call.parameters["username"])
    if account is None:
        raise failure(404, f"{call.parameters['username']} is not in the team")
    return account


def _role(call: Call, default: str) -> str:
    role = call.body.fields.get("role", default)
    if role not in ROLES:
        raise failure(400, f"role must be one of {', '.join(ROLES)}")
    return str(role)


def _scopes(call: Call) -> list[str]:
    scopes = as_names(call.body.fields.get("scopes"), "scopes")
    if not scopes or not all(":" in scope for scope in scopes):
        raise failure(400, 'scopes must name permissions, such as "devices:list"')
    return list(dict.fromkeys(scopes))


def _person_json(account: Account, role: str) -> dict[str, Any]:
    return {
        "_id": account.id,
        "username": account.username,
        "role": {"id": role_id(role), "name": role},
        "no_mfa": not account.mfa_enabled,
    }


def _api_user_json(user: ApiUser) -> dict[str, Any]:
    product = user.owner.product
    return {
        "_id": user.account.id,
        "username": user.account.username,
        "friendly_name": user.friendly_name,
        "is_programmatic": True,
        "scopes": list(user.scopes),
        "product_id": product.id if product else None,
    }


def _with_token(user: ApiUser) -> dict[str, Any]:
    shown = _api_user_json(user) | {"tokens": [{"token": user.token.token}]}
    return {name: value for name, value in shown.items() if name not in ("_id", "product_id")}
