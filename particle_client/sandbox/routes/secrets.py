"""Cloud secrets, whose values nobody gets back."""

import re
from typing import Any

from starlette.responses import JSONResponse, Response

from ..environment import Secret
from ..errors import failure
from ..integrations import Integration, uses_secret
from ..logic import LogicFunction
from ..owners import Owner, owner_of_product
from ..request import Call
from ..routing import paths_for, route

_NAME = re.compile(r"[A-Z_][A-Z0-9_]*\Z")
_IN_USE = "This secret cannot be deleted as it is being used by integrations or Logic Functions."
_SECRETS = paths_for("/secrets", products=False)
_SECRET = paths_for("/secrets/{name}", products=False)


@route("GET", *_SECRETS)
def list_secrets(call: Call) -> dict[str, Any]:
    owner = call.owner()
    return {"secrets": [_secret_json(call, owner, s) for s in _secrets(call, owner).values()]}


@route("GET", *_SECRET)
def get_secret(call: Call) -> dict[str, Any]:
    owner = call.owner()
    return {"secret": _secret_json(call, owner, _secret(call, owner))}


@route("POST", "/v1/secrets")
def create_secret(call: Call) -> Response:
    owner, fields = call.owner(), call.required_object("secret")
    name = _checked_name(fields.get("name"))
    if name in _secrets(call, owner):
        raise failure(400, "Failed to create secret: Name already in use")
    secret = _store(call, owner, name, fields)
    return JSONResponse({"secret": _secret_json(call, owner, secret)}, status_code=201)


@route("PUT", *_SECRET)
def set_secret(call: Call) -> dict[str, Any]:
    owner, name = call.owner(), _checked_name(call.parameters["name"])
    secret = _store(call, owner, name, call.required_object("secret"))
    return {"secret": _secret_json(call, owner, secret)}


def _checked_name(name: object) -> str:
    if not isinstance(name, str) or not _NAME.match(name):
        raise failure(
            400,
            "The name of a secret has uppercase letters, digits and underscores, no digit first",
        )
    return name


def _store(call: Call, owner: Owner, name: str, fields: dict[str, Any]) -> Secret:
    value = fields.get("value")
    if not isinstance(value, str) or not value:
        raise failure(400, "secret.value is required and must be text")
    now, user, secrets = call.cloud.clock.timestamp(), call.account.id, _secrets(call, owner)
    new = Secret(
        name=name, value=value, created_at=now, updated_at=now, created_by=user, updated_by=user
    )
    secret = secrets.setdefault(name, new)
    secret.value, secret.updated_at, secret.updated_by = value, now, user
    return secret


@route("DELETE", *_SECRET)
def delete_secret(call: Call) -> Response:
    owner = call.owner()
    secret = _secret(call, owner)
    if _integrations(call, owner, secret) or _functions(call, owner, secret):
        raise failure(400, _IN_USE)
    del _secrets(call, owner)[secret.name]
    return Response(status_code=204)


def _secrets(call: Call, owner: Owner) -> dict[str, Secret]:
    return call.cloud.environments.secrets.setdefault(owner.key, {})


def _secret(call: Call, owner: Owner) -> Secret:
    secret = _secrets(call, owner).get(call.parameters["name"])
    if secret is None:
        raise failure(404, "not found")
    return secret


def _keeper(owner: Owner) -> Owner:
    return owner_of_product(owner.product) if owner.product else owner


def _integrations(call: Call, owner: Owner, secret: Secret) -> list[Integration]:
    return [
        integration
        for integration in call.cloud.integrations.all()
        if _keeper(integration.owner).key == owner.key and uses_secret(integration, secret.name)
    ]


def _functions(call: Call, owner: Owner, secret: Secret) -> list[LogicFunction]:
    return [f for f in call.cloud.logic.of(owner) if secret.name in (f.secrets or ())]


def _secret_json(call: Call, owner: Owner, secret: Secret) -> dict[str, Any]:
    return {
        "name": secret.name,
        "created_at": secret.created_at,
        "updated_at": secret.updated_at,
        "created_by": secret.created_by,
        "updated_by": secret.updated_by,
        "last_accessed_at": secret.last_accessed_at,
        "logic_functions": [{"id": f.id, "name": f.name} for f in _functions(call, owner, secret)],
        "integrations": [
            {
                "id": found.id,
                "name": found.settings["name"],
                "product_slug": found.owner.product.slug if found.owner.product else None,
            }
            for found in _integrations(call, owner, secret)
        ],
    }
