"""Teams of products and organizations: people and API users."""

from typing import Any, cast

from ..accounts import Account
from ..errors import failure
from ..owners import Owner, owner_of_product
from ..request import Call, as_bool, as_names
from ..routing import route
from ..teams import ROLES, ApiUser, role_id

_SCIM_USER = "/v1/orgs/{organization}/team/provision/Users/{user}"
_TEAM = ("/v1/products/{product}/team", "/v1/orgs/{organization}/team")


@route("GET", *_TEAM, scope="teams.users:list")
def list_team_members(call: Call) -> dict[str, Any]:
    owner, teams = call.owner(), call.cloud.teams
    people = [_person_json(account, role) for account, role in teams.people(owner)]
    users = [*teams.api_users(owner)]
    if owner.product and owner.product.organization:
        # A product's list has the API users of its organization's other products, too.
        others = teams.api_users(owner_of_product(owner.product))
        users += [user for user in others if user.owner.product not in (None, owner.product)]
    return {"ok": True, "team": [*people, *map(_api_user_json, users)]}


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
    shown = _with_token(user)
    del shown["tokens"]
    return {"ok": True, "updated": shown}


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
        "no_password": False,
        "scim_provisioned": account.scim is not None,
    }


@route("GET", _SCIM_USER, scope="teams.users:list")
def get_scim_user(call: Call) -> dict[str, Any]:
    return _scim_json(_scim_user(call))


@route("PATCH", _SCIM_USER, scope="teams.users:update")
def patch_scim_user(call: Call) -> dict[str, Any]:
    account, operations = _scim_user(call), call.body.fields.get("Operations")
    if not isinstance(operations, list) or not operations:
        raise failure(400, "Operations is required: a list of operations")
    user = _scim_json(account)
    for operation in cast("list[object]", operations):
        if not isinstance(operation, dict):
            raise failure(400, "Each of the Operations must be an object with op, path and value")
        _change_scim_user(user, cast("dict[str, Any]", operation))
    user["active"] = as_bool(user.get("active", False), "active")
    account.scim = user
    return user


def _scim_user(call: Call) -> Account:
    for account, _ in call.cloud.teams.people(call.owner()):
        if account.id == call.parameters["user"]:
            return account
    raise failure(404, f"There is no user {call.parameters['user']}")


def _scim_json(account: Account) -> dict[str, Any]:
    """The account as a resource of SCIM 2.0."""
    new = {
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
        "id": account.id,
        "userName": account.username,
        "active": True,
        "meta": {"resourceType": "User"},
    }
    return dict(account.scim or new)


def _change_scim_user(user: dict[str, Any], operation: dict[str, Any]) -> None:
    """Carry out an operation; names in a path are split by dots, filters are not understood."""
    kind, path = str(operation.get("op")).lower(), operation.get("path")
    if kind not in ("add", "replace", "remove"):
        raise failure(400, "op must be add, replace or remove")
    changes = operation.get("value")
    if isinstance(path, str):
        *outer, name = path.split(".")
        target = user
        for part in outer:
            inner: object = target.get(part)
            fields = cast("dict[str, Any]", inner) if isinstance(inner, dict) else {}
            target[part] = target = dict(fields)
        if kind == "remove":
            target.pop(name, None)
        else:
            target[name] = changes
    elif isinstance(changes, dict) and kind != "remove":
        user.update(cast("dict[str, Any]", changes))
    else:
        raise failure(400, "An operation without a path has an object as its value")


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
